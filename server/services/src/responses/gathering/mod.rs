//! The stories that an organisation gathers for a draft that its members write (decision 0039): asking for them, under a link of
//! its own; what people tell and what becomes of it ([`told`]); reading and choosing ([`stories`]); quoting them, word for word
//! ([`quotes`]); what of it is sent ([`record`]); and that it is forgotten in time ([`retention`]).

pub mod quotes;
pub mod record;
pub mod retention;
pub mod stories;
pub mod told;

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use domain::calls::zoned;
use domain::people::{Action, Actor, Resource, may};
use domain::responses::GatheringDetails;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, UpdateMany,
};
use uuid::Uuid;

use super::draft::{check_open, locked};
use super::{Draft, together};
use crate::calls::Call;
use crate::store::entities::draft;
use crate::store::entities::gathering::{self, Column as C};
use crate::{Clock, Failure, Services, secrets};

/// What a group asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gathering {
    pub id: Uuid,
    pub draft: Uuid,
    pub details: GatheringDetails,
    /// What its link ends with. It opens a form, and nothing that was told.
    pub secret: String,
    pub opened_at: DateTime<Utc>,
    pub closed_at: Option<DateTime<Utc>>,
    /// When the response was sent for which it gathered.
    pub sent_at: Option<DateTime<Utc>>,
}

impl From<gathering::Model> for Gathering {
    fn from(row: gathering::Model) -> Self {
        let gathering::Model { heading, asks, last, named, .. } = row;
        Self {
            id: row.id,
            draft: row.draft_id,
            details: GatheringDetails { heading, asks, last, named },
            secret: row.secret,
            opened_at: row.opened_at,
            closed_at: row.closed_at,
            sent_at: row.sent_at,
        }
    }
}

impl Gathering {
    /// The instant from which it takes no more: the end of its last day, or the closing of its call where that comes first.
    pub fn ends(&self, call: &Call) -> Option<DateTime<Utc>> {
        let after = self.details.last.checked_add_days(Days::new(1)).map(|day| day.and_time(NaiveTime::MIN));
        let end = after.and_then(|midnight| zoned(midnight, call.zone));
        [end, call.times.closes].into_iter().flatten().min()
    }

    /// Whether it takes stories now.
    pub fn is_open(&self, call: &Call, now: DateTime<Utc>) -> bool {
        self.closed_at.is_none() && self.is_running(call, now)
    }

    /// Whether it would, if its members had not closed it.
    pub fn is_running(&self, call: &Call, now: DateTime<Utc>) -> bool {
        self.sent_at.is_none() && call.times.may_begin(now) && self.ends(call).is_some_and(|end| now < end)
    }
}

/// The day it is for a call, and the day on which it closes: a closing at midnight is of the day that ends.
pub fn days(call: &Call, now: DateTime<Utc>) -> (NaiveDate, Option<NaiveDate>) {
    let day = |at: DateTime<Utc>| at.with_timezone(&call.zone).date_naive();
    let last = |closes: DateTime<Utc>| day(closes - TimeDelta::minutes(1));
    (day(now), call.times.closes.map(last))
}

async fn row_of(read: &impl ConnectionTrait, draft: Uuid) -> Result<Option<gathering::Model>, Failure> {
    Ok(gathering::Entity::find().filter(C::DraftId.eq(draft)).one(read).await?)
}

/// The gathering for a draft, for a member who may read what it brings.
pub async fn of_draft(services: &Services, draft: &Draft) -> Result<Option<Gathering>, Failure> {
    may_read(services, draft)?;
    Ok(row_of(services.db.read(), draft.id).await?.map(Gathering::from))
}

/// Whether whoever asks may read what the organisation of a draft was told.
fn may_read(services: &Services, draft: &Draft) -> Result<(), Failure> {
    let theirs = draft.organisation.is_some_and(|organisation| {
        may(&services.by, Action::ReadStories, Resource::Organisation(organisation))
    });
    if theirs { Ok(()) } else { Err(Failure::NotFound("gathering")) }
}

/// Holds a draft that members write and have not sent, for one of them who may gather stories for it at this moment.
async fn draft_held(txn: &impl ConnectionTrait, by: &Actor, draft: Uuid) -> Result<draft::Model, Failure> {
    let row = locked(txn, by, draft).await?;
    let organisation = row.organisation_id.ok_or(Failure::NotFound("gathering"))?;
    together::allowed(txn, by, organisation, Action::GatherStories).await?;
    Ok(row)
}

/// Holds a gathering until the transaction ends: whoever tells something, takes it back, quotes it or sends it waits for the
/// others. Its draft is held before, where both are.
async fn held(txn: &impl ConnectionTrait, draft: Uuid) -> Result<gathering::Model, Failure> {
    let row = gathering::Entity::find().filter(C::DraftId.eq(draft)).lock_exclusive().one(txn).await?;
    row.ok_or(Failure::NotFound("gathering"))
}

/// A new secret for the link that members hand out.
fn secret(clock: &Clock) -> String {
    secrets::hex(&clock.bytes::<16>())
}

/// Opens the gathering for a draft, or changes what it asks for.
pub async fn put(
    services: &Services,
    call: &Call,
    draft: &Draft,
    details: GatheringDetails,
) -> Result<(), Failure> {
    check_open(services, call, draft)?;
    let (by, clock, draft) = (services.by.clone(), services.clock.clone(), draft.id);
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                draft_held(txn, &by, draft).await?;
                if row_of(txn, draft).await?.is_some() {
                    let changed = gathering::Entity::update_many()
                        .col_expr(C::Heading, Expr::value(details.heading))
                        .col_expr(C::Asks, Expr::value(details.asks))
                        .col_expr(C::Last, Expr::value(details.last))
                        .col_expr(C::Named, Expr::value(details.named))
                        .filter(C::DraftId.eq(draft));
                    changed.exec(txn).await?;
                    return Ok(());
                }
                let row = gathering::ActiveModel {
                    id: Set(clock.id()),
                    draft_id: Set(draft),
                    heading: Set(details.heading),
                    asks: Set(details.asks),
                    last: Set(details.last),
                    named: Set(details.named),
                    secret: Set(secret(&clock)),
                    opened_at: Set(clock.now()),
                    closed_at: Set(None),
                    sent_at: Set(None),
                    gathered: Set(None),
                };
                gathering::Entity::insert(row).exec_without_returning(txn).await?;
                Ok(())
            })
        })
        .await
}

/// Closes the gathering for a draft, or opens it again.
pub async fn set_open(services: &Services, draft: &Draft, open: bool) -> Result<(), Failure> {
    let closed = (!open).then(|| services.clock.now());
    change(services, draft, gathering::Entity::update_many().col_expr(C::ClosedAt, Expr::value(closed))).await
}

/// Gives the gathering for a draft another link; the one before opens nothing from then on.
pub async fn renew(services: &Services, draft: &Draft) -> Result<(), Failure> {
    let secret = Expr::value(secret(&services.clock));
    change(services, draft, gathering::Entity::update_many().col_expr(C::Secret, secret)).await
}

async fn change(
    services: &Services,
    draft: &Draft,
    change: UpdateMany<gathering::Entity>,
) -> Result<(), Failure> {
    let (by, draft) = (services.by.clone(), draft.id);
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                draft_held(txn, &by, draft).await?;
                let changed = change.filter(C::DraftId.eq(draft)).exec(txn).await?;
                if changed.rows_affected > 0 { Ok(()) } else { Err(Failure::NotFound("gathering")) }
            })
        })
        .await
}
