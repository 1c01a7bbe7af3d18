//! Pictures. None is decoded: how large one would become is said at its beginning.

use domain::files::{FileKind, Refusal};

/// The most points of a side, and of the whole: a page scanned at 600 points an inch has a third of them.
const LONGEST_SIDE: u32 = 20_000;
const MOST_POINTS: u64 = 100_000_000;

/// Refuses a picture that is broken or would become too large.
pub fn check(kind: FileKind, bytes: &[u8]) -> Result<(), Refusal> {
    let size = if kind == FileKind::Png { png(bytes) } else { jpeg(bytes) };
    let (width, height) = size.filter(|(width, height)| *width > 0 && *height > 0).ok_or(Refusal::Broken)?;
    let points = u64::from(width) * u64::from(height);
    if width > LONGEST_SIDE || height > LONGEST_SIDE || points > MOST_POINTS {
        return Err(Refusal::TooManyPoints);
    }
    Ok(())
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

/// The first part of a PNG is its header.
fn png(bytes: &[u8]) -> Option<(u32, u32)> {
    (bytes.get(12..16)? == b"IHDR").then_some(())?;
    Some((number(bytes, 16)?, number(bytes, 20)?))
}

/// A JPEG is segments, of which one that begins a frame says how large it is.
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut at = 2;
    loop {
        let (mark, length) = (bytes.get(at..at + 2)?, bytes.get(at + 2..at + 4)?);
        let length = usize::from(u16::from_be_bytes([length[0], length[1]]));
        match mark {
            // A mark may be filled up with more of its first byte.
            [0xff, 0xff] => at += 1,
            [0xff, 0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf] => {
                let size = number(bytes, at + 5)?;
                return Some((size & 0xffff, size >> 16));
            }
            [0xff, 0xd9 | 0xda] => return None,
            [0xff, _] if length >= 2 => at += 2 + length,
            _ => return None,
        }
    }
}
