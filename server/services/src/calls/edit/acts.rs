//! Public acts: to announce a call, to open and close it at once, to say that its outcome is published. Each may take two
//! people, so each goes by [`approvals`].

use chrono::{DateTime, Utc};
use domain::audit::Act;
use domain::calls::{AskedAct, CallAct, CallState, unasked};
use domain::mail::NewsKind;
use sea_orm::ActiveValue::Set;
use sea_orm::DatabaseTransaction;
use uuid::Uuid;

use super::super::approvals::{self, Done};
use super::super::closings;
use super::super::{Call, Questionnaire, questionnaire};
use crate::audit::Recorder;
use crate::follow::{self, News};
use crate::{Failure, Services};

domain::named! {
    /// What a call needs before the public may see it.
    pub enum Need {
        Texts => "texts",
        /// Every part of the privacy notice.
        Privacy => "privacy",
        Times => "times",
        /// Its closing time lies ahead.
        ClosesLater => "closes-later",
        /// Why it runs for less than twelve weeks or over a holiday, where it does.
        RunReason => "run-reason",
        Questions => "questions",
        /// No question is one that nobody could ever be asked.
        Reachable => "reachable",
    }
}

impl Need {
    const fn reason(self) -> &'static str {
        match self {
            Self::Texts => "error-call-no-texts",
            Self::Privacy => "error-call-no-privacy",
            Self::Times => "error-call-no-times",
            Self::ClosesLater => "error-call-closing-passed",
            Self::RunReason => "error-call-no-run-reason",
            Self::Questions => "error-call-no-questions",
            Self::Reachable => "error-call-unasked",
        }
    }
}

/// What a call still needs before it can be announced.
pub fn needs(call: &Call, form: &Questionnaire, now: DateTime<Utc>) -> Vec<Need> {
    let texts = [
        &call.title,
        &call.summary,
        &call.remit,
        &call.commissioner,
        &call.contact,
        &call.publication_policy,
    ];
    let lacks = |need: &Need| match need {
        Need::Texts => texts.iter().any(|text| text.is_empty()),
        Need::Privacy => call.privacy_notice.missing().next().is_some(),
        Need::Times => call.times.opens.is_none() || call.times.closes.is_none(),
        Need::ClosesLater => call.times.closes.is_none_or(|closes| closes <= now),
        Need::RunReason => call.run_reason.is_empty() && !call.cautions().is_empty(),
        Need::Questions => form.questions.is_empty(),
        Need::Reachable => !unasked(form).is_empty(),
    };
    Need::ALL.iter().copied().filter(lacks).collect()
}

/// Why an act cannot be done to a call now, as a Fluent key; nothing where it can. `begun` says whether there is anything
/// that people wrote.
pub fn refusal(
    act: CallAct,
    call: &Call,
    form: &Questionnaire,
    begun: bool,
    now: DateTime<Utc>,
) -> Option<&'static str> {
    let lacking = || needs(call, form, now).first().map(|need| need.reason());
    let state = call.state(now);
    match act {
        CallAct::Announce if call.times.announced.is_some() => Some("error-call-announced"),
        CallAct::OpenNow if state == CallState::Open => Some("error-call-is-open"),
        CallAct::OpenNow | CallAct::PublishOutcome if state >= CallState::Outcome => {
            Some("error-call-outcome-out")
        }
        CallAct::Announce | CallAct::OpenNow => lacking(),
        CallAct::CloseNow => (!call.times.may_begin(now)).then_some("error-call-not-open"),
        CallAct::PublishOutcome => (state != CallState::Analysing).then_some("error-call-still-open"),
        CallAct::Archive => (state != CallState::Outcome).then_some("error-call-no-outcome"),
        CallAct::BringBack => (state != CallState::Archived).then_some("error-call-not-archived"),
        CallAct::Delete if begun => Some("error-call-delete-answered"),
        CallAct::Delete => call.times.announced.is_some().then_some("error-call-delete-announced"),
    }
}

/// Does an act, or asks for it where it takes two people; or says why it cannot be done now.
pub async fn perform(services: &Services, call: &Call, act: CallAct) -> Result<Done, Failure> {
    let act = AskedAct::OnCall { act, times: call.times };
    approvals::put(services, call.id, act, String::new()).await
}

/// Does an act in a transaction. Whether it takes two people was decided before.
pub(in crate::calls) async fn perform_in(
    txn: &DatabaseTransaction,
    recorder: &Recorder,
    call: Uuid,
    act: CallAct,
) -> Result<(), Failure> {
    if act == CallAct::Delete {
        return super::delete::delete_in(txn, recorder, call).await;
    }
    let now = recorder.clock.now();
    let row = super::hold_archived(txn, call).await?;
    let form = questionnaire(txn, call).await?;
    let mut told = None;
    let call = super::save(txn, row, |held, row| {
        if let Some(reason) = refusal(act, held, &form, false, now) {
            return Err(Failure::Refused(reason));
        }
        match act {
            CallAct::Announce => row.announced_at = Set(Some(now)),
            CallAct::OpenNow => {
                row.announced_at = Set(held.times.announced.or(Some(now)));
                row.opens_at = Set(Some(now));
            }
            CallAct::CloseNow => {
                told = held.times.closes;
                row.closes_at = Set(Some(now));
            }
            CallAct::PublishOutcome => row.outcome_at = Set(Some(now)),
            CallAct::Archive => row.archived_at = Set(Some(now)),
            CallAct::BringBack => row.archived_at = Set(None),
            CallAct::Delete => {}
        }
        Ok(())
    })
    .await?;
    if let Some(before) = told {
        closings::note(txn, recorder, &call, before, "").await?;
    }
    if let Some(kind) = news(act) {
        follow::tell(txn, &recorder.clock, News::of_call(kind, call.id, now)).await?;
    }
    recorder.record(txn, super::entry(recorded(act), &call)).await?;
    Ok(())
}

/// An act by the name under which it is recorded.
const fn recorded(act: CallAct) -> Act {
    match act {
        CallAct::Announce => Act::CallAnnounced,
        CallAct::OpenNow => Act::CallOpened,
        CallAct::CloseNow => Act::CallClosed,
        CallAct::PublishOutcome => Act::OutcomePublished,
        CallAct::Archive => Act::CallArchived,
        CallAct::BringBack => Act::CallBroughtBack,
        CallAct::Delete => Act::CallDeleted,
    }
}

/// What followers hear of an act. Nobody can follow a call before it is announced.
const fn news(act: CallAct) -> Option<NewsKind> {
    match act {
        CallAct::Announce | CallAct::Archive | CallAct::BringBack | CallAct::Delete => None,
        CallAct::OpenNow => Some(NewsKind::CallOpened),
        CallAct::CloseNow => Some(NewsKind::CallClosed),
        CallAct::PublishOutcome => Some(NewsKind::OutcomePublished),
    }
}

/// Shows a call to the public: from now on the clock decides its state.
pub async fn announce(services: &Services, call: &Call) -> Result<Done, Failure> {
    perform(services, call, CallAct::Announce).await
}

/// Opens a call at once, and announces it where it was not.
pub async fn open_now(services: &Services, call: &Call) -> Result<Done, Failure> {
    perform(services, call, CallAct::OpenNow).await
}

/// Closes an open call at once. Whoever has begun has the grace that was stated.
pub async fn close_now(services: &Services, call: &Call) -> Result<Done, Failure> {
    perform(services, call, CallAct::CloseNow).await
}

/// Says that the outcome is published.
pub async fn publish_outcome(services: &Services, call: &Call) -> Result<Done, Failure> {
    perform(services, call, CallAct::PublishOutcome).await
}
