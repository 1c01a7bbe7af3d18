//! Codings whose answer counts no more, because whoever answered changed or withdrew it. Nobody took them away: they stay
//! with the words that they are on, and are not counted.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{COLUMNS, Coding, found};
use crate::store::entities::{answer, code, coding, response};
use crate::{Failure, Services};

/// Puts the codings on these answers out of use.
pub(crate) async fn set_aside(
    txn: &impl ConnectionTrait,
    answers: &[Uuid],
    now: DateTime<Utc>,
) -> Result<(), Failure> {
    coding::Entity::update_many()
        .col_expr(coding::Column::RemovedAt, Expr::value(Some(now)))
        .col_expr(coding::Column::SetAside, Expr::value(true))
        .filter(coding::Column::AnswerId.is_in(answers.iter().copied()))
        .filter(coding::Column::RemovedAt.is_null())
        .exec(txn)
        .await?;
    Ok(())
}

/// Uses the codings on these answers again that were set aside, whose codes are still there.
pub(crate) async fn use_again(txn: &impl ConnectionTrait, answers: &[Uuid]) -> Result<(), Failure> {
    let mut codes = Query::select();
    codes.column(code::Column::Id).from(code::Entity).and_where(code::Column::RemovedAt.is_null());
    coding::Entity::update_many()
        .col_expr(coding::Column::RemovedAt, Expr::value(None::<DateTime<Utc>>))
        .col_expr(coding::Column::SetAside, Expr::value(false))
        .filter(coding::Column::AnswerId.is_in(answers.iter().copied()))
        .filter(coding::Column::SetAside.eq(true))
        .filter(coding::Column::CodeId.in_subquery(codes))
        .exec(txn)
        .await?;
    Ok(())
}

/// The codings on earlier versions of the answers of a response.
pub async fn on_earlier(services: &Services, response: Uuid) -> Result<Vec<Coding>, Failure> {
    let sql = format!(
        "{COLUMNS} JOIN answer a ON a.id = c.answer_id \
         WHERE c.response_id = $1 AND c.set_aside = TRUE AND a.replaced_in IS NOT NULL ORDER BY c.created_at, c.id"
    );
    Ok(found(services.db.read(), &sql, response).await?)
}

/// Whether an answer counts, so that codes and marks can be on it.
pub(in crate::review) async fn counts(txn: &impl ConnectionTrait, answer: Uuid) -> Result<bool, Failure> {
    let row =
        answer::Entity::find_by_id(answer).filter(answer::Column::ReplacedIn.is_null()).one(txn).await?;
    let Some(row) = row else { return Ok(false) };
    let response = response::Entity::find_by_id(row.response_id).one(txn).await?;
    Ok(response.is_some_and(|response| response.withdrawn_at.is_none()))
}
