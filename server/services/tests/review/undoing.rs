//! Undo and history.

use domain::review::{Act, Move};
use domain::text::Span;
use services::on_both;
use services::review::codebook::{self, codebook};
use services::review::coding::{self, Whose};
use services::review::{history, last_act, reading, undo};
use services::testing::Throwaway;

use crate::world::{WORDS, World, details, refusal};

on_both!(undo_goes_back_act_by_act_and_is_recorded, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    let (services, call, ann) = (&world.services, world.call, world.ann);
    let sent = world.response(WORDS).await;
    let code = world.code("Waits", None).await;
    let span = Some(Span { start: 0, end: 18 });
    let held = coding::apply(services, call, sent.answers[0], code, span, ann).await.expect("a coding");
    reading::mark(services, call, sent.id, ann, true).await.expect("read");
    coding::remove(services, call, held.id, ann, Whose::Own).await.expect("removed");
    let back = async || undo(services, call, ann).await.expect("an undo");
    let now = async || coding::of_response(services, sent.id).await.expect("codings");
    let next = last_act(services, call, ann).await.expect("the log").expect("an act");
    assert_eq!((next.act, next.undone), (Act::CodingRemoved, false));
    let undone = back().await.expect("an act");
    assert_eq!((undone.act, undone.undone), (Act::CodingRemoved, true));
    assert_eq!(undone.code, Some((code, "Waits".to_owned())));
    assert_eq!((undone.response.as_ref(), undone.span), (Some(&sent.reference), span));
    assert_eq!(now().await, [held]);
    assert_eq!(back().await.map(|entry| entry.act), Some(Act::ResponseRead));
    assert_eq!(back().await.map(|entry| entry.act), Some(Act::CodingApplied));
    assert_eq!(now().await, []);
    assert_eq!(back().await, None, "the code was added by someone else");
    let log = history(services, sent.id).await.expect("a history");
    let read: Vec<_> = log.iter().rev().map(|e| (e.act, e.undone, e.undoes)).collect();
    let undo_of = |act| (Act::Undo, false, Some(act));
    assert_eq!(
        read,
        [
            (Act::CodingApplied, true, None),
            (Act::ResponseRead, true, None),
            (Act::CodingRemoved, true, None),
            undo_of(Act::CodingRemoved),
            undo_of(Act::ResponseRead),
            undo_of(Act::CodingApplied),
        ]
    );
    assert!(log.iter().all(|entry| entry.actor_name == "Ann"));
});

on_both!(a_codebook_is_undone_to_what_it_was, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    let (services, call, lead) = (&world.services, world.call, world.lead);
    let one = world.code("One", None).await;
    let two = world.code("Two", None).await;
    world.code("Three", None).await;
    let before = codebook(services, call).await.expect("a codebook");
    codebook::move_to(services, call, one, Move::LastUnder(Some(two)), lead).await.expect("moved");
    codebook::change(services, call, one, details("Eins", None), lead).await.expect("changed");
    codebook::retire(services, call, one, lead).await.expect("retired");
    world.code("Four", Some(one)).await;
    for _ in 0..4 {
        undo(services, call, lead).await.expect("an undo").expect("an act");
    }
    assert_eq!(codebook(services, call).await.expect("a codebook"), before);
});

on_both!(what_others_have_built_on_stays, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    let (services, call) = (&world.services, world.call);
    let sent = world.response(WORDS).await;
    let code = world.code("Waits", None).await;
    let held = world.apply(sent.answers[0], code, world.ann).await.expect("a coding");
    assert_eq!(refusal(undo(services, call, world.lead).await), "error-undo-code-used");
    coding::remove(services, call, held.id, world.ann, Whose::Own).await.expect("removed");
    let refused = refusal(undo(services, call, world.lead).await);
    assert_eq!(refused, "error-undo-code-used", "or the removal could not be undone");
    undo(services, call, world.ann).await.expect("an undo");
    undo(services, call, world.ann).await.expect("an undo");
    undo(services, call, world.lead).await.expect("an undo").expect("nobody uses it now");
    assert!(world.outline().await.is_empty());
});

on_both!(a_later_act_of_another_is_never_undone_by_the_way, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    let (services, call) = (&world.services, world.call);
    let sent = world.response(WORDS).await;
    let code = world.code("Waits", None).await;
    let held = world.apply(sent.answers[0], code, world.ann).await.expect("a coding");
    coding::remove(services, call, held.id, world.lead, Whose::Anyones).await.expect("removed");
    assert_eq!(refusal(undo(services, call, world.ann).await), "error-undo-changed-since");
    world.apply(sent.answers[0], code, world.ann).await.expect("again");
    assert_eq!(refusal(undo(services, call, world.lead).await), "error-undo-there-again");
    // Two people change different parts of a code: each can be undone alone.
    codebook::change(services, call, code, details("Waiting", None), world.lead).await.expect("a name");
    let mut defined = details("Waiting", None);
    defined.definition = "Time until seen.".to_owned();
    codebook::change(services, call, code, defined, world.ben).await.expect("a definition");
    undo(services, call, world.lead).await.expect("an undo");
    let now = codebook(services, call).await.expect("a codebook");
    assert_eq!((now[0].name.as_str(), now[0].definition.as_str()), ("Waits", "Time until seen."));
});

on_both!(a_code_does_not_go_back_under_what_went_under_it, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    let (services, call) = (&world.services, world.call);
    let one = world.code("One", None).await;
    let two = world.code("Two", Some(one)).await;
    codebook::move_to(services, call, two, Move::LastUnder(None), world.ann).await.expect("moved");
    codebook::move_to(services, call, one, Move::LastUnder(Some(two)), world.ben).await.expect("moved");
    assert_eq!(refusal(undo(services, call, world.ann).await), "error-undo-code-place");
    undo(services, call, world.ben).await.expect("an undo");
    undo(services, call, world.ann).await.expect("an undo");
    assert_eq!(world.outline().await, ["One", ".Two"]);
});
