//! Whom a finding quotes by name: the organisations of the directory whose words it rests on, and which let them be
//! published with their name.

use domain::responses::Consent;
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, Select};
use uuid::Uuid;

use crate::Failure;
use crate::store::entities::{answer, finding_excerpt, response};

fn responses(finding: Uuid) -> Select<response::Entity> {
    let mut picked = Query::select();
    picked
        .column(finding_excerpt::Column::AnswerId)
        .from(finding_excerpt::Entity)
        .and_where(finding_excerpt::Column::FindingId.eq(finding));
    let mut answers = Query::select();
    answers
        .column(answer::Column::ResponseId)
        .from(answer::Entity)
        .and_where(answer::Column::Id.in_subquery(picked));
    response::Entity::find()
        .filter(response::Column::Id.in_subquery(answers))
        .filter(response::Column::Consent.eq(Consent::WithName.as_str()))
        .filter(response::Column::WithdrawnAt.is_null())
}

/// The organisations that a finding quotes by name, each once.
pub(crate) async fn quoted(read: &impl ConnectionTrait, finding: Uuid) -> Result<Vec<Uuid>, Failure> {
    let all: Vec<Uuid> = responses(finding)
        .select_only()
        .column(response::Column::OrganisationId)
        .distinct()
        .filter(response::Column::OrganisationId.is_not_null())
        .into_tuple()
        .all(read)
        .await?;
    Ok(all)
}

/// Whether a finding quotes this organisation by name.
pub(crate) async fn is_quoted(
    read: &impl ConnectionTrait,
    finding: Uuid,
    organisation: Uuid,
) -> Result<bool, Failure> {
    let one = responses(finding).filter(response::Column::OrganisationId.eq(organisation));
    Ok(one.one(read).await?.is_some())
}
