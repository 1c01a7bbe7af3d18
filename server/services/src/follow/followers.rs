//! How many follow something, for the team: numbers, and never whose addresses they are.

use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::Subject;
use crate::store::entities::{follower, following};
use crate::{Failure, Services};

/// How many follow something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Followers {
    pub all: u64,
    /// Those of them whose letters came back, so that none are sent.
    pub paused: u64,
}

/// How many follow this.
pub async fn followers(services: &Services, subject: &Subject) -> Result<Followers, Failure> {
    let read = services.db.read();
    let rows = following::Entity::find()
        .filter(following::Column::Subject.eq(subject.of.as_str()))
        .filter(following::Column::SubjectKey.eq(subject.key.as_str()));
    let mut paused = Query::select();
    paused
        .column(follower::Column::Id)
        .from(follower::Entity)
        .and_where(follower::Column::PausedAt.is_not_null());
    let of_paused = rows.clone().filter(following::Column::FollowerId.in_subquery(paused));
    Ok(Followers { all: rows.count(read).await?, paused: of_paused.count(read).await? })
}
