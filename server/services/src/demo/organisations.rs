//! The seven regions and 42 integrated care systems of 2022, which are real, and the bodies that answer, which are not.

use super::bank::content;
use super::dice::Dice;
use super::model::{Organisation, OrganisationKind, Sector};
use crate::people::organisations::england::{REGIONS, SYSTEMS, founded};

/// The key of a real body.
fn key(code: &str) -> String {
    format!("ods-{}", code.to_lowercase())
}

/// Every organisation: regions first, then systems, then invented bodies, each at work in one system or in none.
pub fn all(dice: &mut Dice) -> Vec<Organisation> {
    let mut organisations: Vec<Organisation> =
        REGIONS.iter().map(|(code, name)| region(code, name)).collect();
    organisations.extend(SYSTEMS.iter().map(|(code, region, name)| system(code, region, name)));
    organisations
        .extend(content(include_str!("words/organisations.txt")).filter_map(|line| invented(line, dice)));
    organisations
}

fn region(code: &'static str, name: &str) -> Organisation {
    Organisation {
        key: key(code),
        name: name.to_owned(),
        kind: OrganisationKind::Region,
        sector: None,
        ods_code: Some(code),
        parent: None,
        valid_from: None,
        invented: false,
        about: "",
    }
}

fn system(code: &'static str, region: &str, name: &str) -> Organisation {
    Organisation {
        kind: OrganisationKind::IntegratedCareSystem,
        parent: Some(key(region)),
        valid_from: founded(),
        ..self::region(code, name)
    }
}

/// Reads `key | name | voice | sector | one or none | traits | about`.
fn invented(line: &'static str, dice: &mut Dice) -> Option<Organisation> {
    let parts: Vec<&'static str> = line.split(" | ").collect();
    let [key, name, _, sector, scope, _, about] = parts.as_slice() else { return None };
    Some(Organisation {
        key: (*key).to_owned(),
        name: (*name).to_owned(),
        kind: OrganisationKind::Respondent,
        sector: Sector::parse(sector),
        ods_code: None,
        parent: (*scope == "one").then(|| a_system(dice)),
        valid_from: None,
        invented: true,
        about,
    })
}

/// The key of one of the integrated care systems.
pub fn a_system(dice: &mut Dice) -> String {
    dice.pick(&SYSTEMS).map(|(code, _, _)| key(code)).unwrap_or_default()
}

/// How an invented body speaks.
#[derive(Clone, Debug)]
pub struct Speaker {
    pub key: &'static str,
    pub voice: &'static str,
    pub traits: Vec<&'static str>,
    pub about: &'static str,
}

/// How each invented body speaks.
pub fn speakers() -> Vec<Speaker> {
    content(include_str!("words/organisations.txt"))
        .filter_map(|line| {
            let parts: Vec<&'static str> = line.split(" | ").collect();
            let [key, _, voice, _, _, traits, about] = parts.as_slice() else { return None };
            Some(Speaker { key, voice, traits: traits.split_whitespace().collect(), about })
        })
        .collect()
}
