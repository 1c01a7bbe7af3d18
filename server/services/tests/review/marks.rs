//! Marks on answers: where they stand, and whether they are rich in evidence.

use chrono::TimeDelta;
use domain::review::{Act, Mark, MarkKind, Wish};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use services::responses::export;
use services::review::{history, marks, redo, undo, workbench};
use services::store::entities::{answer, response};
use services::testing::{Throwaway, morning};
use services::{Failure, on_both};
use uuid::Uuid;

use crate::world::{Sent, WORDS, World, refusal};

impl World {
    /// Does what a person wishes of their mark on an answer.
    pub async fn mark(&self, answer: Uuid, wish: Wish, person: Uuid) -> Result<(), Failure> {
        marks::set(&self.services, self.call, answer, wish, person).await
    }

    /// Who has set which marks on a response, by name.
    async fn marks(&self, sent: &Sent) -> Vec<(Mark, String)> {
        let marks = marks::of_response(&self.services, sent.id).await.expect("marks");
        marks.into_iter().map(|marked| (marked.mark, marked.person_name)).collect()
    }

    /// Of the first question: how many answers there are, how many agree, differ, are not said, and are rich.
    async fn counted(&self) -> [u64; 5] {
        let counted = marks::stances(&self.services, self.call).await.expect("counts");
        let first = &counted[0];
        let tally = &first.tally;
        [tally.answers(), tally.at(Mark::Agree), tally.differ(), tally.unset(), first.rich]
    }

    /// Has whoever answered change an answer.
    pub async fn replace(&self, id: Uuid) {
        let done = self.services.db.write(move |txn| {
            Box::pin(async move {
                answer::Entity::update_many()
                    .col_expr(answer::Column::ReplacedIn, Expr::value(Some(2)))
                    .filter(answer::Column::Id.eq(id))
                    .exec(txn)
                    .await?;
                Ok::<_, Failure>(())
            })
        });
        done.await.expect("replaced");
    }

    /// Has whoever answered withdraw a response, or bring it back.
    pub async fn withdraw(&self, id: Uuid, away: bool) {
        let at = away.then(|| self.services.clock.now());
        let done = self.services.db.write(move |txn| {
            Box::pin(async move {
                response::Entity::update_many()
                    .col_expr(response::Column::WithdrawnAt, Expr::value(at))
                    .filter(response::Column::Id.eq(id))
                    .exec(txn)
                    .await?;
                Ok::<_, Failure>(())
            })
        });
        done.await.expect("withdrawn");
    }
}

const AGREE: Wish = Wish::Set(Mark::Agree);
const MIXED: Wish = Wish::Set(Mark::Mixed);
const RICH: Wish = Wish::Set(Mark::EvidenceRich);

fn by(mark: Mark, name: &str) -> (Mark, String) {
    (mark, name.to_owned())
}

on_both!(each_analyst_has_one_stance_on_an_answer_and_all_of_it_is_undone, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    let (services, call, ann) = (&world.services, world.call, world.ann);
    let sent = world.response(WORDS).await;
    let answer = sent.answers[0];
    world.mark(answer, AGREE, ann).await.expect("set");
    world.mark(answer, AGREE, ann).await.expect("it is so already");
    world.mark(answer, RICH, ann).await.expect("set");
    world.mark(answer, MIXED, ann).await.expect("changed");
    world.mark(answer, Wish::Set(Mark::Disagree), world.ben).await.expect("set");
    world.mark(answer, Wish::Clear(MarkKind::Evidence), world.ben).await.expect("there is none of his");
    let all = [by(Mark::Mixed, "Ann"), by(Mark::Disagree, "Ben"), by(Mark::EvidenceRich, "Ann")];
    assert_eq!(world.marks(&sent).await, all);
    let bench = workbench(services, call, &sent.reference, ann).await.expect("a workbench");
    assert_eq!(bench.marks.len(), 3);
    world.mark(answer, Wish::Clear(MarkKind::Stance), ann).await.expect("taken away");
    let log = history(services, sent.id).await.expect("a history");
    let read: Vec<_> = log.iter().rev().map(|e| (e.act, e.mark, e.actor_name.as_str())).collect();
    let told = [
        (Act::MarkSet, Some(Mark::Agree), "Ann"),
        (Act::MarkSet, Some(Mark::EvidenceRich), "Ann"),
        (Act::MarkChanged, Some(Mark::Mixed), "Ann"),
        (Act::MarkSet, Some(Mark::Disagree), "Ben"),
        (Act::MarkCleared, Some(Mark::Mixed), "Ann"),
    ];
    assert_eq!(read, told);
    assert!(log.iter().all(|entry| entry.answer == Some(answer)));

    let back = async || undo(services, call, ann).await.expect("an undo").expect("an act").what.act;
    assert_eq!(back().await, Act::MarkCleared);
    assert_eq!(world.marks(&sent).await, all);
    assert_eq!(back().await, Act::MarkChanged);
    assert!(world.marks(&sent).await.contains(&by(Mark::Agree, "Ann")));
    assert_eq!((back().await, back().await), (Act::MarkSet, Act::MarkSet));
    assert_eq!(world.marks(&sent).await, [by(Mark::Disagree, "Ben")], "that is his own");
    for _ in 0..3 {
        redo(services, call, ann).await.expect("a redo").expect("an act");
    }
    assert_eq!(world.marks(&sent).await, all);
});

on_both!(each_answer_is_counted_once_and_only_where_it_counts, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    assert_eq!(marks::stances(&world.services, world.call).await.expect("counts"), []);
    let mut sent = Vec::new();
    for minute in 0..5 {
        world.services.clock.set(morning() + TimeDelta::minutes(minute));
        sent.push(world.response(WORDS).await);
    }
    for (at, wish, person) in [
        (0, AGREE, world.ann),
        (0, AGREE, world.ben),
        (1, AGREE, world.ann),
        (1, MIXED, world.ben),
        (2, RICH, world.ann),
        (2, RICH, world.ben),
        (3, AGREE, world.ann),
        (3, RICH, world.ann),
    ] {
        world.mark(sent[at].answers[0], wish, person).await.expect("set");
    }
    assert_eq!(world.counted().await, [5, 2, 1, 2, 2]);
    let rich = async || {
        let (page, of) = marks::rich(&world.services, world.call, 0, 10).await.expect("responses");
        let of = usize::try_from(of).expect("a number");
        assert_eq!(page.len(), of);
        page.into_iter().map(|response| response.reference).collect::<Vec<_>>()
    };
    assert_eq!(rich().await, [sent[2].reference.clone(), sent[3].reference.clone()]);

    world.withdraw(sent[3].id, true).await;
    assert_eq!(world.counted().await, [4, 1, 1, 2, 1]);
    assert_eq!(rich().await, [sent[2].reference.clone()]);
    let there = sent[3].answers[0];
    let refused = world.mark(there, MIXED, world.ben).await;
    assert!(matches!(refused, Err(Failure::NotFound("answer"))), "{refused:?}");
    world.withdraw(sent[3].id, false).await;
    assert_eq!(world.counted().await, [5, 2, 1, 2, 2], "what comes back has its marks");

    world.replace(sent[0].answers[0]).await;
    assert_eq!(world.counted().await, [4, 1, 1, 2, 2]);
    assert_eq!(world.marks(&sent[0]).await, [], "they stay with words that count no more");
    let only = world.response(WORDS).await;
    world.mark(only.answers[0], AGREE, world.lead).await.expect("set");
    world.replace(only.answers[0]).await;
    assert_eq!(refusal(undo(&world.services, world.call, world.lead).await), "error-undo-changed-since");
});

on_both!(a_mark_is_of_its_call, |data: Throwaway| async move {
    let (world, elsewhere) = (World::new(&data.services).await, World::new(&data.services).await);
    let sent = world.response(WORDS).await;
    let strange = elsewhere.mark(sent.answers[0], AGREE, elsewhere.ann).await;
    assert!(matches!(strange, Err(Failure::NotFound("answer"))));
    assert_eq!(world.marks(&sent).await, []);
});

on_both!(marks_are_taken_out_with_the_answers, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    let sent = world.response(WORDS).await;
    world.mark(sent.answers[0], MIXED, world.ann).await.expect("set");
    world.mark(sent.answers[0], AGREE, world.ben).await.expect("set");
    world.mark(sent.answers[1], AGREE, world.ben).await.expect("set");
    world.mark(sent.answers[1], RICH, world.ben).await.expect("set");
    let mut out = Vec::new();
    export::csv(&world.services, world.call, &mut out).await.expect("an export");
    let mut reader = csv::Reader::from_reader(out.as_slice());
    let heading = reader.headers().expect("a heading").clone();
    let row = reader.records().next().expect("a row").expect("a row");
    let cell = |name: &str| {
        let at = heading.iter().position(|held| held == name).expect("a column");
        row[at].to_owned()
    };
    assert_eq!(cell("stances"), "1. agree / mixed\n2. agree");
    assert_eq!(cell("rich in evidence"), "2");
    let mut out = Vec::new();
    export::json(&world.services, world.call, &mut out).await.expect("an export");
    let object: serde_json::Value = serde_json::from_slice(&out).expect("one object");
    assert_eq!(object["answers"][0]["stances"], serde_json::json!(["agree", "mixed"]));
    assert_eq!(object["answers"][0]["rich_in_evidence"], false);
    assert_eq!(object["answers"][1]["rich_in_evidence"], true);
});
