//! The text of a letter, as a team can write it: plain words with places in braces.

use super::{LetterKind, Place};
use crate::forms::{Form, Problem, Problems};
use crate::text;

/// The most characters of the text of a letter.
pub const LONGEST_BODY: usize = 5000;

/// The subject and the text of a kind of letter in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterText {
    pub subject: String,
    pub body: String,
}

/// A part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'t> {
    /// Words as they are.
    Words(&'t str),
    /// The name of a place to fill.
    Place(&'t str),
}

/// The parts of a text. A brace that is not closed on its line is only a brace.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let (mut words, mut at) = (0, 0);
    while let Some(open) = text[at..].find('{').map(|found| at + found) {
        let inside = &text[open + 1..];
        let Some(length) = inside.find(['}', '\n', '{']).filter(|end| inside[*end..].starts_with('}')) else {
            at = open + 1;
            continue;
        };
        if words < open {
            found.push(Piece::Words(&text[words..open]));
        }
        found.push(Piece::Place(inside[..length].trim()));
        at = open + 1 + length + 1;
        words = at;
    }
    if words < text.len() {
        found.push(Piece::Words(&text[words..]));
    }
    found
}

impl LetterText {
    /// Reads the form in which a team writes it. Every place must be one of this kind of letter, and what the letter is
    /// of no use without must be there.
    pub fn parse(form: &Form, kind: LetterKind) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let subject = problems.title(form, "subject", "error-letter-subject");
        let body = problems.require(form.long_text("body"), "body", "error-letter-body");
        if let Some(subject) = &subject {
            unknown(&mut problems, "subject", subject, kind);
        }
        if let Some(body) = &body {
            if text::length(body) > LONGEST_BODY {
                problems.add(Problem::new("body", "error-letter-long").with("limit", LONGEST_BODY));
            }
            unknown(&mut problems, "body", body, kind);
            // One problem at a time stands at a field.
            if problems.at("body").is_none() {
                lacking(&mut problems, body, kind);
            }
        }
        match (subject, body) {
            (Some(subject), Some(body)) if problems.is_empty() => Ok(Self { subject, body }),
            _ => Err(problems),
        }
    }

    /// The same as a form.
    pub fn form(&self) -> Form {
        Form::from_pairs([("subject", self.subject.clone()), ("body", self.body.clone())])
    }
}

/// Names the first place that is none of this kind of letter.
fn unknown(problems: &mut Problems, field: &str, text: &str, kind: LetterKind) {
    let known = |name: &str| kind.places().iter().any(|place| place.name == name);
    let first = pieces(text).into_iter().find_map(|piece| match piece {
        Piece::Place(name) if !known(name) => Some(name.to_owned()),
        _ => None,
    });
    if let Some(name) = first {
        problems.add(Problem::new(field, "error-letter-place").with("place", format!("{{{name}}}")));
    }
}

fn lacking(problems: &mut Problems, body: &str, kind: LetterKind) {
    let there = pieces(body);
    let lacks = |place: &&Place| place.needed && !there.contains(&Piece::Place(place.name));
    if let Some(place) = kind.places().iter().find(lacks) {
        let name = format!("{{{}}}", place.name);
        problems.add(Problem::new("body", "error-letter-needs").with("place", name));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn places_are_found_and_braces_stay_braces() {
        use Piece::{Place as P, Words as W};
        assert_eq!(pieces("Dear {name}, read {link}"), [W("Dear "), P("name"), W(", read "), P("link")]);
        assert_eq!(pieces("{ link }{}"), [P("link"), P("")]);
        assert_eq!(pieces("a { b\n} {{site}"), [W("a { b\n} {"), P("site")]);
        assert!(pieces("").is_empty());
    }

    #[test]
    fn an_unknown_place_is_named() {
        let form = Form::from_pairs([("subject", "From {site}"), ("body", "Hello {7*7}")]);
        let problems = LetterText::parse(&form, LetterKind::Test).expect_err("there is no such place");
        let problem = problems.at("body").expect("at the body");
        assert_eq!(problem.args, [("place", "{7*7}".to_owned())]);
        assert!(problems.at("subject").is_none());
    }

    proptest! {
        #[test]
        fn the_pieces_are_the_whole_text(text in "[a-z{} \n]{0,40}") {
            let whole: String = pieces(&text).into_iter().map(|piece| match piece {
                Piece::Words(words) => words.to_owned(),
                Piece::Place(name) => format!("{{{name}}}"),
            }).collect();
            let solid = |text: &str| text.replace(' ', "");
            prop_assert_eq!(solid(&whole), solid(&text));
        }

        #[test]
        fn what_is_taken_can_be_filled_whole(subject in "\\PC{0,30}", body in "[a-z{}\n site]{0,60}") {
            let form = Form::from_pairs([("subject", subject), ("body", body)]);
            if let Ok(text) = LetterText::parse(&form, LetterKind::Test) {
                let known = |piece: &Piece<'_>| !matches!(piece, Piece::Place(name) if *name != "site");
                prop_assert!(pieces(&text.subject).iter().chain(&pieces(&text.body)).all(known));
            }
        }
    }
}
