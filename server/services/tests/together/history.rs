//! Who wrote what, and that no text is ever lost.

use chrono::TimeDelta;
use domain::calls::{Answer, Given};
use domain::responses::{Comment, ONE_TEXT_MINUTES};
use services::on_both;
use services::responses::draft::{self, FromPage, Saved};
use services::responses::together::{comments, history};
use services::testing::Throwaway;

use crate::world::{Someone, World, refused, tick, typed};

async fn texts(world: &World) -> Vec<(String, String)> {
    let held = world.open(&world.owner).await;
    let all = history::of_question(&world.owner.services, &held, world.question).await.expect("its history");
    let text = |answer: Option<Answer>| match answer.map(|answer| answer.given) {
        Some(Given::Text(text)) => text,
        None => "nothing".to_owned(),
        other => panic!("{other:?}"),
    };
    all.into_iter().map(|change| (change.by, text(change.answer))).collect()
}

fn said(all: &[(&str, &str)]) -> Vec<(String, String)> {
    all.iter().map(|(by, text)| ((*by).to_owned(), (*text).to_owned())).collect()
}

on_both!(every_text_that_was_saved_stays_with_its_author, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    world.write(&world.editor, "One.").await;
    world.write(&world.approver, "Two.").await;
    world.write(&world.approver, "Two.").await;
    world.write(&world.approver, "Three.").await;
    let held = world.open(&world.owner).await;
    draft::save_answer(&world.owner.services, &held, world.question, None).await.expect("taken away");
    let whole = [("olwen", "nothing"), ("bob", "Three."), ("bob", "Two."), ("ann", "One.")];
    assert_eq!(texts(&world).await, said(&whole));

    let held = world.open(&world.editor).await;
    let all = history::of_question(&world.editor.services, &held, world.question).await.expect("all");
    let first = all.last().expect("the first").id;
    tick(&data.services);
    let restored = history::restore(&world.editor.services, &held, world.question, first).await;
    assert_eq!(restored.expect("a member"), Saved::Kept);
    assert_eq!(texts(&world).await, said(&[&[("ann", "One.")], &whole[..]].concat()));
    let held = world.open(&world.editor).await;
    let nothing = history::restore(&world.editor.services, &held, world.question, all[0].id).await;
    assert_eq!(refused(nothing), "not found", "what was taken away is no text");
});

/// Keeps what somebody is typing.
async fn typing(world: &World, who: &Someone, text: &str) {
    let (held, answer) = (world.open(who).await, Answer::text(text));
    let page = FromPage { typed: true, wording: None };
    draft::save_from_page(&who.services, &held, world.question, Some(&answer), page).await.expect("kept");
}

on_both!(what_is_kept_while_it_is_typed_is_one_text_for_a_while, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    typing(&world, &world.editor, "O").await;
    typing(&world, &world.editor, "One").await;
    world.write(&world.editor, "One.").await;
    assert_eq!(texts(&world).await, said(&[("ann", "One.")]));
    typing(&world, &world.editor, "One. T").await;
    typing(&world, &world.approver, "Other").await;
    assert_eq!(texts(&world).await, said(&[("bob", "Other"), ("ann", "One. T"), ("ann", "One.")]));
    // Whoever saves what another types has written nothing.
    world.write(&world.owner, "Other").await;
    assert_eq!(texts(&world).await.len(), 3);
    let later = data.services.clock.now() + TimeDelta::minutes(ONE_TEXT_MINUTES);
    data.services.clock.set(later);
    typing(&world, &world.approver, "Another day").await;
    assert_eq!(texts(&world).await[..2], said(&[("bob", "Another day"), ("bob", "Other")]));
});

on_both!(an_earlier_text_brought_back_writes_over_nothing_unseen, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    world.write(&world.editor, "One.").await;
    world.write(&world.editor, "Two.").await;
    let held = world.open(&world.approver).await;
    let all = history::of_question(&world.approver.services, &held, world.question).await.expect("all");
    world.write(&world.owner, "Three.").await;
    let restored = history::restore(&world.approver.services, &held, world.question, all[1].id).await;
    assert_eq!(restored.expect("a member"), Saved::Overtaken);
    assert_eq!(texts(&world).await[0], ("olwen".to_owned(), "Three.".to_owned()));
});

on_both!(members_comment_and_settle, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    let held = world.open(&world.editor).await;
    let comment = |text: &str| Comment::parse(&typed("comment", text)).expect("a comment");
    let about = Some(world.question);
    comments::add(&world.editor.services, &held, about, comment("Shorter?")).await.expect("added");
    tick(&data.services);
    comments::add(&world.owner.services, &held, None, comment("Well done.")).await.expect("added");
    let all = comments::list(&world.approver.services, &held).await.expect("a list");
    assert_eq!(all.iter().map(|one| one.by.as_str()).collect::<Vec<_>>(), ["ann", "olwen"]);
    assert_eq!(comments::open(&all).get(&about), Some(&1));
    for _ in 0..2 {
        comments::settle(&world.approver.services, &held, all[0].id, true).await.expect("settled");
    }
    let all = comments::list(&world.approver.services, &held).await.expect("a list");
    assert_eq!(all[0].resolved.as_ref().map(|(who, _)| who.as_str()), Some("bob"));
    assert_eq!(comments::open(&all).get(&about), None);
    comments::settle(&world.editor.services, &held, all[0].id, false).await.expect("open again");
    let all = comments::list(&world.approver.services, &held).await.expect("a list");
    assert_eq!(all[0].resolved, None);
    assert!(texts(&world).await.is_empty(), "a comment is no answer");
});
