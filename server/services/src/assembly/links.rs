//! Where the record of assemblies points at outcomes: the decisions that cite a finding or a recommendation, and the
//! agenda items whose evidence packs hold a finding or the words of a response.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use domain::text::Span;
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use crate::outcomes::{Viewer, span_of};
use crate::store::entities::{agenda_item, assembly, citation, decision, evidence, meeting};
use crate::store::rows;
use crate::{Failure, StoreError};

/// A decision, as far as a page that points at it needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionLink {
    /// The slug and the name of the assembly.
    pub assembly: String,
    pub assembly_name: String,
    pub meeting: u32,
    /// Counted from 1 over the assembly.
    pub number: u32,
    pub title: String,
    pub decided_on: NaiveDate,
}

/// An agenda item, as far as a page that points at it needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaLink {
    /// The slug and the name of the assembly.
    pub assembly: String,
    pub assembly_name: String,
    pub meeting: u32,
    pub starts_at: DateTime<Utc>,
    pub zone: Tz,
    pub title: String,
}

/// One citation of a decision: a finding or a recommendation.
pub(crate) struct Citing {
    pub finding: Option<Uuid>,
    pub recommendation: Option<Uuid>,
    pub decision: DecisionLink,
}

/// One piece of an evidence pack: a finding, or words of an answer.
pub(crate) struct Holding {
    pub finding: Option<Uuid>,
    pub words: Option<(Uuid, Span)>,
    pub item: AgendaLink,
}

/// The same links, each once, in their order.
pub(crate) fn once<T: PartialEq>(links: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut kept: Vec<T> = Vec::new();
    for link in links {
        if !kept.contains(&link) {
            kept.push(link);
        }
    }
    kept
}

/// Every citation of these findings and recommendations, oldest decision first. A meeting in preparation counts
/// only for those who know of it.
pub(crate) async fn decisions_citing(
    read: &impl ConnectionTrait,
    viewer: Viewer<'_>,
    findings: &[Uuid],
    recommendations: &[Uuid],
) -> Result<Vec<Citing>, Failure> {
    let column = citation::Column::FindingId;
    let mut citations = rows::having::<citation::Entity>(read, column, findings.iter().copied()).await?;
    let column = citation::Column::RecommendationId;
    citations.extend(rows::having::<citation::Entity>(read, column, recommendations.iter().copied()).await?);
    let ids = citations.iter().map(|row| row.decision_id);
    let decisions = rows::by::<decision::Entity>(read, decision::Column::Id, ids, |row| row.id).await?;
    let items = decisions.values().map(|row| row.agenda_item_id);
    let places = places(read, viewer, items).await?;
    let mut found: Vec<Citing> = citations
        .into_iter()
        .filter_map(|row| {
            let decision = decisions.get(&row.decision_id)?;
            let place = places.get(&decision.agenda_item_id)?;
            Some(Citing {
                finding: row.finding_id,
                recommendation: row.recommendation_id,
                decision: place.decision(decision),
            })
        })
        .collect();
    found.sort_by_key(|citing| (citing.decision.decided_on, citing.decision.number));
    Ok(found)
}

/// Every piece of an evidence pack that is one of these findings, or words of these answers, oldest meeting first.
/// A meeting in preparation counts only for those who know of it.
pub(crate) async fn items_holding(
    read: &impl ConnectionTrait,
    viewer: Viewer<'_>,
    findings: &[Uuid],
    answers: &[Uuid],
) -> Result<Vec<Holding>, Failure> {
    let column = evidence::Column::FindingId;
    let mut pieces = rows::having::<evidence::Entity>(read, column, findings.iter().copied()).await?;
    let column = evidence::Column::AnswerId;
    pieces.extend(rows::having::<evidence::Entity>(read, column, answers.iter().copied()).await?);
    let places = places(read, viewer, pieces.iter().map(|row| row.agenda_item_id)).await?;
    let mut found: Vec<(i32, Holding)> = pieces
        .into_iter()
        .filter_map(|row| {
            let place = places.get(&row.agenda_item_id)?;
            let span = row.start_at.zip(row.end_at).map(|(start, end)| span_of(start, end));
            let words = row.answer_id.zip(span);
            Some((place.item.position, Holding { finding: row.finding_id, words, item: place.link() }))
        })
        .collect();
    found.sort_by_key(|(position, holding)| (holding.item.starts_at, *position));
    Ok(found.into_iter().map(|(_, holding)| holding).collect())
}

/// An agenda item with its meeting and assembly.
struct Place {
    item: agenda_item::Model,
    meeting: meeting::Model,
    zone: Tz,
    assembly: assembly::Model,
}

impl Place {
    fn decision(&self, row: &decision::Model) -> DecisionLink {
        DecisionLink {
            assembly: self.assembly.slug.clone(),
            assembly_name: self.assembly.name.clone(),
            meeting: self.meeting.number as u32,
            number: row.number as u32,
            title: row.title.clone(),
            decided_on: row.decided_on,
        }
    }

    fn link(&self) -> AgendaLink {
        AgendaLink {
            assembly: self.assembly.slug.clone(),
            assembly_name: self.assembly.name.clone(),
            meeting: self.meeting.number as u32,
            starts_at: self.meeting.starts_at,
            zone: self.zone,
            title: self.item.title.clone(),
        }
    }
}

async fn places(
    read: &impl ConnectionTrait,
    viewer: Viewer<'_>,
    items: impl IntoIterator<Item = Uuid>,
) -> Result<HashMap<Uuid, Place>, Failure> {
    let items = rows::having::<agenda_item::Entity>(read, agenda_item::Column::Id, items).await?;
    let ids = items.iter().map(|row| row.meeting_id);
    let meetings = rows::by::<meeting::Entity>(read, meeting::Column::Id, ids, |row| row.id).await?;
    let ids = meetings.values().map(|row| row.assembly_id);
    let assemblies = rows::by::<assembly::Entity>(read, assembly::Column::Id, ids, |row| row.id).await?;
    let mut found = HashMap::new();
    for item in items {
        let Some(meeting) = meetings.get(&item.meeting_id) else { continue };
        let Some(assembly) = assemblies.get(&meeting.assembly_id) else { continue };
        if viewer.sees(meeting) {
            let zone = meeting.zone.parse().map_err(|_| StoreError::corrupt("a time zone", &meeting.zone))?;
            let (meeting, assembly) = (meeting.clone(), assembly.clone());
            found.insert(item.id, Place { item, meeting, zone, assembly });
        }
    }
    Ok(found)
}
