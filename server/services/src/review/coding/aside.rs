//! Codings whose answer counts no more, because whoever answered changed or withdrew it. Nobody took them away: they stay
//! with the words that they are on, and are not counted.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{COLUMNS, Coding, found};
use crate::store::entities::{answer, coding};
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

/// The codings on earlier versions of the answers of a response.
pub async fn on_earlier(services: &Services, response: Uuid) -> Result<Vec<Coding>, Failure> {
    let sql = format!(
        "{COLUMNS} JOIN answer a ON a.id = c.answer_id \
         WHERE c.response_id = $1 AND c.set_aside = TRUE AND a.replaced_in IS NOT NULL ORDER BY c.created_at, c.id"
    );
    Ok(found(services.db.read(), &sql, response).await?)
}

/// Whether an answer counts, so that codes can be on it.
pub(super) async fn counts(txn: &impl ConnectionTrait, answer: Uuid) -> Result<bool, Failure> {
    let row =
        answer::Entity::find_by_id(answer).filter(answer::Column::ReplacedIn.is_null()).one(txn).await?;
    Ok(row.is_some())
}
