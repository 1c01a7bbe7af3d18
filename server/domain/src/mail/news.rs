//! News: what happened to something that people follow, as a letter tells of it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::Followed;

crate::named! {
    /// What happened.
    pub enum NewsKind {
        CallOpened => "call-opened",
        ClosingChanged => "closing-changed",
        CallClosed => "call-closed",
        OutcomePublished => "outcome-published",
        FindingPublished => "finding-published",
        RecommendationPublished => "recommendation-published",
        ReplyRecorded => "reply-recorded",
        ProgressRecorded => "progress-recorded",
        /// A meeting, with its agenda.
        MeetingPublished => "meeting-published",
        MeetingMoved => "meeting-moved",
        DecisionTaken => "decision-taken",
        /// An organisation has ended, or will.
        OrganisationEnded => "organisation-ended",
    }
}

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewsItem {
    pub kind: NewsKind,
    /// The name of what it happened to.
    pub title: String,
    /// The address of its public page, without the site and the language.
    pub page: String,
    /// The instant that it speaks of: when a call closes, when a meeting begins.
    pub when: Option<DateTime<Utc>>,
}

/// The news of one thing that someone follows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewsGroup {
    pub of: Followed,
    pub title: String,
    pub page: String,
    pub items: Vec<NewsItem>,
}
