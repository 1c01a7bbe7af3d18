//! How often one caller may ask for what costs much or gives much away. A limit is for programs that ask again and
//! again: it is far above what people do, and a whole hospital may share one address.

use std::hash::Hash;
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::time::Duration;

use axum::http::Method;
use domain::people::Action;
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use uuid::Uuid;

use super::caller::household;
use crate::settings::limits::Settings;

/// What a limit protects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protected {
    /// Secrets that can be guessed, and the work of checking them.
    SignIn,
    /// The disk, and the team's time.
    Respond,
    /// The index.
    Search,
    /// Everything that was ever answered.
    Export,
}

impl Protected {
    /// What a route of this method and action asks for, where it is worth protecting.
    pub fn of(method: &Method, path: &str, action: Action) -> Option<Self> {
        let writes = *method == Method::POST;
        match action {
            Action::SignIn if writes => Some(Self::SignIn),
            // The code on a receipt can be guessed as a password can.
            Action::ReadPublic if writes && path == "/my-words" => Some(Self::SignIn),
            Action::KeepAccount
                if writes
                    && matches!(
                        path,
                        "/account/take-in"
                            | "/account/password"
                            | "/account/confirm"
                            | "/account/authenticator/remove"
                            | "/account/organisations/{organisation}/join"
                    ) =>
            {
                Some(Self::SignIn)
            }
            // Each has a letter sent.
            Action::KeepAccount if writes && path == "/account/address" => Some(Self::Respond),
            Action::ManageMembers
            | Action::WriteForOrganisation
            | Action::GatherStories
            | Action::Respond
                if writes =>
            {
                Some(Self::Respond)
            }
            // Each has a letter sent to whatever address is typed.
            Action::ReadPublic if writes && path == "/follow/{subject}/{key}" => Some(Self::Respond),
            Action::SearchResponses => Some(Self::Search),
            Action::ExportResponses => Some(Self::Export),
            Action::ReadAudit if writes => Some(Self::Export),
            _ => None,
        }
    }
}

/// Who asks: a person wherever they are, or whoever is at an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Caller {
    Person(Uuid),
    At(IpAddr),
}

/// The limits of one server, and how much of each is used up. Nothing of it is kept on a disk.
pub struct Limits {
    sign_in: Limit<Caller>,
    respond: Limit<Caller>,
    search: Limit<Caller>,
    export: Limit<Caller>,
}

impl Limits {
    /// Nothing is used up.
    pub fn new(settings: &Settings) -> Self {
        Self {
            sign_in: Limit::a_minute(settings.sign_in),
            respond: Limit::a_minute(settings.respond),
            search: Limit::a_minute(settings.search),
            export: Limit::a_minute(settings.export),
        }
    }

    /// Counts a request; gives how long to wait where it is one too many. Whoever signs in is nobody yet, so only their
    /// address counts there.
    pub fn refusal(&self, what: Protected, person: Option<Uuid>, address: IpAddr) -> Option<Duration> {
        let at = Caller::At(household(address));
        let caller = person.map_or(at, Caller::Person);
        match what {
            Protected::SignIn => self.sign_in.refusal(&at),
            Protected::Respond => self.respond.refusal(&at),
            Protected::Search => self.search.refusal(&caller),
            Protected::Export => self.export.refusal(&caller),
        }
    }

    /// Forgets callers who have long not asked.
    pub fn forget(&self) {
        for limit in [&self.sign_in, &self.respond, &self.search, &self.export] {
            limit.forget();
        }
    }
}

/// One limit, or none.
struct Limit<K: Hash + Eq + Clone>(Option<DefaultKeyedRateLimiter<K>>);

impl<K: Hash + Eq + Clone> Limit<K> {
    /// So many at once, and as many over each minute; 0 is no limit.
    fn a_minute(most: u32) -> Self {
        Self(NonZeroU32::new(most).map(|most| RateLimiter::keyed(Quota::per_minute(most))))
    }

    fn refusal(&self, caller: &K) -> Option<Duration> {
        let limit = self.0.as_ref()?;
        limit.check_key(caller).err().map(|not_until| not_until.wait_time_from(DefaultClock::default().now()))
    }

    fn forget(&self) {
        if let Some(limit) = &self.0 {
            limit.retain_recent();
            limit.shrink_to_fit();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::routes;

    fn limits(most: u32) -> Limits {
        Limits::new(&Settings { sign_in: most, respond: most, search: most, export: most, ..Settings::NONE })
    }

    #[test]
    fn each_caller_has_a_limit_of_their_own_for_each_thing() {
        let limits = limits(3);
        let (here, there) = (IpAddr::from([203, 0, 113, 7]), IpAddr::from([203, 0, 113, 8]));
        let (ruth, nia) = (Some(Uuid::from_u128(1)), Some(Uuid::from_u128(2)));
        for _ in 0..3 {
            assert_eq!(limits.refusal(Protected::Search, ruth, here), None);
        }
        let wait =
            limits.refusal(Protected::Search, ruth, there).expect("a person is the same from elsewhere");
        assert!(wait <= Duration::from_secs(20), "three a minute is one each 20 s: {wait:?}");
        assert_eq!(limits.refusal(Protected::Search, nia, here), None);
        assert_eq!(limits.refusal(Protected::Export, ruth, here), None);
        for _ in 0..3 {
            assert_eq!(limits.refusal(Protected::SignIn, ruth, here), None);
        }
        assert!(limits.refusal(Protected::SignIn, nia, here).is_some(), "signing in counts by address");
        assert_eq!(limits.refusal(Protected::SignIn, nia, there), None);
    }

    #[test]
    fn nothing_is_limited_where_the_operator_says_so() {
        let limits = limits(0);
        for _ in 0..1000 {
            assert_eq!(limits.refusal(Protected::Respond, None, IpAddr::from([203, 0, 113, 7])), None);
        }
    }

    #[test]
    fn every_way_to_guess_write_search_and_take_out_is_protected() {
        let protected = |wanted: Protected| -> Vec<&str> {
            let all = routes::all().into_iter();
            all.filter(|route| Protected::of(&route.method, route.path, route.action) == Some(wanted))
                .map(|route| route.path)
                .collect()
        };
        for (wanted, paths) in [
            (Protected::SignIn, &["/sign-in", "/invitation", "/my-words", "/account/take-in"][..]),
            (
                Protected::Respond,
                &[
                    "/calls/{call}/start",
                    "/calls/{call}/answer/{step}",
                    "/follow/{subject}/{key}",
                    "/gather/{secret}",
                    "/my-story/{token}",
                    "/account/organisations/{organisation}/drafts/{draft}/stories/{story}/quote",
                ],
            ),
            (Protected::Search, &["/team/calls/{call}/search"]),
            (Protected::Export, &["/team/audit/csv", "/team/audit/json"]),
        ] {
            let found = protected(wanted);
            assert!(paths.iter().all(|path| found.contains(path)), "{wanted:?}: {found:?}");
        }
    }
}
