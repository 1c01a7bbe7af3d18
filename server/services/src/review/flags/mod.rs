//! Flags: what a coder asks the lead analyst about a response or one of its answers. Reading them here, acts in `act`.

mod act;

use chrono::{DateTime, Utc};
use sea_orm::{FromQueryResult, Value};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::sql;
use crate::store::entities::flag;
use crate::{Failure, Services, StoreError};

pub(super) use act::turn;
pub use act::{close, raise, reply};

/// A question to the lead analyst.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flag {
    pub id: Uuid,
    /// The reference of the response.
    pub response: String,
    /// The question of the form whose answer it is about, where it is about one.
    pub question: Option<String>,
    pub asked: Said,
    pub reply: Option<Said>,
    pub closed: Option<Said>,
}

/// Who did something, when, and what they said; to close a flag nothing is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub by: Uuid,
    /// Empty where they have no account any more.
    pub name: String,
    pub at: DateTime<Utc>,
    pub text: String,
}

/// What the log keeps of a flag.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct FlagState {
    pub answer: Option<Uuid>,
    pub asked: Act,
    pub reply: Option<Act>,
    pub closed: Option<Act>,
}

/// One act on a flag, as the log keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Act {
    pub by: Uuid,
    pub at: DateTime<Utc>,
    pub text: String,
}

impl From<&flag::Model> for FlagState {
    fn from(row: &flag::Model) -> Self {
        let act = |(by, at): (Option<Uuid>, Option<DateTime<Utc>>), text: &str| {
            by.zip(at).map(|(by, at)| Act { by, at, text: text.to_owned() })
        };
        Self {
            answer: row.answer_id,
            asked: Act { by: row.asked_by, at: row.asked_at, text: row.text.clone() },
            reply: act((row.replied_by, row.replied_at), &row.reply),
            closed: act((row.closed_by, row.closed_at), ""),
        }
    }
}

/// Which flags of a call are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// Those that wait for somebody.
    Open,
    Closed,
    /// Those on a response and on its answers, closed ones included.
    Response(Uuid),
    One(Uuid),
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    reference: String,
    question: Option<String>,
    asked_by: Uuid,
    asked_name: Option<String>,
    text: String,
    asked_at: DateTime<Utc>,
    replied_by: Option<Uuid>,
    replied_name: Option<String>,
    reply: String,
    replied_at: Option<DateTime<Utc>>,
    closed_by: Option<Uuid>,
    closed_name: Option<String>,
    closed_at: Option<DateTime<Utc>>,
}

impl From<Row> for Flag {
    fn from(row: Row) -> Self {
        let said = |by: Option<Uuid>, name: Option<String>, at: Option<DateTime<Utc>>, text: String| {
            by.zip(at).map(|(by, at)| Said { by, name: name.unwrap_or_default(), at, text })
        };
        Self {
            id: row.id,
            response: row.reference,
            question: row.question,
            asked: Said {
                by: row.asked_by,
                name: row.asked_name.unwrap_or_default(),
                at: row.asked_at,
                text: row.text,
            },
            reply: said(row.replied_by, row.replied_name, row.replied_at, row.reply),
            closed: said(row.closed_by, row.closed_name, row.closed_at, String::new()),
        }
    }
}

const COLUMNS: &str = "SELECT f.id, r.reference, COALESCE(w.title, q.title) AS question, f.asked_by, \
    asker.name AS asked_name, f.text, f.asked_at, f.replied_by, lead.name AS replied_name, f.reply, f.replied_at, \
    f.closed_by, closer.name AS closed_name, f.closed_at FROM flag f JOIN response r ON r.id = f.response_id \
    LEFT JOIN answer a ON a.id = f.answer_id LEFT JOIN question q ON q.id = a.question_id \
    LEFT JOIN wording w ON w.subject_id = a.question_id AND w.number = a.wording \
    LEFT JOIN person asker ON asker.id = f.asked_by LEFT JOIN person lead ON lead.id = f.replied_by \
    LEFT JOIN person closer ON closer.id = f.closed_by WHERE f.call_id = $1 AND r.withdrawn_at IS NULL";

impl Which {
    /// As a condition, with the value of `$2` where it has one.
    fn condition(self) -> (&'static str, Option<Value>) {
        match self {
            Self::Open => (" AND f.closed_at IS NULL", None),
            Self::Closed => (" AND f.closed_at IS NOT NULL", None),
            Self::Response(id) => (" AND f.response_id = $2", Some(id.into())),
            Self::One(id) => (" AND f.id = $2", Some(id.into())),
        }
    }
}

/// The flags of a call on responses that were not withdrawn: what waits for an answer first, and the oldest first.
pub async fn list(
    services: &Services,
    call: Uuid,
    which: Which,
    from: u64,
    most: u64,
) -> Result<Vec<Flag>, Failure> {
    let (condition, value) = which.condition();
    let sql = format!(
        "{COLUMNS}{condition} ORDER BY CASE WHEN f.closed_at IS NOT NULL THEN 2 WHEN f.replied_at IS NOT NULL THEN 1 \
         ELSE 0 END, f.asked_at, f.id LIMIT {most} OFFSET {from}"
    );
    let values = std::iter::once(call.into()).chain(value);
    let rows: Result<Vec<Row>, StoreError> = sql::rows(services.db.read(), &sql, values).await;
    Ok(rows?.into_iter().map(Flag::from).collect())
}

/// How many flags of a call are open and closed, and how many of the open ones wait for a reply.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub open: u64,
    pub waiting: u64,
    pub closed: u64,
}

#[derive(FromQueryResult)]
struct Counted {
    open_now: i64,
    waiting: i64,
    closed: i64,
}

const COUNTS: &str = "SELECT COUNT(CASE WHEN f.closed_at IS NULL THEN 1 END) AS open_now, \
    COUNT(CASE WHEN f.closed_at IS NULL AND f.replied_at IS NULL THEN 1 END) AS waiting, \
    COUNT(f.closed_at) AS closed FROM flag f JOIN response r ON r.id = f.response_id \
    WHERE f.call_id = $1 AND r.withdrawn_at IS NULL";

/// How many flags a call has, on responses that were not withdrawn.
pub async fn counts(services: &Services, call: Uuid) -> Result<Counts, Failure> {
    let rows = sql::rows::<Counted>(services.db.read(), COUNTS, [call.into()]).await?;
    let counts = |row: Counted| Counts {
        open: row.open_now as u64,
        waiting: row.waiting as u64,
        closed: row.closed as u64,
    };
    Ok(rows.into_iter().next().map(counts).unwrap_or_default())
}
