//! What holds whatever people do, in any order.

use std::collections::HashMap;

use domain::review::{Mark, MarkKind, Move, Wish};
use domain::text::Span;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::Value;
use services::Failure;
use services::review::codebook::{self, Code, codebook};
use services::review::coding::{self, Coding, Whose};
use services::review::{Marked, marks, reading, redo, undo};
use services::store::entities::{self, review_event};
use services::testing::{Throwaway, sqlite};
use uuid::Uuid;

use crate::world::{Sent, WORDS, World, details};

/// Something a person tries. Numbers choose among what is there at the time.
#[derive(Clone, Copy, Debug)]
enum Try {
    Add(u8),
    Change(u8, u8),
    Move(u8, u8, u8),
    Retire(u8),
    Restore(u8),
    Apply(u8, u8, u8),
    Remove(u8),
    Mark(u8, bool),
    Set(u8, u8),
    Clear(u8, bool),
    Undo,
    Redo,
}

fn tries() -> impl Strategy<Value = Try> {
    let n = any::<u8>;
    prop_oneof![
        2 => n().prop_map(Try::Add),
        2 => (n(), n()).prop_map(|(a, b)| Try::Change(a, b)),
        4 => (n(), n(), n()).prop_map(|(a, b, c)| Try::Move(a, b, c)),
        1 => n().prop_map(Try::Retire),
        1 => n().prop_map(Try::Restore),
        4 => (n(), n(), n()).prop_map(|(a, b, c)| Try::Apply(a, b, c)),
        2 => n().prop_map(Try::Remove),
        2 => (n(), any::<bool>()).prop_map(|(a, done)| Try::Mark(a, done)),
        3 => (n(), n()).prop_map(|(a, b)| Try::Set(a, b)),
        1 => (n(), any::<bool>()).prop_map(|(a, stance)| Try::Clear(a, stance)),
        4 => Just(Try::Undo),
        3 => Just(Try::Redo),
    ]
}

fn pick<T: Copy>(from: &[T], number: u8) -> Option<T> {
    (!from.is_empty()).then(|| from[usize::from(number) % from.len()])
}

/// A call with a few codes and responses, the same for every run.
struct Stage {
    world: World,
    sent: Vec<Sent>,
}

/// All that acts can change.
#[derive(Clone, Debug, PartialEq)]
struct State {
    codes: Vec<Code>,
    codings: Vec<Coding>,
    readings: Vec<entities::reading::Model>,
    marks: Vec<Marked>,
}

impl Stage {
    async fn new(data: &Throwaway) -> Self {
        let world = World::new(&data.services).await;
        let one = world.code("One", None).await;
        world.code("Two", Some(one)).await;
        world.code("Three", None).await;
        let sent = vec![world.response(WORDS).await, world.response(WORDS).await];
        world.apply(sent[0].answers[0], one, world.lead).await.expect("a coding");
        Self { world, sent }
    }

    async fn state(&self) -> State {
        let (services, call) = (&self.world.services, self.world.call);
        let (mut codings, mut set) = (Vec::new(), Vec::new());
        for sent in &self.sent {
            codings.extend(coding::of_response(services, sent.id).await.expect("codings"));
            set.extend(marks::of_response(services, sent.id).await.expect("marks"));
        }
        let readings = entities::reading::Entity::find().filter(entities::reading::Column::CallId.eq(call));
        let readings = readings.order_by_asc(entities::reading::Column::Id).all(services.db.read());
        State {
            codes: codebook(services, call).await.expect("a codebook"),
            codings,
            readings: readings.await.expect("readings"),
            marks: set,
        }
    }

    /// Does it, or finds that it cannot be done. Anything but a plain refusal is a bug.
    async fn act(&self, who: Uuid, what: Try) {
        let outcome = self.attempt(who, what).await;
        let plain = matches!(outcome, Ok(()) | Err(Failure::Refused(_) | Failure::Invalid(_)));
        assert!(plain, "{what:?}: {outcome:?}");
    }

    async fn attempt(&self, who: Uuid, what: Try) -> Result<(), Failure> {
        let (services, call) = (&self.world.services, self.world.call);
        let State { codes, codings, .. } = self.state().await;
        let codes: Vec<Uuid> = codes.iter().map(|code| code.id).collect();
        let code = |number| pick(&codes, number).ok_or(Failure::Refused("no codes are left"));
        let sent = |number: u8| &self.sent[usize::from(number) % self.sent.len()];
        match what {
            Try::Add(under) => {
                let parent = pick(&codes, under).filter(|_| under % 3 > 0);
                codebook::add(services, call, details("New", parent), who).await.map(drop)
            }
            Try::Change(at, to) => {
                let parent = pick(&codes, to).filter(|_| to % 2 > 0);
                let mut wished = details(["A", "B", "C"][usize::from(to) % 3], parent);
                wished.colour = to % 12;
                codebook::change(services, call, code(at)?, wished, who).await
            }
            Try::Move(at, way, other) => {
                let to = match way % 5 {
                    0 => Move::Up,
                    1 => Move::Down,
                    2 => Move::LastUnder(pick(&codes, other).filter(|_| other % 4 > 0)),
                    3 => Move::Before(code(other)?),
                    _ => Move::After(code(other)?),
                };
                codebook::move_to(services, call, code(at)?, to, who).await
            }
            Try::Retire(at) => codebook::retire(services, call, code(at)?, who).await,
            Try::Restore(at) => codebook::restore(services, call, code(at)?, who).await,
            Try::Apply(at, with, span) => {
                let answer = sent(at).answers[0];
                let span = (span % 4 > 0).then(|| Span { start: 0, end: usize::from(span % 4) });
                coding::apply(services, call, answer, code(with)?, span, who).await.map(drop)
            }
            Try::Remove(at) => match pick(&codings.iter().map(|c| c.id).collect::<Vec<_>>(), at) {
                Some(held) => coding::remove(services, call, held, who, Whose::Anyones).await,
                None => Ok(()),
            },
            Try::Mark(at, done) => reading::mark(services, call, sent(at).id, who, done).await,
            Try::Set(at, which) => {
                let mark = pick(Mark::ALL, which).ok_or(Failure::Refused("there are no marks"))?;
                marks::set(services, call, sent(at).answers[0], Wish::Set(mark), who).await
            }
            Try::Clear(at, stance) => {
                let kind = if stance { MarkKind::Stance } else { MarkKind::Evidence };
                marks::set(services, call, sent(at).answers[0], Wish::Clear(kind), who).await
            }
            Try::Undo => undo(services, call, who).await.map(drop),
            Try::Redo => redo(services, call, who).await.map(drop),
        }
    }

    async fn log(&self) -> Vec<review_event::Model> {
        let mine = review_event::Entity::find()
            .filter(review_event::Column::CallId.eq(self.world.call))
            .order_by_asc(review_event::Column::Number);
        mine.all(self.world.services.db.read()).await.expect("a log")
    }
}

/// The present state must be what the acts that stand add up to: so no undo can have changed another act.
fn check(log: &[review_event::Model], now: &State) {
    let mut subjects: HashMap<Uuid, Value> = HashMap::new();
    let stands = |event: &&review_event::Model| {
        event.undone_by.is_none() && event.kind != "undo" && event.kind != "redo"
    };
    for event in log.iter().filter(stands) {
        let after: Value = serde_json::from_str(&event.after).expect("JSON");
        match (subjects.get_mut(&event.subject_id), after) {
            (Some(Value::Object(held)), Value::Object(parts)) => held.extend(parts),
            (_, after) => drop(subjects.insert(event.subject_id, after)),
        }
    }
    subjects.retain(|_, state| !state.is_null());
    let here = now.codes.len() + now.codings.len() + now.readings.len() + now.marks.len();
    assert_eq!(subjects.len(), here, "everything that is there was made by an act that stands");
    for code in &now.codes {
        let state = &subjects[&code.id];
        for (part, held) in [
            ("name", &code.name),
            ("definition", &code.definition),
            ("include", &code.include),
            ("exclude", &code.exclude),
            ("example", &code.example),
        ] {
            assert_eq!(state[part], Value::from(held.as_str()), "{part}");
        }
        assert_eq!(state["colour"], Value::from(code.colour));
        assert_eq!(state["place"]["parent"], serde_json::to_value(code.parent).expect("JSON"));
        assert_eq!(state["standing"] != "current", code.retired);
    }
    for coding in &now.codings {
        let state = &subjects[&coding.id];
        assert_eq!(state["answer"], serde_json::to_value(coding.answer).expect("JSON"));
        assert_eq!(state["code"], serde_json::to_value(coding.code).expect("JSON"));
        assert_eq!(state["coder"], serde_json::to_value(coding.coder).expect("JSON"));
        assert_eq!(state["span"], serde_json::to_value(coding.span).expect("JSON"));
    }
    for marked in &now.marks {
        let state = serde_json::json!({
            "answer": marked.answer, "person": marked.person, "mark": marked.mark, "set_at": marked.set_at,
        });
        assert!(subjects.values().any(|held| *held == state), "{state}");
    }
    assert!(now.readings.iter().all(|reading| subjects.contains_key(&reading.id)));
}

fn no_code_is_its_own_ancestor(codes: &[Code]) {
    let parents: HashMap<Uuid, Option<Uuid>> = codes.iter().map(|code| (code.id, code.parent)).collect();
    for code in codes {
        let mut above = code.parent;
        for _ in 0..=codes.len() {
            above = above.and_then(|id| parents[&id]);
        }
        assert_eq!(above, None, "the way up from {} ends", code.name);
    }
}

/// Runs a property over SQLite, each case on a call of its own.
fn run<S: Strategy>(cases: u32, of: &S, holds: impl AsyncFn(Stage, S::Value)) {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let data = runtime.block_on(sqlite());
    let mut runner = TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() });
    let outcome = runner.run(of, |value| {
        runtime.block_on(async { holds(Stage::new(&data).await, value).await });
        Ok(())
    });
    outcome.unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn whatever_one_person_does_can_all_be_undone_and_done_again() {
    run(40, &prop::collection::vec(tries(), 0..25), async |stage: Stage, sequence| {
        let before = stage.state().await;
        for what in sequence {
            stage.act(stage.world.ann, what).await;
        }
        let after = stage.state().await;
        let (services, call, ann) = (&stage.world.services, stage.world.call, stage.world.ann);
        let mut steps = 0;
        while let Some(told) = undo(services, call, ann).await.expect("an undo") {
            assert!(told.what.act.subject().is_some() && told.passed_over.is_empty());
            steps += 1;
        }
        assert_eq!(stage.state().await, before);
        for _ in 0..steps {
            redo(services, call, ann).await.expect("a redo").expect("an act that was undone");
        }
        assert_eq!(stage.state().await, after);
        check(&stage.log().await, &after);
    });
}

#[test]
fn whatever_people_do_undo_and_redo_the_state_is_what_the_log_adds_up_to() {
    let who = 0_usize..3;
    run(40, &prop::collection::vec((who, tries()), 0..40), async |stage: Stage, sequence| {
        for (who, what) in sequence {
            let who = [stage.world.lead, stage.world.ann, stage.world.ben][who];
            stage.act(who, what).await;
            let now = stage.state().await;
            check(&stage.log().await, &now);
            no_code_is_its_own_ancestor(&now.codes);
        }
    });
}

#[test]
fn a_span_outside_the_text_is_always_refused() {
    let spans = prop::collection::vec((0_usize..12, 0_usize..12), 1..6);
    run(40, &("[a-zé😀\n ]{1,10}", spans), async |stage: Stage, (text, spans)| {
        let sent = stage.world.response(&text).await;
        let code = stage.world.code("Waits", None).await;
        for (start, end) in spans {
            let (services, call, span) = (&stage.world.services, stage.world.call, Span { start, end });
            let outcome =
                coding::apply(services, call, sent.answers[0], code, Some(span), stage.world.ann).await;
            let fits = start < end && end <= text.chars().count();
            match outcome {
                Ok(held) => assert!(fits && held.span == Some(span)),
                Err(Failure::Refused("error-coding-span")) => assert!(!fits),
                other => panic!("{other:?}"),
            }
        }
    });
}
