//! The private link of a draft by letter, and a reminder before its call closes. The address is known to these letters
//! alone, and forgotten with them.

use chrono::{DateTime, Utc};
use domain::Language;
use domain::forms::Problem;
use domain::mail::{Fill, LetterKind, LetterState, Value};
use domain::responses::{LinkByLetter, reminder_at};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::{Draft, draft as drafts, receipt};
use crate::calls::{self, Call};
use crate::mail::{Letter, Recipient, post, post_for};
use crate::store::entities::draft;
use crate::store::entities::letter::{self, Column as C};
use crate::{Failure, Services, StoreError};

/// How often the link of one draft can be sent: whoever holds a draft could have letters sent to anyone.
pub const MOST: u64 = 5;

/// The beginning of the keys of the letters with the link of a draft.
fn link_keys(draft: Uuid) -> String {
    format!("draft-link:{draft}:")
}

/// The key of the one reminder of a draft.
fn reminder_key(draft: Uuid) -> String {
    format!("draft-reminder:{draft}")
}

/// Sends the link of a draft, whose secret this is, and plans the reminder where one is wanted. Another reminder of it takes
/// the place of the first.
pub async fn send(
    services: &Services,
    call: &Call,
    draft: &Draft,
    secret: &str,
    wanted: LinkByLetter,
    language: Language,
) -> Result<(), Failure> {
    let (call, id, clock, by) = (call.clone(), draft.id, services.clock.clone(), services.by.clone());
    let fill = Fill::new()
        .with("title", Value::Words(call.title_in(language).to_owned()))
        .with("link", Value::Private(format!("/resume/{secret}")));
    let fill = match until(&call, draft) {
        Some(until) => fill.with("until", Value::When(until)),
        None => fill,
    };
    // Whoever changes what they sent is asked for nothing.
    let remind = wanted.remind && draft.changing.is_none();
    let reminder = remind.then_some(call.times.closes).flatten();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                drafts::locked(txn, &by, id).await?;
                let sent =
                    letter::Entity::find().filter(C::Key.starts_with(link_keys(id))).count(txn).await?;
                if sent >= MOST {
                    return Err(Problem::new("email", "error-link-often").with("most", MOST).into());
                }
                let to = Recipient { address: wanted.address, name: String::new() };
                let letter = |kind, key| Letter {
                    kind,
                    stream: None,
                    to: to.clone(),
                    language,
                    fill: fill.clone(),
                    key,
                };
                post(txn, &clock, letter(LetterKind::DraftLink, format!("{}{sent}", link_keys(id)))).await?;
                if let Some(due) = reminder.and_then(|closes| reminder_at(closes, clock.now())) {
                    forget_reminder(txn, id).await?;
                    post_for(txn, &clock, letter(LetterKind::DraftReminder, reminder_key(id)), due).await?;
                }
                Ok(())
            })
        })
        .await
}

/// Sends the receipt of what counts of a draft, once for this asking: the address goes with the letter.
pub async fn send_receipt(
    services: &Services,
    call: &Call,
    draft: &Draft,
    address: String,
    language: Language,
) -> Result<(), Failure> {
    let receipt = receipt::of_draft(services, draft).await?;
    let receipt = receipt.filter(|receipt| receipt.withdrawn_at.is_none());
    let receipt = receipt.ok_or(Failure::NotFound("receipt"))?;
    let (id, keys, clock) = (draft.id, format!("receipt:{}:", draft.id), services.clock.clone());
    let fill = Fill::new()
        .with("title", Value::Words(call.title_in(language).to_owned()))
        .with("reference", Value::Words(receipt.reference))
        .with("when", Value::When(receipt.submitted_at))
        .with("version", Value::Words(receipt.version.to_string()))
        .with("code", Value::Secret(receipt.hash))
        .with("page", Value::Page("/my-words".to_owned()));
    let to = Recipient { address, name: String::new() };
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                // Two askings at one moment are counted one after the other.
                draft::Entity::find_by_id(id).lock_exclusive().one(txn).await?;
                let sent = letter::Entity::find().filter(C::Key.starts_with(keys.as_str()));
                let sent = sent.count(txn).await?;
                if sent >= MOST {
                    return Err(Problem::new("email", "error-receipt-often").with("most", MOST).into());
                }
                let kind = LetterKind::Receipt;
                let letter = Letter { kind, stream: None, to, language, fill, key: format!("{keys}{sent}") };
                post(txn, &clock, letter).await?;
                Ok(())
            })
        })
        .await
}

/// Until when a draft can be gone on with, as a letter says it.
pub(super) fn until(call: &Call, draft: &Draft) -> Option<DateTime<Utc>> {
    draft.late.as_ref().map(|leave| leave.until).or(call.times.closes)
}

/// When whoever writes a draft is reminded of it, where they asked for it and were not yet.
pub async fn reminder(services: &Services, draft: &Draft) -> Result<Option<DateTime<Utc>>, Failure> {
    let planned = letter::Entity::find()
        .filter(C::Key.eq(reminder_key(draft.id)))
        .filter(C::State.eq(LetterState::Waiting.as_str()));
    Ok(planned.one(services.db.read()).await?.map(|letter| letter.due_at))
}

/// Takes the reminder of a draft back.
pub async fn stop(services: &Services, draft: &Draft) -> Result<(), Failure> {
    let id = draft.id;
    services.db.write(move |txn| Box::pin(async move { forget_reminder(txn, id).await })).await
}

/// Forgets a reminder that has not gone, and to whom.
pub(super) async fn forget_reminder(txn: &impl ConnectionTrait, draft: Uuid) -> Result<(), Failure> {
    let open = [LetterState::Waiting, LetterState::Stopped, LetterState::Sent, LetterState::Kept];
    let old = letter::Entity::delete_many()
        .filter(C::Key.eq(reminder_key(draft)))
        .filter(C::State.is_in(open.map(LetterState::as_str)));
    old.exec(txn).await?;
    Ok(())
}

/// Plans the reminders of a call anew, whose closing time has moved. One that would have been due already goes now.
pub(crate) async fn plan_anew(
    txn: &impl ConnectionTrait,
    call: &Call,
    now: DateTime<Utc>,
) -> Result<(), Failure> {
    let Some(closes) = call.times.closes else { return Ok(()) };
    let of_call: Vec<Uuid> = draft::Entity::find()
        .select_only()
        .column(draft::Column::Id)
        .filter(draft::Column::CallId.eq(call.id))
        .filter(draft::Column::SubmittedAt.is_null())
        .into_tuple()
        .all(txn)
        .await?;
    let due = reminder_at(closes, now).unwrap_or(now);
    let waiting = letter::Entity::find()
        .filter(C::Kind.eq(LetterKind::DraftReminder.as_str()))
        .filter(C::State.eq(LetterState::Waiting.as_str()))
        .all(txn)
        .await?;
    for row in waiting.into_iter().filter(|row| of_call.iter().any(|draft| row.key == reminder_key(*draft))) {
        let fill: Fill = serde_json::from_str(&row.fill)
            .map_err(|error| StoreError::corrupt("the values of a letter", error.to_string()))?;
        let fill = serde_json::to_string(&fill.with("until", Value::When(closes)))
            .map_err(|error| Failure::File(error.to_string()))?;
        letter::Entity::update_many()
            .col_expr(C::DueAt, Expr::value(due))
            .col_expr(C::Fill, Expr::value(fill))
            .filter(C::Id.eq(row.id))
            .exec(txn)
            .await?;
    }
    Ok(())
}

/// Whether the letter with this key is to go. One about a draft is not where the draft was sent or can be sent no more.
pub(crate) async fn is_wanted(services: &Services, kind: LetterKind, key: &str) -> Result<bool, Failure> {
    if kind != LetterKind::DraftReminder {
        return Ok(true);
    }
    let id = key.rsplit(':').next().and_then(|id| id.parse().ok());
    let Some(id) = id else { return Ok(false) };
    let draft = match drafts::by_id(services, id).await {
        Err(Failure::NotFound(_)) => return Ok(false),
        draft => draft?,
    };
    let call = calls::by_id(services, draft.call).await?;
    Ok(drafts::check_open(services, &call, &draft).is_ok())
}
