//! What of the stories becomes part of a response: which were quoted, of how many. The stories themselves never do.

use std::collections::{BTreeSet, HashMap};

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};
use uuid::Uuid;

use super::{held, quotes, row_of};
use crate::responses::Submission;
use crate::store::entities::{draft, gathering, organisation, response, story, story_citation as cited};
use crate::{Clock, Failure, Services};

/// Ends the gathering for a draft that is sent, with the draft held: what it quotes and of how many is kept with it, and what
/// it no longer quotes is forgotten. Nothing is sent that quotes what may not be quoted.
pub(in crate::responses) async fn send(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    draft: Uuid,
    submission: &Submission,
) -> Result<(), Failure> {
    if row_of(txn, draft).await?.is_none() {
        return Ok(());
    }
    let of = held(txn, draft).await?;
    let answers: HashMap<Uuid, String> =
        submission.answers.iter().map(|answer| (answer.question, answer.text.clone())).collect();
    let all = quotes::all(txn, draft, &answers).await?;
    if all.iter().any(|one| one.fault.is_some()) {
        return Err(Failure::Refused("error-quotes-withdrawn"));
    }
    for one in all {
        if !one.stands {
            cited::Entity::delete_by_id(one.id).exec(txn).await?;
        } else if !one.named && !one.quote.name.is_empty() {
            // The words stand there, and the name no more.
            let unnamed = cited::Entity::update_many().col_expr(cited::Column::Name, Expr::value(""));
            unnamed.filter(cited::Column::Id.eq(one.id)).exec(txn).await?;
        }
    }
    let told = story::Entity::find()
        .filter(story::Column::GatheringId.eq(of.id))
        .filter(story::Column::TakenBackAt.is_null());
    let gathered = i32::try_from(told.count(txn).await?).unwrap_or(i32::MAX);
    let now = clock.now();
    gathering::Entity::update_many()
        .col_expr(gathering::Column::ClosedAt, Expr::value(of.closed_at.unwrap_or(now)))
        .col_expr(gathering::Column::SentAt, Expr::value(now))
        .col_expr(gathering::Column::Gathered, Expr::value(gathered))
        .filter(gathering::Column::Id.eq(of.id))
        .exec(txn)
        .await?;
    Ok(())
}

/// What a response quotes of the stories that its organisation gathered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quoted {
    pub organisation: String,
    /// The numbers of the stories that it quotes.
    pub numbers: Vec<i32>,
    /// How many it had gathered when it was sent.
    pub gathered: u32,
}

/// The same of what was sent under this key.
pub async fn of_key(services: &Services, key: &str) -> Result<Option<Quoted>, Failure> {
    let Ok(id) = key.parse::<Uuid>() else { return Ok(None) };
    let read = services.db.read();
    let Some(gathered) = row_of(read, id).await?.and_then(|of| of.gathered) else { return Ok(None) };
    let rows = cited::Entity::find().filter(cited::Column::DraftId.eq(id)).all(read).await?;
    let numbers: BTreeSet<i32> = rows.iter().map(|row| row.number).collect();
    if numbers.is_empty() {
        return Ok(None);
    }
    let written = draft::Entity::find_by_id(id).one(read).await?.and_then(|row| row.organisation_id);
    let organisation = match written {
        Some(id) => organisation::Entity::find_by_id(id).one(read).await?.map(|row| row.name),
        None => None,
    };
    Ok(Some(Quoted {
        organisation: organisation.unwrap_or_default(),
        numbers: numbers.into_iter().collect(),
        gathered: u32::try_from(gathered).unwrap_or_default(),
    }))
}

/// The same of a response.
pub async fn of_response(services: &Services, response: Uuid) -> Result<Option<Quoted>, Failure> {
    let row = response::Entity::find_by_id(response).one(services.db.read()).await?;
    of_key(services, &row.ok_or(Failure::NotFound("response"))?.idempotency_key).await
}
