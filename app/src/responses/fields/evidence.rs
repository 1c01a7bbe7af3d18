//! What a piece of evidence is asked for, in the language of whoever reads it. What the team has named stays as it is.

use domain::calls::kinds::Field;
use domain::calls::kinds::entries::Shape;
use domain::calls::kinds::evidence::{Part, Permission, Sort};

use crate::t;

/// The part of a piece of evidence that a field asks for; none where the team has named the field.
fn part(shape: &Shape, field: &Field) -> Option<Part> {
    if shape.is_evidence { Part::of(&field.name) } else { None }
}

/// What a field is called.
pub(super) fn label(shape: &Shape, field: &Field) -> String {
    match part(shape, field) {
        None => field.name.clone(),
        Some(Part::Claim) => t!("evidence-claim"),
        Some(Part::Sort) => t!("evidence-sort"),
        Some(Part::Place) => t!("evidence-place"),
        Some(Part::People) => t!("evidence-people"),
        Some(Part::Source) => t!("evidence-source"),
        Some(Part::Date) => t!("evidence-date"),
        Some(Part::Permission) => t!("evidence-permission"),
    }
}

/// What more is said of a field.
pub(super) fn hint(shape: &Shape, field: &Field) -> String {
    match part(shape, field) {
        Some(Part::Claim) => t!("evidence-claim-hint"),
        Some(Part::Place) => t!("evidence-place-hint"),
        Some(Part::People) => t!("evidence-people-hint"),
        Some(Part::Permission) => t!("evidence-permission-hint"),
        _ => String::new(),
    }
}

/// What a choice of a field is called.
pub(super) fn choice(shape: &Shape, field: &Field, choice: &str) -> String {
    let held = || choice.to_owned();
    match part(shape, field) {
        Some(Part::Sort) => {
            Sort::ALL.iter().find(|sort| sort.label() == choice).map_or_else(held, |found| sort(*found))
        }
        Some(Part::Permission) => {
            let found = Permission::ALL.iter().find(|permission| permission.label() == choice);
            found.map_or_else(held, |found| permission(*found))
        }
        _ => held(),
    }
}

fn sort(sort: Sort) -> String {
    match sort {
        Sort::Research => t!("evidence-sort-research"),
        Sort::Evaluation => t!("evidence-sort-evaluation"),
        Sort::Data => t!("evidence-sort-data"),
        Sort::CaseStudy => t!("evidence-sort-case-study"),
        Sort::Experience => t!("evidence-sort-experience"),
        Sort::Practice => t!("evidence-sort-practice"),
        Sort::Other => t!("evidence-sort-other"),
    }
}

fn permission(permission: Permission) -> String {
    match permission {
        Permission::Given => t!("evidence-permission-given"),
        Permission::Refused => t!("evidence-permission-refused"),
    }
}

/// Whether the places of the directory are offered while one types.
pub(super) fn asks_for_place(shape: &Shape, field: &Field) -> bool {
    part(shape, field) == Some(Part::Place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_record_calls_a_sort_of_evidence_what_the_english_page_calls_it() {
        for found in Sort::ALL {
            assert_eq!(sort(*found), found.label());
        }
    }
}
