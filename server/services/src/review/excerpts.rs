//! The excerpts of a code, to be read together.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use domain::review::descendants;
use domain::text::Span;
use sea_orm::sea_query::NullOrdering;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, Order, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, Value,
};
use uuid::Uuid;

use super::codebook::Codes;
use super::{coding::span, sql};
use crate::store::entities::coding;
use crate::{Failure, Services, StoreError};

/// The most code points of an excerpt that a list shows.
pub const LONGEST_EXCERPT: i32 = 2000;

/// One coding with the words it is on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    pub coding: Uuid,
    pub code: Uuid,
    /// The reference of the response.
    pub response: String,
    pub answer: Uuid,
    pub question: String,
    /// None where the code is on the whole answer.
    pub span: Option<Span>,
    /// The words, at most [`LONGEST_EXCERPT`] code points of them.
    pub text: String,
    /// How many code points there are in all.
    pub length: usize,
    pub coder: Uuid,
    /// Empty where the coder has no account, as after an import.
    pub coder_name: String,
    pub created_at: DateTime<Utc>,
}

impl Excerpt {
    /// Whether there are more words than are in `text`.
    pub const fn clipped(&self) -> bool {
        self.length > LONGEST_EXCERPT as usize
    }

    /// The words as a place in the answer; a whole answer from its first to its last.
    pub fn place(&self) -> Span {
        self.span.unwrap_or(Span { start: 0, end: self.length })
    }
}

/// A page of excerpts and how many there are in all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Excerpts {
    pub codings: u64,
    /// The responses that they are from.
    pub responses: u64,
    pub page: Vec<Excerpt>,
}

/// The excerpts of a code, with those of the codes under it if so wished, response by response and in an answer from
/// top to bottom; from this place on, at most `most`.
pub async fn excerpts(
    services: &Services,
    call: Uuid,
    code: Uuid,
    with_children: bool,
    from: u64,
    most: u64,
) -> Result<Excerpts, Failure> {
    let read = services.db.read();
    let codes = Codes::read(read, call).await?;
    codes.get(code)?;
    let codes = if with_children { descendants(&codes.pairs(), code) } else { HashSet::from([code]) };
    let mine = || {
        coding::Entity::find()
            .filter(coding::Column::CodeId.is_in(codes.iter().copied()))
            .filter(coding::Column::RemovedAt.is_null())
    };
    let ids = mine()
        .order_by_asc(coding::Column::ResponseId)
        .order_by_asc(coding::Column::AnswerId)
        .order_by_with_nulls(coding::Column::StartAt, Order::Asc, NullOrdering::First)
        .order_by_asc(coding::Column::Id)
        .select_only()
        .column(coding::Column::Id)
        .offset(from)
        .limit(most)
        .into_tuple();
    let responses = mine().select_only().column(coding::Column::ResponseId).distinct();
    let (ids, codings, responses) =
        tokio::try_join!(ids.all(read), mine().count(read), responses.count(read))?;
    Ok(Excerpts { codings, responses, page: shown(read, &ids).await? })
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    code_id: Uuid,
    reference: String,
    answer_id: Uuid,
    question: String,
    start_at: Option<i32>,
    end_at: Option<i32>,
    words: String,
    length: i32,
    coder_id: Uuid,
    coder_name: Option<String>,
    created_at: DateTime<Utc>,
}

const SHOWN: &str = "SELECT c.id, c.code_id, r.reference, c.answer_id, COALESCE(w.title, q.title) AS question, c.start_at, c.end_at, \
    SUBSTR(a.text, COALESCE(c.start_at, 0) + 1, CASE WHEN c.end_at - c.start_at < $1 THEN c.end_at - c.start_at \
    ELSE $1 END) AS words, COALESCE(c.end_at - c.start_at, LENGTH(a.text)) AS length, c.coder_id, \
    p.name AS coder_name, c.created_at FROM coding c JOIN response r ON r.id = c.response_id \
    JOIN answer a ON a.id = c.answer_id JOIN question q ON q.id = a.question_id \
    LEFT JOIN wording w ON w.subject_id = a.question_id AND w.number = a.wording \
    LEFT JOIN person p ON p.id = c.coder_id WHERE c.id IN ";

/// These codings with their words, in the order given.
async fn shown(read: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<Excerpt>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let places: Vec<String> = (0..ids.len()).map(|at| format!("${}", at + 2)).collect();
    let sql = format!("{SHOWN}({})", places.join(", "));
    let values = std::iter::once(Value::from(LONGEST_EXCERPT)).chain(ids.iter().map(|id| Value::from(*id)));
    let rows = sql::rows::<Row>(read, &sql, values).await?;
    let mut found: HashMap<Uuid, Excerpt> = rows.into_iter().map(|row| (row.id, excerpt(row))).collect();
    Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
}

fn excerpt(row: Row) -> Excerpt {
    Excerpt {
        coding: row.id,
        code: row.code_id,
        response: row.reference,
        answer: row.answer_id,
        question: row.question,
        span: span(row.start_at, row.end_at),
        text: row.words,
        length: row.length as usize,
        coder: row.coder_id,
        coder_name: row.coder_name.unwrap_or_default(),
        created_at: row.created_at,
    }
}
