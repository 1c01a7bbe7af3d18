//! What one person asks for and another must agree to, where a call is run by two people.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{CallAct, Reasons, Times};
use crate::forms::{Form, Problem, Problems};
use crate::outcomes::{Dated, ProgressStatus, ReplyStatus};
use crate::people::Action;
use crate::text;

/// The most words of a note, and of a reason.
const LONGEST: usize = 200;

crate::named! {
    /// Where something stands that was asked for.
    pub enum ApprovalState {
        /// It waits for somebody else.
        Asked => "asked",
        /// Somebody else agreed, and it was done in that moment.
        Approved => "approved",
        Refused => "refused",
        /// Whoever asked took it back.
        Withdrawn => "withdrawn",
        /// What it was about changed, and it was asked anew; or the call is no longer run by two people.
        Lapsed => "lapsed",
    }
}

crate::named! {
    /// The kinds of acts that two people do.
    pub enum AskedKind {
        Announce => "announce",
        OpenNow => "open-now",
        CloseNow => "close-now",
        PublishOutcome => "publish-outcome",
        Archive => "archive",
        BringBack => "bring-back",
        Delete => "delete",
        ChangeTimes => "change-times",
        /// Let one person do all of these from then on.
        OnePerson => "one-person",
        PublishFinding => "publish-finding",
        PublishRecommendation => "publish-recommendation",
        AddReply => "add-reply",
        AddProgress => "add-progress",
    }
}

/// When a call opens and closes, as instants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hours {
    pub opens: DateTime<Utc>,
    pub closes: DateTime<Utc>,
    pub grace_minutes: u32,
}

impl Hours {
    /// Whether a call with these times already runs so.
    pub fn are(&self, times: &Times) -> bool {
        times.opens == Some(self.opens)
            && times.closes == Some(self.closes)
            && times.grace_minutes == self.grace_minutes
    }
}

/// An act with everything that it would do. It is stored as JSON under a version (`services::calls::approvals`), so
/// fields are only ever added, and never change their meaning.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum AskedAct {
    /// An act upon the call itself, which has these times.
    OnCall {
        act: CallAct,
        times: Times,
    },
    ChangeTimes {
        before: Times,
        after: Hours,
        #[serde(default)]
        reasons: Reasons,
    },
    OnePerson,
    PublishFinding {
        finding: Uuid,
        number: u32,
        title: String,
    },
    PublishRecommendation {
        recommendation: Uuid,
        slug: String,
        title: String,
    },
    AddReply {
        recommendation: Uuid,
        slug: String,
        title: String,
        reply: Dated<ReplyStatus>,
    },
    AddProgress {
        recommendation: Uuid,
        slug: String,
        title: String,
        note: Dated<ProgressStatus>,
    },
}

/// What decides whether an act needs a second person.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    /// Whether the call is run by two people.
    pub two_people: bool,
    pub times: Times,
    /// Whether the finding or the recommendation that the act is about is public now.
    pub public: bool,
}

impl AskedAct {
    /// Its kind.
    pub const fn kind(&self) -> AskedKind {
        match self {
            Self::OnCall { act, .. } => match act {
                CallAct::Announce => AskedKind::Announce,
                CallAct::OpenNow => AskedKind::OpenNow,
                CallAct::CloseNow => AskedKind::CloseNow,
                CallAct::PublishOutcome => AskedKind::PublishOutcome,
                CallAct::Archive => AskedKind::Archive,
                CallAct::BringBack => AskedKind::BringBack,
                CallAct::Delete => AskedKind::Delete,
            },
            Self::ChangeTimes { .. } => AskedKind::ChangeTimes,
            Self::OnePerson => AskedKind::OnePerson,
            Self::PublishFinding { .. } => AskedKind::PublishFinding,
            Self::PublishRecommendation { .. } => AskedKind::PublishRecommendation,
            Self::AddReply { .. } => AskedKind::AddReply,
            Self::AddProgress { .. } => AskedKind::AddProgress,
        }
    }

    /// Whether somebody else must agree before it is done. The one rule: with two people, nobody alone opens a call,
    /// closes it early, moves its times once it is announced, shows anything to the public, deletes a call, or ends that
    /// it takes two.
    pub fn needs_two(&self, standing: &Standing) -> bool {
        standing.two_people
            && match self {
                Self::OnCall { .. } | Self::OnePerson => true,
                Self::ChangeTimes { after, .. } => {
                    standing.times.announced.is_some() && !after.are(&standing.times)
                }
                Self::PublishFinding { .. } | Self::PublishRecommendation { .. } => !standing.public,
                Self::AddReply { .. } | Self::AddProgress { .. } => standing.public,
            }
    }

    /// What whoever asks for it, and whoever agrees, must be allowed to do.
    pub const fn action(&self) -> Action {
        match self {
            Self::OnCall { .. } | Self::ChangeTimes { .. } | Self::OnePerson => Action::RunCall,
            Self::PublishFinding { .. } | Self::PublishRecommendation { .. } => Action::PublishOutcomes,
            Self::AddReply { .. } | Self::AddProgress { .. } => Action::EditOutcomes,
        }
    }

    /// Of what is asked for under the same name, only one waits at a time.
    pub fn slot(&self) -> String {
        match self {
            Self::OnCall { .. } | Self::ChangeTimes { .. } | Self::OnePerson => self.kind().to_string(),
            Self::PublishFinding { finding: id, .. }
            | Self::PublishRecommendation { recommendation: id, .. }
            | Self::AddReply { recommendation: id, .. }
            | Self::AddProgress { recommendation: id, .. } => format!("{}:{id}", self.kind()),
        }
    }
}

/// Reads what somebody says to whoever is to agree; it may be left out.
pub fn approval_note(form: &Form) -> Result<String, Problems> {
    short(form, "note")
}

fn short(form: &Form, field: &'static str) -> Result<String, Problems> {
    let typed = form.long_text(field).unwrap_or_default();
    let words = text::words(&typed);
    if words > LONGEST {
        return Err(Problem::new(field, "error-approval-long").with("words", words).into());
    }
    Ok(typed)
}

/// What somebody decides about what another asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    pub approves: bool,
    pub reason: String,
}

impl Verdict {
    /// Reads the form. Whoever refuses says why.
    pub fn parse(form: &Form) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let approves = match form.value("decision") {
            "approve" => Some(true),
            "refuse" => Some(false),
            _ => None,
        };
        let approves = problems.require(approves, "decision", "error-approval-decision");
        let reason = match short(form, "reason") {
            Ok(reason) => reason,
            Err(long) => {
                long.iter().for_each(|problem| problems.add(problem.clone()));
                String::new()
            }
        };
        if approves == Some(false) && reason.is_empty() && problems.is_empty() {
            problems.add(Problem::new("reason", "error-approval-reason"));
        }
        match approves {
            Some(approves) if problems.is_empty() => Ok(Self { approves, reason }),
            _ => Err(problems),
        }
    }
}

/// Reads how many people it takes to run a call: `two` or `one`.
pub fn two_people(form: &Form) -> Result<bool, Problems> {
    match form.value("people") {
        "two" => Ok(true),
        "one" => Ok(false),
        _ => Err(Problem::new("people", "error-approval-people").into()),
    }
}

#[cfg(test)]
#[path = "approval_tests.rs"]
mod tests;
