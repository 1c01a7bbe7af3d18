//! The app that shows codes (TOTP, RFC 6238: six digits, SHA-1, 30 seconds, as every app does it).

use chrono::{DateTime, TimeDelta, Utc};
use domain::audit::Act;
use domain::forms::Problem;
use domain::people::{Factor, GivenCode, RecoveryCode};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use totp_rs::{Builder, Secret, Totp};
use uuid::Uuid;

use super::{app as has_app, begin_with_two, forget_app, hold, proved, settle, step};
use crate::audit::Entry;
use crate::drawing::{self, Drawing};
use crate::people::Person;
use crate::store::entities::authenticator;
use crate::store::{StoreError, StoreResult};
use crate::{Failure, Services, secrets};

/// How long someone may take from seeing the secret to typing the first code: time to find the telephone and the app.
const SET_UP_MINUTES: i64 = 60;

/// How long a code is shown, in seconds.
const STEP: u64 = 30;

/// By how many steps a telephone's clock may be wrong, either way (RFC 6238 §5.2).
const DRIFT: i64 = 1;

/// What the app calls the account's issuer.
const ISSUER: &str = "Folkmoot";

/// What is shown to someone who sets the app up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetUp {
    /// The secret as it is typed into an app.
    pub secret: String,
    /// The address (`otpauth:`) that opens an app on the same device.
    pub address: String,
    /// The same address for a camera.
    pub drawing: Drawing,
}

/// Begins to set up the app of a person, or goes on: the secret is the same until it is proved or an hour has passed.
pub async fn begin(services: &Services, person: &Person) -> Result<SetUp, Failure> {
    let (id, now) = (services.clock.id(), services.clock.now());
    let secret = Secret::new_stack(services.clock.bytes()).to_base32();
    let row = authenticator::ActiveModel {
        id: Set(id),
        person_id: Set(person.id),
        secret: Set(secret),
        begun_at: Set(now),
        proved_at: Set(None),
        last_step: Set(0),
    };
    let person_id = person.id;
    let secret = services
        .db
        .write_again(move |txn| {
            Box::pin(async move {
                let mine = authenticator::Column::PersonId.eq(person_id);
                match authenticator::Entity::find().filter(mine.clone()).one(txn).await? {
                    Some(held) if held.proved_at.is_some() => {
                        return Err(Failure::Refused("error-app-there"));
                    }
                    Some(held) if lasts(&held, now) => return Ok(held.secret),
                    Some(_) | None => {}
                }
                authenticator::Entity::delete_many().filter(mine).exec(txn).await?;
                Ok(row.insert(txn).await?.secret)
            })
        })
        .await?;
    let address = totp(&secret, &person.email)?.to_url().map_err(|error| Failure::File(error.to_string()))?;
    Ok(SetUp { drawing: drawing::draw(&address)?, secret, address })
}

fn lasts(held: &authenticator::Model, now: DateTime<Utc>) -> bool {
    now - held.begun_at < TimeDelta::minutes(SET_UP_MINUTES)
}

/// What makes and checks codes. `account` is what the app calls the account.
fn totp(secret: &str, account: &str) -> Result<Totp, StoreError> {
    let corrupt = || StoreError::corrupt("the secret of an app", "something else");
    let secret = Secret::try_from_base32(secret).map_err(|_| corrupt())?;
    // Colons stand between the issuer and the account.
    let account = account.replace(':', "");
    let builder = Builder::new().with_secret(secret).with_skew(0).with_step_duration(STEP);
    builder.with_issuer(Some(ISSUER)).with_account_name(account).build().map_err(|_| corrupt())
}

/// The step whose code this is, if it is of now or one beside it and later than the last that was used.
fn step_of(row: &authenticator::Model, digits: &str, now: DateTime<Utc>) -> StoreResult<Option<i64>> {
    let totp = totp(&row.secret, "")?;
    let here = now.timestamp() / STEP as i64;
    let mut steps = (here - DRIFT..=here + DRIFT).filter(|step| *step > row.last_step);
    Ok(steps.find(|step| totp.check(digits, *step as u64 * STEP).is_some()))
}

/// Uses up a code of a person's app: neither it nor one that was shown before it works again.
pub(super) async fn use_up(
    txn: &impl ConnectionTrait,
    person: Uuid,
    digits: &str,
    now: DateTime<Utc>,
) -> StoreResult<bool> {
    let Some(row) = authenticator::Entity::find().filter(proved(person)).one(txn).await? else {
        return Ok(false);
    };
    let Some(step) = step_of(&row, digits, now)? else { return Ok(false) };
    // Two that come at the same moment: the one that moves the step is the first.
    let used = authenticator::Entity::update_many()
        .col_expr(authenticator::Column::LastStep, Expr::value(step))
        .filter(authenticator::Column::Id.eq(row.id))
        .filter(authenticator::Column::LastStep.lt(step))
        .exec(txn)
        .await?;
    Ok(used.rows_affected > 0)
}

/// Finishes setting up with a first code. The session counts as opened with two steps and has a new secret, which is
/// given with the recovery codes; whoever is signed in as the person elsewhere must take the second step there, or sign in anew.
pub async fn prove(
    services: &Services,
    person: Uuid,
    here: Uuid,
    digits: String,
) -> Result<(String, Vec<RecoveryCode>), Failure> {
    let (secret, now) = (services.clock.secret(), services.clock.now());
    let (hash, recorder) = (secrets::hash(&secret), services.recorder());
    let codes = services
        .db
        .write(move |txn| {
            Box::pin(async move {
                hold(txn, person, here).await?;
                let mine = authenticator::Column::PersonId.eq(person);
                let row = authenticator::Entity::find().filter(mine).one(txn).await?;
                let row = row.filter(|row| row.proved_at.is_some() || lasts(row, now));
                let row = row.ok_or(Failure::Refused("error-app-late"))?;
                let Some(step) = step_of(&row, &digits, now)? else {
                    return Err(Problem::new("code", "error-code-wrong-first").into());
                };
                let done = authenticator::Entity::update_many()
                    .col_expr(authenticator::Column::LastStep, Expr::value(step))
                    .col_expr(authenticator::Column::ProvedAt, Expr::value(now))
                    .filter(authenticator::Column::Id.eq(row.id))
                    .filter(authenticator::Column::ProvedAt.is_null())
                    .exec(txn)
                    .await?;
                if done.rows_affected == 0 {
                    return Err(Failure::Refused("error-app-there"));
                }
                step::taken(txn, here, Factor::App, hash).await?;
                recorder.record(txn, Entry::of_person(Act::AppSetUp, person)).await?;
                begin_with_two(txn, &recorder, person, here).await
            })
        })
        .await?;
    Ok((secret, codes))
}

/// Takes the app away, with a code that was not used before. The recovery codes go with the last that there is for the
/// second step.
pub async fn remove(services: &Services, person: Uuid, code: GivenCode) -> Result<(), Failure> {
    if !has_app(services.db.read(), person).await? {
        return Err(Failure::NotFound("app"));
    }
    step::count(services, person, &code).await?;
    let (given, recorder) = (code.clone(), services.recorder());
    let done = services
        .db
        .write_again(move |txn| {
            Box::pin(async move {
                if !step::use_up(txn, &recorder, person, &given).await? {
                    return Ok(false);
                }
                forget_app(txn, person).await?;
                settle(txn, person).await?;
                recorder.record(txn, Entry::of_person(Act::AppRemoved, person)).await?;
                Ok::<_, Failure>(true)
            })
        })
        .await?;
    if done { Ok(()) } else { Err(step::wrong(services, person, &code).await?) }
}

/// The code that the app shows at an instant.
#[cfg(any(test, feature = "testing"))]
pub fn code_at(secret: &str, at: DateTime<Utc>) -> String {
    totp(secret, "").map_or_else(|_| String::new(), |totp| totp.generate(at.timestamp() as u64).to_string())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The secret of RFC 6238, appendix B.
    const SECRET: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    fn row(last_step: i64) -> authenticator::Model {
        let at = DateTime::UNIX_EPOCH;
        authenticator::Model {
            id: Uuid::nil(),
            person_id: Uuid::nil(),
            secret: SECRET.to_owned(),
            begun_at: at,
            proved_at: Some(at),
            last_step,
        }
    }

    fn instant(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).expect("an instant")
    }

    #[test]
    fn the_codes_of_the_standard() {
        // RFC 6238, appendix B, SHA-1: the last six of its eight digits.
        for (seconds, code) in [(59, "287082"), (1_111_111_109, "081804"), (2_000_000_000, "279037")] {
            assert_eq!(code_at(SECRET, instant(seconds)), code);
        }
    }

    proptest! {
        #[test]
        fn a_code_that_was_used_never_works_again_nor_one_before_it(
            tries in prop::collection::vec((0_i64..70, -3_i64..=3), 1..30),
        ) {
            let (mut now, mut last) = (1_670_925_600, 0);
            for (later, beside) in tries {
                now += later;
                let code = code_at(SECRET, instant(now + beside * STEP as i64));
                let taken = step_of(&row(last), &code, instant(now)).expect("a secret");
                let meant = now / STEP as i64 + beside;
                let alike = |step: i64| code_at(SECRET, instant(step * STEP as i64)) == code;
                match taken {
                    Some(step) => {
                        prop_assert!(step > last && alike(step));
                        prop_assert!((step - now / STEP as i64).abs() <= DRIFT);
                        last = step;
                    }
                    None => prop_assert!(meant <= last || beside.abs() > DRIFT),
                }
            }
        }
    }
}
