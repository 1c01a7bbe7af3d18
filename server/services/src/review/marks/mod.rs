//! Marks: what an analyst says of an answer apart from themes. Reading them here, acts in `set`, numbers in `counts`.
//!
//! A mark stays with the answer it was set on. Where whoever answered has changed or withdrawn that, the mark is neither
//! shown nor counted any more, and it is there again when the answer is.

mod counts;
mod set;

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::review::Mark;
use sea_orm::{ConnectionTrait, FromQueryResult, Value};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::sql;
use crate::store::entities::mark;
use crate::{Failure, Services, StoreError};

pub use counts::{Stances, count_rich, rich, stances};
pub use set::set;
pub(super) use set::turn;

/// A mark on an answer, by one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    pub answer: Uuid,
    pub mark: Mark,
    pub person: Uuid,
    /// Empty where they have no account any more.
    pub person_name: String,
    pub set_at: DateTime<Utc>,
}

/// What the log keeps of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct MarkState {
    pub answer: Uuid,
    pub person: Uuid,
    pub mark: Mark,
    pub set_at: DateTime<Utc>,
}

impl MarkState {
    fn of(row: &mark::Model) -> Result<Self, StoreError> {
        Ok(Self { answer: row.answer_id, person: row.person_id, mark: parse(&row.mark)?, set_at: row.set_at })
    }
}

fn parse(stored: &str) -> Result<Mark, StoreError> {
    Mark::parse(stored).ok_or_else(|| StoreError::corrupt("a mark", stored))
}

#[derive(FromQueryResult)]
struct Row {
    answer_id: Uuid,
    mark: String,
    person_id: Uuid,
    person_name: Option<String>,
    set_at: DateTime<Utc>,
}

/// The marks on the answers of a response that count: those that say where an answer stands first.
pub async fn of_response(services: &Services, response: Uuid) -> Result<Vec<Marked>, Failure> {
    let mut marks = found(services.db.read(), &[response]).await?;
    marks.sort_by_key(|marked| (marked.answer, marked.mark.kind(), marked.set_at, marked.person));
    Ok(marks)
}

/// The marks on answers of these responses that count, answer by answer.
pub(crate) async fn of_responses(
    read: &impl ConnectionTrait,
    responses: &[Uuid],
) -> Result<HashMap<Uuid, Vec<Marked>>, StoreError> {
    let mut marks: HashMap<Uuid, Vec<Marked>> = HashMap::new();
    for marked in found(read, responses).await? {
        marks.entry(marked.answer).or_default().push(marked);
    }
    Ok(marks)
}

async fn found(read: &impl ConnectionTrait, responses: &[Uuid]) -> Result<Vec<Marked>, StoreError> {
    if responses.is_empty() {
        return Ok(Vec::new());
    }
    let places: Vec<String> = (1..=responses.len()).map(|at| format!("${at}")).collect();
    let sql = format!(
        "SELECT m.answer_id, m.mark, m.person_id, p.name AS person_name, m.set_at FROM mark m \
         JOIN answer a ON a.id = m.answer_id LEFT JOIN person p ON p.id = m.person_id \
         WHERE a.replaced_in IS NULL AND m.response_id IN ({})",
        places.join(", ")
    );
    let values = responses.iter().map(|id| Value::from(*id));
    let rows = sql::rows::<Row>(read, &sql, values).await?;
    let marked = |row: Row| {
        Ok(Marked {
            answer: row.answer_id,
            mark: parse(&row.mark)?,
            person: row.person_id,
            person_name: row.person_name.unwrap_or_default(),
            set_at: row.set_at,
        })
    };
    rows.into_iter().map(marked).collect()
}
