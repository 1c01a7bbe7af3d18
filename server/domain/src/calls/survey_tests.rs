use super::super::question::tests::question;
use super::*;
use crate::calls::kinds::{MultipleChoice, NumberWithin};
use crate::calls::{Asks, Condition, Join, Number, QuestionKind, Section};
use proptest::prelude::*;
use proptest::sample::Index;

fn single(number: u128, section: u128) -> Question {
    Question {
        section: Uuid::from_u128(section),
        ..question(number, Asks::plain(QuestionKind::SingleChoice), 3)
    }
}

fn section(number: u128, asked_if: Option<Rule>) -> Section {
    Section { id: Uuid::from_u128(number), title: String::new(), intro: String::new(), asked_if }
}

fn is(asked: &Question, choice: usize) -> Condition {
    Condition { question: asked.id, is: Test::AnyOf(vec![asked.choices[choice].id]) }
}

fn all(conditions: Vec<Condition>) -> Rule {
    Rule { join: Join::All, conditions }
}

fn found(form: &Questionnaire) -> Vec<(u128, Never)> {
    assert_eq!(form.misrouted(), None);
    unasked(form).into_iter().map(|held| (held.item.as_u128(), held.why)).collect()
}

#[test]
fn a_rule_that_contradicts_the_rules_of_what_it_rests_on_is_found() {
    let mut form = Questionnaire { sections: vec![section(100, None)], questions: vec![single(1, 100)] };
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
    let mut form = Questionnaire {
        sections: vec![section(100, None), section(200, Some(all(vec![is(&first, 0)])))],
        questions: vec![first, inside, single(3, 200)],
    };
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
        found(&Questionnaire {
            sections: vec![section(100, None)],
            questions: vec![number.clone(), any.clone(), last],
        })
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

/// What a rule of a generated form says: which item it is of, what it rests on, and what it asks of it.
type Part = (Index, Vec<(Index, u8, Index)>, bool);

/// A form of 60 questions in 8 sections with 20 rules.
fn forms() -> impl Strategy<Value = Questionnaire> {
    let kinds = prop::collection::vec((0..QuestionKind::ALL.len(), any::<bool>()), 60);
    let part = (
        any::<Index>(),
        prop::collection::vec((any::<Index>(), 0_u8..5, any::<Index>()), 1..4),
        any::<bool>(),
    );
    (kinds, prop::collection::vec(part, 20)).prop_map(|(kinds, parts)| form_of(&kinds, parts))
}

fn form_of(kinds: &[(usize, bool)], parts: Vec<Part>) -> Questionnaire {
    let sections = (0..8).map(|number| section(1000 + number, None)).collect();
    let asked = |(at, (kind, required)): (usize, &(usize, bool))| {
        let kind = QuestionKind::ALL[*kind];
        let offered = if kind.has_choices() || kind == QuestionKind::Agreement { 3 } else { 0 };
        let mut asked = question(at as u128 + 1, Asks::plain(kind), offered);
        asked.section = Uuid::from_u128(1000 + at as u128 * 8 / 60);
        asked.required = *required;
        asked
    };
    let questions: Vec<Question> = kinds.iter().enumerate().map(asked).collect();
    let mut form = Questionnaire { sections, questions };
    for (number, (of, conditions, any)) in parts.into_iter().enumerate() {
        // Every fourth rule is one of a section. The first question and the first section have nothing before them.
        let of_section = number % 4 == 0;
        let item = if of_section { 1 + of.index(7) } else { 1 + of.index(59) };
        let earlier = if of_section { form.before(form.sections[item].id) } else { &form.questions[..item] };
        let condition = |(on, test, choice): &(Index, u8, Index)| {
            let on = &earlier[on.index(earlier.len())];
            Condition { question: on.id, is: test_of(on, *test, *choice) }
        };
        let join = if any { Join::Any } else { Join::All };
        let rule = Some(Rule { join, conditions: conditions.iter().map(condition).collect() });
        if of_section {
            form.sections[item].asked_if = rule;
        } else {
            form.questions[item].asked_if = rule;
        }
    }
    form
}

fn test_of(on: &Question, test: u8, choice: Index) -> Test {
    let offered = on.chosen_from();
    let chosen = || vec![offered[choice.index(offered.len())].id];
    match (test, on.kind()) {
        (0, _) => Test::Answered,
        (1, _) => Test::NotAnswered,
        (_, QuestionKind::Number) => {
            Test::Between { least: Some(Number::whole(choice.index(5) as u32)), most: None }
        }
        (2 | 3, _) if !offered.is_empty() => Test::AnyOf(chosen()),
        (_, _) if !offered.is_empty() => Test::NoneOf(chosen()),
        _ => Test::Answered,
    }
}

/// Answers a form as a respondent would: each question on the route in turn, with the answers before it.
fn walk(form: &Questionnaire, choices: &[Index]) -> (HashMap<Uuid, Answer>, Vec<Uuid>) {
    let mut answers = HashMap::new();
    let mut passed: Vec<Uuid> = Vec::new();
    for _ in 0..=form.questions.len() {
        let next = form.route(&answers).into_iter().find(|asked| !passed.contains(&asked.id));
        let Some(asked) = next else { break };
        passed.push(asked.id);
        let examples = examples(asked, &[]);
        let choice = &choices[passed.len() % choices.len()];
        if let Some(answer) = &examples[choice.index(examples.len())] {
            answers.insert(asked.id, answer.clone());
        }
    }
    (answers, passed)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(50))]
    // 50 forms, 200 people each: 10,000 paths.
    #[test]
    fn no_path_is_stuck_in_a_form_of_sixty_questions(form in forms(), crowd in prop::collection::vec(prop::collection::vec(any::<Index>(), 60), 200)) {
        prop_assert_eq!(form.misrouted(), None);
        let never: Vec<Uuid> = unasked(&form).into_iter().map(|held| held.item).collect();
        for choices in crowd {
            let (answers, passed) = walk(&form, &choices);
            let route: Vec<Uuid> = form.route(&answers).into_iter().map(|asked| asked.id).collect();
            // Every route ends, in the order of the form, with everything on it answered that must be.
            prop_assert_eq!(&route, &passed);
            prop_assert!(route.is_sorted_by_key(|id| form.number(*id)));
            for asked in form.questions.iter().filter(|asked| asked.required) {
                prop_assert_eq!(route.contains(&asked.id), answers.contains_key(&asked.id));
            }
            // Nobody is ever asked what is said to be never asked.
            prop_assert!(never.iter().all(|id| !route.contains(id)));
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
    fn what_is_found_is_what_trying_every_answer_finds(choices in prop::collection::vec((prop::collection::vec((any::<Index>(), 0_u8..5, any::<Index>()), 0..3), any::<bool>()), 5), required in prop::collection::vec(any::<bool>(), 5)) {
        let mut form = Questionnaire { sections: vec![section(100, None)], questions: Vec::new() };
        for (at, (conditions, any)) in choices.into_iter().enumerate() {
            let mut asked = single(at as u128 + 1, 100);
            asked.required = required[at];
            if at > 0 && !conditions.is_empty() {
                let condition = |(on, test, choice): &(Index, u8, Index)| {
                    let on = &form.questions[on.index(at)];
                    Condition { question: on.id, is: test_of(on, *test, *choice) }
                };
                let join = if any { Join::Any } else { Join::All };
                asked.asked_if = Some(Rule { join, conditions: conditions.iter().map(condition).collect() });
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
        let form =
            Questionnaire { sections: vec![section(100, None)], questions: vec![first.clone(), second] };
        assert_eq!(found(&form), [], "the first two of {choices} together");
    }
}
