//! The bodies that every portal begins with: the seven regions of NHS England and the 42 integrated care systems of 2022.
//!
//! Contains public sector information licensed under the Open Government Licence v3.0. Source: NHS England; Office
//! for National Statistics. Names, codes of the Organisation Data Service and regions only. The systems are those of
//! 1 July 2022; from April 2026 there are fewer, and bodies of this kind are always given with their dates.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use domain::people::{CodeScheme, OrganisationKind};
use domain::text;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::edit::free_slug;
use crate::store::entities::{organisation, organisation_code};
use crate::{Clock, Failure, Services};

/// Regions of NHS England: code, name.
pub(crate) const REGIONS: [(&str, &str); 7] = [
    ("Y56", "London"),
    ("Y58", "South West"),
    ("Y59", "South East"),
    ("Y60", "Midlands"),
    ("Y61", "East of England"),
    ("Y62", "North West"),
    ("Y63", "North East and Yorkshire"),
];

/// Integrated care systems: code, region, name.
pub(crate) const SYSTEMS: [(&str, &str, &str); 42] = [
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

/// The day on which the systems of 2022 were founded.
pub(crate) fn founded() -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(2022, 7, 1)
}

/// Adds whichever of these bodies the directory does not know by their code. What a team has changed or ended since stays
/// as it is. Gives how many were added.
pub async fn load(services: &Services) -> Result<usize, Failure> {
    let clock = services.clock.clone();
    services.db.write_again(move |txn| Box::pin(async move { add_missing(txn, &clock).await })).await
}

async fn add_missing(txn: &impl ConnectionTrait, clock: &Clock) -> Result<usize, Failure> {
    let codes = organisation_code::Entity::find()
        .filter(organisation_code::Column::Scheme.eq(CodeScheme::Ods.as_str()))
        .all(txn)
        .await?;
    let known: HashSet<String> = codes.iter().map(|row| row.value.clone()).collect();
    let mut places: HashMap<String, Uuid> =
        codes.into_iter().map(|row| (row.value, row.organisation_id)).collect();
    let regions = REGIONS.iter().map(|(code, name)| (*code, None, *name));
    let systems = SYSTEMS.iter().map(|(code, region, name)| (*code, Some(*region), *name));
    let (mut bodies, mut held) = (Vec::new(), Vec::new());
    for (code, region, name) in regions.chain(systems).filter(|(code, ..)| !known.contains(*code)) {
        let id = clock.id();
        let kind = region.map_or(OrganisationKind::Region, |_| OrganisationKind::IntegratedCareSystem);
        bodies.push(organisation::ActiveModel {
            id: Set(id),
            slug: Set(free_slug(txn, &text::slug(name, "organisation")).await?),
            name: Set(name.to_owned()),
            kind: Set(kind.to_string()),
            sector: Set(Some("nhs".to_owned())),
            area_id: Set(region.and_then(|region| places.get(region).copied())),
            valid_from: Set(region.and_then(|_| founded())),
            valid_to: Set(None),
            successor_id: Set(None),
            ..super::edit::blank()
        });
        held.push(super::edit::code_row(clock, id, CodeScheme::Ods, code));
        places.insert(code.to_owned(), id);
    }
    let added = bodies.len();
    if added > 0 {
        organisation::Entity::insert_many(bodies).exec_without_returning(txn).await?;
        organisation_code::Entity::insert_many(held).exec_without_returning(txn).await?;
    }
    Ok(added)
}
