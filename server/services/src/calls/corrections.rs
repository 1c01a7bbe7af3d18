//! How the words of a form were put right since people knew of it. What they said before is kept, under the number by which
//! answers name it.

use std::collections::HashMap;

use domain::calls::{Correction, Corrections, Wording};
use domain::forms::Problem;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait,
    PaginatorTrait, QueryFilter, QueryOrder,
};
use uuid::Uuid;

use crate::audit::Recorder;
use crate::store::entities::wording;
use crate::store::rows;
use crate::{Failure, StoreError};

/// Every correction of a call's form, the first first.
pub(super) async fn of_call(read: &impl ConnectionTrait, call: Uuid) -> Result<Corrections, StoreError> {
    let rows = wording::Entity::find()
        .filter(wording::Column::CallId.eq(call))
        .order_by_asc(wording::Column::ReplacedAt)
        .order_by_asc(wording::Column::Number);
    let correction = |row: wording::Model| {
        let before: Wording = serde_json::from_str(&row.said)
            .map_err(|error| StoreError::corrupt("a wording", error.to_string()))?;
        let number = u32::try_from(row.number).unwrap_or(1);
        Ok(Correction { subject: row.subject_id, number, before, at: row.replaced_at, note: row.note })
    };
    let all = rows.all(read).await?.into_iter().map(correction).collect::<Result<_, StoreError>>()?;
    Ok(Corrections::new(all))
}

/// The wording of a question or of a section that holds now, counted from 1.
pub(crate) async fn wording_now(read: &impl ConnectionTrait, subject: Uuid) -> Result<u32, Failure> {
    let replaced = wording::Entity::find().filter(wording::Column::SubjectId.eq(subject)).count(read).await?;
    Ok(u32::try_from(replaced).unwrap_or_default() + 1)
}

/// The same of several questions; those whose words were never put right are left out.
pub(crate) async fn wordings_now(
    read: &impl ConnectionTrait,
    subjects: Vec<Uuid>,
) -> Result<HashMap<Uuid, u32>, Failure> {
    let mut found = HashMap::new();
    for row in rows::having::<wording::Entity>(read, wording::Column::SubjectId, subjects).await? {
        let next = u32::try_from(row.number).unwrap_or_default() + 1;
        let now = found.entry(row.subject_id).or_insert(next);
        *now = next.max(*now);
    }
    Ok(found)
}

/// Keeps what was said until now, where that is other words. Whoever puts them right says why.
pub(super) async fn put_right(
    txn: &DatabaseTransaction,
    recorder: &Recorder,
    call: Uuid,
    subject: Uuid,
    (before, after): (&Wording, &Wording),
    note: &str,
) -> Result<(), Failure> {
    if before == after {
        return Ok(());
    }
    if note.is_empty() {
        return Err(Problem::new("correction", "error-correction-note").into());
    }
    let said =
        serde_json::to_string(before).map_err(|error| StoreError::corrupt("a wording", error.to_string()))?;
    let row = wording::ActiveModel {
        id: Set(recorder.clock.id()),
        call_id: Set(call),
        subject_id: Set(subject),
        number: Set(wording_now(txn, subject).await? as i32),
        title: Set(before.title.clone()),
        said: Set(said),
        replaced_at: Set(recorder.clock.now()),
        note: Set(note.to_owned()),
    };
    row.insert(txn).await?;
    Ok(())
}
