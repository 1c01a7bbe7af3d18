//! Calls as people see them.

pub mod acts;
pub mod approvals;
pub mod bank;
pub mod builder;
pub mod builder_forms;
mod builder_group;
mod builder_kind;
pub mod builder_preview;
mod builder_rule;
pub mod builder_skip_forms;
mod builder_skips;
mod closings;
pub mod corrected;
pub mod edit;
pub mod figures;
pub mod invited;
pub mod keywords;
pub mod late;
pub mod list;
pub mod materials;
pub mod page;
pub mod private;
pub mod questions;
pub mod schedule;
pub mod skips;
pub mod team;
pub mod timeline;

use services::calls::Call;

use crate::words::{Language, language};

/// The title of a call in the language of the page, where the team has given one.
pub fn title(call: &Call) -> String {
    if language() == Language::Welsh && !call.title_cy.is_empty() {
        call.title_cy.clone()
    } else {
        call.title.clone()
    }
}

/// The summary of a call in the language of the page, where the team has given one.
pub fn summary(call: &Call) -> String {
    if language() == Language::Welsh && !call.summary_cy.is_empty() {
        call.summary_cy.clone()
    } else {
        call.summary.clone()
    }
}
