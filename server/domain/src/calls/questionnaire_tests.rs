use super::super::question::tests::question;
use super::*;
use crate::calls::{Asks, QuestionKind, Test};
use proptest::prelude::*;

fn form_of(questions: Vec<Question>) -> Questionnaire {
    let section = Section { id: Uuid::nil(), title: String::new(), intro: String::new(), asked_if: None };
    Questionnaire { sections: vec![section], questions }
}

/// A form of choice questions, each perhaps asked only after some choices of an earlier one, and an answer to each.
fn forms() -> impl Strategy<Value = (Questionnaire, HashMap<Uuid, Answer>)> {
    prop::collection::vec(
        (any::<bool>(), any::<prop::sample::Index>(), 0_u128..3, prop::option::of(0_u128..3)),
        1..25,
    )
    .prop_map(|parts| {
        let mut questions: Vec<Question> = Vec::new();
        let mut answers = HashMap::new();
        for (number, (routed, on, choice, given)) in parts.into_iter().enumerate() {
            let mut asked = question(number as u128 + 1, Asks::plain(QuestionKind::SingleChoice), 3);
            if routed && !questions.is_empty() {
                let earlier = &questions[on.index(questions.len())];
                let is = Test::AnyOf(vec![earlier.choices[choice as usize].id]);
                asked.asked_if = Some(Rule::only(earlier.id, is));
            }
            if let Some(given) = given {
                answers.insert(asked.id, Answer::choices(vec![asked.choices[given as usize].id]));
            }
            questions.push(asked);
        }
        (form_of(questions), answers)
    })
}

proptest! {
    #[test]
    fn every_question_on_a_route_was_led_to_by_a_question_on_it((form, answers) in forms()) {
        let found = form.route(&answers);
        for asked in &found {
            for condition in asked.asked_if.iter().flat_map(|rule| &rule.conditions) {
                prop_assert!(found.iter().any(|earlier| earlier.id == condition.question));
            }
        }
    }

    #[test]
    fn answers_off_the_route_change_nothing((form, answers) in forms()) {
        let found = form.route(&answers);
        let kept = answers.into_iter().filter(|(id, _)| found.iter().any(|asked| asked.id == *id)).collect();
        prop_assert_eq!(found, form.route(&kept));
    }

    #[test]
    fn conditions_on_earlier_choices_hold_together_and_no_others((form, _) in forms()) {
        prop_assert_eq!(form.misrouted(), None);
        let mut turned = form.clone();
        turned.questions.reverse();
        let any = form.questions.iter().any(|asked| asked.asked_if.is_some());
        prop_assert_eq!(turned.misrouted().is_some(), any);
    }

    #[test]
    fn a_question_without_a_condition_is_always_asked((form, answers) in forms()) {
        let found = form.route(&answers);
        prop_assert!(form.questions.iter().filter(|q| q.asked_if.is_none()).all(|q| found.contains(&q)));
    }
}
