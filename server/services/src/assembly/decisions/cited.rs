//! What decisions rest on, and the calls they put.

use std::collections::HashMap;

use domain::outcomes::Seen;
use domain::people::{Action, Actor, Resource, may};
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use crate::calls::Call;
use crate::outcomes::{CallName, Recommendation, Viewer, call_names};
use crate::store::entities::{call, citation, finding, recommendation};
use crate::store::rows;
use crate::{Failure, Services};

/// Something that a decision cites.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cited {
    Finding {
        call: CallName,
        number: u32,
        title: String,
    },
    Recommendation {
        slug: String,
        /// Its number in the report it comes from, only where that was verified.
        number: Option<u32>,
        title: String,
    },
}

/// What each of these decisions cites: findings first, then recommendations, each in their order. What is not
/// published is counted, but for the team of its call.
pub(super) async fn of(
    read: &impl ConnectionTrait,
    viewer: &Actor,
    decisions: impl IntoIterator<Item = Uuid>,
) -> Result<HashMap<Uuid, Vec<Seen<Cited>>>, Failure> {
    let citations = rows::having::<citation::Entity>(read, citation::Column::DecisionId, decisions).await?;
    let known = Known::read(read, &citations).await?;
    let mut found: HashMap<Uuid, Vec<(Place, Option<Cited>)>> = HashMap::new();
    for row in citations {
        let cited = match (row.finding_id, row.recommendation_id) {
            (Some(id), _) => known.finding(id, Viewer::Actor(viewer)),
            (None, Some(id)) => known.recommendation(id, Viewer::Actor(viewer)),
            (None, None) => None,
        };
        found.entry(row.decision_id).or_default().extend(cited);
    }
    let in_order = |mut all: Vec<(Place, Option<Cited>)>| {
        all.sort_by_key(|(place, _)| *place);
        Seen::list(all.into_iter().map(|(_, cited)| cited))
    };
    Ok(found.into_iter().map(|(decision, all)| (decision, in_order(all))).collect())
}

/// Where something cited stands among the others: kind, call, place in the call.
type Place = (u8, Uuid, i32);

struct Known {
    findings: HashMap<Uuid, finding::Model>,
    recommendations: HashMap<Uuid, recommendation::Model>,
    calls: HashMap<Uuid, CallName>,
}

impl Known {
    async fn read(read: &impl ConnectionTrait, citations: &[citation::Model]) -> Result<Self, Failure> {
        let ids = citations.iter().filter_map(|row| row.finding_id);
        let findings = rows::by::<finding::Entity>(read, finding::Column::Id, ids, |row| row.id).await?;
        let ids = citations.iter().filter_map(|row| row.recommendation_id);
        let recommendations =
            rows::by::<recommendation::Entity>(read, recommendation::Column::Id, ids, |row| row.id).await?;
        let calls = call_names(read, findings.values().map(|row| row.call_id)).await?;
        Ok(Self { findings, recommendations, calls })
    }

    fn finding(&self, id: Uuid, viewer: Viewer<'_>) -> Option<(Place, Option<Cited>)> {
        let row = self.findings.get(&id)?;
        let call = self.calls.get(&row.call_id)?;
        let visible = row.published_at.is_some() || viewer.reader(row.call_id).sees_unpublished();
        let cited = visible.then(|| Cited::Finding {
            call: call.clone(),
            number: row.number as u32,
            title: row.title.clone(),
        });
        Some(((0, row.call_id, row.number), cited))
    }

    fn recommendation(&self, id: Uuid, viewer: Viewer<'_>) -> Option<(Place, Option<Cited>)> {
        let row = self.recommendations.get(&id)?;
        let visible = row.published_at.is_some() || viewer.reader(row.call_id).sees_unpublished();
        let cited = visible.then(|| {
            let recommendation = Recommendation::new(row.clone());
            Cited::Recommendation {
                number: recommendation.number(),
                slug: recommendation.slug,
                title: recommendation.title,
            }
        });
        Some(((1, row.call_id, row.position), cited))
    }
}

/// The calls among these that this reader may know of: announced to everyone, or theirs to preview.
pub(super) async fn calls_put(
    services: &Services,
    viewer: &Actor,
    ids: impl IntoIterator<Item = Uuid>,
) -> Result<HashMap<Uuid, CallName>, Failure> {
    let now = services.clock.now();
    let rows = rows::having::<call::Entity>(services.db.read(), call::Column::Id, ids).await?;
    let mut found = HashMap::new();
    for row in rows {
        let (id, name) = (row.id, CallName::from(row.clone()));
        let announced = !Call::try_from(row)?.is_hidden(now);
        if announced || may(viewer, Action::PreviewCall, Resource::Call(id)) {
            found.insert(id, name);
        }
    }
    Ok(found)
}
