//! Drafts: begun without an account, kept at each step, found again by a private link.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use domain::calls::{Answer, Question, Way};
use domain::people::{Action, Actor};
use domain::responses::{About, Step, steps};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, JoinType,
    QueryFilter, QuerySelect, RelationDef, UpdateResult,
};
use uuid::Uuid;

use super::entering::{self, Entry, Keyed};
use super::together::{self, history};
use crate::calls::late::{self, LateLeave};
use crate::calls::{Call, Questionnaire, wording_now};
use crate::store::entities::{draft, draft_answer};
use crate::{Clock, Failure, Services, StoreError, secrets};

/// A response on its way. It never holds its own token: only its hash is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub id: Uuid,
    pub call: Uuid,
    pub about: About,
    pub answers: HashMap<Uuid, Answer>,
    /// The wording of its question to which each was given, counted from 1.
    pub wordings: HashMap<Uuid, u32>,
    pub begun_at: DateTime<Utc>,
    pub saved_at: DateTime<Utc>,
    /// When it was sent, the last time.
    pub submitted_at: Option<DateTime<Utc>>,
    /// Since when it is being changed after it was sent. What was sent counts until it is sent again.
    pub changing: Option<DateTime<Utc>>,
    /// The leave to answer late by which it is written.
    pub late: Option<LateLeave>,
    /// The organisation whose members write it together. Such a draft is opened by membership, and by no secret.
    pub organisation: Option<Uuid>,
    /// Who of the team writes it for somebody who answered another way.
    pub keyed: Option<Keyed>,
}

/// How far a page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    Done,
    /// It must be answered before the response can be sent.
    Needed,
    /// Nothing was said, and nothing need be.
    MayBeLeft,
}

impl Draft {
    /// How far a page is. The check is done when the response is sent.
    pub fn progress(&self, form: &Questionnaire, step: Step) -> Progress {
        let untouched = step == Step::About && !self.about.named();
        if step == Step::Check || self.unfinished(form).contains(&step) {
            Progress::Needed
        } else if untouched || self.is_blank(form, step) {
            Progress::MayBeLeft
        } else {
            Progress::Done
        }
    }

    /// A draft in which nothing is held, and which nobody has begun.
    pub fn blank(call: Uuid, now: DateTime<Utc>) -> Self {
        Self {
            id: Uuid::nil(),
            call,
            about: About::default(),
            answers: HashMap::new(),
            wordings: HashMap::new(),
            begun_at: now,
            saved_at: now,
            submitted_at: None,
            changing: None,
            late: None,
            organisation: None,
            keyed: None,
        }
    }

    /// Whether it was sent, and is not being changed.
    pub const fn is_sent(&self) -> bool {
        self.submitted_at.is_some() && self.changing.is_none()
    }

    /// When what counts was sent, while it is being changed.
    pub fn counts_since(&self) -> Option<DateTime<Utc>> {
        self.submitted_at.filter(|_| self.changing.is_some())
    }

    /// Until when it can be written to; nothing where the call has no end yet.
    pub fn until(&self, call: &Call) -> Option<DateTime<Utc>> {
        let graced = |closes| closes + TimeDelta::minutes(i64::from(call.times.grace_minutes));
        self.late.as_ref().map(|leave| leave.until).or(call.times.closes.map(graced))
    }

    /// A mark by which what is held of a question is told from anything else that could be. It tells nothing of what that
    /// is.
    pub fn mark(&self, question: Uuid) -> String {
        let held = self.answers.get(&question).and_then(|answer| serde_json::to_string(answer).ok());
        secrets::hash(&format!("{}:{}", self.id, held.unwrap_or_default()))
    }

    /// The same of who answers, and of what may be published.
    pub fn mark_about(&self) -> String {
        let held = serde_json::to_string(&self.about).unwrap_or_default();
        secrets::hash(&format!("{}:{held}", self.id))
    }

    /// The way that this draft's answers lead. Paper shows every question to everyone, so what was answered on it counts
    /// wherever it stands; an end page to which the answers lead is one on paper too.
    pub fn way<'q>(&self, form: &'q Questionnaire) -> Way<'q> {
        let way = form.way(&self.answers);
        if self.keyed.is_none() {
            return way;
        }
        let on_it = |asked: &&Question| {
            way.asked.iter().any(|on| on.id == asked.id) || self.answers.contains_key(&asked.id)
        };
        Way { asked: form.questions.iter().filter(on_it).collect(), ..way }
    }

    /// The questions that this draft's answers lead to.
    pub fn route<'q>(&self, form: &'q Questionnaire) -> Vec<&'q Question> {
        self.way(form).asked
    }

    /// Whether the answers lead to a page. What is entered off paper can hold other pages too.
    pub fn leads_to(&self, form: &Questionnaire, step: Step) -> bool {
        let Step::Question(number) = step else { return true };
        let asked = form.questions.get(number - 1);
        asked.is_some_and(|asked| form.route(&self.answers).iter().any(|on| on.id == asked.id))
    }

    /// What is held in answer to a question. An answer that the team has made impossible since, because it changed
    /// what can be chosen, is none.
    pub fn answer_to(&self, question: &Question) -> Option<&Answer> {
        self.answers.get(&question.id).filter(|answer| question.takes(answer))
    }

    /// A question in the words in which it was answered; in those of now, where it was not.
    pub fn worded(&self, form: &Questionnaire, asked: &Question) -> Question {
        let now = || form.corrections.now(asked.id);
        form.corrections.worded(asked, self.wordings.get(&asked.id).copied().unwrap_or_else(now))
    }

    /// Every page of this draft in order.
    pub fn steps(&self, form: &Questionnaire) -> Vec<Step> {
        let all = steps(form, &self.way(form));
        // For whom the members of an organisation answer is known.
        all.into_iter().filter(|step| *step != Step::Who || self.organisation.is_none()).collect()
    }

    /// The first page that still needs something, or the check; or the page that says that nothing can be sent.
    pub fn first_open_step(&self, form: &Questionnaire) -> Step {
        let missing = |step: &Step| match *step {
            Step::Who => self.about.kind.is_none(),
            // Someone who has answered questions has passed this page, even if they left it blank.
            Step::About => self.answers.is_empty() && (!self.about.named() || !self.about.details_complete()),
            Step::Question(number) => {
                form.questions.get(number - 1).is_some_and(|q| self.answer_to(q).is_none())
            }
            Step::End(_) => is_unsent(form, *step),
            Step::Consent => self.about.consent.is_none(),
            Step::Check => true,
        };
        self.steps(form).into_iter().find(missing).unwrap_or(Step::Check)
    }

    /// The first question that an answer has opened, on a way that was `before`, and that nothing was said to; or the end page
    /// to which it leads now.
    pub fn opened(&self, form: &Questionnaire, before: &[Step]) -> Option<Step> {
        let new = |step: &Step| matches!(step, Step::End(_)) || self.is_blank(form, *step);
        self.steps(form).into_iter().find(|step| !before.contains(step) && new(step))
    }

    /// The next question after this page that only some are asked, and that nothing was said to; or an end page.
    pub fn opened_after(&self, form: &Questionnaire, step: Step) -> Option<Step> {
        let conditional = |step: &Step| match *step {
            Step::Question(number) => {
                let asked = form.questions.get(number - 1);
                asked.is_some_and(|asked| form.is_conditional(asked)) && self.is_blank(form, *step)
            }
            other => matches!(other, Step::End(_)),
        };
        let steps = self.steps(form);
        steps.into_iter().skip_while(|other| *other != step).skip(1).find(conditional)
    }

    fn is_blank(&self, form: &Questionnaire, step: Step) -> bool {
        let Step::Question(number) = step else { return false };
        form.questions.get(number - 1).is_some_and(|asked| self.answer_to(asked).is_none())
    }

    /// The pages that must still be answered before this draft can be submitted; and the page from which it never can be.
    pub fn unfinished(&self, form: &Questionnaire) -> Vec<Step> {
        let route = self.route(form);
        self.steps(form)
            .into_iter()
            .filter(|step| match *step {
                Step::Who => self.about.kind.is_none(),
                Step::About => self.about.kind.is_some() && !self.about.details_complete(),
                Step::Question(number) => form.questions.get(number - 1).is_some_and(|q| {
                    let lacks = q.required && self.answer_to(q).is_none();
                    let typed = self.answers.get(&q.id).is_some_and(Answer::is_typed);
                    (lacks || typed) && route.iter().any(|asked| asked.id == q.id)
                }),
                Step::End(_) => is_unsent(form, *step),
                Step::Consent => !self.about.consent_complete(),
                Step::Check => false,
            })
            .collect()
    }
}

/// Whether a page ends the form without anything that could be sent.
fn is_unsent(form: &Questionnaire, step: Step) -> bool {
    let Step::End(number) = step else { return false };
    form.ends.get(number - 1).is_some_and(|end| !end.sends)
}

/// Begins a draft and gives the secret of its private link.
pub async fn begin(services: &Services, call: &Call, language: &str) -> Result<String, Failure> {
    if !call.times.may_begin(services.clock.now()) {
        return Err(Failure::Refused("error-call-not-open"));
    }
    insert(services, call, language, None).await
}

/// Begins a draft by a leave to answer late.
pub async fn begin_late(
    services: &Services,
    call: &Call,
    language: &str,
    leave: &LateLeave,
) -> Result<String, Failure> {
    insert(services, call, language, Some(leave.id)).await
}

/// Lets a draft that was begun in time go on by a leave to answer late.
pub async fn go_on_late(services: &Services, draft: &Draft, leave: &LateLeave) -> Result<(), Failure> {
    let (id, leave) = (draft.id, leave.id);
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let late = draft::Entity::update_many()
                    .col_expr(draft::Column::LateId, Expr::value(leave))
                    .filter(draft::Column::Id.eq(id));
                touched(late.exec(txn).await?)
            })
        })
        .await
}

/// A new draft as a row, and the secret that opens it.
pub(super) fn new_row(
    services: &Services,
    call: &Call,
    language: &str,
    late: Option<Uuid>,
) -> Result<(draft::ActiveModel, String), Failure> {
    let now = services.clock.now();
    let token = services.clock.secret();
    let row = draft::ActiveModel {
        id: Set(services.clock.id()),
        call_id: Set(call.id),
        token_hash: Set(secrets::hash(&token)),
        language: Set(language.to_owned()),
        about: Set(text(&About::default())?),
        begun_at: Set(now),
        saved_at: Set(now),
        submitted_at: Set(None),
        late_id: Set(late),
        organisation_id: Set(None),
        changing_since: Set(None),
        before_change: Set(None),
    };
    Ok((row, token))
}

async fn insert(
    services: &Services,
    call: &Call,
    language: &str,
    late: Option<Uuid>,
) -> Result<String, Failure> {
    let (row, token) = new_row(services, call, language, late)?;
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                row.insert(txn).await?;
                Ok::<_, Failure>(())
            })
        })
        .await?;
    Ok(token)
}

/// The draft that this secret opens. None opens one that members write together.
pub async fn find(services: &Services, token: &str) -> Result<Draft, Failure> {
    let hash = draft::Column::TokenHash.eq(secrets::hash(token));
    let which = Condition::all().add(hash).add(draft::Column::OrganisationId.is_null());
    read(services.db.read(), which).await
}

/// The draft of what one of the team enters.
pub async fn entered(services: &Services, entry: &Entry) -> Result<Draft, Failure> {
    by_id(services, entry.id).await
}

/// A draft as it stands now.
pub async fn again(services: &Services, draft: &Draft) -> Result<Draft, Failure> {
    by_id(services, draft.id).await
}

/// The draft with this key, for whoever was found to own it.
pub(super) async fn by_id(services: &Services, id: Uuid) -> Result<Draft, Failure> {
    in_txn(services.db.read(), id).await
}

/// The same as a transaction sees it.
pub(super) async fn in_txn(read: &impl ConnectionTrait, id: Uuid) -> Result<Draft, Failure> {
    self::read(read, Condition::all().add(draft::Column::Id.eq(id))).await
}

async fn read(read: &impl ConnectionTrait, which: Condition) -> Result<Draft, Failure> {
    // The draft and its answers in one statement, because every page that a respondent opens or sends begins here.
    let theirs: RelationDef = draft::Entity::belongs_to(draft_answer::Entity)
        .from(draft::Column::Id)
        .to(draft_answer::Column::DraftId)
        .into();
    let held = draft::Entity::find()
        .filter(which)
        .join(JoinType::LeftJoin, theirs)
        .select_with(draft_answer::Entity)
        .all(read)
        .await?;
    let (row, answers) = held.into_iter().next().ok_or(Failure::NotFound("draft"))?;
    let wordings = answers.iter().map(wording_of).collect();
    let answers = answers
        .into_iter()
        .map(|answer| Ok((answer.question_id, parsed(&answer.value)?)))
        .collect::<Result<HashMap<_, _>, StoreError>>()?;
    let late = match row.late_id {
        Some(leave) => late::of_draft(read, leave).await?,
        None => None,
    };
    Ok(Draft {
        keyed: entering::keyed(read, row.id).await?,
        late,
        organisation: row.organisation_id,
        id: row.id,
        call: row.call_id,
        about: parsed(&row.about)?,
        answers,
        wordings,
        begun_at: row.begun_at,
        saved_at: row.saved_at,
        submitted_at: row.submitted_at,
        changing: row.changing_since,
    })
}

/// The question that an answer is to, and its wording.
pub(super) fn wording_of(row: &draft_answer::Model) -> (Uuid, u32) {
    (row.question_id, u32::try_from(row.wording).unwrap_or(1))
}

/// Whether this draft may still be written to.
pub fn check_open(services: &Services, call: &Call, draft: &Draft) -> Result<(), Failure> {
    if draft.is_sent() {
        return Err(Failure::Refused("error-draft-submitted"));
    }
    may_write(services, call, draft)
}

/// Whether this is the time to write to this draft, whether or not it was sent.
pub(super) fn may_write(services: &Services, call: &Call, draft: &Draft) -> Result<(), Failure> {
    let now = services.clock.now();
    if draft.keyed.is_some() {
        return entering::check_open(services, call);
    }
    if in_time(call, draft, now) || draft.late.as_ref().is_some_and(|leave| leave.counts(call, now)) {
        Ok(())
    } else if draft.changing.is_some() {
        Err(Failure::Refused("error-change-closed"))
    } else {
        Err(Failure::Refused("error-call-not-open"))
    }
}

/// Whether this draft needs no leave to be written to.
pub(super) fn in_time(call: &Call, draft: &Draft, now: DateTime<Utc>) -> bool {
    call.times.may_continue(draft.begun_at, now)
}

/// Keeps who answers.
pub async fn save_about(services: &Services, draft: &Draft, about: &About) -> Result<(), Failure> {
    let (id, about, written) = (draft.id, text(about)?, entering::written(services, draft));
    let (by, clock) = (services.by.clone(), services.clock.clone());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let row = locked(txn, &by, id).await?;
                let writing = Writing { draft: &row, by: &by, clock: &clock, typed: false, wording: None };
                put_about(txn, &writing, about).await?;
                written.record(txn).await
            })
        })
        .await
}

async fn put_about(txn: &impl ConnectionTrait, writing: &Writing<'_>, about: String) -> Result<(), Failure> {
    let saved = draft::Entity::update_many()
        .col_expr(draft::Column::About, Expr::value(about.as_str()))
        .col_expr(draft::Column::SavedAt, Expr::value(writing.clock.now()))
        .filter(draft::Column::Id.eq(writing.draft.id));
    touched(saved.exec(txn).await?)?;
    if writing.draft.about == about { Ok(()) } else { history::note(txn, writing, None, Some(about)).await }
}

/// Keeps who answers as far as it is typed, unless the draft holds something else than when it was read.
pub async fn keep_about(services: &Services, draft: &Draft, about: &About) -> Result<Saved, Failure> {
    let (id, before, about) = (draft.id, draft.about.clone(), text(about)?);
    let (by, clock, written) =
        (services.by.clone(), services.clock.clone(), entering::written(services, draft));
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let row = locked(txn, &by, id).await?;
                if parsed::<About>(&row.about)? != before {
                    return Ok(Saved::Overtaken);
                }
                let writing = Writing { draft: &row, by: &by, clock: &clock, typed: true, wording: None };
                put_about(txn, &writing, about).await?;
                written.record(txn).await?;
                Ok::<_, Failure>(Saved::Kept)
            })
        })
        .await
}

/// Whether an answer was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    Kept,
    /// It was not: something else was kept since the draft was read.
    Overtaken,
}

/// Keeps one answer to a question as it is worded now, or forgets it where it was left blank, unless the draft holds something
/// else than when it was read.
pub async fn save_answer(
    services: &Services,
    draft: &Draft,
    question: Uuid,
    answer: Option<&Answer>,
) -> Result<Saved, Failure> {
    save_from_page(services, draft, question, answer, FromPage::default()).await
}

/// What a page says of the answer that it sends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FromPage {
    /// Whether it is still being typed.
    pub typed: bool,
    /// The wording of the question that it showed, counted from 1; that of now, where it does not say.
    pub wording: Option<u32>,
}

/// The same of an answer that comes from a page.
pub async fn save_from_page(
    services: &Services,
    draft: &Draft,
    question: Uuid,
    answer: Option<&Answer>,
    page: FromPage,
) -> Result<Saved, Failure> {
    let FromPage { typed, wording } = page;
    let before = draft.answers.get(&question).cloned();
    let written = entering::written(services, draft);
    let (draft, answer) = (draft.id, answer.cloned());
    let (by, clock) = (services.by.clone(), services.clock.clone());
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let row = locked(txn, &by, draft).await?;
                if held(txn, draft, question).await? != before {
                    return Ok(Saved::Overtaken);
                }
                let writing = Writing { draft: &row, by: &by, clock: &clock, typed, wording };
                put_answer(txn, &writing, question, answer.as_ref()).await?;
                written.record(txn).await?;
                Ok::<_, Failure>(Saved::Kept)
            })
        })
        .await
}

/// What a draft holds in answer to a question. The draft must be locked: of two windows that keep something at one moment,
/// the second sees what the first has kept.
pub(super) async fn held(
    txn: &impl ConnectionTrait,
    draft: Uuid,
    question: Uuid,
) -> Result<Option<Answer>, Failure> {
    let held = draft_answer::Entity::find()
        .filter(draft_answer::Column::DraftId.eq(draft))
        .filter(draft_answer::Column::QuestionId.eq(question))
        .one(txn)
        .await?;
    Ok(held.map(|row| parsed(&row.value)).transpose()?)
}

/// Holds a draft that was not sent, or is being changed, until the transaction ends, for somebody who writes to it. One that
/// members write together is for those who are members at this moment.
pub(super) async fn locked(
    txn: &impl ConnectionTrait,
    by: &Actor,
    draft: Uuid,
) -> Result<draft::Model, Failure> {
    let row = draft::Entity::find_by_id(draft).lock_exclusive().one(txn).await?;
    let row = row.ok_or(Failure::NotFound("draft"))?;
    if let Some(organisation) = row.organisation_id {
        together::allowed(txn, by, organisation, Action::WriteForOrganisation).await?;
    }
    not_sent(row)
}

/// The same for somebody who has a link to it and changes nothing of it.
pub(super) async fn locked_by_link(txn: &impl ConnectionTrait, draft: Uuid) -> Result<draft::Model, Failure> {
    let row = draft::Entity::find_by_id(draft).lock_exclusive().one(txn).await?;
    not_sent(row.ok_or(Failure::NotFound("draft"))?)
}

fn not_sent(row: draft::Model) -> Result<draft::Model, Failure> {
    let sent = row.submitted_at.is_some() && row.changing_since.is_none();
    if sent { Err(Failure::Refused("error-draft-submitted")) } else { Ok(row) }
}

/// Somebody who writes to a draft that is held.
pub(super) struct Writing<'w> {
    pub draft: &'w draft::Model,
    pub by: &'w Actor,
    pub clock: &'w Clock,
    /// Whether they are still typing.
    pub typed: bool,
    /// The wording of the question that they were shown, where their page says which.
    pub wording: Option<u32>,
}

/// Keeps one answer, or forgets it, in the transaction of something more.
pub(super) async fn put_answer(
    txn: &impl ConnectionTrait,
    writing: &Writing<'_>,
    question: Uuid,
    answer: Option<&Answer>,
) -> Result<(), Failure> {
    let (draft, now) = (writing.draft.id, writing.clock.now());
    let saved = draft::Entity::update_many()
        .col_expr(draft::Column::SavedAt, Expr::value(now))
        .filter(draft::Column::Id.eq(draft));
    touched(saved.exec(txn).await?)?;
    let value = answer.map(text).transpose()?;
    if let Some(value) = value.clone() {
        put_value(txn, writing, question, value).await?;
    } else {
        let mine = draft_answer::Entity::delete_many()
            .filter(draft_answer::Column::DraftId.eq(draft))
            .filter(draft_answer::Column::QuestionId.eq(question));
        mine.exec(txn).await?;
    }
    history::note(txn, writing, Some(question), value).await
}

async fn put_value(
    txn: &impl ConnectionTrait,
    writing: &Writing<'_>,
    question: Uuid,
    value: String,
) -> Result<(), Failure> {
    let now = wording_now(txn, question).await?;
    let wording = writing.wording.map_or(now, |shown| shown.clamp(1, now));
    let row = draft_answer::ActiveModel {
        id: Set(writing.clock.id()),
        draft_id: Set(writing.draft.id),
        question_id: Set(question),
        value: Set(value),
        saved_at: Set(writing.clock.now()),
        wording: Set(wording as i32),
    };
    let same = OnConflict::columns([draft_answer::Column::DraftId, draft_answer::Column::QuestionId])
        .update_columns([
            draft_answer::Column::Value,
            draft_answer::Column::SavedAt,
            draft_answer::Column::Wording,
        ])
        .to_owned();
    draft_answer::Entity::insert(row).on_conflict(same).exec_without_returning(txn).await?;
    Ok(())
}

/// Whether there was such a draft.
fn touched(saved: UpdateResult) -> Result<(), Failure> {
    if saved.rows_affected > 0 { Ok(()) } else { Err(Failure::NotFound("draft")) }
}

pub(super) fn text(value: &impl serde::Serialize) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|error| StoreError::corrupt("a draft", error.to_string()))
}

pub(super) fn parsed<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|error| StoreError::corrupt("a draft", error.to_string()))
}
