//! Submission: one durable transaction, once, however often it is asked for.

use chrono::{DateTime, Utc};
use domain::Language;
use domain::calls::{Answer, Given, Question};
use domain::responses::{About, Channel, Consent, RespondentKind, Suspicion};
use domain::text;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Draft, Receipt, by_letter, held, receipt};
use crate::calls::{Call, Questionnaire};
use crate::people::organisations::responses as linked;
use crate::store::entities::{answer, answer_choice, draft, response};
use crate::store::outbox;
use crate::{Clock, Failure, Services, StoreError};

/// The channel of whoever answers on the portal's own pages.
pub const ONLINE: &str = Channel::Online.as_str();

/// One answer on its way into the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubmittedAnswer {
    pub question: Uuid,
    /// What is read, coded, searched and quoted: what was written, or the labels of what was chosen, one a line, and the
    /// reasons below them. Empty where the answer says who somebody is.
    pub text: String,
    pub choices: Vec<Uuid>,
    /// The answer as it was given, where text and choices do not tell all of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Answer>,
}

impl SubmittedAnswer {
    /// An answer to a question.
    pub fn of(question: &Question, given: &Answer) -> Self {
        let plain = matches!(given.given, Given::Text(_) | Given::Choices(_)) && given.why.is_empty();
        let text = question.words(given);
        Self {
            question: question.id,
            value: (!plain || text.is_empty()).then(|| given.clone()),
            choices: given.chosen().iter().copied().filter(|id| question.choice(*id).is_some()).collect(),
            text,
        }
    }

    /// What was written in answer to a question.
    pub fn written(question: Uuid, text: impl Into<String>) -> Self {
        Self { question, text: text.into(), choices: Vec::new(), value: None }
    }
}

/// A whole response on its way into the record, from whatever channel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    pub call: Uuid,
    /// A repeat with the same key finds the response that is there.
    pub key: String,
    pub about: About,
    /// `online`, `import`, …
    pub channel: &'static str,
    /// `en` or `cy`.
    pub language: String,
    pub invented: bool,
    pub submitted_at: DateTime<Utc>,
    pub answers: Vec<SubmittedAnswer>,
    /// Whether it came after closing, by leave of the team.
    pub late: bool,
}

/// Submits a draft. The first time it becomes a response; every later time, and at the same time from elsewhere, the
/// same receipt comes back. With a sign that no person has answered it is held back for a person to decide about; its
/// receipt looks no different, so that a program learns nothing from it.
pub async fn submit(
    services: &Services,
    call: &Call,
    form: &Questionnaire,
    draft: &Draft,
    language: &str,
    suspicions: Vec<Suspicion>,
) -> Result<Receipt, Failure> {
    if let Err(refused) = check_ready(services, call, form, draft) {
        return receipt::of_draft(services, draft).await?.ok_or(refused);
    }
    let now = services.clock.now();
    let submission = Submission {
        language: language.to_owned(),
        late: !super::draft::in_time(call, draft, now),
        ..written(call, form, draft, now)
    };
    let (clock, draft) = (services.clock.clone(), draft.id);
    let receipt = services
        .db
        .write_again(move |txn| {
            Box::pin(async move { store_draft(txn, &clock, draft, submission, &suspicions).await })
        })
        .await?;
    services.files.tell_worker();
    Ok(receipt)
}

/// What a draft holds, as it was written in English on the portal's own pages, in time.
pub(super) fn written(
    call: &Call,
    form: &Questionnaire,
    draft: &Draft,
    submitted_at: DateTime<Utc>,
) -> Submission {
    // Answers left behind by a changed route stay in the draft and are never submitted.
    let route = draft.route(form).into_iter();
    let answers = route.filter_map(|q| draft.answer_to(q).map(|given| SubmittedAnswer::of(q, given)));
    Submission {
        call: call.id,
        key: draft.id.to_string(),
        about: draft.about.clone(),
        channel: ONLINE,
        language: Language::English.to_string(),
        invented: false,
        submitted_at,
        answers: answers.collect(),
        late: false,
    }
}

/// Whether this draft may be submitted now for the first time, as far as it tells itself.
pub(super) fn check_ready(
    services: &Services,
    call: &Call,
    form: &Questionnaire,
    draft: &Draft,
) -> Result<(), Failure> {
    super::draft::check_open(services, call, draft)?;
    if draft.unfinished(form).is_empty() { Ok(()) } else { Err(Failure::Refused("error-draft-unfinished")) }
}

/// Marks a draft as submitted, and writes the response that it has become or holds it back.
pub async fn store_draft(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    draft: Uuid,
    submission: Submission,
    suspicions: &[Suspicion],
) -> Result<Receipt, Failure> {
    let first = draft::Entity::update_many()
        .col_expr(draft::Column::SubmittedAt, Expr::value(submission.submitted_at))
        .filter(draft::Column::Id.eq(draft))
        .filter(draft::Column::SubmittedAt.is_null())
        .exec(txn)
        .await?;
    // Someone was faster with the same draft, and may have been held back where this is not.
    if first.rows_affected == 0
        && let Some(receipt) = receipt::under(txn, &submission.key).await?
    {
        return Ok(receipt);
    }
    by_letter::forget_reminder(txn, draft).await?;
    if suspicions.is_empty() {
        store(txn, clock, submission).await
    } else {
        held::hold(txn, clock, submission, suspicions).await
    }
}

/// Writes a response, its answers and its outbox row; a key that is already there gives the receipt that is there.
pub async fn store(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    submission: Submission,
) -> Result<Receipt, Failure> {
    let receipt = Receipt::new(clock, &submission);
    insert(txn, clock, submission, receipt).await
}

/// Writes a response that has this receipt already.
pub(super) async fn insert(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    submission: Submission,
    receipt: Receipt,
) -> Result<Receipt, Failure> {
    let id = clock.id();
    let key = submission.key.clone();
    let organisation = linked::meant(txn, &submission.about.organisation, submission.submitted_at).await?;
    let row = response::ActiveModel {
        id: Set(id),
        call_id: Set(submission.call),
        reference: Set(receipt.reference.clone()),
        idempotency_key: Set(submission.key),
        kind: Set(submission.about.kind.unwrap_or(RespondentKind::Individual).to_string()),
        name: Set(submission.about.name),
        on_behalf_of: Set(submission.about.on_behalf_of),
        organisation: Set(submission.about.organisation),
        sector: Set(submission.about.sector.map(|sector| sector.to_string())),
        system_id: Set(submission.about.system),
        channel: Set(submission.channel.to_owned()),
        language: Set(submission.language),
        consent: Set(submission.about.consent.unwrap_or(Consent::NotAtAll).to_string()),
        submitted_at: Set(submission.submitted_at),
        receipt_hash: Set(receipt.hash.clone()),
        invented: Set(submission.invented),
        organisation_id: Set(organisation),
        late: Set(submission.late),
    };
    let same_key = OnConflict::column(response::Column::IdempotencyKey).do_nothing().to_owned();
    let written = response::Entity::insert(row).on_conflict(same_key).exec_without_returning(txn).await?;
    if written == 0 {
        let held = response::Entity::find().filter(response::Column::IdempotencyKey.eq(key)).one(txn).await?;
        return held.map(Receipt::from).ok_or(Failure::NotFound("response"));
    }
    store_answers(txn, clock, id, submission.answers).await?;
    outbox::note(txn, outbox::RESPONSE, id, submission.submitted_at).await?;
    Ok(receipt)
}

async fn store_answers(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    response: Uuid,
    answers: Vec<SubmittedAnswer>,
) -> Result<(), Failure> {
    let mut rows = Vec::with_capacity(answers.len());
    let mut chosen = Vec::new();
    for (position, given) in answers.into_iter().enumerate() {
        let id = clock.id();
        let value = given.value.as_ref().map(serde_json::to_string).transpose();
        let value = value.map_err(|error| StoreError::corrupt("an answer", error.to_string()))?;
        chosen.extend(given.choices.into_iter().map(|choice| answer_choice::ActiveModel {
            id: Set(clock.id()),
            answer_id: Set(id),
            choice_id: Set(choice),
        }));
        rows.push(answer::ActiveModel {
            id: Set(id),
            response_id: Set(response),
            question_id: Set(given.question),
            position: Set(position as i32),
            words: Set(text::words(&given.text) as i32),
            text: Set(given.text),
            value: Set(value),
        });
    }
    if !rows.is_empty() {
        answer::Entity::insert_many(rows).exec_without_returning(txn).await?;
    }
    if !chosen.is_empty() {
        answer_choice::Entity::insert_many(chosen).exec_without_returning(txn).await?;
    }
    Ok(())
}
