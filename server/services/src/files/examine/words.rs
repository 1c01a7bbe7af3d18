//! The words in the XML of documents. What has a document type is not read: no program writes one there, and it is the
//! way to entities that name other files or grow without end.

use domain::files::Refusal;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// How deep elements may be in each other.
const DEEPEST: usize = 500;

/// What an element does to the words.
enum Does {
    Nothing,
    /// What is in it is text.
    Holds,
    /// What is in it is left out.
    Hides,
    /// It stands for these letters.
    Is(String),
    /// It ends a line.
    Ends,
}

/// The words of a part of Word's.
pub fn of_word(xml: &str) -> Result<String, Refusal> {
    words(xml, false, |element| match name(element) {
        "t" => Does::Holds,
        "tab" if named(element, "w:tab") => Does::Is("\t".to_owned()),
        "br" | "cr" => Does::Is("\n".to_owned()),
        "noBreakHyphen" => Does::Is("-".to_owned()),
        "p" => Does::Ends,
        // The same once more, for programs of before; what was crossed out; and the tabs of a line's layout.
        "Fallback" | "del" | "moveFrom" | "tabs" => Does::Hides,
        _ => Does::Nothing,
    })
}

/// The words of an open document.
pub fn of_open_document(xml: &str) -> Result<String, Refusal> {
    words(xml, true, |element| match name(element) {
        "body" => Does::Holds,
        "p" | "h" if !named(element, "draw:p") => Does::Ends,
        "s" => Does::Is(" ".repeat(spaces(element))),
        "tab" => Does::Is("\t".to_owned()),
        "line-break" => Does::Is("\n".to_owned()),
        "tracked-changes" | "annotation" | "automatic-styles" | "scripts" | "font-face-decls" => Does::Hides,
        _ => Does::Nothing,
    })
}

/// The name of an element without what stands before the colon.
fn name<'e>(element: &'e BytesStart<'_>) -> &'e str {
    let whole = whole(element);
    whole.rsplit_once(':').map_or(whole, |(_, name)| name)
}

fn whole<'e>(element: &'e BytesStart<'_>) -> &'e str {
    element.name().into_inner()
}

fn named(element: &BytesStart<'_>, whole_name: &str) -> bool {
    whole(element) == whole_name
}

fn spaces(element: &BytesStart<'_>) -> usize {
    let count = element.try_get_attribute("text:c").ok().flatten();
    let count = count.and_then(|count| count.value.parse::<usize>().ok());
    count.unwrap_or(1).min(100)
}

/// What an open element has to be undone when it ends.
struct Open {
    holds: bool,
    hides: bool,
    ends: bool,
}

/// Reads words as `does` says. With `within`, text counts wherever something around it holds; without, directly in what
/// holds it.
fn words(xml: &str, within: bool, does: impl Fn(&BytesStart<'_>) -> Does) -> Result<String, Refusal> {
    let mut reader = Reader::from_str(xml);
    let (mut open, mut read): (Vec<Open>, String) = (Vec::new(), String::new());
    let counts = |open: &[Open]| {
        let holds =
            if within { open.iter().any(|one| one.holds) } else { open.last().is_some_and(|one| one.holds) };
        holds && !open.iter().any(|one| one.hides)
    };
    let hidden = |open: &[Open]| open.iter().any(|one| one.hides);
    loop {
        match reader.read_event().map_err(|_| Refusal::Broken)? {
            Event::DocType(_) => return Err(Refusal::Broken),
            Event::Eof => return if open.is_empty() { Ok(read) } else { Err(Refusal::Broken) },
            Event::Start(element) => {
                if open.len() >= DEEPEST {
                    return Err(Refusal::Broken);
                }
                let does = does(&element);
                if let Does::Is(letters) = &does
                    && !hidden(&open)
                {
                    read.push_str(letters);
                }
                open.push(Open {
                    holds: matches!(does, Does::Holds),
                    hides: matches!(does, Does::Hides),
                    ends: matches!(does, Does::Ends),
                });
            }
            Event::Empty(element) if !hidden(&open) => match does(&element) {
                Does::Is(letters) => read.push_str(&letters),
                Does::Ends => read.push('\n'),
                _ => {}
            },
            Event::End(_) => {
                let ended = open.pop().filter(|one| one.ends && !hidden(&open));
                read.extend(ended.map(|_| '\n'));
            }
            Event::Text(text) if counts(&open) => read.push_str(&text.xml10_content()),
            Event::CData(text) if counts(&open) => read.push_str(&text.xml10_content()),
            Event::GeneralRef(reference) => {
                let letter = match reference.resolve_char_ref().map_err(|_| Refusal::Broken)? {
                    Some(letter) => letter,
                    None => predefined(&reference)?,
                };
                if counts(&open) {
                    read.push(letter);
                }
            }
            _ => {}
        }
    }
}

/// The five names that XML knows; nothing declares others here.
fn predefined(name: &str) -> Result<char, Refusal> {
    match name {
        "amp" => Ok('&'),
        "lt" => Ok('<'),
        "gt" => Ok('>'),
        "quot" => Ok('"'),
        "apos" => Ok('\''),
        _ => Err(Refusal::Broken),
    }
}
