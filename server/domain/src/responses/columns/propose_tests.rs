use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::calls::{Asks, Question, QuestionKind, Section};

/// A form with a long text, one of two, and any of two.
fn form() -> Questionnaire {
    let section = Section { id: Uuid::nil(), title: String::new(), intro: String::new(), asked_if: None };
    let asked = |id: u128, title: &str, kind, labels: &[&str]| Question {
        id: Uuid::from_u128(id),
        section: section.id,
        title: title.to_owned(),
        help: String::new(),
        required: true,
        asks: Asks::plain(kind),
        choices: labels
            .iter()
            .zip(1..)
            .map(|(label, at)| Choice {
                id: Uuid::from_u128(id * 10 + at),
                label: (*label).to_owned(),
                alone: false,
            })
            .collect(),
        asked_if: None,
    };
    let questions = vec![
        asked(1, "What helped you to come home?", QuestionKind::LongText, &[]),
        asked(2, "Did you go home on the day?", QuestionKind::SingleChoice, &["Yes", "No"]),
        asked(3, "Who helped?", QuestionKind::MultipleChoice, &["A nurse", "A neighbour"]),
    ];
    Questionnaire { sections: vec![section], questions, ..Questionnaire::default() }
}

fn column(name: &str, asked: &str, values: &[&str]) -> Column {
    let values = values.iter().map(|value| (*value).to_owned()).collect();
    Column { name: name.to_owned(), asked: asked.to_owned(), values }
}

#[test]
fn a_file_of_qualtrics_is_understood() {
    let columns = [
        column("StartDate", "Start Date", &[]),
        column("IPAddress", "IP Address", &["127.0.0.1"]),
        column("RecordedDate", "Recorded Date", &[]),
        column("ResponseId", "Response ID", &[]),
        column("UserLanguage", "User Language", &["EN"]),
        column("Q1", "What helped you to come home?", &["Words"]),
        column("Q2", "Did you go home on the day?", &["Yes", "No"]),
        column("Q3_1", "Who helped? - Selected Choice - A nurse", &["A nurse"]),
        column("Q3_2", "Who helped? - Selected Choice - A neighbour", &["A neighbour"]),
    ];
    let choice = |at: u128| Target::Choice(3, Uuid::from_u128(30 + at));
    let expected = [
        Target::Ignore,
        Target::Ignore,
        Target::Received,
        Target::Id,
        Target::Language,
        Target::Answer(1),
        Target::Answer(2),
        choice(1),
        choice(2),
    ];
    assert_eq!(propose(Shape::Qualtrics, &columns, &form()), expected);
}

#[test]
fn a_file_of_citizen_space_is_understood() {
    let columns = [
        column("Response ID", "", &["ANON-1ABC-2DEF-3"]),
        column("Date Submitted", "", &[]),
        column("What is your name?", "", &["Nia"]),
        column("1. What helped you to come home?", "", &["Words"]),
        column("3. Who helped?", "", &["A nurse"]),
        column("3. Who helped? (2)", "", &["A neighbour"]),
        column("Something else altogether", "", &["x"]),
    ];
    let choice = |at: u128| Target::Choice(3, Uuid::from_u128(30 + at));
    let expected =
        [Target::Id, Target::Received, Target::Name, Target::Answer(1), choice(1), choice(2), Target::Ignore];
    assert_eq!(propose(Shape::CitizenSpace, &columns, &form()), expected);
}

#[test]
fn the_columns_that_an_export_has_of_examples_are_understood() {
    let mut form = form();
    form.questions[1].asks = Asks::plain(QuestionKind::Evidence);
    let exported = form.questions[1].columns();
    let columns: Vec<Column> = exported.iter().map(|name| column(name, "", &["Words"])).collect();
    let proposed = propose(Shape::Plain, &columns, &form);
    let cells: Vec<Target> = (0..exported.len()).map(|at| Target::Cell(2, at)).collect();
    assert_eq!(proposed, cells);
    assert_eq!(Target::of_question(2, &form.questions[1]), cells);
}

proptest! {
    #[test]
    fn nothing_is_proposed_twice_and_all_that_is_can_be_taken(
        names in prop::collection::vec("(What helped you to come home|Who helped|id|Q1|name|date)[ a-z]{0,4}", 1..20),
    ) {
        let columns: Vec<Column> = names.iter().map(|name| column(name, "", &["A nurse"])).collect();
        let (form, proposed) = (form(), propose(Shape::Plain, &columns, &form()));
        prop_assert_eq!(proposed.len(), columns.len());
        let known = Target::all(&form);
        let said: Vec<&Target> = proposed.iter().filter(|target| **target != Target::Ignore).collect();
        let apart: BTreeSet<&Target> = said.iter().copied().collect();
        prop_assert_eq!(apart.len(), said.len());
        prop_assert!(said.iter().all(|target| known.contains(target)));
        let mut fields = crate::forms::Form::default();
        proposed.iter().enumerate().for_each(|(at, target)| fields.set(&format!("column-{at}"), target.to_string()));
        let read = super::super::read_targets(&fields, proposed.len(), &form);
        let answers = said.iter().any(|target| matches!(target, Target::Answer(_) | Target::Choice(..) | Target::Cell(..)));
        prop_assert_eq!(read.is_ok(), answers);
    }
}
