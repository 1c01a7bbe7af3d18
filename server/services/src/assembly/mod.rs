//! Assemblies: the bodies themselves, [`seats`] and the people in them, [`meetings`] with agenda, papers and evidence,
//! and [`decisions`]. What of their record points at outcomes is in [`links`].

mod candidates;
pub mod decisions;
pub mod links;
pub mod meetings;
pub mod seats;

use chrono::NaiveDate;
use chrono_tz::Tz;
use domain::assembly::{AssemblyDetails, AssemblyKind};
use domain::audit::{Act, Subject};
use domain::people::{Action, Grant, Role, Scope};
use domain::text;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel,
    PaginatorTrait, QueryFilter, QueryOrder,
};
use uuid::Uuid;

use crate::audit::Entry;
use crate::people::roles;
use crate::store::entities::assembly;
use crate::{Failure, Services, StoreError};

pub use candidates::{Candidate, Candidates, candidates};

/// The zone in which assemblies meet.
pub const ZONE: Tz = chrono_tz::Europe::London;

/// An assembly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assembly {
    pub id: Uuid,
    /// Its address, which stays when its name changes.
    pub slug: String,
    pub name: String,
    pub kind: AssemblyKind,
    pub remit: String,
    /// Whether it was invented for a demonstration.
    pub invented: bool,
}

impl Assembly {
    /// What was typed about it, for its form.
    pub fn details(&self) -> AssemblyDetails {
        AssemblyDetails { name: self.name.clone(), kind: self.kind, remit: self.remit.clone() }
    }
}

impl TryFrom<assembly::Model> for Assembly {
    type Error = StoreError;

    fn try_from(row: assembly::Model) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.id,
            kind: AssemblyKind::parse(&row.kind)
                .ok_or_else(|| StoreError::corrupt("a kind of assembly", &row.kind))?,
            slug: row.slug,
            name: row.name,
            remit: row.remit,
            invented: row.invented,
        })
    }
}

/// The day it is where assemblies meet.
pub fn today(services: &Services) -> NaiveDate {
    services.clock.now().with_timezone(&ZONE).date_naive()
}

/// Creates an assembly and gives its slug. Whoever creates it keeps its record.
pub async fn create(
    services: &Services,
    details: AssemblyDetails,
    invented: bool,
) -> Result<String, Failure> {
    let recorder = services.recorder();
    let clock = services.clock.clone();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let slug = free_slug(txn, &text::slug(&details.name, "assembly")).await?;
                let row = assembly::ActiveModel {
                    id: Set(clock.id()),
                    slug: Set(slug.clone()),
                    name: Set(details.name),
                    kind: Set(details.kind.to_string()),
                    remit: Set(details.remit),
                    invented: Set(invented),
                    created_at: Set(clock.now()),
                };
                let row = row.insert(txn).await?;
                recorder.record(txn, entry(Act::AssemblyCreated, &row)).await?;
                let secretariat = Grant { role: Role::Secretariat, scope: Scope::Assembly(row.id) };
                roles::run_what_is_made(txn, &recorder, secretariat, Action::EditAssembly).await?;
                Ok(slug)
            })
        })
        .await
}

/// An act on an assembly itself on its way into the audit.
fn entry(act: Act, row: &assembly::Model) -> Entry {
    part(act, row.id, Subject::Assembly, row.id).with("title", row.name.as_str())
}

/// An act on something of an assembly on its way into the audit.
fn part(act: Act, assembly: Uuid, subject: Subject, id: Uuid) -> Entry {
    Entry::new(act, Scope::Assembly(assembly), subject, id)
}

async fn free_slug(txn: &impl ConnectionTrait, wished: &str) -> Result<String, Failure> {
    for number in 1.. {
        let slug = if number == 1 { wished.to_owned() } else { format!("{wished}-{number}") };
        let held = assembly::Entity::find().filter(assembly::Column::Slug.eq(&slug));
        if held.count(txn).await? == 0 {
            return Ok(slug);
        }
    }
    Err(Failure::Refused("error-assembly-name"))
}

/// Changes what an assembly says of itself. Its address stays.
pub async fn change(
    services: &Services,
    assembly: &Assembly,
    details: AssemblyDetails,
) -> Result<(), Failure> {
    let (id, recorder) = (assembly.id, services.recorder());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let row = assembly::Entity::find_by_id(id).one(txn).await?;
                let mut row = row.ok_or(Failure::NotFound("assembly"))?.into_active_model();
                row.name = Set(details.name);
                row.kind = Set(details.kind.to_string());
                row.remit = Set(details.remit);
                let row = row.update(txn).await?;
                recorder.record(txn, entry(Act::AssemblyChanged, &row)).await?;
                Ok(())
            })
        })
        .await
}

/// Every assembly, by name.
pub async fn list(services: &Services) -> Result<Vec<Assembly>, Failure> {
    let rows = assembly::Entity::find().order_by_asc(assembly::Column::Name).all(services.db.read()).await?;
    Ok(rows.into_iter().map(Assembly::try_from).collect::<Result<_, _>>()?)
}

/// The assembly with this slug.
pub async fn by_slug(services: &Services, slug: &str) -> Result<Assembly, Failure> {
    let row =
        assembly::Entity::find().filter(assembly::Column::Slug.eq(slug)).one(services.db.read()).await?;
    Ok(row.ok_or(Failure::NotFound("assembly"))?.try_into()?)
}
