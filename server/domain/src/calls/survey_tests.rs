use super::super::Way;
use super::super::made::{all, conditions, form_with, forms, is, rule_on, section, single, walk};
use super::super::question::tests::question;
use super::*;
use crate::calls::kinds::{MultipleChoice, NumberWithin};
use crate::calls::{Asks, Condition, Join, Number, QuestionKind, Test};
use proptest::prelude::*;
use proptest::sample::Index;
use std::collections::HashMap;

fn found(form: &Questionnaire) -> Vec<(u128, Never)> {
    assert_eq!(form.misrouted(), None);
    unasked(form).into_iter().map(|held| (held.item.as_u128(), held.why)).collect()
}

#[test]
fn a_rule_that_contradicts_the_rules_of_what_it_rests_on_is_found() {
    let mut form = form_with(vec![section(100, None)], vec![single(1, 100)]);
    let mut second = single(2, 100);
    second.asked_if = Some(all(vec![is(&form.questions[0], 0)]));
    form.questions.push(second);
    let mut third = single(3, 100);
    third.asked_if = Some(all(vec![is(&form.questions[0], 1), is(&form.questions[1], 0)]));
    form.questions.push(third);
    assert_eq!(found(&form), [(3, Never::Rule)]);
    form.questions[2].asked_if.as_mut().expect("a rule").join = Join::Any;
    assert_eq!(found(&form), []);
}

#[test]
fn a_section_that_shuts_its_questions_out_is_found() {
    let first = single(1, 100);
    let mut inside = single(2, 200);
    inside.asked_if = Some(all(vec![is(&first, 1)]));
    let sections = vec![section(100, None), section(200, Some(all(vec![is(&first, 0)])))];
    let mut form = form_with(sections, vec![first, inside, single(3, 200)]);
    assert_eq!(found(&form), [(2, Never::Section)]);
    let every = form.questions[0].choices.iter().map(|choice| choice.id).collect();
    form.sections[1].asked_if = Some(Rule::only(form.questions[0].id, Test::NoneOf(every)));
    let shut = [(200, Never::Rule), (2, Never::Section), (3, Never::Section)];
    assert_eq!(found(&form), shut, "an answer is needed, and each is ruled out");
    form.questions[0].required = false;
    assert_eq!(found(&form), [(2, Never::Section)]);
}

#[test]
fn numbers_and_choices_that_stand_alone_are_told_apart() {
    let limit = |number: u32| Some(Number::whole(number));
    let settings = NumberWithin { least: limit(0), most: limit(10), whole: true, ..NumberWithin::default() };
    let number = Question { section: Uuid::from_u128(100), ..question(1, Asks::Number(settings), 0) };
    let mut any = question(2, Asks::MultipleChoice(MultipleChoice::default()), 3);
    any.section = number.section;
    any.choices[2].alone = true;
    let rule = |condition: Condition| {
        let mut last = single(3, 100);
        last.asked_if = Some(all(vec![condition]));
        found(&form_with(vec![section(100, None)], vec![number.clone(), any.clone(), last]))
    };
    let between = |least: &str, most: &str| Condition {
        question: number.id,
        is: Test::Between { least: least.parse().ok(), most: most.parse().ok() },
    };
    assert_eq!(rule(between("10", "20")), []);
    assert_eq!(rule(between("11", "20")), [(3, Never::Rule)]);
    assert_eq!(rule(between("3.1", "3.9")), [(3, Never::Rule)], "only whole numbers are taken");
    assert_eq!(rule(between("3.1", "4")), []);
    assert_eq!(rule(is(&any, 2)), []);
    let none = Test::NoneOf(any.choices.iter().map(|choice| choice.id).collect());
    assert_eq!(rule(Condition { question: any.id, is: none }), [(3, Never::Rule)]);
}

/// Every skip that was taken is of a question that was asked, and goes on with what comes later; an end page is the end.
fn only_forward(form: &Questionnaire, way: &Way<'_>) {
    for skip in &way.taken {
        let after = way.asked.iter().position(|asked| asked.id == skip.after).expect("it was asked");
        let next = way.asked.get(after + 1).and_then(|asked| form.number(asked.id));
        assert!(next.is_none_or(|next| next > form.landing(skip.to) && Some(next) > form.number(skip.after)));
    }
    let ends = |skip: &&&Skip| matches!(skip.to, SkipTo::End(_));
    let last = way.taken.last().filter(|skip| ends(skip));
    assert_eq!(way.end.is_some(), last.is_some());
    assert!(last.is_none_or(|skip| way.asked.last().is_some_and(|asked| asked.id == skip.after)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(50))]
    // 50 forms, 200 people each: 10,000 paths. Every skip on them goes forward, and none asks for anything on its way.
    #[test]
    fn no_path_is_stuck_in_a_form_of_sixty_questions(form in forms(), crowd in prop::collection::vec(prop::collection::vec(any::<Index>(), 60), 200)) {
        prop_assert_eq!((form.misrouted(), form.misled()), (None, None));
        let never: Vec<Uuid> = unasked(&form).into_iter().map(|held| held.item).collect();
        for choices in crowd {
            let (answers, passed) = walk(&form, &choices);
            let route: Vec<Uuid> = form.route(&answers).into_iter().map(|asked| asked.id).collect();
            // Every route ends, in the order of the form, with everything on it answered that must be.
            prop_assert_eq!(&route, &passed);
            prop_assert!(route.is_sorted_by_key(|id| form.number(*id)));
            only_forward(&form, &form.way(&answers));
            for asked in form.questions.iter().filter(|asked| asked.required) {
                prop_assert_eq!(route.contains(&asked.id), answers.contains_key(&asked.id));
            }
            // Nobody ever reaches what is said to be never reached.
            let way = form.way(&answers);
            let ends = way.taken.iter().map(|skip| skip.id).chain(way.end.map(|end| end.id));
            let reached: Vec<Uuid> = route.into_iter().chain(ends).collect();
            prop_assert!(never.iter().all(|id| !reached.contains(id)));
        }
    }

    #[test]
    fn answers_left_behind_count_for_nothing(form in forms(), one in prop::collection::vec(any::<Index>(), 60), other in prop::collection::vec(any::<Index>(), 60), from in 0_usize..60) {
        // Someone comes back and answers one question otherwise: what they then no longer reach stays and decides nothing.
        let (mut answers, _) = walk(&form, &one);
        let (again, _) = walk(&form, &other);
        let changed = form.questions[from].id;
        match again.get(&changed) {
            Some(answer) => answers.insert(changed, answer.clone()),
            None => answers.remove(&changed),
        };
        let route: Vec<Uuid> = form.route(&answers).into_iter().map(|asked| asked.id).collect();
        answers.retain(|id, _| route.contains(id));
        let clean: Vec<Uuid> = form.route(&answers).into_iter().map(|asked| asked.id).collect();
        prop_assert_eq!(route, clean);
    }

    #[test]
    fn what_is_found_is_what_trying_every_answer_finds(choices in prop::collection::vec((conditions(0..3), any::<bool>()), 5), required in prop::collection::vec(any::<bool>(), 5)) {
        let mut form = form_with(vec![section(100, None)], Vec::new());
        for (at, (conditions, any)) in choices.into_iter().enumerate() {
            let mut asked = single(at as u128 + 1, 100);
            asked.required = required[at];
            if at > 0 && !conditions.is_empty() {
                asked.asked_if = Some(rule_on(&form.questions, &conditions, any));
            }
            form.questions.push(asked);
        }
        let mut reached: BTreeSet<Uuid> = BTreeSet::new();
        // Each question has three choices, or is left out: four to the fifth ways.
        for way in 0..1024_usize {
            let mut answers = HashMap::new();
            for (at, asked) in form.questions.iter().enumerate() {
                match (way >> (2 * at)) & 3 {
                    3 => {}
                    choice => { answers.insert(asked.id, Answer::choices(vec![asked.choices[choice].id])); }
                }
            }
            let route = form.route(&answers);
            // What comes after a question that must be answered and is not is asked of nobody yet.
            let stopped = route.iter().position(|asked| asked.required && !answers.contains_key(&asked.id));
            let passed = stopped.map_or(route.len(), |at| at + 1);
            reached.extend(route[..passed].iter().map(|asked| asked.id));
        }
        let expected: Vec<Uuid> = form.questions.iter().map(|asked| asked.id).filter(|id| !reached.contains(id)).collect();
        let found: Vec<Uuid> = unasked(&form).into_iter().map(|held| held.item).collect();
        prop_assert_eq!(found, expected);
    }
}

#[test]
fn what_was_not_tried_is_not_called_impossible() {
    let several = |choices| question(1, Asks::plain(QuestionKind::MultipleChoice), choices);
    for choices in [3_u128, 12] {
        let first = Question { section: Uuid::from_u128(100), ..several(choices) };
        let none = |choice: usize| Condition {
            question: first.id,
            is: Test::NoneOf(vec![first.choices[choice].id]),
        };
        let rest = (2..first.choices.len()).map(none);
        let mut second = single(2, 100);
        second.asked_if = Some(all([is(&first, 0), is(&first, 1)].into_iter().chain(rest).collect()));
        let form = form_with(vec![section(100, None)], vec![first.clone(), second]);
        assert_eq!(found(&form), [], "the first two of {choices} together");
    }
}
