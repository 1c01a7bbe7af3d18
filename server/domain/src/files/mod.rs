//! Documents that people send along: what may be sent, what is said of one that may not, and whether it can be opened.

mod refusal;

use serde::{Deserialize, Serialize};

pub use refusal::Refusal;

/// The most characters of the name of a document that are kept.
pub const LONGEST_NAME: usize = 120;

crate::named! {
    /// What a document is, as its content says.
    pub enum FileKind {
        Pdf => "pdf",
        Docx => "docx",
        Odt => "odt",
        Rtf => "rtf",
        /// Plain text, a table of values with commas between included.
        Text => "txt",
        Png => "png",
        Jpeg => "jpg",
        /// Sound, which the team may put beside a call and nobody may send.
        Mp3 => "mp3",
        Ogg => "ogg",
    }
}

impl FileKind {
    /// What it is sent as: never what somebody claimed that it is.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Rtf => "application/rtf",
            Self::Text => "text/plain; charset=utf-8",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Mp3 => "audio/mpeg",
            Self::Ogg => "audio/ogg",
        }
    }

    /// Whether it is a picture, which has no text.
    pub const fn is_picture(self) -> bool {
        matches!(self, Self::Png | Self::Jpeg)
    }

    /// Whether it is sound, which has no text either.
    pub const fn is_sound(self) -> bool {
        matches!(self, Self::Mp3 | Self::Ogg)
    }

    /// Whether a name that ends so is one of this kind: a name that says something else is a mistake or a trick.
    pub fn is_named(self, ending: &str) -> bool {
        let ending = ending.to_lowercase();
        match self {
            Self::Text => matches!(ending.as_str(), "txt" | "text" | "csv" | "md"),
            Self::Jpeg => matches!(ending.as_str(), "jpg" | "jpeg"),
            Self::Ogg => matches!(ending.as_str(), "ogg" | "oga" | "opus"),
            other => ending == other.as_str(),
        }
    }
}

crate::named! {
    /// Whether a document was searched for viruses.
    pub enum ScanState {
        /// Nobody searches: no scanner is set up.
        NotScanned => "not-scanned",
        /// It will be.
        Waiting => "waiting",
        Clean => "clean",
        Infected => "infected",
    }
}

impl ScanState {
    /// Whether the team may open it.
    pub const fn opens(self) -> bool {
        matches!(self, Self::Clean | Self::NotScanned)
    }
}

crate::named! {
    /// What became of the text of a document.
    pub enum TextState {
        /// It is there, whole.
        Whole => "whole",
        /// It is so long that its end was cut off.
        Cut => "cut",
        /// There is none: a picture, or pages that are pictures.
        Nothing => "nothing",
        /// It could not be taken out.
        Failed => "failed",
    }
}

/// A document as an answer names it. Its bytes are where files are kept, under their hash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Document {
    /// SHA-256 of its bytes, as hexadecimal letters.
    pub hash: String,
    /// What its sender called it.
    pub name: String,
    pub kind: FileKind,
    /// In bytes.
    pub size: u64,
}

/// The name of a file as it can be shown: the last part of a path, one line, without what turns the direction of writing
/// or cannot be seen, and no longer than [`LONGEST_NAME`].
pub fn shown_name(sent: &str) -> String {
    let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    let seen = |letter: &char| !letter.is_control() && !is_invisible(*letter);
    let name: String = last.chars().filter(seen).collect();
    let name = crate::text::line(&name);
    if name.chars().count() <= LONGEST_NAME {
        return name;
    }
    // The ending says more than the middle.
    let ending = ending(&name)
        .filter(|ending| ending.len() <= 5)
        .map(|ending| format!("….{ending}"))
        .unwrap_or_default();
    let kept: String = name.chars().take(LONGEST_NAME - ending.chars().count()).collect();
    format!("{kept}{ending}")
}

/// Marks of direction, joiners and spaces without width.
const fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{ad}')
}

/// What stands after the last dot of a name.
pub fn ending(name: &str) -> Option<&str> {
    name.rsplit_once('.').map(|(_, ending)| ending).filter(|ending| !ending.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_name_is_shown_without_its_folders_and_tricks() {
        for (sent, shown) in [
            ("../../etc/passwd", "passwd"),
            ("C:\\Users\\ann\\Our evidence.docx", "Our evidence.docx"),
            ("fdp.\u{202e}exe", "fdp.exe"),
            (" a \n b.pdf ", "a b.pdf"),
            ("..", ".."),
            ("", ""),
        ] {
            assert_eq!(shown_name(sent), shown, "{sent:?}");
        }
        assert!(shown_name(&format!("{}.docx", "a".repeat(500))).ends_with("….docx"));
    }

    proptest! {
        #[test]
        fn no_name_is_long_or_a_path(sent in "\\PC{0,300}") {
            let shown = shown_name(&sent);
            prop_assert!(shown.chars().count() <= LONGEST_NAME);
            prop_assert!(!shown.contains(['/', '\\', '\n']));
            prop_assert_eq!(shown_name(&shown), shown);
        }
    }
}
