//! Codings.

use std::collections::HashSet;

use domain::text::Span;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use services::review::coding::{self, Whose};
use services::store::entities::review_event;
use services::store::outbox;
use services::testing::Throwaway;
use services::{Failure, on_both};

use crate::world::{WORDS, World, refusal};

on_both!(a_code_goes_on_an_answer_or_on_words_of_it, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    let sent = world.response(WORDS).await;
    let code = world.code("Waits", None).await;
    let (services, call, answer) = (&world.services, world.call, sent.answers[0]);
    let length = WORDS.chars().count();
    for span in [(9, 5), (5, 5), (0, length + 1), (length, length + 1), (0, usize::MAX)] {
        let span = Some(Span { start: span.0, end: span.1 });
        let outcome = coding::apply(services, call, answer, code, span, world.ann).await;
        assert_eq!(refusal(outcome), "error-coding-span");
    }
    let put =
        async |span, coder| coding::apply(services, call, answer, code, span, coder).await.expect("a coding");
    // To the last code point: the text has letters of two and four bytes.
    let end = put(Some(Span { start: 19, end: length }), world.ann).await;
    let inner = put(Some(Span { start: 19, end: 24 }), world.ben).await;
    let whole = put(None, world.ann).await;
    assert_eq!(put(Some(Span { start: 19, end: 24 }), world.ben).await, inner, "the same again");
    let other = put(Some(Span { start: 19, end: 24 }), world.ann).await;
    assert_eq!((whole.coder_name.as_str(), inner.coder_name.as_str()), ("Ann", "Ben"));
    let held = coding::of_response(services, sent.id).await.expect("codings");
    assert_eq!(held[..2], [whole, end], "whole answers first, then the longest");
    assert!(held[2..].contains(&inner) && held[2..].contains(&other) && held.len() == 4);
    let told = outbox::after(services.db.read(), 0, 100).await.expect("an outbox");
    assert!(told.iter().all(|row| row.kind == outbox::RESPONSE && row.subject_id == Some(sent.id)));
    assert_eq!(told.len(), 1 + 4, "the response, and each new coding");
});

on_both!(answer_and_code_belong_to_the_call, |data: Throwaway| async move {
    let (here, there) = (World::new(&data.services).await, World::new(&data.services).await);
    let (mine, theirs) = (here.response(WORDS).await, there.response(WORDS).await);
    let (code, stranger) = (here.code("Mine", None).await, there.code("Theirs", None).await);
    let elsewhere = here.apply(theirs.answers[0], code, here.ann).await;
    assert!(matches!(elsewhere, Err(Failure::NotFound("answer"))));
    let unknown = here.apply(mine.answers[0], stranger, here.ann).await;
    assert!(matches!(unknown, Err(Failure::NotFound("code"))));
    let held = here.apply(mine.answers[0], code, here.ann).await.expect("a coding");
    let outcome = coding::remove(&there.services, there.call, held.id, there.lead, Whose::Anyones).await;
    assert!(matches!(outcome, Err(Failure::NotFound("coding"))));
});

on_both!(a_coder_removes_their_own_and_a_lead_analyst_anyones, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    let sent = world.response(WORDS).await;
    let code = world.code("Waits", None).await;
    let one = world.apply(sent.answers[0], code, world.ann).await.expect("a coding");
    let two = world.apply(sent.answers[1], code, world.ann).await.expect("a coding");
    let remove = async |id, by, whose| coding::remove(&world.services, world.call, id, by, whose).await;
    assert_eq!(refusal(remove(one.id, world.ben, Whose::Own).await), "error-coding-not-yours");
    remove(one.id, world.ann, Whose::Own).await.expect("removed");
    remove(one.id, world.ann, Whose::Own).await.expect("it is gone already");
    remove(two.id, world.lead, Whose::Anyones).await.expect("removed");
    assert_eq!(coding::of_response(&world.services, sent.id).await.expect("codings"), []);
    let again = world.apply(sent.answers[0], code, world.ann).await.expect("a coding");
    assert_ne!(again.id, one.id, "what was removed stays removed");
});

on_both!(the_same_coding_from_many_places_at_once_is_one, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    let sent = world.response(WORDS).await;
    let code = world.code("Waits", None).await;
    let tries = (0..8).map(|number| {
        let (world, answer) = (world.clone(), sent.answers[0]);
        let coder = if number % 2 == 0 { world.ann } else { world.ben };
        tokio::spawn(async move { world.apply(answer, code, coder).await.expect("a coding").id })
    });
    let mut ids = HashSet::new();
    for one in tries.collect::<Vec<_>>() {
        ids.insert(one.await.expect("no panic"));
    }
    assert_eq!(ids.len(), 2);
    let mine = review_event::Entity::find().filter(review_event::Column::CallId.eq(world.call));
    let mut numbers: Vec<i32> =
        mine.all(world.services.db.read()).await.expect("a log").iter().map(|row| row.number).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, [1, 2, 3], "one act for the code, one for each coding");
});
