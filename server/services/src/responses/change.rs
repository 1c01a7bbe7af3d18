//! Changing a response that was sent: its draft opens for writing again with all that is in it, until it is sent again or
//! the change is dropped. Until then what was sent is what counts (decision 0028).

use std::collections::HashMap;

use domain::calls::Answer;
use domain::responses::About;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::draft::{may_write, parsed, text, wording_of};
use super::{Draft, Receipt, documents, receipt};
use crate::calls::Call;
use crate::store::entities::{draft, draft_answer};
use crate::{Clock, Failure, Services};

type Answers = HashMap<Uuid, Answer>;
type Wordings = HashMap<Uuid, u32>;

/// What a draft held when it was opened again.
#[derive(Serialize, Deserialize)]
struct Before {
    about: About,
    answers: Answers,
    /// The wording of its question to which each was given.
    #[serde(default)]
    wordings: Wordings,
}

/// Whether what was sent from this draft may be changed now: as long as the draft could have been gone on with.
pub fn may_change(services: &Services, call: &Call, draft: &Draft) -> Result<(), Failure> {
    if draft.submitted_at.is_none() {
        return Err(Failure::NotFound("receipt"));
    }
    // What members sent together stays as it was signed off.
    if draft.organisation.is_some() {
        return Err(Failure::Refused("error-shared-stays"));
    }
    // What the team has entered stays as it was compared with the original.
    if draft.keyed.is_some() {
        return Err(Failure::Refused("error-draft-submitted"));
    }
    may_write(services, call, draft)
}

/// How what was sent from a draft can be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It can be, and is not.
    MayChange,
    /// It is being changed.
    Changing,
    /// It was being changed when time was up, and cannot be sent again.
    TooLate,
    /// It can no longer be changed.
    Closed,
    /// Members of an organisation sent it together: it stays as it was signed off.
    Shared,
    /// It was withdrawn, and can be brought back.
    Withdrawn,
    /// It was withdrawn for good.
    Gone,
}

/// How what was sent from a draft, whose receipt this is, can be changed now.
pub fn standing(services: &Services, call: &Call, draft: &Draft, receipt: &Receipt) -> Standing {
    if draft.organisation.is_some() {
        return Standing::Shared;
    }
    let open = may_change(services, call, draft).is_ok();
    match (receipt.withdrawn_at.is_some(), draft.changing.is_some(), open) {
        (true, _, true) => Standing::Withdrawn,
        (true, _, false) => Standing::Gone,
        (false, false, true) => Standing::MayChange,
        (false, true, true) => Standing::Changing,
        (false, true, false) => Standing::TooLate,
        (false, false, false) => Standing::Closed,
    }
}

/// Opens a draft that was sent for writing again. One that is open already stays so.
pub async fn begin(services: &Services, call: &Call, draft: &Draft) -> Result<(), Failure> {
    may_change(services, call, draft)?;
    let (id, now) = (draft.id, services.clock.now());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let row = held(txn, id).await?;
                if row.changing_since.is_some() {
                    return Ok(());
                }
                let receipt = receipt::under(txn, &id.to_string()).await?;
                if receipt.is_some_and(|receipt| receipt.withdrawn_at.is_some()) {
                    return Err(Failure::Refused("error-response-withdrawn"));
                }
                let (answers, wordings) = answers(txn, id).await?;
                let before = text(&Before { about: parsed(&row.about)?, answers, wordings })?;
                draft::Entity::update_many()
                    .col_expr(draft::Column::ChangingSince, Expr::value(Some(now)))
                    .col_expr(draft::Column::BeforeChange, Expr::value(Some(before)))
                    .filter(draft::Column::Id.eq(id))
                    .exec(txn)
                    .await?;
                Ok(())
            })
        })
        .await
}

/// Drops what was changed since the draft was opened again: it holds what was sent, and nothing else. Where nothing is
/// being changed, nothing is done.
pub async fn give_up(services: &Services, draft: &Draft) -> Result<(), Failure> {
    let (id, clock) = (draft.id, services.clock.clone());
    services.db.write(move |txn| Box::pin(async move { drop_in(txn, &clock, id).await })).await
}

/// The same in the transaction of something more, with the draft locked.
pub(super) async fn drop_in(txn: &impl ConnectionTrait, clock: &Clock, id: Uuid) -> Result<(), Failure> {
    let row = held(txn, id).await?;
    let Some(before) = row.before_change else { return Ok(()) };
    let before: Before = parsed(&before)?;
    let (dropped, _) = answers(txn, id).await?;
    put_back(txn, clock, id, before).await?;
    documents::let_go(txn, id, &dropped).await
}

/// The row of a draft, held until the transaction ends.
async fn held(txn: &impl ConnectionTrait, id: Uuid) -> Result<draft::Model, Failure> {
    let row = draft::Entity::find_by_id(id).lock_exclusive().one(txn).await?;
    row.ok_or(Failure::NotFound("draft"))
}

/// What a draft holds by question, and the wording to which each was given.
async fn answers(txn: &impl ConnectionTrait, draft: Uuid) -> Result<(Answers, Wordings), Failure> {
    let rows = draft_answer::Entity::find().filter(draft_answer::Column::DraftId.eq(draft)).all(txn).await?;
    let wordings = rows.iter().map(wording_of).collect();
    let answers = rows.into_iter().map(|row| Ok((row.question_id, parsed(&row.value)?)));
    Ok((answers.collect::<Result<_, Failure>>()?, wordings))
}

async fn put_back(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    id: Uuid,
    before: Before,
) -> Result<(), Failure> {
    let now = clock.now();
    let mine = draft_answer::Entity::delete_many().filter(draft_answer::Column::DraftId.eq(id));
    mine.exec(txn).await?;
    let mut rows = Vec::with_capacity(before.answers.len());
    for (question, answer) in &before.answers {
        rows.push(draft_answer::ActiveModel {
            id: Set(clock.id()),
            draft_id: Set(id),
            question_id: Set(*question),
            value: Set(text(answer)?),
            saved_at: Set(now),
            wording: Set(before.wordings.get(question).copied().unwrap_or(1) as i32),
        });
    }
    if !rows.is_empty() {
        draft_answer::Entity::insert_many(rows).exec_without_returning(txn).await?;
    }
    draft::Entity::update_many()
        .col_expr(draft::Column::About, Expr::value(text(&before.about)?))
        .col_expr(draft::Column::SavedAt, Expr::value(now))
        .filter(draft::Column::Id.eq(id))
        .exec(txn)
        .await?;
    close(txn, id).await
}

/// Ends a change, whatever became of it.
pub(super) async fn close(txn: &impl ConnectionTrait, id: Uuid) -> Result<(), Failure> {
    draft::Entity::update_many()
        .col_expr(draft::Column::ChangingSince, Expr::value(None::<chrono::DateTime<chrono::Utc>>))
        .col_expr(draft::Column::BeforeChange, Expr::value(None::<String>))
        .filter(draft::Column::Id.eq(id))
        .exec(txn)
        .await?;
    Ok(())
}
