//! Taking the second step, with whatever code was typed. Wrong codes slow the next tries down as wrong passwords do.

use domain::audit::Act;
use domain::forms::Problem;
use domain::people::{Factor, GivenCode};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{app, recovery};
use crate::audit::{Entry, Recorder};
use crate::people::sessions::{self, Session};
use crate::people::{pace, sign_in};
use crate::store::StoreResult;
use crate::store::entities::session;
use crate::{Failure, Services, secrets};

/// Takes the second step in the session that waits for it, and gives the session's new secret.
pub async fn take(
    services: &Services,
    person: Uuid,
    waiting: &Session,
    code: GivenCode,
) -> Result<String, Failure> {
    let (secret, here) = (services.clock.secret(), waiting.id);
    let hash = secrets::hash(&secret);
    let recorder = services.recorder().for_person(person);
    let (factor, act) = match code {
        GivenCode::App(_) => (Factor::App, Act::SignedInWithCode),
        GivenCode::Recovery(_) => (Factor::RecoveryCode, Act::RecoveryCodeUsed),
    };
    count(services, person, &code).await?;
    let given = code.clone();
    let done = services
        .db
        .write_again(move |txn| {
            Box::pin(async move {
                if !use_up(txn, &recorder, person, &given).await? {
                    return Ok(false);
                }
                taken(txn, here, factor, hash).await?;
                recorder.record(txn, Entry::of_person(act, person)).await?;
                Ok::<_, Failure>(true)
            })
        })
        .await?;
    if done { Ok(secret) } else { Err(wrong(services, person, &code).await?) }
}

/// Notes that the second step was taken in a session, which has this secret from now on. It lasts as long as if it had
/// been whole from the beginning.
pub(in crate::people) async fn taken(
    txn: &impl ConnectionTrait,
    here: Uuid,
    factor: Factor,
    hash: String,
) -> Result<(), Failure> {
    let row = session::Entity::find_by_id(here).one(txn).await?.ok_or(Failure::NotFound("session"))?;
    session::Entity::update_many()
        .col_expr(session::Column::TokenHash, Expr::value(hash))
        .col_expr(session::Column::Waits, Expr::value(false))
        .col_expr(session::Column::SecondFactor, Expr::value(factor.as_str()))
        .col_expr(session::Column::ExpiresAt, Expr::value(sessions::end_of_whole(row.created_at)))
        .filter(session::Column::Id.eq(here))
        .exec(txn)
        .await?;
    Ok(())
}

/// Uses up a code of a person, and forgets their failures. Gives whether it was good.
pub(super) async fn use_up(
    txn: &impl ConnectionTrait,
    recorder: &Recorder,
    person: Uuid,
    code: &GivenCode,
) -> StoreResult<bool> {
    let now = recorder.clock.now();
    let good = match code {
        GivenCode::App(digits) => app::use_up(txn, person, digits, now).await?,
        GivenCode::Recovery(code) => recovery::use_up(txn, person, code, now).await?,
    };
    if good {
        pace::forget(txn, &subject(person)).await?;
    }
    Ok(good)
}

/// Counts a code before it is looked at. Fails where so many wrong ones were typed of late that this person must wait.
pub(super) async fn count(services: &Services, person: Uuid, code: &GivenCode) -> Result<(), Failure> {
    pace::count(services, &subject(person), code.field(), "error-code-slow").await
}

/// Puts a wrong code on record, and gives what is said of it.
pub(super) async fn wrong(services: &Services, person: Uuid, code: &GivenCode) -> Result<Failure, Failure> {
    sign_in::record(services, Entry::of_person(Act::CodeFailed, person)).await?;
    let key = match code {
        GivenCode::App(_) => "error-code-wrong",
        GivenCode::Recovery(_) => "error-recovery-code-wrong",
    };
    Ok(Problem::new(code.field(), key).into())
}

/// Under which the wrong codes of a person are counted, apart from their wrong passwords.
fn subject(person: Uuid) -> String {
    secrets::hash(&format!("second step of {person}"))
}
