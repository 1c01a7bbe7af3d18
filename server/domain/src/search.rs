//! What can be asked of the search over responses.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::forms::Form;
use crate::responses::{RespondentKind, Sector};

/// How many hits a page shows.
pub const PAGE: usize = 20;

/// The last page that can be asked for.
pub const LAST_PAGE: usize = 500;

/// The most words and phrases of a query that count. What follows is left out: no one reads the answers to more, and
/// a whole document pasted into the search must not hold up everyone else's.
pub const MOST_PIECES: usize = 40;

/// A question put to the index. Everything given must hold; nothing given means everything.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Query {
    /// Words and "phrases", read by [`Words::parse`].
    pub words: String,
    /// A code; codes under it count as well.
    pub code: Option<Uuid>,
    pub kind: Option<RespondentKind>,
    pub sector: Option<Sector>,
    /// An integrated care system, by its organisation id.
    pub system: Option<Uuid>,
    pub question: Option<Uuid>,
    /// Pages count from 1.
    pub page: usize,
}

impl Query {
    /// Reads the search form. What is not understood is left out: a search never fails for its address.
    pub fn parse(form: &Form) -> Self {
        let id = |name: &str| form.value(name).parse().ok();
        Self {
            words: form.text("words").unwrap_or_default(),
            code: id("code"),
            kind: RespondentKind::parse(form.value("kind")),
            sector: Sector::parse(form.value("sector")),
            system: id("system"),
            question: id("question"),
            page: form.value("page").parse().ok().filter(|page| (1..=LAST_PAGE).contains(page)).unwrap_or(1),
        }
    }

    /// This query as the fields of its form; what is not asked for has no value.
    pub fn form(&self) -> Form {
        let mut form = Form::default();
        form.set("words", self.words.as_str());
        form.set("code", self.code.map(|id| id.to_string()).unwrap_or_default());
        form.set("kind", self.kind.map_or("", RespondentKind::as_str));
        form.set("sector", self.sector.map_or("", Sector::as_str));
        form.set("system", self.system.map(|id| id.to_string()).unwrap_or_default());
        form.set("question", self.question.map(|id| id.to_string()).unwrap_or_default());
        form.set("page", self.page.to_string());
        form
    }
}

/// One thing that an answer holds, or does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A word in any of its forms: *waiting* finds *waited*.
    Word(String),
    /// These words in this order and form.
    Phrase(String),
}

/// What the words of a query ask for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// From each of these groups an answer holds at least one piece.
    pub required: Vec<Vec<Piece>>,
    /// Of these an answer holds none.
    pub excluded: Vec<Piece>,
}

impl Words {
    /// Reads words as people type them. Words are all required; `"words in quotation marks"` are a phrase; `-` before
    /// a word or a phrase excludes it; `OR` between two asks for either. Everything else is plain text, so nothing
    /// that is typed can be wrong.
    pub fn parse(typed: &str) -> Self {
        let mut words = Self::default();
        let mut either = false;
        for (number, (excluded, piece)) in pieces(typed).into_iter().take(MOST_PIECES).enumerate() {
            match piece {
                Piece::Word(word) if word == "OR" && !excluded && number > 0 => either = true,
                piece if excluded => {
                    words.excluded.push(piece);
                    either = false;
                }
                piece => {
                    match words.required.last_mut().filter(|_| either) {
                        Some(group) => group.push(piece),
                        None => words.required.push(vec![piece]),
                    }
                    either = false;
                }
            }
        }
        words
    }
}

/// The pieces in order, each with whether a minus stands before it.
fn pieces(typed: &str) -> Vec<(bool, Piece)> {
    let mut found = Vec::new();
    let mut rest = typed.trim_start();
    while !rest.is_empty() {
        let minus = rest
            .strip_prefix('-')
            .filter(|after| !after.is_empty() && !after.starts_with(char::is_whitespace));
        let body = minus.unwrap_or(rest);
        let (piece, after) = if let Some(quoted) = body.strip_prefix(is_quote) {
            let end = quoted.find(is_quote).unwrap_or(quoted.len());
            (
                Piece::Phrase(quoted[..end].to_owned()),
                quoted[end..].strip_prefix(is_quote).unwrap_or_default(),
            )
        } else {
            let end = body.find(|c: char| c.is_whitespace() || is_quote(c)).unwrap_or(body.len());
            (Piece::Word(body[..end].to_owned()), &body[end..])
        };
        found.push((minus.is_some(), piece));
        rest = after.trim_start();
    }
    found
}

/// Straight and curly double quotation marks: a telephone types the curly ones.
const fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn word(text: &str) -> Piece {
        Piece::Word(text.to_owned())
    }

    fn phrase(text: &str) -> Piece {
        Piece::Phrase(text.to_owned())
    }

    #[test]
    fn words_are_all_required_and_or_joins_its_neighbours() {
        let words = Words::parse("waiting gp OR \"family doctor\" OR surgery -dentist");
        let either = vec![word("gp"), phrase("family doctor"), word("surgery")];
        assert_eq!(words.required, [vec![word("waiting")], either]);
        assert_eq!(words.excluded, [word("dentist")]);
    }

    #[test]
    fn what_looks_like_a_search_language_is_plain_text() {
        let words = Words::parse("text:(care* - \"unclosed phrase");
        assert_eq!(words.required, [[word("text:(care*")], [word("-")], [phrase("unclosed phrase")]]);
        assert_eq!(Words::parse("OR").required, [[word("OR")]]);
        assert_eq!(Words::parse("-“long waits” care").excluded, [phrase("long waits")]);
    }

    proptest! {
        #[test]
        fn anything_at_all_can_be_typed(typed in any::<String>()) {
            let words = Words::parse(&typed);
            prop_assert!(words.required.iter().all(|group| !group.is_empty()));
            let pieces = words.required.iter().map(Vec::len).sum::<usize>() + words.excluded.len();
            prop_assert!(pieces <= MOST_PIECES);
        }

        #[test]
        fn no_word_is_lost(list in prop::collection::vec("[a-z]{1,6}", 1..30)) {
            let words = Words::parse(&list.join(" "));
            let expected: Vec<_> = list.iter().map(|text| vec![word(text)]).collect();
            prop_assert_eq!(words.required, expected);
        }
    }
}
