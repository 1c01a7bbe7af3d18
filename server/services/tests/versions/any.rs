//! What holds however often somebody thinks again.

use domain::outcomes::ReceiptDetails;
use domain::responses::Reference;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use services::on_both;
use services::outcomes::trace;
use services::responses::{Receipt, change, versions};
use services::testing::Throwaway;
use tokio::runtime::Handle;
use tokio::task::block_in_place;
use uuid::Uuid;

use crate::world::{World, texts};

const WORDS: [&str; 4] = ["", "The bus was late.", "The train was late.", "Nobody came. 😀"];

/// What somebody does who has sent a response.
#[derive(Clone, Copy, Debug)]
enum Does {
    /// They change it to this and send it again.
    Sends([u8; 3]),
    /// They change it to this, and drop that.
    Drops([u8; 3]),
    /// They send it once more, because they have not seen the answer.
    Repeats,
}

fn said(picked: [u8; 3]) -> [&'static str; 3] {
    picked.map(|number| WORDS[usize::from(number) % WORDS.len()])
}

fn does() -> impl Strategy<Value = Does> {
    prop_oneof![
        3 => any::<[u8; 3]>().prop_map(Does::Sends),
        1 => any::<[u8; 3]>().prop_map(Does::Drops),
        1 => Just(Does::Repeats),
    ]
}

on_both!(whatever_was_sent_last_counts_and_what_was_sent_before_is_kept, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    let mut runner = TestRunner::new(Config { cases: 12, failure_persistence: None, ..Config::default() });
    let lives = (any::<[u8; 3]>(), prop::collection::vec(does(), 1..6));
    block_in_place(|| {
        runner
            .run(&lives, |(first, life)| {
                Handle::current().block_on(live(&world, first, &life));
                Ok(())
            })
            .expect("it holds");
    });
});

/// One life of a response.
async fn live(world: &World, first: [u8; 3], life: &[Does]) {
    let secret = world.respondent(said(first)).await;
    let mut receipts = vec![world.send(&secret).await.expect("a repeat")];
    let mut counts = said(first);
    for does in life {
        let reference = receipts[0].reference.clone();
        let (_, before) = world.response(&reference).await;
        match *does {
            Does::Sends(picked) => {
                let receipt = world.change(&secret, said(picked)).await;
                let same = said(picked) == counts;
                assert_eq!(
                    same,
                    receipt == receipts[receipts.len() - 1],
                    "a new version where it says another thing"
                );
                if !same {
                    receipts.push(receipt);
                }
                counts = said(picked);
            }
            Does::Drops(picked) => {
                world.open(&secret).await.expect("it can be changed");
                world.write(&secret, said(picked)).await;
                assert_counts(world, &receipts, counts, "nothing that is not sent counts").await;
                change::give_up(&world.services, &world.draft(&secret).await).await.expect("dropped");
            }
            Does::Repeats => {
                let again = world.send(&secret).await.expect("the same");
                assert_eq!(Some(&again), receipts.last());
            }
        }
        let (_, after) = world.response(&reference).await;
        for answer in &after {
            let stayed =
                before.iter().find(|other| other.question == answer.question && other.text == answer.text);
            assert!(stayed.is_none_or(|other| other.id == answer.id), "it keeps its row");
        }
        assert_counts(world, &receipts, counts, "what was sent last counts").await;
        every_receipt_verifies(world, &receipts).await;
    }
}

async fn assert_counts(world: &World, receipts: &[Receipt], counts: [&str; 3], why: &str) {
    let (response, answers) = world.response(&receipts[0].reference).await;
    let expected: Vec<&str> = counts.into_iter().filter(|words| !words.is_empty()).collect();
    assert_eq!(texts(&answers), expected, "{why}");
    let places: Vec<usize> = answers.iter().map(|answer| world.place(answer.question)).collect();
    assert!(places.is_sorted(), "in the order of the form");
    assert_eq!(response.version as usize, receipts.len());
    let all = versions::of_response(&world.services, &response).await.expect("its versions");
    let numbers: Vec<u32> = all.iter().map(|version| version.number).collect();
    assert_eq!(numbers, (1..=response.version).collect::<Vec<_>>());
    let sent: Vec<_> = all.iter().map(|version| version.sent_at).collect();
    assert_eq!(sent, receipts.iter().map(|receipt| receipt.submitted_at).collect::<Vec<_>>());
}

async fn every_receipt_verifies(world: &World, receipts: &[Receipt]) {
    let mut found: Option<Uuid> = None;
    for (at, receipt) in receipts.iter().enumerate() {
        assert_eq!((receipt.version as usize, &receipt.reference), (at + 1, &receipts[0].reference));
        let shown = ReceiptDetails {
            reference: Reference::parse(&receipt.reference).expect("a reference"),
            code: receipt.hash[..12].to_owned(),
        };
        let id = trace::by_receipt(&world.services, &shown).await.expect("it is theirs");
        assert_eq!(*found.get_or_insert(id), id, "one response");
        let journey = trace::own_by(&world.services, id, &shown.code).await.expect("their own");
        assert_eq!(journey.intact, Some(true), "what counts is as it was sent");
        let earlier = journey.earlier.map(|earlier| (earlier.number as usize, earlier.intact));
        // What was said before can have been said again: then the receipt is that of what counts.
        let last = receipts.last().is_some_and(|last| last.hash == receipt.hash);
        if last {
            assert_eq!(earlier, None);
        } else {
            let (number, intact) = earlier.expect("an earlier version");
            assert_eq!((&receipts[number - 1].hash, intact), (&receipt.hash, true));
        }
    }
}
