//! From the words of one response up to everything that rests on them.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};
use domain::outcomes::Seen;
use domain::people::Actor;
use domain::text::Span;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use uuid::Uuid;

use super::above::Above;
use crate::assembly::links::{self, AgendaLink, DecisionLink};
use crate::outcomes::replies::{Progress, Reply};
use crate::outcomes::{CallName, Excerpt, Picked, Viewer, call_names, judge};
use crate::responses::receipt::{self, EarlierReceipt};
use crate::store::entities::{answer, reading, response};
use crate::{Failure, Services};

/// Where the words of one response went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Journey {
    pub call: CallName,
    pub reference: String,
    pub submitted_at: DateTime<Utc>,
    /// Whether someone of the team has read it to its end.
    pub read: bool,
    /// The words that something rests on, in the order of the answers.
    pub excerpts: Vec<Travelled>,
    /// Whether what is stored still gives the hash of the receipt, where somebody holds one.
    pub intact: Option<bool>,
    /// When it was withdrawn, where it was.
    pub withdrawn_at: Option<DateTime<Utc>>,
    /// Which version of it counts, from 1.
    pub version: u32,
    /// The earlier version that the receipt in hand is of.
    pub earlier: Option<EarlierReceipt>,
}

/// Words of the response and what rests on them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Travelled {
    pub excerpt: Excerpt,
    pub findings: Vec<Seen<Supported>>,
    /// The agenda items whose evidence packs hold these very words.
    pub agenda: Vec<AgendaLink>,
}

/// A finding that the words support, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Supported {
    pub number: u32,
    pub title: String,
    pub published: bool,
    pub recommendations: Vec<Seen<Led>>,
    /// The decisions that cite the finding itself.
    pub decisions: Vec<DecisionLink>,
    /// The agenda items whose evidence packs hold the finding.
    pub agenda: Vec<AgendaLink>,
}

/// A recommendation that a finding led to, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Led {
    pub slug: String,
    pub title: String,
    /// Its number in the report it comes from, only where that was verified.
    pub number: Option<u32>,
    pub published: bool,
    /// The latest reply and the latest progress.
    pub reply: Option<Reply>,
    pub progress: Option<Progress>,
    /// The decisions that cite the recommendation itself.
    pub decisions: Vec<DecisionLink>,
}

/// Follows the words of a response, for the team of its call alone.
pub async fn up(services: &Services, response: Uuid, viewer: &Actor) -> Result<Journey, Failure> {
    let row = row(services, response).await?;
    let viewer = Viewer::Actor(viewer);
    if !viewer.reader(row.call_id).sees_unpublished() {
        return Err(Failure::NotFound("response"));
    }
    follow(services, row, viewer).await
}

/// Follows the words of a response for whoever wrote it: who that is was decided by [`super::by_receipt`] or
/// [`super::by_token`]. They see their own words, and what is published of all that rests on them.
pub async fn own(services: &Services, response: Uuid) -> Result<Journey, Failure> {
    let row = row(services, response).await?;
    follow(services, row, Viewer::Respondent(response)).await
}

/// Follows the words of a response for whoever has shown a receipt of it that begins with this code, whether or not it was
/// changed since.
pub async fn own_by(services: &Services, response: Uuid, code: &str) -> Result<Journey, Failure> {
    let earlier = receipt::earlier(services, response, code).await?;
    Ok(Journey { earlier, ..own(services, response).await? })
}

async fn row(services: &Services, response: Uuid) -> Result<response::Model, Failure> {
    let row = response::Entity::find_by_id(response).one(services.db.read()).await?;
    row.ok_or(Failure::NotFound("response"))
}

async fn follow(
    services: &Services,
    response: response::Model,
    viewer: Viewer<'_>,
) -> Result<Journey, Failure> {
    let read = services.db.read();
    let answers = answer::Entity::find().filter(answer::Column::ResponseId.eq(response.id)).all(read).await?;
    let order: HashMap<Uuid, i32> = answers.iter().map(|row| (row.id, row.position)).collect();
    let above = Above::read(read, viewer, &answers).await?;
    let places = places(&above, &order);
    let judged = judge(read, viewer, &places).await?;
    let excerpts = places
        .iter()
        .zip(judged)
        .filter_map(|(place, judged)| judged.excerpt.map(|excerpt| (place, excerpt)))
        .map(|(place, excerpt)| travelled(&above, place, excerpt))
        .collect();
    let mut calls = call_names(read, [response.call_id]).await?;
    let readings = reading::Entity::find().filter(reading::Column::ResponseId.eq(response.id));
    Ok(Journey {
        call: calls.remove(&response.call_id).ok_or(Failure::NotFound("call"))?,
        intact: receipt::is_intact(services, response.id).await?,
        reference: response.reference,
        submitted_at: response.changed_at.unwrap_or(response.submitted_at),
        withdrawn_at: response.withdrawn_at,
        version: response.version as u32,
        earlier: None,
        read: readings.count(read).await? > 0,
        excerpts,
    })
}

/// Every part of the response that something rests on, once, in the order of the answers.
fn places(above: &Above, order: &HashMap<Uuid, i32>) -> Vec<Picked> {
    // An answer that was changed has its place beside the one that is there now.
    let mut places: BTreeMap<(i32, Uuid, Span), Picked> = BTreeMap::new();
    let picks = above.picks().map(|(id, answer, span, published)| Picked { id, answer, span, published });
    // A pack that the respondent hears of is that of a published meeting; the team sees all anyway.
    let packs = above.packed().map(|(answer, span)| Picked { id: answer, answer, span, published: true });
    for picked in picks.chain(packs) {
        let at = order.get(&picked.answer).copied().unwrap_or_default();
        let published = picked.published;
        places.entry((at, picked.answer, picked.span)).or_insert(picked).published |= published;
    }
    places.into_values().collect()
}

fn travelled(above: &Above, place: &Picked, excerpt: Excerpt) -> Travelled {
    Travelled {
        excerpt,
        findings: Seen::list(above.supported(place.answer, place.span)),
        agenda: links::once(above.holding_words(place.answer, place.span)),
    }
}
