//! How far the coding of a call has come.

use std::collections::HashMap;

use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::history::names;
use super::sql;
use crate::{Failure, Services};

/// Counts over all responses of a call. Every share of them has `responses` as its base.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    pub responses: u64,
    /// Responses that the asker has marked as read.
    pub read_by_me: u64,
    /// Responses that anyone has marked as read.
    pub read_by_anyone: u64,
    /// Responses with at least one coding.
    pub coded: u64,
    pub codings: u64,
    /// Everyone who has read or coded, by name.
    pub coders: Vec<CoderProgress>,
}

/// What one person has done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CoderProgress {
    pub person: Uuid,
    /// Empty where they have no account, as after an import.
    pub name: String,
    /// Responses they have marked as read.
    pub read: u64,
    /// Responses with at least one coding of theirs.
    pub coded: u64,
    pub codings: u64,
}

#[derive(FromQueryResult)]
struct ReadBy {
    person_id: Uuid,
    n: i64,
}

#[derive(FromQueryResult)]
struct CodedBy {
    coder_id: Uuid,
    coded: i64,
    codings: i64,
}

// Each is one walk along an index, in its order, so that nothing need be sorted.
pub(super) const RESPONSES: &str =
    "SELECT COUNT(*) AS n FROM response WHERE call_id = $1 AND withdrawn_at IS NULL";
const READ_BY_ANYONE: &str =
    "SELECT COUNT(*) AS n FROM (SELECT DISTINCT response_id FROM reading WHERE call_id = $1) AS seen";
const READ_BY: &str = "SELECT person_id, COUNT(*) AS n FROM reading WHERE call_id = $1 GROUP BY person_id";
const CODED: &str = "SELECT COUNT(*) AS n FROM \
    (SELECT DISTINCT response_id FROM coding WHERE call_id = $1 AND removed_at IS NULL) AS seen";
const CODED_BY: &str = "SELECT coder_id, COUNT(DISTINCT response_id) AS coded, COUNT(*) AS codings FROM coding \
    WHERE call_id = $1 AND removed_at IS NULL GROUP BY coder_id";

/// How far a call has come, as seen by one person.
pub async fn progress(services: &Services, call: Uuid, me: Uuid) -> Result<Progress, Failure> {
    let read = services.db.read();
    let (responses, read_by_anyone, coded, read_by, coded_by) = tokio::try_join!(
        sql::count(read, RESPONSES, [call.into()]),
        sql::count(read, READ_BY_ANYONE, [call.into()]),
        sql::count(read, CODED, [call.into()]),
        sql::rows::<ReadBy>(read, READ_BY, [call.into()]),
        sql::rows::<CodedBy>(read, CODED_BY, [call.into()]),
    )?;
    let mut coders: HashMap<Uuid, CoderProgress> = HashMap::new();
    for row in read_by {
        coders.entry(row.person_id).or_default().read = row.n as u64;
    }
    for row in coded_by {
        let coder = coders.entry(row.coder_id).or_default();
        (coder.coded, coder.codings) = (row.coded as u64, row.codings as u64);
    }
    let mut names = names(read, coders.keys().copied()).await?;
    let mut coders: Vec<CoderProgress> = coders
        .into_iter()
        .map(|(person, counts)| CoderProgress {
            person,
            name: names.remove(&person).unwrap_or_default(),
            ..counts
        })
        .collect();
    coders.sort_by(|a, b| (&a.name, a.person).cmp(&(&b.name, b.person)));
    Ok(Progress {
        responses,
        read_by_me: coders.iter().find(|coder| coder.person == me).map_or(0, |coder| coder.read),
        read_by_anyone,
        coded,
        codings: coders.iter().map(|coder| coder.codings).sum(),
        coders,
    })
}
