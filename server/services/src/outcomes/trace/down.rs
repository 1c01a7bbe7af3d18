//! From a recommendation down to words, and on to replies, progress, decisions and agendas.

use domain::outcomes::Seen;
use domain::people::Actor;

use crate::assembly::links::{self, AgendaLink, DecisionLink};
use crate::outcomes::replies::{self, Progress, Reply};
use crate::outcomes::{
    CallName, Recommendation, Tally, TracedFinding, Viewer, call_names, recommendations, traced,
};
use crate::{Failure, Services};

/// What a recommendation rests on and what came of it, as one reader may see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    pub call: CallName,
    pub slug: String,
    pub title: String,
    pub text: String,
    pub theme: String,
    pub source: String,
    /// Its number in the report it comes from, only where that was verified.
    pub number: Option<u32>,
    pub published: bool,
    pub findings: Vec<Seen<TracedFinding>>,
    /// All the evidence under it, with what is withheld.
    pub evidence: Tally,
    /// Oldest first.
    pub replies: Vec<Reply>,
    /// Oldest first.
    pub progress: Vec<Progress>,
    /// The decisions of assemblies that cite it or one of its findings.
    pub decisions: Vec<DecisionLink>,
    /// The agenda items whose evidence packs hold one of its findings.
    pub agenda: Vec<AgendaLink>,
}

/// Follows the recommendation with this slug. One that is not published is there only for the team of its call.
pub async fn down(services: &Services, slug: &str, viewer: &Actor) -> Result<Trace, Failure> {
    let recommendation = recommendations::by_slug(services, slug).await?;
    let viewer = Viewer::Actor(viewer);
    if recommendation.published_at.is_none() && !viewer.reader(recommendation.call).sees_unpublished() {
        return Err(Failure::NotFound("recommendation"));
    }
    follow(services, recommendation, viewer).await
}

async fn follow(services: &Services, from: Recommendation, viewer: Viewer<'_>) -> Result<Trace, Failure> {
    let read = services.db.read();
    let under = traced(read, viewer, from.findings.iter().copied()).await?;
    let citing = links::decisions_citing(read, viewer, &from.findings, &[from.id]).await?;
    let holding = links::items_holding(read, viewer, &from.findings, &[]).await?;
    let call = call_names(read, [from.call]).await?.remove(&from.call).ok_or(Failure::NotFound("call"))?;
    Ok(Trace {
        call,
        number: from.number(),
        published: from.published_at.is_some(),
        findings: Seen::list(under.findings.into_iter().map(|(_, finding)| finding)),
        evidence: under.tally,
        replies: replies::replies(read, [from.id]).await?.remove(&from.id).unwrap_or_default(),
        progress: replies::progress(read, [from.id]).await?.remove(&from.id).unwrap_or_default(),
        decisions: links::once(citing.into_iter().map(|citing| citing.decision)),
        agenda: links::once(holding.into_iter().map(|holding| holding.item)),
        slug: from.slug,
        title: from.title,
        text: from.text,
        theme: from.theme,
        source: from.source,
    })
}
