//! What was held back can be changed too, and is looked at again.

use domain::outcomes::ReceiptDetails;
use domain::responses::{HeldDecision, HeldState, Reference, Suspicion};
use services::on_both;
use services::outcomes::trace;
use services::responses::{held, read, versions};
use services::testing::Throwaway;

use crate::world::{World, texts};

const FIRST: [&str; 3] = ["The bus was late.", "Nobody came.", ""];
const THEN: [&str; 3] = ["The train was late.", "Nobody came.", "It rained."];

on_both!(what_is_admitted_has_every_version_that_was_sent, |data: Throwaway| async move {
    let (services, world) = (&data.services, World::new(&data.services).await);
    let secret = world.answered(FIRST).await;
    let first = world.send_with(&secret, vec![Suspicion::Trap]).await.expect("held back");
    let one = held::by_reference(services, world.call.id, &first.reference).await.expect("held");
    held::decide(services, &one, HeldDecision::KeepOut("An advertisement".to_owned())).await.expect("out");
    let second = world.change(&secret, THEN).await;
    assert_eq!((second.version, &second.reference), (2, &first.reference));
    assert_eq!(world.send(&secret).await.expect("a repeat"), second);
    assert_eq!(read::count(services, world.call.id).await.expect("a count"), 0, "it is no response yet");
    let one = held::by_reference(services, world.call.id, &first.reference).await.expect("held");
    assert_eq!((one.state, one.suspicions.as_slice()), (HeldState::Waiting, &[Suspicion::Trap][..]));
    for receipt in [&first, &second] {
        let stands = held::stands(services, &receipt.reference, &receipt.hash[..12]).await;
        assert_eq!(stands.expect("an answer"), Some(HeldState::Waiting));
    }
    held::decide(services, &one, HeldDecision::Admit).await.expect("admitted");
    let (response, answers) = world.response(&first.reference).await;
    assert_eq!(texts(&answers), THEN);
    assert_eq!((response.version, response.submitted_at), (2, first.submitted_at));
    let all = versions::of_response(services, &response).await.expect("versions");
    assert_eq!(texts(&all[0].answers), ["The bus was late.", "Nobody came."]);
    assert_eq!(all[0].answers[1].id, all[1].answers[1].id, "what stayed has one row");
    for (receipt, earlier) in [(&first, Some(1)), (&second, None)] {
        let reference = Reference::parse(&receipt.reference).expect("a reference");
        let shown = ReceiptDetails { reference, code: receipt.hash.clone() };
        let id = trace::by_receipt(services, &shown).await.expect("it is theirs");
        let journey = trace::own_by(services, id, &shown.code).await.expect("their own");
        assert_eq!(journey.intact, Some(true));
        assert_eq!(
            journey.earlier.map(|earlier| (earlier.number, earlier.intact)),
            earlier.map(|n| (n, true))
        );
    }
});

on_both!(it_goes_on_being_changed_once_it_is_a_response, |data: Throwaway| async move {
    let (services, world) = (&data.services, World::new(&data.services).await);
    let secret = world.answered(FIRST).await;
    let first = world.send_with(&secret, vec![Suspicion::Haste]).await.expect("held back");
    world.open(&secret).await.expect("open");
    world.write(&secret, THEN).await;
    let one = held::by_reference(services, world.call.id, &first.reference).await.expect("held");
    held::decide(services, &one, HeldDecision::Admit).await.expect("admitted meanwhile");
    world.wait();
    let second = world.send_with(&secret, vec![Suspicion::Trap]).await.expect("sent again");
    let (response, answers) = world.response(&first.reference).await;
    assert_eq!((response.version, second.version, texts(&answers)), (2, 2, THEN.to_vec()));
});
