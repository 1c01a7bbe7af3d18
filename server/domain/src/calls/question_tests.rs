use super::*;
use crate::calls::kinds::{
    Date, Declaration, List, Matrix, MultipleChoice, NumberWithin, Point, Points, Ranking, SingleChoice, Why,
    each,
};
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

/// What the cells of an answer mean to whoever reads the table.
fn of_own_cells(asked: &Question, answer: &Answer) -> Option<Given> {
    let cells = asked.cells(answer);
    assert_eq!(cells.len(), asked.columns().len());
    let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
    asked.asks.settings().of_cells(asked, &cells, "\n")
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
        if *kind == QuestionKind::Declaration {
            assert_eq!(
                refused(&asked, &Form::default()).1,
                "error-answer-declaration",
                "it is always needed"
            );
        } else {
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

/// The kinds that give each of the choices something.
fn each_kinds() -> Vec<QuestionKind> {
    QuestionKind::ALL.iter().copied().filter(|kind| Asks::plain(*kind).settings().is_each()).collect()
}

/// What each choice of a question is given, in their order; nothing where it is empty.
fn each_given(asked: &Question, values: &[&str]) -> Form {
    Form::from_pairs(asked.choices.iter().map(each::field).zip(values.iter().copied()))
}

#[test]
fn a_line_of_a_list_is_chosen_by_its_id_or_by_its_words() {
    let mut asked = question(1, Asks::List(List { own: false }), 3);
    asked.choices[0].label = "NHS Bristol, North Somerset and South Gloucestershire".to_owned();
    let chosen = |at: usize| Ok(Some(Answer::choices([asked.choices[at].id])));
    let typed = |text: &str| Form::from_pairs([("answer", ""), ("answer-typed", text)]);
    assert_eq!(asked.answer(&answered(&asked.choices[1].id.to_string())), chosen(1));
    assert_eq!(asked.answer(&typed(" choice  1 ")), chosen(1));
    for (text, message) in [
        ("", "error-list-missing"),
        ("Atlantis", "error-list-unknown"),
        ("bristl", "error-list-near"),
        ("North Somersett", "error-list-near"),
        ("Choice", "error-list-near"),
    ] {
        assert_eq!(refused(&asked, &typed(text)), ("answer".to_owned(), message), "{text}");
    }
    let problems = asked.answer(&typed("somerset")).expect_err("it is a part of a line");
    let near = ("near", format!("“{}”", asked.choices[0].label));
    assert!(problems.at("answer").expect("a problem").args.contains(&near));
}

#[test]
fn words_of_ones_own_stand_where_the_list_has_none_and_not_beside_a_line_of_it() {
    let listed = question(1, Asks::Place(List { own: false }), 2);
    let own = question(1, Asks::Place(List { own: true }), 2);
    let written = Form::from_pairs([("answer", ""), ("answer-own", "Our valley")]);
    assert_eq!(refused(&listed, &written).1, "error-list-missing");
    let answer = own.answer(&written).expect("taken").expect("an answer");
    assert_eq!((own.words(&answer), own.takes(&answer)), ("Our valley".to_owned(), true));
    assert_eq!((listed.takes(&answer), own.cells(&answer)), (false, vec!["Our valley".to_owned()]));
    assert_eq!(own.answer(&own.fields(&answer)), Ok(Some(answer)));
    let in_list = Form::from_pairs([("answer-own", "CHOICE 1")]);
    assert_eq!(own.answer(&in_list), Ok(Some(Answer::choices([own.choices[1].id]))));
    let both =
        Form::from_pairs([("answer", own.choices[0].id.to_string()), ("answer-own", "Here".to_owned())]);
    assert_eq!(refused(&own, &both), ("answer-own".to_owned(), "error-list-both"));
    let long = Form::from_pairs([("answer-own", "a".repeat(201))]);
    assert_eq!(refused(&own, &long), ("answer-own".to_owned(), "error-answer-too-long"));
}

#[test]
fn every_statement_is_rated_where_an_answer_is_needed_and_any_where_none_is() {
    let scale = vec!["Never".to_owned(), "Often".to_owned()];
    let mut asked = question(1, Asks::Matrix(Matrix { scale }), 3);
    let some = each_given(&asked, &["Often", "", "never"]);
    let missing = ("answer-00000000-0000-0000-0000-000000000065".to_owned(), "error-each-missing");
    assert_eq!(refused(&asked, &some), missing);
    let unknown = each_given(&asked, &["Often", "<script>", "Seldom"]);
    let problems = asked.answer(&unknown).expect_err("neither is on the scale");
    assert!(problems.iter().all(|problem| problem.message == "error-each-unknown"));
    assert_eq!(problems.iter().count(), 2, "each is said beside its own field");
    asked.required = false;
    let answer = asked.answer(&some).expect("taken").expect("an answer");
    assert_eq!(asked.words(&answer), "Often: Choice 0\nNever: Choice 2");
    assert_eq!(asked.cells(&answer), ["Often", "", "Never"]);
    assert_eq!(asked.columns()[1], "Question 1 – Choice 1");
    asked.required = true;
    assert!(!asked.takes(&answer), "an answer is needed now, and one statement has none");
}

#[test]
fn places_are_given_once_and_without_a_gap() {
    let mut asked = question(1, Asks::Ranking(Ranking { places: Some(2) }), 3);
    let (second, third) = (each::field(&asked.choices[1]), each::field(&asked.choices[2]));
    for (values, field, message) in [
        (["", "", ""], "answer", "error-ranking-missing"),
        (["1", "1", "1"], &*second, "error-ranking-twice"),
        (["1", "2", "3"], &*third, "error-ranking-place"),
        (["2", "", ""], "answer", "error-ranking-free"),
        (["1", "", ""], "answer", "error-ranking-free"),
    ] {
        let (at, said) = refused(&asked, &each_given(&asked, &values));
        assert_eq!((at.as_str(), said), (field, message), "{values:?}");
    }
    let answer = asked.answer(&each_given(&asked, &["2", "", "1"])).expect("taken").expect("an answer");
    assert_eq!(asked.words(&answer), "1. Choice 2\n2. Choice 0");
    assert_eq!(asked.cells(&answer), ["2", "", "1"]);
    asked.required = false;
    assert!(asked.answer(&each_given(&asked, &["", "1", ""])).is_ok_and(|answer| answer.is_some()));
    assert_eq!(refused(&asked, &each_given(&asked, &["2", "", ""])).1, "error-ranking-free");
}

#[test]
fn points_are_given_out_to_the_last() {
    let asked = question(1, Asks::Points(Points { total: 10 }), 3);
    for (values, message, count) in
        [(["4", "", "2"], "error-points-left", "4"), (["4", "5", "4"], "error-points-over", "3")]
    {
        let problems = asked.answer(&each_given(&asked, &values)).expect_err("they do not come to ten");
        let problem = problems.at("answer").expect("a problem over all of them");
        assert_eq!(problem.message, message);
        assert!(problem.args.contains(&("count", count.to_owned())));
    }
    for typed in ["-1", "1.5", "many", "99999999999"] {
        let (field, message) = refused(&asked, &each_given(&asked, &[typed]));
        assert_eq!((field, message), (each::field(&asked.choices[0]), "error-points-number"));
    }
    let answer = asked.answer(&each_given(&asked, &["7", "", "3"])).expect("taken").expect("an answer");
    assert_eq!(asked.cells(&answer), ["7", "0", "3"]);
    assert_eq!(asked.words(&answer), "7: Choice 0\n0: Choice 1\n3: Choice 2");
}

#[test]
fn settings_of_what_is_given_to_each_say_what_is_wrong_at_their_field() {
    let lines = |count: usize| (0..count).map(|line| line.to_string()).collect::<Vec<_>>().join("\n");
    for (kind, field, value, message) in [
        (QuestionKind::Matrix, "scale", "Only", "error-question-scale"),
        (QuestionKind::Matrix, "scale", &*lines(11), "error-question-scale"),
        (QuestionKind::Matrix, "scale", "Often\nOften", "error-question-scale-twice"),
        (QuestionKind::Ranking, "places", "3", "error-question-places"),
        (QuestionKind::Points, "total", "0", "error-question-total"),
        (QuestionKind::Votes, "choices", &*lines(51), "error-question-choices-many"),
        (QuestionKind::List, "choices", &*lines(1_001), "error-question-choices-many"),
        (QuestionKind::List, "choices", "A\nA", "error-question-choices-twice"),
    ] {
        let mut form = Form::from_pairs([("choices", "A\nB")]);
        form.set(field, value);
        let mut problems = Problems::default();
        Asks::parse(kind, &form, &mut problems);
        let found: Vec<_> =
            problems.iter().map(|problem| (problem.field.as_str(), problem.message)).collect();
        assert_eq!(found, [(field, message)], "{kind}");
    }
}

#[test]
fn no_rule_rests_on_what_is_given_to_each() {
    for kind in QuestionKind::ALL {
        let asked = plain(*kind);
        let test = asked.choices.first().map(|choice| Test::AnyOf(vec![choice.id]));
        if let Some(test) = test {
            assert_eq!(test.suits(&asked), !asked.asks.settings().is_each(), "{kind}");
        }
        assert!(Test::Answered.suits(&asked));
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
                prop_assert_eq!(of_own_cells(&asked, &answer), Some(answer.given));
            }
        }
    }

    #[test]
    fn whatever_is_given_to_each_is_refused_at_a_field_or_shown_again_as_it_was_taken(
        typed in prop::collection::vec("\\PC{0,20}|[0-9]{0,3}|Agree|disagree|PASS|Strongly agree", 3),
        kind in prop::sample::select(each_kinds()), required in any::<bool>(),
    ) {
        let asked = Question { required, ..plain(kind) };
        let values: Vec<&str> = typed.iter().map(String::as_str).collect();
        match asked.answer(&each_given(&asked, &values)) {
            Err(problems) => {
                let fields: Vec<String> = asked.choices.iter().map(each::field).collect();
                let known = |field: &String| field == "answer" || fields.contains(field);
                prop_assert!(problems.iter().all(|problem| known(&problem.field)));
            }
            Ok(None) => prop_assert!(!required && values.iter().all(|typed| typed.trim().is_empty())),
            Ok(Some(answer)) => {
                prop_assert!(asked.takes(&answer));
                prop_assert_eq!(asked.answer(&asked.fields(&answer)), Ok(Some(answer.clone())));
                let held = serde_json::to_string(&answer).expect("it is written");
                prop_assert_eq!(serde_json::from_str::<Answer>(&held).expect("it reads"), answer.clone());
                prop_assert_eq!(of_own_cells(&asked, &answer), Some(answer.given));
            }
        }
    }

    #[test]
    fn points_that_come_to_the_total_are_always_taken(
        cuts in prop::collection::vec(0_u32..=1_000, 2), total in 1_u32..=1_000,
    ) {
        let asked = question(1, Asks::Points(Points { total }), 3);
        let (low, high) = (cuts[0].min(cuts[1]).min(total), cuts[0].max(cuts[1]).min(total));
        let parts = [low, high - low, total - high].map(|part| part.to_string());
        let values: Vec<&str> = parts.iter().map(String::as_str).collect();
        prop_assert!(asked.answer(&each_given(&asked, &values)).is_ok_and(|answer| answer.is_some()));
    }

    #[test]
    fn every_order_is_taken_and_said_in_its_order(order in Just(vec![1_usize, 2, 3, 4, 5]).prop_shuffle()) {
        let asked = question(1, Asks::plain(QuestionKind::Ranking), 5);
        let places: Vec<String> = order.iter().map(ToString::to_string).collect();
        let values: Vec<&str> = places.iter().map(String::as_str).collect();
        let answer = asked.answer(&each_given(&asked, &values)).expect("taken").expect("an answer");
        let said = asked.words(&answer);
        for (line, place) in said.lines().zip(1..) {
            let at = order.iter().position(|given| *given == place).expect("a place each");
            prop_assert_eq!(line, format!("{place}. Choice {at}"));
        }
    }

    #[test]
    fn settings_are_held_as_they_were_made(least in 0_u32..100, more in 0_u32..100, limit in 10_u32..50_000, kind in 0..QuestionKind::ALL.len()) {
        let form = Form::from_pairs([
            ("least", least.to_string()), ("most", (least + more).to_string()), ("unit", "hours".to_owned()),
            ("word-limit", limit.to_string()), ("reasons", "required".to_owned()), ("choices", "A\nB".to_owned()),
            ("declaration", "I may.".to_owned()), ("scale", "Never\nOften".to_owned()), ("places", "1".to_owned()),
            ("total", (limit.min(10_000)).to_string()), ("own", "yes".to_owned()),
            ("noun", "example".to_owned()), ("least-entries", "2".to_owned()), ("most-entries", "9".to_owned()),
            ("field-1-name", "Cost".to_owned()), ("field-1-kind", "number".to_owned()), ("field-1-needed", "yes".to_owned()),
            ("field-3-name", "Where".to_owned()), ("field-3-kind", "choice".to_owned()), ("field-3-choices", "A\nB".to_owned()),
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
