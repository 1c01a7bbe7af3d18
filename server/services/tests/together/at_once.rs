//! Two acts at one moment: one comes after the other, and nothing of either is lost.

use domain::calls::Answer;
use services::on_both;
use services::responses::draft::{self, Saved};
use services::responses::together::{begin, history, sign_off};
use services::testing::Throwaway;
use services::testing::spine::ask;

use crate::world::{World, refused};

/// How often each is tried: one try may be lucky.
const ROUNDS: usize = 8;

on_both!(of_two_members_who_write_at_one_moment_neither_loses_a_word, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    for round in 0..ROUNDS {
        let held = world.open(&world.editor).await;
        let (one, two) = (Answer::text(format!("Ann {round}.")), Answer::text(format!("Bob {round}.")));
        let (first, second) = futures::future::join(
            draft::save_answer(&world.editor.services, &held, world.question, Some(&one)),
            draft::save_answer(&world.approver.services, &held, world.question, Some(&two)),
        )
        .await;
        let saved = [first.expect("a member"), second.expect("a member")];
        assert!(saved.contains(&Saved::Kept) && saved.contains(&Saved::Overtaken), "{saved:?}");
        let now = world.open(&world.editor).await;
        let kept = if saved[0] == Saved::Kept { &one } else { &two };
        assert_eq!(&now.answers[&world.question], kept);
        let all = history::of_question(&world.owner.services, &now, world.question).await.expect("all");
        assert_eq!(all.len(), round + 1);
    }
});

on_both!(what_is_changed_while_it_is_sent_is_not_sent_or_comes_too_late, |data: Throwaway| async move {
    let mut world = World::new(&data.services).await;
    for round in 0..ROUNDS {
        world.answer_another(&format!("Call {round}")).await;
        world.finish(&world.editor, "Whole.").await;
        world.sign(&world.approver).await.expect("signed");
        let held = world.open(&world.second).await;
        let other = Answer::text("Something else.");
        let (sent, written) = futures::future::join(
            world.send(&world.owner),
            draft::save_answer(&world.second.services, &held, world.question, Some(&other)),
        )
        .await;
        match sent {
            Ok(_) => assert_eq!(refused(written), "error-draft-submitted"),
            sent => {
                assert_eq!(refused(sent), "error-sign-missing");
                assert_eq!(written.expect("a member"), Saved::Kept);
            }
        }
    }
});

on_both!(what_is_changed_while_it_is_signed_ends_it_or_is_not_signed, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    world.finish(&world.editor, "Whole.").await;
    for round in 0..ROUNDS {
        let held = world.open(&world.editor).await;
        let other = Answer::text(format!("Round {round}."));
        let (_, written) = futures::future::join(
            world.sign(&world.approver),
            draft::save_answer(&world.editor.services, &held, world.question, Some(&other)),
        )
        .await;
        assert_eq!(written.expect("a member"), Saved::Kept);
        let now = world.open(&world.editor).await;
        let services = &world.editor.services;
        let standing = sign_off::standing(services, &world.call, &world.form, &now).await.expect("it stands");
        let seen_after = standing.all.first().is_some_and(|one| one.ended.is_none());
        assert_eq!(standing.holds, seen_after, "what holds is of what stands there");
    }
});

on_both!(two_who_begin_at_one_moment_share_one_draft, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    for round in 0..ROUNDS {
        let call = ask(&data.services, &format!("Call {round}")).await.call;
        let (first, second) = futures::future::join(
            begin::begin(&world.editor.services, &call, &world.organisation, "en"),
            begin::begin(&world.owner.services, &call, &world.organisation, "en"),
        )
        .await;
        assert_ne!(first.is_ok(), second.is_ok(), "one of them");
        assert_eq!(refused(if first.is_ok() { second } else { first }), "error-shared-there");
    }
});
