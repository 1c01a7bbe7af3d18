//! Who wrote a response, where that is a person, and who may see it.
//!
//! Most of the team reads responses without the names of people. Whoever must know, because somebody is in danger or has
//! asked for their own words, breaks the glass: with a reason, for one response, for an hour, on record, and with a letter
//! to everyone who answers for data protection there.

use chrono::{DateTime, TimeDelta, Utc};
use domain::Language;
use domain::audit::{Act, Subject};
use domain::mail::{Fill, LetterKind, Value};
use domain::people::{Action, Resource, Role, Scope, may};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::Response;
use crate::audit::Entry;
use crate::calls::Call;
use crate::mail::{self, Letter, Recipient};
use crate::people::{Person, roles};
use crate::store::entities::broken_glass;
use crate::{Failure, Services};

/// For how long broken glass shows who wrote a response, in minutes.
pub const MINUTES: i64 = 60;

/// Glass that somebody broke, and that is still open to them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Glass {
    pub reason: String,
    pub until: DateTime<Utc>,
}

/// Whether whoever asks may see who wrote the responses of a call.
pub fn shown(services: &Services, call: Uuid) -> bool {
    may(&services.by, Action::ReadPersonalData, Resource::Call(call))
}

/// A response as whoever asks may read it in a list: without the names of people, unless they may see them.
pub fn veil(services: &Services, response: Response) -> Response {
    if shown(services, response.call) { response } else { response.veiled() }
}

/// A response as whoever asks may read it by itself, and the glass that shows it to them, if it does.
pub async fn look(services: &Services, response: Response) -> Result<(Response, Option<Glass>), Failure> {
    if shown(services, response.call) {
        return Ok((response, None));
    }
    Ok(match open(services, response.id).await? {
        Some(glass) => (response, Some(glass)),
        None => (response.veiled(), None),
    })
}

async fn open(services: &Services, response: Uuid) -> Result<Option<Glass>, Failure> {
    let Some(person) = services.by.person() else { return Ok(None) };
    let row = broken_glass::Entity::find()
        .filter(broken_glass::Column::ResponseId.eq(response))
        .filter(broken_glass::Column::PersonId.eq(person))
        .filter(broken_glass::Column::Until.gt(services.clock.now()))
        .order_by_desc(broken_glass::Column::Until)
        .one(services.db.read())
        .await?;
    Ok(row.map(|row| Glass { reason: row.reason, until: row.until }))
}

/// Shows whoever asks who wrote a response. The act, the reason and the letters stand or fall together.
pub async fn break_glass(
    services: &Services,
    call: &Call,
    response: &Response,
    by: &Person,
    reason: String,
) -> Result<(), Failure> {
    let (recorder, now) = (services.recorder(), services.clock.now());
    let entry = Entry::new(Act::GlassBroken, Scope::Call(call.id), Subject::Response, response.id)
        .with("reference", response.reference.as_str())
        .with("why", reason.as_str());
    let row = broken_glass::ActiveModel {
        id: Set(services.clock.id()),
        call_id: Set(call.id),
        response_id: Set(response.id),
        person_id: Set(by.id),
        reason: Set(reason.clone()),
        at: Set(now),
        until: Set(now + TimeDelta::minutes(MINUTES)),
    };
    let fill = Fill::new()
        .with("who", Value::Words(by.name.clone()))
        .with("reference", Value::Words(response.reference.clone()))
        .with("call", Value::Words(call.title.clone()))
        .with("reason", Value::Words(reason));
    let letters = notices(services, call.id, fill).await?;
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let glass = row.insert(txn).await?;
                for mut letter in letters {
                    letter.key = format!("glass:{}:{}", glass.id, letter.to.address);
                    mail::post(txn, &recorder.clock, letter).await?;
                }
                recorder.record(txn, entry).await?;
                Ok(())
            })
        })
        .await
}

/// A letter to each data-protection officer whose role reaches this call.
async fn notices(services: &Services, call: Uuid, fill: Fill) -> Result<Vec<Letter>, Failure> {
    let reaching = roles::reaching(services, Scope::Call(call)).await?;
    let officers = reaching
        .into_iter()
        .filter(|(_, grants)| grants.iter().any(|grant| grant.role == Role::DataProtectionOfficer));
    let letter = |(person, _): (Person, _)| Letter {
        kind: LetterKind::GlassBroken,
        stream: None,
        to: Recipient { address: person.email, name: person.name },
        // The team's pages are in English.
        language: Language::English,
        fill: fill.clone(),
        key: String::new(),
    };
    Ok(officers.map(letter).collect())
}
