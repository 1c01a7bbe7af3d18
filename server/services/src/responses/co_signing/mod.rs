//! Who signs a response together with whoever writes it: each is written to, reads what would be sent, and confirms exactly
//! that or declines ([`link`]). What is changed afterwards is not what they confirmed. Their addresses are forgotten when it
//! is sent.

pub mod link;

use chrono::{DateTime, Utc};
use domain::Language;
use domain::forms::Problem;
use domain::mail::{Fill, LetterKind, Stream, Value};
use domain::responses::{CoSignatoryDetails, CoSigning, MOST_ASKED, MOST_CO_SIGNATORIES};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
};
use uuid::Uuid;

use super::draft::check_open;
use super::together::history::end_sign_off;
use super::{Draft, by_letter, draft as drafts, submit};
use crate::calls::{Call, Questionnaire};
use crate::mail::{self, Letter, Recipient, address_hash};
use crate::store::entities::co_signatory::{self, Column as C};
use crate::store::entities::response;
use crate::{Clock, Failure, Services, StoreError, secrets};

/// Somebody who was asked to sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoSignatory {
    pub id: Uuid,
    pub name: String,
    /// Empty once the response is sent.
    pub address: String,
    pub state: CoSigning,
    /// Whether what they have answered about is what stands there now.
    pub current: bool,
    pub asked_at: DateTime<Utc>,
    /// Whether they can be written to once more.
    pub can_ask: bool,
}

impl CoSignatory {
    fn new(row: co_signatory::Model, content: &str) -> Result<Self, StoreError> {
        Ok(Self {
            state: CoSigning::parse(&row.state)
                .ok_or_else(|| StoreError::corrupt("a signature", &row.state))?,
            current: row.content == content,
            can_ask: row.asked < MOST_ASKED,
            id: row.id,
            name: row.name,
            address: row.address,
            asked_at: row.asked_at,
        })
    }

    /// Whether they sign what stands there now.
    pub fn signs(&self) -> bool {
        self.state == CoSigning::Confirmed && self.current
    }
}

async fn all(read: &impl ConnectionTrait, draft: Uuid, content: &str) -> Result<Vec<CoSignatory>, Failure> {
    let rows =
        co_signatory::Entity::find().filter(C::DraftId.eq(draft)).order_by_asc(C::Id).all(read).await?;
    Ok(rows.into_iter().map(|row| CoSignatory::new(row, content)).collect::<Result<_, _>>()?)
}

/// Everyone who was asked to sign what a draft would send.
pub async fn list(
    services: &Services,
    call: &Call,
    form: &Questionnaire,
    draft: &Draft,
) -> Result<Vec<CoSignatory>, Failure> {
    all(services.db.read(), draft.id, &submit::content(call, form, draft)).await
}

/// Those who have signed what was sent under this key and with this fingerprint.
pub async fn signed(services: &Services, key: &str, fingerprint: &str) -> Result<Vec<CoSignatory>, Failure> {
    let Ok(draft) = key.parse() else { return Ok(Vec::new()) };
    let mut found = all(services.db.read(), draft, fingerprint).await?;
    found.retain(CoSignatory::signs);
    Ok(found)
}

/// The same of a response.
pub async fn of_response(services: &Services, response: Uuid) -> Result<Vec<CoSignatory>, Failure> {
    let row = response::Entity::find_by_id(response).one(services.db.read()).await?;
    let row = row.ok_or(Failure::NotFound("response"))?;
    signed(services, &row.idempotency_key, &row.receipt_hash).await
}

/// Asks one more to sign.
pub async fn add(
    services: &Services,
    call: &Call,
    draft: &Draft,
    asked: CoSignatoryDetails,
    language: Language,
) -> Result<(), Failure> {
    check_open(services, call, draft)?;
    let (by, clock, call, draft) = (services.by.clone(), services.clock.clone(), call.clone(), draft.clone());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                drafts::locked(txn, &by, draft.id).await?;
                let hash = address_hash(&asked.address);
                refuse_more(txn, draft.id, &hash).await?;
                let token = clock.secret();
                let row = co_signatory::ActiveModel {
                    id: Set(clock.id()),
                    draft_id: Set(draft.id),
                    name: Set(asked.name),
                    address: Set(asked.address.clone()),
                    address_hash: Set(hash),
                    token_hash: Set(secrets::hash(&token)),
                    language: Set(language.to_string()),
                    asked_at: Set(clock.now()),
                    asked: Set(1),
                    state: Set(CoSigning::Waiting.to_string()),
                    content: Set(String::new()),
                    answered_at: Set(None),
                };
                co_signatory::Entity::insert(row).exec_without_returning(txn).await?;
                if let Some(person) = by.person() {
                    end_sign_off(txn, draft.id, person, clock.now()).await?;
                }
                write_to(txn, &clock, &call, &draft, asked.address, &token, language).await
            })
        })
        .await
}

/// Refuses one too many, and one who was asked already.
async fn refuse_more(txn: &impl ConnectionTrait, draft: Uuid, hash: &str) -> Result<(), Failure> {
    let there = co_signatory::Entity::find().filter(C::DraftId.eq(draft));
    if there.clone().count(txn).await? >= MOST_CO_SIGNATORIES {
        let problem = Problem::new("name", "error-co-signatories-many");
        return Err(problem.with("most", MOST_CO_SIGNATORIES).into());
    }
    match there.filter(C::AddressHash.eq(hash)).one(txn).await? {
        Some(_) => Err(Problem::new("email", "error-co-signatory-there").into()),
        None => Ok(()),
    }
}

/// The letter with the link. Nothing that was typed is in it: whoever holds a draft can have it sent to anyone.
async fn write_to(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    call: &Call,
    draft: &Draft,
    address: String,
    token: &str,
    language: Language,
) -> Result<(), Failure> {
    let fill = Fill::new()
        .with("title", Value::Words(call.title_in(language).to_owned()))
        .with("link", Value::Private(format!("/co-sign/{token}")));
    let fill = match by_letter::until(call, draft) {
        Some(until) => fill.with("until", Value::When(until)),
        None => fill,
    };
    let letter = Letter {
        kind: LetterKind::CoSignAsked,
        stream: Some(Stream::Together),
        to: Recipient { address, name: String::new() },
        language,
        fill,
        key: format!("co-sign:{}", clock.id()),
    };
    mail::post(txn, clock, letter).await?;
    Ok(())
}

async fn one(txn: &impl ConnectionTrait, draft: Uuid, id: Uuid) -> Result<co_signatory::Model, Failure> {
    let row = co_signatory::Entity::find_by_id(id).filter(C::DraftId.eq(draft)).one(txn).await?;
    row.ok_or(Failure::NotFound("co-signatory"))
}

/// Writes to one of them once more, with another link; the one before opens nothing from then on.
pub async fn ask_again(services: &Services, call: &Call, draft: &Draft, id: Uuid) -> Result<(), Failure> {
    check_open(services, call, draft)?;
    let (by, clock, call, draft) = (services.by.clone(), services.clock.clone(), call.clone(), draft.clone());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                drafts::locked(txn, &by, draft.id).await?;
                let row = one(txn, draft.id, id).await?;
                if row.asked >= MOST_ASKED {
                    return Err(Failure::Refused("error-co-sign-often"));
                }
                let token = clock.secret();
                co_signatory::Entity::update_many()
                    .col_expr(C::TokenHash, Expr::value(secrets::hash(&token)))
                    .col_expr(C::Asked, Expr::value(row.asked + 1))
                    .col_expr(C::AskedAt, Expr::value(clock.now()))
                    .filter(C::Id.eq(id))
                    .exec(txn)
                    .await?;
                let language = Language::parse(&row.language).unwrap_or(Language::English);
                write_to(txn, &clock, &call, &draft, row.address, &token, language).await
            })
        })
        .await
}

/// Takes one of them off the list; their link opens nothing any more.
pub async fn remove(services: &Services, draft: &Draft, id: Uuid) -> Result<(), Failure> {
    let (by, clock, draft) = (services.by.clone(), services.clock.clone(), draft.id);
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                drafts::locked(txn, &by, draft).await?;
                one(txn, draft, id).await?;
                co_signatory::Entity::delete_by_id(id).exec(txn).await?;
                if let Some(person) = by.person() {
                    end_sign_off(txn, draft, person, clock.now()).await?;
                }
                Ok(())
            })
        })
        .await
}

/// Forgets where those who were asked to sign what is now sent can be reached.
pub(super) async fn forget_addresses(txn: &impl ConnectionTrait, draft: Uuid) -> Result<(), Failure> {
    let rows = co_signatory::Entity::find().filter(C::DraftId.eq(draft)).all(txn).await?;
    for row in rows {
        co_signatory::Entity::update_many()
            .col_expr(C::Address, Expr::value(""))
            // Of each another, as the table wants it.
            .col_expr(C::AddressHash, Expr::value(row.id.to_string()))
            .filter(C::Id.eq(row.id))
            .exec(txn)
            .await?;
    }
    Ok(())
}
