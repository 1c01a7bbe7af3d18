//! The parts of a zip file, each read no further than it may be.

use std::io::{Cursor, Read};

use domain::files::Refusal;
use zip::ZipArchive;
use zip::result::ZipError;

/// The most parts of a document. One with a thousand pictures has fewer.
const MOST_PARTS: usize = 5_000;

/// The most bytes of all parts together, as they say themselves, and how many times more than is stored.
const LARGEST: u64 = 512 * 1024 * 1024;
const MOST_TIMES: u64 = 200;

/// The most bytes of a part that is read.
const LARGEST_READ: u64 = 48 * 1024 * 1024;

/// A zip file whose parts have harmless names and sizes.
pub struct Parts<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    pub names: Vec<String>,
}

impl<'b> Parts<'b> {
    /// Opens it.
    pub fn open(bytes: &'b [u8]) -> Result<Self, Refusal> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::Broken)?;
        if archive.len() > MOST_PARTS {
            return Err(Refusal::Bomb);
        }
        let (mut all, mut names) = (0_u64, Vec::with_capacity(archive.len()));
        for at in 0..archive.len() {
            let part = archive.by_index_raw(at).map_err(|_| Refusal::Broken)?;
            if part.encrypted() {
                return Err(Refusal::Locked);
            }
            let name = part.name().map_err(|_| Refusal::Broken)?.into_owned();
            let stays = part.enclosed_name().is_some() && !name.contains(['\\', ':', '\0']);
            if !stays || name.starts_with('/') || name.split('/').any(|step| step == "..") {
                return Err(Refusal::Escaping);
            }
            all = all.saturating_add(part.size());
            names.push(name);
        }
        let stored = (bytes.len() as u64).max(64 * 1024);
        if all > LARGEST || all / stored > MOST_TIMES {
            Err(Refusal::Bomb)
        } else {
            Ok(Self { archive, names })
        }
    }

    /// A part as text; nothing where there is none. One that is larger than it says, or than may be, is a trap.
    pub fn read(&mut self, name: &str) -> Result<Option<String>, Refusal> {
        let part = match self.archive.by_name(name) {
            Err(ZipError::FileNotFound) => return Ok(None),
            part => part.map_err(|_| Refusal::Broken)?,
        };
        let said = part.size();
        let mut bytes = Vec::new();
        let read = part.take(said.min(LARGEST_READ) + 1).read_to_end(&mut bytes);
        if bytes.len() as u64 > said.min(LARGEST_READ) {
            return Err(Refusal::Bomb);
        }
        read.map_err(|_| Refusal::Broken)?;
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").map(<[u8]>::to_vec).unwrap_or(bytes);
        String::from_utf8(bytes).map(Some).map_err(|_| Refusal::Broken)
    }
}
