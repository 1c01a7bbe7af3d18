//! Organisations, and the people who can sign in.

use std::collections::HashSet;

use domain::people::{CodeScheme, Grant, NewAccount, OrganisationKind, Scope};
use domain::text;
use sea_orm::{ActiveValue::Set, EntityTrait};

use super::{Keys, PASSWORD};
use crate::demo::model::{self, Demonstration, Organisation, Sector};
use crate::people::organisations::edit;
use crate::people::{accounts, roles};
use crate::store::entities::{organisation, organisation_code};
use crate::{Failure, Services};

/// Loads both. Parents come before children in the content.
pub(super) async fn load(
    services: &Services,
    content: &Demonstration,
    keys: &mut Keys,
) -> Result<(), Failure> {
    let mut rows = Vec::with_capacity(content.organisations.len());
    let (mut codes, mut slugs) = (Vec::new(), HashSet::new());
    for body in &content.organisations {
        let id = services.clock.id();
        let wished = text::slug(&body.name, "organisation");
        let (mut slug, mut number) = (wished.clone(), 1);
        while !slugs.insert(slug.clone()) {
            number += 1;
            slug = format!("{wished}-{number}");
        }
        rows.push(organisation::ActiveModel {
            id: Set(id),
            slug: Set(slug),
            name: Set(body.name.clone()),
            kind: Set(kind(body).to_string()),
            sector: Set(body.sector.map(|sector| super::responses::sector(sector).to_string())),
            area_id: Set(body.parent.as_ref().and_then(|parent| keys.organisations.get(parent).copied())),
            valid_from: Set(body.valid_from),
            valid_to: Set(None),
            successor_id: Set(None),
            invented: Set(body.invented),
            ..edit::blank()
        });
        codes.extend(body.ods_code.map(|code| edit::code_row(&services.clock, id, CodeScheme::Ods, code)));
        keys.organisations.insert(body.key.clone(), id);
    }
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                organisation::Entity::insert_many(rows).exec_without_returning(txn).await?;
                organisation_code::Entity::insert_many(codes).exec_without_returning(txn).await?;
                Ok::<_, Failure>(())
            })
        })
        .await?;
    for person in &content.people {
        let mut grants = person.roles.iter().map(|role| Grant { role: *role, scope: Scope::Platform });
        let grant = grants.next().ok_or(Failure::NotFound("role"))?;
        let account = NewAccount {
            name: person.name.to_owned(),
            email: person.email.to_owned(),
            password: PASSWORD.to_owned(),
            grant,
        };
        let id = accounts::add(services, account).await?;
        let added = accounts::by_id(services, id).await?;
        for grant in grants {
            roles::give(services, &added, grant).await?;
        }
        keys.people.insert(person.key, id);
    }
    Ok(())
}

/// The kind of a body. What the content says of those that answer is their sector.
fn kind(body: &Organisation) -> OrganisationKind {
    match (body.kind, body.sector) {
        (model::OrganisationKind::Region, _) => OrganisationKind::Region,
        (model::OrganisationKind::IntegratedCareSystem, _) => OrganisationKind::IntegratedCareSystem,
        (model::OrganisationKind::Respondent, None) => OrganisationKind::Other,
        (model::OrganisationKind::Respondent, Some(sector)) => match sector {
            Sector::NhsTrust => OrganisationKind::NhsTrust,
            Sector::PrimaryCare => OrganisationKind::PrimaryCare,
            Sector::IntegratedCareBoard => OrganisationKind::IntegratedCareBoard,
            Sector::LocalGovernment => OrganisationKind::LocalAuthority,
            Sector::SocialCare => OrganisationKind::CareProvider,
            Sector::Voluntary => OrganisationKind::Voluntary,
            Sector::PatientRepresentative => OrganisationKind::PatientGroup,
            Sector::Academic | Sector::ThinkTank => OrganisationKind::Research,
            Sector::ProfessionalBody => OrganisationKind::ProfessionalBody,
            Sector::TradeUnion => OrganisationKind::TradeUnion,
            Sector::Industry => OrganisationKind::Company,
        },
    }
}
