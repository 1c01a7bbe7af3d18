//! Providers of sign-in: OpenID Connect ([`openid`]) and OAuth 2 alone ([`plain`]), by configuration. Both look the same
//! from outside: an address to send the browser to, and what the code that it brings back proves.

mod assertion;
mod discovery;
mod openid;
mod plain;
mod settings;
mod trouble;
mod wire;

pub(crate) use wire::tls;

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use domain::forms::LONGEST_TITLE;
use openidconnect::RedirectUrl;

pub use assertion::ClientKey;
pub use openidconnect::ClientSecret;
pub use settings::{ClientProof, Kind, ProviderSettings};
pub use trouble::Trouble;

use crate::Clock;
use discovery::{Discovery, Metadata};
use plain::Addresses;
use wire::Wire;

/// How long one request to a provider may take. Someone is waiting for it.
pub const TIME_LIMIT: Duration = Duration::from_secs(5);

/// The longest subject that a provider may give (OpenID Connect Core 1.0, section 2).
const LONGEST_SUBJECT: usize = 255;

/// The providers of this portal. Cheap to clone.
#[derive(Clone)]
pub struct Providers(Arc<Inner>);

struct Inner {
    all: Vec<Provider>,
    wire: Wire,
}

/// One provider and what is known of it.
pub struct Provider {
    pub settings: ProviderSettings,
    discovery: Discovery,
}

/// What the browser is sent to a provider with, and what the answer must fit.
#[derive(Clone)]
pub struct Asked {
    pub state: String,
    pub nonce: String,
    /// The secret half of PKCE (RFC 7636).
    pub verifier: String,
    /// Where the provider sends the browser back to.
    pub redirect: String,
    pub language: String,
    /// Whether the person must show again who they are, even where the provider knows the browser.
    pub afresh: bool,
    pub begun_at: DateTime<Utc>,
}

/// Who someone is, as a provider has proved.
#[derive(Clone)]
pub struct Proven {
    /// Who says so; with the subject it names one person for ever.
    pub issuer: String,
    pub subject: String,
    /// What the person knows the account by: an e-mail address or a name. It proves nothing.
    pub label: String,
    /// When they last showed the provider who they are, where it says so.
    pub signed_in_at: Option<DateTime<Utc>>,
    /// Whether it has asked for a second factor, as far as it says so or the operator does.
    pub second_factor: bool,
    /// The token itself, which the provider wants to see again when they sign out.
    pub id_token: Option<String>,
}

impl Providers {
    /// These providers, each with a time limit for its answers. The settings must have been checked.
    pub fn new(all: Vec<ProviderSettings>, limit: Duration) -> Self {
        let all = all.into_iter().map(|settings| Provider { settings, discovery: Discovery::default() });
        Self(Arc::new(Inner { all: all.collect(), wire: Wire::new(limit) }))
    }

    /// No provider at all.
    pub fn none() -> Self {
        Self::new(Vec::new(), TIME_LIMIT)
    }

    /// Every provider, in the order of the settings.
    pub fn iter(&self) -> impl Iterator<Item = &Provider> {
        self.0.all.iter()
    }

    /// The provider with this id.
    pub fn find(&self, id: &str) -> Option<&Provider> {
        self.iter().find(|provider| provider.settings.id == id)
    }

    /// Where the browser goes to sign in at this provider.
    pub async fn address(
        &self,
        provider: &Provider,
        clock: &Clock,
        asked: &Asked,
    ) -> Result<String, Trouble> {
        if let Some(at) = provider.plain() {
            return plain::address(&at, &provider.settings, asked);
        }
        let metadata = provider.metadata(&self.0.wire, clock).await?;
        openid::address(&metadata, &provider.settings, asked)
    }

    /// Who someone is, by the code that their browser brought back.
    pub async fn prove(
        &self,
        provider: &Provider,
        clock: &Clock,
        asked: &Asked,
        code: String,
    ) -> Result<Proven, Trouble> {
        let wire = &self.0.wire;
        let proven = match provider.plain() {
            Some(at) => plain::prove(&at, &provider.settings, wire, asked, code).await?,
            None => openid::prove(provider, wire, clock, asked, code).await?,
        };
        if proven.subject.is_empty() || proven.subject.len() > LONGEST_SUBJECT {
            return Err(Trouble::unproven("its name for the person is empty or too long"));
        }
        Ok(proven)
    }

    /// Whether an answer that names this issuer, or none, can be from this provider (RFC 9207). Two providers that share
    /// a browser cannot be taken for one another.
    pub async fn is_from(
        &self,
        provider: &Provider,
        clock: &Clock,
        named: Option<&str>,
    ) -> Result<bool, Trouble> {
        // Without discovery, the address that the answer came to tells the providers apart.
        let Kind::OpenId { issuer } = &provider.settings.kind else { return Ok(true) };
        let metadata = provider.metadata(&self.0.wire, clock).await?;
        let always = metadata.additional_metadata().authorization_response_iss_parameter_supported;
        Ok(named.map_or(!always, |named| named == issuer))
    }

    /// Where the browser goes to sign out at this provider too; nothing where it does not offer that, or does not answer.
    pub async fn departure(
        &self,
        provider: &Provider,
        clock: &Clock,
        id_token: &str,
        back: &str,
    ) -> Option<String> {
        if provider.plain().is_some() {
            return None;
        }
        let metadata = provider.metadata(&self.0.wire, clock).await.ok()?;
        openid::departure(&metadata, &provider.settings, id_token, back)
    }
}

impl Provider {
    fn plain(&self) -> Option<Addresses<'_>> {
        match &self.settings.kind {
            Kind::OpenId { .. } => None,
            Kind::OAuth2 { authorize, token, userinfo, subject } => {
                Some(Addresses { authorize, token, userinfo, subject })
            }
        }
    }

    /// Whether it can be asked to let a person show again who they are.
    pub const fn asks_afresh(&self) -> bool {
        matches!(self.settings.kind, Kind::OpenId { .. })
    }

    async fn metadata(&self, wire: &Wire, clock: &Clock) -> Result<Arc<Metadata>, Trouble> {
        match &self.settings.kind {
            Kind::OpenId { issuer } => self.discovery.metadata(issuer, wire, clock).await,
            Kind::OAuth2 { .. } => Err(Trouble::Away("it has no discovery document".to_owned())),
        }
    }
}

fn redirect_url(address: &str) -> Result<RedirectUrl, Trouble> {
    RedirectUrl::new(address.to_owned())
        .map_err(|_| Trouble::Away("the portal's own public address cannot be used".to_owned()))
}

/// One line that is not too long to be shown.
fn trimmed(label: &str) -> String {
    domain::text::line(label).chars().take(LONGEST_TITLE).collect()
}
