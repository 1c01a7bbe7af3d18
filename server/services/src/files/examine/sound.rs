//! Sound: MPEG audio of layer III, and what is in Ogg. None is decoded; that it begins as such a file does, and goes on so,
//! is enough to hand it out under its own name.

use domain::files::FileKind;

/// How many frames of an MP3 must follow each other.
const FRAMES: usize = 3;

/// What kind of sound a file is; nothing where it is none.
pub fn kind(bytes: &[u8]) -> Option<FileKind> {
    if ogg(bytes) {
        return Some(FileKind::Ogg);
    }
    let from = if bytes.starts_with(b"ID3") { tag(bytes)? } else { 0 };
    frames(bytes, from).then_some(FileKind::Mp3)
}

/// Where the tag at the beginning ends. Its length is said in four bytes of seven bits.
fn tag(bytes: &[u8]) -> Option<usize> {
    let length = bytes.get(6..10)?;
    let mut size = 0;
    for byte in length {
        (*byte < 0x80).then_some(())?;
        size = (size << 7) | usize::from(*byte);
    }
    Some(10 + size)
}

/// Whether frames follow each other from here on. Some programs leave room after the tag.
fn frames(bytes: &[u8], from: usize) -> bool {
    let room = bytes.get(from..).unwrap_or_default().iter().take_while(|byte| **byte == 0).count();
    let mut at = from + room;
    (0..FRAMES).all(|_| {
        let length = bytes.get(at..at + 4).and_then(frame);
        at += length.unwrap_or_default();
        length.is_some() && at <= bytes.len()
    })
}

/// The length of a frame of layer III by its header.
fn frame(header: &[u8]) -> Option<usize> {
    const FIRST: [usize; 15] = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    const SECOND: [usize; 15] = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    const RATES: [usize; 3] = [44_100, 48_000, 32_000];
    let [sync, version, rates, _] = header else { return None };
    (*sync == 0xff && version & 0xe6 == 0xe2).then_some(())?;
    // Of the first version, of the second with half its rates, or of the one between with a quarter.
    let (first, part) = match (version >> 3) & 3 {
        3 => (true, 1),
        2 => (false, 2),
        0 => (false, 4),
        _ => return None,
    };
    let bits =
        if first { FIRST } else { SECOND }.get(usize::from(rates >> 4)).copied().filter(|bits| *bits > 0)?;
    let rate = RATES.get(usize::from((rates >> 2) & 3))? / part;
    let padding = usize::from((rates >> 1) & 1);
    Some(if first { 144 } else { 72 } * bits * 1000 / rate + padding)
}

/// Whether the first page of an Ogg file begins a stream of sound: a film has a stream of pictures as well.
fn ogg(bytes: &[u8]) -> bool {
    const SOUNDS: [&[u8]; 4] = [b"OpusHead", b"\x01vorbis", b"\x7fFLAC", b"Speex   "];
    let mut at = 0;
    let mut streams = 0;
    // The first pages each begin a stream; all of them must be sound.
    while let Some(page) = bytes.get(at..).filter(|page| page.starts_with(b"OggS")) {
        let begins = page.get(5).is_some_and(|flags| flags & 2 == 2);
        let parts = page.get(26).map_or(0, |parts| usize::from(*parts));
        let Some(lengths) = page.get(27..27 + parts) else { return false };
        let body = 27 + parts;
        if !begins {
            break;
        }
        if !SOUNDS.iter().any(|sound| page.get(body..).is_some_and(|body| body.starts_with(sound))) {
            return false;
        }
        streams += 1;
        at += body + lengths.iter().map(|length| usize::from(*length)).sum::<usize>();
    }
    streams > 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::files::{mp3, ogg as an_ogg};

    #[test]
    fn sound_is_known_by_how_it_goes_on() {
        assert_eq!(kind(&mp3(5)), Some(FileKind::Mp3));
        let tagged = [b"ID3\x04\0\0\0\0\0\x05title".as_slice(), &mp3(4)].concat();
        assert_eq!(kind(&tagged), Some(FileKind::Mp3));
        assert_eq!(kind(&an_ogg(b"OpusHead")), Some(FileKind::Ogg));
        // One header by itself can be chance, and what says that it is sound must go on so.
        for other in [
            mp3(1),
            b"ID3\x04\0\0\0\0\0\x05title and no sound".to_vec(),
            b"ID3\x04\0\0\xff\0\0\x05".to_vec(),
            an_ogg(b"\x80theora"),
            "\u{feff}Text".as_bytes().to_vec(),
            b"\xff\xfeT\0e\0x\0t\0".to_vec(),
        ] {
            assert_eq!(kind(&other), None, "{other:?}");
        }
    }
}
