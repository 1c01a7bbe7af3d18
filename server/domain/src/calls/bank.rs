//! The question bank: questions worth asking again, in the same words, so that the answers of several calls can be compared.

use uuid::Uuid;

use super::{Question, QuestionDetails, question_fields};
use crate::forms::{Form, Problem, Problems};
use crate::text;

/// The most characters of a note.
const LONGEST_NOTE: usize = 2000;

/// What a team member typed for a question of the bank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BankDetails {
    /// In no section, and with no rule: both belong to a call.
    pub question: QuestionDetails,
    /// What it is for, and where its words come from.
    pub note: String,
}

impl BankDetails {
    /// Reads the form: that of a question without its section and its rule, and a note.
    pub fn parse(form: &Form) -> Result<Self, Problems> {
        let mut typed = form.clone();
        typed.set("section", Uuid::nil().to_string());
        let mut problems = Problems::default();
        let question = problems.take_all(QuestionDetails::parse(&typed, &[Uuid::nil()], &[]));
        let note = problems.take(note(form));
        match (question, note) {
            (Some(question), Some(note)) if problems.is_empty() => Ok(Self { question, note }),
            _ => Err(problems),
        }
    }
}

/// A question of the bank as the fields of the form.
pub fn bank_fields(held: &Question, note: &str) -> Form {
    let mut form = question_fields(held);
    form.set("note", note);
    form
}

/// The note of a form.
pub fn note(form: &Form) -> Result<String, Problem> {
    let note = form.long_text("note").unwrap_or_default();
    if text::length(&note) > LONGEST_NOTE {
        return Err(Problem::new("note", "error-bank-note-long").with("most", LONGEST_NOTE));
    }
    Ok(note)
}

/// Whether a question of the bank is one that somebody looks for by these words: each is in its title, its help, its
/// choices or its note, whatever the case.
pub fn finds(words: &str, asked: &Question, note: &str) -> bool {
    let choices = asked.choices.iter().map(|choice| choice.label.as_str());
    let held: Vec<String> =
        [asked.title.as_str(), &asked.help, note].into_iter().chain(choices).map(str::to_lowercase).collect();
    words.to_lowercase().split_whitespace().all(|word| held.iter().any(|text| text.contains(word)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calls::question::tests::question;
    use crate::calls::{Asks, QuestionKind};

    fn form(note: &str) -> Form {
        Form::from_pairs([
            ("title", "How old are you?"),
            ("kind", "single-choice"),
            ("choices", "Under 18\n18 or over"),
            ("note", note),
        ])
    }

    #[test]
    fn a_question_of_the_bank_is_one_without_a_section() {
        let read = BankDetails::parse(&form("The census asks so.")).expect("a question");
        assert_eq!((read.question.title.as_str(), read.question.choices.len()), ("How old are you?", 2));
        assert_eq!((read.question.section, read.note.as_str()), (Uuid::nil(), "The census asks so."));
        let long = BankDetails::parse(&form(&"a".repeat(2001))).expect_err("a problem");
        assert_eq!(long.at("note").map(|problem| problem.message), Some("error-bank-note-long"));
        let untitled =
            BankDetails::parse(&Form::from_pairs([("kind", "short-text")])).expect_err("a problem");
        assert_eq!(untitled.at("title").map(|problem| problem.message), Some("error-question-title"));
    }

    #[test]
    fn it_is_found_by_all_of_the_words_wherever_they_are() {
        let asked = question(7, Asks::plain(QuestionKind::SingleChoice), 1);
        for (words, found) in
            [("", true), ("QUESTION choice", true), ("census", true), ("7 census", true), ("7 young", false)]
        {
            assert_eq!(finds(words, &asked, "As the census asks."), found, "{words}");
        }
    }
}
