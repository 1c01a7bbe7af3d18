//! Why a sign-in by a provider came to nothing.

use domain::audit::Act;
use uuid::Uuid;

use super::attempts::Plan;
use super::providers::{Provider, Trouble};
use crate::audit::Entry;
use crate::{Failure, Services};

/// Why a sign-in by a provider came to nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No such sign-in is under way in this browser: it was finished, took too long, or was begun elsewhere.
    NotUnderWay,
    /// The person, or the provider, said no.
    Declined,
    /// The provider does not answer.
    Away,
    /// What the provider says proves nothing.
    Unproven,
    /// The provider has proved who it is, and nobody here is known by that.
    Unknown,
    /// It is this person, whose account is closed. They are told what they would be told if nobody knew them.
    Closed(Uuid),
    /// What was to be connected is connected to another person.
    Elsewhere,
}

impl Refusal {
    /// How the audit calls it.
    const fn name(self) -> &'static str {
        match self {
            Self::NotUnderWay => "not-under-way",
            Self::Declined => "declined",
            Self::Away => "away",
            Self::Unproven => "unproven",
            Self::Unknown => "unknown",
            Self::Closed(_) => "closed",
            Self::Elsewhere => "elsewhere",
        }
    }
}

/// A refusal, or a failure of the program itself.
#[derive(Debug)]
pub enum Stopped {
    Refused(Refusal),
    Failed(Failure),
}

impl<F: Into<Failure>> From<F> for Stopped {
    fn from(failure: F) -> Self {
        Self::Failed(failure.into())
    }
}

/// Notes for the operator why a provider could not be used.
pub(super) fn refused(provider: &Provider, trouble: &Trouble) -> Stopped {
    let id = provider.settings.id.as_str();
    match trouble {
        Trouble::Away(why) => {
            tracing::warn!(provider = id, why, "a provider of sign-in cannot be used");
            Stopped::Refused(Refusal::Away)
        }
        Trouble::Unproven(why) => {
            tracing::warn!(provider = id, why, "a sign-in was not proved");
            Stopped::Refused(Refusal::Unproven)
        }
    }
}

/// Puts on record that a sign-in which was under way came to nothing, and why: never with what the provider says of
/// whoever it was.
pub(super) async fn record(services: &Services, plan: &Plan, refusal: Refusal) -> Result<(), Failure> {
    let entry = match refusal {
        Refusal::Closed(person) => Entry::of_person(Act::SignInRefused, person),
        _ => Entry::of_portal(Act::SignInRefused),
    };
    let entry = entry
        .with("provider", plan.provider.as_str())
        .with("purpose", plan.purpose.name())
        .with("reason", refusal.name());
    services.recorder().record_alone(&services.db, entry).await?;
    Ok(())
}
