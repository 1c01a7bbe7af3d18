//! Passkeys (`WebAuthn` level 3): keys that a person's device keeps and uses only after it has asked for a finger, a face or a
//! PIN. One is proof in two steps by itself, so it signs in alone, or takes the second step after another first one. What
//! is asked of the browser is a [`request`]; the answer adds a key ([`add`]) or signs in ([`sign_in`]).

pub mod add;
pub mod request;
pub mod sign_in;

use chrono::{DateTime, Utc};
use domain::audit::Act;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use url::{Host, Url};
use uuid::Uuid;
use webauthn_rs::{Webauthn, WebauthnBuilder};

use super::factors;
use crate::audit::Entry;
use crate::store::StoreResult;
use crate::store::entities::passkey;
use crate::{Failure, Services};

/// Whom passkeys are for: the portal under its public address.
#[derive(Clone)]
pub struct RelyingParty(Webauthn);

impl RelyingParty {
    /// The portal at this address; nothing where browsers keep no passkeys for it, because it is reached by a number or
    /// without TLS.
    pub fn at(public_address: &str) -> Option<Self> {
        let origin = Url::parse(public_address).ok()?;
        let Some(Host::Domain(name)) = origin.host() else { return None };
        if origin.scheme() != "https" && name != "localhost" {
            return None;
        }
        let built = WebauthnBuilder::new(name, &origin).and_then(|built| built.rp_name("Folkmoot").build());
        built.map(Self).ok()
    }
}

/// A passkey, as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passkey {
    pub id: Uuid,
    /// What the owner calls it.
    pub name: String,
    pub added_at: DateTime<Utc>,
    pub used_at: Option<DateTime<Utc>>,
}

/// The passkeys of a person, the oldest first.
pub async fn of(services: &Services, person: Uuid) -> Result<Vec<Passkey>, Failure> {
    let mine = passkey::Entity::find().filter(passkey::Column::PersonId.eq(person));
    let rows = mine.order_by_asc(passkey::Column::AddedAt).all(services.db.read()).await?;
    let shown = |row: passkey::Model| Passkey {
        id: row.id,
        name: row.name,
        added_at: row.added_at,
        used_at: row.used_at,
    };
    Ok(rows.into_iter().map(shown).collect())
}

/// Whether a person has any.
pub(super) async fn any(read: &impl ConnectionTrait, person: Uuid) -> StoreResult<bool> {
    let mine = passkey::Entity::find().filter(passkey::Column::PersonId.eq(person));
    Ok(mine.count(read).await? > 0)
}

/// Takes a passkey away.
pub async fn remove(services: &Services, person: Uuid, id: Uuid) -> Result<(), Failure> {
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let mine = passkey::Entity::delete_by_id(id).filter(passkey::Column::PersonId.eq(person));
                if mine.exec(txn).await?.rows_affected == 0 {
                    return Err(Failure::NotFound("passkey"));
                }
                factors::settle(txn, person).await?;
                recorder.record(txn, Entry::of_person(Act::PasskeyRemoved, person)).await?;
                Ok(())
            })
        })
        .await
}

/// Takes all passkeys of a person away.
pub(super) async fn forget(txn: &impl ConnectionTrait, person: Uuid) -> StoreResult<()> {
    passkey::Entity::delete_many().filter(passkey::Column::PersonId.eq(person)).exec(txn).await?;
    Ok(())
}

/// What a device calls a key, as it is kept.
fn key_of(credential: &[u8]) -> String {
    crate::secrets::hex(credential)
}
