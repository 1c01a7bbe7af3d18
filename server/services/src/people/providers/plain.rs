//! Signing in by OAuth 2 alone: there is no ID token, so who someone is stands in a document that the access token opens.

use http::header::{ACCEPT, AUTHORIZATION};
use oauth2::basic::BasicClient;
use oauth2::{
    AccessToken, AuthType, AuthUrl, AuthorizationCode, ClientId, CsrfToken, EndpointNotSet, EndpointSet,
    PkceCodeChallenge, PkceCodeVerifier, Scope, TokenResponse, TokenUrl,
};
use openidconnect::HttpRequest;
use serde_json::Value;

use super::settings::{ClientProof, ProviderSettings};
use super::trouble::Trouble;
use super::wire::Wire;
use super::{Asked, Proven, redirect_url, trimmed};

type Client = BasicClient<EndpointSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointSet>;

/// The addresses of such a provider.
pub struct Addresses<'a> {
    pub authorize: &'a str,
    pub token: &'a str,
    pub userinfo: &'a str,
    /// The member of the document that never changes for a person.
    pub subject: &'a str,
}

/// Where the browser goes to sign in.
pub fn address(at: &Addresses<'_>, settings: &ProviderSettings, asked: &Asked) -> Result<String, Trouble> {
    let client = client(at, settings, asked)?;
    let challenge =
        PkceCodeChallenge::from_code_verifier_sha256(&PkceCodeVerifier::new(asked.verifier.clone()));
    let state = CsrfToken::new(asked.state.clone());
    let scopes = settings.scopes.iter().cloned().map(Scope::new);
    let request = client.authorize_url(move || state).set_pkce_challenge(challenge).add_scopes(scopes);
    Ok(request.url().0.to_string())
}

/// What a code proves.
pub async fn prove(
    at: &Addresses<'_>,
    settings: &ProviderSettings,
    wire: &Wire,
    asked: &Asked,
    code: String,
) -> Result<Proven, Trouble> {
    let client = client(at, settings, asked)?;
    let tokens = client
        .exchange_code(AuthorizationCode::new(code))
        .set_pkce_verifier(PkceCodeVerifier::new(asked.verifier.clone()))
        .request_async(wire)
        .await?;
    let said = document(at.userinfo, tokens.access_token(), wire).await?;
    let member = |name: &str| match said.get(name) {
        Some(Value::String(text)) => Some(text.clone()),
        Some(Value::Number(number)) => Some(number.to_string()),
        _ => None,
    };
    let subject = member(at.subject).filter(|subject| !subject.is_empty());
    let label = member("email").or_else(|| member("name")).or_else(|| member("login")).unwrap_or_default();
    Ok(Proven {
        issuer: at.userinfo.to_owned(),
        subject: subject.ok_or_else(|| Trouble::unproven("it does not say who the person is"))?,
        label: trimmed(&label),
        signed_in_at: None,
        second_factor: settings.second_factor,
        id_token: None,
    })
}

async fn document(address: &str, access: &AccessToken, wire: &Wire) -> Result<Value, Trouble> {
    let request: HttpRequest = http::Request::get(address)
        .header(ACCEPT, "application/json")
        .header(AUTHORIZATION, format!("Bearer {}", access.secret()))
        .body(Vec::new())
        .map_err(|_| Trouble::unproven("its access token cannot be sent"))?;
    let response = wire.send(request).await?;
    let unreadable = || Trouble::unproven("what it says about the person cannot be read");
    if !response.status().is_success() {
        return Err(unreadable());
    }
    serde_json::from_slice(response.body()).map_err(|_| unreadable())
}

fn client(at: &Addresses<'_>, settings: &ProviderSettings, asked: &Asked) -> Result<Client, Trouble> {
    let unusable = |_| Trouble::Away("its addresses cannot be used".to_owned());
    let client = BasicClient::new(ClientId::new(settings.client.clone()))
        .set_auth_uri(AuthUrl::new(at.authorize.to_owned()).map_err(unusable)?)
        .set_token_uri(TokenUrl::new(at.token.to_owned()).map_err(unusable)?)
        .set_redirect_uri(redirect_url(&asked.redirect)?);
    Ok(match &settings.proof {
        // Every server takes it in the header (RFC 6749, section 2.3.1); some take it in the body alone.
        ClientProof::Secret(secret) => {
            client.set_client_secret(secret.clone()).set_auth_type(AuthType::BasicAuth)
        }
        ClientProof::None | ClientProof::Key(_) => client.set_auth_type(AuthType::RequestBody),
    })
}
