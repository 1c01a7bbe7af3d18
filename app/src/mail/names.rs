//! The names of what letters are and of where they lie.

use domain::Language;
use domain::calls::{ApprovalState, AskedKind};
use domain::mail::{LetterKind, LetterState};

use crate::t;

/// The name of a kind of letter.
pub fn kind(kind: LetterKind) -> String {
    match kind {
        LetterKind::Test => t!("letter-kind-test"),
        LetterKind::TeamInvitation => t!("letter-kind-team-invitation"),
        LetterKind::ProveAddress => t!("letter-kind-prove-address"),
        LetterKind::OrganisationCode => t!("letter-kind-organisation-code"),
        LetterKind::OrganisationClaimed => t!("letter-kind-organisation-claimed"),
        LetterKind::MemberInvitation => t!("letter-kind-member-invitation"),
        LetterKind::MembershipAsked => t!("letter-kind-membership-asked"),
        LetterKind::MembershipGiven => t!("letter-kind-membership-given"),
        LetterKind::MembershipRefused => t!("letter-kind-membership-refused"),
        LetterKind::MembershipEnded => t!("letter-kind-membership-ended"),
        LetterKind::MemberJoined => t!("letter-kind-member-joined"),
        LetterKind::SignInLink => t!("letter-kind-sign-in-link"),
        LetterKind::GlassBroken => t!("letter-kind-glass-broken"),
        LetterKind::ApprovalAsked => t!("letter-kind-approval-asked"),
        LetterKind::ApprovalDecided => t!("letter-kind-approval-decided"),
        LetterKind::ClosingMoved => t!("letter-kind-closing-moved"),
        LetterKind::DraftLink => t!("letter-kind-draft-link"),
        LetterKind::DraftReminder => t!("letter-kind-draft-reminder"),
        LetterKind::Receipt => t!("letter-kind-receipt"),
        LetterKind::SignOffAsked => t!("letter-kind-sign-off-asked"),
        LetterKind::SignedOff => t!("letter-kind-signed-off"),
        LetterKind::SharedSent => t!("letter-kind-shared-sent"),
        LetterKind::CoSignAsked => t!("letter-kind-co-sign-asked"),
        LetterKind::CallInvitation => t!("letter-kind-call-invitation"),
        LetterKind::CallReminder => t!("letter-kind-call-reminder"),
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
        LetterKind::ProveAddress => t!("letter-kind-prove-address-about"),
        LetterKind::OrganisationCode => t!("letter-kind-organisation-code-about"),
        LetterKind::OrganisationClaimed => t!("letter-kind-organisation-claimed-about"),
        LetterKind::MemberInvitation => t!("letter-kind-member-invitation-about"),
        LetterKind::MembershipAsked => t!("letter-kind-membership-asked-about"),
        LetterKind::MembershipGiven => t!("letter-kind-membership-given-about"),
        LetterKind::MembershipRefused => t!("letter-kind-membership-refused-about"),
        LetterKind::MembershipEnded => t!("letter-kind-membership-ended-about"),
        LetterKind::MemberJoined => t!("letter-kind-member-joined-about"),
        LetterKind::SignInLink => t!("letter-kind-sign-in-link-about"),
        LetterKind::GlassBroken => t!("letter-kind-glass-broken-about"),
        LetterKind::ApprovalAsked => t!("letter-kind-approval-asked-about"),
        LetterKind::ApprovalDecided => t!("letter-kind-approval-decided-about"),
        LetterKind::ClosingMoved => t!("letter-kind-closing-moved-about"),
        LetterKind::DraftLink => t!("letter-kind-draft-link-about"),
        LetterKind::DraftReminder => t!("letter-kind-draft-reminder-about"),
        LetterKind::Receipt => t!("letter-kind-receipt-about"),
        LetterKind::SignOffAsked => t!("letter-kind-sign-off-asked-about"),
        LetterKind::SignedOff => t!("letter-kind-signed-off-about"),
        LetterKind::SharedSent => t!("letter-kind-shared-sent-about"),
        LetterKind::CoSignAsked => t!("letter-kind-co-sign-asked-about"),
        LetterKind::CallInvitation => t!("letter-kind-call-invitation-about"),
        LetterKind::CallReminder => t!("letter-kind-call-reminder-about"),
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

/// An act that takes two people, as somebody wants to do it: "open the call now".
pub fn asked(kind: AskedKind) -> String {
    match kind {
        AskedKind::Announce => t!("asked-announce"),
        AskedKind::OpenNow => t!("asked-open-now"),
        AskedKind::CloseNow => t!("asked-close-now"),
        AskedKind::PublishOutcome => t!("asked-publish-outcome"),
        AskedKind::Archive => t!("asked-archive"),
        AskedKind::BringBack => t!("asked-bring-back"),
        AskedKind::Delete => t!("asked-delete"),
        AskedKind::ChangeTimes => t!("asked-change-times"),
        AskedKind::OnePerson => t!("asked-one-person"),
        AskedKind::PublishFinding => t!("asked-publish-finding"),
        AskedKind::PublishRecommendation => t!("asked-publish-recommendation"),
        AskedKind::AddReply => t!("asked-add-reply"),
        AskedKind::AddProgress => t!("asked-add-progress"),
    }
}

/// What became of it, after the name of whoever decided.
pub(super) fn decided(state: ApprovalState) -> String {
    match state {
        ApprovalState::Approved => t!("decided-approved"),
        _ => t!("decided-refused"),
    }
}
