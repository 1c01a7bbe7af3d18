//! What an assembly may take into an evidence pack, cite in a decision, or put as a call.

use domain::people::{Action, Actor, Resource, may};
use sea_orm::{EntityTrait, QueryOrder};
use uuid::Uuid;

use crate::outcomes::{CallName, Viewer, call_names};
use crate::store::entities::{finding, recommendation};
use crate::{Failure, Services, calls};

/// Everything that can be chosen from by one reader.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Candidates {
    pub findings: Vec<Candidate>,
    pub recommendations: Vec<Candidate>,
    /// Calls that were announced, and those that the reader may preview.
    pub calls: Vec<CallName>,
}

/// A finding or a recommendation that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub id: Uuid,
    pub call: CallName,
    /// The number of a finding; a recommendation has none of its own.
    pub number: Option<u32>,
    pub title: String,
    pub published: bool,
}

/// What this reader can choose from: what is published, and what their rights let them see before it is.
pub async fn candidates(services: &Services, viewer: &Actor) -> Result<Candidates, Failure> {
    let now = services.clock.now();
    let preview = |call: &calls::Call| may(viewer, Action::PreviewCall, Resource::Call(call.id));
    let all = calls::all(services).await?;
    let ids: Vec<Uuid> =
        all.iter().filter(|call| !call.is_hidden(now) || preview(call)).map(|call| call.id).collect();
    let mut names = call_names(services.db.read(), all.iter().map(|call| call.id)).await?;
    let (findings, recommendations) = (findings(services).await?, recommendations(services).await?);
    let choose = |found: Vec<(Uuid, Listed)>| {
        let visible = |(call, listed): (Uuid, Listed)| {
            let visible = listed.published || Viewer::Actor(viewer).reader(call).sees_unpublished();
            let call = names.get(&call).cloned().filter(|_| visible)?;
            let Listed { id, number, title, published } = listed;
            Some(Candidate { id, call, number, title, published })
        };
        found.into_iter().filter_map(visible).collect()
    };
    let (findings, recommendations) = (choose(findings), choose(recommendations));
    let calls = ids.iter().filter_map(|id| names.remove(id)).collect();
    Ok(Candidates { findings, recommendations, calls })
}

/// A row before it is known who asks.
struct Listed {
    id: Uuid,
    number: Option<u32>,
    title: String,
    published: bool,
}

async fn findings(services: &Services) -> Result<Vec<(Uuid, Listed)>, Failure> {
    let rows = finding::Entity::find()
        .order_by_asc(finding::Column::CallId)
        .order_by_asc(finding::Column::Number)
        .all(services.db.read())
        .await?;
    let listed = |row: finding::Model| {
        let (number, published) = (Some(row.number as u32), row.published_at.is_some());
        (row.call_id, Listed { id: row.id, number, title: row.title, published })
    };
    Ok(rows.into_iter().map(listed).collect())
}

async fn recommendations(services: &Services) -> Result<Vec<(Uuid, Listed)>, Failure> {
    let rows = recommendation::Entity::find()
        .order_by_asc(recommendation::Column::CallId)
        .order_by_asc(recommendation::Column::Position)
        .all(services.db.read())
        .await?;
    let listed = |row: recommendation::Model| {
        let published = row.published_at.is_some();
        (row.call_id, Listed { id: row.id, number: None, title: row.title, published })
    };
    Ok(rows.into_iter().map(listed).collect())
}
