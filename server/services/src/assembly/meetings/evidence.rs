//! The evidence pack of an agenda item: findings, and words of responses, in order.

use chrono::{DateTime, Utc};
use domain::assembly::moved;
use domain::audit::{Act, Subject};
use domain::text::Span;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
};
use uuid::Uuid;

use super::agenda::item_of;
use super::{Meeting, within};
use crate::audit::Recorder;
use crate::calls::Call;
use crate::outcomes::findings::check_span;
use crate::store::entities::{answer, call, evidence, finding, response};
use crate::store::rows;
use crate::{Failure, Services};

/// One piece of evidence on its way into a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A finding, with the words it rests on.
    Finding(Uuid),
    /// Words of an answer.
    Words { answer: Uuid, span: Span },
}

impl Piece {
    const fn finding(self) -> Option<Uuid> {
        match self {
            Self::Finding(finding) => Some(finding),
            Self::Words { .. } => None,
        }
    }

    const fn words(self) -> Option<(Uuid, Span)> {
        match self {
            Self::Finding(_) => None,
            Self::Words { answer, span } => Some((answer, span)),
        }
    }

    /// It as its columns: finding, answer, start, end.
    fn columns(self) -> (Option<Uuid>, Option<Uuid>, Option<i32>, Option<i32>) {
        let words = self.words();
        let (start, end) = (words.map(|(_, span)| span.start as i32), words.map(|(_, span)| span.end as i32));
        (self.finding(), words.map(|(answer, _)| answer), start, end)
    }

    fn is(self, row: &evidence::Model) -> bool {
        self.columns() == (row.finding_id, row.answer_id, row.start_at, row.end_at)
    }
}

/// Puts a piece of evidence at the end of a pack and gives its key there. One that is in it already is put in once.
pub async fn add(services: &Services, meeting: &Meeting, item: Uuid, piece: Piece) -> Result<Uuid, Failure> {
    let (recorder, meeting) = (services.recorder(), meeting.id);
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                item_of(txn, meeting, item).await?;
                check(txn, piece, recorder.clock.now()).await?;
                let pack = of_item(txn, item).await?;
                if let Some(same) = pack.iter().find(|row| piece.is(row)) {
                    return Ok(same.id);
                }
                let (finding, answer, start, end) = piece.columns();
                let row = evidence::ActiveModel {
                    id: Set(recorder.clock.id()),
                    agenda_item_id: Set(item),
                    position: Set(pack.last().map_or(0, |row| row.position + 1)),
                    finding_id: Set(finding),
                    answer_id: Set(answer),
                    start_at: Set(start),
                    end_at: Set(end),
                };
                let row = row.insert(txn).await?;
                note(txn, &recorder, Act::EvidenceAdded, meeting, &row).await?;
                Ok(row.id)
            })
        })
        .await
}

/// Which agenda item it is for is told; whose words they are is not.
async fn note(
    txn: &impl ConnectionTrait,
    recorder: &Recorder,
    act: Act,
    meeting: Uuid,
    row: &evidence::Model,
) -> Result<(), Failure> {
    let item = item_of(txn, meeting, row.agenda_item_id).await?;
    let entry = within(txn, meeting, act, Subject::Evidence, row.id).await?;
    recorder.record(txn, entry.with("title", item.title)).await?;
    Ok(())
}

/// The piece must be there: the finding, or the words in the answer. Words of a call by invitation would tell of it.
async fn check(txn: &impl ConnectionTrait, piece: Piece, now: DateTime<Utc>) -> Result<(), Failure> {
    match piece {
        Piece::Finding(finding) => {
            let row = finding::Entity::find_by_id(finding).one(txn).await?;
            row.map(|_| ()).ok_or(Failure::NotFound("finding"))
        }
        Piece::Words { answer, span } => {
            let counts = answer::Entity::find_by_id(answer).filter(answer::Column::ReplacedIn.is_null());
            let row = counts.one(txn).await?.ok_or(Failure::NotFound("answer"))?;
            check_response(txn, row.response_id, now).await?;
            check_span(&row, span)
        }
    }
}

/// Whether a response was not withdrawn, and everyone may know of the call that it is to.
async fn check_response(
    txn: &impl ConnectionTrait,
    response: Uuid,
    now: DateTime<Utc>,
) -> Result<(), Failure> {
    let row = response::Entity::find_by_id(response).one(txn).await?;
    let row = row.filter(|row| row.withdrawn_at.is_none()).ok_or(Failure::NotFound("answer"))?;
    let row = call::Entity::find_by_id(row.call_id).one(txn).await?.ok_or(Failure::NotFound("call"))?;
    let call = Call::try_from(row)?;
    if call.private && call.is_hidden(now) {
        return Err(Failure::Refused("error-call-private-outcome"));
    }
    Ok(())
}

async fn of_item(txn: &impl ConnectionTrait, item: Uuid) -> Result<Vec<evidence::Model>, Failure> {
    let rows = evidence::Entity::find()
        .filter(evidence::Column::AgendaItemId.eq(item))
        .order_by_asc(evidence::Column::Position);
    Ok(rows.all(txn).await?)
}

async fn piece_of(
    txn: &impl ConnectionTrait,
    meeting: Uuid,
    piece: Uuid,
) -> Result<evidence::Model, Failure> {
    let row = evidence::Entity::find_by_id(piece).one(txn).await?.ok_or(Failure::NotFound("evidence"))?;
    item_of(txn, meeting, row.agenda_item_id).await?;
    Ok(row)
}

/// Moves a piece one place earlier (`by` below 0) or later in its pack.
pub async fn move_by(services: &Services, meeting: &Meeting, piece: Uuid, by: i32) -> Result<(), Failure> {
    use evidence::Column::{Id, Position};
    let (meeting, recorder) = (meeting.id, services.recorder());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let row = piece_of(txn, meeting, piece).await?;
                let order: Vec<Uuid> =
                    of_item(txn, row.agenda_item_id).await?.iter().map(|row| row.id).collect();
                rows::place::<evidence::Entity>(txn, Id, Position, &moved(&order, piece, by)).await?;
                note(txn, &recorder, Act::EvidenceMoved, meeting, &row).await
            })
        })
        .await
}

/// Takes a piece out of its pack.
pub async fn remove(services: &Services, meeting: &Meeting, piece: Uuid) -> Result<(), Failure> {
    let (meeting, recorder) = (meeting.id, services.recorder());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let row = piece_of(txn, meeting, piece).await?;
                evidence::Entity::delete_by_id(row.id).exec(txn).await?;
                note(txn, &recorder, Act::EvidenceRemoved, meeting, &row).await
            })
        })
        .await
}
