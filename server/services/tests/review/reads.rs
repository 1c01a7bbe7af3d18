//! Progress, uses, excerpts, the workbench.

use chrono::TimeDelta;
use domain::text::Span;
use services::review::{
    CoderProgress, LONGEST_EXCERPT, Uses, coding, excerpts, next_unread, progress, reading, uses, workbench,
};
use services::testing::{Throwaway, morning};
use services::{Failure, on_both};

use crate::world::{Sent, WORDS, World};

/// Responses that came a minute apart.
async fn some(world: &World, count: i64) -> Vec<Sent> {
    let mut all = Vec::new();
    for minute in 0..count {
        world.services.clock.set(morning() + TimeDelta::minutes(minute));
        all.push(world.response(WORDS).await);
    }
    all
}

on_both!(progress_counts_what_it_says, |data: Throwaway| async move {
    let (world, elsewhere) = (World::new(&data.services).await, World::new(&data.services).await);
    let (services, call, ann, ben) = (&world.services, world.call, world.ann, world.ben);
    let sent = some(&world, 4).await;
    let other = elsewhere.response(WORDS).await;
    reading::mark(services, elsewhere.call, other.id, ann, true).await.expect("read");
    let code = world.code("Waits", None).await;
    for (at, person) in [(0, ann), (1, ann), (1, ben)] {
        reading::mark(services, call, sent[at].id, person, true).await.expect("read");
        reading::mark(services, call, sent[at].id, person, true).await.expect("read already");
    }
    reading::mark(services, call, sent[0].id, ann, false).await.expect("not read after all");
    for (response, answer, person) in [(0, 0, ann), (0, 1, ann), (1, 0, ann), (1, 0, ben)] {
        world.apply(sent[response].answers[answer], code, person).await.expect("a coding");
    }
    let gone = world.apply(sent[2].answers[0], code, ben).await.expect("a coding");
    coding::remove(services, call, gone.id, ben, coding::Whose::Own).await.expect("removed");
    let found = progress(services, call, ben).await.expect("progress");
    assert_eq!((found.responses, found.read_by_me, found.read_by_anyone), (4, 1, 1));
    assert_eq!((found.coded, found.codings), (2, 4));
    let by = |person, name: &str, read, coded, codings| CoderProgress {
        person,
        name: name.to_owned(),
        read,
        coded,
        codings,
    };
    assert_eq!(found.coders, [by(ann, "Ann", 1, 2, 3), by(ben, "Ben", 1, 1, 1)]);
    let strange = reading::mark(services, call, other.id, ann, true).await;
    assert!(matches!(strange, Err(Failure::NotFound("response"))));
});

on_both!(the_next_unread_response_comes_round_again, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    let sent = some(&world, 4).await;
    let read = async |at: usize| {
        reading::mark(&world.services, world.call, sent[at].id, world.ann, true).await.expect("read");
    };
    let next = async |after: Option<usize>| {
        let after = after.map(|at| sent[at].reference.as_str());
        let found = next_unread(&world.services, world.call, world.ann, after).await.expect("the order");
        found.and_then(|reference| sent.iter().position(|one| one.reference == reference))
    };
    assert_eq!((next(None).await, next(Some(0)).await, next(Some(3)).await), (Some(0), Some(1), Some(0)));
    read(1).await;
    read(3).await;
    assert_eq!((next(Some(0)).await, next(Some(2)).await), (Some(2), Some(0)));
    read(0).await;
    assert_eq!((next(Some(2)).await, next(Some(0)).await), (None, Some(2)), "never the one in hand");
    read(2).await;
    assert_eq!((next(None).await, next(Some(1)).await), (None, None));
});

on_both!(uses_count_responses_once_and_children_with_their_parents, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    let sent = some(&world, 2).await;
    let top = world.code("Access", None).await;
    let waits = world.code("Waits", Some(top)).await;
    let letters = world.code("Letters", Some(waits)).await;
    let idle = world.code("Cost", None).await;
    for (response, answer, code) in [(0, 0, top), (0, 1, waits), (0, 0, letters), (1, 0, letters)] {
        world.apply(sent[response].answers[answer], code, world.ann).await.expect("a coding");
    }
    world.apply(sent[1].answers[0], letters, world.ben).await.expect("a coding");
    let found = uses(&world.services, world.call).await.expect("uses");
    let counts =
        |codings, responses, codings_with_children| Uses { codings, responses, codings_with_children };
    assert_eq!(found[&top], counts(1, 1, 5));
    assert_eq!(found[&waits], counts(1, 1, 4));
    assert_eq!(found[&letters], counts(3, 2, 3));
    assert_eq!(found[&idle], Uses::default());
    let both = excerpts(&world.services, world.call, top, true, 0, 1).await.expect("excerpts");
    assert_eq!((both.codings, both.responses), (5, 2));
});

on_both!(excerpts_are_the_exact_words, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    let (services, call) = (&world.services, world.call);
    let long = "é".repeat(LONGEST_EXCERPT as usize + 1);
    let (one, two) = (world.response(WORDS).await, world.response(&long).await);
    let top = world.code("Access", None).await;
    let under = world.code("Waits", Some(top)).await;
    let smile = Some(Span { start: 19, end: 35 });
    coding::apply(services, call, one.answers[0], under, smile, world.ann).await.expect("a coding");
    world.apply(one.answers[0], under, world.ann).await.expect("a coding");
    world.apply(two.answers[0], under, world.ann).await.expect("a coding");
    world.apply(one.answers[1], top, world.ben).await.expect("a coding");
    let alone = excerpts(services, call, top, false, 0, 10).await.expect("excerpts");
    assert_eq!((alone.codings, alone.responses, alone.page.len()), (1, 1, 1));
    assert_eq!((alone.page[0].text.as_str(), alone.page[0].coder_name.as_str()), ("More staff.", "Ben"));
    assert_eq!(alone.page[0].question, "What should change?");
    let all = excerpts(services, call, top, true, 0, 10).await.expect("excerpts");
    assert_eq!((all.codings, all.responses, all.page.len()), (4, 2, 4));
    let at = |span, response: &Sent| {
        all.page
            .iter()
            .position(|e| {
                e.span == span && e.response == response.reference && e.answer == response.answers[0]
            })
            .expect("it is listed")
    };
    let (whole, part, clipped) = (at(None, &one), at(smile, &one), at(None, &two));
    assert_eq!(part, whole + 1, "the whole answer comes before words of it");
    assert_eq!((all.page[part].text.as_str(), all.page[whole].text.as_str()), ("Naïve, perhaps 😀", WORDS));
    assert!(all.page[clipped].clipped() && !all.page[whole].clipped());
    assert_eq!(all.page[clipped].text.chars().count(), LONGEST_EXCERPT as usize);
    let later = excerpts(services, call, top, true, 1, 2).await.expect("excerpts");
    assert_eq!(later.page, all.page[1..3]);
});

on_both!(the_workbench_holds_what_the_coding_page_needs, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    let sent = some(&world, 3).await;
    let code = world.code("Waits", None).await;
    let held = world.apply(sent[1].answers[0], code, world.ben).await.expect("a coding");
    reading::mark(&world.services, world.call, sent[1].id, world.ann, true).await.expect("read");
    let bench = async |at: usize| {
        workbench(&world.services, world.call, &sent[at].reference, world.ann).await.expect("a workbench")
    };
    let found = bench(1).await;
    assert_eq!(found.response.id, sent[1].id);
    let texts: Vec<_> = found.answers.iter().map(|a| (a.title.as_str(), a.text.as_str())).collect();
    assert_eq!(texts, [("What happened?", WORDS), ("What should change?", "More staff.")]);
    assert_eq!((found.codings, found.codebook.len()), (vec![held], 1));
    assert_eq!(
        (found.previous.as_ref(), found.next.as_ref()),
        (Some(&sent[0].reference), Some(&sent[2].reference))
    );
    assert_eq!((found.number, found.of, found.done), (2, 3, true));
    let (first, last) = (bench(0).await, bench(2).await);
    assert_eq!((first.previous, first.number, first.done), (None, 1, false));
    assert_eq!((last.next, last.number), (None, 3));
});
