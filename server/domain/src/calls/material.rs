//! Documents that the team puts beside a call or beside one of its questions, each in several forms: as a file or a link,
//! in Welsh, in Easy Read, in large print, as a BSL video.

use uuid::Uuid;

use crate::Language;
use crate::files::FileKind;
use crate::forms::{Form, Problem, Problems};
use crate::people::is_domain;
use crate::text;

/// The most documents of a call, and the most variants of one.
pub const MOST_MATERIALS: usize = 50;
pub const MOST_VARIANTS: usize = 20;

/// The most words of a description, and the most characters of a note and of a link.
const LONGEST_SUMMARY: usize = 60;
const LONGEST_NOTE: usize = 100;
const LONGEST_LINK: usize = 500;

crate::named! {
    /// In what form a document is offered.
    pub enum Format {
        /// The document itself.
        Main => "main",
        EasyRead => "easy-read",
        LargePrint => "large-print",
        /// A video in British Sign Language.
        Bsl => "bsl",
        Audio => "audio",
        PlainText => "plain-text",
        WebPage => "web-page",
    }
}

impl Format {
    /// Whether it can be a file. Videos and web pages are where they are shown best.
    pub const fn takes_file(self) -> bool {
        !matches!(self, Self::Bsl | Self::WebPage)
    }

    /// Whether a file of this kind can be it: sound is nothing to read, and plain text is plain.
    pub const fn fits(self, kind: FileKind) -> bool {
        match self {
            Self::Audio => kind.is_sound(),
            Self::PlainText => matches!(kind, FileKind::Text),
            _ => self.takes_file() && !kind.is_sound(),
        }
    }
}

crate::named! {
    /// The language of a variant, by its tag in BCP 47: those of the portal, British Sign Language, and those that most
    /// people in England and Wales speak who speak neither.
    pub enum Tongue {
        English => "en",
        Welsh => "cy",
        Bsl => "bfi",
        Arabic => "ar",
        Bengali => "bn",
        Gujarati => "gu",
        Polish => "pl",
        Portuguese => "pt",
        Punjabi => "pa",
        Romanian => "ro",
        Somali => "so",
        Spanish => "es",
        Ukrainian => "uk",
        Urdu => "ur",
    }
}

impl Tongue {
    /// Whether it is the language of a page.
    pub fn is_of(self, language: Language) -> bool {
        self.as_str() == language.as_str()
    }
}

/// What the team says of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MaterialDetails {
    pub title: String,
    /// Empty where it has none, as all that is in Welsh here.
    pub title_cy: String,
    pub summary: String,
    pub summary_cy: String,
    /// The question that it stands beside, of those known; beside the whole call where there is none.
    pub question: Option<Uuid>,
}

impl MaterialDetails {
    /// Reads the form. `questions` are those of the call.
    pub fn parse(form: &Form, questions: &[Uuid]) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let title = problems.title(form, "title", "error-material-title");
        let title_cy = match form.text("title-cy") {
            Some(_) => problems.title(form, "title-cy", "error-material-title"),
            None => Some(String::new()),
        };
        let said = summary(form, "summary", &mut problems);
        let summary_cy = summary(form, "summary-cy", &mut problems);
        let beside = form.value("question");
        let question = beside.parse().ok().filter(|id| questions.contains(id));
        if question.is_none() && !beside.is_empty() {
            problems.add(Problem::new("question", "error-material-question"));
        }
        match (title, title_cy) {
            (Some(title), Some(title_cy)) if problems.is_empty() => {
                Ok(Self { title, title_cy, summary: said, summary_cy, question })
            }
            _ => Err(problems),
        }
    }
}

fn summary(form: &Form, field: &str, problems: &mut Problems) -> String {
    let summary = form.long_text(field).unwrap_or_default();
    let words = text::words(&summary);
    if words > LONGEST_SUMMARY {
        let problem = Problem::new(field, "error-material-summary-long");
        problems.add(problem.with("limit", LONGEST_SUMMARY).with("words", words));
    }
    summary
}

/// What the team says of a variant. Where there is no link it is a file, which comes with the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VariantDetails {
    pub format: Format,
    pub language: Tongue,
    pub note: String,
    pub link: Option<String>,
}

impl VariantDetails {
    /// Reads the form; `file` says whether a file came with it.
    pub fn parse(form: &Form, file: bool) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let format = problems.require(Format::parse(form.value("format")), "format", "error-variant-format");
        let language =
            problems.require(Tongue::parse(form.value("language")), "language", "error-variant-language");
        let note = form.text("note").unwrap_or_default();
        if text::length(&note) > LONGEST_NOTE {
            problems.add(Problem::new("note", "error-variant-note-long").with("limit", LONGEST_NOTE));
        }
        let typed = form.text("link");
        let link = typed.clone().and_then(|typed| problems.take(link(typed)));
        let needs_link = format.is_some_and(|format| !format.takes_file());
        match (typed.is_some(), file) {
            (true, true) => problems.add(Problem::new("file", "error-variant-both")),
            (false, _) if needs_link => problems.add(Problem::new("link", "error-variant-needs-link")),
            (false, false) => problems.add(Problem::new("file", "error-variant-neither")),
            _ => {}
        }
        match (format, language) {
            (Some(format), Some(language)) if problems.is_empty() => {
                // Who signs in BSL speaks no English with their hands.
                let language = if format == Format::Bsl { Tongue::Bsl } else { language };
                Ok(Self { format, language, note, link })
            }
            _ => Err(problems),
        }
    }
}

/// An address that anyone may be sent to: by https, at a host with a name, with nothing before it that could be taken for one.
fn link(typed: String) -> Result<String, Problem> {
    let plain = typed.chars().all(|c| c.is_ascii_graphic() && !matches!(c, '"' | '<' | '>' | '\\' | '`'));
    let named = host(&typed).is_some_and(|host| is_domain(&host.to_lowercase()));
    if plain && named && typed.len() <= LONGEST_LINK {
        Ok(typed)
    } else {
        Err(Problem::new("link", "error-variant-link"))
    }
}

/// The site that a link leads to, as it is named to people.
pub fn host(link: &str) -> Option<&str> {
    let rest = link.strip_prefix("https://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority
        .split_once(':')
        .map_or(authority, |(host, port)| if port.parse::<u16>().is_ok() { host } else { authority });
    (!host.is_empty()).then_some(host)
}

crate::named! {
    /// How the documents of a call that was announced have changed.
    pub enum MaterialChange {
        Added => "added",
        Changed => "changed",
        Removed => "removed",
        VariantAdded => "variant-added",
        VariantRemoved => "variant-removed",
    }
}

#[cfg(test)]
#[path = "material_tests.rs"]
mod tests;
