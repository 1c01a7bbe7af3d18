//! Codes: the team gives one to an organisation, by letter to the address of its entry or by telephone. It works once.

use chrono::{DateTime, TimeDelta, Utc};
use domain::audit::{Act, Subject};
use domain::forms::Problem;
use domain::people::{CodePassing, RecoveryCode, Scope};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{held_open, letters};
use crate::audit::Entry;
use crate::people::organisations::edit;
use crate::store::entities::{claim_code, organisation};
use crate::{Failure, Services, secrets};

/// For how many days a code can be used. A letter may lie on a desk over a holiday.
pub const CODE_DAYS: i64 = 21;

/// A code that can still be used. What it is, nobody knows but the organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issued {
    pub passing: CodePassing,
    pub issued_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
}

/// Gives an organisation a code; the one before works no more. It is kept as a hash alone, so what this gives back is shown
/// once or never.
pub async fn issue(
    services: &Services,
    organisation: Uuid,
    passing: CodePassing,
) -> Result<RecoveryCode, Failure> {
    let code = RecoveryCode::from_bytes(services.clock.bytes());
    let (recorder, given) = (services.recorder(), code.clone());
    services
        .db
        .write_again(move |txn| {
            Box::pin(async move {
                let (clock, now) = (&recorder.clock, recorder.clock.now());
                let row = held_open(txn, clock, organisation).await?;
                if passing == CodePassing::Letter && row.contact.is_empty() {
                    return Err(Problem::new("passing", "error-member-code-contact").into());
                }
                remove(txn, organisation).await?;
                let expires_at = now + TimeDelta::days(CODE_DAYS);
                let (hash, id) = (secrets::hash(given.as_str()), clock.id());
                let issued = claim_code::ActiveModel {
                    id: Set(id),
                    organisation_id: Set(organisation),
                    code_hash: Set(hash),
                    passing: Set(passing.to_string()),
                    issued_at: Set(now),
                    expires_at: Set(expires_at),
                };
                issued.insert(txn).await?;
                if passing == CodePassing::Letter {
                    letters::code(txn, clock, &row, id, given, expires_at).await?;
                }
                recorder
                    .record(txn, entry(Act::ClaimCodeIssued, &row).with("form", passing.as_str()))
                    .await?;
                Ok::<_, Failure>(())
            })
        })
        .await?;
    Ok(code)
}

/// Takes a code back.
pub async fn withdraw(services: &Services, organisation: Uuid) -> Result<(), Failure> {
    let recorder = services.recorder();
    services
        .db
        .write_again(move |txn| {
            Box::pin(async move {
                let row = edit::held(txn, organisation).await?;
                if remove(txn, organisation).await? == 0 {
                    return Err(Failure::NotFound("code"));
                }
                recorder.record(txn, entry(Act::ClaimCodeWithdrawn, &row)).await?;
                Ok::<_, Failure>(())
            })
        })
        .await
}

async fn remove(txn: &impl ConnectionTrait, organisation: Uuid) -> Result<u64, Failure> {
    let its = claim_code::Column::OrganisationId.eq(organisation);
    Ok(claim_code::Entity::delete_many().filter(its).exec(txn).await?.rows_affected)
}

/// The code that an organisation can still use.
pub async fn issued(services: &Services, organisation: Uuid) -> Result<Option<Issued>, Failure> {
    let row = claim_code::Entity::find()
        .filter(claim_code::Column::OrganisationId.eq(organisation))
        .filter(claim_code::Column::ExpiresAt.gt(services.clock.now()))
        .one(services.db.read())
        .await?;
    let issued = |row: claim_code::Model| {
        let passing = CodePassing::parse(&row.passing)?;
        Some(Issued { passing, issued_at: row.issued_at, expires_at: row.expires_at })
    };
    Ok(row.and_then(issued))
}

/// Whether this is the code that an organisation can still use.
pub async fn is_of(services: &Services, organisation: Uuid, code: &str) -> Result<bool, Failure> {
    let row = claim_code::Entity::find()
        .filter(claim_code::Column::OrganisationId.eq(organisation))
        .filter(claim_code::Column::CodeHash.eq(secrets::hash(code)))
        .one(services.db.read())
        .await?;
    Ok(row.is_some())
}

fn entry(act: Act, organisation: &organisation::Model) -> Entry {
    Entry::new(act, Scope::Platform, Subject::Organisation, organisation.id)
        .with("title", organisation.name.as_str())
}
