//! Findings with the words they rest on, and recommendations with their replies.

use domain::outcomes::{Dated, FindingDetails, ProgressStatus, RecommendationDetails, ReplyStatus};
use domain::text::Span;

use super::Keys;
use crate::demo::model::{self, Demonstration};
use crate::outcomes::{findings, recommendations, replies};
use crate::{Failure, Services};

/// Loads findings, recommendations, replies and progress, and publishes them.
pub(super) async fn load(
    services: &Services,
    content: &Demonstration,
    keys: &mut Keys,
) -> Result<(), Failure> {
    let first = content.calls.first().ok_or(Failure::NotFound("call"))?;
    let call = Keys::get(&keys.calls, &first.key)?;
    for given in &content.findings {
        services.clock.set(given.at);
        let details = FindingDetails { title: given.title.to_owned(), text: given.statement.to_owned() };
        let finding = findings::add(services, call, details, keys.people.get(given.author).copied()).await?;
        for excerpt in &given.excerpts {
            let answer = Keys::get(&keys.answers, &(excerpt.response.clone(), excerpt.question))?;
            findings::pick(services, &finding, answer, span(excerpt.span), None).await?;
        }
        findings::publish(services, &finding).await?;
        keys.findings.insert(given.key, finding.id);
    }
    for given in &content.recommendations {
        let mut rests_on = Vec::with_capacity(given.findings.len());
        for finding in &given.findings {
            rests_on.push(Keys::get(&keys.findings, finding)?);
        }
        let details = RecommendationDetails {
            title: given.title.to_owned(),
            text: given.note.unwrap_or_default().to_owned(),
            theme: given.theme.to_owned(),
            source: given.sources.to_owned(),
            official_number: None,
            findings: rests_on,
        };
        let slug = recommendations::add(services, call, details).await?;
        let held = recommendations::by_slug(services, &slug).await?;
        keys.recommendations.insert(given.key, held.id);
        answer(services, &held, given).await?;
        recommendations::publish(services, &held).await?;
    }
    Ok(())
}

async fn answer(
    services: &Services,
    held: &recommendations::Recommendation,
    given: &model::Recommendation,
) -> Result<(), Failure> {
    if let Some(reply) = given.reply {
        let status = match reply.status {
            model::ReplyStatus::Accepted => ReplyStatus::Accepted,
            model::ReplyStatus::AcceptedInPrinciple => ReplyStatus::InPrinciple,
            model::ReplyStatus::PartlyAccepted => ReplyStatus::Partly,
            model::ReplyStatus::UnderFurtherWork => ReplyStatus::UnderFurtherWork,
            model::ReplyStatus::Rejected => ReplyStatus::Rejected,
            model::ReplyStatus::NoClearAnswer => ReplyStatus::NoClearAnswer,
        };
        let reply = Dated {
            status,
            words: reply.paraphrase.to_owned(),
            source: reply.source.to_owned(),
            on: reply.date,
        };
        replies::add_reply(services, held, reply).await?;
    }
    if let Some(progress) = given.progress {
        let status = match progress.status {
            model::ProgressStatus::NotStarted => ProgressStatus::NotStarted,
            model::ProgressStatus::Some => ProgressStatus::Some,
            model::ProgressStatus::Done => ProgressStatus::Done,
            model::ProgressStatus::Overtaken => ProgressStatus::Overtaken,
        };
        let note = Dated {
            status,
            words: progress.words.to_owned(),
            source: progress.source.to_owned(),
            on: progress.date,
        };
        replies::add_progress(services, held, note).await?;
    }
    Ok(())
}

/// A span of the content as the domain's.
pub(super) fn span(span: model::Span) -> Span {
    Span { start: span.start, end: span.end }
}
