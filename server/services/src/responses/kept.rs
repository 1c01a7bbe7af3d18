//! Drafts and responses that people keep in their accounts. Whoever shows the proof that it is theirs may: the private link
//! of a draft, or the receipt of a response. Nobody but the person is told, so the audit knows nothing of it either: it
//! would tell administrators who wrote what they may only read without a name.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::Language;
use domain::outcomes::ReceiptDetails;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{Draft, Receipt, draft, receipt, together};
use crate::outcomes::trace;
use crate::store::entities::{draft as written, kept_response as kept, person, response};
use crate::store::{StoreError, rows};
use crate::{Failure, Services, calls};

/// What someone keeps.
#[derive(Clone, Debug)]
pub struct Kept {
    pub id: Uuid,
    pub call: calls::Call,
    pub state: KeptState,
}

/// How far it has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeptState {
    /// It is being written.
    Draft {
        saved_at: DateTime<Utc>,
        /// Whether it may still be written to.
        open: bool,
    },
    /// It was sent.
    Sent {
        receipt: Receipt,
        /// Whether it was written here, so that its receipt has all that was sent.
        written_here: bool,
        /// Whether it is being changed.
        changing: bool,
        /// The response that it has become; nothing while a person has to look at it first.
        response: Option<Uuid>,
    },
}

/// Keeps the draft, which whoever asks has opened by its private link, or begun in this browser.
/// What an organisation writes is nobody's own.
pub async fn keep_draft(services: &Services, person: Uuid, held: &Draft) -> Result<(), Failure> {
    if held.organisation.is_some() {
        return Err(Failure::NotFound("draft"));
    }
    keep(services, person, held.call, held.id.to_string()).await
}

/// Keeps the response of a receipt. A wrong receipt is refused as where anyone follows their words.
pub async fn keep_by_receipt(
    services: &Services,
    person: Uuid,
    typed: &ReceiptDetails,
) -> Result<(), Failure> {
    let id = trace::by_receipt(services, typed).await?;
    let row = response::Entity::find_by_id(id).one(services.db.read()).await?;
    let row = row.ok_or(Failure::NotFound("response"))?;
    keep(services, person, row.call_id, row.idempotency_key).await
}

/// Two who keep the same at one moment: the first has it.
async fn keep(services: &Services, person: Uuid, call: Uuid, key: String) -> Result<(), Failure> {
    let (id, now) = (services.clock.id(), services.clock.now());
    let row = kept::ActiveModel {
        id: Set(id),
        person_id: Set(person),
        call_id: Set(call),
        key: Set(key.clone()),
        kept_at: Set(now),
    };
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let same = OnConflict::column(kept::Column::Key).do_nothing().to_owned();
                kept::Entity::insert(row).on_conflict(same).exec_without_returning(txn).await?;
                let held = kept::Entity::find().filter(kept::Column::Key.eq(key)).one(txn).await?;
                let mine = held.is_some_and(|row| row.person_id == person);
                if mine { Ok(()) } else { Err(Failure::Refused("error-kept-elsewhere")) }
            })
        })
        .await
}

/// Whether this person keeps this draft.
pub async fn keeps(services: &Services, person: Uuid, held: &Draft) -> Result<bool, Failure> {
    let row = kept::Entity::find()
        .filter(kept::Column::Key.eq(held.id.to_string()))
        .filter(kept::Column::PersonId.eq(person));
    Ok(row.one(services.db.read()).await?.is_some())
}

/// All that a person keeps, the latest first.
pub async fn list(services: &Services, person: Uuid) -> Result<Vec<Kept>, Failure> {
    let rows = kept::Entity::find()
        .filter(kept::Column::PersonId.eq(person))
        .order_by_desc(kept::Column::KeptAt)
        .order_by_desc(kept::Column::Id);
    let mut found = Vec::new();
    for row in rows.all(services.db.read()).await? {
        found.push(read(services, row).await?);
    }
    Ok(found)
}

/// One thing that a person keeps. What another keeps is none.
pub async fn find(services: &Services, person: Uuid, id: Uuid) -> Result<Kept, Failure> {
    read(services, mine(services, person, id).await?).await
}

async fn mine(services: &Services, person: Uuid, id: Uuid) -> Result<kept::Model, Failure> {
    let row = kept::Entity::find_by_id(id).filter(kept::Column::PersonId.eq(person));
    row.one(services.db.read()).await?.ok_or(Failure::NotFound("response"))
}

/// The draft that a person keeps, to go on with it in any browser.
pub async fn draft_of(services: &Services, person: Uuid, id: Uuid) -> Result<Draft, Failure> {
    let row = mine(services, person, id).await?;
    let key = row.key.parse().map_err(|_| Failure::NotFound("draft"))?;
    let draft = draft::by_id(services, key).await?;
    if draft.organisation.is_some() { Err(Failure::NotFound("draft")) } else { Ok(draft) }
}

async fn read(services: &Services, row: kept::Model) -> Result<Kept, Failure> {
    let call = calls::by_id(services, row.call_id).await?;
    let written = match row.key.parse() {
        Ok(id) => draft::by_id(services, id).await.ok(),
        Err(_) => None,
    };
    let state = match (receipt::under(services.db.read(), &row.key).await?, written) {
        (Some(receipt), written) => {
            let sent = response::Entity::find().filter(response::Column::IdempotencyKey.eq(row.key.as_str()));
            let response = sent.one(services.db.read()).await?.map(|row| row.id);
            let changing = written.as_ref().is_some_and(|draft| draft.changing.is_some());
            KeptState::Sent { receipt, written_here: written.is_some(), changing, response }
        }
        (None, Some(written)) => KeptState::Draft {
            saved_at: written.saved_at,
            open: draft::check_open(services, &call, &written).is_ok(),
        },
        (None, None) => return Err(StoreError::corrupt("what someone keeps", row.key).into()),
    };
    Ok(Kept { id: row.id, call, state })
}

/// Lets go of something. It stays what it is, and its private link or its receipt is the only way to it again.
pub async fn let_go(services: &Services, person: Uuid, id: Uuid) -> Result<(), Failure> {
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let gone = kept::Entity::delete_many()
                    .filter(kept::Column::Id.eq(id))
                    .filter(kept::Column::PersonId.eq(person))
                    .exec(txn)
                    .await?;
                if gone.rows_affected > 0 { Ok(()) } else { Err(Failure::NotFound("response")) }
            })
        })
        .await
}

/// Those who keep a draft of a call that they have not sent, or are changing, each with the language of that draft; and the
/// members of organisations that write one.
pub(crate) async fn writers(
    read: &impl ConnectionTrait,
    call: Uuid,
) -> Result<Vec<(person::Model, Language)>, Failure> {
    let rows = kept::Entity::find().filter(kept::Column::CallId.eq(call)).all(read).await?;
    let ids = rows.iter().filter_map(|row| row.key.parse::<Uuid>().ok());
    let drafts = rows::by::<written::Entity>(read, written::Column::Id, ids, |row| row.id).await?;
    let keepers = rows.iter().map(|row| row.person_id);
    let people = rows::by::<person::Entity>(read, person::Column::Id, keepers, |row| row.id).await?;
    let mut found: BTreeMap<Uuid, (person::Model, Language)> = BTreeMap::new();
    for row in rows {
        let draft = row.key.parse::<Uuid>().ok().and_then(|id| drafts.get(&id));
        let draft = draft.filter(|draft| draft.submitted_at.is_none() || draft.changing_since.is_some());
        let open = people.get(&row.person_id).filter(|person| person.disabled_at.is_none());
        if let Some((draft, person)) = draft.zip(open) {
            let language = Language::parse(&draft.language).unwrap_or(Language::English);
            found.entry(person.id).or_insert_with(|| (person.clone(), language));
        }
    }
    for (person, language) in together::writers(read, call).await? {
        found.entry(person.id).or_insert((person, language));
    }
    Ok(found.into_values().collect())
}
