//! Responses that came on paper, by e-mail, by telephone or at an event, and that one of the team enters.
//!
//! An entry is a draft like any other, written on the same pages, with a note of who writes it and how it came. It has the key
//! of its draft, by which the response that comes of it is known too. What shows who wrote it is for whoever enters it and
//! for those who may see such things of every response.

mod begin;
mod check;
mod read;
pub mod scans;
mod store;

use chrono::{DateTime, Utc};
use domain::Language;
use domain::audit::{Act, Subject};
use domain::calls::CallState;
use domain::people::{Action, Resource, Scope, may};
use domain::responses::Channel;
use sea_orm::{ConnectionTrait, EntityTrait};
use uuid::Uuid;

use super::Draft;
use crate::audit::{Entry as Record, Recorder};
use crate::calls::Call;
use crate::store::entities::entry;
use crate::{Failure, Services, StoreError};

pub use begin::{begin, discard};
pub use check::check;
pub use read::{Entry, count, find, list, of_response};
pub use store::{left_out, off_route, store};

/// How a draft came to be that one of the team writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keyed {
    pub channel: Channel,
    /// When what is entered came. It counts from then on, whenever it is entered.
    pub received_at: DateTime<Utc>,
    pub late: bool,
    pub language: Language,
    /// Who enters it; nobody, where the program itself does.
    pub by: Option<Uuid>,
}

impl TryFrom<&entry::Model> for Keyed {
    type Error = StoreError;

    fn try_from(row: &entry::Model) -> Result<Self, StoreError> {
        let corrupt = |what, value: &str| StoreError::corrupt(what, value);
        Ok(Self {
            channel: Channel::parse(&row.channel).ok_or_else(|| corrupt("a channel", &row.channel))?,
            received_at: row.received_at,
            late: row.late,
            language: Language::parse(&row.language).ok_or_else(|| corrupt("a language", &row.language))?,
            by: row.entered_by,
        })
    }
}

/// How a draft came to be, where one of the team writes it.
pub(super) async fn keyed(read: &impl ConnectionTrait, draft: Uuid) -> Result<Option<Keyed>, Failure> {
    let row = entry::Entity::find_by_id(draft).one(read).await?;
    Ok(row.as_ref().map(Keyed::try_from).transpose()?)
}

/// Whether responses to a call may be entered now: from its opening until its outcome is published, after which nobody would
/// hear of them any more.
pub fn check_open(services: &Services, call: &Call) -> Result<(), Failure> {
    let state = call.state(services.clock.now());
    if state >= CallState::Open && state < CallState::Outcome {
        Ok(())
    } else {
        Err(Failure::Refused("error-entering-not-now"))
    }
}

/// Whether whoever asks may see what shows who wrote it.
pub fn opens(services: &Services, call: Uuid, keyed: &Keyed) -> bool {
    let mine = services.by.person().is_some() && services.by.person() == keyed.by;
    mine || may(&services.by, Action::ReadPersonalData, Resource::Call(call))
}

/// That something was written into a draft: an act of the team where one of them enters it, and nobody's business else.
pub(super) struct Written(Option<(Recorder, Record)>);

/// What is to be recorded of writing into this draft.
pub(super) fn written(services: &Services, draft: &Draft) -> Written {
    let entered = draft.keyed.is_some();
    Written(entered.then(|| (services.recorder(), record(Act::EntryWritten, draft.call, draft.id))))
}

impl Written {
    /// Records it, as the last thing of its transaction.
    pub(super) async fn record(self, txn: &impl ConnectionTrait) -> Result<(), Failure> {
        if let Some((recorder, record)) = self.0 {
            recorder.record(txn, record).await?;
        }
        Ok(())
    }
}

/// An act on what is being entered.
fn record(act: Act, call: Uuid, entry: Uuid) -> Record {
    Record::new(act, Scope::Call(call), Subject::Entry, entry)
}
