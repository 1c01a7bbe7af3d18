//! Submission: one durable transaction, once, however often it is asked for.

use chrono::{DateTime, Utc};
use domain::Language;
use domain::calls::{Answer, Given, Question};
use domain::responses::{About, Channel, Consent, RespondentKind, Suspicion};
use domain::text;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::together::{self, letters, sign_off};
use super::{Draft, Receipt, by_letter, change, co_signing, gathering, held, receipt, versions};
use crate::calls::{Call, Questionnaire, wordings_now};
use crate::people::organisations::responses as linked;
use crate::review;
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
    /// The wording of the question to which it was given, counted from 1; that of now, where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wording: Option<u32>,
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
            wording: None,
        }
    }

    /// The same, given to this wording of its question.
    #[must_use]
    pub fn to_wording(self, wording: Option<u32>) -> Self {
        Self { wording, ..self }
    }

    /// What was written in answer to a question.
    pub fn written(question: Uuid, text: impl Into<String>) -> Self {
        Self { question, text: text.into(), choices: Vec::new(), value: None, wording: None }
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
        // What counts has a receipt; what was changed since has none.
        if draft.changing.is_some() {
            return Err(refused);
        }
        return receipt::of_draft(services, draft).await?.ok_or(refused);
    }
    let now = services.clock.now();
    let submission = Submission {
        language: language.to_owned(),
        late: !super::draft::in_time(call, draft, now),
        ..written(call, form, draft, now)
    };
    let (by, clock, draft, call) = (services.by.clone(), services.clock.clone(), draft.clone(), call.clone());
    let receipt = services
        .db
        .write_again(move |txn| {
            Box::pin(async move {
                let content = receipt::fingerprint(&submission);
                let first = sign_off::may_send(txn, &by, &draft, &content).await?;
                if first {
                    gathering::record::send(txn, &clock, draft.id, &submission).await?;
                }
                let receipt = match draft.changing {
                    None => store_draft(txn, &clock, draft.id, submission, &suspicions).await?,
                    Some(since) => {
                        store_changed(txn, &clock, (draft.id, since), submission, &suspicions).await?
                    }
                };
                if first {
                    letters::sent(txn, &clock, &by, &draft, &call, &receipt).await?;
                }
                Ok::<_, Failure>(receipt)
            })
        })
        .await?;
    services.files.tell_worker();
    Ok(receipt)
}

/// What a draft holds, as it was written in English on the portal's own pages, in time: each answer to the words in which it
/// was asked. Answers left behind by a changed route stay in the draft and are never submitted.
pub(super) fn written(
    call: &Call,
    form: &Questionnaire,
    draft: &Draft,
    submitted_at: DateTime<Utc>,
) -> Submission {
    let one = |q: &Question| {
        let given = SubmittedAnswer::of(&draft.worded(form, q), draft.answer_to(q)?);
        Some(given.to_wording(draft.wordings.get(&q.id).copied()))
    };
    let answers = draft.route(form).into_iter().filter_map(one);
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

/// The fingerprint of what a draft would send: that of its receipt, should it be sent so.
pub(super) fn content(call: &Call, form: &Questionnaire, draft: &Draft) -> String {
    receipt::fingerprint(&written(call, form, draft, draft.saved_at))
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
    co_signing::forget_addresses(txn, draft).await?;
    if suspicions.is_empty() {
        store(txn, clock, submission).await
    } else {
        held::hold(txn, clock, submission, suspicions).await
    }
}

/// Sends a draft again that has been changed since this instant. What it was until now is kept as an earlier version of the
/// same response, or of what is held back. Signs that no person has answered are of no weight where a response counts already.
async fn store_changed(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    (id, since): (Uuid, DateTime<Utc>),
    submission: Submission,
    suspicions: &[Suspicion],
) -> Result<Receipt, Failure> {
    let row = draft::Entity::find_by_id(id).lock_exclusive().one(txn).await?;
    // Someone was faster with the same change, or has dropped it.
    if row.is_none_or(|row| row.changing_since != Some(since)) {
        let receipt = receipt::under(txn, &submission.key).await?;
        return receipt.ok_or(Failure::NotFound("receipt"));
    }
    review::lock(txn, submission.call).await?;
    let waiting = held::locked(txn, &submission.key).await?;
    let counts = response::Column::IdempotencyKey.eq(submission.key.as_str());
    let receipt = match (response::Entity::find().filter(counts).lock_exclusive().one(txn).await?, waiting) {
        (Some(row), _) => versions::amend(txn, clock, row, submission).await?,
        (None, Some(row)) => held::amend(txn, row, submission, suspicions).await?,
        (None, None) => return Err(Failure::NotFound("response")),
    };
    draft::Entity::update_many()
        .col_expr(draft::Column::SubmittedAt, Expr::value(receipt.submitted_at))
        .filter(draft::Column::Id.eq(id))
        .exec(txn)
        .await?;
    change::close(txn, id).await?;
    Ok(receipt)
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
    let organisation = match together::organisation_of(txn, &submission).await? {
        Some(known) => Some(known),
        None => linked::meant(txn, &submission.about.organisation, submission.submitted_at).await?,
    };
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
        represented: Set(submission.about.represented.and_then(|count| i32::try_from(count).ok())),
        version: Set(1),
        changed_at: Set(None),
        withdrawn_at: Set(None),
    };
    let same_key = OnConflict::column(response::Column::IdempotencyKey).do_nothing().to_owned();
    let written = response::Entity::insert(row).on_conflict(same_key).exec_without_returning(txn).await?;
    if written == 0 {
        let held = response::Entity::find().filter(response::Column::IdempotencyKey.eq(key)).one(txn).await?;
        return held.map(Receipt::from).ok_or(Failure::NotFound("response"));
    }
    let answers = submission.answers.into_iter().enumerate().collect();
    store_answers(txn, clock, id, answers, 1).await?;
    outbox::note(txn, outbox::RESPONSE, id, submission.submitted_at).await?;
    Ok(receipt)
}

/// Writes answers, each with its place, that come with this version of a response.
pub(super) async fn store_answers(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    response: Uuid,
    answers: Vec<(usize, SubmittedAnswer)>,
    version: i32,
) -> Result<(), Failure> {
    let unsaid = answers.iter().filter(|(_, given)| given.wording.is_none());
    let now = wordings_now(txn, unsaid.map(|(_, given)| given.question).collect()).await?;
    let mut rows = Vec::with_capacity(answers.len());
    let mut chosen = Vec::new();
    for (position, given) in answers {
        let id = clock.id();
        let value = given.value.as_ref().map(serde_json::to_string).transpose();
        let value = value.map_err(|error| StoreError::corrupt("an answer", error.to_string()))?;
        let wording = given.wording.or_else(|| now.get(&given.question).copied()).unwrap_or(1);
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
            since: Set(version),
            replaced_in: Set(None),
            wording: Set(wording as i32),
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
