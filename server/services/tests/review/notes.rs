//! Memos, and questions to the lead analyst.

use chrono::TimeDelta;
use domain::review::{Act, MemoOn};
use domain::text::Span;
use services::review::coding::Whose;
use services::review::flags::{self, Counts, Flag};
use services::review::memos::{self, Memo, Which};
use services::review::{codebook, redo, undo};
use services::testing::{Throwaway, morning};
use services::{Failure, on_both};
use uuid::Uuid;

use crate::world::{WORDS, World, refusal};

impl World {
    async fn note(&self, on: MemoOn, text: &str, author: Uuid) -> Result<Uuid, Failure> {
        memos::write(&self.services, self.call, on, text.to_owned(), author).await
    }

    async fn memos(&self, which: Which) -> Vec<Memo> {
        memos::list(&self.services, self.call, which, 0, 10).await.expect("memos")
    }

    async fn said(&self, which: Which) -> Vec<String> {
        self.memos(which).await.into_iter().map(|memo| memo.text).collect()
    }

    async fn flags(&self, which: flags::Which) -> Vec<Flag> {
        flags::list(&self.services, self.call, which, 0, 10).await.expect("flags")
    }
}

on_both!(memos_stand_on_what_they_are_about_the_newest_first, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    let (services, call, ann) = (&world.services, world.call, world.ann);
    let sent = world.response(WORDS).await;
    let code = world.code("Waits", None).await;
    let answer = sent.answers[0];
    let span = Span { start: 3, end: 9 };
    let all = [
        (MemoOn::Call, "one"),
        (MemoOn::Code(code), "two"),
        (MemoOn::Response(sent.id), "three"),
        (MemoOn::Answer(answer), "four"),
        (MemoOn::Excerpt { answer, span }, "five"),
    ];
    for (minute, (on, text)) in (1..).zip(all) {
        services.clock.set(morning() + TimeDelta::minutes(minute));
        world.note(on, text, ann).await.expect("a memo");
    }
    let found = world.memos(Which::All).await;
    let read: Vec<_> = found.iter().rev().map(|memo| (memo.on, memo.text.as_str())).collect();
    assert_eq!(read, all);
    let newest = &found[0].place;
    assert_eq!(
        (newest.words.as_deref(), newest.question.as_deref()),
        (Some("waited"), Some("What happened?"))
    );
    assert_eq!(found[3].place.code, Some((code, "Waits".to_owned())));
    assert_eq!(world.said(Which::Journal).await, ["one"]);
    assert_eq!(world.said(Which::Code(code)).await, ["two"]);
    assert_eq!(world.said(Which::Response(sent.id)).await, ["five", "four", "three"]);
    assert_eq!(memos::count(services, call).await.expect("counts"), (5, 1));

    let beyond = MemoOn::Excerpt { answer, span: Span { start: 0, end: 1000 } };
    assert_eq!(refusal(world.note(beyond, "x", ann).await), "error-coding-span");
    assert_eq!(refusal(memos::place(services, call, beyond).await), "error-coding-span");
    assert_eq!(
        refusal(undo(services, call, world.lead).await),
        "error-undo-code-used",
        "a memo stands on it"
    );

    world.replace(answer).await;
    let now = world.memos(Which::Response(sent.id)).await;
    assert!(now[0].place.replaced && now[1].place.replaced && !now[2].place.replaced);
    assert!(matches!(world.note(MemoOn::Answer(answer), "x", ann).await, Err(Failure::NotFound("answer"))));
    world.withdraw(sent.id, true).await;
    assert_eq!(world.said(Which::All).await, ["two", "one"], "nobody reads what was withdrawn");
    assert_eq!(memos::count(services, call).await.expect("counts"), (2, 1));
    let elsewhere = World::new(&data.services).await;
    for on in [MemoOn::Code(code), MemoOn::Response(sent.id), MemoOn::Answer(answer)] {
        assert!(matches!(elsewhere.note(on, "x", ann).await, Err(Failure::NotFound(_))), "{on:?}");
    }
});

on_both!(a_memo_is_its_authors_and_what_it_said_is_kept, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    let (services, call, ann) = (&world.services, world.call, world.ann);
    let id = world.note(MemoOn::Call, "first", ann).await.expect("a memo");
    let change = async |text: &str, by| memos::change(services, call, id, text.to_owned(), by).await;
    assert_eq!(refusal(change("mine now", world.ben).await), "error-memo-not-yours");
    assert_eq!(refusal(memos::remove(services, call, id, world.lead).await), "error-memo-not-yours");
    change("second", ann).await.expect("changed");
    change("second", ann).await.expect("it says so already");
    let said = async || world.said(Which::One(id)).await;
    assert_eq!(said().await, ["second"]);
    undo(services, call, ann).await.expect("an undo").expect("an act");
    assert_eq!(said().await, ["first"]);
    redo(services, call, ann).await.expect("a redo").expect("an act");
    memos::remove(services, call, id, ann).await.expect("taken away");
    assert_eq!(said().await, [""; 0]);
    undo(services, call, ann).await.expect("an undo").expect("an act");
    assert_eq!(said().await, ["second"]);
    let past = memos::past(services, call, id).await.expect("its past");
    let texts: Vec<_> = past.iter().rev().map(|past| (past.act, past.text.as_deref())).collect();
    let told = [
        (Act::MemoWritten, Some("first")),
        (Act::MemoChanged, Some("second")),
        (Act::Undo, Some("first")),
        (Act::Redo, Some("second")),
        (Act::MemoRemoved, None),
        (Act::Undo, Some("second")),
    ];
    assert_eq!(texts, told);
    undo(services, call, ann).await.expect("an undo").expect("an act");
    undo(services, call, ann).await.expect("an undo").expect("an act");
    assert_eq!(said().await, [""; 0]);
});

on_both!(a_memo_does_not_come_back_to_a_code_that_is_gone, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    let (services, call) = (&world.services, world.call);
    let code = world.code("Waits", None).await;
    let memo = world.note(MemoOn::Code(code), "why", world.ann).await.expect("a memo");
    undo(services, call, world.ann).await.expect("an undo").expect("the memo");
    undo(services, call, world.lead).await.expect("an undo").expect("the code");
    assert!(codebook(services, call).await.expect("a codebook").is_empty());
    assert_eq!(refusal(redo(services, call, world.ann).await), "error-undo-changed-since");
    assert_eq!(world.said(Which::One(memo)).await, [""; 0]);
});

on_both!(whoever_asks_sees_the_answer_and_what_was_answered_is_not_unasked, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    let (services, call, ann, lead) = (&world.services, world.call, world.ann, world.lead);
    let sent = world.response(WORDS).await;
    let raise = async |answer, text: &str, by| {
        flags::raise(services, call, sent.id, answer, text.to_owned(), by).await
    };
    let one = raise(Some(sent.answers[0]), "Is this a wait?", ann).await.expect("asked");
    let two = raise(None, "A campaign?", world.ben).await.expect("asked");
    let counted = async || flags::counts(services, call).await.expect("counts");
    assert_eq!(counted().await, Counts { open: 2, waiting: 2, closed: 0 });
    let reply = async |id, text: &str| flags::reply(services, call, id, text.to_owned(), lead).await;
    reply(one, "Yes.").await.expect("answered");
    reply(one, "Yes, for care.").await.expect("answered anew");
    assert_eq!(counted().await, Counts { open: 2, waiting: 1, closed: 0 });
    let open = world.flags(flags::Which::Open).await;
    assert_eq!(open.iter().map(|flag| flag.id).collect::<Vec<_>>(), [two, one], "what waits comes first");
    assert_eq!(open[1].question.as_deref(), Some("What happened?"));
    assert_eq!((open[1].response.as_str(), open[1].asked.name.as_str()), (sent.reference.as_str(), "Ann"));
    let said = open[1].reply.as_ref().map(|reply| (reply.name.as_str(), reply.text.as_str()));
    assert_eq!(said, Some(("Lead", "Yes, for care.")));
    assert_eq!(refusal(undo(services, call, ann).await), "error-undo-changed-since");

    assert_eq!(refusal(flags::close(services, call, two, ann, Whose::Own).await), "error-flag-not-yours");
    flags::close(services, call, one, ann, Whose::Own).await.expect("her own");
    flags::close(services, call, two, lead, Whose::Anyones).await.expect("anyone's");
    flags::close(services, call, two, lead, Whose::Anyones).await.expect("it is closed already");
    assert_eq!(refusal(reply(two, "Late").await), "error-flag-closed");
    assert_eq!(counted().await, Counts { open: 0, waiting: 0, closed: 2 });
    undo(services, call, lead).await.expect("an undo").expect("the closing");
    assert_eq!(counted().await, Counts { open: 1, waiting: 1, closed: 1 });
    reply(two, "Maybe.").await.expect("it is open again");

    world.withdraw(sent.id, true).await;
    assert_eq!(counted().await, Counts::default());
    assert!(world.flags(flags::Which::One(one)).await.is_empty());
    assert!(matches!(raise(None, "x", ann).await, Err(Failure::NotFound("response"))));
    let other = world.response(WORDS).await;
    let strange = flags::raise(services, call, other.id, Some(sent.answers[0]), "x".to_owned(), ann).await;
    assert!(matches!(strange, Err(Failure::NotFound("answer"))));
});
