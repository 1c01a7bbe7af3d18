//! One request: who asks, for what, in which language; and the pages it is answered with.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use app::components::Fields;
use app::layout::{Allowed, Area, Shell, render};
use app::pages;
use app::words::Language;
use axum::extract::{FromRequestParts, OriginalUri, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Redirect, Response};
use domain::forms::Form;
use domain::people::{Action, Actor, Resource, may, needs_second_factor};
use leptos::prelude::{AnyView, Owner, provide_context};
use services::assembly::Assembly;
use services::calls::Call;
use services::people::organisations::Organisation;
use services::people::{Person, Session};
use services::{Failure, Services};

use super::limits::Protected;
use super::{Portal, caller, cookies};
use crate::settings::sign_in::SecondFactor;

/// What a handler knows of the request it answers. The guard has made it.
#[derive(Clone)]
pub struct Visit {
    pub portal: Portal,
    pub language: Language,
    /// The address as it was asked for, language included.
    pub uri: Uri,
    pub headers: HeaderMap,
    /// Where the request comes from.
    pub address: IpAddr,
    pub person: Option<Person>,
    /// The session by which the person is known.
    pub session: Option<Session>,
    /// Whoever has taken the first step of signing in and not yet the second: a guest, until then.
    pub waiting: Option<(Person, Session)>,
    pub call: Option<Call>,
    /// The assembly of the address, on the team's pages.
    pub assembly: Option<Assembly>,
    /// The organisation of the address, on the pages of its members.
    pub organisation: Option<Organisation>,
}

impl Visit {
    /// The parts that every activity works with.
    pub const fn services(&self) -> &Services {
        &self.portal.services
    }

    /// Who asks, as the policy sees them.
    pub const fn actor(&self) -> &Actor {
        &self.portal.services.by
    }

    /// Who will ask once they have taken the second step.
    pub fn actor_to_be(&self) -> Actor {
        self.person.as_ref().map_or(Actor::Guest, Person::actor)
    }

    /// Whether whoever asks may also do this, with the call or the assembly of the address where there is one.
    pub fn may(&self, action: Action) -> bool {
        may(self.actor(), action, self.resource())
    }

    pub(super) fn resource(&self) -> Resource {
        match (&self.call, &self.assembly, &self.organisation) {
            (Some(call), ..) => Resource::Call(call.id),
            (None, Some(assembly), _) => Resource::Assembly(assembly.id),
            (None, None, Some(organisation)) => Resource::Organisation(organisation.id),
            (None, None, None) => Resource::Platform,
        }
    }

    /// All that whoever asks may do with what the address is about.
    fn allowed(&self) -> Allowed {
        self.allowed_on(self.resource())
    }

    /// All that whoever asks may do with this.
    pub fn allowed_on(&self, resource: Resource) -> Allowed {
        let may = |action: &Action| may(self.actor(), *action, resource);
        Allowed(Action::ALL.iter().copied().filter(may).collect())
    }

    /// The call of the address. Only for routes that have one.
    pub fn call(&self) -> Result<Call, Stop> {
        self.call.clone().ok_or(Stop(Failure::NotFound("call")))
    }

    /// The assembly of the address. Only for the team's routes that have one.
    pub fn assembly(&self) -> Result<Assembly, Failure> {
        self.assembly.clone().ok_or(Failure::NotFound("assembly"))
    }

    /// The organisation of the address. Only for the routes of members.
    pub fn organisation(&self) -> Result<Organisation, Failure> {
        self.organisation.clone().ok_or(Failure::NotFound("organisation"))
    }

    /// The address without its language.
    pub fn path(&self) -> &str {
        welsh(self.uri.path()).unwrap_or(self.uri.path())
    }

    /// An address in the language of this request.
    pub fn href(&self, path: &str) -> String {
        self.language.href(path)
    }

    /// The secret of the draft that this browser holds of a call.
    pub fn draft_secret(&self, call: &Call) -> Option<String> {
        cookies::read(&self.portal.site, &self.headers, &cookies::draft(&call.slug))
    }

    fn shell(&self, area: Area) -> Shell {
        let query = self.uri.query().map(|query| format!("?{query}")).unwrap_or_default();
        Shell {
            language: self.language,
            path: format!("{}{query}", self.path()),
            area,
            person: self.person.as_ref().map(|person| person.name.clone()),
            allowed: self.allowed(),
            team: may(&self.actor_to_be(), Action::EnterTeam, Resource::Platform),
            demonstration: self.portal.site.demonstration,
            assets: crate::assets::addresses(),
        }
    }

    /// A page for anyone. `title` and `body` are made in the language of the page.
    pub fn page(&self, title: impl FnOnce() -> String, body: impl FnOnce() -> AnyView) -> Response {
        self.form(Area::Public, StatusCode::OK, Fields::default(), title, body)
    }

    /// A page of the team area.
    pub fn team(&self, title: impl FnOnce() -> String, body: impl FnOnce() -> AnyView) -> Response {
        self.form(Area::Team, StatusCode::OK, Fields::default(), title, body)
    }

    /// Words in the language of this request, where there is no page to say them on.
    pub fn said<T>(&self, words: impl FnOnce() -> T) -> T {
        let owner = Owner::new();
        owner.with(|| {
            provide_context(self.language);
            words()
        })
    }

    /// A page with a form, its values and its problems. With problems the status is 422 whatever is given.
    pub fn form(
        &self,
        area: Area,
        status: StatusCode,
        fields: Fields,
        title: impl FnOnce() -> String,
        body: impl FnOnce() -> AnyView,
    ) -> Response {
        let status = if fields.problems.is_empty() { status } else { StatusCode::UNPROCESSABLE_ENTITY };
        let html = render(&self.shell(area), title, fields, body);
        (status, Html(html)).into_response()
    }

    /// On to where a form led, or the form again with what is wrong and all that was typed.
    pub fn done(
        &self,
        done: Result<String, Failure>,
        typed: Form,
        again: impl FnOnce(Fields) -> Response,
    ) -> Result<Response, Stop> {
        match done {
            Err(Failure::Invalid(problems)) => Ok(again(Fields { form: typed, problems })),
            done => Ok(self.go(&done?)),
        }
    }

    /// On to another address in the same language.
    pub fn go(&self, path: &str) -> Response {
        Redirect::to(&self.href(path)).into_response()
    }

    /// The page that says why nothing was done.
    pub(super) fn stopped(&self, failure: &Failure, number: &str) -> Response {
        let area = if self.path().starts_with("/team") { Area::Team } else { Area::Public };
        let show = |status, title: fn() -> String, body: &dyn Fn() -> AnyView| {
            self.form(area, status, Fields::default(), title, body)
        };
        match failure {
            Failure::NotFound(_) => {
                show(StatusCode::NOT_FOUND, || app::t!("not-found-title"), &pages::not_found)
            }
            Failure::Refused(reason) => {
                let body = || pages::refused(app::words::say(self.language, reason, None));
                let too_large = *reason == super::typed::TOO_LARGE;
                let status = if too_large { StatusCode::PAYLOAD_TOO_LARGE } else { StatusCode::CONFLICT };
                show(status, || app::t!("refused-title"), &body)
            }
            Failure::Invalid(problems) => {
                let body = || {
                    let first = problems.iter().next().map(app::words::say_problem).unwrap_or_default();
                    pages::refused(first)
                };
                show(StatusCode::UNPROCESSABLE_ENTITY, || app::t!("refused-title"), &body)
            }
            Failure::Store(_) | Failure::Index(_) | Failure::File(_) => {
                tracing::error!(number, error = %failure, "a request failed");
                let body = || pages::broken(number.to_owned());
                show(StatusCode::INTERNAL_SERVER_ERROR, || app::t!("broken-title"), &body)
            }
        }
    }

    /// The page for those who may not see what they asked for. Guests are asked to sign in first.
    pub(super) fn not_allowed(&self, method: &http::Method) -> Response {
        if self.person.is_none() && method == http::Method::GET {
            let door = if self.waiting.is_some() { "/sign-in/code" } else { "/sign-in" };
            return Redirect::to(&format!("{door}?next={}", self.encoded())).into_response();
        }
        let title = || app::t!("forbidden-title");
        self.form(Area::Public, StatusCode::FORBIDDEN, Fields::default(), title, pages::forbidden)
    }
}

impl Visit {
    /// The address that was asked for, as part of another.
    fn encoded(&self) -> String {
        form_urlencoded::byte_serialize(self.uri.to_string().as_bytes()).collect()
    }

    /// Whether whoever asks must sign in with two steps.
    pub fn needs_second_factor(&self) -> bool {
        let required = self.portal.settings.sign_in.second_factor == SecondFactor::Required;
        required && self.person.as_ref().is_some_and(|person| needs_second_factor(&person.grants))
    }

    /// Whether they must, and have not.
    pub fn lacks_second_factor(&self) -> bool {
        let taken = self.session.as_ref().is_some_and(|session| session.second_factor.is_some());
        self.needs_second_factor() && !taken
    }

    /// On to where the second step is set up, and from there to the page that was asked for. What a form would have done
    /// is not done.
    pub(super) fn set_up_first(&self, method: &http::Method) -> Response {
        let next = if method == http::Method::GET { self.encoded() } else { "%2Fteam".to_owned() };
        Redirect::to(&format!("/account/authenticator?next={next}")).into_response()
    }
}

impl Visit {
    /// How long to wait first, where whoever asks has asked for this too often.
    pub(super) fn too_often(&self, what: Protected) -> Option<Duration> {
        self.portal.limits.refusal(what, self.actor().person(), self.address)
    }

    /// The page for those who ask too often. Sent again from here, a form is sent with all that was typed.
    pub(super) fn later(&self, wait: Duration) -> Response {
        let seconds = wait.as_secs() + 1;
        let body = || pages::refused(app::t!("too-often-text", seconds = seconds));
        let title = || app::t!("too-often-title");
        let mut response =
            self.form(Area::Public, StatusCode::TOO_MANY_REQUESTS, Fields::default(), title, body);
        response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
        response
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Visit {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, StatusCode> {
        // Every route passes the guard, so a route without a visit is a fault of the program.
        parts.extensions.get::<Self>().cloned().ok_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

/// What follows the language in a Welsh address.
fn welsh(path: &str) -> Option<&str> {
    match path.strip_prefix("/cy")? {
        "" => Some("/"),
        rest => rest.starts_with('/').then_some(rest),
    }
}

/// Makes the visit of a request; nobody is recognised yet.
pub(super) fn begin(portal: &Portal, request: &Request) -> Visit {
    let uri =
        request.extensions().get::<OriginalUri>().map_or_else(|| request.uri().clone(), |uri| uri.0.clone());
    let language = if welsh(uri.path()).is_some() { Language::Welsh } else { Language::English };
    Visit {
        portal: Portal { services: portal.services.clone().asked_by(Actor::Guest), ..portal.clone() },
        language,
        uri,
        headers: request.headers().clone(),
        address: caller::address(request, &portal.proxies),
        person: None,
        session: None,
        waiting: None,
        call: None,
        assembly: None,
        organisation: None,
    }
}

impl Visit {
    /// Finds out who asks, by the session's cookie.
    pub(super) async fn recognise(&mut self) -> Result<(), Failure> {
        if let Some(secret) = cookies::read(&self.portal.site, &self.headers, cookies::SESSION) {
            let known = services::people::sessions::find(&self.portal.services, &secret).await?;
            let (waiting, known): (Option<_>, Option<_>) = match known {
                Some((person, session)) if session.waits => (Some((person, session)), None),
                known => (None, known),
            };
            self.waiting = waiting;
            (self.person, self.session) = known.unzip();
            // Whoever must sign in with two steps and has not is somebody without a role in the team.
            self.portal.services.by = match &self.person {
                Some(person) if self.lacks_second_factor() => Actor::Person {
                    id: person.id,
                    grants: Vec::new(),
                    memberships: person.memberships.clone(),
                },
                _ => self.actor_to_be(),
            };
        }
        Ok(())
    }
}

/// A failure on its way out of a handler; the guard shows it as a page.
pub struct Stop(pub Failure);

impl<F: Into<Failure>> From<F> for Stop {
    fn from(failure: F) -> Self {
        Self(failure.into())
    }
}

/// What travels from the handler to the guard.
#[derive(Clone)]
pub(super) struct Stopped(pub Arc<Failure>);

/// A failure as an answer that the guard will turn into a page.
pub(super) fn stopped(failure: Failure) -> Response {
    let mut response = StatusCode::INTERNAL_SERVER_ERROR.into_response();
    response.extensions_mut().insert(Stopped(Arc::new(failure)));
    response
}

impl IntoResponse for Stop {
    fn into_response(self) -> Response {
        stopped(self.0)
    }
}

/// The number of a request, by which its line in the log is found.
#[derive(Clone)]
pub(super) struct Number(pub String);

/// Gives each request a number and notes it with how long it took. Addresses of drafts are secrets, so only the
/// pattern of an address is noted.
pub(super) async fn number(State(portal): State<Portal>, mut request: Request, next: Next) -> Response {
    let number = portal.services.clock.reference().to_string();
    request.extensions_mut().insert(Number(number.clone()));
    let method = request.method().clone();
    let began = std::time::Instant::now();
    let response = next.run(request).await;
    let pattern = response.extensions().get::<Pattern>().map_or("", |pattern| pattern.0);
    let millis = began.elapsed().as_millis() as u64;
    tracing::info!(number, %method, pattern, status = response.status().as_u16(), millis, "answered");
    response
}

/// The pattern of the address that was asked for.
#[derive(Clone, Copy)]
pub(super) struct Pattern(pub &'static str);
