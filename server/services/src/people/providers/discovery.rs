//! What a provider of OpenID Connect says about itself, and its keys: read once, kept for a while, read again when a
//! token is signed with a key that nobody has seen yet.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use openidconnect::core::{
    CoreAuthDisplay, CoreClaimName, CoreClaimType, CoreClientAuthMethod, CoreGrantType, CoreJsonWebKey,
    CoreJweContentEncryptionAlgorithm, CoreJweKeyManagementAlgorithm, CoreResponseMode, CoreResponseType,
    CoreSubjectIdentifierType,
};
use openidconnect::{AdditionalProviderMetadata, EndSessionUrl, IssuerUrl, JsonWebKeySet, ProviderMetadata};
use serde::{Deserialize, Serialize};
use tokio::sync::Mutex;

use super::settings::is_safe;
use super::trouble::Trouble;
use super::wire::Wire;
use crate::Clock;

/// What Folkmoot reads beyond the library's own fields.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Also {
    /// Where people sign out (OpenID Connect RP-Initiated Logout 1.0).
    pub end_session_endpoint: Option<EndSessionUrl>,
    /// Whether it names itself when it sends people back (RFC 9207).
    #[serde(default)]
    pub authorization_response_iss_parameter_supported: bool,
}

impl AdditionalProviderMetadata for Also {}

/// The discovery document, keys included.
pub type Metadata = ProviderMetadata<
    Also,
    CoreAuthDisplay,
    CoreClientAuthMethod,
    CoreClaimName,
    CoreClaimType,
    CoreGrantType,
    CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm,
    CoreJsonWebKey,
    CoreResponseMode,
    CoreResponseType,
    CoreSubjectIdentifierType,
>;

/// For how long a document is as good as new.
const FRESH: TimeDelta = TimeDelta::hours(1);

/// For how long one is used while a new one cannot be had.
const LASTS: TimeDelta = TimeDelta::days(1);

/// How long a provider that did not answer is left in peace, so that those who wait do not wait one after the other.
const BREATHER: TimeDelta = TimeDelta::seconds(5);

/// How often its keys are read at most, whatever the keys that tokens name.
const BETWEEN_KEYS: TimeDelta = TimeDelta::seconds(10);

/// What is known of one provider.
#[derive(Default)]
pub struct Discovery(Mutex<State>);

#[derive(Default)]
struct State {
    known: Option<Known>,
    failed_at: Option<DateTime<Utc>>,
}

struct Known {
    metadata: Arc<Metadata>,
    read_at: DateTime<Utc>,
    keys_at: DateTime<Utc>,
}

impl Discovery {
    /// The document, read from the provider where none is at hand.
    pub async fn metadata(&self, issuer: &str, wire: &Wire, clock: &Clock) -> Result<Arc<Metadata>, Trouble> {
        let mut state = self.0.lock().await;
        let now = clock.now();
        let age = |known: &Known| now - known.read_at;
        if let Some(known) = state.known.as_ref().filter(|known| age(known) < FRESH) {
            return Ok(Arc::clone(&known.metadata));
        }
        let breathing = state.failed_at.is_some_and(|at| now - at < BREATHER);
        let read = if breathing {
            Err(Trouble::Away("it did not answer just now".to_owned()))
        } else {
            read(issuer, wire).await
        };
        match read {
            Ok(metadata) => {
                let metadata = Arc::new(metadata);
                let known = Known { metadata: Arc::clone(&metadata), read_at: now, keys_at: now };
                *state = State { known: Some(known), failed_at: None };
                Ok(metadata)
            }
            Err(trouble) => {
                if !breathing {
                    state.failed_at = Some(now);
                }
                let old = state.known.as_ref().filter(|known| age(known) < LASTS);
                old.map(|known| Arc::clone(&known.metadata)).ok_or(trouble)
            }
        }
    }

    /// The document with its keys read anew, unless they were read just now: then nothing.
    pub async fn new_keys(&self, wire: &Wire, clock: &Clock) -> Result<Option<Arc<Metadata>>, Trouble> {
        let mut state = self.0.lock().await;
        let now = clock.now();
        let Some(known) = state.known.as_mut().filter(|known| now - known.keys_at >= BETWEEN_KEYS) else {
            return Ok(None);
        };
        known.keys_at = now;
        let keys = JsonWebKeySet::fetch_async(known.metadata.jwks_uri(), wire).await?;
        known.metadata = Arc::new(Metadata::clone(&known.metadata).set_jwks(keys));
        Ok(Some(Arc::clone(&known.metadata)))
    }
}

async fn read(issuer: &str, wire: &Wire) -> Result<Metadata, Trouble> {
    let url = IssuerUrl::new(issuer.to_owned())
        .map_err(|_| Trouble::Away("its issuer is no address".to_owned()))?;
    let metadata = Metadata::discover_async(url, wire).await?;
    let safe = [
        Some(metadata.authorization_endpoint().as_str()),
        metadata.token_endpoint().map(|url| url.as_str()),
        metadata.userinfo_endpoint().map(|url| url.as_str()),
        metadata.additional_metadata().end_session_endpoint.as_ref().map(|url| url.as_str()),
        Some(metadata.jwks_uri().as_str()),
    ]
    .into_iter()
    .flatten()
    .all(is_safe);
    if safe {
        Ok(metadata)
    } else {
        Err(Trouble::Away("its discovery document names an address that is not https".to_owned()))
    }
}
