//! Signing in by a provider, from the button to the session. What comes back is believed only in the browser that began,
//! once, and only as far as the provider's proof goes: an e-mail address alone connects nobody to an account.

use chrono::{DateTime, TimeDelta, Utc};
use domain::people::Factor;
use sea_orm::{EntityTrait, QuerySelect};
use uuid::Uuid;

use super::attempts::{self, Attempt, Plan, Purpose};
use super::identities::Connection;
use super::invitations::{self, Link, Way};
use super::providers::{Asked, Proven, Provider, Providers, Trouble};
use super::refusals::{self, Refusal, Stopped, refused};
use super::sessions::{self, Begun, CONFIRMED_MINUTES, Opened, Opening};
use super::{accounts, departures, factors, identities};
use crate::store::entities::person;
use crate::{Failure, Services};

/// Where the browser goes, and what it must hold when it comes back.
pub struct Sent {
    pub to: String,
    pub browser: String,
}

/// What the browser came back with.
pub struct Returned {
    /// The secret that it holds from the beginning.
    pub browser: Option<String>,
    pub state: String,
    pub code: Option<String>,
    /// What the provider calls its refusal.
    pub error: Option<String>,
    /// Who the provider says it is (RFC 9207).
    pub issuer: Option<String>,
    /// The address to which it came back.
    pub redirect: String,
    /// The secret of the session that the browser holds.
    pub before: Option<String>,
    /// Who is signed in.
    pub person: Option<Uuid>,
}

/// Where a sign-in led.
pub enum Finished {
    /// A new session.
    SignedIn(Opened),
    /// The session stays as it is.
    Connected,
}

/// Begins a sign-in at a provider. A browser that has begun one before keeps its secret, so that two tabs do not end each
/// other's.
pub async fn begin(
    services: &Services,
    providers: &Providers,
    plan: Plan,
    browser: Option<String>,
    redirect: String,
) -> Result<Sent, Stopped> {
    let provider = providers.find(&plan.provider).ok_or(Failure::NotFound("provider"))?;
    let browser = browser.filter(|held| is_secret(held)).unwrap_or_else(|| services.clock.secret());
    let (state, attempt) = attempts::begin(services, &plan, &browser).await?;
    let asked = asked(&attempt, state, redirect);
    match providers.address(provider, &services.clock, &asked).await {
        Ok(to) => Ok(Sent { to, browser }),
        Err(trouble) => Err(refused(provider, &trouble)),
    }
}

/// The sign-in that a browser came back with, or nothing where it has none under way.
pub async fn take(
    services: &Services,
    provider: &str,
    returned: &Returned,
) -> Result<Option<Attempt>, Failure> {
    let Some(browser) = &returned.browser else { return Ok(None) };
    attempts::take(services, provider, &returned.state, browser).await
}

/// Finishes a sign-in, and puts on record what came of it.
pub async fn finish(
    services: &Services,
    providers: &Providers,
    attempt: Attempt,
    returned: Returned,
) -> Result<Finished, Stopped> {
    let plan = attempt.plan.clone();
    let done = prove(services, providers, attempt, returned).await;
    if let Err(Stopped::Refused(refusal)) = &done {
        refusals::record(services, &plan, *refusal).await?;
    }
    done
}

async fn prove(
    services: &Services,
    providers: &Providers,
    attempt: Attempt,
    returned: Returned,
) -> Result<Finished, Stopped> {
    let id = &attempt.plan.provider;
    let provider = providers.find(id).ok_or(Failure::NotFound("provider"))?;
    let asked = asked(&attempt, returned.state, returned.redirect);
    let trouble = |trouble: Trouble| refused(provider, &trouble);
    if !providers.is_from(provider, &services.clock, returned.issuer.as_deref()).await.map_err(trouble)? {
        return Err(Stopped::Refused(Refusal::Unproven));
    }
    let code = match (returned.code, returned.error.as_deref()) {
        (Some(code), None) => code,
        (_, Some("temporarily_unavailable" | "server_error")) => return Err(Stopped::Refused(Refusal::Away)),
        _ => return Err(Stopped::Refused(Refusal::Declined)),
    };
    let proven = providers.prove(provider, &services.clock, &asked, code).await.map_err(trouble)?;
    match attempt.plan.purpose {
        Purpose::SignIn => sign_in(services, provider, proven, returned.before).await,
        Purpose::Connect(person) if returned.person == Some(person) => {
            connect(services, provider, proven, person, returned.before).await
        }
        Purpose::Connect(_) => Err(Stopped::Refused(Refusal::NotUnderWay)),
        Purpose::Accept(invitation) => {
            let link = Link { invitation, opened_at: attempt.begun_at };
            accept(services, provider, proven, link, returned.before).await
        }
    }
}

fn asked(attempt: &Attempt, state: String, redirect: String) -> Asked {
    Asked {
        state,
        nonce: attempt.nonce.clone(),
        verifier: attempt.verifier.clone(),
        redirect,
        language: attempt.plan.language.clone(),
        afresh: attempt.plan.afresh,
        begun_at: attempt.begun_at,
    }
}

async fn sign_in(
    services: &Services,
    provider: &Provider,
    proven: Proven,
    before: Option<String>,
) -> Result<Finished, Stopped> {
    let known = identities::person_known(services.db.read(), &proven).await?;
    let Some(person) = known else { return Err(Stopped::Refused(Refusal::Unknown)) };
    if accounts::by_id(services, person).await?.disabled {
        return Err(Stopped::Refused(Refusal::Closed(person)));
    }
    let now = services.clock.now();
    let begun = Begun::new(&services.recorder(), opening(provider, &proven, person, before, now));
    let opened = services
        .db
        .write_again(move |txn| {
            Box::pin(async move {
                // The person before whatever is theirs, as wherever both are held.
                person::Entity::find_by_id(person).lock_shared().one(txn).await?;
                if !identities::used(txn, person, &proven, now).await? {
                    return Ok(None);
                }
                Ok::<_, Failure>(Some(begun.write(txn).await?))
            })
        })
        .await?;
    opened.map(Finished::SignedIn).ok_or(Stopped::Refused(Refusal::Unknown))
}

/// A session by a provider. It counts as proof of who someone is where they have just shown the provider who they are; a
/// provider that never says when they did is believed.
fn opening(
    provider: &Provider,
    proven: &Proven,
    person: Uuid,
    before: Option<String>,
    now: DateTime<Utc>,
) -> Opening {
    let confirmed_at = match proven.signed_in_at {
        Some(at) => Some(at).filter(|at| now - *at < TimeDelta::minutes(CONFIRMED_MINUTES)),
        None => Some(now).filter(|_| !provider.asks_afresh()),
    };
    Opening {
        person,
        before,
        confirmed_at,
        provider: Some(provider.settings.id.clone()),
        id_token: proven.id_token.clone(),
        second_factor: proven.second_factor.then_some(Factor::Provider),
        ..Opening::default()
    }
}

async fn connect(
    services: &Services,
    provider: &Provider,
    proven: Proven,
    person: Uuid,
    here: Option<String>,
) -> Result<Finished, Stopped> {
    let (id, recorder) = (provider.settings.id.clone(), services.recorder());
    let connection = services
        .db
        .write_again(move |txn| {
            Box::pin(async move {
                // The provider takes its time, and the session may have ended meanwhile.
                let here = sessions::by_secret(txn, here.as_deref().unwrap_or_default()).await?;
                factors::hold(txn, person, here).await?;
                let connection = identities::connect(txn, &recorder.clock, person, &id, &proven).await?;
                if connection == Connection::Made {
                    recorder.record(txn, identities::connected(person, &id)).await?;
                }
                Ok::<_, Failure>(connection)
            })
        })
        .await?;
    match connection {
        Connection::Made | Connection::Known => Ok(Finished::Connected),
        Connection::Elsewhere => Err(Stopped::Refused(Refusal::Elsewhere)),
    }
}

async fn accept(
    services: &Services,
    provider: &Provider,
    proven: Proven,
    link: Link,
    before: Option<String>,
) -> Result<Finished, Stopped> {
    if identities::person_known(services.db.read(), &proven).await?.is_some() {
        return Err(Stopped::Refused(Refusal::Elsewhere));
    }
    let way = Way::Provider { id: provider.settings.id.clone(), proven: proven.clone() };
    let person = invitations::admit_once(services, link, way).await?;
    let opening = opening(provider, &proven, person, before, services.clock.now());
    Ok(Finished::SignedIn(sessions::open(services, opening).await?))
}

/// Keeps the token of a session that has ended, so that the person can sign out at its provider too. Gives the secret of
/// that, where the provider is still in the settings.
pub async fn leave(
    services: &Services,
    providers: &Providers,
    session: Option<(String, String)>,
) -> Result<Option<String>, Failure> {
    let Some((provider, id_token)) = session.filter(|(id, _)| providers.find(id).is_some()) else {
        return Ok(None);
    };
    departures::keep(services, provider, id_token).await.map(Some)
}

/// The provider at which someone with this secret is still signed in.
pub async fn still_in<'p>(
    services: &Services,
    providers: &'p Providers,
    secret: &str,
) -> Result<Option<&'p Provider>, Failure> {
    let kept = departures::find(services, secret).await?;
    Ok(kept.and_then(|(provider, _)| providers.find(&provider)))
}

/// Where the browser goes to sign out at that provider too, and then to `back`. It can be asked once.
pub async fn departure(
    services: &Services,
    providers: &Providers,
    secret: &str,
    back: &str,
) -> Result<Option<String>, Failure> {
    let Some((id, id_token)) = departures::take(services, secret).await? else { return Ok(None) };
    let Some(provider) = providers.find(&id) else { return Ok(None) };
    Ok(providers.departure(provider, &services.clock, &id_token, back).await)
}

fn is_secret(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}
