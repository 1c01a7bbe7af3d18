//! What people tell a group: by the link that its members hand out, and then by a link of their own, by which they read it
//! again, say how it may be used, and take it back.

use chrono::{DateTime, TimeDelta, Utc};
use domain::responses::{MOST_STORIES, STORIES_KEPT_DAYS, StoryTold, StoryUse};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{Gathering, held, quotes};
use crate::calls::{self, Call};
use crate::people::organisations::{self, Organisation};
use crate::responses::draft as drafts;
use crate::store::entities::gathering::{self, Column as G};
use crate::store::entities::story::{self, Column as C};
use crate::store::entities::{draft, story_citation};
use crate::{Failure, Services, secrets};

/// What the link of a group shows: who asks, for which call.
#[derive(Clone, Debug)]
pub struct Asking {
    pub gathering: Gathering,
    pub organisation: Organisation,
    pub call: Call,
    /// Whether it takes stories now.
    pub open: bool,
}

impl Asking {
    /// When what is told is deleted at the latest; nothing where the call has no end yet.
    pub fn kept_until(&self) -> Option<DateTime<Utc>> {
        self.call.times.closes.map(|closes| closes + TimeDelta::days(STORIES_KEPT_DAYS))
    }
}

async fn asking(services: &Services, row: gathering::Model) -> Result<Asking, Failure> {
    let read = services.db.read();
    let draft = draft::Entity::find_by_id(row.draft_id).one(read).await?.ok_or(Failure::NotFound("draft"))?;
    let organisation = draft.organisation_id.ok_or(Failure::NotFound("organisation"))?;
    let (call, gathering) = (calls::by_id(services, draft.call_id).await?, Gathering::from(row));
    Ok(Asking {
        organisation: organisations::by_id(read, organisation).await?,
        open: gathering.is_open(&call, services.clock.now()),
        gathering,
        call,
    })
}

/// What this link of a group shows.
pub async fn by_secret(services: &Services, secret: &str) -> Result<Asking, Failure> {
    let row = gathering::Entity::find().filter(G::Secret.eq(secret)).one(services.db.read()).await?;
    asking(services, row.ok_or(Failure::NotFound("gathering"))?).await
}

/// Takes what somebody tells a group, and gives the secret of their own link. `once` is what their page was given: the same
/// words from the same page are one story, however often they are sent. Other words are another, as where several people write
/// on one device, and nobody is shown what somebody else told before them.
pub async fn tell(services: &Services, secret: &str, once: &str, told: StoryTold) -> Result<String, Failure> {
    let Asking { gathering, open, .. } = by_secret(services, secret).await?;
    let (clock, given) = (services.clock.clone(), secret.to_owned());
    let once = if is_secret(once) { once.to_owned() } else { clock.secret() };
    let parts = [once.as_str(), secret, told.uses.as_str(), &told.name, &told.text];
    let token = secrets::hash(&parts.map(|part| format!("{}:{part}\n", part.len())).concat());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let row = held(txn, gathering.draft).await?;
                let hash = secrets::hash(&token);
                if by_hash(txn, &hash).await?.is_some() {
                    return Ok(token);
                }
                if !open || row.closed_at.is_some() || row.sent_at.is_some() || row.secret != given {
                    return Err(Failure::Refused("error-gathering-over"));
                }
                let last = story::Entity::find().filter(C::GatheringId.eq(row.id)).order_by_desc(C::Number);
                let number = last.one(txn).await?.map_or(0, |last| last.number) + 1;
                if number > MOST_STORIES {
                    return Err(Failure::Refused("error-gathering-full"));
                }
                let row = story::ActiveModel {
                    id: Set(clock.id()),
                    gathering_id: Set(row.id),
                    number: Set(number),
                    text: Set(told.text),
                    name: Set(told.name),
                    uses: Set(told.uses.to_string()),
                    token_hash: Set(hash),
                    told_at: Set(clock.now()),
                    changed_at: Set(None),
                    taken_back_at: Set(None),
                    forgotten: Set(false),
                    chosen: Set(false),
                    note: Set(String::new()),
                };
                story::Entity::insert(row).exec_without_returning(txn).await?;
                Ok(token)
            })
        })
        .await
}

/// Whether this is what a page was given, and not made up by whoever sends it.
fn is_secret(once: &str) -> bool {
    once.len() == 64 && once.bytes().all(|byte| byte.is_ascii_hexdigit())
}

async fn by_hash(read: &impl ConnectionTrait, hash: &str) -> Result<Option<story::Model>, Failure> {
    Ok(story::Entity::find().filter(C::TokenHash.eq(hash)).one(read).await?)
}

/// What somebody told, as their own link shows it.
#[derive(Clone, Debug)]
pub struct Mine {
    pub asking: Asking,
    pub number: i32,
    pub text: String,
    pub name: String,
    pub uses: StoryUse,
    pub told_at: DateTime<Utc>,
    pub taken_back_at: Option<DateTime<Utc>>,
    /// The words of it that the group quotes in its draft, or has sent.
    pub quotes: Vec<String>,
}

impl Mine {
    /// Whether it can still be said how it may be used: what was sent stays as it was sent.
    pub const fn may_change(&self) -> bool {
        self.taken_back_at.is_none() && self.asking.gathering.sent_at.is_none()
    }
}

/// What this link of somebody's own shows.
pub async fn mine(services: &Services, token: &str) -> Result<Mine, Failure> {
    let read = services.db.read();
    let row = by_hash(read, &secrets::hash(token)).await?.ok_or(Failure::NotFound("story"))?;
    let of = gathering::Entity::find_by_id(row.gathering_id).one(read).await?;
    let of = of.ok_or(Failure::NotFound("gathering"))?;
    Ok(Mine {
        quotes: quoted(services, &of, row.number).await?,
        asking: asking(services, of).await?,
        number: row.number,
        uses: super::stories::uses_of(&row)?,
        text: row.text,
        name: row.name,
        told_at: row.told_at,
        taken_back_at: row.taken_back_at,
    })
}

/// The words of a story that stand in a draft, or are in what was sent.
async fn quoted(services: &Services, of: &gathering::Model, number: i32) -> Result<Vec<String>, Failure> {
    if of.sent_at.is_some() {
        let cited = story_citation::Entity::find()
            .filter(story_citation::Column::DraftId.eq(of.draft_id))
            .filter(story_citation::Column::Number.eq(number))
            .order_by_asc(story_citation::Column::Id);
        return Ok(cited.all(services.db.read()).await?.into_iter().map(|cited| cited.quote).collect());
    }
    let draft = drafts::by_id(services, of.draft_id).await?;
    let form = calls::form(services, &calls::by_id(services, draft.call).await?).await?;
    let cited = quotes::list(services, &form, &draft).await?.into_iter();
    Ok(cited.filter(|cited| cited.quote.number == number).map(|cited| cited.quote.words).collect())
}

/// Changes how a story may be used.
pub async fn permit(services: &Services, token: &str, uses: StoryUse) -> Result<(), Failure> {
    let mine = mine(services, token).await?;
    let (hash, draft, now) = (secrets::hash(token), mine.asking.gathering.draft, services.clock.now());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let of = held(txn, draft).await?;
                if of.sent_at.is_some() {
                    return Err(Failure::Refused("error-story-sent"));
                }
                let changed = story::Entity::update_many()
                    .col_expr(C::Uses, Expr::value(uses.as_str()))
                    .col_expr(C::ChangedAt, Expr::value(now))
                    .filter(C::TokenHash.eq(hash))
                    .filter(C::TakenBackAt.is_null());
                let changed = changed.exec(txn).await?;
                if changed.rows_affected > 0 {
                    Ok(())
                } else {
                    Err(Failure::Refused("error-story-taken-back"))
                }
            })
        })
        .await
}

/// Takes a story back: nothing is left of it but its number. What of it was sent before stays sent.
pub async fn take_back(services: &Services, token: &str) -> Result<(), Failure> {
    let mine = mine(services, token).await?;
    let (hash, draft, now) = (secrets::hash(token), mine.asking.gathering.draft, services.clock.now());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                held(txn, draft).await?;
                let gone = story::Entity::update_many()
                    .col_expr(C::Text, Expr::value(""))
                    .col_expr(C::Name, Expr::value(""))
                    .col_expr(C::Note, Expr::value(""))
                    .col_expr(C::TakenBackAt, Expr::value(now))
                    .filter(C::TokenHash.eq(hash))
                    .filter(C::TakenBackAt.is_null());
                gone.exec(txn).await?;
                Ok(())
            })
        })
        .await
}
