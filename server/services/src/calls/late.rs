//! Leave to answer a call after it has closed: given by the team to somebody, by a link, until an instant. What is sent by it
//! is marked late.

use chrono::{DateTime, Utc};
use domain::audit::Act;
use domain::calls::{CallState, LateDetails, zoned};
use domain::forms::Problem;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{Call, by_id, edit};
use crate::store::entities::{draft, late_leave};
use crate::{Failure, Services};

/// A leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LateLeave {
    pub id: Uuid,
    pub call: Uuid,
    /// What its link ends with.
    pub token: String,
    /// Who has it, in the words of the team.
    pub name: String,
    pub reason: String,
    pub until: DateTime<Utc>,
    pub given_at: DateTime<Utc>,
    /// Whether the team has taken it back.
    pub ended: bool,
}

impl LateLeave {
    /// Whether it still lets somebody answer: not once it is over, nor when the outcome of the call is published.
    pub fn counts(&self, call: &Call, now: DateTime<Utc>) -> bool {
        !self.ended && now < self.until && call.state(now) < CallState::Outcome
    }
}

impl From<late_leave::Model> for LateLeave {
    fn from(row: late_leave::Model) -> Self {
        Self {
            id: row.id,
            call: row.call_id,
            token: row.token,
            name: row.name,
            reason: row.reason,
            until: row.until,
            given_at: row.given_at,
            ended: row.ended_at.is_some(),
        }
    }
}

/// A leave, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LateUse {
    pub leave: LateLeave,
    pub begun: bool,
    pub sent: bool,
}

/// Every leave of a call, the last first.
pub async fn list(services: &Services, call: &Call) -> Result<Vec<LateUse>, Failure> {
    let read = services.db.read();
    let rows = late_leave::Entity::find()
        .filter(late_leave::Column::CallId.eq(call.id))
        .order_by_desc(late_leave::Column::GivenAt)
        .order_by_desc(late_leave::Column::Id)
        .all(read)
        .await?;
    let ids = rows.iter().map(|row| row.id);
    let drafts = draft::Entity::find().filter(draft::Column::LateId.is_in(ids)).all(read).await?;
    let used = |row: late_leave::Model| {
        let mut mine = drafts.iter().filter(|draft| draft.late_id == Some(row.id));
        let (begun, sent) = (mine.clone().count() > 0, mine.any(|draft| draft.submitted_at.is_some()));
        LateUse { leave: row.into(), begun, sent }
    };
    Ok(rows.into_iter().map(used).collect())
}

/// Gives somebody leave to answer late. A call that has not closed needs none.
pub async fn give(services: &Services, call: &Call, details: LateDetails) -> Result<(), Failure> {
    let until =
        zoned(details.until, call.zone).ok_or_else(|| Problem::new("until-date", "error-late-date"))?;
    let (call, recorder) = (call.id, services.recorder());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let (clock, now) = (&recorder.clock, recorder.clock.now());
                let call: Call = edit::hold(txn, call).await?.try_into()?;
                if !matches!(call.state(now), CallState::Closed | CallState::Analysing) {
                    return Err(Failure::Refused("error-late-not-closed"));
                }
                if until <= now {
                    return Err(Problem::new("until-date", "error-late-past").into());
                }
                let row = late_leave::ActiveModel {
                    id: Set(clock.id()),
                    call_id: Set(call.id),
                    token: Set(clock.secret()),
                    name: Set(details.name),
                    reason: Set(details.reason),
                    until: Set(until),
                    given_at: Set(now),
                    ended_at: Set(None),
                };
                late_leave::Entity::insert(row).exec_without_returning(txn).await?;
                recorder.record(txn, edit::entry(Act::LateLeaveGiven, &call)).await?;
                Ok(())
            })
        })
        .await
}

/// Takes a leave back. What was begun by it can no longer be sent; what was sent stays.
pub async fn end(services: &Services, call: &Call, id: Uuid) -> Result<(), Failure> {
    let (call, recorder) = (call.id, services.recorder());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let call: Call = edit::hold(txn, call).await?.try_into()?;
                let ended = late_leave::Entity::update_many()
                    .col_expr(late_leave::Column::EndedAt, recorder.clock.now().into())
                    .filter(late_leave::Column::Id.eq(id))
                    .filter(late_leave::Column::CallId.eq(call.id))
                    .filter(late_leave::Column::EndedAt.is_null());
                if ended.exec(txn).await?.rows_affected == 0 {
                    return Err(Failure::NotFound("leave to answer late"));
                }
                recorder.record(txn, edit::entry(Act::LateLeaveEnded, &call)).await?;
                Ok(())
            })
        })
        .await
}

/// The leave with this link and its call. One that counts no longer is refused.
pub async fn by_token(services: &Services, token: &str) -> Result<(LateLeave, Call), Failure> {
    let row = late_leave::Entity::find().filter(late_leave::Column::Token.eq(token));
    let row = row.one(services.db.read()).await?.ok_or(Failure::NotFound("leave to answer late"))?;
    let leave = LateLeave::from(row);
    let call = by_id(services, leave.call).await?;
    let counts = leave.counts(&call, services.clock.now());
    if counts { Ok((leave, call)) } else { Err(Failure::Refused("error-late-over")) }
}

/// The leave by which a draft is written.
pub(crate) async fn of_draft(read: &impl ConnectionTrait, id: Uuid) -> Result<Option<LateLeave>, Failure> {
    Ok(late_leave::Entity::find_by_id(id).one(read).await?.map(LateLeave::from))
}
