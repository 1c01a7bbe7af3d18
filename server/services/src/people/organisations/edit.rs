//! Keeping the directory: organisations added, changed and ended. None is ever removed, because responses name them.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use domain::audit::{Act, Subject};
use domain::forms::Problem;
use domain::mail::{Followed, NewsKind};
use domain::people::{
    CheckKind, Code, CodeScheme, OrganisationDetails, OrganisationEnding, Scope, leads_back,
};
use domain::text;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel,
    PaginatorTrait, QueryFilter, QuerySelect,
};
use uuid::Uuid;

use super::beside::{AT_ONCE, Others};
use super::{Organisation, directory, whole};
use crate::audit::Entry;
use crate::follow::{self, News};
use crate::store::entities::{organisation, organisation_check, organisation_code, organisation_domain};
use crate::{Clock, Failure, Services};

/// An organisation of which nothing but its name, kind, address and times is known yet.
pub(crate) fn blank() -> organisation::ActiveModel {
    let empty = || Set(String::new());
    organisation::ActiveModel {
        name_cy: empty(),
        note: empty(),
        website: empty(),
        contact: empty(),
        invented: Set(false),
        ..Default::default()
    }
}

/// A code of an organisation on its way into the store.
pub(crate) fn code_row(
    clock: &Clock,
    organisation: Uuid,
    scheme: CodeScheme,
    value: &str,
) -> organisation_code::ActiveModel {
    organisation_code::ActiveModel {
        id: Set(clock.id()),
        organisation_id: Set(organisation),
        scheme: Set(scheme.to_string()),
        value: Set(value.to_owned()),
    }
}

/// An act on an organisation on its way into the audit.
pub(super) fn entry(act: Act, id: Uuid, name: &str) -> Entry {
    Entry::new(act, Scope::Platform, Subject::Organisation, id).with("title", name)
}

/// Adds an organisation and gives its slug.
pub async fn add(
    services: &Services,
    details: OrganisationDetails,
    invented: bool,
) -> Result<String, Failure> {
    let recorder = services.recorder();
    services
        .db
        .write_again(move |txn| {
            Box::pin(async move {
                let (id, slug) = insert(txn, &recorder.clock, &details, invented).await?;
                recorder.record(txn, entry(Act::OrganisationAdded, id, &details.name)).await?;
                Ok::<_, Failure>(slug)
            })
        })
        .await
}

/// Writes an organisation and gives its key and its slug.
async fn insert(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    details: &OrganisationDetails,
    invented: bool,
) -> Result<(Uuid, String), Failure> {
    let id = clock.id();
    let slug = free_slug(txn, &text::slug(&details.name, "organisation")).await?;
    check_free(txn, id, details, None).await?;
    new_row(id, details, slug.clone(), invented).insert(txn).await?;
    write_codes(txn, clock, id, &details.codes).await?;
    write_domains(txn, clock, id, &details.email_domains).await?;
    Ok((id, slug))
}

fn new_row(
    id: Uuid,
    details: &OrganisationDetails,
    slug: String,
    invented: bool,
) -> organisation::ActiveModel {
    let mut row = organisation::ActiveModel {
        id: Set(id),
        slug: Set(slug),
        valid_to: Set(None),
        successor_id: Set(None),
        invented: Set(invented),
        ..blank()
    };
    fill(&mut row, details);
    row
}

/// Writes many organisations that were compared with the directory and with each other, a part of them at a time.
pub(super) async fn insert_all(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    all: &[OrganisationDetails],
    invented: bool,
) -> Result<(), Failure> {
    let slugs = free_slugs(txn, all).await?;
    let all: Vec<_> = all.iter().zip(slugs).collect();
    for part in all.chunks(AT_ONCE) {
        let (mut rows, mut codes, mut domains) = (Vec::new(), Vec::new(), Vec::new());
        for (details, slug) in part {
            let id = clock.id();
            rows.push(new_row(id, details, slug.clone(), invented));
            codes.extend(details.codes.iter().map(|code| code_row(clock, id, code.scheme, &code.value)));
            domains.extend(details.email_domains.iter().map(|domain| domain_row(clock, id, domain)));
        }
        organisation::Entity::insert_many(rows).exec_without_returning(txn).await?;
        if !codes.is_empty() {
            organisation_code::Entity::insert_many(codes).exec_without_returning(txn).await?;
        }
        for part in domains.chunks(AT_ONCE) {
            organisation_domain::Entity::insert_many(part.to_vec()).exec_without_returning(txn).await?;
        }
    }
    Ok(())
}

/// An address for each of these that neither the directory nor another of them has.
async fn free_slugs(txn: &impl ConnectionTrait, all: &[OrganisationDetails]) -> Result<Vec<String>, Failure> {
    let wished: Vec<String> = all.iter().map(|one| text::slug(&one.name, "organisation")).collect();
    let mut taken = HashSet::new();
    for part in wished.chunks(AT_ONCE) {
        let held = organisation::Entity::find().filter(organisation::Column::Slug.is_in(part));
        taken.extend(held.all(txn).await?.into_iter().map(|row| row.slug));
    }
    let mut next: HashMap<String, u32> = HashMap::new();
    let mut given = Vec::new();
    for wished in wished {
        let mut slug = wished.clone();
        while !taken.insert(slug.clone()) {
            let number = if let Some(number) = next.get(&wished) {
                number + 1
            } else {
                // The first time that a name comes again, all that were numbered before are read.
                let numbered = organisation::Column::Slug.starts_with(format!("{wished}-"));
                let held = organisation::Entity::find().filter(numbered).all(txn).await?;
                taken.extend(held.into_iter().map(|row| row.slug));
                2
            };
            next.insert(wished.clone(), number);
            slug = format!("{wished}-{number}");
        }
        given.push(slug);
    }
    Ok(given)
}

fn fill(row: &mut organisation::ActiveModel, details: &OrganisationDetails) {
    row.name = Set(details.name.clone());
    row.name_cy = Set(details.name_cy.clone());
    row.kind = Set(details.kind.to_string());
    row.sector = Set(details.sector.map(|sector| sector.to_string()));
    row.area_id = Set(details.area);
    row.valid_from = Set(details.valid_from);
    row.website = Set(details.website.clone());
    row.contact = Set(details.contact.clone());
}

async fn write_codes(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    id: Uuid,
    codes: &[Code],
) -> Result<(), Failure> {
    let mine = organisation_code::Column::OrganisationId.eq(id);
    organisation_code::Entity::delete_many().filter(mine).exec(txn).await?;
    let rows: Vec<_> = codes.iter().map(|code| code_row(clock, id, code.scheme, &code.value)).collect();
    if !rows.is_empty() {
        organisation_code::Entity::insert_many(rows).exec_without_returning(txn).await?;
    }
    Ok(())
}

fn domain_row(clock: &Clock, organisation: Uuid, domain: &str) -> organisation_domain::ActiveModel {
    organisation_domain::ActiveModel {
        id: Set(clock.id()),
        organisation_id: Set(organisation),
        domain: Set(domain.to_owned()),
    }
}

/// Writes the domains by which its people are known. What was checked by one that is gone no longer counts.
async fn write_domains(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    id: Uuid,
    domains: &[String],
) -> Result<(), Failure> {
    let mine = organisation_domain::Column::OrganisationId.eq(id);
    organisation_domain::Entity::delete_many().filter(mine).exec(txn).await?;
    let rows: Vec<_> = domains.iter().map(|domain| domain_row(clock, id, domain)).collect();
    if !rows.is_empty() {
        organisation_domain::Entity::insert_many(rows).exec_without_returning(txn).await?;
    }
    organisation_check::Entity::delete_many()
        .filter(organisation_check::Column::OrganisationId.eq(id))
        .filter(organisation_check::Column::Kind.eq(CheckKind::Domain.as_str()))
        .filter(organisation_check::Column::Domain.is_not_in(domains.iter().map(String::as_str)))
        .exec(txn)
        .await?;
    Ok(())
}

/// The first free address of this kind.
pub(crate) async fn free_slug(txn: &impl ConnectionTrait, wished: &str) -> Result<String, Failure> {
    for number in 1.. {
        let slug = if number == 1 { wished.to_owned() } else { format!("{wished}-{number}") };
        let held = organisation::Entity::find().filter(organisation::Column::Slug.eq(&slug));
        if held.count(txn).await? == 0 {
            return Ok(slug);
        }
    }
    Err(Failure::NotFound("address"))
}

/// Fails where another organisation cannot be told from this one.
async fn check_free(
    txn: &impl ConnectionTrait,
    id: Uuid,
    details: &OrganisationDetails,
    last: Option<NaiveDate>,
) -> Result<(), Failure> {
    let problems = Others::find(txn, &[details]).await?.problems(Some(id), details, last);
    if problems.is_empty() { Ok(()) } else { Err(problems.into()) }
}

/// Changes what the directory says of an organisation. Its address stays.
pub async fn change(services: &Services, id: Uuid, details: OrganisationDetails) -> Result<(), Failure> {
    let recorder = services.recorder();
    services
        .db
        .write_again(move |txn| {
            Box::pin(async move {
                let row = held(txn, id).await?;
                if details.valid_from.zip(row.valid_to).is_some_and(|(first, last)| last < first) {
                    return Err(Problem::new("valid-from", "error-organisation-first-day").into());
                }
                check_free(txn, id, &details, row.valid_to).await?;
                if details.area == Some(id) {
                    return Err(Problem::new("area", "error-organisation-area").into());
                }
                let mut row = row.into_active_model();
                fill(&mut row, &details);
                row.update(txn).await?;
                write_codes(txn, &recorder.clock, id, &details.codes).await?;
                write_domains(txn, &recorder.clock, id, &details.email_domains).await?;
                recorder.record(txn, entry(Act::OrganisationChanged, id, &details.name)).await?;
                Ok::<_, Failure>(())
            })
        })
        .await
}

/// The row of an organisation, which nobody else changes until the transaction ends.
pub(crate) async fn held(txn: &impl ConnectionTrait, id: Uuid) -> Result<organisation::Model, Failure> {
    let row = organisation::Entity::find_by_id(id).lock_exclusive().one(txn).await?;
    row.ok_or(Failure::NotFound("organisation"))
}

/// Ends an organisation, or says something else about an end that is known.
pub async fn end(services: &Services, id: Uuid, ending: OrganisationEnding) -> Result<(), Failure> {
    let recorder = services.recorder();
    services
        .db
        .write_again(move |txn| {
            Box::pin(async move {
                let row = held(txn, id).await?;
                // The form was read beside the first day that the page knew.
                if row.valid_from.is_some_and(|first| ending.last_day < first) {
                    return Err(Problem::new("valid-to", "error-organisation-days").into());
                }
                let successor = match &ending.successor {
                    None => None,
                    Some(typed) => Some(find_successor(txn, id, typed, ending.last_day).await?),
                };
                let name = row.name.clone();
                let mut row = row.into_active_model();
                row.valid_to = Set(Some(ending.last_day));
                row.successor_id = Set(successor);
                row.note = Set(ending.note);
                row.update(txn).await?;
                let about = [follow::Subject::row(Followed::Organisation, id)];
                let news = News::once(NewsKind::OrganisationEnded, id, about);
                let news = News { time: ending.last_day.to_string(), ..news };
                follow::tell(txn, &recorder.clock, news).await?;
                let entry = entry(Act::OrganisationEnded, id, &name);
                recorder.record(txn, entry.with("closes", ending.last_day.to_string())).await?;
                Ok::<_, Failure>(())
            })
        })
        .await
}

/// The one organisation that is called so, has not ended by then, and in the end does not lead back to this one.
async fn find_successor(
    txn: &impl ConnectionTrait,
    id: Uuid,
    typed: &str,
    last_day: NaiveDate,
) -> Result<Uuid, Failure> {
    let problem = |message| Failure::from(Problem::new("successor", message).with("typed", typed));
    let called = directory::exactly(txn, typed, last_day.succ_opt()).await?;
    let next = match called.as_slice() {
        [] => return Err(problem("error-organisation-unknown")),
        [one] => one.id,
        _ => return Err(problem("error-organisation-several")),
    };
    // Each is held while the line is walked: two ends at the same moment could otherwise make a circle.
    let (mut after, mut at) = (Vec::new(), next);
    while let Some(follower) = held(txn, at).await?.successor_id.filter(|one| !after.contains(one)) {
        after.push(follower);
        at = follower;
    }
    if leads_back(id, next, after) { Err(problem("error-organisation-circle")) } else { Ok(next) }
}

/// Takes an end back.
pub async fn reopen(services: &Services, id: Uuid) -> Result<(), Failure> {
    let recorder = services.recorder();
    services
        .db
        .write_again(move |txn| {
            Box::pin(async move {
                let row = held(txn, id).await?;
                let whole = whole(txn, vec![row.clone()]).await?;
                if let Some(held) = whole.first() {
                    check_free(txn, id, &held.details(), None).await?;
                }
                let name = row.name.clone();
                let mut row = row.into_active_model();
                row.valid_to = Set(None);
                row.successor_id = Set(None);
                row.note = Set(String::new());
                row.update(txn).await?;
                recorder.record(txn, entry(Act::OrganisationReopened, id, &name)).await?;
                Ok::<_, Failure>(())
            })
        })
        .await
}

/// What an organisation's form of an end is filled with.
pub async fn ending_of(services: &Services, held: &Organisation) -> Result<domain::forms::Form, Failure> {
    let mut form = domain::forms::Form::default();
    form.set("valid-to", held.valid_to.map(|day| day.to_string()).unwrap_or_default());
    form.set("note", held.note.as_str());
    if let Some(next) = held.successor {
        form.set("successor", super::by_id(services.db.read(), next).await?.name);
    }
    Ok(form)
}
