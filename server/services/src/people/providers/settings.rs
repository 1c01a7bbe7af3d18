//! A provider of sign-in as the operator describes it.

use openidconnect::ClientSecret;
use url::{Host, Url};

/// What Folkmoot needs to know of a provider, an NHS, a government or a company one alike.
#[derive(Clone, Debug)]
pub struct ProviderSettings {
    /// Its short name in addresses: letters, digits and hyphens.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// What it calls Folkmoot.
    pub client: String,
    /// How Folkmoot proves that it is that client.
    pub proof: ClientProof,
    /// What is asked of it about a person.
    pub scopes: Vec<String>,
    /// Whether it asks everyone for a second factor, also where it does not say so itself.
    pub second_factor: bool,
    pub kind: Kind,
}

/// How Folkmoot proves to a provider that it is the client it says it is.
#[derive(Clone, Debug)]
pub enum ClientProof {
    /// By nothing: a public client, protected by PKCE alone.
    None,
    /// By a secret that both know.
    Secret(ClientSecret),
    /// By a signature (RFC 7523), as NHS and government providers ask.
    Key(super::assertion::ClientKey),
}

/// What kind of provider it is.
#[derive(Clone, Debug)]
pub enum Kind {
    /// OpenID Connect: everything else is read from its discovery document.
    OpenId { issuer: String },
    /// OAuth 2 alone: who someone is stands in a document that the access token opens.
    OAuth2 {
        authorize: String,
        token: String,
        userinfo: String,
        /// The member of that document that never changes for a person, `sub` or `id` for most.
        subject: String,
    },
}

impl ProviderSettings {
    /// Whether they can be worked with, or a sentence that says why not.
    pub fn check(&self) -> Result<(), String> {
        let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if self.id.is_empty() || self.id.len() > 40 || !self.id.chars().all(letters) {
            return Err(format!(
                "the id {:?} of a provider must be lower-case letters, digits and hyphens",
                self.id
            ));
        }
        let wrong = |what: &str| Err(format!("the provider {}: {what}", self.id));
        if self.name.trim().is_empty() {
            return wrong("it needs a name");
        }
        if self.client.trim().is_empty() {
            return wrong("it needs a client id");
        }
        let addresses = match &self.kind {
            Kind::OpenId { issuer } => vec![issuer],
            Kind::OAuth2 { authorize, token, userinfo, .. } => vec![authorize, token, userinfo],
        };
        match addresses.into_iter().find(|address| !is_safe(address)) {
            Some(address) => {
                wrong(&format!("{address:?} must be an https address (http only on this machine)"))
            }
            None => Ok(()),
        }
    }
}

/// Whether nobody in between could read or change what is sent to this address: it is https, or this machine itself.
pub(super) fn is_safe(address: &str) -> bool {
    let Ok(url) = Url::parse(address) else { return false };
    let here = match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        None => return false,
    };
    url.fragment().is_none() && (url.scheme() == "https" || url.scheme() == "http" && here)
}

#[cfg(test)]
mod tests {
    use super::is_safe;

    #[test]
    fn only_addresses_that_nobody_can_listen_in_on() {
        for safe in [
            "https://id.example.org",
            "https://id.example.org/realms/x",
            "http://127.0.0.1:3000/",
            "http://[::1]/",
        ] {
            assert!(is_safe(safe), "{safe}");
        }
        for unsafe_ in [
            "http://id.example.org",
            "http://127.0.0.1.example.org",
            "ftp://localhost",
            "id.example.org",
            "",
            "https://a.org/#x",
        ] {
            assert!(!is_safe(unsafe_), "{unsafe_}");
        }
    }
}
