//! Skips and end pages: adding, changing, ordering, removing, copying; and drafts whose answers lead to them.

use domain::calls::{
    Answer, CallAct, EndPageDetails, Never, Questionnaire, SkipDetails, SkipTo, Unasked, unasked,
};
use domain::responses::{About, Consent, RespondentKind, Step};
use services::calls::edit::Need;
use services::calls::{Call, by_slug, edit};
use services::responses::{draft, read, submit};
use services::testing::Throwaway;
use services::{Services, on_both};
use uuid::Uuid;

use crate::world::{
    again, call, choice, details, form, from_to, held, long, only_if, problem, put, reason, section,
};

fn page(title: &str, sends: bool) -> EndPageDetails {
    EndPageDetails { title: title.to_owned(), text: "Why it ends.".to_owned(), sends }
}

/// A call of three sections: two questions in the first, and one in each of the others.
async fn three(services: &Services) -> (Call, [Uuid; 3], [Uuid; 4]) {
    let made = call(services).await;
    let mut parts = [Uuid::nil(); 3];
    for (place, title) in parts.iter_mut().zip(["One", "Two", "Three"]) {
        *place = section(services, &made, title).await;
    }
    let labels = ["Yes", "No"];
    let first = put(services, &made, choice(parts[0], "Are you a carer?", &labels)).await;
    let second = put(services, &made, choice(parts[0], "Do you work?", &labels)).await;
    let third = put(services, &made, long(parts[1], "What do you do?")).await;
    let last = put(services, &made, long(parts[2], "What else?")).await;
    (made, parts, [first, second, third, last])
}

async fn skip_if(services: &Services, call: &Call, after: Uuid, choice: usize, to: SkipTo) -> Uuid {
    let rule = Some(only_if(&held(services, call, after).await, choice));
    edit::add_skip(services, call.id, after, SkipDetails { rule, to }).await.expect("a skip")
}

fn ids(form: &Questionnaire) -> Vec<Uuid> {
    form.skips.iter().map(|skip| skip.id).collect()
}

on_both!(skips_and_pages_are_added_changed_ordered_and_removed, |data: Throwaway| async move {
    let services = &data.services;
    let (made, parts, [first, second, ..]) = three(services).await;
    let end = edit::add_end(services, made.id, page("Not for you", false)).await.expect("a page");
    let other = edit::add_end(services, made.id, page("Enough", true)).await.expect("a page");
    let one = skip_if(services, &made, first, 1, SkipTo::End(end)).await;
    let two = skip_if(services, &made, second, 0, SkipTo::Section(parts[2])).await;
    let three = skip_if(services, &made, first, 0, SkipTo::Section(parts[1])).await;
    let now = form(services, &made).await;
    assert_eq!(ids(&now), [one, three, two], "in the order of their questions");
    edit::move_skip(services, made.id, three, -1).await.expect("moved");
    edit::move_skip(services, made.id, three, -1).await.expect("there is nowhere further to go");
    assert_eq!(ids(&form(services, &made).await), [three, one, two]);
    edit::move_skip(services, made.id, one, 1).await.expect("it stays with its question");
    assert_eq!(ids(&form(services, &made).await), [three, one, two]);

    let always = SkipDetails { rule: None, to: SkipTo::End(other) };
    edit::change_skip(services, made.id, one, always).await.expect("changed");
    let now = form(services, &made).await;
    let changed = now.skip(one).expect("a skip");
    assert_eq!((changed.rule.clone(), changed.to, changed.after), (None, SkipTo::End(other), first));
    edit::change_end(services, made.id, end, page("Not here", true)).await.expect("changed");
    edit::move_end(services, made.id, other, -1).await.expect("moved");
    let titles: Vec<_> = form(services, &made).await.ends.into_iter().map(|end| end.title).collect();
    assert_eq!(titles, ["Enough", "Not here"]);

    assert_eq!(reason(edit::remove_end(services, made.id, other).await), "error-end-page-led-to");
    edit::remove_skip(services, made.id, one).await.expect("removed");
    edit::remove_end(services, made.id, other).await.expect("nothing leads there any more");
    let now = form(services, &made).await;
    assert_eq!((ids(&now), now.ends.len()), (vec![three, two], 1));

    // Whatever has gone, what is added comes last, and what is changed stays where it is.
    let fourth = skip_if(services, &made, first, 1, SkipTo::Section(parts[2])).await;
    edit::remove_skip(services, made.id, three).await.expect("removed");
    let fifth = skip_if(services, &made, first, 1, SkipTo::Section(parts[1])).await;
    let there = SkipDetails { rule: None, to: SkipTo::Section(parts[2]) };
    edit::change_skip(services, made.id, fifth, there).await.expect("changed");
    assert_eq!(ids(&form(services, &made).await), [fourth, fifth, two]);
});

on_both!(what_skips_rest_on_stays_and_none_leads_back, |data: Throwaway| async move {
    let services = &data.services;
    let (made, parts, [first, second, third, _]) = three(services).await;
    let skip = skip_if(services, &made, second, 0, SkipTo::Section(parts[2])).await;
    let before = form(services, &made).await;
    let back = SkipDetails { rule: None, to: SkipTo::Section(parts[0]) };
    let done = edit::add_skip(services, made.id, second, back.clone()).await;
    assert_eq!(problem(done), ("to".to_owned(), "error-skip-to"));
    assert_eq!(problem(edit::change_skip(services, made.id, skip, back).await).1, "error-skip-to");
    let later = Some(only_if(&held(services, &made, second).await, 0));
    let done =
        edit::add_skip(services, made.id, first, SkipDetails { rule: later, to: SkipTo::Section(parts[2]) });
    assert_eq!(problem(done.await), ("asked-if".to_owned(), "error-question-asked-if"));
    assert_eq!(reason(edit::remove_question(services, made.id, second).await), "error-skip-rests");
    edit::move_section(services, made.id, parts[2], -1).await.expect("it still comes later");
    assert_eq!(reason(edit::move_section(services, made.id, parts[2], -1).await), "error-skip-order");
    let done = edit::put_question(services, made.id, Some(second), long(parts[0], "Do you work?")).await;
    assert_eq!(problem(done), ("kind".to_owned(), "error-skip-rests"));
    let done =
        edit::put_question(services, made.id, Some(second), choice(parts[2], "Do you work?", &["Yes", "No"]));
    assert_eq!(problem(done.await), ("section".to_owned(), "error-skip-rests"));
    edit::remove_question(services, made.id, third).await.expect("nothing rests on it");
    assert_eq!(form(services, &made).await.skips, before.skips, "a refused change changes nothing");
    let empty = section(services, &made, "Four").await;
    let last = skip_if(services, &made, first, 0, SkipTo::Section(empty)).await;
    assert_eq!(reason(edit::remove_section(services, made.id, empty).await), "error-section-led-to");
    edit::remove_skip(services, made.id, last).await.expect("removed");
    edit::remove_section(services, made.id, empty).await.expect("nothing leads there any more");
});

on_both!(skips_and_pages_of_another_call_are_out_of_reach, |data: Throwaway| async move {
    let services = &data.services;
    let (mine, _, [first, ..]) = three(services).await;
    let (other, _, [theirs, ..]) = three(services).await;
    let end = edit::add_end(services, other.id, page("Theirs", true)).await.expect("a page");
    let skip = skip_if(services, &other, theirs, 0, SkipTo::End(end)).await;
    let there = SkipDetails { rule: None, to: SkipTo::End(end) };
    assert_eq!(problem(edit::add_skip(services, mine.id, first, there.clone()).await).1, "error-skip-to");
    assert!(edit::add_skip(services, mine.id, theirs, there.clone()).await.is_err());
    assert!(edit::change_skip(services, mine.id, skip, there).await.is_err());
    assert!(edit::move_skip(services, mine.id, skip, 1).await.is_err());
    assert!(edit::remove_skip(services, mine.id, skip).await.is_err());
    assert!(edit::change_end(services, mine.id, end, page("Mine", true)).await.is_err());
    assert!(edit::move_end(services, mine.id, end, 1).await.is_err());
    assert!(edit::remove_end(services, mine.id, end).await.is_err());
    let now = form(services, &other).await;
    assert_eq!((now.ends[0].title.as_str(), now.skips.len()), ("Theirs", 1));
});

on_both!(what_nobody_can_reach_cannot_be_announced, |data: Throwaway| async move {
    let services = &data.services;
    let (made, _, [first, ..]) = three(services).await;
    edit::schedule(services, &made, from_to(services, 1, 100)).await.expect("times");
    let end = edit::add_end(services, made.id, page("Not for you", false)).await.expect("a page");
    let unreached = Unasked { item: end, why: Never::NoSkip };
    assert_eq!(unasked(&form(services, &made).await), [unreached]);
    let needs =
        edit::needs(&again(services, &made).await, &form(services, &made).await, services.clock.now());
    assert_eq!(needs, [Need::Reachable]);
    assert_eq!(reason(edit::announce(services, &again(services, &made).await).await), "error-call-unasked");
    skip_if(services, &made, first, 1, SkipTo::End(end)).await;
    edit::perform(services, &again(services, &made).await, CallAct::Announce).await.expect("announced");
});

on_both!(a_call_that_begins_as_another_skips_as_it_does, |data: Throwaway| async move {
    let services = &data.services;
    let (made, parts, [first, second, ..]) = three(services).await;
    let end = edit::add_end(services, made.id, page("Not for you", false)).await.expect("a page");
    skip_if(services, &made, first, 1, SkipTo::End(end)).await;
    skip_if(services, &made, second, 0, SkipTo::Section(parts[2])).await;
    let slug = edit::create_like(services, details("Again"), &again(services, &made).await, None).await;
    let copy = by_slug(services, &slug.expect("a call")).await.expect("the call is there");
    let (before, after) = (form(services, &made).await, form(services, &copy).await);
    assert_eq!((after.misrouted(), after.misled()), (None, None));
    assert_eq!((after.skips.len(), after.ends.len()), (2, 1));
    assert!(after.skips.iter().all(|skip| before.skip(skip.id).is_none()));
    for choice in [0, 1] {
        let way = |form: &Questionnaire| {
            let asked = &form.questions[0];
            let answers = [(asked.id, Answer::choices(vec![asked.choices[choice].id]))].into();
            let way = form.way(&answers);
            (way.asked.iter().map(|asked| asked.title.clone()).collect::<Vec<_>>(), way.is_sent())
        };
        assert_eq!(way(&before), way(&after));
    }
});

/// Somebody who has said who they are.
async fn begun(services: &Services, call: &Call) -> String {
    let call = again(services, call).await;
    let secret = draft::begin(services, &call, "en").await.expect("a draft");
    let about = About {
        kind: Some(RespondentKind::Individual),
        consent: Some(Consent::WithoutName),
        ..About::default()
    };
    let held = draft::find(services, &secret).await.expect("the draft");
    draft::save_about(services, &held, &about).await.expect("kept");
    secret
}

async fn say(services: &Services, secret: &str, question: Uuid, answer: Answer) {
    let held = draft::find(services, secret).await.expect("the draft");
    draft::save_answer(services, &held, question, Some(&answer)).await.expect("kept");
}

on_both!(what_was_answered_is_sent_as_far_as_the_way_leads, |data: Throwaway| async move {
    let services = &data.services;
    let (made, _, [first, second, third, last]) = three(services).await;
    edit::schedule(services, &made, from_to(services, 1, 100)).await.expect("times");
    let out = edit::add_end(services, made.id, page("Not for you", false)).await.expect("a page");
    let enough = edit::add_end(services, made.id, page("Enough", true)).await.expect("a page");
    skip_if(services, &made, first, 1, SkipTo::End(out)).await;
    skip_if(services, &made, second, 1, SkipTo::End(enough)).await;
    edit::open_now(services, &again(services, &made).await).await.expect("opened");
    let form = form(services, &made).await;
    let call = again(services, &made).await;
    let pick = |at: usize, choice: usize| Answer::choices(vec![form.questions[at].choices[choice].id]);

    let secret = begun(services, &made).await;
    say(services, &secret, first, pick(0, 0)).await;
    say(services, &secret, second, pick(1, 0)).await;
    say(services, &secret, third, Answer::text("I write.")).await;
    say(services, &secret, last, Answer::text("Nothing.")).await;
    say(services, &secret, first, pick(0, 1)).await;
    let held = draft::find(services, &secret).await.expect("the draft");
    assert_eq!(held.steps(&form), [Step::Who, Step::About, Step::Question(1), Step::End(1)]);
    assert_eq!(held.first_open_step(&form), Step::End(1));
    let done = submit::submit(services, &call, &form, &held, "en", Vec::new()).await;
    assert_eq!(reason(done), "error-draft-unfinished", "there is nothing to send");

    say(services, &secret, first, pick(0, 0)).await;
    say(services, &secret, second, pick(1, 1)).await;
    let held = draft::find(services, &secret).await.expect("the draft");
    let steps = held.steps(&form);
    assert_eq!(steps[2..], [Step::Question(1), Step::Question(2), Step::End(2), Step::Consent, Step::Check]);
    assert_eq!(held.answers.len(), 4, "what is off the way stays in the draft");
    let receipt = submit::submit(services, &call, &form, &held, "en", Vec::new()).await.expect("sent");
    let response = read::by_reference(services, call.id, &receipt.reference).await.expect("the response");
    let answers = read::answers(services, response.id).await.expect("its answers");
    assert_eq!(answers.iter().map(|answer| answer.question).collect::<Vec<_>>(), [first, second]);

    // From now on an answer must stay an answer to what was asked.
    let skip = form.skips[0].id;
    let details = SkipDetails { rule: None, to: SkipTo::End(out) };
    for refused in [
        reason(edit::add_skip(services, made.id, first, details.clone()).await),
        reason(edit::change_skip(services, made.id, skip, details).await),
        reason(edit::move_skip(services, made.id, skip, 1).await),
        reason(edit::remove_skip(services, made.id, skip).await),
        reason(edit::add_end(services, made.id, page("More", true)).await),
        reason(edit::move_end(services, made.id, out, 1).await),
        reason(edit::remove_end(services, made.id, out).await),
    ] {
        assert_eq!(refused, "error-question-answered");
    }
    let done = edit::change_end(services, made.id, out, page("Not for you", true)).await;
    assert_eq!(problem(done), ("sends".to_owned(), "error-question-answered"));
    edit::change_end(services, made.id, out, page("Not for you, sorry", false)).await.expect("words");
});
