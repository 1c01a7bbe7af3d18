//! Organisations, and the people who can sign in.

use domain::people::{Grant, NewAccount, Scope};
use sea_orm::{ActiveValue::Set, EntityTrait};

use super::{Keys, PASSWORD};
use crate::demo::model::{Demonstration, OrganisationKind};
use crate::people::{accounts, organisations, roles};
use crate::store::entities::organisation;
use crate::{Failure, Services};

/// Loads both. Parents come before children in the content.
pub(super) async fn load(
    services: &Services,
    content: &Demonstration,
    keys: &mut Keys,
) -> Result<(), Failure> {
    let mut rows = Vec::with_capacity(content.organisations.len());
    for body in &content.organisations {
        let id = services.clock.id();
        let kind = match body.kind {
            OrganisationKind::Region => organisations::REGION,
            OrganisationKind::IntegratedCareSystem => organisations::SYSTEM,
            OrganisationKind::Respondent => "respondent",
        };
        rows.push(organisation::ActiveModel {
            id: Set(id),
            name: Set(body.name.clone()),
            kind: Set(kind.to_owned()),
            sector: Set(body.sector.map(|sector| super::responses::sector(sector).to_string())),
            ods_code: Set(body.ods_code.map(str::to_owned)),
            region_id: Set(body.parent.as_ref().and_then(|parent| keys.organisations.get(parent).copied())),
            valid_from: Set(body.valid_from.unwrap_or_else(|| services.clock.now().date_naive())),
            valid_to: Set(None),
            successor_id: Set(None),
        });
        keys.organisations.insert(body.key.clone(), id);
    }
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                organisation::Entity::insert_many(rows).exec_without_returning(txn).await?;
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
