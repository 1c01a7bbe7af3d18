//! What members say to each other about their draft: for them alone, never sent, and never seen by the team of the call.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::responses::Comment as Typed;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::names;
use crate::responses::Draft;
use crate::responses::draft::locked;
use crate::store::entities::draft_comment::{self as comment, Column as C};
use crate::{Failure, Services};

/// A comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    pub id: Uuid,
    /// Nothing where it is about the whole.
    pub question: Option<Uuid>,
    pub by: String,
    pub text: String,
    pub at: DateTime<Utc>,
    /// Who has settled it, and when.
    pub resolved: Option<(String, DateTime<Utc>)>,
}

/// The comments in a draft, the first first.
pub async fn list(services: &Services, draft: &Draft) -> Result<Vec<Comment>, Failure> {
    let read = services.db.read();
    let all = comment::Entity::find()
        .filter(C::DraftId.eq(draft.id))
        .order_by_asc(C::WrittenAt)
        .order_by_asc(C::Id)
        .all(read)
        .await?;
    let people = all.iter().flat_map(|row| [Some(row.person_id), row.resolved_by]).flatten().collect();
    let names = names(read, people).await?;
    let name = |id: Uuid| names.get(&id).cloned().unwrap_or_default();
    let one = |row: comment::Model| Comment {
        id: row.id,
        question: row.question_id,
        by: name(row.person_id),
        text: row.text,
        at: row.written_at,
        resolved: row.resolved_by.map(name).zip(row.resolved_at),
    };
    Ok(all.into_iter().map(one).collect())
}

/// How many are not settled, by the question that they are about; under nothing, those about the whole.
pub fn open(comments: &[Comment]) -> HashMap<Option<Uuid>, usize> {
    let mut counts = HashMap::new();
    for one in comments.iter().filter(|one| one.resolved.is_none()) {
        *counts.entry(one.question).or_default() += 1;
    }
    counts
}

/// Adds a comment about an answer, or about the whole.
pub async fn add(
    services: &Services,
    draft: &Draft,
    question: Option<Uuid>,
    Typed { text }: Typed,
) -> Result<(), Failure> {
    let (draft, by, clock) = (draft.id, services.by.clone(), services.clock.clone());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                locked(txn, &by, draft).await?;
                let row = comment::ActiveModel {
                    id: Set(clock.id()),
                    draft_id: Set(draft),
                    question_id: Set(question),
                    person_id: Set(by.person().ok_or(Failure::NotFound("person"))?),
                    text: Set(text),
                    written_at: Set(clock.now()),
                    resolved_at: Set(None),
                    resolved_by: Set(None),
                };
                comment::Entity::insert(row).exec_without_returning(txn).await?;
                Ok(())
            })
        })
        .await
}

/// Settles a comment, or opens it again. To settle one that is settled is to leave it as it is.
pub async fn settle(services: &Services, draft: &Draft, id: Uuid, settled: bool) -> Result<(), Failure> {
    let (draft, by, now) = (draft.id, services.by.clone(), services.clock.now());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                locked(txn, &by, draft).await?;
                let theirs = comment::Entity::find_by_id(id).filter(C::DraftId.eq(draft)).one(txn).await?;
                let row = theirs.ok_or(Failure::NotFound("comment"))?;
                if row.resolved_at.is_some() == settled {
                    return Ok(());
                }
                comment::Entity::update_many()
                    .col_expr(C::ResolvedAt, Expr::value(settled.then_some(now)))
                    .col_expr(C::ResolvedBy, Expr::value(by.person().filter(|_| settled)))
                    .filter(C::Id.eq(id))
                    .exec(txn)
                    .await?;
                Ok(())
            })
        })
        .await
}
