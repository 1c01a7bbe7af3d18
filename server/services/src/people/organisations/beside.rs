//! What is in the way of an organisation that is to be in the directory: others that cannot be told from it. They are all
//! found at once, so that a table of thousands asks as little of the database as one entry does.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use domain::forms::{Problem, Problems};
use domain::people::OrganisationDetails;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::whole;
use crate::Failure;
use crate::store::entities::{organisation, organisation_code, organisation_domain};

/// How many bodies are looked for with one question: a database takes only so many values.
pub(super) const AT_ONCE: usize = 500;

/// A body that others are compared with.
struct Beside {
    /// Nothing for one that is not in the directory yet.
    id: Option<Uuid>,
    details: OrganisationDetails,
    /// Its last day.
    last: Option<NaiveDate>,
}

/// Those that share a name, a code or a domain with some that are to be there.
#[derive(Default)]
pub(super) struct Others {
    all: Vec<Beside>,
    /// Their places by what they share.
    by: HashMap<String, Vec<usize>>,
}

/// What a body could share with another. The kinds of what is shared have letters of their own.
fn shared(details: &OrganisationDetails) -> impl Iterator<Item = String> {
    let codes = details.codes.iter().map(|code| format!("c{}", code.value));
    let domains = details.email_domains.iter().map(|domain| format!("d{domain}"));
    std::iter::once(format!("n{}", details.name)).chain(codes).chain(domains)
}

impl Others {
    /// Every one of the directory that shares something with one of these.
    pub(super) async fn find(
        read: &impl ConnectionTrait,
        wanted: &[&OrganisationDetails],
    ) -> Result<Self, Failure> {
        let mut rows = BTreeMap::new();
        for part in wanted.chunks(AT_ONCE) {
            rows.extend(alike(read, part).await?.into_iter().map(|row| (row.id, row)));
        }
        let mut others = Self::default();
        for held in whole(read, rows.into_values().collect()).await? {
            others.put(Beside { id: Some(held.id), details: held.details(), last: held.valid_to });
        }
        Ok(others)
    }

    fn put(&mut self, beside: Beside) {
        let place = self.all.len();
        for key in shared(&beside.details) {
            self.by.entry(key).or_default().push(place);
        }
        self.all.push(beside);
    }

    /// Adds one that is to be in the directory too.
    pub(super) fn add(&mut self, details: OrganisationDetails) {
        self.put(Beside { id: None, details, last: None });
    }

    /// What is wrong with these details because of another body that holds at the same time: one of the same kind has a
    /// code, or the name with nothing to tell them apart; or one of any kind has a domain, which would prove of nobody for
    /// which of the two they act. An integrated care board and its system share a code, so there only those of one kind
    /// are compared. `mine` is the key of the body itself, and `last` its last day.
    pub(super) fn problems(
        &self,
        mine: Option<Uuid>,
        details: &OrganisationDetails,
        last: Option<NaiveDate>,
    ) -> Problems {
        let places: BTreeSet<usize> =
            shared(details).filter_map(|key| self.by.get(&key)).flatten().copied().collect();
        let mut problems = Problems::default();
        for other in places.into_iter().map(|place| &self.all[place]) {
            if (mine.is_some() && other.id == mine) || apart(other, details, last) {
                continue;
            }
            let held = &other.details;
            if details.email_domains.iter().any(|domain| held.email_domains.contains(domain)) {
                let taken = Problem::new("email-domain", "error-organisation-domain-taken");
                problems.add(taken.with("name", &held.name));
            }
            if held.kind != details.kind {
                continue;
            }
            if held.name == details.name && !told_apart(held, details) {
                problems.add(Problem::new("name", "error-organisation-name-taken"));
            }
            for code in details.codes.iter().filter(|code| held.codes.contains(code)) {
                let taken = Problem::new(code.scheme.field(), "error-organisation-code-taken");
                problems.add(taken.with("name", &held.name));
            }
        }
        problems
    }
}

/// The rows that share something with one of these.
async fn alike(
    read: &impl ConnectionTrait,
    wanted: &[&OrganisationDetails],
) -> Result<Vec<organisation::Model>, Failure> {
    let codes = wanted.iter().flat_map(|one| &one.codes).map(|code| code.value.as_str());
    let coded = organisation_code::Entity::find().filter(organisation_code::Column::Value.is_in(codes));
    let domains = wanted.iter().flat_map(|one| &one.email_domains).map(String::as_str);
    let at = organisation_domain::Entity::find().filter(organisation_domain::Column::Domain.is_in(domains));
    let mut ids: BTreeSet<Uuid> = coded.all(read).await?.iter().map(|row| row.organisation_id).collect();
    ids.extend(at.all(read).await?.iter().map(|row| row.organisation_id));
    let called = organisation::Column::Name.is_in(wanted.iter().map(|one| one.name.as_str()));
    let any = Condition::any().add(called).add(organisation::Column::Id.is_in(ids));
    Ok(organisation::Entity::find().filter(any).all(read).await?)
}

/// Whether one of the two has ended before the other begins.
fn apart(other: &Beside, details: &OrganisationDetails, last: Option<NaiveDate>) -> bool {
    let before = other.last.zip(details.valid_from).is_some_and(|(last, first)| last < first);
    let after = last.zip(other.details.valid_from).is_some_and(|(last, first)| last < first);
    before || after
}

/// Whether two of a kind and a name are two all the same: many surgeries share a name, but no place or no code.
fn told_apart(other: &OrganisationDetails, details: &OrganisationDetails) -> bool {
    let code = |scheme| details.codes.iter().find(|code| code.scheme == scheme);
    other.area != details.area
        || other.codes.iter().any(|held| code(held.scheme).is_some_and(|code| code.value != held.value))
}
