//! The names of statuses, and of the calls that outcomes belong to.

use domain::outcomes::{ProgressStatus, ReplyFilter, ReplyStatus};
use leptos::prelude::*;
use services::outcomes::CallName;

use crate::components::Tag;
use crate::t;
use crate::words::{Language, language};

/// The name of a status of a reply.
pub fn reply(status: ReplyStatus) -> String {
    match status {
        ReplyStatus::Accepted => t!("reply-accepted"),
        ReplyStatus::InPrinciple => t!("reply-in-principle"),
        ReplyStatus::Partly => t!("reply-partly"),
        ReplyStatus::UnderFurtherWork => t!("reply-under-further-work"),
        ReplyStatus::Rejected => t!("reply-rejected"),
        ReplyStatus::NoClearAnswer => t!("reply-no-clear-answer"),
    }
}

/// The name of a status of progress.
pub fn progress(status: ProgressStatus) -> String {
    match status {
        ProgressStatus::NotStarted => t!("progress-not-started"),
        ProgressStatus::Some => t!("progress-some"),
        ProgressStatus::Done => t!("progress-done"),
        ProgressStatus::Overtaken => t!("progress-overtaken"),
    }
}

/// The name of what a recommendation must have been replied.
pub fn reply_filter(filter: ReplyFilter) -> String {
    match filter {
        ReplyFilter::Status(status) => reply(status),
        ReplyFilter::None => t!("reply-none"),
    }
}

/// The status of the latest reply as a tag. No reply is said too: silence is not rejection.
pub fn reply_tag(status: Option<ReplyStatus>) -> AnyView {
    let colour = match status {
        Some(ReplyStatus::Accepted) => "green",
        Some(ReplyStatus::InPrinciple | ReplyStatus::Partly) => "turquoise",
        Some(ReplyStatus::UnderFurtherWork) => "blue",
        Some(ReplyStatus::Rejected) => "red",
        Some(ReplyStatus::NoClearAnswer) => "yellow",
        None => "grey",
    };
    let text = status.map_or_else(|| t!("reply-none"), reply);
    view! { <Tag text colour/> }.into_any()
}

/// A status of progress as a tag.
pub fn progress_tag(status: ProgressStatus) -> AnyView {
    let colour = match status {
        ProgressStatus::NotStarted | ProgressStatus::Overtaken => "grey",
        ProgressStatus::Some => "blue",
        ProgressStatus::Done => "green",
    };
    view! { <Tag text=progress(status) colour/> }.into_any()
}

/// The title of a call in the language of the page, where the team has given one.
pub fn call(call: &CallName) -> String {
    if language() == Language::Welsh && !call.title_cy.is_empty() {
        call.title_cy.clone()
    } else {
        call.title.clone()
    }
}
