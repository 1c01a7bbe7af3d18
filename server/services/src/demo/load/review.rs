//! The codebook, and the codings of two coders.

use std::collections::{BTreeMap, HashMap};

use domain::people::Role;
use domain::review::CodeDetails;
use sea_orm::EntityTrait;
use uuid::Uuid;

use super::Keys;
use super::outcomes::span;
use crate::demo::model::{Demonstration, Target};
use crate::review::coding::{NewCoding, apply_in};
use crate::review::{codebook, reading};
use crate::store::entities::answer;
use crate::{Failure, Services};

/// How many codings share a transaction while loading.
const TOGETHER: usize = 250;

/// Loads both, each coding at its own time; a coder has then read the response.
pub(super) async fn load(
    services: &Services,
    content: &Demonstration,
    keys: &mut Keys,
) -> Result<(), Failure> {
    let first = content.calls.first().ok_or(Failure::NotFound("call"))?;
    let call = Keys::get(&keys.calls, &first.key)?;
    let lead = content
        .people
        .iter()
        .find(|person| person.roles.contains(&Role::Owner))
        .ok_or(Failure::NotFound("person"))?;
    let lead = Keys::get(&keys.people, &lead.key)?;
    for given in &content.codebook {
        let details = CodeDetails {
            parent: given.parent.and_then(|parent| keys.codes.get(parent).copied()),
            name: given.name.to_owned(),
            definition: given.definition.to_owned(),
            include: given.include.to_owned(),
            exclude: given.exclude.to_owned(),
            example: given.example.to_owned(),
            colour: given.colour,
        };
        keys.codes.insert(given.key, codebook::add(services, call, details, lead).await?);
    }
    for part in content.codings.chunks(TOGETHER) {
        let mut codings = Vec::with_capacity(part.len());
        for given in part {
            let coding = NewCoding {
                answer: Keys::get(&keys.answers, &(given.response.clone(), given.question))?,
                code: Keys::get(&keys.codes, &given.code)?,
                span: match given.target {
                    Target::WholeAnswer => None,
                    Target::Excerpt(part) => Some(span(part)),
                },
                coder: Keys::get(&keys.people, &given.coder)?,
            };
            codings.push((given.at, coding));
        }
        let clock = services.clock.clone();
        services
            .db
            .write(move |txn| {
                Box::pin(async move {
                    for (at, coding) in codings {
                        clock.set(at);
                        apply_in(txn, &clock, call, coding).await?;
                    }
                    Ok::<_, Failure>(())
                })
            })
            .await?;
    }
    mark_read(services, content, keys, call).await
}

/// Marks each response as read by whoever coded it, at the time of their last coding of it.
async fn mark_read(
    services: &Services,
    content: &Demonstration,
    keys: &Keys,
    call: Uuid,
) -> Result<(), Failure> {
    let answers = answer::Entity::find().all(services.db.read()).await?;
    let responses: HashMap<Uuid, Uuid> = answers.into_iter().map(|row| (row.id, row.response_id)).collect();
    let mut read = BTreeMap::new();
    for coding in &content.codings {
        let answer = Keys::get(&keys.answers, &(coding.response.clone(), coding.question))?;
        if let Some(response) = responses.get(&answer) {
            read.insert((*response, Keys::get(&keys.people, &coding.coder)?), coding.at);
        }
    }
    for ((response, person), at) in read {
        services.clock.set(at);
        reading::mark(services, call, response, person, true).await?;
    }
    Ok(())
}
