//! Who wrote what: every text that an answer of a shared draft has had, none of which is ever written over, and the way back
//! to each.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::calls::{Answer, Given};
use domain::responses::Written;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, Select};
use uuid::Uuid;

use super::names;
use crate::responses::Draft;
use crate::responses::draft::{Saved, Writing, parsed, save_answer};
use crate::store::entities::{draft_change as change, draft_sign_off as signed};
use crate::{Failure, Services};

/// What somebody wrote in answer to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub id: Uuid,
    pub by: String,
    pub at: DateTime<Utc>,
    /// Nothing where they took the answer away.
    pub answer: Option<Answer>,
}

impl Change {
    /// Whether the answer can be had again as it was. Documents that were taken out may be deleted.
    pub fn restorable(&self) -> bool {
        self.answer.as_ref().is_some_and(|answer| !matches!(answer.given, Given::Documents(_)))
    }
}

/// Who changed something last, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Last {
    pub by: String,
    pub at: DateTime<Utc>,
}

fn of(draft: Uuid, question: Option<Uuid>) -> Select<change::Entity> {
    let all = change::Entity::find().filter(change::Column::DraftId.eq(draft));
    let all = match question {
        Some(question) => all.filter(change::Column::QuestionId.eq(question)),
        None => all.filter(change::Column::QuestionId.is_null()),
    };
    all.order_by_desc(change::Column::SavedAt).order_by_desc(change::Column::Id)
}

/// Notes what a member of an organisation keeps of an answer, or of who answers, where it is something else than before. What
/// was signed off is signed off no more. Of a draft of nobody's organisation nothing is noted.
pub(in crate::responses) async fn note(
    txn: &impl ConnectionTrait,
    writing: &Writing<'_>,
    question: Option<Uuid>,
    value: Option<String>,
) -> Result<(), Failure> {
    let Some(by) = writing.by.person().filter(|_| writing.draft.organisation_id.is_some()) else {
        return Ok(());
    };
    let (draft, now) = (writing.draft.id, writing.clock.now());
    let before = of(draft, question).one(txn).await?;
    let same = before.as_ref().map_or(value.is_none(), |before| before.value == value);
    // Whoever saves what somebody else is still typing has written nothing.
    let saves = before.as_ref().is_some_and(|before| before.typed && before.person_id == by);
    if same && !saves {
        return Ok(());
    }
    if !same {
        end_sign_off(txn, draft, by, now).await?;
    }
    let goes_on = before
        .filter(|row| Written { by: row.person_id, begun: row.begun_at, typed: row.typed }.goes_on(by, now));
    if let Some(row) = goes_on {
        return go_on(txn, row.id, writing, value).await;
    }
    let row = change::ActiveModel {
        id: Set(writing.clock.id()),
        draft_id: Set(draft),
        question_id: Set(question),
        person_id: Set(by),
        value: Set(value),
        typed: Set(writing.typed),
        begun_at: Set(now),
        saved_at: Set(now),
    };
    change::Entity::insert(row).exec_without_returning(txn).await?;
    Ok(())
}

/// Goes on with a text that somebody is typing.
async fn go_on(
    txn: &impl ConnectionTrait,
    id: Uuid,
    writing: &Writing<'_>,
    value: Option<String>,
) -> Result<(), Failure> {
    change::Entity::update_many()
        .col_expr(change::Column::Value, Expr::value(value))
        .col_expr(change::Column::Typed, Expr::value(writing.typed))
        .col_expr(change::Column::SavedAt, Expr::value(writing.clock.now()))
        .filter(change::Column::Id.eq(id))
        .exec(txn)
        .await?;
    Ok(())
}

/// Ends what was signed off, because somebody has changed it.
pub(in crate::responses) async fn end_sign_off(
    txn: &impl ConnectionTrait,
    draft: Uuid,
    by: Uuid,
    now: DateTime<Utc>,
) -> Result<(), Failure> {
    signed::Entity::update_many()
        .col_expr(signed::Column::EndedAt, Expr::value(now))
        .col_expr(signed::Column::EndedBy, Expr::value(by))
        .filter(signed::Column::DraftId.eq(draft))
        .filter(signed::Column::EndedAt.is_null())
        .exec(txn)
        .await?;
    Ok(())
}

/// Everything that was ever written in answer to a question, the latest first.
pub async fn of_question(services: &Services, draft: &Draft, question: Uuid) -> Result<Vec<Change>, Failure> {
    let read = services.db.read();
    let all = of(draft.id, Some(question)).all(read).await?;
    let names = names(read, all.iter().map(|row| row.person_id).collect()).await?;
    let one = |row: change::Model| {
        Ok(Change {
            id: row.id,
            by: names.get(&row.person_id).cloned().unwrap_or_default(),
            at: row.saved_at,
            answer: row.value.as_deref().map(parsed).transpose()?,
        })
    };
    all.into_iter().map(one).collect()
}

/// Who changed each answer last, by its question; and under nothing, who answers.
pub async fn last(services: &Services, draft: &Draft) -> Result<HashMap<Option<Uuid>, Last>, Failure> {
    let read = services.db.read();
    let all = change::Entity::find()
        .filter(change::Column::DraftId.eq(draft.id))
        .order_by_asc(change::Column::SavedAt)
        .order_by_asc(change::Column::Id)
        .all(read)
        .await?;
    let names = names(read, all.iter().map(|row| row.person_id).collect()).await?;
    let one = |row: change::Model| {
        let by = names.get(&row.person_id).cloned().unwrap_or_default();
        (row.question_id, Last { by, at: row.saved_at })
    };
    Ok(all.into_iter().map(one).collect())
}

/// Who changed anything of a draft last.
pub(super) async fn wrote_last(read: &impl ConnectionTrait, draft: Uuid) -> Result<Option<Uuid>, Failure> {
    let last = change::Entity::find()
        .filter(change::Column::DraftId.eq(draft))
        .order_by_desc(change::Column::SavedAt)
        .order_by_desc(change::Column::Id);
    Ok(last.one(read).await?.map(|row| row.person_id))
}

/// Makes an earlier text the answer again, as a change of whoever does it: what stood there last stays in the history too.
pub async fn restore(
    services: &Services,
    draft: &Draft,
    question: Uuid,
    change: Uuid,
) -> Result<Saved, Failure> {
    let all = of_question(services, draft, question).await?;
    let found = all.into_iter().find(|one| one.id == change && one.restorable());
    let answer = found.and_then(|one| one.answer).ok_or(Failure::NotFound("text"))?;
    save_answer(services, draft, question, Some(&answer)).await
}
