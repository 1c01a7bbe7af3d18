//! Taking letters up and noting what became of them. Each step is durable before the next word goes to a mail server,
//! and each asks whether the letter is still this server's, so that two servers never send the same letter.

use chrono::TimeDelta;
use domain::Language;
use domain::mail::{Fill, KEPT_DAYS, LetterKind, LetterState, Outcome, Stream, after};
use sea_orm::sea_query::{Expr, ExprTrait, LockBehavior, LockType};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, UpdateMany};
use uuid::Uuid;

use super::{Written, pause};
use crate::store::entities::letter::{self, Column as C};
use crate::{Failure, Services, StoreError, follow};

/// A letter that this server has taken up.
#[derive(Clone, Debug)]
pub struct Held {
    pub id: Uuid,
    pub kind: LetterKind,
    pub key: String,
    pub stream: Option<Stream>,
    pub address: String,
    pub address_hash: String,
    pub name: String,
    pub language: Language,
    pub fill: Fill,
    /// How often it was tried before.
    pub tries: u32,
    pub message_id: Option<String>,
}

impl TryFrom<letter::Model> for Held {
    type Error = StoreError;

    fn try_from(row: letter::Model) -> Result<Self, StoreError> {
        let stream = row
            .stream
            .as_deref()
            .map(|name| Stream::parse(name).ok_or_else(|| StoreError::corrupt("a stream of letters", name)));
        Ok(Self {
            id: row.id,
            kind: LetterKind::parse(&row.kind)
                .ok_or_else(|| StoreError::corrupt("a kind of letter", &row.kind))?,
            key: row.key,
            stream: stream.transpose()?,
            address: row.address,
            address_hash: row.address_hash,
            name: row.name,
            language: Language::parse(&row.language)
                .ok_or_else(|| StoreError::corrupt("a language", &row.language))?,
            fill: serde_json::from_str(&row.fill)
                .map_err(|error| StoreError::corrupt("the values of a letter", error.to_string()))?,
            tries: u32::try_from(row.tries).unwrap_or_default(),
            message_id: row.message_id,
        })
    }
}

/// A server that sends, by a name of its own.
#[derive(Clone)]
pub struct Claims {
    pub services: Services,
    pub me: Uuid,
    pub lease: TimeDelta,
}

fn state(state: LetterState) -> Expr {
    Expr::value(state.as_str())
}

/// What a letter is filled with once nothing more is tried with it: of a secret one nothing.
fn left(of_others: Expr) -> Expr {
    let secret = LetterKind::ALL.iter().filter(|kind| kind.secret()).map(|kind| kind.as_str());
    Expr::case(C::Kind.is_in(secret), "{}").finally(of_others).into()
}

/// Where a letter goes, once nothing more is tried with it: of one that nobody else need know of nowhere.
fn kept_address() -> Expr {
    let fleeting = LetterKind::ALL.iter().filter(|kind| kind.fleeting()).map(|kind| kind.as_str());
    Expr::case(C::Kind.is_in(fleeting), "").finally(Expr::col(C::Address)).into()
}

fn is(state: LetterState) -> Expr {
    C::State.eq(state.as_str())
}

impl Claims {
    /// Takes up the letter that is due first, those that someone waits for before all others. None while sending is
    /// paused.
    pub async fn take(&self) -> Result<Option<Held>, Failure> {
        // Looking costs nothing; a transaction for every look would.
        if !self.any_due().await? || pause::since(&self.services).await?.is_some() {
            return Ok(None);
        }
        let (me, now, until) = (self.me, self.services.clock.now(), self.until());
        let taken: Option<letter::Model> = self
            .services
            .db
            .write::<_, Failure, _>(move |txn| {
                Box::pin(async move {
                    let first = letter::Entity::find()
                        .filter(is(LetterState::Waiting))
                        .filter(C::DueAt.lte(now))
                        .order_by_asc(C::Rank)
                        .order_by_asc(C::DueAt)
                        .order_by_asc(C::Id)
                        .limit(1)
                        .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
                        .one(txn)
                        .await?;
                    if let Some(row) = &first {
                        letter::Entity::update_many()
                            .col_expr(C::State, state(LetterState::Sending))
                            .col_expr(C::LeaseBy, Expr::value(me))
                            .col_expr(C::LeaseUntil, Expr::value(until))
                            .filter(C::Id.eq(row.id))
                            .exec(txn)
                            .await?;
                    }
                    Ok(first)
                })
            })
            .await?;
        let Some(row) = taken else { return Ok(None) };
        let (id, tries) = (row.id, u32::try_from(row.tries).unwrap_or_default());
        match Held::try_from(row) {
            Ok(letter) => Ok(Some(letter)),
            Err(error) => {
                // A newer version wrote it, or somebody's hand: it must not stop the others.
                self.settle(id, tries, Outcome::Refused, &error.to_string(), None).await?;
                Err(error.into())
            }
        }
    }

    async fn any_due(&self) -> Result<bool, Failure> {
        let due = letter::Entity::find()
            .select_only()
            .column(C::Id)
            .filter(is(LetterState::Waiting))
            .filter(C::DueAt.lte(self.services.clock.now()))
            .limit(1);
        Ok(due.into_tuple::<Uuid>().one(self.services.db.read()).await?.is_some())
    }

    fn until(&self) -> chrono::DateTime<chrono::Utc> {
        self.services.clock.now() + self.lease
    }

    /// Gives a letter back of which nothing has left.
    pub async fn release(&self, id: Uuid) -> Result<(), Failure> {
        let back = letter::Entity::update_many()
            .col_expr(C::State, state(LetterState::Waiting))
            .col_expr(C::LeaseBy, Expr::value(None::<Uuid>))
            .filter(C::Id.eq(id))
            .filter(C::LeaseBy.eq(self.me))
            .filter(is(LetterState::Sending));
        self.change(back).await.map(drop)
    }

    /// Notes that the words of a letter are about to leave, and which. From here on it is never sent again by itself.
    /// Gives whether it still is this server's to send.
    pub async fn hand(&self, id: Uuid, message_id: String, shown: Option<Written>) -> Result<bool, Failure> {
        let (subject, body) = shown.map(|shown| (shown.subject, shown.plain)).unzip();
        let on_its_way = letter::Entity::update_many()
            .col_expr(C::State, state(LetterState::Handing))
            .col_expr(C::LeaseUntil, Expr::value(self.until()))
            .col_expr(C::MessageId, Expr::value(message_id))
            .col_expr(C::Subject, Expr::value(subject))
            .col_expr(C::Body, Expr::value(body))
            .filter(C::Id.eq(id))
            .filter(C::LeaseBy.eq(self.me))
            .filter(is(LetterState::Sending));
        Ok(self.change(on_its_way).await? == 1)
    }

    /// Notes how the next try after these many ended. `fill` is what is kept of a letter that has gone.
    ///
    /// A server that was thought dead may still learn what became of its letter: what is known takes the place of what
    /// was not.
    pub async fn settle(
        &self,
        id: Uuid,
        tries: u32,
        outcome: Outcome,
        said: &str,
        fill: Option<&Fill>,
    ) -> Result<(), Failure> {
        let now = self.services.clock.now();
        let (next, pause) = after(outcome, tries + 1);
        let open = [LetterState::Sending, LetterState::Handing, LetterState::Unsure];
        let mut settled = letter::Entity::update_many()
            .col_expr(C::State, state(next))
            .col_expr(C::Tries, Expr::value(tries as i32 + 1))
            .col_expr(C::Said, Expr::value(said))
            .col_expr(C::DueAt, Expr::value(now + pause.unwrap_or_default()))
            .col_expr(C::LeaseUntil, Expr::value(None::<chrono::DateTime<chrono::Utc>>))
            .col_expr(C::SettledAt, Expr::value(pause.is_none().then_some(now)))
            .filter(C::Id.eq(id))
            .filter(C::LeaseBy.eq(self.me))
            .filter(C::State.is_in(open.map(LetterState::as_str)));
        let of_others = match fill.map(serde_json::to_string).transpose() {
            Ok(fill) => fill.map_or_else(|| Expr::col(C::Fill), Expr::value),
            Err(error) => return Err(Failure::File(error.to_string())),
        };
        if pause.is_none() {
            settled = settled.col_expr(C::Fill, left(of_others)).col_expr(C::Address, kept_address());
        }
        let bounced = next == LetterState::Bounced;
        self.services
            .db
            .write(move |txn| {
                Box::pin(async move {
                    if settled.exec(txn).await?.rows_affected > 0 && bounced {
                        follow::pause_bounced(txn, id, now).await?;
                    }
                    Ok(())
                })
            })
            .await
    }

    /// Notes that a letter was not sent because whoever it was for wants none, or there is no more reason for it.
    pub async fn stop(&self, id: Uuid) -> Result<(), Failure> {
        let stopped = letter::Entity::update_many()
            .col_expr(C::State, state(LetterState::Stopped))
            .col_expr(C::Fill, left(Expr::col(C::Fill)))
            .col_expr(C::Address, kept_address())
            .col_expr(C::SettledAt, Expr::value(self.services.clock.now()))
            .filter(C::Id.eq(id))
            .filter(C::LeaseBy.eq(self.me))
            .filter(is(LetterState::Sending));
        self.change(stopped).await.map(drop)
    }

    /// Shows that this server lives: what it has taken up stays its own.
    pub async fn sign(&self) -> Result<(), Failure> {
        let held = Condition::any().add(is(LetterState::Sending)).add(is(LetterState::Handing));
        let any = letter::Entity::find().filter(C::LeaseBy.eq(self.me)).filter(held.clone()).limit(1);
        if any.one(self.services.db.read()).await?.is_none() {
            return Ok(());
        }
        let renewed = letter::Entity::update_many()
            .col_expr(C::LeaseUntil, Expr::value(self.until()))
            .filter(C::LeaseBy.eq(self.me))
            .filter(held);
        self.change(renewed).await.map(drop)
    }

    /// Takes letters back from servers that show no sign of life. What had not begun to leave waits again; of what had
    /// nobody knows, and a person decides.
    pub async fn take_back(&self) -> Result<(), Failure> {
        let now = self.services.clock.now();
        let lapsed = |held| Condition::all().add(is(held)).add(C::LeaseUntil.lt(now));
        let (unsent, unsure) = (lapsed(LetterState::Sending), lapsed(LetterState::Handing));
        let either = Condition::any().add(unsent.clone()).add(unsure.clone());
        let any = letter::Entity::find().filter(either).limit(1).one(self.services.db.read()).await?;
        if any.is_none() {
            return Ok(());
        }
        let back = letter::Entity::update_many()
            .col_expr(C::State, state(LetterState::Waiting))
            .col_expr(C::LeaseBy, Expr::value(None::<Uuid>))
            .filter(unsent);
        let waits = self.change(back).await?;
        let unknown = letter::Entity::update_many()
            .col_expr(C::State, state(LetterState::Unsure))
            .col_expr(C::Fill, left(Expr::col(C::Fill)))
            .col_expr(C::Address, kept_address())
            .col_expr(C::Tries, Expr::col(C::Tries).add(1))
            .col_expr(C::SettledAt, Expr::value(now))
            .col_expr(C::Said, Expr::value(""))
            .filter(unsure);
        let unknown = self.change(unknown).await?;
        tracing::warn!(waits, unknown, "letters of a server that is gone were taken back");
        Ok(())
    }

    /// Forgets whom old letters were for and what they said. That there was a letter, and what became of it, stays.
    pub async fn forget(&self) -> Result<(), Failure> {
        let before = self.services.clock.now() - TimeDelta::days(KEPT_DAYS);
        let old = Condition::all()
            .add(C::PostedAt.lt(before))
            .add(C::Address.ne(""))
            .add(C::SettledAt.is_not_null());
        if letter::Entity::find().filter(old.clone()).limit(1).one(self.services.db.read()).await?.is_none() {
            return Ok(());
        }
        let forgotten = letter::Entity::update_many()
            .col_expr(C::Address, Expr::value(""))
            .col_expr(C::Name, Expr::value(""))
            .col_expr(C::Fill, Expr::value("{}"))
            .col_expr(C::Said, Expr::value(""))
            .col_expr(C::Subject, Expr::value(None::<String>))
            .col_expr(C::Body, Expr::value(None::<String>))
            .filter(old);
        self.change(forgotten).await.map(drop)
    }

    /// Without a mail server every letter that waits is kept.
    pub async fn keep(&self) -> Result<(), Failure> {
        if !self.any_due().await? {
            return Ok(());
        }
        let kept = letter::Entity::update_many()
            .col_expr(C::State, state(LetterState::Kept))
            .col_expr(C::Fill, left(Expr::col(C::Fill)))
            .col_expr(C::Address, kept_address())
            .col_expr(C::SettledAt, Expr::value(self.services.clock.now()))
            .filter(is(LetterState::Waiting));
        self.change(kept).await.map(drop)
    }

    /// Makes a change durable, and gives how many letters it changed.
    async fn change(&self, update: UpdateMany<letter::Entity>) -> Result<u64, Failure> {
        self.services
            .db
            .write(move |txn| Box::pin(async move { Ok(update.exec(txn).await?.rows_affected) }))
            .await
    }
}
