//! What kinds of organisations, their codes and their times are called.

use chrono::NaiveDate;
use domain::Language;
use domain::people::{CodeScheme, OrganisationKind};
use leptos::prelude::*;
use services::people::organisations::{Neighbour, Organisation};

use crate::components::day;
use crate::t;
use crate::words::{href, language};

/// What a kind of organisation is called.
pub fn kind(kind: OrganisationKind) -> String {
    match kind {
        OrganisationKind::Region => t!("organisation-kind-region"),
        OrganisationKind::IntegratedCareSystem => t!("organisation-kind-system"),
        OrganisationKind::IntegratedCareBoard => t!("organisation-kind-board"),
        OrganisationKind::NhsTrust => t!("organisation-kind-trust"),
        OrganisationKind::PrimaryCare => t!("organisation-kind-primary-care"),
        OrganisationKind::NhsBody => t!("organisation-kind-nhs-body"),
        OrganisationKind::LocalAuthority => t!("organisation-kind-local-authority"),
        OrganisationKind::CareProvider => t!("organisation-kind-care-provider"),
        OrganisationKind::Voluntary => t!("organisation-kind-voluntary"),
        OrganisationKind::PatientGroup => t!("organisation-kind-patient-group"),
        OrganisationKind::ProfessionalBody => t!("organisation-kind-professional-body"),
        OrganisationKind::TradeUnion => t!("organisation-kind-trade-union"),
        OrganisationKind::Regulator => t!("organisation-kind-regulator"),
        OrganisationKind::Government => t!("organisation-kind-government"),
        OrganisationKind::Research => t!("organisation-kind-research"),
        OrganisationKind::Company => t!("organisation-kind-company"),
        OrganisationKind::Other => t!("organisation-kind-other"),
    }
}

/// What a code of a register is called.
pub fn scheme(scheme: CodeScheme) -> String {
    match scheme {
        CodeScheme::Ods => t!("organisation-code-ods"),
        CodeScheme::Charity => t!("organisation-code-charity"),
        CodeScheme::Company => t!("organisation-code-company"),
        CodeScheme::Ons => t!("organisation-code-ons"),
    }
}

/// The name of an organisation in the language of the page.
pub fn name(organisation: &Organisation) -> String {
    in_language(&organisation.name, &organisation.name_cy)
}

/// A name in the language of the page.
pub(crate) fn in_language(name: &str, name_cy: &str) -> String {
    let welsh = language() == Language::Welsh && !name_cy.is_empty();
    if welsh { name_cy } else { name }.to_owned()
}

/// A link to an organisation's page for anyone.
pub fn link(to: &Neighbour) -> AnyView {
    let name = in_language(&to.name, &to.name_cy);
    view! { <a class="govuk-link" href=href(&format!("/organisations/{}", to.slug))>{name}</a> }.into_any()
}

/// When an organisation ended, or when it is to.
pub fn end(last: NaiveDate, today: NaiveDate) -> String {
    if last < today {
        t!("organisation-ended", when = day(last))
    } else {
        t!("organisation-ends", when = day(last))
    }
}
