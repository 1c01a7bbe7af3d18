//! Receipts: what a respondent holds, and finding what was given one.

use chrono::{DateTime, Utc};
use domain::responses::{About, Channel, Consent, RespondentKind, Sector};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::submit::Submission;
use super::{Draft, Response, held};
use crate::store::entities::{answer, response, response_version};
use crate::store::rows;
use crate::{Clock, Failure, Services, StoreError, secrets};

/// What a respondent holds afterwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    pub reference: String,
    pub submitted_at: DateTime<Utc>,
    /// SHA-256 over everything submitted, so that a copy can be compared with what is held.
    pub hash: String,
    /// Which version it is of, counted from 1.
    pub version: u32,
    /// When what was sent was withdrawn, where it was.
    pub withdrawn_at: Option<DateTime<Utc>>,
}

impl Receipt {
    /// The receipt of a submission that nothing is held of yet.
    pub(super) fn new(clock: &Clock, submission: &Submission) -> Self {
        Self {
            reference: clock.reference().to_string(),
            submitted_at: submission.submitted_at,
            hash: fingerprint(submission),
            version: 1,
            withdrawn_at: None,
        }
    }
}

impl From<response::Model> for Receipt {
    fn from(row: response::Model) -> Self {
        Self {
            reference: row.reference,
            submitted_at: row.changed_at.unwrap_or(row.submitted_at),
            hash: row.receipt_hash,
            version: row.version as u32,
            withdrawn_at: row.withdrawn_at,
        }
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
pub(super) fn fingerprint(submission: &Submission) -> String {
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
    // Named, and only where it is there: receipts of before keep their fingerprint.
    let represented = about.represented.map(|count| format!("represented={count}"));
    let parts = fields.into_iter().map(str::to_owned).chain(represented).chain(answers);
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
        .filter(answer::Column::ReplacedIn.is_null())
        .order_by_asc(answer::Column::Position)
        .all(read)
        .await?;
    let (key, hash) = (row.idempotency_key.clone(), row.receipt_hash.clone());
    let about = Response::try_from(row)?.about();
    Ok(Some(of_rows(&key, &about, &answers) == hash))
}

/// The hash of the receipt of what is stored, in this order.
pub(super) fn of_rows(key: &str, about: &About, answers: &[answer::Model]) -> String {
    let answers = answers.iter().map(|row| {
        // What a document says was read later: the answer that was sent names it by the hash of its bytes.
        let later = row.value.as_deref().is_some_and(|value| value.contains("\"documents\":"));
        (row.question_id, if later { "" } else { row.text.as_str() }, row.value.clone())
    });
    listed(key, about, answers)
}

/// An earlier version of a response, known by the beginning of the hash of its receipt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierReceipt {
    pub number: u32,
    pub sent_at: DateTime<Utc>,
    /// Whether what is kept of it still gives the hash of its receipt.
    pub intact: bool,
}

/// The earlier version of a response whose receipt begins with this code; nothing where that is the receipt of what counts.
pub async fn earlier(
    services: &Services,
    response: Uuid,
    code: &str,
) -> Result<Option<EarlierReceipt>, Failure> {
    let read = services.db.read();
    let row = response::Entity::find_by_id(response).one(read).await?.ok_or(Failure::NotFound("response"))?;
    if row.receipt_hash.starts_with(code) {
        return Ok(None);
    }
    let Some(version) = version_of(read, response, code).await? else { return Ok(None) };
    let corrupt = |error: serde_json::Error| StoreError::corrupt("a version", error.to_string());
    let ids: Vec<Uuid> = serde_json::from_str(&version.answers).map_err(corrupt)?;
    let about: About = serde_json::from_str(&version.about).map_err(corrupt)?;
    let found =
        rows::by::<answer::Entity>(read, answer::Column::Id, ids.iter().copied(), |row| row.id).await?;
    let answers: Vec<answer::Model> = ids.iter().filter_map(|id| found.get(id).cloned()).collect();
    Ok(Some(EarlierReceipt {
        number: version.number as u32,
        sent_at: version.sent_at,
        intact: of_rows(&row.idempotency_key, &about, &answers) == version.receipt_hash,
    }))
}

/// The earlier version of a response whose receipt begins with this code.
pub(crate) async fn version_of(
    read: &impl ConnectionTrait,
    response: Uuid,
    code: &str,
) -> Result<Option<response_version::Model>, Failure> {
    let rows = response_version::Entity::find()
        .filter(response_version::Column::ResponseId.eq(response))
        .filter(response_version::Column::ReceiptHash.starts_with(code));
    Ok(rows.one(read).await?)
}
