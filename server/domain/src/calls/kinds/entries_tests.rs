use super::*;
use crate::calls::kinds::evidence::{Part, Permission, Sort, withheld};
use crate::calls::kinds::{Evidence, FieldKind, Group};
use crate::calls::question::tests::question;
use crate::calls::{Answer, Asks, QuestionKind};
use crate::text::{Span, slice};
use proptest::prelude::*;

fn group(least: u32, most: u32) -> Question {
    let fields = vec![
        Field::new("What happened", FieldKind::Text).needed(),
        Field::new("Where", FieldKind::Choice).offering(["At home", "In hospital"]),
        Field::new("Cost", FieldKind::Number),
        Field::new("When", FieldKind::Date),
        Field::new("Who", FieldKind::Line),
    ];
    let limits = Limits { least, most };
    question(1, Asks::Group(Group { noun: "example".to_owned(), fields, limits }), 0)
}

fn evidence() -> Question {
    question(2, Asks::Evidence(Evidence::default()), 0)
}

fn form(fields: &[(&str, &str)]) -> Form {
    Form::from_pairs(fields.iter().copied())
}

fn answered(asked: &Question, fields: &[(&str, &str)]) -> Answer {
    asked.answer(&form(fields)).expect("taken").expect("an answer")
}

/// A piece of evidence that says this, and whether it may be published.
fn piece(number: u32, claim: &str, may: Permission) -> Vec<(String, String)> {
    let at = |part: Part| field(number, Part::ALL.iter().position(|other| *other == part).expect("a part"));
    vec![
        (at(Part::Claim), claim.to_owned()),
        (at(Part::Sort), Sort::Research.label().to_owned()),
        (at(Part::Permission), may.label().to_owned()),
    ]
}

#[test]
fn each_field_of_an_entry_is_said_on_a_line_and_entries_stand_apart() {
    let asked = group(1, 3);
    let answer = answered(
        &asked,
        &[
            ("answer-1-1", "We waited.\r\nFor hours."),
            ("answer-1-2", "in hospital"),
            ("answer-1-3", "12.50"),
            ("answer-1-4-day", "9"),
            ("answer-1-4-month", "Jan"),
            ("answer-1-4-year", "2023"),
            ("answer-7-1", "Nobody came."),
        ],
    );
    let said = "Example 1\nWhat happened: We waited.\nFor hours.\nWhere: In hospital\nCost: 12.5\n\
                When: 9 January 2023\n\nExample 2\nWhat happened: Nobody came.";
    assert_eq!(asked.words(&answer), said);
    assert_eq!(asked.columns().len(), 15);
    assert_eq!(asked.columns()[6], "Question 1 – Example 2 – Where");
    assert_eq!(
        asked.cells(&answer)[..6],
        ["We waited.\nFor hours.", "In hospital", "12.5", "2023-01-09", "", "Nobody came."]
    );
}

#[test]
fn what_is_wrong_stands_at_the_field_of_its_entry() {
    let asked = group(2, 2);
    let refused = |fields: &[(&str, &str)]| -> Vec<(String, &'static str)> {
        let problems = asked.answer(&form(fields)).expect_err("it is refused");
        problems.iter().map(|problem| (problem.field.clone(), problem.message)).collect()
    };
    let at = |field: &str, message| vec![(field.to_owned(), message)];
    assert_eq!(refused(&[]), at("answer", "error-entries-missing"));
    assert_eq!(refused(&[("answer-2-5", "A nurse")]), at("answer-2-1", "error-entry-missing"));
    assert_eq!(refused(&[("answer-1-1", "Once.")]), at("answer", "error-entries-few"));
    let three = [("answer-1-1", "a"), ("answer-2-1", "b"), ("answer-3-1", "c")];
    assert_eq!(refused(&three), at("answer", "error-entries-many"));
    let wrong =
        [("answer-1-1", "a"), ("answer-1-3", "much"), ("answer-1-2", "Abroad"), ("answer-1-4-day", "x")];
    let found = [
        ("answer-1-2", "error-answer-unknown-choice"),
        ("answer-1-3", "error-answer-number"),
        ("answer-1-4-day", "error-answer-day"),
    ];
    assert_eq!(refused(&wrong), found.map(|(field, message)| (field.to_owned(), message)));
    let long = "a".repeat(10_001);
    assert_eq!(refused(&[("answer-1-1", &long)]), at("answer-1-1", "error-answer-too-long"));
}

#[test]
fn an_entry_is_open_where_it_is_asked_for_or_wrong_and_the_first_where_there_is_none() {
    let asked = group(1, 2);
    let shape = asked.asks.settings().entries().expect("entries");
    let open = |fields: &[(&str, &str)]| shape.open(&form(fields)).into_iter().collect::<Vec<_>>();
    assert_eq!(open(&[]), [1]);
    assert_eq!(open(&[("answer-1-1", "a")]), [0_u32; 0]);
    assert_eq!(open(&[("answer-1-1", "a"), (OPEN, "1")]), [1]);
    assert_eq!(open(&[("answer-1-1", "a"), (OPEN, "2")]), [2]);
    assert_eq!(open(&[("answer-1-1", "a"), (OPEN, "3")]), [0_u32; 0], "it is not the next");
    assert_eq!(
        open(&[("answer-1-1", "a"), ("answer-2-1", "b"), (OPEN, "3")]),
        [0_u32; 0],
        "it is one too many"
    );
    assert_eq!(open(&[("answer-1-1", "a"), ("answer-2-5", "b"), (OPEN, "1")]), [1, 2]);
    assert_eq!(open(&[(OPEN, "4294967295"), ("answer-4294967295-1", "b")]), [u32::MAX]);
    let left = without(
        &form(&[("answer-1-1", "a"), ("answer-2-1", "b"), ("answer-1-4-day", "1"), ("seen", "x")]),
        1,
    );
    assert_eq!(left, form(&[("answer-1-1", "b"), ("seen", "x")]));
}

#[test]
fn a_date_of_evidence_can_be_a_year_or_a_month() {
    let at = Part::ALL.iter().position(|part| *part == Part::Date).expect("a date");
    let asked = evidence();
    for (day, month, year, held, said) in [
        ("", "", "2021", "2021", "2021"),
        ("", "3", "2021", "2021-03", "March 2021"),
        ("9", "3", "2021", "2021-03-09", "9 March 2021"),
    ] {
        let mut typed = Form::from_pairs(piece(1, "It helps.", Permission::Given));
        for (part, value) in [("day", day), ("month", month), ("year", year)] {
            typed.set(&format!("{}-{part}", field(1, at)), value);
        }
        let answer = asked.answer(&typed).expect("taken").expect("an answer");
        assert_eq!(asked.cells(&answer)[at], held);
        assert!(asked.words(&answer).contains(&format!("\nDate: {said}\n")), "{}", asked.words(&answer));
        assert_eq!(asked.answer(&asked.fields(&answer)), Ok(Some(answer)));
    }
    let mut typed = Form::from_pairs(piece(1, "It helps.", Permission::Given));
    typed.set(&format!("{}-day", field(1, at)), "9");
    let problems = asked.answer(&typed).expect_err("a day of no month");
    assert_eq!(problems.iter().next().map(|problem| problem.message), Some("error-answer-month"));
}

#[test]
fn evidence_is_withheld_unless_its_giver_said_that_it_may_be_published() {
    let asked = evidence();
    let pieces = [(1, "It helps.", Permission::Given), (2, "It does not.", Permission::Refused)];
    let typed = pieces.into_iter().flat_map(|(number, claim, may)| piece(number, claim, may));
    let answer = asked.answer(&Form::from_pairs(typed)).expect("taken").expect("an answer");
    let text = asked.words(&answer);
    let closed = withheld(&answer, &text);
    let parts: Vec<_> = closed.iter().filter_map(|span| slice(&text, *span)).collect();
    let second = "Evidence 2\nWhat it shows: It does not.\nSort of evidence: Research\nMay be published: No";
    assert_eq!(parts, [second]);
    // Where nobody can say which words are whose, none are published.
    let other = format!("Other words.\n\n{text}");
    assert_eq!(withheld(&answer, &other), [Span { start: 0, end: text::length(&other) }]);
    assert_eq!(asked.asks.settings().of_cells(&asked, &[""; 35], "\n"), None);
    let mut cells = vec![""; 35];
    cells[0] = "Nobody said.";
    let imported = Answer::from(asked.asks.settings().of_cells(&asked, &cells, "\n").expect("an answer"));
    assert_eq!(withheld(&imported, &asked.words(&imported)).len(), 1);
}

#[test]
fn only_the_address_of_a_page_is_a_source() {
    let at = field(1, Part::ALL.iter().position(|part| *part == Part::Source).expect("a source"));
    for (typed, is) in [
        ("https://www.nhs.uk/a?b#c", true),
        ("http://gov.wales", true),
        ("www.nhs.uk", false),
        ("javascript:alert(1)", false),
        ("https://nowhere", false),
        ("https://nhs.uk/a b", false),
    ] {
        let mut fields = Form::from_pairs(piece(1, "It helps.", Permission::Given));
        fields.set(&at, typed);
        assert_eq!(evidence().answer(&fields).is_ok(), is, "{typed}");
    }
}

#[test]
fn settings_of_a_group_say_what_is_wrong_at_their_field() {
    let good = [("noun", "example"), ("field-1-name", "Cost"), ("field-1-kind", "number")];
    let lines = (0..21).map(|line| line.to_string()).collect::<Vec<_>>().join("\n");
    for (wrong, field, message) in [
        (vec![("noun", "")], "noun", "error-question-noun"),
        (vec![("field-1-name", "")], "field-1-name", "error-question-fields"),
        (vec![("field-2-name", "COST")], "field-2-name", "error-question-field-twice"),
        (vec![("field-3-choices", "A\nB")], "field-3-name", "error-question-field-name"),
        (vec![("field-1-kind", "choice")], "field-1-choices", "error-question-choices"),
        (
            vec![("field-1-kind", "choice"), ("field-1-choices", "A\nA")],
            "field-1-choices",
            "error-question-choices-twice",
        ),
        (
            vec![("field-1-kind", "choice"), ("field-1-choices", &*lines)],
            "field-1-choices",
            "error-question-choices-many",
        ),
        (vec![("most-entries", "21")], "most-entries", "error-question-entries"),
        (vec![("least-entries", "3"), ("most-entries", "2")], "most-entries", "error-question-most"),
    ] {
        let mut typed = form(&good);
        for (name, value) in &wrong {
            typed.set(name, *value);
        }
        let mut problems = Problems::default();
        Asks::parse(QuestionKind::Group, &typed, &mut problems);
        let found: Vec<_> =
            problems.iter().map(|problem| (problem.field.as_str(), problem.message)).collect();
        assert_eq!(found, [(field, message)]);
    }
}

/// What somebody could type into a field.
fn typed() -> impl Strategy<Value = String> {
    "\\PC{0,20}|[0-9]{1,4}|in hospital|At home|Research|Yes|No|\\PC{0,9}\r\n\\PC{0,9}|https://a\\.b"
}

#[test]
fn paper_may_say_a_part_of_an_entry_and_what_says_nothing_of_publishing_is_withheld() {
    let asked = evidence();
    let claim = [("answer-1-1", "The bus was late.")];
    assert!(asked.answer(&form(&claim)).is_err(), "of whoever answers here all of it is asked");
    let paper = Question { required: false, asks: asked.asks.on_paper(), ..asked.clone() };
    let answer = answered(&paper, &claim);
    let text = paper.words(&answer);
    assert!(paper.takes(&answer) && !asked.takes(&answer));
    assert_eq!(withheld(&answer, &text), [Span { start: 0, end: text::length(&text) }]);
    let few = Question { required: false, asks: group(2, 3).asks.on_paper(), ..group(2, 3) };
    assert_eq!(few.words(&answered(&few, &[("answer-1-5", "A nurse")])), "Example 1\nWho: A nurse");
    assert_eq!(serde_json::to_string(&paper.asks).ok(), serde_json::to_string(&asked.asks).ok());
}

proptest! {
    #[test]
    fn whatever_is_typed_into_entries_is_refused_at_a_field_or_shown_again_as_it_was_taken(
        fields in prop::collection::vec((1_u32..5, 0_usize..7, prop::sample::select(vec!["", "-day", "-month", "-year"]), typed()), 0..30),
        is_evidence in any::<bool>(), required in any::<bool>(),
    ) {
        let asked = Question { required, ..if is_evidence { evidence() } else { group(1, 4) } };
        let pairs = fields.into_iter().map(|(entry, at, part, value)| (format!("{}{part}", field(entry, at)), value));
        let typed = Form::from_pairs(pairs);
        // Whatever becomes of it, it can be kept as it was typed.
        if let Some(kept) = Answer::typed(&typed) {
            prop_assert_eq!(asked.fields(&kept), typed.clone());
        }
        match asked.answer(&typed) {
            Err(problems) => {
                prop_assert!(problems.iter().all(|problem| problem.field.starts_with("answer")));
            }
            Ok(None) => prop_assert!(!required),
            Ok(Some(answer)) => {
                prop_assert!(asked.takes(&answer));
                prop_assert_eq!(asked.answer(&asked.fields(&answer)), Ok(Some(answer.clone())));
                let held = serde_json::to_string(&answer).expect("it is written");
                prop_assert_eq!(serde_json::from_str::<Answer>(&held).expect("it reads"), answer.clone());
                let cells = asked.cells(&answer);
                prop_assert_eq!(cells.len(), asked.columns().len());
                let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
                prop_assert_eq!(asked.asks.settings().of_cells(&asked, &cells, "\n"), Some(answer.given));
            }
        }
    }

    #[test]
    fn nothing_of_evidence_that_is_not_to_be_published_lies_outside_of_what_is_withheld(
        pieces in prop::collection::vec(("[a-z]{1,9}(\n\n?[A-Z]{1,9})?", any::<bool>()), 1..5),
    ) {
        let asked = evidence();
        let may = |yes: bool| if yes { Permission::Given } else { Permission::Refused };
        let typed = pieces.iter().zip(1..).flat_map(|((claim, yes), number)| piece(number, claim, may(*yes)));
        let answer = asked.answer(&Form::from_pairs(typed)).expect("taken").expect("an answer");
        let text = asked.words(&answer);
        let spans = withheld(&answer, &text);
        let parts: Vec<&str> = spans.iter().filter_map(|span| slice(&text, *span)).collect();
        prop_assert_eq!(parts.len(), pieces.iter().filter(|(_, yes)| !yes).count());
        for part in parts {
            prop_assert!(part.starts_with("Evidence ") && part.ends_with("May be published: No"), "{part}");
        }
    }
}
