//! Preparing a call: its texts, its times and public acts, its sections and questions.
//!
//! Every change holds the call's row until it is committed, so changes of one call come one after another, and each
//! is decided by what is there then.

mod acts;
mod delete;
mod ends;
mod order;
mod questions;
mod schedule;
mod sections;
mod skips;
mod texts;

use domain::audit::{Act, Subject};
use domain::people::Scope;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, IntoActiveModel,
    QueryFilter, QuerySelect,
};
use uuid::Uuid;

use super::{Call, Questionnaire, questionnaire};
use crate::audit::Entry;
use crate::store::entities::{call, draft, response};
use crate::{Failure, Services};

pub(in crate::calls) use acts::perform_in;
pub use acts::{Need, announce, close_now, needs, open_now, perform, publish_outcome, refusal};
pub use ends::{add_end, change_end, move_end, remove_end};
pub(in crate::calls) use order::swap;
pub(in crate::calls) use questions::{Added, add_questions, question_of};
pub use questions::{move_question, place_question, previewed, put_question, remove_question};
pub(in crate::calls) use schedule::schedule_in;
pub use schedule::{rescheduling, schedule};
pub use sections::{add_section, change_section, move_section, place_section, remove_section};
pub use skips::{add_skip, change_skip, move_skip, remove_skip};
pub use texts::{
    GRACE_MINUTES, ZONE, change, create, create_like, keywords, new_preview_link, plan, set_early_figures,
    set_private,
};

/// Whether people have begun to answer. From then on every question keeps its kind, its choices, its condition and its
/// place: an answer must stay an answer to what was asked.
pub async fn begun(services: &Services, call: Uuid) -> Result<bool, Failure> {
    begun_in(services.db.read(), call).await
}

async fn begun_in(read: &impl sea_orm::ConnectionTrait, call: Uuid) -> Result<bool, Failure> {
    let draft = draft::Entity::find().filter(draft::Column::CallId.eq(call)).one(read).await?;
    if draft.is_some() {
        return Ok(true);
    }
    let response = response::Entity::find().filter(response::Column::CallId.eq(call)).one(read).await?;
    Ok(response.is_some())
}

/// Whether people know the words of a form: it was announced, or they have begun to answer. From then on words are put right
/// with a note, and what they said before is kept.
async fn is_known(txn: &DatabaseTransaction, row: &call::Model) -> Result<bool, Failure> {
    Ok(row.announced_at.is_some() || begun_in(txn, row.id).await?)
}

/// The row of a call, held for this transaction, which is to change the call or its form: so it has a new version.
/// Whoever begins to answer waits too: a draft's key points at the row. An archived call is refused: it is a record.
pub(in crate::calls) async fn hold(txn: &DatabaseTransaction, call: Uuid) -> Result<call::Model, Failure> {
    let row = hold_archived(txn, call).await?;
    if row.archived_at.is_some() { Err(Failure::Refused("error-call-archived")) } else { Ok(row) }
}

/// The row of a call, archived or not, held as by [`hold`].
async fn hold_archived(txn: &DatabaseTransaction, call: Uuid) -> Result<call::Model, Failure> {
    let row = call::Entity::find_by_id(call).lock_exclusive().one(txn).await?;
    let row = row.ok_or(Failure::NotFound("call"))?;
    let version = row.version + 1;
    let mut row = row.into_active_model();
    row.version = Set(version);
    Ok(row.update(txn).await?)
}

/// Changes the row of a call by what it holds at that moment, and records the act.
async fn update<F>(services: &Services, call: Uuid, act: Act, change: F) -> Result<(), Failure>
where
    F: FnOnce(&Call, &mut call::ActiveModel) -> Result<(), Failure> + Send + 'static,
{
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let row = hold(txn, call).await?;
                let call = save(txn, row, change).await?;
                recorder.record(txn, entry(act, &call)).await?;
                Ok(())
            })
        })
        .await
}

/// Saves a change, and gives the call as it then is.
pub(in crate::calls) async fn save<F>(
    txn: &DatabaseTransaction,
    row: call::Model,
    change: F,
) -> Result<Call, Failure>
where
    F: FnOnce(&Call, &mut call::ActiveModel) -> Result<(), Failure>,
{
    let now = Call::try_from(row.clone())?;
    let mut row = row.into_active_model();
    change(&now, &mut row)?;
    Ok(row.update(txn).await?.try_into()?)
}

/// An act on a call on its way into the audit: a new schedule says which.
pub(in crate::calls) fn entry(act: Act, call: &Call) -> Entry {
    let entry = Entry::of_call(act, call);
    match (act, call.times.opens, call.times.closes) {
        (Act::CallScheduled, Some(opens), Some(closes)) => {
            entry.with("opens", opens.to_rfc3339()).with("closes", closes.to_rfc3339())
        }
        _ => entry,
    }
}

/// An act on a part of a call's form on its way into the audit.
fn part(act: Act, call: Uuid, subject: Subject, id: Uuid, title: &str) -> Entry {
    Entry::new(act, Scope::Call(call), subject, id).with("title", title)
}

/// Writes a whole form to a call that has none.
async fn write_form(txn: &DatabaseTransaction, call: Uuid, form: &Questionnaire) -> Result<(), Failure> {
    for (position, section) in form.sections.iter().enumerate() {
        sections::insert(txn, call, position, section).await?;
    }
    for asked in &form.questions {
        questions::write(txn, call, asked, None).await?;
    }
    for (position, end) in form.ends.iter().enumerate() {
        ends::insert(txn, call, position, end).await?;
    }
    for (position, skip) in form.skips.iter().enumerate() {
        skips::insert(txn, call, position, skip).await?;
    }
    order::save(txn, form).await
}

/// The form of a call that nobody has begun to answer, held for this transaction.
async fn open_form(txn: &DatabaseTransaction, call: Uuid) -> Result<Questionnaire, Failure> {
    hold(txn, call).await?;
    if begun_in(txn, call).await? {
        return Err(Failure::Refused("error-question-answered"));
    }
    Ok(questionnaire(txn, call).await?)
}
