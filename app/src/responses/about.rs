//! Who answers, line by line: to be checked before sending, and on the receipt.

use domain::responses::{About, RespondentKind, Step};
use services::people::organisations::Organisation;

use super::names;
use crate::components::Row;
use crate::t;

/// What was asked about the respondent and what they said. `change` is where a step can be changed, or empty.
pub fn rows(about: &About, systems: &[Organisation], change: impl Fn(Step) -> String) -> Vec<Row> {
    let row = |key: String, value: String, step: Step| Row {
        key,
        value: if value.is_empty() { t!("not-answered") } else { value },
        change: change(step),
    };
    let system = about
        .system
        .and_then(|id| systems.iter().find(|system| system.id == id))
        .map(|system| system.name.clone());
    let mut rows = vec![row(t!("step-who"), about.kind.map(names::kind).unwrap_or_default(), Step::Who)];
    let organisation = about.kind == Some(RespondentKind::Organisation);
    if organisation {
        rows.push(row(t!("about-organisation"), about.organisation.clone(), Step::About));
        rows.push(row(t!("about-sector"), about.sector.map(names::sector).unwrap_or_default(), Step::About));
        let represented = about.represented.map(|count| count.to_string());
        rows.push(row(t!("about-represented"), represented.unwrap_or_default(), Step::About));
    }
    let name = if organisation { t!("about-contact-name") } else { t!("about-name") };
    rows.push(row(name, about.name.clone(), Step::About));
    if about.kind == Some(RespondentKind::OnBehalf) {
        rows.push(row(t!("about-on-behalf-of"), about.on_behalf_of.clone(), Step::About));
    }
    rows.push(row(t!("about-system"), system.unwrap_or_default(), Step::About));
    rows.push(row(t!("step-consent"), about.consent.map(names::consent).unwrap_or_default(), Step::Consent));
    rows
}
