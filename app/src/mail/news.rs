//! News in the words of a letter.

use domain::mail::{NewsGroup, NewsItem, NewsKind};
use services::calls::edit::ZONE;

use super::html::Part;
use crate::components::when_in;
use crate::t;

/// What happened, in one sentence.
fn sentence(item: &NewsItem) -> String {
    let title = item.title.as_str();
    let when = item.when.map(|at| when_in(at, ZONE)).unwrap_or_default();
    match item.kind {
        NewsKind::CallOpened => t!("news-call-opened", when = when),
        NewsKind::ClosingChanged => t!("news-closing-changed", when = when),
        NewsKind::CallClosed => t!("news-call-closed"),
        NewsKind::OutcomePublished => t!("news-outcome-published"),
        NewsKind::FindingPublished => t!("news-finding-published", title = title),
        NewsKind::RecommendationPublished => t!("news-recommendation-published", title = title),
        NewsKind::ReplyRecorded => t!("news-reply-recorded", title = title),
        NewsKind::ProgressRecorded => t!("news-progress-recorded", title = title),
        NewsKind::MeetingPublished => t!("news-meeting-published", title = title, when = when),
        NewsKind::MeetingMoved => t!("news-meeting-moved", title = title, when = when),
        NewsKind::DecisionTaken => t!("news-decision-taken", title = title),
        NewsKind::OrganisationEnded => t!("news-organisation-ended"),
    }
}

/// The news of one thing as a paragraph: its name, and a line for each thing that happened, with where to read on.
pub(super) fn paragraph(group: &NewsGroup, address: impl Fn(&str) -> String) -> Vec<Part> {
    let mut parts = vec![Part::Head(group.title.clone())];
    for item in &group.items {
        parts.push(Part::Words(format!("\n– {}\n  ", sentence(item))));
        parts.push(Part::Link(address(&item.page)));
    }
    parts
}
