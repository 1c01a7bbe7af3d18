use super::*;
use proptest::prelude::*;

fn question(number: u128, kind: QuestionKind, choices: u128) -> Question {
    Question {
        id: Uuid::from_u128(number),
        section: Uuid::nil(),
        kind,
        title: format!("Question {number}"),
        help: String::new(),
        required: true,
        word_limit: (kind == QuestionKind::LongText).then_some(10),
        choices: (0..choices)
            .map(|c| Choice { id: Uuid::from_u128(number * 100 + c), label: format!("Choice {c}") })
            .collect(),
        asked_if: None,
    }
}

fn answered(value: &str) -> Form {
    Form::from_pairs([("answer", value)])
}

#[test]
fn the_word_limit_says_by_how_much_it_was_passed() {
    let long = question(1, QuestionKind::LongText, 0);
    let problem = long.answer(&answered("a b c d e f g h i j k l")).expect_err("twelve words are over ten");
    assert_eq!(problem.args, vec![("limit", "10".to_owned()), ("over", "2".to_owned())]);
}

#[test]
fn exactly_the_limit_is_within_it() {
    let long = question(1, QuestionKind::LongText, 0);
    assert!(long.answer(&answered("a b c d e\r\nf g h i j")).is_ok());
}

#[test]
fn a_choice_that_was_not_offered_is_refused() {
    let choice = question(1, QuestionKind::SingleChoice, 2);
    assert_eq!(
        choice.answer(&answered("<script>")).expect_err("refused").message,
        "error-answer-unknown-choice"
    );
}

#[test]
fn a_blank_required_answer_is_missing_and_a_blank_optional_one_is_nothing() {
    let mut text = question(1, QuestionKind::ShortText, 0);
    assert_eq!(text.answer(&answered("  \n ")).expect_err("missing").message, "error-answer-missing");
    text.required = false;
    assert_eq!(text.answer(&answered("  ")), Ok(None));
}

/// A form of choice questions, each perhaps asked only after some choices of an earlier one, and an answer to each.
fn forms() -> impl Strategy<Value = (Vec<Question>, HashMap<Uuid, Answer>)> {
    prop::collection::vec(
        (any::<bool>(), any::<prop::sample::Index>(), 0_u128..3, prop::option::of(0_u128..3)),
        1..25,
    )
    .prop_map(|parts| {
        let mut questions: Vec<Question> = Vec::new();
        let mut answers = HashMap::new();
        for (number, (routed, on, choice, given)) in parts.into_iter().enumerate() {
            let mut asked = question(number as u128 + 1, QuestionKind::SingleChoice, 3);
            if routed && !questions.is_empty() {
                let earlier = &questions[on.index(questions.len())];
                asked.asked_if = Some(Condition {
                    question: earlier.id,
                    any_of: vec![earlier.choices[choice as usize].id],
                });
            }
            if let Some(given) = given {
                answers.insert(asked.id, Answer::Choices(vec![asked.choices[given as usize].id]));
            }
            questions.push(asked);
        }
        (questions, answers)
    })
}

proptest! {
    #[test]
    fn every_question_on_a_route_was_led_to_by_a_question_on_it((questions, answers) in forms()) {
        let found = route(&questions, &answers);
        for asked in &found {
            if let Some(condition) = &asked.asked_if {
                prop_assert!(found.iter().any(|earlier| earlier.id == condition.question));
            }
        }
    }

    #[test]
    fn answers_off_the_route_change_nothing((questions, answers) in forms()) {
        let found = route(&questions, &answers);
        let kept = answers.into_iter().filter(|(id, _)| found.iter().any(|asked| asked.id == *id)).collect();
        prop_assert_eq!(found, route(&questions, &kept));
    }

    #[test]
    fn conditions_on_earlier_choices_hold_together_and_no_others((questions, _) in forms()) {
        prop_assert_eq!(misrouted(&questions), None);
        let mut turned = questions.clone();
        turned.reverse();
        let any = questions.iter().any(|asked| asked.asked_if.is_some());
        prop_assert_eq!(misrouted(&turned).is_some(), any);
    }

    #[test]
    fn a_question_without_a_condition_is_always_asked((questions, answers) in forms()) {
        let found = route(&questions, &answers);
        prop_assert!(questions.iter().filter(|q| q.asked_if.is_none()).all(|q| found.contains(&q)));
    }
}
