//! What a file is, whether it may be taken, and its text: judged by its content alone.
//!
//! All of this runs in a process of its own ([`child`]), which has limits of time and memory: whoever sends a file decides
//! what a parser of it meets.

pub mod child;
mod parts;
mod pdf;
mod picture;
mod plain;
mod rtf;
mod sniff;
mod sound;
pub mod table;
mod words;
mod zipped;

use domain::files::{FileKind, Refusal, TextState};
use domain::text;

use sniff::Sniffed;

/// The most characters of text that are taken out of one document. It becomes the text of an answer, and no answer is longer.
pub const LONGEST_TEXT: usize = domain::calls::LONGEST_ANSWER;

/// The most pages of a document: a whole inquiry's report has fewer.
pub const MOST_PAGES: usize = 2_000;

/// What is known of a file before its text.
#[derive(Debug)]
pub enum Judged<'b> {
    /// A text, or a document whose text is out already: what it is made of had to be read to judge it.
    Read(FileKind, String),
    /// A picture or a sound, which has no text.
    Picture(FileKind),
    Pdf(Box<pdf::Opened<'b>>),
}

impl Judged<'_> {
    /// What it is.
    pub const fn kind(&self) -> FileKind {
        match self {
            Self::Read(kind, _) | Self::Picture(kind) => *kind,
            Self::Pdf(_) => FileKind::Pdf,
        }
    }

    /// Its text, and what became of it.
    pub fn text(self) -> (TextState, String) {
        match self {
            Self::Read(_, read) => bounded(&read),
            Self::Picture(_) => (TextState::Nothing, String::new()),
            Self::Pdf(opened) => match opened.text() {
                Some(read) => bounded(&read),
                None => (TextState::Failed, String::new()),
            },
        }
    }
}

/// Judges a file by its bytes.
pub fn judge(bytes: &[u8]) -> Result<Judged<'_>, Refusal> {
    Ok(match sniff::sniff(bytes)? {
        Sniffed::Pdf => Judged::Pdf(Box::new(pdf::open(bytes)?)),
        Sniffed::Zip => {
            let (kind, read) = zipped::read(bytes)?;
            Judged::Read(kind, read)
        }
        Sniffed::Rtf => Judged::Read(FileKind::Rtf, rtf::read(bytes)?),
        Sniffed::Text(read) => Judged::Read(FileKind::Text, read),
        Sniffed::Picture(kind) => {
            picture::check(kind, bytes)?;
            Judged::Picture(kind)
        }
        Sniffed::Sound(kind) => Judged::Picture(kind),
    })
}

/// A text as an answer has it, no longer than one may be.
fn bounded(read: &str) -> (TextState, String) {
    let clean: String =
        text::normalise(read).chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    let clean = squeezed(clean.trim());
    if clean.is_empty() {
        return (TextState::Nothing, clean);
    }
    match clean.char_indices().nth(LONGEST_TEXT) {
        Some((end, _)) => (TextState::Cut, clean[..end].trim_end().to_owned()),
        None => (TextState::Whole, clean),
    }
}

/// At most one empty line between two lines, and no spaces at the end of any.
fn squeezed(written: &str) -> String {
    let mut lines: Vec<&str> = Vec::new();
    for line in written.lines().map(str::trim_end) {
        if !line.is_empty() || lines.last().is_some_and(|last| !last.is_empty()) {
            lines.push(line);
        }
    }
    lines.join("\n")
}
