//! The exact words that findings rest on.

use domain::audit::Act;
use domain::forms::Problem;
use domain::outcomes::Seen;
use domain::people::Actor;
use domain::text::{self, Span};
use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
};
use uuid::Uuid;

use super::{Finding, check_rests, entry, lock};
use crate::calls::approvals;
use crate::outcomes::{Excerpt, Viewer, traced};
use crate::store::entities::{answer, coding, finding_excerpt, response};
use crate::{Failure, Services};

/// The words a finding rests on, in the order in which they were picked, as this reader may see them.
pub async fn excerpts(
    services: &Services,
    finding: &Finding,
    viewer: &Actor,
) -> Result<Vec<Seen<Excerpt>>, Failure> {
    let traced = traced(services.db.read(), Viewer::Actor(viewer), [finding.id]).await?;
    let found = traced.findings.into_iter().find_map(|(_, found)| found);
    Ok(found.ok_or(Failure::NotFound("finding"))?.excerpts)
}

/// The answers of responses that were withdrawn.
pub(super) fn gone() -> SelectStatement {
    let (mut responses, mut gone) = (Query::select(), Query::select());
    responses
        .column(response::Column::Id)
        .from(response::Entity)
        .and_where(response::Column::WithdrawnAt.is_not_null());
    gone.column(answer::Column::Id)
        .from(answer::Entity)
        .and_where(answer::Column::ResponseId.in_subquery(responses));
    gone
}

/// The keys of picked words whose response was withdrawn: they can be taken out, and are shown to nobody.
pub async fn withdrawn(services: &Services, finding: &Finding) -> Result<Vec<Uuid>, Failure> {
    let picked = finding_excerpt::Entity::find()
        .filter(finding_excerpt::Column::FindingId.eq(finding.id))
        .filter(finding_excerpt::Column::AnswerId.in_subquery(gone()))
        .order_by_asc(finding_excerpt::Column::Position);
    Ok(picked.all(services.db.read()).await?.into_iter().map(|row| row.id).collect())
}

/// Words of an answer, and the coding they are picked from where there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pick {
    pub answer: Uuid,
    pub span: Span,
    pub coding: Option<Uuid>,
}

/// Picks the exact words of an answer for a finding, remembering the coding they were picked from where there was
/// one. The same words picked twice are picked once. Gives the key by which they can be taken out again.
pub async fn pick(
    services: &Services,
    finding: &Finding,
    answer: Uuid,
    span: Span,
    coding: Option<Uuid>,
) -> Result<Uuid, Failure> {
    let picked = pick_all(services, finding, vec![Pick { answer, span, coding }]).await?;
    picked.first().copied().ok_or(Failure::NotFound("excerpt"))
}

/// Picks all of these words, or none where some of them are not there.
pub async fn pick_all(
    services: &Services,
    finding: &Finding,
    words: Vec<Pick>,
) -> Result<Vec<Uuid>, Failure> {
    let (recorder, finding, call) = (services.recorder(), finding.id, finding.call);
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let on = lock(txn, finding).await?;
                approvals::not_alone(txn, on.call_id, on.published_at.is_some(), "finding").await?;
                let mut held = finding_excerpt::Entity::find()
                    .filter(finding_excerpt::Column::FindingId.eq(finding))
                    .order_by_asc(finding_excerpt::Column::Position)
                    .all(txn)
                    .await?;
                let (mut picked, mut fresh) = (Vec::new(), false);
                for Pick { answer, span, coding } in words {
                    check_words(txn, call, answer, span).await?;
                    check_coding(txn, answer, coding).await?;
                    let (start, end) = (span.start as i32, span.end as i32);
                    let same = |row: &&finding_excerpt::Model| {
                        (row.answer_id, row.start_at, row.end_at) == (answer, start, end)
                    };
                    if let Some(same) = held.iter().find(same) {
                        picked.push(same.id);
                        continue;
                    }
                    let row = finding_excerpt::ActiveModel {
                        id: Set(recorder.clock.id()),
                        finding_id: Set(finding),
                        answer_id: Set(answer),
                        start_at: Set(start),
                        end_at: Set(end),
                        coding_id: Set(coding),
                        position: Set(held.last().map_or(0, |row| row.position + 1)),
                    };
                    let row = row.insert(txn).await?;
                    picked.push(row.id);
                    held.push(row);
                    fresh = true;
                }
                if fresh {
                    recorder.record(txn, entry(Act::WordsPicked, &on)).await?;
                }
                Ok(picked)
            })
        })
        .await
}

/// The words must be there, in an answer to the finding's own call.
async fn check_words(
    txn: &impl ConnectionTrait,
    call: Uuid,
    answer: Uuid,
    span: Span,
) -> Result<(), Failure> {
    let counts = answer::Entity::find_by_id(answer).filter(answer::Column::ReplacedIn.is_null());
    let row = counts.one(txn).await?.ok_or(Failure::NotFound("answer"))?;
    let response = response::Entity::find_by_id(row.response_id).one(txn).await?;
    if response.is_none_or(|response| response.call_id != call || response.withdrawn_at.is_some()) {
        return Err(Failure::NotFound("answer"));
    }
    check_span(&row, span)
}

/// Whether a span lies inside an answer's text.
pub(crate) fn check_span(answer: &answer::Model, span: Span) -> Result<(), Failure> {
    if span.fits(text::length(&answer.text)) {
        Ok(())
    } else {
        Err(Problem::new("excerpt", "error-excerpt-span").into())
    }
}

async fn check_coding(txn: &impl ConnectionTrait, answer: Uuid, coding: Option<Uuid>) -> Result<(), Failure> {
    let Some(coding) = coding else { return Ok(()) };
    let row = coding::Entity::find_by_id(coding).one(txn).await?;
    row.filter(|row| row.answer_id == answer).map(|_| ()).ok_or(Failure::NotFound("coding"))
}

/// Takes picked words out again. The last words under a published finding stay: it must rest on something.
pub async fn unpick(services: &Services, finding: &Finding, picked: Uuid) -> Result<(), Failure> {
    let (finding, recorder) = (finding.id, services.recorder());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let row = lock(txn, finding).await?;
                let mine = finding_excerpt::Entity::delete_many()
                    .filter(finding_excerpt::Column::FindingId.eq(finding))
                    .filter(finding_excerpt::Column::Id.eq(picked));
                if mine.exec(txn).await?.rows_affected == 0 {
                    return Err(Failure::NotFound("excerpt"));
                }
                if row.published_at.is_some() {
                    check_rests(txn, finding).await?;
                }
                recorder.record(txn, entry(Act::WordsUnpicked, &row)).await?;
                Ok(())
            })
        })
        .await
}
