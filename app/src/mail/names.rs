//! The names of what letters are and of where they lie.

use domain::Language;
use domain::mail::{LetterKind, LetterState};

use crate::t;

/// The name of a kind of letter.
pub fn kind(kind: LetterKind) -> String {
    match kind {
        LetterKind::Test => t!("letter-kind-test"),
        LetterKind::TeamInvitation => t!("letter-kind-team-invitation"),
        LetterKind::SignInLink => t!("letter-kind-sign-in-link"),
        LetterKind::GlassBroken => t!("letter-kind-glass-broken"),
        LetterKind::Follow => t!("letter-kind-follow"),
        LetterKind::News => t!("letter-kind-news"),
        LetterKind::Digest => t!("letter-kind-digest"),
    }
}

/// What a letter of this kind is for.
pub fn about(kind: LetterKind) -> String {
    match kind {
        LetterKind::Test => t!("letter-kind-test-about"),
        LetterKind::TeamInvitation => t!("letter-kind-team-invitation-about"),
        LetterKind::SignInLink => t!("letter-kind-sign-in-link-about"),
        LetterKind::GlassBroken => t!("letter-kind-glass-broken-about"),
        LetterKind::Follow => t!("letter-kind-follow-about"),
        LetterKind::News => t!("letter-kind-news-about"),
        LetterKind::Digest => t!("letter-kind-digest-about"),
    }
}

/// The name of a state of a letter.
pub fn state(state: LetterState) -> String {
    match state {
        LetterState::Waiting => t!("letter-state-waiting"),
        LetterState::Sending | LetterState::Handing => t!("letter-state-sending"),
        LetterState::Sent => t!("letter-state-sent"),
        LetterState::Unsure => t!("letter-state-unsure"),
        LetterState::Failed => t!("letter-state-failed"),
        LetterState::Bounced => t!("letter-state-bounced"),
        LetterState::Kept => t!("letter-state-kept"),
        LetterState::Stopped => t!("letter-state-stopped"),
    }
}

/// What a state means and what can be done.
pub fn meaning(state: LetterState) -> String {
    match state {
        LetterState::Waiting => t!("letter-means-waiting"),
        LetterState::Sending | LetterState::Handing => t!("letter-means-sending"),
        LetterState::Sent => t!("letter-means-sent"),
        LetterState::Unsure => t!("letter-means-unsure"),
        LetterState::Failed => t!("letter-means-failed"),
        LetterState::Bounced => t!("letter-means-bounced"),
        LetterState::Kept => t!("letter-means-kept"),
        LetterState::Stopped => t!("letter-means-stopped"),
    }
}

/// The colour of the tag of a state.
pub const fn colour(state: LetterState) -> &'static str {
    match state {
        LetterState::Sent => "green",
        LetterState::Unsure => "yellow",
        LetterState::Failed | LetterState::Bounced => "red",
        LetterState::Kept | LetterState::Stopped => "grey",
        LetterState::Waiting | LetterState::Sending | LetterState::Handing => "blue",
    }
}

/// The name of a language.
pub fn language(language: Language) -> String {
    match language {
        Language::English => t!("language-en"),
        Language::Welsh => t!("language-cy"),
    }
}
