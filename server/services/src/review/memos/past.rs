//! What a memo said before: the log keeps every text.

use chrono::{DateTime, Utc};
use domain::review::Act;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::MemoState;
use crate::review::history::names;
use crate::review::log::{act_of, parsed};
use crate::store::entities::review_event;
use crate::{Failure, Services, StoreError};

/// What an act left of a memo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Past {
    pub act: Act,
    pub at: DateTime<Utc>,
    /// Empty where they have no account any more.
    pub actor_name: String,
    /// What it then said; nothing where it was taken away.
    pub text: Option<String>,
}

/// What was done to a memo of this call, the newest first, undoing included.
pub async fn past(services: &Services, call: Uuid, memo: Uuid) -> Result<Vec<Past>, Failure> {
    let read = services.db.read();
    let events = review_event::Entity::find()
        .filter(review_event::Column::CallId.eq(call))
        .filter(review_event::Column::SubjectId.eq(memo))
        .order_by_desc(review_event::Column::Number)
        .all(read)
        .await?;
    let names = names(read, events.iter().map(|event| event.actor_id)).await?;
    let past = |event: &review_event::Model| {
        let state: Option<MemoState> = parsed(&event.after)?;
        Ok::<_, StoreError>(Past {
            act: act_of(event)?,
            at: event.at,
            actor_name: names.get(&event.actor_id).cloned().unwrap_or_default(),
            text: state.map(|state| state.text),
        })
    };
    Ok(events.iter().map(past).collect::<Result<_, _>>()?)
}
