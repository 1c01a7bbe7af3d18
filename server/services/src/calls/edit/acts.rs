//! Public acts: to announce a call, to open and close it at once, to say that its outcome is published.

use chrono::{DateTime, Utc};
use domain::audit::Act;
use domain::calls::{CallAct, CallState};
use domain::mail::NewsKind;
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use super::super::{Call, Questionnaire, questionnaire};
use crate::follow::{self, News};
use crate::{Failure, Services};

domain::named! {
    /// What a call needs before the public may see it.
    pub enum Need {
        Texts => "texts",
        Times => "times",
        /// Its closing time lies ahead.
        ClosesLater => "closes-later",
        Questions => "questions",
    }
}

impl Need {
    const fn reason(self) -> &'static str {
        match self {
            Self::Texts => "error-call-no-texts",
            Self::Times => "error-call-no-times",
            Self::ClosesLater => "error-call-closing-passed",
            Self::Questions => "error-call-no-questions",
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
        &call.privacy_notice,
        &call.publication_policy,
    ];
    let lacks = |need: &Need| match need {
        Need::Texts => texts.iter().any(|text| text.is_empty()),
        Need::Times => call.times.opens.is_none() || call.times.closes.is_none(),
        Need::ClosesLater => call.times.closes.is_none_or(|closes| closes <= now),
        Need::Questions => form.questions.is_empty(),
    };
    Need::ALL.iter().copied().filter(lacks).collect()
}

/// Why an act cannot be done to a call now, as a Fluent key; nothing where it can.
pub fn refusal(act: CallAct, call: &Call, form: &Questionnaire, now: DateTime<Utc>) -> Option<&'static str> {
    let lacking = || needs(call, form, now).first().map(|need| need.reason());
    let state = call.state(now);
    match act {
        CallAct::Announce if call.times.announced.is_some() => Some("error-call-announced"),
        CallAct::OpenNow if state == CallState::Open => Some("error-call-is-open"),
        CallAct::OpenNow | CallAct::PublishOutcome if state == CallState::Outcome => {
            Some("error-call-outcome-out")
        }
        CallAct::Announce | CallAct::OpenNow => lacking(),
        CallAct::CloseNow => (!call.times.may_begin(now)).then_some("error-call-not-open"),
        CallAct::PublishOutcome => (state != CallState::Analysing).then_some("error-call-still-open"),
    }
}

/// Does an act, or says why it cannot be done now.
pub async fn perform(services: &Services, call: Uuid, act: CallAct) -> Result<(), Failure> {
    let now = services.clock.now();
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let row = super::hold(txn, call).await?;
                let form = questionnaire(txn, call).await?;
                let call = super::save(txn, row, |held, row| {
                    if let Some(reason) = refusal(act, held, &form, now) {
                        return Err(Failure::Refused(reason));
                    }
                    match act {
                        CallAct::Announce => row.announced_at = Set(Some(now)),
                        CallAct::OpenNow => {
                            row.announced_at = Set(held.times.announced.or(Some(now)));
                            row.opens_at = Set(Some(now));
                        }
                        CallAct::CloseNow => row.closes_at = Set(Some(now)),
                        CallAct::PublishOutcome => row.outcome_at = Set(Some(now)),
                    }
                    Ok(())
                })
                .await?;
                if let Some(kind) = news(act) {
                    follow::tell(txn, &recorder.clock, News::of_call(kind, call.id, now)).await?;
                }
                recorder.record(txn, super::entry(recorded(act), &call)).await?;
                Ok(())
            })
        })
        .await
}

/// An act by the name under which it is recorded.
const fn recorded(act: CallAct) -> Act {
    match act {
        CallAct::Announce => Act::CallAnnounced,
        CallAct::OpenNow => Act::CallOpened,
        CallAct::CloseNow => Act::CallClosed,
        CallAct::PublishOutcome => Act::OutcomePublished,
    }
}

/// What followers hear of an act. Nobody can follow a call before it is announced.
const fn news(act: CallAct) -> Option<NewsKind> {
    match act {
        CallAct::Announce => None,
        CallAct::OpenNow => Some(NewsKind::CallOpened),
        CallAct::CloseNow => Some(NewsKind::CallClosed),
        CallAct::PublishOutcome => Some(NewsKind::OutcomePublished),
    }
}

/// Shows a call to the public: from now on the clock decides its state.
pub async fn announce(services: &Services, call: &Call) -> Result<(), Failure> {
    perform(services, call.id, CallAct::Announce).await
}

/// Opens a call at once, and announces it where it was not.
pub async fn open_now(services: &Services, call: &Call) -> Result<(), Failure> {
    perform(services, call.id, CallAct::OpenNow).await
}

/// Closes an open call at once. Whoever has begun has the grace that was stated.
pub async fn close_now(services: &Services, call: &Call) -> Result<(), Failure> {
    perform(services, call.id, CallAct::CloseNow).await
}

/// Says that the outcome is published.
pub async fn publish_outcome(services: &Services, call: &Call) -> Result<(), Failure> {
    perform(services, call.id, CallAct::PublishOutcome).await
}
