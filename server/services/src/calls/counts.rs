//! How many have answered, or are about to.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, Select};
use uuid::Uuid;

use crate::store::entities::{draft, response};
use crate::{Failure, Services};

/// What has come in for a call.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Responses, by whatever channel.
    pub responses: u64,
    /// Drafts that were begun and not submitted.
    pub drafts: u64,
}

/// What has come in, call by call. A call without anything has no entry.
pub async fn counts(services: &Services) -> Result<HashMap<Uuid, Counts>, Failure> {
    let mut found: HashMap<Uuid, Counts> = HashMap::new();
    let responses = response::Entity::find().filter(response::Column::WithdrawnAt.is_null());
    for (call, count) in by_call(services, responses, response::Column::CallId).await? {
        found.entry(call).or_default().responses = count;
    }
    let drafts = draft::Entity::find().filter(draft::Column::SubmittedAt.is_null());
    for (call, count) in by_call(services, drafts, draft::Column::CallId).await? {
        found.entry(call).or_default().drafts = count;
    }
    Ok(found)
}

async fn by_call<E: EntityTrait>(
    services: &Services,
    rows: Select<E>,
    call: E::Column,
) -> Result<Vec<(Uuid, u64)>, Failure> {
    let counted = rows.select_only().column(call).column_as(call.count(), "counted").group_by(call);
    let counted: Vec<(Uuid, i64)> = counted.into_tuple().all(services.db.read()).await?;
    Ok(counted.into_iter().map(|(call, count)| (call, count as u64)).collect())
}
