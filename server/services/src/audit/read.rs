//! Reading the audit: acts with the names of whoever and whatever they tell of.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use domain::audit::{Act, By, Doer, Filter, Subject};
use domain::calls::zoned;
use domain::people::Scope;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::calls::edit::ZONE;
use crate::people::Providers;
use crate::store::entities::{assembly, audit, call, code, invitation, person, term};
use crate::store::rows;
use crate::{Failure, Services, StoreError};

/// How many acts a page shows.
pub const PAGE: usize = 50;

/// An act on record, as a reader is shown it.
#[derive(Clone, Debug, PartialEq)]
pub struct Recorded {
    /// The row as it is stored and hashed.
    pub row: audit::Model,
    pub by: Option<By>,
    /// Nothing where the program no longer knows the act.
    pub act: Option<Act>,
    pub details: Map<String, Value>,
    /// Who did it, where it was a person who is still known.
    pub who: Option<String>,
    /// Who asked for it, where it took two people.
    pub asker: Option<String>,
    /// What it was done to, as it is called now: a person, one who was invited, a code, the holder of a seat.
    pub name: Option<String>,
    /// The call or the assembly that it belongs to, as it is called now.
    pub place: Option<Place>,
    /// The provider of sign-in that it was done by, as it is called now; by its id where it is no longer in the settings.
    pub provider: Option<String>,
}

/// A call or an assembly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub name: String,
    /// Its address among the team's pages.
    pub address: String,
}

/// A page of acts, the latest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    pub acts: Vec<Recorded>,
    /// Where the next page begins, if there is one: its acts are before the one with this number.
    pub next: Option<i64>,
}

/// The acts that a filter asks for, a page of them.
pub async fn page(services: &Services, providers: &Providers, filter: &Filter) -> Result<Page, Failure> {
    let mut wanted = condition(filter);
    if let Some(before) = filter.before {
        wanted = wanted.add(audit::Column::Sequence.lt(before));
    }
    let rows = audit::Entity::find()
        .filter(wanted)
        .order_by_desc(audit::Column::Sequence)
        .limit(PAGE as u64 + 1)
        .all(services.db.read())
        .await?;
    let next = rows.get(PAGE - 1).filter(|_| rows.len() > PAGE).map(|row| row.sequence);
    Ok(Page { acts: named(services, providers, rows.into_iter().take(PAGE).collect()).await?, next })
}

/// The acts that a filter asks for, oldest first, from after one number up to another, at most `most`.
pub async fn part(
    services: &Services,
    providers: &Providers,
    filter: &Filter,
    after: i64,
    upto: i64,
    most: u64,
) -> Result<Vec<Recorded>, Failure> {
    let rows = audit::Entity::find()
        .filter(condition(filter))
        .filter(audit::Column::Sequence.gt(after))
        .filter(audit::Column::Sequence.lte(upto))
        .order_by_asc(audit::Column::Sequence)
        .limit(most)
        .all(services.db.read())
        .await?;
    named(services, providers, rows).await
}

fn condition(filter: &Filter) -> Condition {
    let doer = filter.person.map(|doer| match doer {
        Doer::Person(id) => {
            Condition::any().add(audit::Column::ActorId.eq(id)).add(audit::Column::SubjectId.eq(id))
        }
        Doer::Other(by) => Condition::all().add(audit::Column::Actor.eq(by.as_str())),
    });
    let begins = filter.from.and_then(midnight);
    let ends = filter.to.and_then(|day| midnight(day + TimeDelta::days(1)));
    Condition::all()
        .add_option(doer)
        .add_option(filter.act.map(|act| audit::Column::Act.eq(act.as_str())))
        .add_option(filter.call.map(|call| audit::Column::ScopeId.eq(call)))
        .add_option(begins.map(|at| audit::Column::At.gte(at)))
        .add_option(ends.map(|at| audit::Column::At.lt(at)))
}

/// When a day begins where the team works. Clocks there never change at midnight.
fn midnight(day: NaiveDate) -> Option<DateTime<Utc>> {
    zoned(day.and_time(NaiveTime::MIN), ZONE)
}

/// Looks up what the rows of these acts name.
async fn named(
    services: &Services,
    providers: &Providers,
    rows: Vec<audit::Model>,
) -> Result<Vec<Recorded>, Failure> {
    let names = Names::read(services, providers, &rows).await?;
    Ok(rows.into_iter().map(|row| names.recorded(row)).collect())
}

fn details(row: &audit::Model) -> Map<String, Value> {
    serde_json::from_str(&row.details).unwrap_or_default()
}

fn asker(details: &Map<String, Value>) -> Option<Uuid> {
    details.get("asked-by")?.as_str()?.parse().ok()
}

/// Names and places by their keys.
struct Names<'p> {
    providers: &'p Providers,
    called: HashMap<Uuid, String>,
    places: HashMap<Uuid, Place>,
}

impl<'p> Names<'p> {
    async fn read(
        services: &Services,
        providers: &'p Providers,
        rows: &[audit::Model],
    ) -> Result<Self, StoreError> {
        let read = services.db.read();
        let subjects = |kind: Subject| {
            rows.iter().filter(move |row| row.subject == kind.as_str()).filter_map(|row| row.subject_id)
        };
        let scopes: BTreeSet<Uuid> = rows.iter().filter_map(|row| row.scope_id).collect();
        let askers = rows.iter().filter_map(|row| asker(&details(row)));
        let people =
            rows.iter().filter_map(|row| row.actor_id).chain(subjects(Subject::Person)).chain(askers);
        let people = rows::having::<person::Entity>(read, person::Column::Id, people).await?;
        let invited = subjects(Subject::Invitation);
        let invited = rows::having::<invitation::Entity>(read, invitation::Column::Id, invited).await?;
        let codes = rows::having::<code::Entity>(read, code::Column::Id, subjects(Subject::Code)).await?;
        let terms = rows::having::<term::Entity>(read, term::Column::Id, subjects(Subject::Term)).await?;
        let calls = rows::having::<call::Entity>(read, call::Column::Id, scopes.iter().copied()).await?;
        let bodies = rows::having::<assembly::Entity>(read, assembly::Column::Id, scopes).await?;
        let names = people.into_iter().map(|row| (row.id, row.name));
        let names = names.chain(invited.into_iter().map(|row| (row.id, row.name)));
        let names = names.chain(codes.into_iter().map(|row| (row.id, row.name)));
        let names = names.chain(terms.into_iter().map(|row| (row.id, row.holder)));
        let place =
            |id, name, kind: &str, slug: &str| (id, Place { name, address: format!("/team/{kind}/{slug}") });
        let calls = calls.into_iter().map(|row| place(row.id, row.title, "calls", &row.slug));
        let bodies = bodies.into_iter().map(|row| place(row.id, row.name, "assemblies", &row.slug));
        Ok(Self { providers, called: names.collect(), places: calls.chain(bodies).collect() })
    }

    fn provider(&self, id: &str) -> String {
        self.providers.find(id).map_or(id, |provider| &provider.settings.name).to_owned()
    }

    fn recorded(&self, row: audit::Model) -> Recorded {
        let name = |id: Option<Uuid>| id.and_then(|id| self.called.get(&id).cloned());
        let scope = Scope::parse(&row.scope, row.scope_id);
        let details = details(&row);
        Recorded {
            provider: details.get("provider").and_then(Value::as_str).map(|id| self.provider(id)),
            asker: name(asker(&details)),
            by: By::parse(&row.actor),
            act: Act::parse(&row.act),
            details,
            who: name(row.actor_id),
            name: name(row.subject_id),
            place: scope.and(row.scope_id).and_then(|id| self.places.get(&id).cloned()),
            row,
        }
    }
}

/// Puts on record that these acts are taken out in this form, and gives the head as it then is: the export is to hold
/// what is on record up to there, its own taking out included.
pub async fn export(
    services: &Services,
    filter: &Filter,
    form: &'static str,
) -> Result<super::Head, Failure> {
    let mut entry = super::Entry::of_portal(Act::AuditExported).with("form", form);
    for (name, value) in [
        ("act", filter.act.map(|act| act.to_string())),
        ("person", filter.person.map(|person| person.to_string())),
        ("call", filter.call.map(|call| call.to_string())),
        ("from", filter.from.map(|day| day.to_string())),
        ("to", filter.to.map(|day| day.to_string())),
    ] {
        if let Some(value) = value {
            entry = entry.with(name, value);
        }
    }
    let number = services.recorder().record_alone(&services.db, entry).await?;
    let row = audit::Entity::find_by_id(number).one(services.db.read()).await?;
    let row = row.ok_or_else(|| StoreError::corrupt("the audit", "no row that was just written"))?;
    Ok(super::Head { sequence: row.sequence, hash: row.hash })
}
