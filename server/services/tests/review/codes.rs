//! The codebook.

use domain::review::Move;
use services::review::codebook::{self, Code, codebook};
use services::store::outbox;
use services::testing::Throwaway;
use services::{Failure, on_both};
use uuid::Uuid;

use crate::world::{World, details, refusal};

async fn codes(world: &World) -> Vec<Code> {
    codebook(&world.services, world.call).await.expect("a codebook")
}

on_both!(a_codebook_is_a_tree_in_order, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    let access = world.code("Access", None).await;
    world.code("Cost", None).await;
    let waits = world.code("Waits", Some(access)).await;
    world.code("Distance", Some(access)).await;
    world.code("Letters", Some(waits)).await;
    assert_eq!(world.outline().await, ["Access", ".Waits", "..Letters", ".Distance", "Cost"]);
    let codes = codes(&world).await;
    let places: Vec<_> = codes.iter().map(|code| (code.parent, code.position, code.depth)).collect();
    assert_eq!(
        places,
        [(None, 0, 0), (Some(access), 0, 1), (Some(waits), 0, 2), (Some(access), 1, 1), (None, 1, 0)]
    );
});

on_both!(a_code_stands_only_under_codes_of_its_own_call, |data: Throwaway| async move {
    let (here, there) = (World::new(&data.services).await, World::new(&data.services).await);
    let stranger = there.code("Stranger", None).await;
    let outcome = codebook::add(&here.services, here.call, details("New", Some(stranger)), here.lead).await;
    assert!(matches!(outcome, Err(Failure::Invalid(problems)) if problems.at("parent").is_some()));
    let moved = codebook::retire(&here.services, here.call, stranger, here.lead).await;
    assert!(matches!(moved, Err(Failure::NotFound("code"))));
    let nowhere = codebook::add(&here.services, Uuid::nil(), details("New", None), here.lead).await;
    assert!(matches!(nowhere, Err(Failure::NotFound("call"))));
});

on_both!(a_code_is_changed_and_moved_but_never_under_itself, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    let (services, call, lead) = (&world.services, world.call, world.lead);
    let one = world.code("One", None).await;
    let two = world.code("Two", None).await;
    let three = world.code("Three", Some(two)).await;
    codebook::change(services, call, one, details("First", Some(three)), lead).await.expect("a change");
    assert_eq!(world.outline().await, ["Two", ".Three", "..First"]);
    let under = codebook::change(services, call, two, details("Two", Some(one)), lead).await;
    assert!(matches!(under, Err(Failure::Invalid(problems)) if problems.at("parent").is_some()));
    for to in [Move::LastUnder(Some(two)), Move::LastUnder(Some(one)), Move::Before(one)] {
        let outcome = codebook::move_to(services, call, two, to, lead).await;
        assert_eq!(refusal(outcome), "error-code-under-itself");
    }
    codebook::move_to(services, call, one, Move::Before(two), lead).await.expect("a move");
    assert_eq!(world.outline().await, ["First", "Two", ".Three"]);
    codebook::move_to(services, call, one, Move::Down, lead).await.expect("a move");
    codebook::move_to(services, call, one, Move::Down, lead).await.expect("the last stays");
    assert_eq!(world.outline().await, ["Two", ".Three", "First"]);
    codebook::move_to(services, call, three, Move::After(two), lead).await.expect("a move");
    assert_eq!(world.outline().await, ["Two", "Three", "First"]);
});

on_both!(a_retired_code_keeps_its_codings_and_takes_no_new_ones, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    let sent = world.response(crate::world::WORDS).await;
    let code = world.code("Waits", None).await;
    let held = world.apply(sent.answers[0], code, world.ann).await.expect("a coding");
    codebook::retire(&world.services, world.call, code, world.lead).await.expect("retired");
    assert!(codes(&world).await[0].retired);
    assert_eq!(refusal(world.apply(sent.answers[1], code, world.ann).await), "error-coding-retired");
    let again = world.apply(sent.answers[0], code, world.ann).await.expect("the one that is there");
    assert_eq!(again, held);
    codebook::restore(&world.services, world.call, code, world.lead).await.expect("restored");
    world.apply(sent.answers[1], code, world.ann).await.expect("offered again");
});

on_both!(search_is_told_of_what_changes_its_results, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    let (services, call, lead) = (&world.services, world.call, world.lead);
    let one = world.code("One", None).await;
    let two = world.code("Two", None).await;
    let told = async || {
        let rows = outbox::after(services.db.read(), 0, 100).await.expect("an outbox");
        assert!(rows.iter().all(|row| row.kind == outbox::CODEBOOK && row.subject_id == Some(call)));
        rows.len()
    };
    let mut defined = details("One", None);
    defined.definition = "The first.".to_owned();
    codebook::change(services, call, one, defined, lead).await.expect("a change");
    codebook::move_to(services, call, one, Move::Down, lead).await.expect("a move among its siblings");
    assert_eq!(told().await, 0);
    codebook::change(services, call, one, details("Eins", None), lead).await.expect("a new name");
    codebook::move_to(services, call, one, Move::LastUnder(Some(two)), lead).await.expect("a new parent");
    codebook::retire(services, call, one, lead).await.expect("retired");
    codebook::retire(services, call, one, lead).await.expect("nothing changes");
    codebook::restore(services, call, one, lead).await.expect("restored");
    assert_eq!(told().await, 4);
});
