//! Lists that the team can begin a question with, so that nobody types what the directory knows.

use domain::calls::kinds::{NATIONS, ReadyMade};
use domain::people::OrganisationKind;

use crate::people::organisations::{self, Organisation};
use crate::{Failure, Services};

/// The lines of a list as they are today: what has ended is not in it.
pub async fn ready_made(services: &Services, list: ReadyMade) -> Result<Vec<String>, Failure> {
    let today = organisations::today(services);
    let mut areas = organisations::areas(services).await?;
    areas.retain(|area| !area.ended(today));
    let names = |systems: bool| {
        let kind =
            move |area: &&Organisation| (area.kind == OrganisationKind::IntegratedCareSystem) == systems;
        areas.iter().filter(kind).map(|area| area.name.clone())
    };
    let mut lines: Vec<String> = match list {
        ReadyMade::Systems => names(true).collect(),
        ReadyMade::Places => {
            NATIONS.iter().map(|nation| (*nation).to_owned()).chain(names(false)).chain(names(true)).collect()
        }
    };
    // Two bodies can have one name, and a list has each line once.
    let mut seen = std::collections::HashSet::new();
    lines.retain(|line| seen.insert(line.clone()));
    Ok(lines)
}
