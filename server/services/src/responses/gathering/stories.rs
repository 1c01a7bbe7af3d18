//! What a group was told, for its members: in the order in which it came, with what they chose and noted.

use chrono::{DateTime, Utc};
use domain::responses::StoryUse;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
    UpdateMany,
};

use super::{Gathering, draft_held, held, may_read};
use crate::responses::Draft;
use crate::store::entities::gathering;
use crate::store::entities::story::{self, Column as C};
use crate::{Failure, Services, StoreError};

/// What somebody told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    /// In the order in which they came, from 1.
    pub number: i32,
    /// Empty where nothing is left of it.
    pub text: String,
    /// Empty where none was given.
    pub name: String,
    pub uses: StoryUse,
    pub told_at: DateTime<Utc>,
    /// When whoever told it last said how it may be used, if not at once.
    pub changed_at: Option<DateTime<Utc>>,
    pub state: StoryState,
    pub chosen: bool,
    pub note: String,
}

/// What became of a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoryState {
    Told,
    /// Whoever told it has taken it back.
    TakenBack(DateTime<Utc>),
    /// Its time was over.
    Forgotten,
}

impl Story {
    fn new(row: story::Model) -> Result<Self, StoreError> {
        Ok(Self {
            uses: uses_of(&row)?,
            state: match row.taken_back_at {
                Some(at) => StoryState::TakenBack(at),
                None if row.forgotten => StoryState::Forgotten,
                None => StoryState::Told,
            },
            number: row.number,
            text: row.text,
            name: row.name,
            told_at: row.told_at,
            changed_at: row.changed_at,
            chosen: row.chosen,
            note: row.note,
        })
    }

    /// Whether words of it can be quoted now.
    pub fn quotable(&self) -> bool {
        self.state == StoryState::Told && self.uses.may_be_quoted()
    }

    /// The name that a quote of it may say; empty where it may say none.
    pub fn said_name(&self) -> &str {
        if self.uses == StoryUse::Named { &self.name } else { "" }
    }
}

/// How a story may be used, as its row has it.
pub(super) fn uses_of(row: &story::Model) -> Result<StoryUse, StoreError> {
    StoryUse::parse(&row.uses).ok_or_else(|| StoreError::corrupt("the use of a story", &row.uses))
}

/// How a story may be used now: what was taken back is as if it could never be quoted.
pub(super) fn uses_now(row: &story::Model) -> Result<StoryUse, StoreError> {
    if row.taken_back_at.is_some() { Ok(StoryUse::ReadOnly) } else { uses_of(row) }
}

fn all(of: &Gathering, chosen: bool) -> Select<story::Entity> {
    let all = story::Entity::find().filter(C::GatheringId.eq(of.id));
    if chosen { all.filter(C::Chosen.eq(true)) } else { all }
}

/// How many stories there are, and how many of them were chosen.
pub async fn count(services: &Services, of: &Gathering) -> Result<(u64, u64), Failure> {
    let read = services.db.read();
    Ok((all(of, false).count(read).await?, all(of, true).count(read).await?))
}

/// The stories of a draft's gathering from this place on, all or those that were chosen, in the order in which they came.
pub async fn list(
    services: &Services,
    draft: &Draft,
    of: &Gathering,
    chosen: bool,
    (from, most): (u64, u64),
) -> Result<Vec<Story>, Failure> {
    may_read(services, draft)?;
    let rows = all(of, chosen).order_by_asc(C::Number).offset(from).limit(most);
    let rows = rows.all(services.db.read()).await?;
    Ok(rows.into_iter().map(Story::new).collect::<Result<_, _>>()?)
}

/// The story of this number.
pub async fn one(services: &Services, draft: &Draft, of: &Gathering, number: i32) -> Result<Story, Failure> {
    may_read(services, draft)?;
    Ok(Story::new(numbered(services.db.read(), of.id, number).await?)?)
}

pub(super) async fn numbered(
    read: &impl ConnectionTrait,
    of: uuid::Uuid,
    number: i32,
) -> Result<story::Model, Failure> {
    let row = story::Entity::find().filter(C::GatheringId.eq(of)).filter(C::Number.eq(number));
    row.one(read).await?.ok_or(Failure::NotFound("story"))
}

/// Chooses a story, or leaves it.
pub async fn choose(services: &Services, draft: &Draft, number: i32, chosen: bool) -> Result<(), Failure> {
    let change = story::Entity::update_many().col_expr(C::Chosen, Expr::value(chosen));
    put(services, draft, number, change).await
}

/// Notes something about a story, for the members alone.
pub async fn note(services: &Services, draft: &Draft, number: i32, note: String) -> Result<(), Failure> {
    put(services, draft, number, story::Entity::update_many().col_expr(C::Note, Expr::value(note))).await
}

/// Changes what the members keep of a story that is there.
async fn put(
    services: &Services,
    draft: &Draft,
    number: i32,
    change: UpdateMany<story::Entity>,
) -> Result<(), Failure> {
    let (by, draft) = (services.by.clone(), draft.id);
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                draft_held(txn, &by, draft).await?;
                let gathering::Model { id, .. } = held(txn, draft).await?;
                let there = change
                    .filter(C::GatheringId.eq(id))
                    .filter(C::Number.eq(number))
                    .filter(C::TakenBackAt.is_null())
                    .filter(C::Forgotten.eq(false));
                let changed = there.exec(txn).await?;
                if changed.rows_affected > 0 { Ok(()) } else { Err(Failure::NotFound("story")) }
            })
        })
        .await
}
