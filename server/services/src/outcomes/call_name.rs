//! The call that a record belongs to, as far as a page needs to name it.

use std::collections::HashMap;

use sea_orm::ConnectionTrait;
use uuid::Uuid;

use crate::StoreError;
use crate::store::entities::call;
use crate::store::rows;

/// A call by its names. It carries nothing that the public may not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallName {
    pub id: Uuid,
    pub slug: String,
    pub title: String,
    /// Empty where the team has given none in Welsh.
    pub title_cy: String,
    /// Whether its content was invented for a demonstration.
    pub invented: bool,
}

impl From<call::Model> for CallName {
    fn from(row: call::Model) -> Self {
        Self { id: row.id, slug: row.slug, title: row.title, title_cy: row.title_cy, invented: row.invented }
    }
}

/// The names of these calls.
pub(crate) async fn call_names(
    read: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = Uuid>,
) -> Result<HashMap<Uuid, CallName>, StoreError> {
    let rows = rows::having::<call::Entity>(read, call::Column::Id, ids).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.into())).collect())
}
