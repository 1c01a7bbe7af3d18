//! Everything that rests on the answers of one response, read at once.

use std::collections::HashMap;

use domain::outcomes::Seen;
use domain::text::Span;
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::up::{Led, Supported};
use crate::Failure;
use crate::assembly::links::{self, AgendaLink, Citing, Holding};
use crate::outcomes::replies::{self, Progress, Reply};
use crate::outcomes::span_of;
use crate::outcomes::{Recommendation, Viewer};
use crate::store::entities::{answer, finding, finding_excerpt, recommendation, recommendation_finding};
use crate::store::rows;

/// What rests on some answers, for a reader who sees the unpublished or does not.
pub(super) struct Above {
    sees_unpublished: bool,
    picks: Vec<finding_excerpt::Model>,
    findings: HashMap<Uuid, finding::Model>,
    /// Pairs of finding and recommendation.
    links: Vec<(Uuid, Uuid)>,
    recommendations: HashMap<Uuid, Recommendation>,
    replies: HashMap<Uuid, Vec<Reply>>,
    progress: HashMap<Uuid, Vec<Progress>>,
    citing: Vec<Citing>,
    holding: Vec<Holding>,
}

impl Above {
    pub async fn read(
        read: &impl ConnectionTrait,
        viewer: Viewer<'_>,
        answers: &[answer::Model],
    ) -> Result<Self, Failure> {
        let answers: Vec<Uuid> = answers.iter().map(|row| row.id).collect();
        let column = finding_excerpt::Column::AnswerId;
        let mut picks =
            rows::having::<finding_excerpt::Entity>(read, column, answers.iter().copied()).await?;
        picks.sort_by_key(|row| row.id);
        let ids = picks.iter().map(|row| row.finding_id);
        let findings = rows::by::<finding::Entity>(read, finding::Column::Id, ids, |row| row.id).await?;
        Self::over(read, viewer, picks, findings, &answers).await
    }

    /// What rests on one finding, and on nothing else.
    pub async fn finding(
        read: &impl ConnectionTrait,
        viewer: Viewer<'_>,
        row: finding::Model,
    ) -> Result<Option<Supported>, Failure> {
        let findings = HashMap::from([(row.id, row.clone())]);
        Ok(Self::over(read, viewer, Vec::new(), findings, &[]).await?.resting_on(&row))
    }

    async fn over(
        read: &impl ConnectionTrait,
        viewer: Viewer<'_>,
        picks: Vec<finding_excerpt::Model>,
        findings: HashMap<Uuid, finding::Model>,
        answers: &[Uuid],
    ) -> Result<Self, Failure> {
        let column = recommendation_finding::Column::FindingId;
        let links = rows::having::<recommendation_finding::Entity>(read, column, findings.keys().copied());
        let links: Vec<_> =
            links.await?.into_iter().map(|row| (row.finding_id, row.recommendation_id)).collect();
        let ids = links.iter().map(|(_, recommendation)| *recommendation);
        let found = rows::having::<recommendation::Entity>(read, recommendation::Column::Id, ids).await?;
        let of_findings: Vec<Uuid> = findings.keys().copied().collect();
        let of_recommendations: Vec<Uuid> = found.iter().map(|row| row.id).collect();
        Ok(Self {
            // All of it belongs to one call.
            sees_unpublished: findings.values().any(|row| viewer.reader(row.call_id).sees_unpublished()),
            replies: replies::replies(read, of_recommendations.iter().copied()).await?,
            progress: replies::progress(read, of_recommendations.iter().copied()).await?,
            citing: links::decisions_citing(read, viewer, &of_findings, &of_recommendations).await?,
            holding: links::items_holding(read, viewer, &of_findings, answers).await?,
            picks,
            findings,
            links,
            recommendations: found.into_iter().map(|row| (row.id, Recommendation::new(row))).collect(),
        })
    }

    /// The words picked for findings: key, answer, span, and whether the finding is published.
    pub fn picks(&self) -> impl Iterator<Item = (Uuid, Uuid, Span, bool)> {
        self.picks.iter().map(|row| {
            let published = self.findings.get(&row.finding_id).is_some_and(|row| row.published_at.is_some());
            (row.id, row.answer_id, span_of(row.start_at, row.end_at), published)
        })
    }

    /// The words that evidence packs hold by themselves.
    pub fn packed(&self) -> impl Iterator<Item = (Uuid, Span)> {
        self.holding.iter().filter_map(|holding| holding.words)
    }

    /// The agenda items whose evidence packs hold exactly these words.
    pub fn holding_words(&self, answer: Uuid, span: Span) -> impl Iterator<Item = AgendaLink> {
        let these = move |holding: &&Holding| holding.words == Some((answer, span));
        self.holding.iter().filter(these).map(|holding| holding.item.clone())
    }

    /// The findings that exactly these words support, by number; nothing in place of one that is withheld.
    pub fn supported(&self, answer: Uuid, span: Span) -> Vec<Option<Supported>> {
        let mut rows: Vec<&finding::Model> = self
            .picks
            .iter()
            .filter(|row| row.answer_id == answer && span_of(row.start_at, row.end_at) == span)
            .filter_map(|row| self.findings.get(&row.finding_id))
            .collect();
        rows.sort_by_key(|row| row.number);
        rows.into_iter().map(|row| self.resting_on(row)).collect()
    }

    /// A finding with all that rests on it; nothing where it is withheld.
    fn resting_on(&self, row: &finding::Model) -> Option<Supported> {
        if row.published_at.is_none() && !self.sees_unpublished {
            return None;
        }
        let led = self.links.iter().filter(|(finding, _)| *finding == row.id);
        let mut led: Vec<_> = led.filter_map(|(_, id)| self.recommendations.get(id)).collect();
        led.sort_by_key(|recommendation| recommendation.position);
        let decisions = self.citing.iter().filter(|citing| citing.finding == Some(row.id));
        let agenda = self.holding.iter().filter(|holding| holding.finding == Some(row.id));
        Some(Supported {
            number: row.number as u32,
            title: row.title.clone(),
            published: row.published_at.is_some(),
            recommendations: Seen::list(led.into_iter().map(|one| self.led(one))),
            decisions: links::once(decisions.map(|citing| citing.decision.clone())),
            agenda: links::once(agenda.map(|holding| holding.item.clone())),
        })
    }

    fn led(&self, to: &Recommendation) -> Option<Led> {
        if to.published_at.is_none() && !self.sees_unpublished {
            return None;
        }
        let decisions = self.citing.iter().filter(|citing| citing.recommendation == Some(to.id));
        Some(Led {
            slug: to.slug.clone(),
            title: to.title.clone(),
            number: to.number(),
            published: to.published_at.is_some(),
            reply: self.replies.get(&to.id).and_then(|all| all.last()).cloned(),
            progress: self.progress.get(&to.id).and_then(|all| all.last()).cloned(),
            decisions: links::once(decisions.map(|citing| citing.decision.clone())),
        })
    }
}
