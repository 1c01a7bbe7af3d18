//! News: what an act writes in its own transaction, and what the clock brings by itself.

use chrono::{DateTime, TimeDelta, Utc};
use domain::mail::{Followed, NewsKind};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::Subject;
use crate::store::entities::{call, news, news_about};
use crate::{Clock, Failure, Services};

/// How far back the clock's own news goes: what came about while no server ran is still told, what is history is not.
const CLOCK_DAYS: i64 = 7;

/// Something happened.
pub(crate) struct News {
    pub kind: NewsKind,
    /// What it happened to.
    pub object: Uuid,
    /// What tells one time that such a thing happens from another.
    pub time: String,
    /// What those follow who want to hear of it.
    pub about: Vec<Subject>,
    /// When it happened, where that was not just now. Who began to follow later does not hear of it.
    pub at: Option<DateTime<Utc>>,
}

impl News {
    /// News that comes but once in the life of what it happens to.
    pub fn once(kind: NewsKind, object: Uuid, about: impl IntoIterator<Item = Subject>) -> Self {
        Self { kind, object, time: String::new(), about: about.into_iter().collect(), at: None }
    }

    /// News of a call and its times, which can change again.
    pub fn of_call(kind: NewsKind, call: Uuid, at: DateTime<Utc>) -> Self {
        let time = at.timestamp_micros().to_string();
        Self { kind, object: call, time, about: vec![Subject::row(Followed::Call, call)], at: Some(at) }
    }
}

/// Tells the followers, in the transaction of the act. Telling the same twice is telling it once.
pub(crate) async fn tell(txn: &impl ConnectionTrait, clock: &Clock, told: News) -> Result<(), Failure> {
    let key = format!("{}:{}:{}", told.kind, told.object, told.time);
    // Within a transaction a conflict would end it on one of the two databases, so what is there is looked up first.
    if news::Entity::find().filter(news::Column::Key.eq(&key)).one(txn).await?.is_some() {
        return Ok(());
    }
    let id = clock.id();
    let row = news::ActiveModel {
        id: Set(id),
        kind: Set(told.kind.to_string()),
        object_id: Set(told.object),
        key: Set(key),
        at: Set(told.at.unwrap_or_else(|| clock.now())),
        handed_to: Set(None),
        handed_at: Set(None),
    };
    let once = OnConflict::column(news::Column::Key).do_nothing().to_owned();
    news::Entity::insert(row).on_conflict(once).try_insert().exec_without_returning(txn).await?;
    if news::Entity::find_by_id(id).one(txn).await?.is_none() {
        return Ok(());
    }
    for subject in told.about {
        let row = news_about::ActiveModel {
            id: Set(clock.id()),
            news_id: Set(id),
            subject: Set(subject.of.to_string()),
            subject_key: Set(subject.key),
        };
        news_about::Entity::insert(row).exec_without_returning(txn).await?;
    }
    Ok(())
}

/// Tells of calls that have opened or closed because their time came.
pub(super) async fn by_the_clock(services: &Services) -> Result<(), Failure> {
    use call::Column as C;
    let now = services.clock.now();
    let past = now - TimeDelta::days(CLOCK_DAYS);
    let came = |column: C| Condition::all().add(column.lte(now)).add(column.gt(past));
    let rows = call::Entity::find()
        .filter(C::AnnouncedAt.is_not_null())
        .filter(Condition::any().add(came(C::OpensAt)).add(came(C::ClosesAt)));
    for row in rows.all(services.db.read()).await? {
        for (at, kind) in [(row.opens_at, NewsKind::CallOpened), (row.closes_at, NewsKind::CallClosed)] {
            if let Some(at) = at.filter(|at| *at <= now && *at > past) {
                tell_once(services, News::of_call(kind, row.id, at)).await?;
            }
        }
    }
    Ok(())
}

/// Tells, where it was not told: looking costs nothing, a transaction for every look would.
async fn tell_once(services: &Services, told: News) -> Result<(), Failure> {
    let key = format!("{}:{}:{}", told.kind, told.object, told.time);
    if news::Entity::find().filter(news::Column::Key.eq(key)).one(services.db.read()).await?.is_some() {
        return Ok(());
    }
    let clock = services.clock.clone();
    services.db.write(move |txn| Box::pin(async move { tell(txn, &clock, told).await })).await
}
