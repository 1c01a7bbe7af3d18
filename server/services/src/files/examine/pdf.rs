//! PDF: opened to judge it, then read page by page.

use std::panic::{AssertUnwindSafe, catch_unwind};

use domain::files::Refusal;
use pdf_extract::{Dictionary, Document, Object, PlainTextOutput, output_doc_page};

use super::{LONGEST_TEXT, MOST_PAGES};

/// What starts something when the document is opened or something in it is pressed.
const ACTIVE: [&[u8]; 4] = [b"JavaScript", b"JS", b"Launch", b"RichMedia"];

/// A document that can be read.
#[derive(Debug)]
pub struct Opened<'b> {
    document: Document,
    pages: usize,
    _bytes: &'b [u8],
}

/// Opens a document; refuses one that nobody could read, or that would do something.
pub fn open(bytes: &[u8]) -> Result<Opened<'_>, Refusal> {
    // Its readers look for the end of a document, so one that was cut off has none.
    let mut document = Document::load_mem(bytes).map_err(|error| match error {
        pdf_extract::Error::InvalidPassword | pdf_extract::Error::Decryption(_) => Refusal::Locked,
        _ => Refusal::Broken,
    })?;
    // Many documents that only forbid to be changed are locked with an empty word.
    if document.is_encrypted() && document.decrypt("").is_err() {
        return Err(Refusal::Locked);
    }
    let pages = document.get_pages().len();
    if pages == 0 {
        return Err(Refusal::Broken);
    }
    if pages > MOST_PAGES {
        return Err(Refusal::TooManyPages);
    }
    if document.objects.values().any(|object| acts(object, 0)) {
        return Err(Refusal::Active);
    }
    if document.objects.values().any(has_files) {
        return Err(Refusal::Archive);
    }
    Ok(Opened { document, pages, _bytes: bytes })
}

fn acts(object: &Object, depth: usize) -> bool {
    let within = |dictionary: &Dictionary| {
        dictionary.iter().any(|(key, value)| ACTIVE.contains(&key.as_slice()) || acts(value, depth + 1))
    };
    match object {
        // Nothing is nested so deep that does not hide something.
        _ if depth > 100 => true,
        Object::Name(name) => matches!(name.as_slice(), b"JavaScript" | b"Launch"),
        Object::Dictionary(dictionary) => within(dictionary),
        Object::Stream(stream) => within(&stream.dict),
        Object::Array(items) => items.iter().any(|item| acts(item, depth + 1)),
        _ => false,
    }
}

/// Whether it is a file that the document carries along.
fn has_files(object: &Object) -> bool {
    let kind = match object {
        Object::Stream(stream) => stream.dict.get(b"Type"),
        _ => return false,
    };
    matches!(kind, Ok(Object::Name(name)) if name == b"EmbeddedFile")
}

impl Opened<'_> {
    /// Its text; nothing where no page could be read. A page that cannot be is left out.
    pub fn text(&self) -> Option<String> {
        let (mut read, mut failed) = (String::new(), 0);
        for page in 1..=self.pages {
            // What reads pages stops the program where a page is wrong.
            let one = catch_unwind(AssertUnwindSafe(|| self.page(page))).ok().flatten();
            match one {
                Some(text) => {
                    read.push_str(&text);
                    read.push_str("\n\n");
                }
                None => failed += 1,
            }
            if read.len() > LONGEST_TEXT * 4 {
                break;
            }
        }
        (failed < self.pages).then_some(read)
    }

    fn page(&self, number: usize) -> Option<String> {
        let mut read = String::new();
        let number = u32::try_from(number).ok()?;
        output_doc_page(&self.document, &mut PlainTextOutput::new(&mut read), number).ok()?;
        Some(read)
    }
}
