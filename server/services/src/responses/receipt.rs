//! Receipts: what a respondent holds, and finding what was given one.

use chrono::{DateTime, Utc};
use domain::responses::{About, Channel, Consent, RespondentKind, Sector};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::submit::Submission;
use super::{Draft, Response, held};
use crate::store::entities::{answer, response};
use crate::{Clock, Failure, Services, secrets};

/// What a respondent holds afterwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    pub reference: String,
    pub submitted_at: DateTime<Utc>,
    /// SHA-256 over everything submitted, so that a copy can be compared with what is held.
    pub hash: String,
}

impl Receipt {
    /// The receipt of a submission that nothing is held of yet.
    pub(super) fn new(clock: &Clock, submission: &Submission) -> Self {
        Self {
            reference: clock.reference().to_string(),
            submitted_at: submission.submitted_at,
            hash: fingerprint(submission),
        }
    }
}

impl From<response::Model> for Receipt {
    fn from(row: response::Model) -> Self {
        Self { reference: row.reference, submitted_at: row.submitted_at, hash: row.receipt_hash }
    }
}

/// The receipt of a draft that was submitted.
pub async fn of_draft(services: &Services, draft: &Draft) -> Result<Option<Receipt>, Failure> {
    under(services.db.read(), &draft.id.to_string()).await
}

/// The receipt that was given under this key, for a response or for what is held back.
pub(super) async fn under(read: &impl ConnectionTrait, key: &str) -> Result<Option<Receipt>, Failure> {
    let response = response::Column::IdempotencyKey.eq(key);
    match response::Entity::find().filter(response).one(read).await? {
        Some(row) => Ok(Some(row.into())),
        None => held::receipt(read, key).await,
    }
}

/// The receipt's hash: SHA-256 over a plain listing of what was submitted, field by field, each with its length so
/// that no two submissions read the same. The key of the draft comes first: nobody is shown it, so whoever reads the
/// words cannot work out the code that proves whose they are, nor try who wrote them.
fn fingerprint(submission: &Submission) -> String {
    let answers = submission.answers.iter().map(|given| {
        let value = given.value.as_ref().and_then(|value| serde_json::to_string(value).ok());
        (given.question, given.text.as_str(), value)
    });
    listed(&submission.key, &submission.about, answers)
}

/// Each answer by its question, its text, and what the text does not tell: what is private, and a day or a number as it was
/// meant.
fn listed<'a>(
    key: &str,
    about: &About,
    answers: impl Iterator<Item = (Uuid, &'a str, Option<String>)>,
) -> String {
    let system = about.system.map(|id| id.to_string()).unwrap_or_default();
    let fields = [
        key,
        about.kind.map_or("", RespondentKind::as_str),
        &about.name,
        &about.on_behalf_of,
        &about.organisation,
        about.sector.map_or("", Sector::as_str),
        &system,
        about.consent.map_or("", Consent::as_str),
    ];
    let answers = answers
        .flat_map(|(question, text, value)| [question.to_string(), text.to_owned()].into_iter().chain(value));
    let parts = fields.into_iter().map(str::to_owned).chain(answers);
    let listing: Vec<String> = parts.map(|part| format!("{}:{part}\n", part.len())).collect();
    secrets::hash(&listing.concat())
}

/// Whether what is stored of a response still gives the hash of its receipt. Nothing is said of what came in a file of another
/// program: nobody holds a receipt of it.
pub async fn is_intact(services: &Services, response: Uuid) -> Result<Option<bool>, Failure> {
    let read = services.db.read();
    let row = response::Entity::find_by_id(response).one(read).await?.ok_or(Failure::NotFound("response"))?;
    if row.channel == Channel::Import.as_str() {
        return Ok(None);
    }
    let answers = answer::Entity::find()
        .filter(answer::Column::ResponseId.eq(response))
        .order_by_asc(answer::Column::Position)
        .all(read)
        .await?;
    let (key, hash) = (row.idempotency_key.clone(), row.receipt_hash.clone());
    let about = Response::try_from(row)?.about();
    let answers = answers.iter().map(|row| {
        // What a document says was read later: the answer that was sent names it by the hash of its bytes.
        let later = row.value.as_deref().is_some_and(|value| value.contains("\"documents\":"));
        (row.question_id, if later { "" } else { row.text.as_str() }, row.value.clone())
    });
    Ok(Some(listed(&key, &about, answers) == hash))
}
