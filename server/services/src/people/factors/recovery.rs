//! Recovery codes: ten to write down, each good once instead of a code of the app.

use chrono::{DateTime, Utc};
use domain::audit::Act;
use domain::people::RecoveryCode;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::any;
use crate::audit::Entry;
use crate::store::StoreResult;
use crate::store::entities::recovery_code;
use crate::{Clock, Failure, Services, secrets};

/// How many there are in a set.
pub const CODES: usize = 10;

/// The hash by which a code is kept. With the person in it, one guess tries one person's codes and not everyone's.
fn hash(person: Uuid, code: &RecoveryCode) -> String {
    secrets::hash(&format!("{person} {}", code.as_str()))
}

/// Makes a new set in place of the one before.
pub(in crate::people) async fn make_anew(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    person: Uuid,
) -> StoreResult<Vec<RecoveryCode>> {
    let mine = recovery_code::Column::PersonId.eq(person);
    recovery_code::Entity::delete_many().filter(mine).exec(txn).await?;
    let codes: Vec<_> = (0..CODES).map(|_| RecoveryCode::from_bytes(clock.bytes())).collect();
    for code in &codes {
        let row = recovery_code::ActiveModel {
            id: Set(clock.id()),
            person_id: Set(person),
            code_hash: Set(hash(person, code)),
            made_at: Set(clock.now()),
            used_at: Set(None),
        };
        row.insert(txn).await?;
    }
    Ok(codes)
}

/// A new set, on its way into the audit.
pub(in crate::people) fn made(person: Uuid) -> Entry {
    Entry::of_person(Act::RecoveryCodesMade, person).with("count", CODES as u64)
}

/// Gives a person who has an app a new set of codes. Those of the set before open nothing.
pub async fn renew(services: &Services, person: Uuid) -> Result<Vec<RecoveryCode>, Failure> {
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                if !any(txn, person).await? {
                    return Err(Failure::NotFound("second step"));
                }
                let codes = make_anew(txn, &recorder.clock, person).await?;
                recorder.record(txn, made(person)).await?;
                Ok(codes)
            })
        })
        .await
}

/// Whether these are codes of this person that can still be used.
pub async fn are_of(services: &Services, person: Uuid, codes: &[RecoveryCode]) -> Result<bool, Failure> {
    let rows = recovery_code::Entity::find()
        .filter(recovery_code::Column::PersonId.eq(person))
        .filter(recovery_code::Column::UsedAt.is_null())
        .all(services.db.read())
        .await?;
    let held = |code: &RecoveryCode| rows.iter().any(|row| row.code_hash == hash(person, code));
    Ok(!codes.is_empty() && codes.iter().all(held))
}

/// Uses up a code of a person.
pub(super) async fn use_up(
    txn: &impl ConnectionTrait,
    person: Uuid,
    code: &RecoveryCode,
    now: DateTime<Utc>,
) -> StoreResult<bool> {
    let used = recovery_code::Entity::update_many()
        .col_expr(recovery_code::Column::UsedAt, Expr::value(now))
        .filter(recovery_code::Column::PersonId.eq(person))
        .filter(recovery_code::Column::CodeHash.eq(hash(person, code)))
        .filter(recovery_code::Column::UsedAt.is_null())
        .exec(txn)
        .await?;
    Ok(used.rows_affected > 0)
}
