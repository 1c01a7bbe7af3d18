//! The directory of organisations: looking in it ([`directory`]), keeping it ([`edit`], [`table`]), the page of one
//! ([`page`]), the bodies that every portal begins with ([`england`]), and the responses of each ([`responses`]). Real bodies
//! change, so each has the time in which it holds.

mod beside;
pub mod directory;
pub mod edit;
pub mod england;
mod page;
mod quoted;
pub mod responses;
pub mod table;

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::Language;
use domain::people::{Code, CodeScheme, OrganisationDetails, OrganisationKind};
use domain::responses::Sector;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::store::entities::{organisation, organisation_code, organisation_domain};
use crate::store::rows;
use crate::{Failure, Services, StoreError, assembly};

pub use page::{Neighbour, OrganisationPage, Quoting, page};
pub(crate) use quoted::{is_quoted, quoted};

/// What an organisation is called in a language, or in English where it has no other name.
pub(crate) fn name_in(row: &organisation::Model, language: Language) -> String {
    match language {
        Language::Welsh if !row.name_cy.is_empty() => row.name_cy.clone(),
        _ => row.name.clone(),
    }
}

/// An organisation of the directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    pub id: Uuid,
    /// Its address, which stays when its name changes.
    pub slug: String,
    pub name: String,
    /// Empty where it has none of its own.
    pub name_cy: String,
    pub kind: OrganisationKind,
    pub sector: Option<Sector>,
    pub codes: Vec<Code>,
    /// The region or the integrated care system that it is in.
    pub area: Option<Uuid>,
    /// Its first day, where that is known.
    pub valid_from: Option<NaiveDate>,
    /// Its last day, where it has ended or is to end.
    pub valid_to: Option<NaiveDate>,
    /// The organisation that followed it.
    pub successor: Option<Uuid>,
    /// What is said about its end.
    pub note: String,
    pub website: String,
    /// By which its people are known. They are not published.
    pub email_domains: Vec<String>,
    /// The address to which it wants letters. It is not published.
    pub contact: String,
    /// Whether it was invented for a demonstration.
    pub invented: bool,
}

impl Organisation {
    fn new(
        row: organisation::Model,
        codes: Vec<Code>,
        email_domains: Vec<String>,
    ) -> Result<Self, StoreError> {
        let kind = OrganisationKind::parse(&row.kind);
        Ok(Self {
            id: row.id,
            kind: kind.ok_or_else(|| StoreError::corrupt("a kind of organisation", &row.kind))?,
            sector: row.sector.as_deref().and_then(Sector::parse),
            slug: row.slug,
            name: row.name,
            name_cy: row.name_cy,
            codes,
            area: row.area_id,
            valid_from: row.valid_from,
            valid_to: row.valid_to,
            successor: row.successor_id,
            note: row.note,
            website: row.website,
            email_domains,
            contact: row.contact,
            invented: row.invented,
        })
    }

    /// Whether it has ended before this day.
    pub fn ended(&self, today: NaiveDate) -> bool {
        self.valid_to.is_some_and(|last| last < today)
    }

    /// What was typed about it, for its form.
    pub fn details(&self) -> OrganisationDetails {
        OrganisationDetails {
            name: self.name.clone(),
            name_cy: self.name_cy.clone(),
            kind: self.kind,
            sector: self.sector,
            codes: self.codes.clone(),
            area: self.area,
            valid_from: self.valid_from,
            website: self.website.clone(),
            email_domains: self.email_domains.clone(),
            contact: self.contact.clone(),
        }
    }
}

/// The day it is where organisations are.
pub fn today(services: &Services) -> NaiveDate {
    assembly::today(services)
}

/// Rows with the codes and the domains of each, in the order of the rows.
pub(crate) async fn whole(
    read: &impl ConnectionTrait,
    rows: Vec<organisation::Model>,
) -> Result<Vec<Organisation>, StoreError> {
    let ids = rows.iter().map(|row| row.id);
    let found =
        rows::having::<organisation_code::Entity>(read, organisation_code::Column::OrganisationId, ids);
    let mut codes: HashMap<Uuid, Vec<Code>> = HashMap::new();
    for row in found.await? {
        if let Some(scheme) = CodeScheme::parse(&row.scheme) {
            codes.entry(row.organisation_id).or_default().push(Code { scheme, value: row.value });
        }
    }
    let domain = organisation_domain::Column::OrganisationId;
    let found =
        rows::having::<organisation_domain::Entity>(read, domain, rows.iter().map(|row| row.id)).await?;
    let mut domains: HashMap<Uuid, Vec<String>> = HashMap::new();
    for row in found {
        domains.entry(row.organisation_id).or_default().push(row.domain);
    }
    let one = |row: organisation::Model| {
        let mut codes = codes.remove(&row.id).unwrap_or_default();
        let mut domains = domains.remove(&row.id).unwrap_or_default();
        codes.sort();
        domains.sort();
        Organisation::new(row, codes, domains)
    };
    rows.into_iter().map(one).collect()
}

/// The integrated care systems, by name, without their codes or domains. A response of 2023 keeps its system after that system has
/// ended, so those that have ended are listed too.
pub async fn systems(services: &Services) -> Result<Vec<Organisation>, Failure> {
    let rows = of_kinds(services, &[OrganisationKind::IntegratedCareSystem]).await?;
    Ok(rows
        .into_iter()
        .map(|row| Organisation::new(row, Vec::new(), Vec::new()))
        .collect::<Result<_, _>>()?)
}

/// The regions and the integrated care systems: what an organisation can be in, by name.
pub async fn areas(services: &Services) -> Result<Vec<Organisation>, Failure> {
    let kinds: Vec<_> = OrganisationKind::ALL.iter().copied().filter(|kind| kind.is_area()).collect();
    Ok(whole(services.db.read(), of_kinds(services, &kinds).await?).await?)
}

async fn of_kinds(
    services: &Services,
    kinds: &[OrganisationKind],
) -> Result<Vec<organisation::Model>, Failure> {
    let rows = organisation::Entity::find()
        .filter(organisation::Column::Kind.is_in(kinds.iter().map(|kind| kind.as_str())))
        .order_by_asc(organisation::Column::Name);
    Ok(rows.all(services.db.read()).await?)
}

/// The organisation with this slug.
pub async fn by_slug(services: &Services, slug: &str) -> Result<Organisation, Failure> {
    let row = organisation::Entity::find().filter(organisation::Column::Slug.eq(slug));
    one(services.db.read(), row.one(services.db.read()).await?).await
}

/// The organisation with this id.
pub async fn by_id(read: &impl ConnectionTrait, id: Uuid) -> Result<Organisation, Failure> {
    one(read, organisation::Entity::find_by_id(id).one(read).await?).await
}

async fn one(read: &impl ConnectionTrait, row: Option<organisation::Model>) -> Result<Organisation, Failure> {
    let found = whole(read, row.into_iter().collect()).await?;
    found.into_iter().next().ok_or(Failure::NotFound("organisation"))
}
