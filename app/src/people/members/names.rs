//! What members may be, and what was checked of them, in words.

use domain::people::{CheckKind, MemberRole};
use leptos::prelude::*;
use services::calls::edit::ZONE;
use services::people::members::Check;

use crate::components::{Opt, Radios, day};
use crate::t;

/// The name of a role.
pub fn role(role: MemberRole) -> String {
    match role {
        MemberRole::Editor => t!("member-role-editor"),
        MemberRole::Approver => t!("member-role-approver"),
        MemberRole::Owner => t!("member-role-owner"),
    }
}

/// What it allows.
pub fn hint(role: MemberRole) -> String {
    match role {
        MemberRole::Editor => t!("member-role-editor-hint"),
        MemberRole::Approver => t!("member-role-approver-hint"),
        MemberRole::Owner => t!("member-role-owner-hint"),
    }
}

/// The choice of a role.
pub(super) fn role_field(legend: String) -> AnyView {
    let options = MemberRole::ALL.iter().map(|one| Opt::new(one, role(*one)).hint(hint(*one))).collect();
    view! { <Radios name="role" legend options small=true/> }.into_any()
}

/// What was checked, how and when.
pub(super) fn check(check: &Check) -> String {
    let when = day(check.at.with_timezone(&ZONE).date_naive());
    match check.kind {
        CheckKind::Domain => t!("organisation-checked-domain", domain = check.domain.as_str(), when = when),
        CheckKind::Letter => t!("organisation-checked-letter", when = when),
        CheckKind::Telephone => t!("organisation-checked-telephone", when = when),
        CheckKind::Team => t!("organisation-checked-team", when = when),
    }
}
