//! What is known of one organisation, for anyone.

use chrono::NaiveDate;
use domain::responses::Consent;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::directory::holds_on;
use super::{Organisation, today, whole};
use crate::outcomes::{CallName, call_names};
use crate::people::members::{self, Check};
use crate::store::entities::{answer, finding, finding_excerpt, organisation, response};
use crate::store::rows;
use crate::{Failure, Services};

/// An organisation that another page leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Neighbour {
    pub slug: String,
    pub name: String,
    pub name_cy: String,
    pub valid_to: Option<NaiveDate>,
}

impl From<Organisation> for Neighbour {
    fn from(held: Organisation) -> Self {
        Self { slug: held.slug, name: held.name, name_cy: held.name_cy, valid_to: held.valid_to }
    }
}

/// A published finding that quotes the organisation by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quoting {
    pub call: CallName,
    pub number: u32,
    pub title: String,
}

/// An organisation and all that the record leads to from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganisationPage {
    pub organisation: Organisation,
    pub area: Option<Neighbour>,
    pub successor: Option<Neighbour>,
    /// Those that it followed, by name.
    pub predecessors: Vec<Neighbour>,
    /// How many organisations of today are in it.
    pub within: u64,
    pub quoting: Vec<Quoting>,
    /// What was checked of those who act for it, and never who they are.
    pub checks: Vec<Check>,
    pub today: NaiveDate,
}

/// The page of an organisation.
pub async fn page(services: &Services, held: Organisation) -> Result<OrganisationPage, Failure> {
    let (read, today) = (services.db.read(), today(services));
    let near = [held.area, held.successor].into_iter().flatten();
    let near = rows::by::<organisation::Entity>(read, organisation::Column::Id, near, |row| row.id).await?;
    let near = whole(read, near.into_values().collect()).await?;
    let neighbour = |id: Option<Uuid>| {
        id.and_then(|id| near.iter().find(|other| other.id == id)).cloned().map(Neighbour::from)
    };
    let before = organisation::Entity::find()
        .filter(organisation::Column::SuccessorId.eq(held.id))
        .order_by_asc(organisation::Column::Name);
    let before = whole(read, before.all(read).await?).await?;
    let within =
        organisation::Entity::find().filter(organisation::Column::AreaId.eq(held.id)).filter(holds_on(today));
    Ok(OrganisationPage {
        area: neighbour(held.area),
        successor: neighbour(held.successor),
        predecessors: before.into_iter().map(Neighbour::from).collect(),
        within: within.count(read).await?,
        quoting: quoting(read, held.id).await?,
        checks: members::checks(read, held.id).await?,
        organisation: held,
        today,
    })
}

/// The published findings that rest on words of the organisation which it lets be published with its name.
async fn quoting(read: &impl ConnectionTrait, organisation: Uuid) -> Result<Vec<Quoting>, Failure> {
    let named = response::Entity::find()
        .filter(response::Column::OrganisationId.eq(organisation))
        .filter(response::Column::Consent.eq(Consent::WithName.as_str()))
        .filter(response::Column::WithdrawnAt.is_null())
        .all(read)
        .await?;
    let named = named.into_iter().map(|row| row.id);
    let answers = rows::having::<answer::Entity>(read, answer::Column::ResponseId, named).await?;
    let answers = answers.into_iter().map(|row| row.id);
    let picked = rows::having::<finding_excerpt::Entity>(read, finding_excerpt::Column::AnswerId, answers);
    let picked = picked.await?.into_iter().map(|row| row.finding_id);
    let mut findings = rows::having::<finding::Entity>(read, finding::Column::Id, picked).await?;
    findings.retain(|row| row.published_at.is_some());
    findings.sort_by_key(|row| (row.call_id, row.number));
    let calls = call_names(read, findings.iter().map(|row| row.call_id)).await?;
    let one = |row: finding::Model| {
        let call = calls.get(&row.call_id)?.clone();
        Some(Quoting { call, number: row.number as u32, title: row.title })
    };
    Ok(findings.into_iter().filter_map(one).collect())
}
