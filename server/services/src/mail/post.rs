//! Posting: a letter is written down in the transaction of what it tells of, so that neither is there without the other.

use chrono::{DateTime, Utc};
use domain::Language;
use domain::mail::{Fill, LetterKind, LetterState, Stream, Value};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};
use uuid::Uuid;

use super::stops;
use crate::store::entities::letter;
use crate::{Clock, Failure, secrets};

/// Whom a letter is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    pub address: String,
    /// Empty where none is known.
    pub name: String,
}

/// A letter to be sent.
#[derive(Clone, Debug)]
pub struct Letter {
    pub kind: LetterKind,
    /// What whoever gets it can stop with one click; nothing for letters that were asked for one by one.
    pub stream: Option<Stream>,
    pub to: Recipient,
    pub language: Language,
    pub fill: Fill,
    /// A letter that is posted again with the same key is the same letter.
    pub key: String,
}

/// Posts a letter, and gives its id; of one that was posted before under its key there is no such row.
pub async fn post(txn: &impl ConnectionTrait, clock: &Clock, letter: Letter) -> Result<Uuid, Failure> {
    post_for(txn, clock, letter, clock.now()).await
}

/// Posts a letter that is not to leave before then.
pub async fn post_for(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    letter: Letter,
    due: DateTime<Utc>,
) -> Result<Uuid, Failure> {
    let (id, now) = (clock.id(), clock.now());
    // The way out is in the letter itself, and its secret is of this letter alone.
    let token = letter.stream.map(|_| clock.secret());
    let fill = match &token {
        Some(token) => letter.fill.with("stop", Value::Private(format!("/letters/stop/{token}"))),
        None => letter.fill,
    };
    let row = letter::ActiveModel {
        id: Set(id),
        kind: Set(letter.kind.to_string()),
        stream: Set(letter.stream.map(|stream| stream.to_string())),
        address_hash: Set(stops::hash(&letter.to.address)),
        address: Set(letter.to.address),
        name: Set(letter.to.name),
        language: Set(letter.language.to_string()),
        fill: Set(serde_json::to_string(&fill).map_err(|error| Failure::File(error.to_string()))?),
        key: Set(letter.key),
        token_hash: Set(token.as_deref().map(secrets::hash)),
        posted_at: Set(now),
        state: Set(LetterState::Waiting.to_string()),
        rank: Set(i16::from(!letter.kind.urgent())),
        due_at: Set(due),
        tries: Set(0),
        lease_by: Set(None),
        lease_until: Set(None),
        message_id: Set(None),
        said: Set(String::new()),
        settled_at: Set(None),
        subject: Set(None),
        body: Set(None),
    };
    let once = OnConflict::column(letter::Column::Key).do_nothing().to_owned();
    letter::Entity::insert(row).on_conflict(once).try_insert().exec_without_returning(txn).await?;
    Ok(id)
}
