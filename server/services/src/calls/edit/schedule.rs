//! When a call opens and closes.

use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use domain::audit::Act;
use domain::calls::{AskedAct, Hours, Reasons, Schedule, cautions, zoned};
use domain::forms::Problem;
use domain::mail::NewsKind;
use sea_orm::ActiveValue::Set;
use sea_orm::DatabaseTransaction;
use uuid::Uuid;

use super::super::Call;
use super::super::approvals::{self, Done};
use super::super::closings;
use crate::audit::Recorder;
use crate::follow::{self, News};
use crate::{Failure, Services};

/// Sets when a call opens and closes, or asks for it where that takes two people. Typed times are meant in the call's
/// zone. Once people know of the call, the past stays as it was: an opening that has passed keeps its time, and a new
/// closing time lies ahead.
pub async fn schedule(services: &Services, call: &Call, schedule: Schedule) -> Result<Done, Failure> {
    approvals::put(services, call.id, rescheduling(call, schedule)?, String::new()).await
}

/// The act that gives a call the times that were typed.
pub fn rescheduling(call: &Call, typed: Schedule) -> Result<AskedAct, Failure> {
    let opens =
        zoned(typed.opens, call.zone).ok_or_else(|| Problem::new("opens-date", "error-call-opens-date"))?;
    let closes = zoned(typed.closes, call.zone)
        .ok_or_else(|| Problem::new("closes-date", "error-call-closes-date"))?;
    let after = Hours {
        opens: kept(call.times.opens, opens),
        closes: kept(call.times.closes, closes),
        grace_minutes: typed.grace_minutes,
    };
    let reasons = typed.reasons;
    let day = |at: DateTime<Utc>| at.with_timezone(&call.zone).date_naive();
    if reasons.run.is_empty() && !cautions(day(after.opens), day(after.closes)).is_empty() {
        return Err(Problem::new("run-reason", "error-call-run-reason").into());
    }
    if reasons.moved.is_empty() && call.times.moves_closing(after.closes) {
        return Err(Problem::new("reason", "error-call-closing-reason").into());
    }
    Ok(AskedAct::ChangeTimes { before: call.times, after, reasons })
}

/// Sets the times of a call in a transaction. Whether that takes two people was decided before.
pub(in crate::calls) async fn schedule_in(
    txn: &DatabaseTransaction,
    recorder: &Recorder,
    id: Uuid,
    Hours { opens, closes, grace_minutes }: Hours,
    reasons: Reasons,
) -> Result<(), Failure> {
    let now = recorder.clock.now();
    let row = super::hold(txn, id).await?;
    let mut told = None;
    let call = super::save(txn, row, |held, row| {
        check(held, opens, closes, now)?;
        told = held.times.closes.filter(|_| held.times.moves_closing(closes));
        row.opens_at = Set(Some(opens));
        row.closes_at = Set(Some(closes));
        row.grace_minutes = Set(grace_minutes as i32);
        row.run_reason = Set(reasons.run);
        Ok(())
    })
    .await?;
    if let Some(before) = told {
        closings::note(txn, recorder, &call, before, &reasons.moved).await?;
        let news = News::of_call(NewsKind::ClosingChanged, id, now);
        follow::tell(txn, &recorder.clock, news).await?;
    }
    recorder.record(txn, super::entry(Act::CallScheduled, &call)).await?;
    Ok(())
}

/// A form shows minutes, and a call that was opened or closed by hand has seconds: the same minute is the same time.
fn kept(held: Option<DateTime<Utc>>, typed: DateTime<Utc>) -> DateTime<Utc> {
    held.filter(|held| held.duration_trunc(TimeDelta::minutes(1)).is_ok_and(|minute| minute == typed))
        .unwrap_or(typed)
}

fn check(
    call: &Call,
    opens: DateTime<Utc>,
    closes: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<(), Failure> {
    let held = &call.times;
    let day = |at: DateTime<Utc>| at.with_timezone(&call.zone).date_naive();
    if held.announced.is_none() {
        return Ok(());
    }
    if held.outcome.is_some() {
        return Err(Failure::Refused("error-call-outcome-out"));
    }
    if let Some(old) = held.opens.filter(|old| *old <= now && *old != opens) {
        let field = if day(old) == day(opens) { "opens-time" } else { "opens-date" };
        return Err(Problem::new(field, "error-call-already-open").into());
    }
    if held.closes != Some(closes) && closes <= now {
        let field = if day(closes) == day(now) { "closes-time" } else { "closes-date" };
        return Err(Problem::new(field, "error-call-closes-past").into());
    }
    Ok(())
}
