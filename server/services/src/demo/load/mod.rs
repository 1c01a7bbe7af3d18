//! Puts the demonstration into the data, by the same services that people use: what a visitor sees was made as a
//! team would have made it, with its history.

mod assembly;
mod bank;
mod calls;
mod outcomes;
mod responses;
mod review;
mod society;

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use domain::audit::Act;
use domain::calls::zoned;
use domain::people::{Actor, Grant, Role, Scope};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, PaginatorTrait};
use uuid::Uuid;

use super::model::{Account, Demonstration, Moment};
use crate::audit::Entry;
use crate::store::entities::{call, setting};
use crate::{Clock, Failure, Services};

/// The password of every account of the demonstration. It opens nothing real.
pub const PASSWORD: &str = "everyone may speak";

/// The rows that stand for the keys of the content.
#[derive(Default)]
struct Keys {
    organisations: HashMap<String, Uuid>,
    people: HashMap<&'static str, Uuid>,
    calls: HashMap<&'static str, Uuid>,
    questions: HashMap<&'static str, Uuid>,
    choices: HashMap<(&'static str, &'static str), Uuid>,
    /// Answers by response and question.
    answers: HashMap<(String, &'static str), Uuid>,
    codes: HashMap<&'static str, Uuid>,
    findings: HashMap<&'static str, Uuid>,
    recommendations: HashMap<&'static str, Uuid>,
}

impl Keys {
    /// The row of a key. The content names only what it defines, which its own tests hold it to.
    fn get<K: std::hash::Hash + Eq + std::fmt::Debug>(
        rows: &HashMap<K, Uuid>,
        key: &K,
    ) -> Result<Uuid, Failure> {
        rows.get(key)
            .copied()
            .ok_or_else(|| Failure::File(format!("the demonstration names {key:?}, which it does not have")))
    }
}

/// Fills empty data with the demonstration and gives its accounts. Everything follows from the seed and from the day.
pub async fn load(services: &Services, seed: u64) -> Result<Vec<Account>, Failure> {
    if call::Entity::find().count(services.db.read()).await? > 0 {
        return Err(Failure::File(
            "the data is not empty: a demonstration needs a folder of its own".to_owned(),
        ));
    }
    let content = super::generate(seed);
    let made = services.clock.now();
    // From here on time and chance are the demonstration's own.
    let services = Services { clock: Clock::given(made, seed), ..services.clone() };
    let mut keys = Keys::default();
    society::load(&services, &content, &mut keys).await?;
    // What follows is on record as the work of the person who, in the demonstration, did it.
    let leads = by(&services, &content, &keys, Role::Owner)?;
    calls::load(&leads, &content, made, &mut keys).await?;
    bank::load(&leads, &keys).await?;
    responses::load(&services, &content, &mut keys).await?;
    review::load(&leads, &content, &mut keys).await?;
    outcomes::load(&leads, &content, &mut keys).await?;
    assembly::load(&leads, &content, made, &keys).await?;
    finish(&leads, &content, made, &keys).await?;
    Ok(content.people)
}

/// The services at work for the first person of the demonstration with this role.
fn by(services: &Services, content: &Demonstration, keys: &Keys, role: Role) -> Result<Services, Failure> {
    let person = content.people.iter().find(|person| person.roles.contains(&role));
    let person = person.ok_or(Failure::NotFound("person"))?;
    let grants = person.roles.iter().map(|role| Grant { role: *role, scope: Scope::Platform }).collect();
    let id = Keys::get(&keys.people, &person.key)?;
    Ok(services.clone().asked_by(Actor::Person { id, grants, memberships: Vec::new() }))
}

/// Says on every page that this is a demonstration, and publishes the outcome of the first call.
async fn finish(
    services: &Services,
    content: &Demonstration,
    made: DateTime<Utc>,
    keys: &Keys,
) -> Result<(), Failure> {
    services.clock.set(made);
    if let Some(first) = content.calls.first() {
        let held = crate::calls::by_id(services, Keys::get(&keys.calls, &first.key)?).await?;
        crate::calls::edit::publish_outcome(services, &held).await?;
    }
    let recorder = services.clone().asked_by(Actor::System).recorder();
    let row = setting::ActiveModel { key: Set("demonstration".to_owned()), value: Set("yes".to_owned()) };
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                row.insert(txn).await?;
                recorder.record(txn, Entry::of_portal(Act::DemonstrationLoaded)).await?;
                Ok(())
            })
        })
        .await
}

/// A moment of the content as an instant.
fn instant(moment: Moment, made: DateTime<Utc>, zone: chrono_tz::Tz) -> Result<DateTime<Utc>, Failure> {
    let local = match moment {
        Moment::At(local) => local,
        Moment::Relative { days, time } => {
            (made.with_timezone(&zone).date_naive() + TimeDelta::days(days)).and_time(time)
        }
    };
    zoned(local, zone).ok_or_else(|| Failure::File(format!("the demonstration has no instant at {local}")))
}
