//! Where a person is signed in.

use chrono::{DateTime, Utc};
use domain::audit::Act;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{last_used, lasts};
use crate::audit::Entry;
use crate::store::entities::session;
use crate::{Failure, Services};

/// A session of a person, as they see it in the list of where they are signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub id: Uuid,
    pub began_at: DateTime<Utc>,
    /// To within five minutes.
    pub used_at: DateTime<Utc>,
    /// The provider by which they signed in, where it was one.
    pub provider: Option<String>,
    /// Whether it waits for the second step.
    pub waits: bool,
}

/// Where a person is signed in, the last used first.
pub async fn of(services: &Services, person: Uuid) -> Result<Vec<Place>, Failure> {
    let now = services.clock.now();
    let rows =
        session::Entity::find().filter(session::Column::PersonId.eq(person)).all(services.db.read()).await?;
    let place = |held: session::Model| Place {
        id: held.id,
        began_at: held.created_at,
        used_at: last_used(&held),
        provider: held.provider,
        waits: held.waits.unwrap_or_default(),
    };
    let mut places: Vec<_> = rows.into_iter().filter(|held| lasts(held, now)).map(place).collect();
    places.sort_by_key(|place| std::cmp::Reverse(place.used_at));
    Ok(places)
}

/// Ends one session of a person, or all but the one that they hold. Gives how many they were.
pub async fn end_of(services: &Services, person: Uuid, which: Which) -> Result<u64, Failure> {
    let mine =
        session::Entity::delete_many().filter(session::Column::PersonId.eq(person)).filter(match which {
            Which::One(id) => session::Column::Id.eq(id),
            Which::AllBut(id) => session::Column::Id.ne(id),
        });
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let count = mine.exec(txn).await?.rows_affected;
                if count > 0 {
                    let entry = Entry::of_person(Act::SignedOutElsewhere, person).with("count", count);
                    recorder.record(txn, entry).await?;
                }
                Ok(count)
            })
        })
        .await
}

/// Which sessions of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    One(Uuid),
    AllBut(Uuid),
}
