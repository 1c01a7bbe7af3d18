//! Reminding those who have not answered: at most once in three days, and never after closing.

use chrono::{DateTime, TimeDelta, Utc};
use domain::audit::Act;
use domain::mail::{LetterKind, LetterState, Stream};
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{
    ColumnTrait, Condition, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect,
    Select,
};

use super::add::{check_open, write};
use crate::audit::{Entry, Recorder};
use crate::calls::{Call, held};
use crate::store::entities::{call_invitee, letter, letter_stop};
use crate::{Failure, Services};

/// How many days lie between two letters to one person.
pub const REMINDER_DAYS: i64 = 3;

/// How many reminders one transaction posts.
const BATCH: u64 = 200;

/// Those of a call who can be reminded now: they have not answered, had no letter for a while, want
/// such letters, and the last one reached them.
fn remindable(call: &Call, now: DateTime<Utc>) -> Select<call_invitee::Entity> {
    use LetterState as S;
    use call_invitee::Column as C;
    let mut stopped = Query::select();
    stopped
        .column(letter_stop::Column::AddressHash)
        .from(letter_stop::Entity)
        .and_where(letter_stop::Column::Stream.eq(Stream::Invitations.as_str()));
    // Where the last letter did not arrive, and where it has not left yet.
    let held = [S::Waiting, S::Sending, S::Handing, S::Bounced, S::Failed].map(LetterState::as_str);
    let kinds = [LetterKind::CallInvitation, LetterKind::CallReminder].map(LetterKind::as_str);
    let mut lost = Query::select();
    lost.column(letter::Column::Key)
        .from(letter::Entity)
        .and_where(letter::Column::Kind.is_in(kinds))
        .and_where(letter::Column::State.is_in(held));
    call_invitee::Entity::find()
        .filter(C::CallId.eq(call.id))
        .filter(C::Answered.eq(false))
        .filter(C::WrittenAt.lte(now - TimeDelta::days(REMINDER_DAYS)))
        .filter(
            Condition::all()
                .add(C::AddressHash.not_in_subquery(stopped))
                .add(C::LetterKey.not_in_subquery(lost)),
        )
}

/// How many can be reminded now.
pub async fn due(services: &Services, call: &Call) -> Result<u64, Failure> {
    if check_open(call, &services.clock).is_err() {
        return Ok(0);
    }
    Ok(remindable(call, services.clock.now()).count(services.db.read()).await?)
}

/// Posts a reminder to everyone who can be reminded now, in batches, and gives how many they are. Whoever had one in a batch
/// that is done is not written to again, wherever it is ended.
pub async fn remind(services: &Services, call: &Call) -> Result<u64, Failure> {
    let mut reminded = 0;
    loop {
        let (call, recorder) = (call.clone(), services.recorder());
        let done =
            services.db.write(move |txn| Box::pin(async move { batch(txn, &recorder, &call).await })).await?;
        reminded += done;
        if done < BATCH {
            return Ok(reminded);
        }
    }
}

async fn batch(txn: &DatabaseTransaction, recorder: &Recorder, call: &Call) -> Result<u64, Failure> {
    use call_invitee::Column as C;
    let (call, now) = (held(txn, call.id).await?, recorder.clock.now());
    check_open(&call, &recorder.clock)?;
    let rows = remindable(&call, now).limit(BATCH).all(txn).await?;
    for mut row in rows.clone() {
        row.letter_key = format!("invitee:{}:{}", row.id, now.timestamp_micros());
        write(txn, &recorder.clock, &call, &row, LetterKind::CallReminder).await?;
        call_invitee::Entity::update_many()
            .col_expr(C::WrittenAt, Expr::value(now))
            .col_expr(C::LetterKey, Expr::value(row.letter_key))
            .filter(C::Id.eq(row.id))
            .exec(txn)
            .await?;
    }
    if !rows.is_empty() {
        let entry = Entry::of_call(Act::InviteesReminded, &call).with("count", rows.len());
        recorder.record(txn, entry).await?;
    }
    Ok(rows.len() as u64)
}
