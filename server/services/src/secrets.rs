//! Hashes of what must not be kept as it is.

use sha2::{Digest, Sha256};

/// Bytes as hexadecimal letters.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The SHA-256 of a text, as hexadecimal letters. Enough for random secrets of 256 bits; passwords need argon2id.
pub fn hash(text: &str) -> String {
    hex(&Sha256::digest(text.as_bytes()))
}
