//! Documents that are zip files: of Word since 2007, and of `LibreOffice`. Anything else in a zip file is not taken.

use domain::files::{FileKind, Refusal};

use super::parts::Parts;
use super::words;

/// What the parts of an Office document are, and what a part that says so in its list is.
const LIST: &str = "[Content_Types].xml";

/// Reads a document that is a zip file.
pub fn read(bytes: &[u8]) -> Result<(FileKind, String), Refusal> {
    let mut parts = Parts::open(bytes)?;
    if let Some(list) = parts.read(LIST)? {
        office(&mut parts, &list)?;
        let mut read = String::new();
        for name in ["word/document.xml", "word/footnotes.xml", "word/endnotes.xml"] {
            match parts.read(name)? {
                Some(part) => read.push_str(&words::of_word(&part)?),
                None if name == "word/document.xml" => return Err(Refusal::Broken),
                None => {}
            }
        }
        return Ok((FileKind::Docx, read));
    }
    match parts.read("mimetype")?.as_deref().map(str::trim) {
        Some(kind) => open_document(&mut parts, kind).map(|read| (FileKind::Odt, read)),
        None => Err(Refusal::Archive),
    }
}

/// Refuses an Office document that is none of Word's, that has programs in it, or other files.
fn office(parts: &mut Parts<'_>, list: &str) -> Result<(), Refusal> {
    let list = list.to_lowercase();
    let program = |name: &String| {
        let name = name.to_lowercase();
        name.ends_with("vbaproject.bin") || name.contains("/activex/")
    };
    if list.contains("macroenabled") || parts.names.iter().any(program) {
        return Err(Refusal::Macros);
    }
    if list.contains("spreadsheetml.sheet.main") {
        return Err(Refusal::Spreadsheet);
    }
    if list.contains("presentationml.presentation.main") {
        return Err(Refusal::Slides);
    }
    if !list.contains("wordprocessingml.document.main") {
        return Err(Refusal::Archive);
    }
    // A chart keeps its numbers in a spreadsheet; everything else in there is to be started with a click.
    let embedded =
        |name: &String| name.starts_with("word/embeddings/") && !name.to_lowercase().ends_with(".xlsx");
    if parts.names.iter().any(embedded) { Err(Refusal::Archive) } else { Ok(()) }
}

fn open_document(parts: &mut Parts<'_>, kind: &str) -> Result<String, Refusal> {
    match kind.strip_prefix("application/vnd.oasis.opendocument.") {
        Some("text") => {}
        Some("spreadsheet") => return Err(Refusal::Spreadsheet),
        Some("presentation") => return Err(Refusal::Slides),
        _ => return Err(Refusal::Archive),
    }
    let manifest = parts.read("META-INF/manifest.xml")?.ok_or(Refusal::Broken)?;
    if manifest.contains("encryption-data") {
        return Err(Refusal::Locked);
    }
    let program = |name: &String| {
        name.starts_with("Scripts/") || (name.starts_with("Basic/") && name.matches('/').count() > 1)
    };
    if parts.names.iter().any(program) {
        return Err(Refusal::Macros);
    }
    words::of_open_document(&parts.read("content.xml")?.ok_or(Refusal::Broken)?)
}
