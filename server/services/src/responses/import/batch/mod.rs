//! A file that is brought in by the browser: uploaded ([`upload`]), told what its columns are ([`map`]), checked row by row and
//! brought in by the [`worker`](super::worker), and forgotten.

mod act;
mod mapping;
mod proposal;
mod read;
mod unknown;
mod upload;

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use domain::calls::CallState;
use domain::people::{Action, Resource, may};
use domain::responses::columns::{ImportState, Shape};
use uuid::Uuid;

use super::Map;
use crate::calls::Call;
use crate::store::entities::import_batch;
use crate::{Failure, Services, StoreError};

pub use act::{begin, discard, forget};
pub use mapping::{Meanings, built, map, targets_of};
pub use proposal::{earlier, propose, samples};
pub use read::{BadRow, bad_rows, every_bad_row, find, list};
pub use unknown::{Unknown, unknown};
pub use upload::{keep, upload};

/// For how long the rows of a file are kept that is not brought in, and the reasons of those that could not be.
pub const KEPT: TimeDelta = TimeDelta::days(7);

/// A file that is brought in or was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    pub id: Uuid,
    pub call: Uuid,
    pub name: String,
    pub shape: Shape,
    pub state: ImportState,
    /// The names of its columns, no two the same.
    pub heading: Vec<String>,
    /// What was asked in each, where the file says it beside the name.
    pub asked: Vec<String>,
    pub heading_hash: String,
    pub map: Option<Map>,
    pub by: Option<Uuid>,
    /// Who has uploaded it, by name.
    pub by_name: Option<String>,
    pub uploaded_at: DateTime<Utc>,
    pub done_at: Option<DateTime<Utc>>,
    pub counts: Counts,
}

/// How many rows of which sort there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub rows: usize,
    /// How many were seen to in this state.
    pub seen: usize,
    pub good: usize,
    pub bad: usize,
    pub there: usize,
    pub skipped: usize,
    pub imported: usize,
}

impl Batch {
    fn read(row: import_batch::Model, by_name: Option<String>) -> Result<Self, StoreError> {
        let corrupt = |what, value: &str| StoreError::corrupt(what, value);
        let json = |text: &str| serde_json::from_str(text).map_err(|_| corrupt("an import", text));
        let count = |number: i32| usize::try_from(number).unwrap_or_default();
        Ok(Self {
            shape: Shape::parse(&row.shape).ok_or_else(|| corrupt("a shape", &row.shape))?,
            state: ImportState::parse(&row.state).ok_or_else(|| corrupt("a state", &row.state))?,
            heading: json(&row.heading)?,
            asked: json(&row.asked)?,
            map: row.map.as_deref().map(parsed).transpose()?,
            counts: Counts {
                rows: count(row.rows),
                seen: count(row.seen),
                good: count(row.good),
                bad: count(row.bad),
                there: count(row.there),
                skipped: count(row.skipped),
                imported: count(row.imported),
            },
            id: row.id,
            call: row.call_id,
            name: row.name,
            heading_hash: row.heading_hash,
            by: row.uploaded_by,
            by_name,
            uploaded_at: row.uploaded_at,
            done_at: row.done_at,
        })
    }

    /// Whether whoever asks may see what is in it: who has uploaded it, and those who may see who wrote what.
    pub fn opens(&self, services: &Services) -> bool {
        let mine = services.by.person().is_some() && services.by.person() == self.by;
        mine || may(&services.by, Action::ReadPersonalData, Resource::Call(self.call))
    }
}

/// Whether anything may be brought into a call: not once it is a record.
fn check_open(services: &Services, call: &Call) -> Result<(), Failure> {
    if call.state(services.clock.now()) < CallState::Archived {
        Ok(())
    } else {
        Err(Failure::Refused("error-call-archived"))
    }
}

/// The map of a batch as it is stored.
pub(super) fn parsed(text: &str) -> Result<Map, StoreError> {
    serde_json::from_str(text).map_err(|_| StoreError::corrupt("the map of an import", text))
}

fn json(value: &impl serde::Serialize) -> Result<String, Failure> {
    Ok(serde_json::to_string(value).map_err(|error| StoreError::corrupt("an import", error.to_string()))?)
}

/// What stands in the columns of a row, by the name of the column.
pub type Samples = BTreeMap<String, Vec<String>>;
