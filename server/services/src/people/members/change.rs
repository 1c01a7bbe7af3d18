//! Changing who the members are, and what they may do. The rule that keeps an owner is [`domain::people::keep`].

use domain::audit::Act;
use domain::people::{MemberChange, MemberRole, Unkept, keep};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{Member, entry, held_by_owner, letters};
use crate::audit::Recorder;
use crate::people::invitations;
use crate::people::organisations::edit;
use crate::store::entities::{
    membership, membership_request, organisation, organisation_check, removed_member,
};
use crate::{Failure, Services};

/// Makes a change, asked for by this member.
pub async fn change(
    services: &Services,
    organisation: Uuid,
    change: MemberChange,
    by: Uuid,
) -> Result<(), Failure> {
    let recorder = services.recorder();
    services
        .db
        .write_again(move |txn| {
            Box::pin(async move {
                let row = if change == MemberChange::Go(by) {
                    edit::held(txn, organisation).await?
                } else {
                    held_by_owner(txn, organisation, by).await?
                };
                let members = super::of(txn, organisation).await?;
                let held: Vec<_> = members.iter().map(|member| (member.person, member.role)).collect();
                let after = keep(&held, change).map_err(|unkept| match unkept {
                    Unkept::NotThere => Failure::NotFound("member"),
                    Unkept::LastOwner => Failure::Refused("error-member-last-owner"),
                })?;
                for member in &members {
                    let role = after.iter().find(|(id, _)| *id == member.person).map(|(_, role)| *role);
                    write(txn, &recorder, &row, member, role, by).await?;
                }
                if after.is_empty() {
                    close(txn, &recorder, organisation).await?;
                }
                record(txn, &recorder, &row, &held, change, by).await
            })
        })
        .await
}

/// Gives a member the role that they have after a change, or ends their membership, and tells them, unless it is their own
/// act.
async fn write(
    txn: &impl ConnectionTrait,
    recorder: &Recorder,
    row: &organisation::Model,
    member: &Member,
    role: Option<MemberRole>,
    by: Uuid,
) -> Result<(), Failure> {
    let told = member.person != by;
    // Whom an owner has invited is let in while they are one.
    if member.role == MemberRole::Owner && role != Some(MemberRole::Owner) {
        let theirs = Some(member.person);
        invitations::withdraw_all(txn, recorder.clock.now(), row.id, theirs).await?;
    }
    match role {
        Some(role) if role == member.role => Ok(()),
        Some(role) => {
            membership::Entity::update_many()
                .col_expr(membership::Column::Role, Expr::value(role.as_str()))
                .filter(membership::Column::Id.eq(member.id))
                .exec(txn)
                .await?;
            if told {
                letters::given(txn, &recorder.clock, row, member.person, member.language, role).await?;
            }
            Ok(())
        }
        None => {
            membership::Entity::delete_by_id(member.id).exec(txn).await?;
            if told {
                note_removal(txn, recorder, member, row.id).await?;
                letters::ended(txn, &recorder.clock, row, member).await?;
            }
            Ok(())
        }
    }
}

/// Notes that an owner has taken a member out: from now on somebody must let them in.
async fn note_removal(
    txn: &impl ConnectionTrait,
    recorder: &Recorder,
    member: &Member,
    organisation: Uuid,
) -> Result<(), Failure> {
    let row = removed_member::ActiveModel {
        id: Set(recorder.clock.id()),
        organisation_id: Set(organisation),
        person_id: Set(member.person),
        removed_at: Set(recorder.clock.now()),
    };
    removed_member::Entity::insert(row).exec_without_returning(txn).await?;
    Ok(())
}

/// The last member has gone: nothing that was checked holds any more, and nobody is left who has invited.
async fn close(txn: &impl ConnectionTrait, recorder: &Recorder, organisation: Uuid) -> Result<(), Failure> {
    let its = organisation_check::Column::OrganisationId.eq(organisation);
    organisation_check::Entity::delete_many().filter(its).exec(txn).await?;
    invitations::withdraw_all(txn, recorder.clock.now(), organisation, None).await
}

async fn record(
    txn: &impl ConnectionTrait,
    recorder: &Recorder,
    row: &organisation::Model,
    before: &[(Uuid, MemberRole)],
    change: MemberChange,
    by: Uuid,
) -> Result<(), Failure> {
    let had = |who| before.iter().find(|(id, _)| *id == who).map_or(MemberRole::Editor, |(_, role)| *role);
    let (act, who, role) = match change {
        MemberChange::Go(who) if who == by => (Act::MemberLeft, who, had(who)),
        MemberChange::Go(who) => (Act::MemberRemoved, who, had(who)),
        MemberChange::Give(who, role) if role == had(who) => return Ok(()),
        MemberChange::Give(who, role) => (Act::MemberRoleChanged, who, role),
        MemberChange::HandOver { to, .. } => (Act::OrganisationHandedOver, to, MemberRole::Owner),
    };
    recorder.record(txn, entry(act, row, who).with("standing", role.as_str())).await?;
    Ok(())
}

/// Ends every membership of somebody whose account closes, and what they have asked for. Where they were the last owner the
/// team decides who comes next.
pub(in crate::people) async fn forget(
    txn: &impl ConnectionTrait,
    recorder: &Recorder,
    person: Uuid,
) -> Result<(), Failure> {
    let mine = membership::Column::PersonId.eq(person);
    let held = membership::Entity::find().filter(mine.clone()).all(txn).await?;
    let mut organisations: Vec<Uuid> = held.into_iter().map(|row| row.organisation_id).collect();
    organisations.sort();
    for organisation in &organisations {
        edit::held(txn, *organisation).await?;
    }
    membership::Entity::delete_many().filter(mine).exec(txn).await?;
    let asked = membership_request::Column::PersonId.eq(person);
    membership_request::Entity::delete_many().filter(asked).exec(txn).await?;
    for organisation in organisations {
        invitations::withdraw_all(txn, recorder.clock.now(), organisation, Some(person)).await?;
        if super::of(txn, organisation).await?.is_empty() {
            close(txn, recorder, organisation).await?;
        }
    }
    Ok(())
}
