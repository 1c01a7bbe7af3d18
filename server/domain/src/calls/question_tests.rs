use super::*;
use crate::calls::kinds::{Date, Declaration, MultipleChoice, NumberWithin, Point, SingleChoice, Why};
use crate::calls::{Given, Label, Rule, SectionDetails, Test};
use proptest::prelude::*;

/// A question of this number that asks for this and offers these choices.
pub(in crate::calls) fn question(number: u128, asks: Asks, choices: u128) -> Question {
    let choice = |at: u128| Choice {
        id: Uuid::from_u128(number * 100 + at),
        label: format!("Choice {at}"),
        alone: false,
    };
    Question {
        id: Uuid::from_u128(number),
        section: Uuid::nil(),
        title: format!("Question {number}"),
        help: String::new(),
        required: true,
        asks,
        choices: (0..choices).map(choice).collect(),
        asked_if: None,
    }
}

fn plain(kind: QuestionKind) -> Question {
    let offered = if kind == QuestionKind::Agreement || kind.has_choices() { 3 } else { 0 };
    question(1, Asks::plain(kind), offered)
}

fn ten_words() -> Question {
    question(1, Asks::long_text(Some(10)), 0)
}

fn answered(value: &str) -> Form {
    Form::from_pairs([("answer", value)])
}

fn refused(asked: &Question, form: &Form) -> (String, &'static str) {
    let problems = asked.answer(form).expect_err("it is refused");
    let first = problems.iter().next().expect("a problem");
    (first.field.clone(), first.message)
}

#[test]
fn the_word_limit_says_by_how_much_it_was_passed() {
    let problems =
        ten_words().answer(&answered("a b c d e f g h i j k l")).expect_err("twelve words are over ten");
    let args = &problems.iter().next().expect("a problem").args;
    assert_eq!(*args, vec![("limit", "10".to_owned()), ("over", "2".to_owned())]);
}

#[test]
fn exactly_the_limit_is_within_it() {
    assert!(ten_words().answer(&answered("a b c d e\r\nf g h i j")).is_ok());
}

#[test]
fn a_choice_that_was_not_offered_is_refused() {
    for kind in [QuestionKind::SingleChoice, QuestionKind::MultipleChoice, QuestionKind::Agreement] {
        let (field, message) = refused(&plain(kind), &answered("<script>"));
        assert_eq!((field.as_str(), message), ("answer", "error-answer-unknown-choice"));
    }
}

#[test]
fn a_blank_required_answer_is_missing_and_a_blank_optional_one_is_nothing() {
    for kind in QuestionKind::ALL {
        let mut asked = plain(*kind);
        assert!(asked.answer(&Form::default()).is_err(), "{kind} is needed");
        asked.required = false;
        let nothing = asked.answer(&answered("").clone());
        let choosing = asked.kind().has_choices() || *kind == QuestionKind::Agreement;
        if *kind == QuestionKind::Declaration {
            assert_eq!(
                refused(&asked, &Form::default()).1,
                "error-answer-declaration",
                "it is always needed"
            );
        } else if !choosing {
            assert_eq!(nothing, Ok(None), "{kind}");
        }
        if *kind != QuestionKind::Declaration {
            assert_eq!(asked.answer(&Form::default()), Ok(None), "{kind}");
        }
    }
    let mut text = plain(QuestionKind::ShortText);
    assert_eq!(refused(&text, &answered("  \n ")).1, "error-answer-missing");
    text.required = false;
    assert_eq!(text.answer(&answered("  ")), Ok(None));
}

#[test]
fn a_number_is_held_to_its_limits() {
    let limit = |text: &str| Some(text.parse().expect("a number"));
    let hours = |least, most| NumberWithin { least, most, unit: "hours".to_owned(), whole: false };
    let asked = |settings| question(1, Asks::Number(settings), 0);
    let between = asked(hours(limit("0"), limit("168")));
    for (typed, message) in [
        ("168.5", "error-answer-between"),
        ("-1", "error-answer-between"),
        ("many", "error-answer-number"),
        ("", "error-answer-number-missing"),
    ] {
        assert_eq!(refused(&between, &answered(typed)).1, message, "{typed}");
    }
    assert_eq!(refused(&asked(hours(limit("2"), None)), &answered("1")).1, "error-answer-least");
    assert_eq!(refused(&asked(hours(None, limit("2"))), &answered("3")).1, "error-answer-most");
    let whole = asked(NumberWithin { whole: true, ..NumberWithin::default() });
    assert_eq!(refused(&whole, &answered("1.5")).1, "error-answer-whole");
    let answer = between.answer(&answered("37.50")).expect("taken").expect("an answer");
    assert_eq!(
        (between.words(&answer), between.cells(&answer)),
        ("37.5 hours".to_owned(), vec!["37.5".to_owned()])
    );
}

#[test]
fn a_day_says_which_of_its_fields_is_wrong() {
    let asked = question(1, Asks::Date(Date {}), 0);
    let form = |day: &str, month: &str, year: &str| {
        Form::from_pairs([("answer-day", day), ("answer-month", month), ("answer-year", year)])
    };
    for (typed, problem) in [
        (form("", "", ""), ("answer-day", "error-answer-date-missing")),
        (form("", "2", "2023"), ("answer-day", "error-answer-day")),
        (form("1", "13", "2023"), ("answer-month", "error-answer-month")),
        (form("1", "2", "23"), ("answer-year", "error-answer-year")),
        (form("29", "2", "2023"), ("answer-day", "error-answer-no-day")),
    ] {
        let (field, message) = refused(&asked, &typed);
        assert_eq!((field.as_str(), message), problem);
    }
    for month in ["2", "02", "feb", "February", "Chwefror"] {
        let answer = asked.answer(&form("29", month, "2024")).expect("taken").expect("an answer");
        assert_eq!(asked.words(&answer), "29 February 2024");
        assert_eq!(asked.cells(&answer), ["2024-02-29"]);
    }
}

#[test]
fn addresses_and_numbers_to_ring_are_kept_from_the_record_and_not_from_whoever_gave_them() {
    for (kind, good, bad) in [
        (QuestionKind::Email, "sioned@folkmoot.example", "sioned"),
        (QuestionKind::Telephone, "+44 (0)29 2087 1234 ext. 5", "ring me"),
    ] {
        let asked = plain(kind);
        assert!(asked.answer(&answered(bad)).is_err());
        let answer = asked.answer(&answered(good)).expect("taken").expect("an answer");
        assert_eq!((asked.words(&answer), asked.plain(&answer)), (String::new(), good.to_owned()));
    }
}

#[test]
fn nothing_goes_with_a_choice_that_stands_alone() {
    let mut asked = question(1, Asks::MultipleChoice(MultipleChoice::default()), 3);
    asked.choices[2].alone = true;
    let form = |choices: &[usize]| {
        Form::from_pairs(choices.iter().map(|at| ("answer", asked.choices[*at].id.to_string())))
    };
    assert_eq!(refused(&asked, &form(&[0, 2])).1, "error-choice-not-alone");
    assert!(asked.answer(&form(&[2])).is_ok() && asked.answer(&form(&[0, 1])).is_ok());
}

#[test]
fn reasons_stay_with_what_was_chosen() {
    let why = |required| Some(Why { required, word_limit: Some(10) });
    let mut asked = question(1, Asks::SingleChoice(SingleChoice { why: why(false) }), 2);
    asked.required = false;
    let form = |choice: Option<usize>, why: &str| {
        let mut form = Form::from_pairs([("why", why)]);
        if let Some(choice) = choice {
            form.set("answer", asked.choices[choice].id.to_string());
        }
        form
    };
    let answer = asked.answer(&form(Some(1), "It is near.")).expect("taken").expect("an answer");
    assert_eq!(asked.words(&answer), "Choice 1\n\nIt is near.");
    assert_eq!(asked.cells(&answer), ["Choice 1", "It is near."]);
    assert_eq!(asked.fields(&answer), form(Some(1), "It is near."));
    assert_eq!(refused(&asked, &form(None, "It is near.")).1, "error-answer-why-alone");
    assert_eq!(refused(&asked, &form(Some(1), "a b c d e f g h i j k")).0, "why");
    assert_eq!(asked.answer(&form(None, "")), Ok(None));
    let needed = Question { asks: Asks::SingleChoice(SingleChoice { why: why(true) }), ..asked.clone() };
    assert_eq!(refused(&needed, &form(Some(1), " ")).1, "error-answer-why");
}

#[test]
fn other_words_must_be_declared_again() {
    let declared = |words: &str| question(1, Asks::Declaration(Declaration { words: words.to_owned() }), 0);
    let answer = declared("I may.").answer(&answered("yes")).expect("taken").expect("an answer");
    assert!(declared("I may.").takes(&answer) && !declared("I must.").takes(&answer));
}

#[test]
fn every_point_of_the_scale_is_found_again_by_its_choice() {
    for (label, point) in super::super::kinds::Agreement::points().into_iter().zip(Point::ALL) {
        let Label { text, alone } = label;
        assert_eq!(Point::of(&Choice { id: Uuid::nil(), label: text, alone }), Some(*point));
    }
}

proptest! {
    #[test]
    fn whatever_is_typed_is_refused_at_a_field_or_shown_again_as_it_was_taken(
        typed in "\\PC{0,40}|[0-9]{1,6}(\\.[0-9]{1,5})?", day in "[0-9a-z]{0,3}", month in "[0-9a-z]{0,4}",
        year in "[0-9]{0,5}", at in 0_usize..5, kind in 0..QuestionKind::ALL.len(),
    ) {
        let asked = plain(QuestionKind::ALL[kind]);
        let value = asked.choices.get(at).map_or(typed, |choice| choice.id.to_string());
        let form = Form::from_pairs([
            ("answer", value.as_str()), ("answer-day", &day), ("answer-month", &month), ("answer-year", &year),
        ]);
        match asked.answer(&form) {
            Err(problems) => prop_assert!(problems.iter().all(|problem| problem.field.starts_with("answer"))),
            Ok(None) => prop_assert!(false, "an answer is needed"),
            Ok(Some(answer)) => {
                prop_assert!(asked.takes(&answer));
                prop_assert_eq!(asked.answer(&asked.fields(&answer)), Ok(Some(answer.clone())));
                let held = serde_json::to_string(&answer).expect("it is written");
                prop_assert_eq!(serde_json::from_str::<Answer>(&held).expect("it reads"), answer.clone());
                let cell = asked.cells(&answer).remove(0);
                let again = asked.asks.settings().of_cell(&asked, &cell, "\n");
                prop_assert_eq!(again, Some(answer.given));
            }
        }
    }

    #[test]
    fn settings_are_held_as_they_were_made(least in 0_u32..100, more in 0_u32..100, limit in 10_u32..50_000, kind in 0..QuestionKind::ALL.len()) {
        let form = Form::from_pairs([
            ("least", least.to_string()), ("most", (least + more).to_string()), ("unit", "hours".to_owned()),
            ("word-limit", limit.to_string()), ("why", "required".to_owned()), ("choices", "A\nB".to_owned()),
            ("declaration", "I may.".to_owned()),
        ]);
        let mut problems = Problems::default();
        let (asks, _) = Asks::parse(QuestionKind::ALL[kind], &form, &mut problems);
        prop_assert!(problems.is_empty());
        let held = serde_json::to_string(&asks).expect("they are written");
        prop_assert_eq!(serde_json::from_str::<Asks>(&held).expect("they read"), asks.clone());
        let mut shown = Form::from_pairs([("choices", "A\nB")]);
        asks.settings().fill(&mut shown);
        prop_assert_eq!(Asks::parse(asks.kind(), &shown, &mut problems).0, asks);
    }
}

#[test]
fn limits_of_whole_numbers_are_whole() {
    let form = Form::from_pairs([("least", "0.5"), ("most", "2"), ("whole", "yes")]);
    let mut problems = Problems::default();
    Asks::parse(QuestionKind::Number, &form, &mut problems);
    let found: Vec<_> = problems.iter().map(|problem| (problem.field.as_str(), problem.message)).collect();
    assert_eq!(found, [("least", "error-question-whole")]);
}

#[test]
fn a_choice_that_a_cell_names_twice_is_chosen_once() {
    let asked = question(1, Asks::plain(QuestionKind::MultipleChoice), 3);
    let chosen = asked.asks.settings().of_cell(&asked, "Choice 2\nchoice 0\nChoice 2", "\n");
    assert_eq!(chosen, Some(Given::Choices(vec![asked.choices[0].id, asked.choices[2].id])));
}

#[test]
fn none_of_what_is_said() {
    let asked = question(1, Asks::plain(QuestionKind::SingleChoice), 2);
    let none = [("title", "Later".to_owned()), ("asked-if-not", asked.id.to_string())];
    let problems = SectionDetails::parse(&Form::from_pairs(none.clone()), std::slice::from_ref(&asked))
        .expect_err("no choice is named");
    assert_eq!(problems.at("asked-if").map(|problem| problem.message), Some("error-question-asked-if-none"));
    // With two that are wrong, the field says one thing.
    let other = question(2, Asks::plain(QuestionKind::SingleChoice), 2);
    let wrong =
        [("asked-if", format!("{}:answered", other.id)), ("asked-if", format!("{}:not-answered", other.id))];
    let form = Form::from_pairs(none.clone().into_iter().chain(wrong));
    let problems = SectionDetails::parse(&form, &[asked.clone(), other]).expect_err("two are wrong");
    assert_eq!(problems.iter().count(), 1);
    let named = ("asked-if", format!("{}:{}", asked.id, asked.choices[1].id));
    let form = Form::from_pairs(none.into_iter().chain([named]));
    let section = SectionDetails::parse(&form, std::slice::from_ref(&asked)).expect("a rule");
    assert_eq!(section.asked_if, Some(Rule::only(asked.id, Test::NoneOf(vec![asked.choices[1].id]))));
}

#[test]
fn given_of_another_kind_is_no_answer() {
    let number = Answer::from(Given::Number("1".parse().expect("a number")));
    for kind in QuestionKind::ALL {
        assert_eq!(plain(*kind).takes(&number), *kind == QuestionKind::Number);
    }
}
