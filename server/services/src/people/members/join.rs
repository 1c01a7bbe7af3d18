//! Claiming an organisation: by the domain of one's proven e-mail address, or by the code that the organisation was given.

use domain::Language;
use domain::audit::Act;
use domain::forms::Problem;
use domain::people::{CheckKind, CodePassing, MemberRole, Membership, RecoveryCode, domain_of, is_shared};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{address, entry, has_owner, held_open, is_member, let_in, letters, note_check, was_removed};
use crate::audit::Recorder;
use crate::people::{pace, sign_in};
use crate::store::entities::{claim_code, organisation, organisation_domain, person};
use crate::{Failure, Services, secrets};

/// Makes a person a member by the domain of their address: the owner, where there is none yet, and else an editor.
pub async fn by_domain(
    services: &Services,
    person: Uuid,
    organisation: Uuid,
    language: Language,
) -> Result<(), Failure> {
    let recorder = services.recorder();
    services
        .db
        .write_again(move |txn| {
            Box::pin(async move {
                let row = held_open(txn, &recorder.clock, organisation).await?;
                let who = person::Entity::find_by_id(person).one(txn).await?;
                let who = who.filter(|who| address::counts(who.email_proven_at, recorder.clock.now()));
                let email = who.ok_or(Failure::Refused("error-member-domain"))?.email;
                let domain = domain_of(&email);
                if !is_known_by(txn, organisation, domain).await? {
                    return Err(Failure::Refused("error-member-domain"));
                }
                if was_removed(txn, organisation, person).await? {
                    return Err(Failure::Refused("error-member-removed"));
                }
                if is_member(txn, organisation, person).await? {
                    return Err(Failure::Refused("error-member-already"));
                }
                let first = !has_owner(txn, organisation).await?;
                let role = if first { MemberRole::Owner } else { MemberRole::Editor };
                let how = (CheckKind::Domain, domain);
                joined(txn, &recorder, &row, person, role, how, language).await
            })
        })
        .await
}

/// Whether an organisation's people are known by this domain, and nobody else's.
pub(super) async fn is_known_by(
    read: &impl ConnectionTrait,
    organisation: Uuid,
    domain: &str,
) -> Result<bool, Failure> {
    if is_shared(domain) {
        return Ok(false);
    }
    let rows = organisation_domain::Entity::find().filter(organisation_domain::Column::Domain.eq(domain));
    let holders: Vec<Uuid> = rows.all(read).await?.into_iter().map(|row| row.organisation_id).collect();
    let others = organisation::Entity::find()
        .filter(organisation::Column::Id.is_in(holders.iter().copied().filter(|id| *id != organisation)))
        .filter(organisation::Column::ValidTo.is_null());
    Ok(holders.contains(&organisation) && others.one(read).await?.is_none())
}

/// Makes a person an owner by the code that their organisation was given. A wrong one slows the next down, wherever they
/// try it.
pub async fn by_code(
    services: &Services,
    person: Uuid,
    organisation: Uuid,
    code: RecoveryCode,
    language: Language,
) -> Result<(), Failure> {
    let subject = secrets::hash(&format!("organisation-code {person}"));
    pace::count(services, &subject, "code", "error-code-slow").await?;
    let (hash, tries) = (secrets::hash(code.as_str()), subject);
    let recorder = services.recorder();
    let found = services.db.write_again(move |txn| {
        Box::pin(async move {
            let row = held_open(txn, &recorder.clock, organisation).await?;
            let right = claim_code::Entity::find()
                .filter(claim_code::Column::OrganisationId.eq(organisation))
                .filter(claim_code::Column::CodeHash.eq(hash))
                .filter(claim_code::Column::ExpiresAt.gt(recorder.clock.now()))
                .one(txn)
                .await?;
            let Some(right) = right else { return Ok(Some(row)) };
            claim_code::Entity::delete_by_id(right.id).exec(txn).await?;
            pace::forget(txn, &tries).await?;
            let kind = match CodePassing::parse(&right.passing) {
                Some(CodePassing::Letter) => CheckKind::Letter,
                Some(CodePassing::Telephone) | None => CheckKind::Telephone,
            };
            joined(txn, &recorder, &row, person, MemberRole::Owner, (kind, ""), language).await?;
            Ok::<_, Failure>(None)
        })
    });
    let Some(row) = found.await? else { return Ok(()) };
    sign_in::record(services, entry(Act::ClaimCodeFailed, &row, person)).await?;
    Err(Problem::new("code", "error-member-code-wrong").into())
}

/// Lets somebody in whose claim was checked, tells those concerned, and puts it on record.
async fn joined(
    txn: &impl ConnectionTrait,
    recorder: &Recorder,
    row: &organisation::Model,
    person: Uuid,
    role: MemberRole,
    (kind, domain): (CheckKind, &str),
    language: Language,
) -> Result<(), Failure> {
    let clock = &recorder.clock;
    let offered = Membership { organisation: row.id, role };
    let (before, role) = let_in(txn, clock, offered, person, language).await?;
    note_check(txn, clock, row.id, kind, domain).await?;
    if before.is_none() {
        letters::joined(txn, clock, row, person).await?;
    }
    if role == MemberRole::Owner && before != Some(MemberRole::Owner) {
        letters::claimed(txn, clock, row).await?;
    }
    let entry = entry(Act::MemberJoined, row, person).with("standing", role.as_str());
    recorder.record(txn, entry.with("check", kind.as_str())).await?;
    Ok(())
}
