//! Memos: notes of analysts on a call, a code, a response, an answer, or words of it. Reading them here, acts in `write`,
//! what a memo said before in `past`.
//!
//! A memo on a response that was withdrawn is read by nobody, as the response is. One on an answer that was changed since
//! stays with the words on which it stands, and says so.

mod past;
mod place;
mod write;

use chrono::{DateTime, Utc};
use domain::review::MemoOn;
use sea_orm::{ConnectionTrait, FromQueryResult, Value};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::coding::span;
use super::sql;
use crate::store::entities::memo;
use crate::{Failure, Services, StoreError};

pub use past::{Past, past};
pub use place::{LONGEST_WORDS, Place, place};
pub(super) use write::turn;
pub use write::{change, remove, write};

/// A memo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Memo {
    pub id: Uuid,
    pub on: MemoOn,
    pub place: Place,
    pub author: Uuid,
    /// Empty where they have no account any more.
    pub author_name: String,
    pub text: String,
    pub written_at: DateTime<Utc>,
    /// When its text was changed last.
    pub changed_at: Option<DateTime<Utc>>,
}

/// What the log keeps of a memo.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct MemoState {
    pub on: MemoOn,
    pub author: Uuid,
    pub text: String,
    pub written_at: DateTime<Utc>,
    pub changed_at: Option<DateTime<Utc>>,
}

impl From<&memo::Model> for MemoState {
    fn from(row: &memo::Model) -> Self {
        Self {
            on: on((row.code_id, row.response_id, row.answer_id), (row.start_at, row.end_at)),
            author: row.author_id,
            text: row.text.clone(),
            written_at: row.written_at,
            changed_at: row.changed_at,
        }
    }
}

/// What a memo stands on, from its columns.
fn on(
    (code, response, answer): (Option<Uuid>, Option<Uuid>, Option<Uuid>),
    (start, end): (Option<i32>, Option<i32>),
) -> MemoOn {
    match (code, response, answer) {
        (Some(code), ..) => MemoOn::Code(code),
        (None, _, Some(answer)) => {
            span(start, end).map_or(MemoOn::Answer(answer), |span| MemoOn::Excerpt { answer, span })
        }
        (None, Some(response), None) => MemoOn::Response(response),
        (None, None, None) => MemoOn::Call,
    }
}

/// Which memos of a call are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    All,
    /// Those on the call itself: the analytic journal.
    Journal,
    /// Those on a response, on its answers and on words of them.
    Response(Uuid),
    Code(Uuid),
    One(Uuid),
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    code_id: Option<Uuid>,
    response_id: Option<Uuid>,
    answer_id: Option<Uuid>,
    start_at: Option<i32>,
    end_at: Option<i32>,
    author_id: Uuid,
    author_name: Option<String>,
    text: String,
    written_at: DateTime<Utc>,
    changed_at: Option<DateTime<Utc>>,
    code: Option<String>,
    reference: Option<String>,
    question: Option<String>,
    words: Option<String>,
    replaced_in: Option<i32>,
}

impl From<Row> for Memo {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            on: on((row.code_id, row.response_id, row.answer_id), (row.start_at, row.end_at)),
            place: Place {
                code: row.code_id.zip(row.code),
                response: row.reference,
                question: row.question,
                words: row.words,
                replaced: row.replaced_in.is_some(),
            },
            author: row.author_id,
            author_name: row.author_name.unwrap_or_default(),
            text: row.text,
            written_at: row.written_at,
            changed_at: row.changed_at,
        }
    }
}

/// The memos of a call whose responses were not withdrawn. `$2` is how many code points of an excerpt are given.
const FROM: &str = "FROM memo m LEFT JOIN person p ON p.id = m.author_id LEFT JOIN code c ON c.id = m.code_id \
    LEFT JOIN response r ON r.id = m.response_id LEFT JOIN answer a ON a.id = m.answer_id \
    LEFT JOIN question q ON q.id = a.question_id \
    LEFT JOIN wording w ON w.subject_id = a.question_id AND w.number = a.wording \
    WHERE m.call_id = $1 AND r.withdrawn_at IS NULL";

const COLUMNS: &str = "m.id, m.code_id, m.response_id, m.answer_id, m.start_at, m.end_at, m.author_id, \
    p.name AS author_name, m.text, m.written_at, m.changed_at, c.name AS code, r.reference, \
    COALESCE(w.title, q.title) AS question, SUBSTR(a.text, m.start_at + 1, \
    CASE WHEN m.end_at - m.start_at < $2 THEN m.end_at - m.start_at ELSE $2 END) AS words, a.replaced_in";

impl Which {
    /// As a condition, with the value of `$3` where it has one.
    fn condition(self) -> (&'static str, Option<Value>) {
        match self {
            Self::All => ("", None),
            Self::Journal => (" AND m.code_id IS NULL AND m.response_id IS NULL", None),
            Self::Response(id) => (" AND m.response_id = $3", Some(id.into())),
            Self::Code(id) => (" AND m.code_id = $3", Some(id.into())),
            Self::One(id) => (" AND m.id = $3", Some(id.into())),
        }
    }
}

/// The memos of a call, the newest first, from this place on, at most `most`.
pub async fn list(
    services: &Services,
    call: Uuid,
    which: Which,
    from: u64,
    most: u64,
) -> Result<Vec<Memo>, Failure> {
    Ok(found(services.db.read(), call, which, from, most).await?)
}

/// The memo of this call with this id.
pub async fn by_id(services: &Services, call: Uuid, id: Uuid) -> Result<Memo, Failure> {
    let found = found(services.db.read(), call, Which::One(id), 0, 1).await?;
    found.into_iter().next().ok_or(Failure::NotFound("memo"))
}

async fn found(
    read: &impl ConnectionTrait,
    call: Uuid,
    which: Which,
    from: u64,
    most: u64,
) -> Result<Vec<Memo>, StoreError> {
    let (condition, value) = which.condition();
    let sql = format!(
        "SELECT {COLUMNS} {FROM}{condition} ORDER BY m.written_at DESC, m.id DESC LIMIT {most} OFFSET {from}"
    );
    let values = [call.into(), LONGEST_WORDS.into()].into_iter().chain(value);
    Ok(sql::rows::<Row>(read, &sql, values).await?.into_iter().map(Memo::from).collect())
}

/// How many memos a call has, and how many of them are its journal.
pub async fn count(services: &Services, call: Uuid) -> Result<(u64, u64), Failure> {
    let read = services.db.read();
    let sql = |which: Which| {
        let held = "SELECT COUNT(*) AS n FROM memo m LEFT JOIN response r ON r.id = m.response_id \
                    WHERE m.call_id = $1 AND r.withdrawn_at IS NULL";
        format!("{held}{}", which.condition().0)
    };
    let (all, journal) = (sql(Which::All), sql(Which::Journal));
    Ok(tokio::try_join!(sql::count(read, &all, [call.into()]), sql::count(read, &journal, [call.into()]),)?)
}
