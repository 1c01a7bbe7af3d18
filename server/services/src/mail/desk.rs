//! What the team reads of letters and does about them.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::Language;
use domain::audit::{Act, Subject};
use domain::mail::{Fill, LetterKind, LetterState, Stream, TestLetter};
use domain::people::Scope;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, UpdateMany};
use uuid::Uuid;

use super::post::{Letter, Recipient, post};
use crate::audit::Entry;
use crate::store::entities::letter::{self, Column as C};
use crate::{Failure, Services, StoreError};

/// How many letters a page lists.
pub const PAGE: u64 = 50;

/// The shelves that letters lie on for the team, in the order of how much they ask of it. What is being sent waits.
pub const SHELVES: [LetterState; 7] = [
    LetterState::Waiting,
    LetterState::Unsure,
    LetterState::Failed,
    LetterState::Bounced,
    LetterState::Kept,
    LetterState::Stopped,
    LetterState::Sent,
];

/// What lies on a shelf.
fn on(shelf: LetterState) -> Vec<&'static str> {
    match shelf {
        LetterState::Waiting => {
            [LetterState::Waiting, LetterState::Sending, LetterState::Handing].map(LetterState::as_str).into()
        }
        other => vec![other.as_str()],
    }
}

/// A letter as the team sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posted {
    pub id: Uuid,
    pub kind: LetterKind,
    pub address: String,
    pub name: String,
    pub language: Language,
    pub fill: Fill,
    pub state: LetterState,
    pub posted_at: DateTime<Utc>,
    /// When it is tried next, where it waits.
    pub due_at: DateTime<Utc>,
    pub tries: u32,
    /// What the mail server said last.
    pub said: String,
    pub settled_at: Option<DateTime<Utc>>,
    pub message_id: Option<String>,
    /// The subject and the text as they were sent.
    pub sent: Option<(String, String)>,
}

impl TryFrom<letter::Model> for Posted {
    type Error = StoreError;

    fn try_from(row: letter::Model) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.id,
            kind: LetterKind::parse(&row.kind)
                .ok_or_else(|| StoreError::corrupt("a kind of letter", &row.kind))?,
            address: row.address,
            name: row.name,
            language: Language::parse(&row.language)
                .ok_or_else(|| StoreError::corrupt("a language", &row.language))?,
            fill: serde_json::from_str(&row.fill)
                .map_err(|error| StoreError::corrupt("the values of a letter", error.to_string()))?,
            state: LetterState::parse(&row.state)
                .ok_or_else(|| StoreError::corrupt("the state of a letter", &row.state))?,
            posted_at: row.posted_at,
            due_at: row.due_at,
            tries: u32::try_from(row.tries).unwrap_or_default(),
            said: row.said,
            settled_at: row.settled_at,
            message_id: row.message_id,
            sent: row.subject.zip(row.body),
        })
    }
}

/// How many letters lie on each shelf.
pub async fn counts(services: &Services) -> Result<HashMap<LetterState, u64>, Failure> {
    let rows: Vec<(String, i64)> = letter::Entity::find()
        .select_only()
        .column(C::State)
        .column_as(C::Id.count(), "count")
        .group_by(C::State)
        .into_tuple()
        .all(services.db.read())
        .await?;
    let by_name: HashMap<String, u64> = rows.into_iter().map(|(name, count)| (name, count as u64)).collect();
    let count = |shelf| on(shelf).into_iter().filter_map(|name| by_name.get(name)).sum();
    Ok(SHELVES.into_iter().map(|shelf| (shelf, count(shelf))).collect())
}

/// A page of a shelf, counted from 1, newest letters first. A letter of a kind that this version does not know is left
/// out.
pub async fn list(services: &Services, shelf: LetterState, page: u64) -> Result<Vec<Posted>, Failure> {
    let rows = letter::Entity::find()
        .filter(C::State.is_in(on(shelf)))
        .order_by_desc(C::PostedAt)
        .order_by_desc(C::Id)
        .paginate(services.db.read(), PAGE)
        .fetch_page(page.saturating_sub(1))
        .await?;
    Ok(rows.into_iter().filter_map(|row| row.try_into().ok()).collect())
}

/// One letter.
pub async fn by_id(services: &Services, id: Uuid) -> Result<Posted, Failure> {
    let row = letter::Entity::find_by_id(id).one(services.db.read()).await?;
    Ok(row.ok_or(Failure::NotFound("letter"))?.try_into()?)
}

/// Where the letter with this key is, if one was posted.
pub(crate) async fn state_of(services: &Services, key: &str) -> Result<Option<LetterState>, Failure> {
    let row = letter::Entity::find().filter(C::Key.eq(key)).one(services.db.read()).await?;
    let known = |row: letter::Model| {
        LetterState::parse(&row.state).ok_or_else(|| StoreError::corrupt("the state of a letter", &row.state))
    };
    Ok(row.map(known).transpose()?)
}

impl Posted {
    /// Whether it is no longer known whom it was for.
    pub fn forgotten(&self) -> bool {
        self.address.is_empty()
    }
}

/// What a person may have sent, again or at last.
const CAN_GO: [LetterState; 4] =
    [LetterState::Unsure, LetterState::Failed, LetterState::Bounced, LetterState::Kept];

/// Whether a person may have this letter sent. Of a secret one nothing is left to send.
pub fn can_go(letter: &Posted) -> bool {
    !letter.forgotten() && !letter.kind.secret() && CAN_GO.contains(&letter.state)
}

/// Has one letter sent, as if it were new.
pub async fn again(services: &Services, id: Uuid) -> Result<(), Failure> {
    let entry = entry(Act::LetterSentAgain, &by_id(services, id).await?);
    let which = C::Id.eq(id).and(C::State.is_in(CAN_GO.map(LetterState::as_str)));
    match settle(services, as_new(services, which), move |_| entry).await? {
        0 => Err(Failure::Refused("error-letter-again")),
        _ => Ok(()),
    }
}

/// An act on a letter on its way into the audit, which never says whom the letter is for.
fn entry(act: Act, letter: &Posted) -> Entry {
    Entry::new(act, Scope::Platform, Subject::Letter, letter.id).with("kind", letter.kind.as_str())
}

/// Has all letters of a shelf sent: those that were kept, once there is a mail server, or that failed, once it works
/// again. What may have arrived is decided letter by letter. Gives how many they are.
pub async fn all_again(services: &Services, shelf: LetterState) -> Result<u64, Failure> {
    if !matches!(shelf, LetterState::Kept | LetterState::Failed) {
        return Err(Failure::Refused("error-letter-again"));
    }
    let entry = Entry::of_portal(Act::LettersSentAgain).with("shelf", shelf.as_str());
    let which = as_new(services, C::State.eq(shelf.as_str()));
    settle(services, which, move |count| entry.with("count", count)).await
}

/// Makes letters what they were when they were posted.
fn as_new(services: &Services, which: Expr) -> UpdateMany<letter::Entity> {
    letter::Entity::update_many()
        .col_expr(C::State, Expr::value(LetterState::Waiting.as_str()))
        .col_expr(C::Tries, Expr::value(0))
        .col_expr(C::DueAt, Expr::value(services.clock.now()))
        .col_expr(C::LeaseBy, Expr::value(None::<Uuid>))
        .col_expr(C::SettledAt, Expr::value(None::<DateTime<Utc>>))
        .filter(which)
        .filter(C::Address.ne(""))
        .filter(
            C::Kind.is_not_in(LetterKind::ALL.iter().filter(|kind| kind.secret()).map(|kind| kind.as_str())),
        )
}

/// Changes letters, gives how many they were, and puts it on record where there was one.
async fn settle(
    services: &Services,
    change: UpdateMany<letter::Entity>,
    entry: impl FnOnce(u64) -> Entry + Send + 'static,
) -> Result<u64, Failure> {
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let count = change.exec(txn).await?.rows_affected;
                if count > 0 {
                    recorder.record(txn, entry(count)).await?;
                }
                Ok(count)
            })
        })
        .await
}

/// Notes that a letter of which nobody knew did arrive: someone has asked, or has looked into the mail server's log.
pub async fn arrived(services: &Services, id: Uuid) -> Result<(), Failure> {
    let letter = by_id(services, id).await?;
    let entry = entry(Act::LetterArrived, &letter);
    let fill = serde_json::to_string(&letter.fill.without_private())
        .map_err(|error| Failure::File(error.to_string()))?;
    let noted = letter::Entity::update_many()
        .col_expr(C::State, Expr::value(LetterState::Sent.as_str()))
        .col_expr(C::Fill, Expr::value(fill))
        .col_expr(C::SettledAt, Expr::value(services.clock.now()))
        .filter(C::Id.eq(id))
        .filter(C::State.eq(LetterState::Unsure.as_str()));
    match settle(services, noted, move |_| entry).await? {
        0 => Err(Failure::Refused("error-letter-arrived")),
        _ => Ok(()),
    }
}

/// Posts a letter that shows whether letters leave and arrive. An address is easily mistyped, so whoever gets it can
/// stop such letters too.
pub async fn test(services: &Services, typed: TestLetter) -> Result<(), Failure> {
    let recorder = services.recorder();
    let clock = recorder.clock.clone();
    let letter = Letter {
        kind: LetterKind::Test,
        stream: Some(Stream::Tests),
        to: Recipient { address: typed.address, name: String::new() },
        language: typed.language,
        fill: Fill::new(),
        key: format!("test:{}", clock.id()),
    };
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                post(txn, &clock, letter).await?;
                recorder.record(txn, Entry::of_portal(Act::TestLetterPosted)).await?;
                Ok(())
            })
        })
        .await
}
