//! What holds where an organisation gathers the stories of its members, to quote them in what it answers: what it asks for,
//! what somebody tells and how that may be used, and that what is quoted are their own words.

use chrono::NaiveDate;

use crate::Language;
use crate::calls::kinds::{read_day, show_day};
use crate::forms::{Form, LONGEST_TITLE, Problem, Problems};
use crate::text;

/// The most words of a story.
pub const STORY_WORDS: u32 = 2000;

/// The most stories that one gathering takes.
pub const MOST_STORIES: i32 = 1000;

/// For how many days after its call has closed a story is kept.
pub const STORIES_KEPT_DAYS: i64 = 90;

/// The most characters of a story, for one without spaces between its words.
const LONGEST_STORY: usize = 40_000;

/// The most characters of what a group asks for, and of its note about a story.
const LONGEST_WORDS: usize = 4000;

crate::named! {
    /// How a story may be used, as whoever told it says.
    pub enum StoryUse {
        /// Quoted, with the name that was given.
        Named => "named",
        /// Quoted without a name.
        Unnamed => "unnamed",
        /// Read by the group, and never quoted.
        ReadOnly => "read-only",
    }
}

impl StoryUse {
    /// Whether words of it may be quoted at all.
    pub const fn may_be_quoted(self) -> bool {
        !matches!(self, Self::ReadOnly)
    }

    /// What can be chosen by somebody who has given a name or could, and by others.
    pub fn choices(with_name: bool) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |choice| with_name || *choice != Self::Named)
    }

    /// Reads the choice.
    pub fn read(form: &Form, with_name: bool) -> Result<Self, Problem> {
        let chosen = Self::choices(with_name).find(|choice| choice.as_str() == form.value("use"));
        chosen.ok_or_else(|| Problem::new("use", "error-story-use"))
    }
}

/// What a group asks for, and until when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GatheringDetails {
    pub heading: String,
    /// In the group's own words.
    pub asks: String,
    /// The last day on which stories are taken.
    pub last: NaiveDate,
    /// Whether whoever tells something is asked for a name.
    pub named: bool,
}

impl GatheringDetails {
    /// Reads the form. The last day is neither over nor after the day on which the call closes.
    pub fn parse(form: &Form, today: NaiveDate, closes: Option<NaiveDate>) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let heading = problems.title(form, "heading", "error-gathering-heading");
        let asks = problems.take(long(form, "asks", "error-gathering-asks"));
        let last = problems.take(last_day(form, today, closes));
        match (heading, asks, last) {
            (Some(heading), Some(asks), Some(last)) if problems.is_empty() => {
                Ok(Self { heading, asks, last, named: form.has("named", "yes") })
            }
            _ => Err(problems),
        }
    }

    /// The same as the fields of the form.
    pub fn form(&self) -> Form {
        let mut form = Form::from_pairs([("heading", &self.heading), ("asks", &self.asks)]);
        show_day(self.last, &mut form, "last");
        if self.named {
            form.set("named", "yes");
        }
        form
    }
}

fn long(form: &Form, field: &str, missing: &'static str) -> Result<String, Problem> {
    no_longer(field, form.long_text(field).ok_or_else(|| Problem::new(field, missing))?, LONGEST_WORDS)
}

fn no_longer(field: &str, written: String, most: usize) -> Result<String, Problem> {
    if text::length(&written) > most {
        return Err(Problem::new(field, "error-answer-too-long").with("limit", most));
    }
    Ok(written)
}

fn last_day(form: &Form, today: NaiveDate, closes: Option<NaiveDate>) -> Result<NaiveDate, Problem> {
    let wrong = |message| Problem::new("last-day", message);
    match read_day(form, "last")? {
        None => Err(wrong("error-answer-date-missing")),
        Some(day) if day < today => Err(wrong("error-gathering-past")),
        Some(day) if closes.is_some_and(|closes| day > closes) => Err(wrong("error-gathering-late")),
        Some(day) => Ok(day),
    }
}

/// What somebody tells a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryTold {
    pub text: String,
    /// Empty where none was given.
    pub name: String,
    pub uses: StoryUse,
}

impl StoryTold {
    /// Reads the form of a group that asks for a name, or does not.
    pub fn parse(form: &Form, asks_name: bool) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let text = problems.take(story(form));
        let name = form.text("name").filter(|_| asks_name).unwrap_or_default();
        let uses = StoryUse::read(form, asks_name);
        if text::length(&name) > LONGEST_TITLE {
            problems.add(Problem::new("name", "error-title-long").with("limit", LONGEST_TITLE));
        } else if uses == Ok(StoryUse::Named) && name.is_empty() {
            problems.add(Problem::new("name", "error-story-name"));
        }
        let uses = problems.take(uses);
        match (text, uses) {
            (Some(text), Some(uses)) if problems.is_empty() => Ok(Self { text, name, uses }),
            _ => Err(problems),
        }
    }
}

fn story(form: &Form) -> Result<String, Problem> {
    let written = form.long_text("story").ok_or_else(|| Problem::new("story", "error-story"))?;
    let words = text::words(&written);
    let most = STORY_WORDS as usize;
    if words > most {
        let over = words - most;
        return Err(Problem::new("story", "error-story-words").with("limit", most).with("over", over));
    }
    no_longer("story", written, LONGEST_STORY)
}

/// What the members of a group note for each other about a story; nothing where it was left blank.
pub fn read_note(form: &Form) -> Result<String, Problem> {
    no_longer("note", form.long_text("note").unwrap_or_default(), LONGEST_WORDS)
}

/// A character as it is compared: programs turn quotation marks and apostrophes into others.
const fn alike(c: char) -> char {
    match c {
        '‘' | '’' | '‚' | '‛' | '`' | '´' => '\'',
        '“' | '”' | '„' | '‟' => '"',
        c => c,
    }
}

/// Where words stand in a text, in code points; both are one line. They begin and end where words do.
fn find(line: &str, words: &str) -> Option<text::Span> {
    let folded: String = line.chars().map(alike).collect();
    let wanted: String = words.chars().map(alike).collect();
    let (first, last) = (wanted.chars().next()?, wanted.chars().next_back()?);
    let within =
        |one: Option<char>, other: char| one.is_some_and(char::is_alphanumeric) && other.is_alphanumeric();
    let mut from = 0;
    while let Some(at) = folded[from..].find(&wanted).map(|at| from + at) {
        let (before, after) = (&folded[..at], &folded[at + wanted.len()..]);
        if !within(before.chars().next_back(), first) && !within(after.chars().next(), last) {
            let start = text::length(before);
            return Some(text::Span { start, end: start + text::length(&wanted) });
        }
        from = at + first.len_utf8();
    }
    None
}

/// The words of a story that somebody wants to quote, on one line, as the story has them; nothing where they do not stand in
/// it word for word. White space and the forms of quotation marks make no difference.
pub fn word_for_word(story: &str, wanted: &str) -> Option<String> {
    let story = text::line(story);
    let span = find(&story, &text::line(wanted))?;
    text::slice(&story, span).map(str::to_owned)
}

/// Whether words stand in a text, whatever white space is between them.
pub fn stands(text: &str, words: &str) -> bool {
    find(&text::line(text), &text::line(words)).is_some()
}

/// A quote as it stands in an answer: a paragraph of its own, with the number of the story and the name that may be said.
pub fn passage(words: &str, number: i32, name: &str, language: Language) -> String {
    let story = match language {
        Language::English => "Story",
        Language::Welsh => "Stori",
    };
    let name = if name.is_empty() { String::new() } else { format!(", {name}") };
    format!("“{words}” ({story} {number}{name})")
}

/// An answer with a passage below what stands there.
pub fn with_passage(held: &str, passage: &str) -> String {
    let held = held.trim_end();
    if held.is_empty() { passage.to_owned() } else { format!("{held}\n\n{passage}") }
}

crate::named! {
    /// Why a quote may not be sent as it stands.
    pub enum QuoteFault {
        /// Its words may not be quoted any more.
        Words => "words",
        /// They may be, but not with the name.
        Name => "name",
    }
}

/// A quote of a story in an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The number of the story.
    pub number: i32,
    pub words: String,
    /// The name that stands with it; empty where none does.
    pub name: String,
}

impl Quote {
    /// What is wrong with it in an answer, where its story may be used so now. A quote whose words are gone from the answer
    /// is none.
    pub fn fault(&self, answer: &str, uses: StoryUse) -> Option<QuoteFault> {
        if !stands(answer, &self.words) {
            return None;
        }
        let named = || {
            let marked = answer.contains(&format!(" {}, {})", self.number, self.name));
            let beside = |line: &str| stands(line, &self.words) && stands(line, &self.name);
            !self.name.is_empty() && (marked || answer.lines().any(beside))
        };
        match uses {
            StoryUse::ReadOnly => Some(QuoteFault::Words),
            StoryUse::Unnamed if named() => Some(QuoteFault::Name),
            StoryUse::Named | StoryUse::Unnamed => None,
        }
    }
}

#[cfg(test)]
#[path = "gathering_tests.rs"]
mod tests;
