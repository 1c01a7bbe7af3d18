//! Findings down to the words they rest on, as one reader may see them.

use std::collections::{HashMap, HashSet};

use domain::outcomes::Seen;
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::excerpts::{self, Judged};
use super::{CallName, Excerpt, Picked, Viewer, call_names, judge};
use crate::Failure;
use crate::store::entities::{finding, finding_excerpt};
use crate::store::rows;

/// A finding and the words it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TracedFinding {
    pub call: CallName,
    pub number: u32,
    pub title: String,
    pub text: String,
    pub published: bool,
    pub excerpts: Vec<Seen<Excerpt>>,
    /// How many more words it was drawn from whose respondents have withdrawn them since.
    pub withdrawn: usize,
}

/// How much evidence there is, and how much of it this reader sees. Excerpts of findings that are withheld count too; what
/// was withdrawn counts nowhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub excerpts: usize,
    pub shown: usize,
    /// From how many responses the excerpts are.
    pub responses: usize,
}

/// Findings by id, in the order of their calls and numbers; nothing in place of one that is withheld.
pub(crate) struct Traced {
    pub findings: Vec<(Uuid, Option<TracedFinding>)>,
    pub tally: Tally,
}

/// Reads findings with their words. One that is not published is withheld from all but the team of its call.
pub(crate) async fn traced(
    read: &impl ConnectionTrait,
    viewer: Viewer<'_>,
    ids: impl IntoIterator<Item = Uuid>,
) -> Result<Traced, Failure> {
    let mut findings = rows::having::<finding::Entity>(read, finding::Column::Id, ids).await?;
    findings.sort_by_key(|row| (row.call_id, row.number));
    let calls = call_names(read, findings.iter().map(|row| row.call_id)).await?;
    let (mut words, tally) = words_of(read, viewer, &findings).await?;
    let findings = findings
        .into_iter()
        .map(|row| {
            let visible = row.published_at.is_some() || viewer.reader(row.call_id).sees_unpublished();
            let Words { seen, withdrawn } = words.remove(&row.id).unwrap_or_default();
            let call = calls.get(&row.call_id).cloned();
            let traced = call.filter(|_| visible).map(|call| TracedFinding {
                call,
                number: row.number as u32,
                title: row.title,
                text: row.text,
                published: row.published_at.is_some(),
                excerpts: Seen::list(seen),
                withdrawn,
            });
            (row.id, traced)
        })
        .collect();
    Ok(Traced { findings, tally })
}

/// The words of one finding.
#[derive(Default)]
struct Words {
    /// Nothing in place of those that are withheld.
    seen: Vec<Option<Excerpt>>,
    withdrawn: usize,
}

async fn words_of(
    read: &impl ConnectionTrait,
    viewer: Viewer<'_>,
    findings: &[finding::Model],
) -> Result<(HashMap<Uuid, Words>, Tally), Failure> {
    let published: HashSet<Uuid> =
        findings.iter().filter(|row| row.published_at.is_some()).map(|row| row.id).collect();
    let ids = findings.iter().map(|row| row.id);
    let mut rows =
        rows::having::<finding_excerpt::Entity>(read, finding_excerpt::Column::FindingId, ids).await?;
    rows.sort_by_key(|row| (row.position, row.id));
    let picked: Vec<Picked> = rows
        .iter()
        .map(|row| Picked {
            id: row.id,
            answer: row.answer_id,
            span: excerpts::span_of(row.start_at, row.end_at),
            published: published.contains(&row.finding_id),
        })
        .collect();
    let judged = judge(read, viewer, &picked).await?;
    let tally = tally(&judged);
    let mut words: HashMap<Uuid, Words> = HashMap::new();
    for (row, judged) in rows.into_iter().zip(judged) {
        let words = words.entry(row.finding_id).or_default();
        if judged.withdrawn {
            words.withdrawn += 1;
        } else {
            words.seen.push(judged.excerpt);
        }
    }
    Ok((words, tally))
}

fn tally(judged: &[Judged]) -> Tally {
    let there = || judged.iter().filter(|one| !one.withdrawn);
    Tally {
        excerpts: there().count(),
        shown: there().filter(|one| one.excerpt.is_some()).count(),
        responses: there().map(|one| one.response).collect::<HashSet<_>>().len(),
    }
}
