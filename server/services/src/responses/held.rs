//! Submissions that may not come from a person. Each is held back with its receipt until one of the team decides; none
//! is thrown away. What is held is no response yet: it is not read, coded, counted, searched or exported.

use chrono::{DateTime, Utc};
use domain::audit::{Act, Subject};
use domain::people::Scope;
use domain::responses::{About, HeldDecision, HeldState, Suspicion};
use domain::text;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::submit::{self, Submission, SubmittedAnswer};
use super::{AnswerText, Draft, Receipt, receipt, versions};
use crate::audit::Entry;
use crate::review;
use crate::store::entities::{held_response as held, response};
use crate::{Clock, Failure, Services, StoreError};

/// A submission that was held back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    pub id: Uuid,
    pub call: Uuid,
    pub reference: String,
    pub submitted_at: DateTime<Utc>,
    pub suspicions: Vec<Suspicion>,
    pub state: HeldState,
    pub decided_at: Option<DateTime<Utc>>,
    /// Why it was kept out.
    pub reason: String,
    /// What was submitted; nothing once it is a response.
    pub words: Option<HeldWords>,
}

/// What was submitted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldWords {
    pub about: About,
    /// `en` or `cy`.
    pub language: String,
    pub answers: Vec<SubmittedAnswer>,
    #[serde(default)]
    pub late: bool,
    /// When it was sent, where it was changed meanwhile.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    changed_at: Option<DateTime<Utc>>,
    /// What it was before, the first version first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    earlier: Vec<EarlierWords>,
}

/// What was submitted before it was changed, and the hash of its receipt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct EarlierWords {
    receipt_hash: String,
    words: HeldWords,
}

impl Held {
    /// The same without the names of people.
    #[must_use]
    pub fn veiled(self) -> Self {
        let words = self.words.map(|words| HeldWords {
            about: About { name: String::new(), on_behalf_of: String::new(), ..words.about },
            // What has no text is what says who somebody is.
            answers: words.answers.into_iter().filter(|given| !given.text.is_empty()).collect(),
            language: words.language,
            late: words.late,
            changed_at: words.changed_at,
            earlier: Vec::new(),
        });
        Self { words, ..self }
    }
}

impl HeldWords {
    /// The answers as those of a response are read.
    pub fn texts(&self) -> Vec<AnswerText> {
        let text = |given: &SubmittedAnswer| AnswerText {
            id: Uuid::nil(),
            question: given.question,
            words: text::words(&given.text),
            text: given.text.clone(),
            value: given.value.clone(),
            wording: given.wording.unwrap_or(1),
        };
        self.answers.iter().map(text).collect()
    }
}

impl TryFrom<held::Model> for Held {
    type Error = StoreError;

    fn try_from(row: held::Model) -> Result<Self, StoreError> {
        let corrupt = |what, value: &str| StoreError::corrupt(what, value);
        let suspicions = row
            .suspicions
            .split(' ')
            .map(|name| Suspicion::parse(name).ok_or_else(|| corrupt("a suspicion", &row.suspicions)));
        let words = (!row.submission.is_empty()).then(|| serde_json::from_str(&row.submission));
        Ok(Self {
            suspicions: suspicions.collect::<Result<_, _>>()?,
            state: HeldState::parse(&row.state).ok_or_else(|| corrupt("a state", &row.state))?,
            words: words.transpose().map_err(|error| corrupt("a held submission", &error.to_string()))?,
            id: row.id,
            call: row.call_id,
            reference: row.reference,
            submitted_at: row.submitted_at,
            decided_at: row.decided_at,
            reason: row.reason,
        })
    }
}

/// Holds a submission back, and gives its receipt.
pub(super) async fn hold(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    submission: Submission,
    suspicions: &[Suspicion],
) -> Result<Receipt, Failure> {
    let receipt = Receipt::new(clock, &submission);
    let words = HeldWords {
        about: submission.about,
        language: submission.language,
        answers: submission.answers,
        late: submission.late,
        changed_at: None,
        earlier: Vec::new(),
    };
    let words = json(&words)?;
    let row = held::ActiveModel {
        id: Set(clock.id()),
        call_id: Set(submission.call),
        key: Set(submission.key),
        reference: Set(receipt.reference.clone()),
        receipt_hash: Set(receipt.hash.clone()),
        submission: Set(words),
        suspicions: Set(named(suspicions)),
        submitted_at: Set(submission.submitted_at),
        state: Set(HeldState::Waiting.to_string()),
        decided_at: Set(None),
        decided_by: Set(None),
        reason: Set(String::new()),
    };
    row.insert(txn).await?;
    Ok(receipt)
}

fn json(words: &HeldWords) -> Result<String, StoreError> {
    serde_json::to_string(words).map_err(|error| StoreError::corrupt("a held submission", error.to_string()))
}

/// What was submitted under this key and is no response yet, held until the transaction ends.
pub(super) async fn locked(txn: &impl ConnectionTrait, key: &str) -> Result<Option<held::Model>, Failure> {
    let mine = held::Entity::find().filter(held::Column::Key.eq(key)).lock_exclusive();
    Ok(mine.one(txn).await?.filter(|row| !row.submission.is_empty()))
}

/// Puts a changed submission in the place of what was held back. What it was before is kept, and whoever decides looks at it
/// again.
pub(super) async fn amend(
    txn: &impl ConnectionTrait,
    row: held::Model,
    submission: Submission,
    suspicions: &[Suspicion],
) -> Result<Receipt, Failure> {
    let before = Held::try_from(row.clone())?;
    let mut words = before.words.ok_or(Failure::NotFound("response"))?;
    if words.about == submission.about && words.answers == submission.answers {
        return Ok(receipt_of(&row)?);
    }
    let mut earlier = std::mem::take(&mut words.earlier);
    earlier.push(EarlierWords { receipt_hash: row.receipt_hash.clone(), words });
    let hash = receipt::fingerprint(&submission);
    let words = HeldWords {
        about: submission.about,
        language: submission.language,
        answers: submission.answers,
        late: submission.late,
        changed_at: Some(submission.submitted_at),
        earlier,
    };
    let mut signs = before.suspicions;
    signs.extend(suspicions.iter().filter(|sign| !signs.contains(sign)).copied().collect::<Vec<_>>());
    let mut row = row.into_active_model();
    row.submission = Set(json(&words)?);
    row.receipt_hash = Set(hash);
    row.suspicions = Set(named(&signs));
    row.state = Set(HeldState::Waiting.to_string());
    row.decided_at = Set(None);
    row.decided_by = Set(None);
    Ok(receipt_of(&row.update(txn).await?)?)
}

fn named(suspicions: &[Suspicion]) -> String {
    suspicions.iter().map(|sign| sign.as_str()).collect::<Vec<_>>().join(" ")
}

/// The receipt of what was held back under this key.
pub(super) async fn receipt(read: &impl ConnectionTrait, key: &str) -> Result<Option<Receipt>, Failure> {
    let row = held::Entity::find().filter(held::Column::Key.eq(key)).one(read).await?;
    Ok(row.as_ref().map(receipt_of).transpose()?)
}

fn receipt_of(row: &held::Model) -> Result<Receipt, StoreError> {
    let words = Held::try_from(row.clone())?.words;
    let (changed_at, before) = words.map_or((None, 0), |words| (words.changed_at, words.earlier.len()));
    Ok(Receipt {
        reference: row.reference.clone(),
        submitted_at: changed_at.unwrap_or(row.submitted_at),
        hash: row.receipt_hash.clone(),
        version: before as u32 + 1,
        withdrawn_at: row.decided_at.filter(|_| row.state == HeldState::Withdrawn.as_str()),
    })
}

/// What this draft submitted, where it was held back and is no response.
pub async fn of_draft(services: &Services, draft: &Draft) -> Result<Option<HeldWords>, Failure> {
    let mine = held::Entity::find().filter(held::Column::Key.eq(draft.id.to_string()));
    let found = mine.one(services.db.read()).await?.map(Held::try_from).transpose()?;
    Ok(found.and_then(|held| held.words))
}

/// Where a submission with this reference, whose receipt begins with this code, stands; nothing where there is none, or where
/// it is a response by now.
pub async fn stands(services: &Services, reference: &str, code: &str) -> Result<Option<HeldState>, Failure> {
    let row = held::Entity::find()
        .filter(held::Column::Reference.eq(reference))
        .filter(held::Column::State.ne(HeldState::Admitted.as_str()))
        .one(services.db.read())
        .await?;
    let Some(row) = row else { return Ok(None) };
    let now = row.receipt_hash.starts_with(code);
    let Held { state, words, .. } = Held::try_from(row)?;
    let mut earlier = words.iter().flat_map(|words| &words.earlier);
    let theirs = now || earlier.any(|earlier| earlier.receipt_hash.starts_with(code));
    Ok(theirs.then_some(state))
}

fn of_call(call: Uuid) -> sea_orm::Select<held::Entity> {
    held::Entity::find().filter(held::Column::CallId.eq(call))
}

/// How many submissions to a call are in this state.
pub async fn count(services: &Services, call: Uuid, state: HeldState) -> Result<u64, Failure> {
    Ok(of_call(call).filter(held::Column::State.eq(state.as_str())).count(services.db.read()).await?)
}

/// The submissions to a call that are in this state, oldest first; a page of so many, counted from 1.
pub async fn list(
    services: &Services,
    call: Uuid,
    state: HeldState,
    page: u64,
    most: u64,
) -> Result<Vec<Held>, Failure> {
    let rows = of_call(call)
        .filter(held::Column::State.eq(state.as_str()))
        .order_by_asc(held::Column::SubmittedAt)
        .order_by_asc(held::Column::Id)
        .paginate(services.db.read(), most)
        .fetch_page(page.saturating_sub(1))
        .await?;
    Ok(rows.into_iter().map(Held::try_from).collect::<Result<_, _>>()?)
}

/// The submission to this call with this reference.
pub async fn by_reference(services: &Services, call: Uuid, reference: &str) -> Result<Held, Failure> {
    let row = of_call(call).filter(held::Column::Reference.eq(reference)).one(services.db.read()).await?;
    Ok(row.ok_or(Failure::NotFound("response"))?.try_into()?)
}

/// Admits a submission, which is then a response with the time and the reference of its receipt; or keeps it out, from
/// where it can still be admitted.
pub async fn decide(services: &Services, held: &Held, decision: HeldDecision) -> Result<(), Failure> {
    let by = services.by.person();
    let (clock, id, recorder) = (services.clock.clone(), held.id, services.recorder());
    let call = held.call;
    let act = match decision {
        HeldDecision::Admit => Act::HeldAdmitted,
        HeldDecision::KeepOut(_) => Act::HeldKeptOut,
    };
    let entry = Entry::new(act, Scope::Call(held.call), Subject::HeldResponse, id)
        .with("reference", held.reference.as_str());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                // As whoever answers does who changes it at this moment: the call before what is held.
                review::lock(txn, call).await?;
                let row = held::Entity::find_by_id(id).lock_exclusive().one(txn).await?;
                let row = row.ok_or(Failure::NotFound("response"))?;
                let found = Held::try_from(row.clone())?;
                if found.state == HeldState::Withdrawn {
                    return Err(Failure::Refused("error-held-withdrawn"));
                }
                let Some(words) = found.words else { return Err(Failure::Refused("error-held-admitted")) };
                let before = row.clone();
                let mut row = row.into_active_model();
                row.decided_at = Set(Some(clock.now()));
                row.decided_by = Set(by);
                match decision {
                    HeldDecision::KeepOut(reason) => {
                        row.state = Set(HeldState::KeptOut.to_string());
                        row.reason = Set(reason);
                    }
                    HeldDecision::Admit => {
                        row.state = Set(HeldState::Admitted.to_string());
                        row.reason = Set(String::new());
                        // The words are in the response from now on, and nowhere else.
                        row.submission = Set(String::new());
                        admit(txn, &clock, &before, words).await?;
                    }
                }
                row.update(txn).await?;
                recorder.record(txn, entry).await?;
                Ok(())
            })
        })
        .await
}

/// Makes a response of what was held back: of its first version, and of each that came after it in turn.
async fn admit(
    txn: &impl ConnectionTrait,
    clock: &Clock,
    row: &held::Model,
    mut words: HeldWords,
) -> Result<(), Failure> {
    let hash = words.earlier.first().map_or(&row.receipt_hash, |first| &first.receipt_hash).clone();
    let earlier = std::mem::take(&mut words.earlier).into_iter().map(|earlier| earlier.words);
    let mut all = earlier.chain([words]).map(|words| submission(row, words));
    let first = all.next().ok_or(Failure::NotFound("response"))?;
    let receipt = Receipt {
        reference: row.reference.clone(),
        submitted_at: row.submitted_at,
        hash,
        version: 1,
        withdrawn_at: None,
    };
    submit::insert(txn, clock, first, receipt).await?;
    for next in all {
        let mine = response::Column::IdempotencyKey.eq(row.key.as_str());
        let held = response::Entity::find().filter(mine).one(txn).await?;
        versions::amend(txn, clock, held.ok_or(Failure::NotFound("response"))?, next).await?;
    }
    Ok(())
}

fn submission(row: &held::Model, words: HeldWords) -> Submission {
    Submission {
        call: row.call_id,
        key: row.key.clone(),
        submitted_at: words.changed_at.unwrap_or(row.submitted_at),
        about: words.about,
        channel: submit::ONLINE,
        language: words.language,
        invented: false,
        answers: words.answers,
        late: words.late,
    }
}
