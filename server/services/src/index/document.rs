//! What the index holds of a response, read from the database in batches.

use std::collections::{HashMap, HashSet};

use domain::responses::{RespondentKind, Sector};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use tantivy::TantivyDocument;
use uuid::Uuid;

use super::schema::{Fields, NAMES, traits};
use crate::StoreError;
use crate::responses::AnswerText;
use crate::responses::read::answers_of;
use crate::store::entities::{code, coding, response};

/// A response as the index is to hold it; without documents where it is no longer there, or was withdrawn.
pub struct Entry {
    pub response: Uuid,
    pub documents: Vec<TantivyDocument>,
    /// How much text it has, in bytes.
    pub size: usize,
}

/// Reads these responses.
pub async fn read(
    read: &impl ConnectionTrait,
    fields: &Fields,
    ids: &[Uuid],
) -> Result<Vec<Entry>, StoreError> {
    let rows = response::Entity::find()
        .filter(response::Column::Id.is_in(ids.iter().copied()))
        .filter(response::Column::WithdrawnAt.is_null())
        .all(read)
        .await?;
    let mut answers = answers_of(read, ids).await?;
    let codes = codes_of(read, ids).await?;
    let mut missing: HashSet<Uuid> = ids.iter().copied().collect();
    let mut entries = Vec::with_capacity(ids.len());
    for row in rows {
        missing.remove(&row.id);
        let answers = answers.remove(&row.id).unwrap_or_default();
        entries.push(entry(fields, &row, &answers, &codes));
    }
    entries.extend(missing.into_iter().map(|id| Entry { response: id, documents: Vec::new(), size: 0 }));
    Ok(entries)
}

/// The codes of each answer, with every code above them.
async fn codes_of(
    read: &impl ConnectionTrait,
    responses: &[Uuid],
) -> Result<HashMap<Uuid, HashSet<Uuid>>, StoreError> {
    let codings: Vec<(Uuid, Uuid, Uuid)> = coding::Entity::find()
        .select_only()
        .columns([coding::Column::CallId, coding::Column::AnswerId, coding::Column::CodeId])
        .filter(coding::Column::ResponseId.is_in(responses.iter().copied()))
        .filter(coding::Column::RemovedAt.is_null())
        .into_tuple()
        .all(read)
        .await?;
    let calls: HashSet<Uuid> = codings.iter().map(|(call, ..)| *call).collect();
    let parents: HashMap<Uuid, Option<Uuid>> = code::Entity::find()
        .select_only()
        .columns([code::Column::Id, code::Column::ParentId])
        .filter(code::Column::CallId.is_in(calls))
        .into_tuple::<(Uuid, Option<Uuid>)>()
        .all(read)
        .await?
        .into_iter()
        .collect();
    let mut found: HashMap<Uuid, HashSet<Uuid>> = HashMap::new();
    for (_, answer, code) in codings {
        let held = found.entry(answer).or_default();
        let mut next = Some(code);
        // A code that is there already has its parents there too; this also ends a ring of parents.
        while let Some(code) = next.filter(|code| held.insert(*code)) {
            next = parents.get(&code).copied().flatten();
        }
    }
    Ok(found)
}

fn entry(
    fields: &Fields,
    row: &response::Model,
    answers: &[AnswerText],
    codes: &HashMap<Uuid, HashSet<Uuid>>,
) -> Entry {
    let mut documents = Vec::with_capacity(answers.len() + 1);
    let names = lines([&row.reference, &row.organisation]);
    let people = lines([&row.name, &row.on_behalf_of]);
    let mut document = common(fields, row, NAMES);
    document.add_bytes(fields.question, Uuid::nil().as_bytes());
    document.add_text(fields.names, &names);
    document.add_text(fields.people, &people);
    documents.push(document);
    for answer in answers {
        let mut document = common(fields, row, 0);
        document.add_bytes(fields.answer, answer.id.as_bytes());
        document.add_bytes(fields.question, answer.question.as_bytes());
        let text = answer.searched();
        document.add_text(fields.text, &text);
        document.add_text(fields.exact, &text);
        for code in codes.get(&answer.id).into_iter().flatten() {
            document.add_bytes(fields.code, code.as_bytes());
        }
        documents.push(document);
    }
    let size =
        names.len() + people.len() + answers.iter().map(|answer| answer.searched().len()).sum::<usize>();
    Entry { response: row.id, documents, size }
}

/// The fields that every document of a response has.
fn common(fields: &Fields, row: &response::Model, part: u64) -> TantivyDocument {
    let kind = RespondentKind::parse(&row.kind).unwrap_or(RespondentKind::Individual);
    let sector = row.sector.as_deref().and_then(Sector::parse);
    let mut document = TantivyDocument::new();
    document.add_bytes(fields.response, row.id.as_bytes());
    document.add_text(fields.reference, &row.reference);
    document.add_bytes(fields.call, row.call_id.as_bytes());
    document.add_text(fields.kind, kind.as_str());
    if let Some(sector) = sector {
        document.add_text(fields.sector, sector.as_str());
    }
    document.add_bytes(fields.system, row.system_id.unwrap_or_default().as_bytes());
    document.add_text(fields.language, &row.language);
    document.add_u64(fields.traits, traits(kind, sector) | part);
    // The random end of the id: two neighbours are mistaken for one once in four thousand million times.
    document.add_u64(fields.group, u64::from(row.id.as_u128() as u32));
    document.add_i64(fields.submitted, row.submitted_at.timestamp_micros());
    document
}

/// What is there of these, one a line.
fn lines<const MANY: usize>(names: [&String; MANY]) -> String {
    names.into_iter().filter(|name| !name.is_empty()).map(String::as_str).collect::<Vec<_>>().join("\n")
}

/// The ids of responses after this one in the order of their ids: of one call, or of all.
pub async fn next_responses(
    read: &impl ConnectionTrait,
    call: Option<Uuid>,
    after: Option<Uuid>,
    most: u64,
) -> Result<Vec<Uuid>, StoreError> {
    let mut query = response::Entity::find().select_only().column(response::Column::Id);
    if let Some(call) = call {
        query = query.filter(response::Column::CallId.eq(call));
    }
    if let Some(after) = after {
        query = query.filter(response::Column::Id.gt(after));
    }
    Ok(query.order_by_asc(response::Column::Id).limit(most).into_tuple().all(read).await?)
}
