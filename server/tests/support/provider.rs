//! A provider of sign-in for faults that a real one cannot be made to show. It is a server of its own on this machine; a
//! real, certified provider signs people in in `end2end`.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use axum::extract::{Form, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use base64::Engine;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD as BASE64};
use ring::signature::{Ed25519KeyPair, KeyPair};
use ring::{digest, hmac};
use serde_json::{Value, json};
use services::Clock;
use services::people::Providers;
use services::people::providers::{ClientProof, ClientSecret, Kind, ProviderSettings};
use url::Url;

/// What the provider calls Folkmoot, and the secret that both know.
const CLIENT: &str = "folkmoot";
const SECRET: &str = "a secret / of + both";

/// How long Folkmoot waits for it.
pub const LIMIT: Duration = Duration::from_millis(400);

/// What is wrong with the provider.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fault {
    #[default]
    None,
    /// Answers every request with an error of its own.
    Broken,
    /// Takes every request and never answers.
    Stalled,
    /// Answers with a page that goes on for ever.
    Endless,
    /// Sends every request elsewhere.
    Moved,
    /// Signs nothing.
    Unsigned,
    /// Signs with the secret that both know.
    SharedSecret,
    /// Signs with a key that it does not publish.
    UnknownKey,
    /// Signs with another key than the one that it says.
    OtherKey,
}

type Change = Box<dyn Fn(&mut Value) + Send>;

struct Inner {
    issuer: String,
    fault: Fault,
    /// The seed of the key that signs; it is published under this name too.
    key: u8,
    /// What is told of the person.
    person: Value,
    /// What the token says beyond the truth.
    change: Option<Change>,
    codes: HashMap<String, Code>,
    reads: HashMap<&'static str, usize>,
    clock: Clock,
}

#[derive(Clone)]
struct Code {
    nonce: Option<String>,
    challenge: String,
    redirect: String,
}

/// The provider, as the tests hold it.
#[derive(Clone)]
pub struct Door(Arc<Mutex<Inner>>);

impl Door {
    /// Starts a provider that knows the person `sub-1`, with this e-mail address.
    pub async fn open(clock: &Clock, email: &str) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let issuer = format!("http://{}", listener.local_addr().expect("its address"));
        let inner = Inner {
            issuer,
            fault: Fault::None,
            key: 1,
            person: json!({ "sub": "sub-1", "email": email, "email_verified": true, "name": "Ada Lead" }),
            change: None,
            codes: HashMap::new(),
            reads: HashMap::new(),
            clock: clock.clone(),
        };
        let door = Self(Arc::new(Mutex::new(inner)));
        let app = Router::new()
            .route("/.well-known/openid-configuration", get(discovery))
            .route("/keys", get(keys))
            .route("/token", post(token))
            .route("/userinfo", get(userinfo))
            .with_state(door.clone());
        tokio::spawn(async move { axum::serve(listener, app).await });
        door
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().expect("nothing panics while it holds the provider")
    }

    /// Its issuer.
    pub fn issuer(&self) -> String {
        self.lock().issuer.clone()
    }

    /// Itself as the one provider of a portal, named `door`.
    pub fn providers(&self) -> Providers {
        Providers::new(vec![self.settings("door", "The Door")], LIMIT)
    }

    /// Its settings, under this id and name.
    pub fn settings(&self, id: &str, name: &str) -> ProviderSettings {
        ProviderSettings {
            id: id.to_owned(),
            name: name.to_owned(),
            client: CLIENT.to_owned(),
            proof: ClientProof::Secret(ClientSecret::new(SECRET.to_owned())),
            scopes: vec!["email".to_owned(), "profile".to_owned()],
            second_factor: false,
            kind: Kind::OpenId { issuer: self.issuer() },
        }
    }

    /// Its settings as a provider of OAuth 2 alone.
    pub fn plain(&self, subject: &str) -> Providers {
        let issuer = self.issuer();
        let kind = Kind::OAuth2 {
            authorize: format!("{issuer}/authorize"),
            token: format!("{issuer}/token"),
            userinfo: format!("{issuer}/userinfo"),
            subject: subject.to_owned(),
        };
        Providers::new(vec![ProviderSettings { kind, ..self.settings("door", "The Door") }], LIMIT)
    }

    /// What is wrong with it from now on.
    pub fn break_with(&self, fault: Fault) {
        self.lock().fault = fault;
    }

    /// Signs with another key from now on, and publishes that one alone.
    pub fn rotate(&self) {
        self.lock().key += 1;
    }

    /// Says these things of the person from now on.
    pub fn say(&self, member: &str, value: Value) {
        self.lock().person[member] = value;
    }

    /// Changes what tokens say from now on.
    pub fn lie(&self, change: impl Fn(&mut Value) + Send + 'static) {
        self.lock().change = Some(Box::new(change));
    }

    /// How often this was read.
    pub fn reads(&self, what: &'static str) -> usize {
        self.lock().reads.get(what).copied().unwrap_or_default()
    }

    /// What someone brings back who has signed in at the address that Folkmoot sent them to: the path in the portal.
    /// Fails where that address lacks anything.
    pub fn sign_in(&self, address: &str) -> String {
        let asked = Url::parse(address).expect("an address");
        let query: HashMap<String, String> = asked.query_pairs().into_owned().collect();
        let given = |name: &str| query.get(name).unwrap_or_else(|| panic!("{address} has no {name}")).clone();
        let mut inner = self.lock();
        assert!(address.starts_with(&format!("{}/authorize?", inner.issuer)), "{address}");
        assert_eq!(given("response_type"), "code");
        assert_eq!(given("client_id"), CLIENT);
        assert_eq!(given("code_challenge_method"), "S256");
        assert!(given("state").len() >= 32);
        let code = format!("code-{}", inner.codes.len());
        let redirect = given("redirect_uri");
        let held = Code {
            nonce: query.get("nonce").cloned(),
            challenge: given("code_challenge"),
            redirect: redirect.clone(),
        };
        inner.codes.insert(code.clone(), held);
        let mut back = Url::parse(&redirect).expect("an address to come back to");
        back.query_pairs_mut()
            .append_pair("code", &code)
            .append_pair("state", &given("state"))
            .append_pair("iss", &inner.issuer);
        format!("{}?{}", back.path(), back.query().unwrap_or_default())
    }
}

/// Notes a request, and does what the fault does to it.
async fn met(door: &Door, what: &'static str) -> Option<Response> {
    let fault = {
        let mut inner = door.lock();
        *inner.reads.entry(what).or_default() += 1;
        inner.fault
    };
    match fault {
        Fault::Broken => Some(StatusCode::BAD_GATEWAY.into_response()),
        Fault::Stalled => std::future::pending().await,
        Fault::Endless => {
            let more = futures::stream::repeat_with(|| Ok::<_, std::io::Error>(vec![b' '; 64 * 1024]));
            let body = axum::body::Body::from_stream(more);
            Some(([(header::CONTENT_TYPE, "application/json")], body).into_response())
        }
        Fault::Moved => Some(Redirect::temporary("http://127.0.0.1:1/elsewhere").into_response()),
        _ => None,
    }
}

async fn discovery(State(door): State<Door>) -> Response {
    if let Some(fault) = met(&door, "discovery").await {
        return fault;
    }
    let issuer = door.issuer();
    Json(json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{issuer}/authorize"),
        "token_endpoint": format!("{issuer}/token"),
        "userinfo_endpoint": format!("{issuer}/userinfo"),
        "jwks_uri": format!("{issuer}/keys"),
        "end_session_endpoint": format!("{issuer}/end"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["EdDSA", "HS256", "none"],
        "authorization_response_iss_parameter_supported": true,
    }))
    .into_response()
}

fn pair(seed: u8) -> Ed25519KeyPair {
    Ed25519KeyPair::from_seed_unchecked(&[seed; 32]).expect("any seed makes a key")
}

async fn keys(State(door): State<Door>) -> Response {
    if let Some(fault) = met(&door, "keys").await {
        return fault;
    }
    let seed = door.lock().key;
    let public = BASE64.encode(pair(seed).public_key().as_ref());
    let key = json!({ "kty": "OKP", "crv": "Ed25519", "use": "sig", "alg": "EdDSA", "kid": format!("key-{seed}"), "x": public });
    Json(json!({ "keys": [key] })).into_response()
}

/// Gives tokens for a code: once, to whoever knows the secret and the verifier.
async fn token(
    State(door): State<Door>,
    headers: HeaderMap,
    Form(form): Form<HashMap<String, String>>,
) -> Response {
    if let Some(fault) = met(&door, "token").await {
        return fault;
    }
    let refuse = |error: &str| (StatusCode::BAD_REQUEST, Json(json!({ "error": error }))).into_response();
    let encode = |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
    let pass = BASE64_STANDARD.encode(format!("{}:{}", encode(CLIENT), encode(SECRET)));
    if headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok())
        != Some(&format!("Basic {pass}"))
    {
        return refuse("invalid_client");
    }
    let given = |name: &str| form.get(name).cloned().unwrap_or_default();
    let mut inner = door.lock();
    let Some(code) = inner.codes.remove(&given("code")) else { return refuse("invalid_grant") };
    let challenge = BASE64.encode(digest::digest(&digest::SHA256, given("code_verifier").as_bytes()));
    if code.challenge != challenge || code.redirect != given("redirect_uri") {
        return refuse("invalid_grant");
    }
    let mut answer = json!({ "access_token": "access", "token_type": "Bearer", "expires_in": 60 });
    if let Some(nonce) = code.nonce {
        answer["id_token"] = json!(id_token(&inner, &nonce));
    }
    Json(answer).into_response()
}

/// The token with which the person is proved, as far as the fault allows.
fn id_token(inner: &Inner, nonce: &str) -> String {
    let now = inner.clock.now().timestamp();
    let mut claims = inner.person.clone();
    for (member, value) in [
        ("iss", json!(inner.issuer)),
        ("aud", json!(CLIENT)),
        ("nonce", json!(nonce)),
        ("iat", json!(now)),
        ("exp", json!(now + 300)),
        ("auth_time", json!(now)),
    ] {
        claims[member] = value;
    }
    if let Some(change) = &inner.change {
        change(&mut claims);
    }
    let (alg, signs, named) = match inner.fault {
        Fault::Unsigned => ("none", inner.key, inner.key),
        Fault::SharedSecret => ("HS256", inner.key, inner.key),
        Fault::UnknownKey => ("EdDSA", 99, 99),
        Fault::OtherKey => ("EdDSA", 99, inner.key),
        _ => ("EdDSA", inner.key, inner.key),
    };
    let header = json!({ "alg": alg, "kid": format!("key-{named}") });
    let message = format!("{}.{}", BASE64.encode(header.to_string()), BASE64.encode(claims.to_string()));
    let signature = match alg {
        "none" => Vec::new(),
        "HS256" => {
            let key = hmac::Key::new(hmac::HMAC_SHA256, SECRET.as_bytes());
            hmac::sign(&key, message.as_bytes()).as_ref().to_vec()
        }
        _ => pair(signs).sign(message.as_bytes()).as_ref().to_vec(),
    };
    format!("{message}.{}", BASE64.encode(signature))
}

async fn userinfo(State(door): State<Door>, headers: HeaderMap) -> Response {
    if let Some(fault) = met(&door, "userinfo").await {
        return fault;
    }
    if headers.get(header::AUTHORIZATION).is_none_or(|value| value != "Bearer access") {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    Json(door.lock().person.clone()).into_response()
}
