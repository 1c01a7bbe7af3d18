//! Renewing an invitation, and taking it back.

use chrono::{DateTime, TimeDelta, Utc};
use domain::audit::Act;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::make::{enclosed, entry, post};
use super::{INVITATION_DAYS, Passing, Within, waiting};
use crate::people::members;
use crate::store::entities::invitation;
use crate::{Failure, Services, secrets};

/// Who keeps an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeper {
    Team,
    /// An owner of an organisation, who may have lost that role since the page was asked for.
    Owner {
        organisation: Uuid,
        person: Uuid,
    },
}

impl Keeper {
    const fn within(self) -> Within {
        match self {
            Self::Team => Within::Team,
            Self::Owner { organisation, .. } => Within::Organisation(organisation),
        }
    }
}

/// Gives an invitation a new private link, which lasts as long as a new invitation. The one before opens nothing.
pub async fn renew(
    services: &Services,
    id: Uuid,
    keeper: Keeper,
    passing: Passing,
) -> Result<String, Failure> {
    let (secret, now) = (services.clock.secret(), services.clock.now());
    let columns = vec![
        (invitation::Column::TokenHash, Expr::value(secrets::hash(&secret))),
        (invitation::Column::ExpiresAt, Expr::value(now + TimeDelta::days(INVITATION_DAYS))),
    ];
    let act = match keeper {
        Keeper::Team => Act::InvitationRenewed,
        Keeper::Owner { .. } => Act::MemberInvitationRenewed,
    };
    change(services, id, keeper, act, columns, enclosed(passing, &secret)).await?;
    Ok(secret)
}

/// Takes an invitation back.
pub async fn withdraw(services: &Services, id: Uuid, keeper: Keeper) -> Result<(), Failure> {
    let columns = vec![(invitation::Column::WithdrawnAt, Expr::value(services.clock.now()))];
    let act = match keeper {
        Keeper::Team => Act::InvitationWithdrawn,
        Keeper::Owner { .. } => Act::MemberInvitationWithdrawn,
    };
    change(services, id, keeper, act, columns, None).await
}

/// Takes back every invitation to act for an organisation, or every one by this member.
pub(in crate::people) async fn withdraw_all(
    txn: &impl ConnectionTrait,
    now: DateTime<Utc>,
    organisation: Uuid,
    by: Option<Uuid>,
) -> Result<(), Failure> {
    let theirs = by.map(|by| invitation::Column::InvitedBy.eq(by));
    invitation::Entity::update_many()
        .col_expr(invitation::Column::WithdrawnAt, Expr::value(now))
        .filter(waiting(now))
        .filter(Condition::all().add(Within::Organisation(organisation).condition()).add_option(theirs))
        .exec(txn)
        .await?;
    Ok(())
}

async fn change(
    services: &Services,
    id: Uuid,
    keeper: Keeper,
    act: Act,
    columns: Vec<(invitation::Column, Expr)>,
    enclosed: Option<String>,
) -> Result<(), Failure> {
    let (now, recorder) = (services.clock.now(), services.recorder());
    services
        .db
        .write_again(move |txn| {
            Box::pin(async move {
                let organisation = match keeper {
                    Keeper::Team => None,
                    Keeper::Owner { organisation, person } => {
                        Some(members::held_by_owner(txn, organisation, person).await?)
                    }
                };
                let mut update = invitation::Entity::update_many();
                for (column, value) in columns {
                    update = update.col_expr(column, value);
                }
                let mine = invitation::Column::Id.eq(id);
                let its = update.filter(mine).filter(waiting(now)).filter(keeper.within().condition());
                if its.exec(txn).await?.rows_affected == 0 {
                    return Err(Failure::NotFound("invitation"));
                }
                if let Some(row) = invitation::Entity::find_by_id(id).one(txn).await? {
                    post(txn, &recorder.clock, row, enclosed).await?;
                }
                recorder.record(txn, entry(act, id, organisation.as_ref())).await?;
                Ok::<_, Failure>(())
            })
        })
        .await
}
