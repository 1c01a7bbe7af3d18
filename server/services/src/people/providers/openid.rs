//! Signing in by OpenID Connect: where to send the browser, and what the code it brings back proves.

use std::time::Duration;

use chrono::TimeDelta;
use domain::people::counts_as_second;
use openidconnect::core::{
    CoreAuthPrompt, CoreAuthenticationFlow, CoreClient, CoreClientAuthMethod, CoreIdToken, CoreIdTokenClaims,
    CoreJwsSigningAlgorithm as Alg, CoreUserInfoClaims,
};
use openidconnect::{
    AccessToken, AccessTokenHash, AuthType, AuthorizationCode, ClaimsVerificationError as E, ClientId,
    CsrfToken, EndpointMaybeSet, EndpointNotSet, EndpointSet, LanguageTag, LogoutRequest, Nonce,
    OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier, PostLogoutRedirectUrl, Scope,
    SignatureVerificationError, TokenResponse,
};

use super::assertion::ASSERTION_TYPE;
use super::discovery::Metadata;
use super::settings::{ClientProof, ProviderSettings};
use super::trouble::Trouble;
use super::wire::Wire;
use super::{Asked, Proven, Provider, redirect_url, trimmed};
use crate::Clock;

type Client = CoreClient<
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// The ways of signing that are taken: everything by a key pair. A provider that signs with the secret we share, or not
/// at all, proves nothing, whatever its discovery document says.
const SIGNED: [Alg; 9] = [
    Alg::RsaSsaPkcs1V15Sha256,
    Alg::RsaSsaPkcs1V15Sha384,
    Alg::RsaSsaPkcs1V15Sha512,
    Alg::RsaSsaPssSha256,
    Alg::RsaSsaPssSha384,
    Alg::RsaSsaPssSha512,
    Alg::EcdsaP256Sha256,
    Alg::EcdsaP384Sha384,
    Alg::EdDsa,
];

/// How far the clocks of two machines may be apart.
const SKEW: TimeDelta = TimeDelta::minutes(1);

/// Where the browser goes to sign in.
pub fn address(metadata: &Metadata, settings: &ProviderSettings, asked: &Asked) -> Result<String, Trouble> {
    let client = client(metadata, settings, &asked.redirect)?;
    let challenge =
        PkceCodeChallenge::from_code_verifier_sha256(&PkceCodeVerifier::new(asked.verifier.clone()));
    let (state, nonce) = (CsrfToken::new(asked.state.clone()), Nonce::new(asked.nonce.clone()));
    let scopes = settings.scopes.iter().filter(|scope| *scope != "openid").cloned().map(Scope::new);
    let mut request = client
        .authorize_url(CoreAuthenticationFlow::AuthorizationCode, move || state, move || nonce)
        .set_pkce_challenge(challenge)
        .add_scopes(scopes)
        .add_ui_locale(LanguageTag::new(asked.language.clone()));
    if asked.afresh {
        request = request.add_prompt(CoreAuthPrompt::Login).set_max_age(Duration::ZERO);
    }
    Ok(request.url().0.to_string())
}

/// What a code proves, where everything about it is right.
pub async fn prove(
    provider: &Provider,
    wire: &Wire,
    clock: &Clock,
    asked: &Asked,
    code: String,
) -> Result<Proven, Trouble> {
    let settings = &provider.settings;
    let metadata = provider.metadata(wire, clock).await?;
    let client = client(&metadata, settings, &asked.redirect)?;
    let mut request = client
        .exchange_code(AuthorizationCode::new(code))
        .map_err(|_| Trouble::Away("its discovery document names no token endpoint".to_owned()))?
        .set_pkce_verifier(PkceCodeVerifier::new(asked.verifier.clone()));
    if let ClientProof::Key(key) = &settings.proof {
        let audience = metadata.token_endpoint().map(|url| url.as_str().to_owned()).unwrap_or_default();
        let takes = metadata.token_endpoint_auth_signing_alg_values_supported();
        let assertion = key.assertion(&settings.client, &audience, takes, clock).map_err(Trouble::Away)?;
        request = request
            .add_extra_param("client_assertion_type", ASSERTION_TYPE)
            .add_extra_param("client_assertion", assertion);
    }
    let tokens = request.request_async(wire).await?;
    let token = tokens.id_token().ok_or_else(|| Trouble::unproven("it gave no ID token"))?;
    let claims = match verify(token, &client, asked, clock, tokens.access_token()) {
        // Keys change: one that nobody has seen yet may be a new one.
        Err(E::SignatureVerification(SignatureVerificationError::NoMatchingKey)) => {
            let metadata = provider.discovery.new_keys(wire, clock).await?.unwrap_or(metadata);
            let client = self::client(&metadata, settings, &asked.redirect)?;
            verify(token, &client, asked, clock, tokens.access_token())?
        }
        verified => verified?,
    };
    let more = more(&client, claims, tokens.access_token(), wire).await?;
    Ok(proven(settings, token, claims, more.as_ref()))
}

/// What the token says, once its issuer, audience, signature, time, nonce and all else that it holds are right.
fn verify<'t>(
    token: &'t CoreIdToken,
    client: &Client,
    asked: &Asked,
    clock: &Clock,
    access: &AccessToken,
) -> Result<&'t CoreIdTokenClaims, E> {
    let (now, clock) = (clock.now(), clock.clone());
    let verifier = client.id_token_verifier().set_allowed_algs(SIGNED).set_time_fn(move || clock.now());
    let claims = token.claims(&verifier, &Nonce::new(asked.nonce.clone()))?;
    if claims.issue_time() > now + SKEW {
        return Err(E::Other("issued in the future".to_owned()));
    }
    if claims.authorized_party().is_some_and(|party| party != client.client_id()) {
        return Err(E::InvalidAudience("authorized party".to_owned()));
    }
    if let Some(hash) = claims.access_token_hash() {
        let signing = (token.signing_alg(), token.signing_key(&verifier));
        let (Ok(alg), Ok(key)) = signing else { return Err(E::Other("no signature".to_owned())) };
        let right = AccessTokenHash::from_token(access, alg, key).is_ok_and(|right| right == *hash);
        if !right {
            return Err(E::Other("another access token".to_owned()));
        }
    }
    let long_ago = claims.auth_time().is_none_or(|at| at < asked.begun_at - SKEW);
    if asked.afresh && long_ago {
        return Err(E::InvalidAuthTime("signed in before it was asked".to_owned()));
    }
    Ok(claims)
}

/// What else the provider says, where the token does not name an e-mail address by which the person would know the
/// account again.
async fn more(
    client: &Client,
    claims: &CoreIdTokenClaims,
    access: &AccessToken,
    wire: &Wire,
) -> Result<Option<CoreUserInfoClaims>, Trouble> {
    if claims.email().is_some() {
        return Ok(None);
    }
    let Ok(request) = client.user_info(access.clone(), Some(claims.subject().clone())) else {
        return Ok(None);
    };
    match request.request_async(wire).await.map_err(Trouble::from) {
        Ok(said) => Ok(Some(said)),
        // Who it is has been proved; only a label is missing.
        Err(Trouble::Away(_)) => Ok(None),
        Err(trouble) => Err(trouble),
    }
}

fn proven(
    settings: &ProviderSettings,
    token: &CoreIdToken,
    claims: &CoreIdTokenClaims,
    more: Option<&CoreUserInfoClaims>,
) -> Proven {
    let methods = claims.auth_method_refs().into_iter().flatten();
    let asked_for_more = methods.into_iter().any(|method| counts_as_second(method));
    let email = claims.email().or_else(|| more.and_then(CoreUserInfoClaims::email));
    let name = claims.name().or_else(|| more.and_then(CoreUserInfoClaims::name));
    let label = email
        .map(|email| email.as_str())
        .or_else(|| name.and_then(|name| name.get(None)).map(|name| name.as_str()));
    Proven {
        issuer: claims.issuer().as_str().to_owned(),
        subject: claims.subject().as_str().to_owned(),
        label: trimmed(label.unwrap_or_default()),
        signed_in_at: claims.auth_time(),
        second_factor: settings.second_factor || asked_for_more,
        id_token: Some(token.to_string()),
    }
}

/// Where the browser goes to sign out at the provider too; nothing where it does not offer that.
pub fn departure(
    metadata: &Metadata,
    settings: &ProviderSettings,
    id_token: &str,
    back: &str,
) -> Option<String> {
    let end = metadata.additional_metadata().end_session_endpoint.clone()?;
    let token: CoreIdToken = id_token.parse().ok()?;
    let back = PostLogoutRedirectUrl::new(back.to_owned()).ok()?;
    let request = LogoutRequest::from(end)
        .set_id_token_hint(&token)
        .set_client_id(ClientId::new(settings.client.clone()))
        .set_post_logout_redirect_uri(back);
    Some(request.http_get_url().to_string())
}

fn client(metadata: &Metadata, settings: &ProviderSettings, redirect: &str) -> Result<Client, Trouble> {
    let secret = match &settings.proof {
        ClientProof::Secret(secret) => Some(secret.clone()),
        ClientProof::None | ClientProof::Key(_) => None,
    };
    let id = ClientId::new(settings.client.clone());
    let redirect = redirect_url(redirect)?;
    let client = CoreClient::from_provider_metadata(metadata.clone(), id, secret);
    // Without a word on it, the secret goes into the header (OpenID Connect Discovery 1.0, section 3).
    let in_header = metadata
        .token_endpoint_auth_methods_supported()
        .is_none_or(|ways| ways.contains(&CoreClientAuthMethod::ClientSecretBasic));
    let way = if in_header { AuthType::BasicAuth } else { AuthType::RequestBody };
    Ok(client.set_auth_type(way).set_redirect_uri(redirect))
}
