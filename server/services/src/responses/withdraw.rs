//! Taking a response back, and bringing it back, as long as it could be changed (decision 0029). What was sent stays stored,
//! and is read by nobody: not by the team, not by the public, and not by a search.

use chrono::{DateTime, Utc};
use domain::audit::{Act, Subject};
use domain::people::{Actor, Scope};
use domain::responses::HeldState;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::change::{drop_in, may_change};
use super::{Draft, held};
use crate::audit::{Entry, record};
use crate::calls::Call;
use crate::review;
use crate::store::entities::{answer, held_response, response};
use crate::store::outbox;
use crate::{Clock, Failure, Services};

/// Takes back what was sent from a draft. A change that was not sent is dropped. What was taken back already stays so.
pub async fn withdraw(services: &Services, call: &Call, draft: &Draft) -> Result<(), Failure> {
    turn(services, call, draft, Way::Away).await
}

/// Brings back what was taken back. What is there already stays so.
pub async fn bring_back(services: &Services, call: &Call, draft: &Draft) -> Result<(), Failure> {
    turn(services, call, draft, Way::Back).await
}

/// Which way a response goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Away,
    Back,
}

impl Way {
    /// What is said once it is too late.
    const fn too_late(self) -> &'static str {
        match self {
            Self::Away => "error-withdraw-closed",
            Self::Back => "error-bring-back-closed",
        }
    }
}

async fn turn(services: &Services, call: &Call, draft: &Draft, way: Way) -> Result<(), Failure> {
    may_change(services, call, draft).map_err(|failure| match failure {
        Failure::Refused(_) if draft.organisation.is_none() && draft.keyed.is_none() => {
            Failure::Refused(way.too_late())
        }
        failure => failure,
    })?;
    let (call, draft, clock) = (call.id, draft.id, services.clock.clone());
    services
        .db
        .write_again(move |txn| Box::pin(async move { turn_in(txn, &clock, call, draft, way).await }))
        .await
}

/// The draft is locked first, then the call, then what was sent: as where it is sent again.
async fn turn_in(
    txn: &DatabaseTransaction,
    clock: &Clock,
    call: Uuid,
    draft: Uuid,
    way: Way,
) -> Result<(), Failure> {
    drop_in(txn, clock, draft).await?;
    review::lock(txn, call).await?;
    let key = draft.to_string();
    let waiting = held::locked(txn, &key).await?;
    let mine = response::Column::IdempotencyKey.eq(key.as_str());
    let response = response::Entity::find().filter(mine).lock_exclusive().one(txn).await?;
    let (subject, id, reference) = match (response, waiting) {
        (Some(row), _) if row.withdrawn_at.is_some() == (way == Way::Away) => return Ok(()),
        (Some(row), _) => {
            of_response(txn, row.id, way, clock.now()).await?;
            (Subject::Response, row.id, row.reference)
        }
        (None, Some(row)) => {
            let away = row.state == HeldState::Withdrawn.as_str();
            if away == (way == Way::Away) {
                return Ok(());
            }
            of_held(txn, row.id, way, clock.now()).await?;
            (Subject::HeldResponse, row.id, row.reference)
        }
        (None, None) => return Err(Failure::NotFound("response")),
    };
    let act = if way == Way::Away { Act::ResponseWithdrawn } else { Act::ResponseBroughtBack };
    let entry = Entry::new(act, Scope::Call(call), subject, id).with("reference", reference);
    // Whoever did it is not named, signed in or not: it would say whose response it is.
    record(txn, clock, &Actor::Guest, entry).await?;
    Ok(())
}

async fn of_response(
    txn: &impl ConnectionTrait,
    id: Uuid,
    way: Way,
    now: DateTime<Utc>,
) -> Result<(), Failure> {
    let withdrawn = (way == Way::Away).then_some(now);
    response::Entity::update_many()
        .col_expr(response::Column::WithdrawnAt, Expr::value(withdrawn))
        .filter(response::Column::Id.eq(id))
        .exec(txn)
        .await?;
    let answers: Vec<Uuid> = answer::Entity::find()
        .select_only()
        .column(answer::Column::Id)
        .filter(answer::Column::ResponseId.eq(id))
        .filter(answer::Column::ReplacedIn.is_null())
        .into_tuple()
        .all(txn)
        .await?;
    match way {
        Way::Away => {
            review::coding::set_aside(txn, &answers, now).await?;
            review::reading::forget(txn, id).await?;
        }
        Way::Back => review::coding::use_again(txn, &answers).await?,
    }
    Ok(outbox::note(txn, outbox::RESPONSE, id, now).await?)
}

async fn of_held(txn: &impl ConnectionTrait, id: Uuid, way: Way, now: DateTime<Utc>) -> Result<(), Failure> {
    let (state, at) = match way {
        Way::Away => (HeldState::Withdrawn, Some(now)),
        Way::Back => (HeldState::Waiting, None),
    };
    held_response::Entity::update_many()
        .col_expr(held_response::Column::State, Expr::value(state.as_str()))
        .col_expr(held_response::Column::DecidedAt, Expr::value(at))
        .col_expr(held_response::Column::DecidedBy, Expr::value(None::<Uuid>))
        .filter(held_response::Column::Id.eq(id))
        .exec(txn)
        .await?;
    Ok(())
}
