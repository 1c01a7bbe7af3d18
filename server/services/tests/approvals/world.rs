//! What these tests have in common: a call that two people run, with outcomes, and people who hold roles there.

use chrono::{NaiveDateTime, TimeDelta};
use domain::calls::{AskedAct, CallAct, Reasons, Schedule, Verdict};
use domain::outcomes::{Dated, ReplyStatus};
use domain::people::{Actor, Grant, Role, Scope};
use domain::responses::Consent;
use sea_orm::{ActiveModelTrait, ActiveValue::Set};
use services::calls::approvals::{self, Done};
use services::calls::{Call, by_id, edit};
use services::outcomes::{Finding, Recommendation, findings, recommendations, replies};
use services::people::roles;
use services::store::entities::person;
use services::testing::spine::{Asked, ask, ask_quietly, day, find, recommend, respond};
use services::{Failure, Services};
use uuid::Uuid;

/// Where a call stands when a test begins.
#[derive(Clone, Copy, Debug)]
pub enum Phase {
    Draft,
    Unopened,
    Open,
    Analysing,
}

pub struct World {
    /// At work for nobody: the command line.
    pub services: Services,
    pub call: Uuid,
    pub finding: Option<Finding>,
    pub recommendation: Recommendation,
    /// One that the public reads.
    pub published: Option<Recommendation>,
}

impl World {
    /// A call that takes two people.
    pub async fn new(services: &Services, phase: Phase) -> Self {
        let asked = match phase {
            Phase::Draft | Phase::Unopened => ask_quietly(services, "A call of two").await,
            Phase::Open | Phase::Analysing => ask(services, "A call of two").await,
        };
        let call = asked.call.id;
        if matches!(phase, Phase::Draft | Phase::Unopened) {
            edit::schedule(services, &asked.call, hours(services, 1, 40, 30)).await.expect("times");
        }
        if matches!(phase, Phase::Unopened) {
            edit::announce(services, &held(services, call).await).await.expect("announced");
        }
        let asked = Asked { call: held(services, call).await, ..asked };
        let finding = finding(services, &asked, phase).await;
        let recommendation = recommend(services, &asked, "One", &[]).await;
        let mut published = None;
        if !matches!(phase, Phase::Draft) {
            let one = recommend(services, &asked, "Another", &[]).await;
            recommendations::publish(services, &one).await.expect("published");
            published = Some(recommendations::by_slug(services, &one.slug).await.expect("it is there"));
        }
        if matches!(phase, Phase::Analysing) {
            edit::close_now(services, &asked.call).await.expect("closed");
            services.clock.set(services.clock.now() + TimeDelta::hours(1));
        }
        approvals::require_two(services, call).await.expect("it takes two");
        Self { services: services.clone(), call, finding, recommendation, published }
    }

    /// A person with these roles, at work.
    pub async fn person(&self, name: &str, grants: Vec<Grant>) -> Services {
        let id = someone(&self.services, name, &grants).await;
        self.services.clone().asked_by(Actor::Person { id, grants, memberships: Vec::new() })
    }

    /// A person with a role on this call, at work.
    pub async fn with(&self, name: &str, role: Role) -> Services {
        self.person(name, vec![Grant { role, scope: Scope::Call(self.call) }]).await
    }

    pub async fn held(&self) -> Call {
        held(&self.services, self.call).await
    }

    /// The act as it would be asked for now.
    pub async fn on_call(&self, act: CallAct) -> AskedAct {
        AskedAct::OnCall { act, times: self.held().await.times }
    }

    /// New times, in days from now.
    pub async fn times(&self, opens: i64, closes: i64, grace: u32) -> AskedAct {
        let typed = hours(&self.services, opens, closes, grace);
        edit::rescheduling(&self.held().await, typed).expect("times")
    }

    pub fn publishing(&self) -> AskedAct {
        recommendations::publishing(&self.recommendation)
    }

    pub fn finding(&self) -> AskedAct {
        findings::publishing(self.finding.as_ref().expect("a finding"))
    }

    pub fn replying(&self, words: &str) -> AskedAct {
        let reply = Dated {
            status: ReplyStatus::Partly,
            words: words.to_owned(),
            source: "A letter".to_owned(),
            on: day(14),
        };
        replies::replying(self.published.as_ref().unwrap_or(&self.recommendation), reply)
    }

    pub async fn put(&self, who: &Services, act: AskedAct) -> Result<Done, Failure> {
        approvals::put(who, self.call, act, "Because".to_owned()).await
    }

    /// What somebody asks for, which must wait.
    pub async fn asks(&self, who: &Services, act: AskedAct) -> Uuid {
        match self.put(who, act).await {
            Ok(Done::Asked(id)) => id,
            other => panic!("it does not wait: {other:?}"),
        }
    }

    pub async fn approves(&self, who: &Services, id: Uuid) -> Result<(), Failure> {
        approvals::decide(who, self.call, id, approval()).await
    }

    pub async fn refuses(&self, who: &Services, id: Uuid) -> Result<(), Failure> {
        let verdict = Verdict { approves: false, reason: "Not yet".to_owned() };
        approvals::decide(who, self.call, id, verdict).await
    }
}

pub fn approval() -> Verdict {
    Verdict { approves: true, reason: String::new() }
}

pub async fn held(services: &Services, call: Uuid) -> Call {
    by_id(services, call).await.expect("the call is there")
}

/// A schedule in days from now, on the whole minute. London keeps UTC in winter, when given clocks start.
pub fn hours(services: &Services, opens: i64, closes: i64, grace_minutes: u32) -> Schedule {
    let at = |days: i64| -> NaiveDateTime { (services.clock.now() + TimeDelta::days(days)).naive_utc() };
    let reasons = Reasons { run: "It is a test.".to_owned(), moved: "Schools asked for longer.".to_owned() };
    Schedule { opens: at(opens), closes: at(closes), grace_minutes, reasons }
}

async fn finding(services: &Services, asked: &Asked, phase: Phase) -> Option<Finding> {
    if !matches!(phase, Phase::Open | Phase::Analysing) {
        return None;
    }
    let given = respond(services, asked, "a", Consent::WithName).await;
    Some(find(services, asked, "What was found", &[&given]).await)
}

/// A new person with these roles.
pub async fn someone(services: &Services, name: &str, grants: &[Grant]) -> Uuid {
    let (id, grants, clock) = (services.clock.id(), grants.to_vec(), services.clock.clone());
    let row = person::ActiveModel {
        id: Set(id),
        email: Set(format!("{id}@example.org")),
        name: Set(name.to_owned()),
        password_hash: Set(None),
        created_at: Set(clock.now()),
        disabled_at: Set(None),
        email_proven_at: Set(None),
    };
    let made = services.db.write::<_, Failure, _>(move |txn| {
        Box::pin(async move {
            row.insert(txn).await?;
            for grant in grants {
                roles::insert(txn, &clock, id, grant).await?;
            }
            Ok(())
        })
    });
    made.await.expect("a person");
    id
}

/// The reason of a refusal.
#[track_caller]
pub fn reason<T: std::fmt::Debug>(done: Result<T, Failure>) -> &'static str {
    match done {
        Err(Failure::Refused(reason)) => reason,
        other => panic!("it was not refused: {other:?}"),
    }
}
