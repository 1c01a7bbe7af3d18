use super::super::question::tests::question;
use super::*;
use crate::calls::{Asks, QuestionKind, Test};
use proptest::prelude::*;

fn form_of(questions: Vec<Question>) -> Questionnaire {
    let section = Section { id: Uuid::nil(), title: String::new(), intro: String::new(), asked_if: None };
    Questionnaire { sections: vec![section], questions, ..Questionnaire::default() }
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
    fn a_copy_asks_the_same_of_whoever_answers_the_same_and_shares_nothing((form, answers) in forms()) {
        let mut last = 1_000_000_u128;
        let copy = form.copied(|| { last += 1; Uuid::from_u128(last) });
        let place = |held: &Questionnaire, id: Uuid| {
            let at = |asked: &Question| asked.id == id || asked.choices.iter().any(|choice| choice.id == id);
            held.questions.iter().position(at)
        };
        // The same answers, given to the copy: the choice at the same place of the question at the same place.
        let given = form.questions.iter().zip(&copy.questions).filter_map(|(asked, same)| {
            let chosen = answers.get(&asked.id)?.chosen().iter();
            let at = |id: &Uuid| asked.choices.iter().position(|choice| choice.id == *id);
            Some((same.id, Answer::choices(chosen.filter_map(at).map(|at| same.choices[at].id).collect::<Vec<_>>())))
        });
        let given: HashMap<Uuid, Answer> = given.collect();
        let on = |held: &Questionnaire, answers| held.route(answers).iter().map(|asked| place(held, asked.id)).collect::<Vec<_>>();
        prop_assert_eq!(on(&form, &answers), on(&copy, &given));
        prop_assert_eq!(copy.misrouted().is_none(), form.misrouted().is_none());
        for asked in &form.questions {
            prop_assert_eq!(place(&copy, asked.id), None);
        }
    }

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
