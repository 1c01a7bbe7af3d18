//! Plain text: in UTF-8, in UTF-16 with its mark, or in the letters of Windows.

use domain::files::Refusal;
use encoding_rs::{Encoding, WINDOWS_1252};

/// What a browser would not show as text.
const ACTIVE: [&str; 6] = ["<!doctype", "<html", "<script", "<svg", "<?xml", "<?php"];

/// How far into a text something active is looked for.
const LOOKED_AT: usize = 4096;

/// Reads a text; refuses what is none.
pub fn read(bytes: &[u8]) -> Result<String, Refusal> {
    let read = decoded(bytes).ok_or(Refusal::Unknown)?;
    // Text has line ends, tabs and perhaps page breaks; anything else below the space is of a program's file.
    if read.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}' | '\u{85}')) {
        return Err(Refusal::Unknown);
    }
    if read.starts_with("#!") {
        return Err(Refusal::Active);
    }
    let beginning: String = read.chars().take(LOOKED_AT).collect::<String>().to_lowercase();
    if ACTIVE.iter().any(|tag| beginning.contains(tag)) { Err(Refusal::Active) } else { Ok(read) }
}

/// A text by its mark, or else in UTF-8 or in the letters of Windows.
pub fn decoded(bytes: &[u8]) -> Option<String> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (read, wrong) = encoding.decode_without_bom_handling(&bytes[mark..]);
        return (!wrong).then(|| read.into_owned());
    }
    match std::str::from_utf8(bytes) {
        Ok(read) => Some(read.to_owned()),
        Err(_) if bytes.contains(&0) => None,
        Err(_) => Some(WINDOWS_1252.decode(bytes).0.into_owned()),
    }
}
