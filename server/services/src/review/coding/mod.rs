//! Codings: a code on a whole answer or on an excerpt of it, by one coder. Reading them here, acts in `apply`.

mod apply;
mod aside;

use chrono::{DateTime, Utc};
use domain::text::Span;
use sea_orm::{ConnectionTrait, FromQueryResult};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::sql;
use crate::store::entities::coding;
use crate::{Failure, Services, StoreError};

pub use apply::{NewCoding, Whose, apply, apply_in, remove};
pub(super) use apply::{target, turn};
pub(super) use aside::counts;
pub use aside::on_earlier;
pub(crate) use aside::{set_aside, use_again};

/// One application of one code by one coder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coding {
    pub id: Uuid,
    pub answer: Uuid,
    pub code: Uuid,
    pub coder: Uuid,
    /// Empty where the coder has no account, as after an import.
    pub coder_name: String,
    /// The excerpt; none where the code is on the whole answer.
    pub span: Option<Span>,
    pub created_at: DateTime<Utc>,
}

/// What the log keeps of a coding: all that makes it what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct CodingState {
    pub answer: Uuid,
    pub code: Uuid,
    pub coder: Uuid,
    pub span: Option<Span>,
}

impl From<&coding::Model> for CodingState {
    fn from(row: &coding::Model) -> Self {
        Self {
            answer: row.answer_id,
            code: row.code_id,
            coder: row.coder_id,
            span: span(row.start_at, row.end_at),
        }
    }
}

/// A span from its two columns.
pub(super) fn span(start: Option<i32>, end: Option<i32>) -> Option<Span> {
    let (start, end) = (usize::try_from(start?).ok()?, usize::try_from(end?).ok()?);
    Some(Span { start, end })
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    answer_id: Uuid,
    code_id: Uuid,
    coder_id: Uuid,
    coder_name: Option<String>,
    start_at: Option<i32>,
    end_at: Option<i32>,
    created_at: DateTime<Utc>,
}

impl From<Row> for Coding {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            answer: row.answer_id,
            code: row.code_id,
            coder: row.coder_id,
            coder_name: row.coder_name.unwrap_or_default(),
            span: span(row.start_at, row.end_at),
            created_at: row.created_at,
        }
    }
}

const COLUMNS: &str = "SELECT c.id, c.answer_id, c.code_id, c.coder_id, p.name AS coder_name, c.start_at, c.end_at, \
                       c.created_at FROM coding c LEFT JOIN person p ON p.id = c.coder_id";

/// The codings of a response: whole answers first, then excerpts from top to bottom, longer ones first.
pub async fn of_response(services: &Services, response: Uuid) -> Result<Vec<Coding>, Failure> {
    let sql = format!("{COLUMNS} WHERE c.response_id = $1 AND c.removed_at IS NULL");
    let mut codings = found(services.db.read(), &sql, response).await?;
    codings.sort_by_key(|coding| {
        (coding.span.map(|span| (span.start, usize::MAX - span.end)), coding.created_at, coding.id)
    });
    Ok(codings)
}

/// The coding with this id, also where it was removed.
async fn by_id(services: &Services, id: Uuid) -> Result<Coding, Failure> {
    let sql = format!("{COLUMNS} WHERE c.id = $1");
    let found = found(services.db.read(), &sql, id).await?;
    found.into_iter().next().ok_or(Failure::NotFound("coding"))
}

async fn found(read: &impl ConnectionTrait, sql: &str, id: Uuid) -> Result<Vec<Coding>, StoreError> {
    Ok(sql::rows::<Row>(read, sql, [id.into()]).await?.into_iter().map(Coding::from).collect())
}
