//! Who was invited to answer a call by letter ([`add()`]), how that stands, and reminders to those who have not answered
//! ([`remind()`]). A personal link begins a response as anyone begins one; what is kept is that this invitation was begun and
//! answered, and nothing by which a response could be told to be theirs.

mod add;
mod note;
mod remind;
mod remove;
mod wanted;

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, TimeDelta, Utc};
use domain::audit::Act;
use domain::mail::{LetterState, Stream};
use domain::people::Actor;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::audit::Entry;
use crate::calls::Call;
use crate::store::entities::{audit, call_invitee, letter, letter_stop};
use crate::{Failure, Services};

pub use add::{Added, add, check, fill};
pub(crate) use note::forget;
pub use note::{KEPT_DAYS, Progress, call_of, note};
pub use remind::{REMINDER_DAYS, due, remind};
pub use remove::{one, remove};
pub(crate) use wanted::is_wanted;

/// How far someone who was invited has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// The letter is on its way.
    Waiting,
    Sent,
    /// The letter did not reach them, or nobody knows whether it did.
    NotReached,
    /// They want no such letters.
    Stopped,
    Begun,
    Answered,
}

/// Someone who was invited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitee {
    pub id: Uuid,
    pub name: String,
    pub address: String,
    pub standing: Standing,
    /// When the last letter to them was posted.
    pub written_at: DateTime<Utc>,
}

/// What somebody on a list is called there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Called {
    /// Empty where only an address was given.
    pub name: String,
    pub address: String,
}

/// Everyone who was invited to answer a call, by address.
pub async fn list(services: &Services, call: &Call) -> Result<Vec<Invitee>, Failure> {
    let rows = call_invitee::Entity::find()
        .filter(call_invitee::Column::CallId.eq(call.id))
        .order_by_asc(call_invitee::Column::Address)
        .all(services.db.read())
        .await?;
    let states = states(services, &rows).await?;
    let stops = stops(services).await?;
    let invitee = |row: call_invitee::Model| Invitee {
        id: row.id,
        standing: standing(&row, states.get(&row.letter_key).copied(), stops.contains(&row.address_hash)),
        name: row.name,
        address: row.address,
        written_at: row.written_at,
    };
    Ok(rows.into_iter().map(invitee).collect())
}

/// For how long somebody who looks at the list again is not put on record again.
const LOOK: TimeDelta = TimeDelta::hours(1);

/// The same for a person of the team, which is put on record: these are addresses, and who has answered.
pub async fn look(services: &Services, call: &Call) -> Result<Vec<Invitee>, Failure> {
    use audit::Column as C;
    if let Actor::Person { id, .. } = services.by {
        let lately = audit::Entity::find()
            .filter(C::Act.eq(Act::InviteesSeen.as_str()))
            .filter(C::ActorId.eq(id))
            .filter(C::ScopeId.eq(call.id))
            .filter(C::At.gt(services.clock.now() - LOOK));
        if lately.one(services.db.read()).await?.is_none() {
            let entry = Entry::of_call(Act::InviteesSeen, call);
            services.recorder().record_alone(&services.db, entry).await?;
        }
    }
    list(services, call).await
}

/// The hashes of the addresses to which no invitations go.
async fn stops(services: &Services) -> Result<HashSet<String>, Failure> {
    let rows = letter_stop::Entity::find()
        .select_only()
        .column(letter_stop::Column::AddressHash)
        .filter(letter_stop::Column::Stream.eq(Stream::Invitations.as_str()));
    let rows: Vec<String> = rows.into_tuple().all(services.db.read()).await?;
    Ok(rows.into_iter().collect())
}

/// Where the last letters to these are, by their keys.
async fn states(
    services: &Services,
    rows: &[call_invitee::Model],
) -> Result<HashMap<String, LetterState>, Failure> {
    let mut states = HashMap::new();
    for part in rows.chunks(500) {
        let keys = part.iter().map(|row| row.letter_key.as_str());
        let found =
            letter::Entity::find().filter(letter::Column::Key.is_in(keys)).all(services.db.read()).await?;
        let state = |row: letter::Model| Some((row.key, LetterState::parse(&row.state)?));
        states.extend(found.into_iter().filter_map(state));
    }
    Ok(states)
}

fn standing(row: &call_invitee::Model, letter: Option<LetterState>, stopped: bool) -> Standing {
    if row.answered {
        return Standing::Answered;
    }
    if row.begun {
        return Standing::Begun;
    }
    if stopped {
        return Standing::Stopped;
    }
    match letter {
        Some(LetterState::Waiting | LetterState::Sending | LetterState::Handing) => Standing::Waiting,
        Some(LetterState::Sent) => Standing::Sent,
        // Also a letter that had waited for so long that there was no more reason for it.
        Some(
            LetterState::Unsure
            | LetterState::Failed
            | LetterState::Bounced
            | LetterState::Kept
            | LetterState::Stopped,
        )
        | None => Standing::NotReached,
    }
}
