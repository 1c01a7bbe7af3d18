//! The seven regions and 42 integrated care systems of 2022, which are real, and the bodies that answer, which are not.
//!
//! Contains public sector information licensed under the Open Government Licence v3.0. Source: NHS England; Office
//! for National Statistics. Names, codes of the Organisation Data Service and regions only. The systems are those of
//! 1 July 2022; from April 2026 there are fewer, and bodies of this kind are always given with their dates.

use chrono::NaiveDate;

use super::bank::content;
use super::dice::Dice;
use super::model::{Organisation, OrganisationKind, Sector};

/// Regions of NHS England: code, name.
const REGIONS: [(&str, &str); 7] = [
    ("Y56", "London"),
    ("Y58", "South West"),
    ("Y59", "South East"),
    ("Y60", "Midlands"),
    ("Y61", "East of England"),
    ("Y62", "North West"),
    ("Y63", "North East and Yorkshire"),
];

/// Integrated care systems: code, region, name.
const SYSTEMS: [(&str, &str, &str); 42] = [
    ("QOX", "Y58", "Bath and North East Somerset, Swindon and Wiltshire"),
    ("QHG", "Y61", "Bedfordshire, Luton and Milton Keynes"),
    ("QHL", "Y60", "Birmingham and Solihull"),
    ("QUA", "Y60", "Black Country"),
    ("QUY", "Y58", "Bristol, North Somerset and South Gloucestershire"),
    ("QU9", "Y59", "Buckinghamshire, Oxfordshire and Berkshire West"),
    ("QUE", "Y61", "Cambridgeshire and Peterborough"),
    ("QYG", "Y62", "Cheshire and Merseyside"),
    ("QT6", "Y58", "Cornwall and the Isles of Scilly"),
    ("QWU", "Y60", "Coventry and Warwickshire"),
    ("QJ2", "Y60", "Derby and Derbyshire"),
    ("QJK", "Y58", "Devon"),
    ("QVV", "Y58", "Dorset"),
    ("QNQ", "Y59", "Frimley"),
    ("QR1", "Y58", "Gloucestershire"),
    ("QOP", "Y62", "Greater Manchester"),
    ("QRL", "Y59", "Hampshire and Isle of Wight"),
    ("QGH", "Y60", "Herefordshire and Worcestershire"),
    ("QM7", "Y61", "Hertfordshire and West Essex"),
    ("QOQ", "Y63", "Humber and North Yorkshire"),
    ("QKS", "Y59", "Kent and Medway"),
    ("QE1", "Y62", "Lancashire and South Cumbria"),
    ("QK1", "Y60", "Leicester, Leicestershire and Rutland"),
    ("QJM", "Y60", "Lincolnshire"),
    ("QH8", "Y61", "Mid and South Essex"),
    ("QMM", "Y61", "Norfolk and Waveney"),
    ("QMJ", "Y56", "North Central London"),
    ("QMF", "Y56", "North East London"),
    ("QHM", "Y63", "North East and North Cumbria"),
    ("QRV", "Y56", "North West London"),
    ("QPM", "Y60", "Northamptonshire"),
    ("QT1", "Y60", "Nottingham and Nottinghamshire"),
    ("QOC", "Y60", "Shropshire, Telford and Wrekin"),
    ("QSL", "Y58", "Somerset"),
    ("QKK", "Y56", "South East London"),
    ("QWE", "Y56", "South West London"),
    ("QF7", "Y63", "South Yorkshire"),
    ("QNC", "Y60", "Staffordshire and Stoke-on-Trent"),
    ("QJG", "Y61", "Suffolk and North East Essex"),
    ("QXU", "Y59", "Surrey Heartlands"),
    ("QNX", "Y59", "Sussex"),
    ("QWO", "Y63", "West Yorkshire"),
];

fn founded() -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(2022, 7, 1)
}

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
