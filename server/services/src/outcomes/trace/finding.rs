//! One finding, followed both ways: down to its words, and up to what rests on it.

use domain::people::Actor;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use uuid::Uuid;

use super::above::Above;
use super::up::Supported;
use crate::outcomes::{Tally, TracedFinding, Viewer, traced};
use crate::store::entities::finding;
use crate::{Failure, Services};

/// A finding with its words and what rests on it, as one reader may see them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingTrace {
    pub finding: TracedFinding,
    /// All its words, with what is withheld.
    pub evidence: Tally,
    pub up: Supported,
}

/// Follows the finding of this call with this number. One that is not published is there only for the team of its call.
pub async fn of_finding(
    services: &Services,
    call: Uuid,
    number: u32,
    viewer: &Actor,
) -> Result<FindingTrace, Failure> {
    let read = services.db.read();
    let viewer = Viewer::Actor(viewer);
    let row = finding::Entity::find()
        .filter(finding::Column::CallId.eq(call))
        .filter(finding::Column::Number.eq(number as i32))
        .one(read)
        .await?
        .ok_or(Failure::NotFound("finding"))?;
    let down = traced(read, viewer, [row.id]).await?;
    let found = down.findings.into_iter().find_map(|(_, found)| found).ok_or(Failure::NotFound("finding"))?;
    let up = Above::finding(read, viewer, row).await?.ok_or(Failure::NotFound("finding"))?;
    Ok(FindingTrace { finding: found, evidence: down.tally, up })
}

fn published_of(call: Uuid) -> Select<finding::Entity> {
    finding::Entity::find()
        .filter(finding::Column::CallId.eq(call))
        .filter(finding::Column::PublishedAt.is_not_null())
}

/// Whether any finding of a call is published.
pub async fn any_published(services: &Services, call: Uuid) -> Result<bool, Failure> {
    let one = published_of(call).select_only().column(finding::Column::Id).into_tuple::<Uuid>();
    Ok(one.one(services.db.read()).await?.is_some())
}

/// The numbers and titles of the published findings of a call, in their order.
pub async fn published(services: &Services, call: Uuid) -> Result<Vec<(u32, String)>, Failure> {
    let rows: Vec<(i32, String)> = published_of(call)
        .select_only()
        .columns([finding::Column::Number, finding::Column::Title])
        .order_by_asc(finding::Column::Number)
        .into_tuple()
        .all(services.db.read())
        .await?;
    Ok(rows.into_iter().map(|(number, title)| (number as u32, title)).collect())
}
