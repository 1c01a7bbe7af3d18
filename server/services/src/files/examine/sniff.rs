//! What the first bytes of a file say that it is.

use domain::files::{FileKind, Refusal};

use super::{plain, sound};

/// What a file seems to be.
pub enum Sniffed {
    Pdf,
    Zip,
    Rtf,
    Text(String),
    Picture(FileKind),
    Sound(FileKind),
}

/// Files of files.
const ARCHIVES: [&[u8]; 6] =
    [b"7z\xbc\xaf\x27\x1c", b"Rar!", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"PK\x05\x06"];

/// How far from its end a zip file says where its parts are.
const ZIP_END: usize = 66_000;

/// Tells what a file is, or why nothing more is asked of it.
pub fn sniff(bytes: &[u8]) -> Result<Sniffed, Refusal> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Refusal::Empty);
    }
    let begins = |with: &[u8]| bytes.starts_with(with);
    let other = if begins(b"%PDF-") {
        Sniffed::Pdf
    } else if begins(b"{\\rtf") {
        Sniffed::Rtf
    } else if begins(b"\x89PNG\r\n\x1a\n") {
        Sniffed::Picture(FileKind::Png)
    } else if begins(b"\xff\xd8\xff") {
        Sniffed::Picture(FileKind::Jpeg)
    } else if begins(b"PK\x03\x04") {
        return Ok(Sniffed::Zip);
    } else if begins(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        // A document of Office with a password is wrapped in such a file.
        let wrapped: Vec<u8> = "EncryptedPackage".bytes().flat_map(|letter| [letter, 0]).collect();
        return Err(if holds(bytes, &wrapped) { Refusal::Locked } else { Refusal::OldWord });
    } else if ARCHIVES.iter().any(|with| begins(with)) || bytes.get(257..262) == Some(b"ustar") {
        return Err(Refusal::Archive);
    } else if let Some(kind) = sound::kind(bytes) {
        Sniffed::Sound(kind)
    } else {
        return plain::read(bytes).map(Sniffed::Text);
    };
    // Two files in one: some programs would open it as the other.
    let tail = &bytes[bytes.len().saturating_sub(ZIP_END)..];
    if holds(tail, b"PK\x05\x06") { Err(Refusal::Archive) } else { Ok(other) }
}

/// Whether these bytes are anywhere among those.
pub fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}
