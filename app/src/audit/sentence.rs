//! An act as a sentence that needs no explaining: "Ruth Adler closed the call ‘Home and hospital’".

use chrono::{DateTime, NaiveDate};
use domain::Language;
use domain::audit::{Act, By};
use domain::calls::AskedKind;
use domain::mail::{LetterKind, LetterState};
use domain::people::{MemberRole, Role, Scope};
use serde_json::Value;
use services::audit::Recorded;
use services::calls::edit::ZONE;

use crate::components::{day, when_in};
use crate::mail::asked_words;
use crate::mail::names;
use crate::people::{members, role_name};
use crate::t;
use crate::words::{Args, language, say, say_attribute};

/// What sentences are filled with, besides who, name and where.
const FILLED: [&str; 23] = [
    "asked",
    "asker",
    "title",
    "place",
    "number",
    "count",
    "form",
    "role",
    "opens",
    "closes",
    "starts",
    "ends",
    "provider",
    "purpose",
    "reason",
    "kind",
    "language",
    "shelf",
    "reference",
    "why",
    "standing",
    "check",
    "channel",
];

/// The sentence that tells of an act.
pub fn sentence(recorded: &Recorded) -> String {
    let Some(act) = recorded.act else {
        return t!("audit-unknown-act", who = who(recorded), act = &recorded.row.act);
    };
    let mut args = Args::new();
    // What is not known of an act that an older version recorded is said to be so.
    for name in FILLED {
        args.set(name, t!("audit-not-known"));
    }
    for (name, value) in &recorded.details {
        match value {
            Value::Number(number) => args.set(name.clone(), number.as_i64().unwrap_or_default()),
            Value::String(text) => args.set(name.clone(), filling(name, text)),
            _ => {}
        }
    }
    args.set("who", who(recorded));
    args.set("name", name(recorded, act));
    args.set("where", place(recorded));
    if let Some(asked) = asked(recorded) {
        args.set("asked", asked);
    }
    if let Some(asker) = &recorded.asker {
        args.set("asker", asker.clone());
    }
    if let Some(place) = &recorded.place {
        args.set("place", place.name.clone());
    }
    if let Some(provider) = &recorded.provider {
        args.set("provider", provider.clone());
    }
    let sentence = say(language(), key(act), Some(&args));
    match &recorded.asker {
        // Two people did it, unless the sentence is of what the one decided about the other's wish.
        Some(asker) if !matches!(act, Act::ApprovalGiven | Act::ApprovalRefused) => {
            t!("audit-asked-for-by", sentence = sentence, asker = asker.as_str())
        }
        _ => sentence,
    }
}

/// What somebody asked for, with what it is about.
fn asked(recorded: &Recorded) -> Option<String> {
    let text = |name: &str| recorded.details.get(name).and_then(Value::as_str);
    let said = |name: &str| text(name).map(|text| filling(name, text)).unwrap_or_default();
    let kind = AskedKind::parse(text("asked")?)?;
    let what = asked_words(kind);
    Some(match kind {
        AskedKind::ChangeTimes => {
            t!("audit-asked-times", what = what, opens = said("opens"), closes = said("closes"))
        }
        AskedKind::PublishFinding => {
            let number = recorded.details.get("number").and_then(Value::as_i64).unwrap_or_default();
            t!("audit-asked-number", what = what, number = number)
        }
        AskedKind::PublishRecommendation | AskedKind::AddReply | AskedKind::AddProgress => {
            t!("audit-asked-of", what = what, of = text("of").unwrap_or_default())
        }
        _ => what,
    })
}

/// The name of an act where one chooses among acts.
pub fn act_name(act: Act) -> String {
    say_attribute(key(act), "act")
}

/// Who did it.
pub fn who(recorded: &Recorded) -> String {
    match (recorded.by, &recorded.who) {
        (Some(By::Guest), _) => t!("audit-by-guest"),
        (Some(By::System), _) => t!("audit-by-system"),
        (_, Some(name)) => name.clone(),
        _ => t!("audit-by-unknown"),
    }
}

fn name(recorded: &Recorded, act: Act) -> String {
    match (&recorded.name, act) {
        (Some(name), _) => name.clone(),
        (None, Act::SignInFailed | Act::LinkAsked) => t!("audit-address-unknown"),
        (None, _) => t!("audit-not-known"),
    }
}

fn place(recorded: &Recorded) -> String {
    let name = recorded.place.as_ref().map_or_else(|| t!("audit-not-known"), |place| place.name.clone());
    match Scope::parse(&recorded.row.scope, recorded.row.scope_id) {
        Some(Scope::Call(_)) => t!("audit-where-call", place = name),
        Some(Scope::Assembly(_)) => t!("audit-where-assembly", place = name),
        Some(Scope::Platform) | None => t!("audit-where-platform"),
    }
}

/// A detail as people say it: instants and days in words, what has a name by its name, everything else as it is.
fn filling(name: &str, text: &str) -> String {
    let instant = || DateTime::parse_from_rfc3339(text).ok().map(|at| when_in(at.to_utc(), ZONE));
    let date = || text.parse::<NaiveDate>().ok().map(day);
    let said = match name {
        "role" => Role::parse(text).map(role_name),
        "standing" => MemberRole::parse(text).map(members::names::role),
        "kind" => LetterKind::parse(text).map(names::kind),
        "language" => Language::parse(text).map(names::language),
        "shelf" => LetterState::parse(text).map(names::state),
        "title" | "purpose" | "reason" | "reference" | "check" | "of" => None,
        _ => instant().or_else(date),
    };
    said.unwrap_or_else(|| text.to_owned())
}

/// The Fluent key of the sentence of an act.
const fn key(act: Act) -> &'static str {
    match act {
        Act::SignedIn => "audit-signed-in",
        Act::SignedInByProvider => "audit-signed-in-by-provider",
        Act::LinkAsked => "audit-link-asked",
        Act::SignedInByLink => "audit-signed-in-by-link",
        Act::SignedInWithPasskey => "audit-signed-in-with-passkey",
        Act::SignInBegun => "audit-sign-in-begun",
        Act::SignedInWithCode => "audit-signed-in-with-code",
        Act::RecoveryCodeUsed => "audit-recovery-code-used",
        Act::CodeFailed => "audit-code-failed",
        Act::SignInFailed => "audit-sign-in-failed",
        Act::SignInRefused => "audit-sign-in-refused",
        Act::SignedOut => "audit-signed-out",
        Act::SignedOutElsewhere => "audit-signed-out-elsewhere",
        Act::Confirmed => "audit-confirmed",
        Act::ConfirmationFailed => "audit-confirmation-failed",
        Act::PasswordSet => "audit-password-set",
        Act::AppSetUp => "audit-app-set-up",
        Act::AppRemoved => "audit-app-removed",
        Act::PasskeyAdded => "audit-passkey-added",
        Act::PasskeyRemoved => "audit-passkey-removed",
        Act::RecoveryCodesMade => "audit-recovery-codes-made",
        Act::SecondStepCleared => "audit-second-step-cleared",
        Act::IdentityConnected => "audit-identity-connected",
        Act::IdentityDisconnected => "audit-identity-disconnected",
        Act::AddressProved => "audit-address-proved",
        Act::InvitationMade => "audit-invitation-made",
        Act::InvitationRenewed => "audit-invitation-renewed",
        Act::InvitationWithdrawn => "audit-invitation-withdrawn",
        Act::InvitationAccepted => "audit-invitation-accepted",
        Act::AccountMade => "audit-account-made",
        Act::AccountTakenBack => "audit-account-taken-back",
        Act::AccountAdded => "audit-account-added",
        Act::AccountClosed => "audit-account-closed",
        Act::RoleGiven => "audit-role-given",
        Act::RoleTaken => "audit-role-taken",
        Act::OrganisationAdded => "audit-organisation-added",
        Act::OrganisationChanged => "audit-organisation-changed",
        Act::OrganisationEnded => "audit-organisation-ended",
        Act::OrganisationReopened => "audit-organisation-reopened",
        Act::OrganisationsImported => "audit-organisations-imported",
        Act::ClaimCodeIssued => "audit-claim-code-issued",
        Act::ClaimCodeWithdrawn => "audit-claim-code-withdrawn",
        Act::ClaimCodeFailed => "audit-claim-code-failed",
        Act::MemberJoined => "audit-member-joined",
        Act::MembershipAsked => "audit-membership-asked",
        Act::MembershipAskWithdrawn => "audit-membership-ask-withdrawn",
        Act::MembershipAccepted => "audit-membership-accepted",
        Act::MembershipRefused => "audit-membership-refused",
        Act::MemberInvited => "audit-member-invited",
        Act::MemberInvitationRenewed => "audit-member-invitation-renewed",
        Act::MemberInvitationWithdrawn => "audit-member-invitation-withdrawn",
        Act::MemberInvitationAccepted => "audit-member-invitation-accepted",
        Act::MemberRoleChanged => "audit-member-role-changed",
        Act::MemberRemoved => "audit-member-removed",
        Act::MemberLeft => "audit-member-left",
        Act::OrganisationHandedOver => "audit-organisation-handed-over",
        Act::ResponseLinked => "audit-response-linked",
        Act::ResponseUnlinked => "audit-response-unlinked",
        Act::CallCreated => "audit-call-created",
        Act::CallChanged => "audit-call-changed",
        Act::CallScheduled => "audit-call-scheduled",
        Act::CallAnnounced => "audit-call-announced",
        Act::CallOpened => "audit-call-opened",
        Act::CallClosed => "audit-call-closed",
        Act::InviteesAdded => "audit-invitees-added",
        Act::InviteesReminded => "audit-invitees-reminded",
        Act::InviteesSeen => "audit-invitees-seen",
        Act::InviteeRemoved => "audit-invitee-removed",
        Act::OutcomePublished => "audit-outcome-published",
        Act::LateLeaveGiven => "audit-late-leave-given",
        Act::LateLeaveEnded => "audit-late-leave-ended",
        Act::CallArchived => "audit-call-archived",
        Act::CallBroughtBack => "audit-call-brought-back",
        Act::CallDeleted => "audit-call-deleted",
        Act::TwoPeopleSet => "audit-two-people-set",
        Act::TwoPeopleEnded => "audit-two-people-ended",
        Act::ApprovalAsked => "audit-approval-asked",
        Act::ApprovalGiven => "audit-approval-given",
        Act::ApprovalRefused => "audit-approval-refused",
        Act::ApprovalWithdrawn => "audit-approval-withdrawn",
        Act::ApprovalLapsed => "audit-approval-lapsed",
        Act::PreviewLinkRenewed => "audit-preview-link-renewed",
        Act::CallMadePrivate => "audit-call-made-private",
        Act::CallMadePublic => "audit-call-made-public",
        Act::EarlyFiguresSet => "audit-early-figures-set",
        Act::EarlyFiguresEnded => "audit-early-figures-ended",
        Act::SectionAdded => "audit-section-added",
        Act::SectionChanged => "audit-section-changed",
        Act::SectionMoved => "audit-section-moved",
        Act::SectionRemoved => "audit-section-removed",
        Act::QuestionAdded => "audit-question-added",
        Act::QuestionChanged => "audit-question-changed",
        Act::QuestionMoved => "audit-question-moved",
        Act::QuestionRemoved => "audit-question-removed",
        Act::BankQuestionKept => "audit-bank-question-kept",
        Act::BankQuestionChanged => "audit-bank-question-changed",
        Act::BankQuestionRemoved => "audit-bank-question-removed",
        Act::SkipAdded => "audit-skip-added",
        Act::SkipChanged => "audit-skip-changed",
        Act::SkipMoved => "audit-skip-moved",
        Act::SkipRemoved => "audit-skip-removed",
        Act::EndPageAdded => "audit-end-page-added",
        Act::EndPageChanged => "audit-end-page-changed",
        Act::EndPageMoved => "audit-end-page-moved",
        Act::EndPageRemoved => "audit-end-page-removed",
        Act::MaterialAdded => "audit-material-added",
        Act::MaterialChanged => "audit-material-changed",
        Act::MaterialMoved => "audit-material-moved",
        Act::MaterialRemoved => "audit-material-removed",
        Act::VariantAdded => "audit-variant-added",
        Act::VariantRemoved => "audit-variant-removed",
        Act::EntryBegun => "audit-entry-begun",
        Act::EntryWritten => "audit-entry-written",
        Act::EntryDropped => "audit-entry-dropped",
        Act::ScanAdded => "audit-scan-added",
        Act::ScanRemoved => "audit-scan-removed",
        Act::ScanOpened => "audit-scan-opened",
        Act::ResponseEntered => "audit-response-entered",
        Act::EntryChecked => "audit-entry-checked",
        Act::ImportUploaded => "audit-import-uploaded",
        Act::ImportMapped => "audit-import-mapped",
        Act::ImportDiscarded => "audit-import-discarded",
        Act::ImportBegun => "audit-import-begun",
        Act::ResponsesImported => "audit-responses-imported",
        Act::ResponsesExported => "audit-responses-exported",
        Act::GlassBroken => "audit-glass-broken",
        Act::DocumentOpened => "audit-document-opened",
        Act::HeldAdmitted => "audit-held-admitted",
        Act::HeldKeptOut => "audit-held-kept-out",
        Act::ResponseWithdrawn => "audit-response-withdrawn",
        Act::ResponseBroughtBack => "audit-response-brought-back",
        Act::CodeAdded => "audit-code-added",
        Act::CodeChanged => "audit-code-changed",
        Act::CodeMoved => "audit-code-moved",
        Act::CodeRetired => "audit-code-retired",
        Act::CodeRestored => "audit-code-restored",
        Act::CodeActUndone => "audit-code-act-undone",
        Act::CodeActRedone => "audit-code-act-redone",
        Act::FindingAdded => "audit-finding-added",
        Act::FindingChanged => "audit-finding-changed",
        Act::FindingPublished => "audit-finding-published",
        Act::FindingWithdrawn => "audit-finding-withdrawn",
        Act::WordsPicked => "audit-words-picked",
        Act::WordsUnpicked => "audit-words-unpicked",
        Act::RecommendationAdded => "audit-recommendation-added",
        Act::RecommendationChanged => "audit-recommendation-changed",
        Act::RecommendationPublished => "audit-recommendation-published",
        Act::RecommendationWithdrawn => "audit-recommendation-withdrawn",
        Act::ReplyAdded => "audit-reply-added",
        Act::ProgressAdded => "audit-progress-added",
        Act::AssemblyCreated => "audit-assembly-created",
        Act::AssemblyChanged => "audit-assembly-changed",
        Act::ConstituencyAdded => "audit-constituency-added",
        Act::ConstituencyChanged => "audit-constituency-changed",
        Act::SeatRenamed => "audit-seat-renamed",
        Act::TermAdded => "audit-term-added",
        Act::TermChanged => "audit-term-changed",
        Act::MeetingAdded => "audit-meeting-added",
        Act::MeetingChanged => "audit-meeting-changed",
        Act::MeetingPublished => "audit-meeting-published",
        Act::MeetingWithdrawn => "audit-meeting-withdrawn",
        Act::ItemAdded => "audit-item-added",
        Act::ItemChanged => "audit-item-changed",
        Act::ItemMoved => "audit-item-moved",
        Act::ItemRemoved => "audit-item-removed",
        Act::ItemRecorded => "audit-item-recorded",
        Act::PaperAdded => "audit-paper-added",
        Act::PaperChanged => "audit-paper-changed",
        Act::PaperMoved => "audit-paper-moved",
        Act::PaperRemoved => "audit-paper-removed",
        Act::EvidenceAdded => "audit-evidence-added",
        Act::EvidenceMoved => "audit-evidence-moved",
        Act::EvidenceRemoved => "audit-evidence-removed",
        Act::DecisionTaken => "audit-decision-taken",
        Act::DecisionCorrected => "audit-decision-corrected",
        Act::LetterTextChanged => "audit-letter-text-changed",
        Act::LetterTextReset => "audit-letter-text-reset",
        Act::LetterSentAgain => "audit-letter-sent-again",
        Act::LettersSentAgain => "audit-letters-sent-again",
        Act::LetterArrived => "audit-letter-arrived",
        Act::LettersPaused => "audit-letters-paused",
        Act::LettersResumed => "audit-letters-resumed",
        Act::TestLetterPosted => "audit-test-letter-posted",
        Act::IndexRebuilt => "audit-index-rebuilt",
        Act::DemonstrationLoaded => "audit-demonstration-loaded",
        Act::AuditExported => "audit-audit-exported",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_act_has_a_sentence_and_a_name() {
        for act in Act::ALL {
            assert_eq!(key(*act).strip_prefix("audit-"), Some(act.as_str()));
            assert_ne!(act_name(*act), key(*act), "{act} has no name to be chosen by");
            assert!(say(language(), key(*act), Some(&Args::new())).contains(' '), "{act} has no sentence");
        }
    }
}
