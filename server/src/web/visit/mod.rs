//! One request: who asks, for what, in which language ([`begin`]); the pages it is answered with ([`pages`]), or why it is
//! not ([`stop`]).

mod begin;
mod number;
mod pages;
mod stop;

use std::net::IpAddr;

use app::layout::Allowed;
use app::words::Language;
use axum::http::{HeaderMap, Uri};
use domain::people::{Action, Actor, Resource, may, needs_second_factor};
use services::assembly::Assembly;
use services::calls::Call;
use services::people::organisations::Organisation;
use services::people::{Person, Session};
use services::{Failure, Services};

use super::{Portal, cookies};
use crate::settings::sign_in::SecondFactor;

pub(super) use begin::begin;
pub(super) use number::{Number, Pattern, number};
pub use stop::Stop;
pub(super) use stop::{Stopped, stopped};

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
    pub about: About,
}

/// What the address of a request is about.
#[derive(Clone, Default)]
pub struct About {
    pub call: Option<Call>,
    /// The assembly, on the team's pages.
    pub assembly: Option<Assembly>,
    /// The organisation, on the pages of its members.
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

    pub(in crate::web) fn resource(&self) -> Resource {
        match (&self.about.call, &self.about.assembly, &self.about.organisation) {
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
        self.about.call.clone().ok_or(Stop(Failure::NotFound("call")))
    }

    /// The assembly of the address. Only for the team's routes that have one.
    pub fn assembly(&self) -> Result<Assembly, Failure> {
        self.about.assembly.clone().ok_or(Failure::NotFound("assembly"))
    }

    /// The organisation of the address. Only for the routes of members.
    pub fn organisation(&self) -> Result<Organisation, Failure> {
        self.about.organisation.clone().ok_or(Failure::NotFound("organisation"))
    }

    /// The address without its language.
    pub fn path(&self) -> &str {
        begin::welsh(self.uri.path()).unwrap_or(self.uri.path())
    }

    /// An address in the language of this request.
    pub fn href(&self, path: &str) -> String {
        self.language.href(path)
    }

    /// The secret of the draft that this browser holds of a call.
    pub fn draft_secret(&self, call: &Call) -> Option<String> {
        cookies::read(&self.portal.site, &self.headers, &cookies::draft(&call.slug))
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
}
