use super::super::made::{
    add_leaps, all, conditions, form_with, forms, is, leaps, rule_on, section, single, walk,
};
use super::*;
use crate::calls::{Never, Question, Unasked, Way, unasked};
use proptest::prelude::*;
use proptest::sample::Index;
use std::collections::BTreeSet;

/// A section for each of so many questions.
fn form(questions: u128) -> Questionnaire {
    let sections = (0..questions).map(|number| section(100 + number, None)).collect();
    form_with(sections, (0..questions).map(|number| single(1 + number, 100 + number)).collect())
}

fn end(number: u128, sends: bool) -> EndPage {
    EndPage { id: Uuid::from_u128(number), title: "The end".to_owned(), text: "Of it.".to_owned(), sends }
}

fn skip(id: u128, after: &Question, rule: Option<Rule>, to: SkipTo) -> Skip {
    Skip { id: Uuid::from_u128(id), after: after.id, rule, to }
}

fn to(section: u128) -> SkipTo {
    SkipTo::Section(Uuid::from_u128(100 + section))
}

fn answers(form: &Questionnaire, chosen: &[Option<usize>]) -> HashMap<Uuid, Answer> {
    let given = form
        .questions
        .iter()
        .zip(chosen)
        .filter_map(|(asked, at)| Some((asked.id, Answer::choices(vec![asked.choices[(*at)?].id]))));
    given.collect()
}

fn numbers(way: &Way<'_>) -> Vec<u128> {
    way.asked.iter().map(|asked| asked.id.as_u128()).collect()
}

#[test]
fn the_first_skip_that_holds_is_taken_and_what_lies_between_is_not_asked() {
    let mut form = form(4);
    form.ends = vec![end(9, false)];
    let asked = form.questions[0].clone();
    form.skips = vec![
        skip(50, &asked, Some(all(vec![is(&asked, 0)])), SkipTo::End(form.ends[0].id)),
        skip(51, &asked, Some(all(vec![is(&asked, 1)])), to(3)),
        skip(52, &asked, None, to(2)),
    ];
    assert_eq!(form.misled(), None);
    let ended = answers(&form, &[Some(0), Some(0), Some(0), Some(0)]);
    assert_eq!((numbers(&form.way(&ended)), form.way(&ended).is_sent()), (vec![1], false));
    assert_eq!(form.way(&ended).end, form.ends.first());
    let far = answers(&form, &[Some(1)]);
    assert_eq!((numbers(&form.way(&far)), form.way(&far).is_sent()), (vec![1, 4], true));
    assert_eq!(numbers(&form.way(&answers(&form, &[None]))), [1, 3, 4], "otherwise");
}

#[test]
fn a_skip_leads_to_what_comes_later_and_rests_on_what_comes_before() {
    let mut form = form(3);
    let [first, second, third] = [0, 1, 2].map(|at| form.questions[at].clone());
    let later = Some(all(vec![is(&third, 0)]));
    for wrong in [
        skip(50, &second, None, to(1)),
        skip(50, &second, None, to(0)),
        skip(50, &second, None, SkipTo::End(Uuid::nil())),
        skip(50, &second, later, to(2)),
        Skip { after: Uuid::nil(), ..skip(50, &second, None, to(2)) },
    ] {
        form.skips = vec![wrong.clone()];
        assert_eq!(form.misled(), Some(&wrong));
    }
    form.skips = vec![skip(50, &second, Some(all(vec![is(&first, 0), is(&second, 0)])), to(2))];
    assert_eq!(form.misled(), None);
}

#[test]
fn what_skips_shut_out_is_found() {
    let mut form = form(3);
    form.ends = vec![end(9, true)];
    let [first, second] = [0, 1].map(|at| form.questions[at].clone());
    let found = |form: &Questionnaire| -> Vec<(u128, Never)> {
        unasked(form).into_iter().map(|Unasked { item, why }| (item.as_u128(), why)).collect()
    };
    assert_eq!(found(&form), [(9, Never::NoSkip)]);
    form.skips = vec![
        skip(50, &first, None, to(2)),
        skip(51, &first, Some(all(vec![is(&first, 0)])), SkipTo::End(form.ends[0].id)),
        skip(52, &second, None, SkipTo::End(form.ends[0].id)),
    ];
    let all_of_it = [
        (51, Never::Earlier),
        (101, Never::Skipped),
        (2, Never::Skipped),
        (52, Never::Unasked),
        (9, Never::NoSkip),
    ];
    assert_eq!(found(&form), all_of_it);
    let every = first.choices.iter().map(|choice| choice.id).collect();
    form.skips[0].rule = Some(Rule::only(first.id, crate::calls::Test::NoneOf(every)));
    let beyond = [(50, Never::Rule), (102, Never::Skipped), (3, Never::Skipped)];
    assert_eq!(
        found(&form),
        beyond,
        "an answer is needed, and each is ruled out; and the second ends it for all"
    );
}

#[test]
fn forms_of_skips_and_pages_read_what_was_typed() {
    let mut form = form(3);
    form.ends = vec![end(9, true)];
    let after = form.questions[1].id;
    for (place, good) in [(to(2), true), (SkipTo::End(form.ends[0].id), true), (to(1), false)] {
        let typed = Form::from_pairs([("to", place.to_string())]);
        assert_eq!(SkipDetails::parse(&typed, &form, after).is_ok(), good, "{place}");
    }
    let held = skip(50, &form.questions[1], Some(all(vec![is(&form.questions[1], 2)])), to(2));
    let read = SkipDetails::parse(&skip_fields(&held), &form, after).expect("it is a skip");
    assert_eq!((read.rule, read.to), (held.rule, held.to));
    let page = EndPageDetails::parse(&end_page_fields(&form.ends[0])).expect("it is a page");
    assert_eq!((page.title.as_str(), page.sends), ("The end", true));
    let blank = EndPageDetails::parse(&Form::default()).expect_err("nothing was typed");
    assert_eq!(blank.iter().map(|one| one.field.as_str()).collect::<Vec<_>>(), ["title", "text", "sends"]);
}

/// What anybody reaches, found by trying everything: each question has three choices, or is left out.
fn reached(form: &Questionnaire) -> BTreeSet<Uuid> {
    let mut reached = BTreeSet::new();
    for way in 0..1024_usize {
        let chosen: Vec<Option<usize>> =
            (0..5).map(|at| Some((way >> (2 * at)) & 3).filter(|at| *at < 3)).collect();
        let answers = answers(form, &chosen);
        let way = form.way(&answers);
        // Beyond a question that must be answered and is not nobody comes.
        let lacks = |asked: &&Question| asked.required && !answers.contains_key(&asked.id);
        let stopped = way.asked.iter().position(lacks);
        let passed = &way.asked[..stopped.map_or(way.asked.len(), |at| at + 1)];
        reached.extend(passed.iter().map(|asked| asked.id));
        let taken = way.taken.iter().filter(|skip| {
            let at = way.asked.iter().position(|asked| asked.id == skip.after);
            stopped.is_none_or(|stopped| at < Some(stopped))
        });
        reached.extend(taken.map(|skip| skip.id));
        reached.extend(way.end.filter(|_| stopped.is_none()).map(|end| end.id));
    }
    reached
}

proptest! {
    #[test]
    fn what_is_found_is_what_trying_every_answer_finds(
        rules in prop::collection::vec((conditions(0..3), any::<bool>()), 5),
        required in prop::collection::vec(any::<bool>(), 5),
        sections in prop::collection::vec(0_u128..3, 5),
        of_section in conditions(0..3),
        leaps in leaps(0..5),
    ) {
        let mut sections: Vec<u128> = sections;
        sections.sort_unstable();
        let mut form = form_with((0..3).map(|number| section(100 + number, None)).collect(), Vec::new());
        for (at, (conditions, any)) in rules.into_iter().enumerate() {
            let mut asked = single(at as u128 + 1, 100 + sections[at]);
            asked.required = required[at];
            asked.asked_if = (at > 0 && !conditions.is_empty()).then(|| rule_on(&form.questions, &conditions, any));
            form.questions.push(asked);
        }
        let earlier = form.before(Uuid::from_u128(102)).to_vec();
        let routed = !earlier.is_empty() && !of_section.is_empty();
        form.sections[2].asked_if = routed.then(|| rule_on(&earlier, &of_section, false));
        add_leaps(&mut form, &leaps);
        prop_assert_eq!((form.misrouted(), form.misled()), (None, None));
        let reached = reached(&form);
        let items = form.questions.iter().map(|asked| asked.id);
        let items = items.chain(form.skips.iter().map(|skip| skip.id)).chain(form.ends.iter().map(|end| end.id));
        let expected: BTreeSet<Uuid> = items.filter(|id| !reached.contains(id)).collect();
        let of_section = |id: &Uuid| form.section(*id).is_some();
        let found = unasked(&form).into_iter().map(|held| held.item).filter(|id| !of_section(id));
        prop_assert_eq!(found.collect::<BTreeSet<Uuid>>(), expected);
    }

    #[test]
    fn a_copy_skips_where_the_form_does(form in forms(), one in prop::collection::vec(any::<Index>(), 60)) {
        let mut last = 1_000_000_u128;
        let copy = form.copied(|| { last += 1; Uuid::from_u128(last) });
        prop_assert_eq!((copy.misrouted(), copy.misled()), (None, None));
        let places = |form: &Questionnaire| {
            let (answers, passed) = walk(form, &one);
            let way = form.way(&answers);
            let end = way.end.and_then(|end| form.ends.iter().position(|held| held.id == end.id));
            (passed.iter().map(|id| form.number(*id)).collect::<Vec<_>>(), end)
        };
        prop_assert_eq!(places(&form), places(&copy));
        let keys = |form: &Questionnaire| -> BTreeSet<Uuid> {
            form.skips.iter().map(|skip| skip.id).chain(form.ends.iter().map(|end| end.id)).collect()
        };
        prop_assert!(keys(&form).is_disjoint(&keys(&copy)));
    }
}
