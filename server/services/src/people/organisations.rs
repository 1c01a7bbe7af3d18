//! The directory of organisations. Real bodies change, so each has the time in which it holds.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::store::entities::organisation;
use crate::{Failure, Services};

/// The kind of an integrated care system.
pub const SYSTEM: &str = "integrated-care-system";
/// The kind of an NHS England region.
pub const REGION: &str = "region";

/// An organisation of the directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    pub id: Uuid,
    pub name: String,
    pub region: Option<Uuid>,
}

/// The integrated care systems, by name. A response of 2023 keeps its system after that system has ended, so those
/// that have ended are listed too.
pub async fn systems(services: &Services) -> Result<Vec<Organisation>, Failure> {
    of_kind(services, SYSTEM).await
}

/// Every organisation of a kind, by name.
pub async fn of_kind(services: &Services, kind: &str) -> Result<Vec<Organisation>, Failure> {
    let rows = organisation::Entity::find()
        .filter(organisation::Column::Kind.eq(kind))
        .order_by_asc(organisation::Column::Name);
    let rows = rows.all(services.db.read()).await?;
    Ok(rows
        .into_iter()
        .map(|row| Organisation { id: row.id, name: row.name, region: row.region_id })
        .collect())
}
