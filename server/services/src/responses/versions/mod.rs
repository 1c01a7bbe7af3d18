//! The versions of a response. An answer that was sent never changes: one that stays the same from one version to the next
//! keeps its row, and with it whatever rests on it; one that was changed or taken out stays, is marked, and counts no more
//! (decision 0028).

mod plan;
mod read;

use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel,
    QueryFilter,
};
use uuid::Uuid;

use self::plan::{Held, Plan};
use super::submit::{Submission, store_answers};
use super::{Receipt, Response, receipt};
use crate::people::organisations::responses as linked;
use crate::review;
use crate::store::entities::{answer, file_use, response, response_version};
use crate::store::outbox;
use crate::{Clock, Failure, StoreError};

pub use read::{Change, Version, changes, of_response};

/// Puts a submission in the place of what a response was, as its next version, and gives its receipt. Where it says the same,
/// the receipt that is there is given and nothing is done. The call is locked, so that nobody codes meanwhile what is replaced.
pub(super) async fn amend(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    row: response::Model,
    submission: Submission,
) -> Result<Receipt, Failure> {
    let held = plan::held(txn, row.id).await?;
    let plan = Plan::new(&held, &submission.answers)?;
    let about = Response::try_from(row.clone())?.about();
    if plan.says_the_same() && about == submission.about {
        return Ok(row.into());
    }
    keep(txn, clock, &row, &held).await?;
    let next = row.version + 1;
    replace(txn, clock, &row, &plan, next).await?;
    let new = plan.new_answers(submission.answers.clone());
    store_answers(txn, clock, row.id, new, next).await?;
    review::reading::forget(txn, row.id).await?;
    let changed = put(txn, row, next, submission).await?;
    outbox::note(txn, outbox::RESPONSE, changed.id, clock.now()).await?;
    Ok(changed.into())
}

/// Keeps what the response was until now.
async fn keep(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    row: &response::Model,
    held: &[Held],
) -> Result<(), Failure> {
    let json = |error: serde_json::Error| StoreError::corrupt("a version", error.to_string());
    let answers: Vec<Uuid> = held.iter().map(|held| held.row.id).collect();
    let about = Response::try_from(row.clone())?.about();
    let version = response_version::ActiveModel {
        id: Set(clock.id()),
        response_id: Set(row.id),
        number: Set(row.version),
        sent_at: Set(row.changed_at.unwrap_or(row.submitted_at)),
        receipt_hash: Set(row.receipt_hash.clone()),
        about: Set(serde_json::to_string(&about).map_err(json)?),
        language: Set(row.language.clone()),
        late: Set(row.late),
        answers: Set(serde_json::to_string(&answers).map_err(json)?),
    };
    version.insert(txn).await?;
    Ok(())
}

/// Marks the answers that count no more, with all that was coded on them, and gives those that stay their places.
async fn replace(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    row: &response::Model,
    plan: &Plan<'_>,
    next: i32,
) -> Result<(), Failure> {
    for (held, place) in plan.moved() {
        answer::Entity::update_many()
            .col_expr(answer::Column::Position, Expr::value(place))
            .filter(answer::Column::Id.eq(held))
            .exec(txn)
            .await?;
    }
    let gone = plan.gone();
    if !gone.is_empty() {
        answer::Entity::update_many()
            .col_expr(answer::Column::ReplacedIn, Expr::value(Some(next)))
            .filter(answer::Column::Id.is_in(gone.iter().copied()))
            .exec(txn)
            .await?;
        review::coding::set_aside(txn, &gone, clock.now()).await?;
    }
    // The text of documents is read anew for an answer that has others now.
    let questions = plan.new_questions();
    if !questions.is_empty() {
        file_use::Entity::update_many()
            .col_expr(file_use::Column::Settled, Expr::value(false))
            .filter(file_use::Column::Key.eq(row.idempotency_key.as_str()))
            .filter(file_use::Column::QuestionId.is_in(questions))
            .exec(txn)
            .await?;
    }
    Ok(())
}

/// Writes who answers now, when, and what the receipt is.
async fn put(
    txn: &impl ConnectionTrait,
    row: response::Model,
    next: i32,
    submission: Submission,
) -> Result<response::Model, Failure> {
    let about = submission.about;
    let same_name = about.organisation == row.organisation;
    let organisation = if same_name {
        row.organisation_id
    } else {
        linked::meant(txn, &about.organisation, submission.submitted_at).await?
    };
    let answers = plan::held(txn, row.id).await?;
    let answers: Vec<answer::Model> = answers.into_iter().map(|held| held.row).collect();
    let hash = receipt::of_rows(&row.idempotency_key, &about, &answers);
    let mut changed = row.into_active_model();
    if let Some(kind) = about.kind {
        changed.kind = Set(kind.to_string());
    }
    if let Some(consent) = about.consent {
        changed.consent = Set(consent.to_string());
    }
    changed.name = Set(about.name);
    changed.on_behalf_of = Set(about.on_behalf_of);
    changed.organisation = Set(about.organisation);
    changed.organisation_id = Set(organisation);
    changed.sector = Set(about.sector.map(|sector| sector.to_string()));
    changed.system_id = Set(about.system);
    changed.language = Set(submission.language);
    changed.late = Set(submission.late);
    changed.version = Set(next);
    changed.changed_at = Set(Some(submission.submitted_at));
    changed.receipt_hash = Set(hash);
    Ok(changed.update(txn).await?)
}
