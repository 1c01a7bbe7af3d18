//! Undo, redo and history.

use domain::review::{Act, Move};
use domain::text::Span;
use services::on_both;
use services::review::codebook::{self, codebook};
use services::review::coding::{self, Whose};
use services::review::{Told, history, reading, redo, undo};
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
    let Told { what: undone, again, passed_over, .. } = back().await.expect("an act");
    assert!(!again && passed_over.is_empty());
    assert_eq!((undone.act, undone.undone), (Act::CodingRemoved, true));
    assert_eq!(undone.code, Some((code, "Waits".to_owned())));
    assert_eq!((undone.response.as_ref(), undone.span), (Some(&sent.reference), span));
    assert_eq!(now().await, [held]);
    assert_eq!(back().await.map(|told| told.what.act), Some(Act::ResponseRead));
    assert_eq!(back().await.map(|told| told.what.act), Some(Act::CodingApplied));
    assert_eq!(now().await, []);
    assert_eq!(back().await, None, "the code was added by someone else");
    let log = history(services, sent.id).await.expect("a history");
    let read: Vec<_> = log.iter().rev().map(|e| (e.act, e.undone, e.about)).collect();
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

on_both!(what_was_undone_can_be_done_again, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    let (services, call, ann) = (&world.services, world.call, world.ann);
    let sent = world.response(WORDS).await;
    let code = world.code("Waits", None).await;
    assert_eq!(redo(services, call, ann).await.expect("a redo"), None, "nothing was undone yet");
    let held = world.apply(sent.answers[0], code, ann).await.expect("a coding");
    reading::mark(services, call, sent.id, ann, true).await.expect("read");
    let now = async || coding::of_response(services, sent.id).await.expect("codings");
    let back = async || undo(services, call, ann).await.expect("an undo").map(|told| told.what.act);
    let again = async || {
        let told = redo(services, call, ann).await.expect("a redo")?;
        assert!(told.again && told.passed_over.is_empty() && !told.what.undone);
        Some(told.what.act)
    };
    assert_eq!((back().await, back().await), (Some(Act::ResponseRead), Some(Act::CodingApplied)));
    assert_eq!(now().await, []);
    assert_eq!(again().await, Some(Act::CodingApplied));
    assert_eq!(now().await, [held], "the same coding, and no other with the same words");
    assert_eq!(again().await, Some(Act::ResponseRead));
    assert_eq!(again().await, None);
    assert_eq!((back().await, back().await), (Some(Act::ResponseRead), Some(Act::CodingApplied)));
    let log = history(services, sent.id).await.expect("a history");
    let (redone, told) = (log.iter().filter(|e| e.act == Act::Redo), |act| (Act::Redo, Some(act)));
    let read: Vec<_> = redone.map(|e| (e.act, e.about)).collect();
    assert_eq!(read, [told(Act::ResponseRead), told(Act::CodingApplied)]);
    reading::mark(services, call, sent.id, ann, true).await.expect("read");
    assert_eq!(again().await, None, "after something else there is no way forward");
});

on_both!(an_act_that_cannot_be_undone_does_not_hold_up_older_ones, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    let (services, call, ann) = (&world.services, world.call, world.ann);
    let sent = world.response(WORDS).await;
    let [one, two] = [world.code("One", None).await, world.code("Two", None).await];
    let answer = sent.answers[0];
    reading::mark(services, call, sent.id, ann, true).await.expect("read");
    world.apply(answer, one, ann).await.expect("a coding");
    let second = world.apply(answer, two, ann).await.expect("a coding");
    coding::remove(services, call, second.id, world.lead, Whose::Anyones).await.expect("removed");
    let told = undo(services, call, ann).await.expect("an undo").expect("an act");
    assert_eq!(told.what.act, Act::CodingApplied);
    assert_eq!(told.what.code, Some((one, "One".to_owned())));
    let passed: Vec<_> = told.passed_over.iter().map(|p| (p.what.code.clone(), p.why.as_str())).collect();
    assert_eq!(passed, [(Some((two, "Two".to_owned())), "error-undo-changed-since")]);
    assert_eq!(services::review::told(services, call, ann, told.id).await.expect("told"), told);
    assert!(services::review::told(services, call, world.ben, told.id).await.is_err(), "that is Ann's");
    let told = undo(services, call, ann).await.expect("an undo").expect("an act");
    assert_eq!((told.what.act, told.passed_over), (Act::ResponseRead, vec![]), "it is told once");
    assert_eq!(refusal(undo(services, call, ann).await), "error-undo-changed-since");
    // The lead takes the removal back: what was passed over has its turn again, and everything can be done again.
    undo(services, call, world.lead).await.expect("an undo").expect("an act");
    redo(services, call, ann).await.expect("a redo").expect("an act");
    redo(services, call, ann).await.expect("a redo").expect("an act");
    let told = undo(services, call, ann).await.expect("an undo").expect("an act");
    assert_eq!(told.what.code, Some((two, "Two".to_owned())));
});

on_both!(what_changed_meanwhile_is_not_done_again_over, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    let (services, call, lead) = (&world.services, world.call, world.lead);
    let one = world.code("One", None).await;
    let child = world.code("Child", Some(one)).await;
    codebook::change(services, call, one, details("Eins", None), lead).await.expect("changed");
    for _ in 0..3 {
        undo(services, call, lead).await.expect("an undo").expect("an act");
    }
    assert!(world.outline().await.is_empty());
    redo(services, call, lead).await.expect("a redo").expect("the code");
    redo(services, call, lead).await.expect("a redo").expect("the child");
    assert_eq!(world.outline().await, ["One", ".Child"]);
    codebook::change(services, call, one, details("Un", None), world.ben).await.expect("changed");
    assert_eq!(refusal(redo(services, call, lead).await), "error-undo-changed-since");
    codebook::retire(services, call, child, world.ben).await.expect("retired");
    assert_eq!(world.outline().await, ["Un", ".Child"]);
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
