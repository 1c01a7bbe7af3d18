//! Evidence packs as one reader may see them. Words follow the same rule of consent as under a finding.

use std::collections::HashMap;

use domain::outcomes::Seen;
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use crate::Failure;
use crate::outcomes::{Excerpt, Judged, Picked, TracedFinding, Viewer, judge, span_of, traced};
use crate::store::entities::evidence;
use crate::store::rows;

/// A piece of evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Its key in the pack.
    pub id: Uuid,
    pub what: Exhibit,
}

/// What a piece of evidence is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Exhibit {
    /// A finding with the words it rests on.
    Finding(Box<TracedFinding>),
    /// Words of a response.
    Words(Box<Excerpt>),
    /// Words that whoever sent them has withdrawn.
    Withdrawn,
}

/// The evidence packs of these items. `published` says whether their meeting is: until then the public, and a reader
/// without the right to a call's responses, are shown no words of it.
pub(super) async fn packs(
    read: &impl ConnectionTrait,
    viewer: Viewer<'_>,
    items: &[Uuid],
    published: bool,
) -> Result<HashMap<Uuid, Vec<Seen<Evidence>>>, Failure> {
    let column = evidence::Column::AgendaItemId;
    let mut rows = rows::having::<evidence::Entity>(read, column, items.iter().copied()).await?;
    rows.sort_by_key(|row| row.position);
    let findings = traced(read, viewer, rows.iter().filter_map(|row| row.finding_id)).await?;
    let findings: HashMap<Uuid, Option<TracedFinding>> = findings.findings.into_iter().collect();
    let mut words = words(read, viewer, &rows, published).await?;
    let mut packs: HashMap<Uuid, Vec<Option<Evidence>>> = HashMap::new();
    for row in rows {
        let finding = row.finding_id.and_then(|id| findings.get(&id).cloned().flatten());
        let what = match finding {
            Some(finding) => Some(Exhibit::Finding(Box::new(finding))),
            None => words.remove(&row.id),
        };
        let piece = what.map(|what| Evidence { id: row.id, what });
        packs.entry(row.agenda_item_id).or_default().push(piece);
    }
    Ok(packs.into_iter().map(|(item, pieces)| (item, Seen::list(pieces))).collect())
}

/// The words among these pieces that this reader may see or that were withdrawn, by the key of their piece.
async fn words(
    read: &impl ConnectionTrait,
    viewer: Viewer<'_>,
    rows: &[evidence::Model],
    published: bool,
) -> Result<HashMap<Uuid, Exhibit>, Failure> {
    let picked = |row: &evidence::Model| {
        let span = span_of(row.start_at?, row.end_at?);
        Some(Picked { id: row.id, answer: row.answer_id?, span, published })
    };
    let picked: Vec<Picked> = rows.iter().filter_map(picked).collect();
    let judged = judge(read, viewer, &picked).await?;
    let exhibit = |judged: Judged| {
        let words = judged.excerpt.map(|words| Exhibit::Words(Box::new(words)));
        if judged.withdrawn { Some(Exhibit::Withdrawn) } else { words }
    };
    let seen = picked.iter().zip(judged);
    Ok(seen.filter_map(|(picked, judged)| Some((picked.id, exhibit(judged)?))).collect())
}
