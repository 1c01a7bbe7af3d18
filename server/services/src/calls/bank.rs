//! The question bank. A call takes copies out of it: what was asked stays what it was, whatever becomes of the bank.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::audit::{Act, Subject};
use domain::calls::bank::{BankDetails, finds};
use domain::calls::{Choice, Label, Question, QuestionDetails};
use domain::people::Scope;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder,
};
use uuid::Uuid;

use super::edit::{self, Added};
use super::questionnaire::{asks, settings};
use super::{Call, questionnaire};
use crate::audit::Entry;
use crate::store::entities::{bank_question as bank, call, question};
use crate::store::rows;
use crate::{Failure, Services, StoreError};

/// A question of the bank.
#[derive(Clone, Debug, PartialEq)]
pub struct Banked {
    /// In no section, and with no rule.
    pub question: Question,
    pub note: String,
    pub kept_at: DateTime<Utc>,
    /// The calls that took it from here, the latest first.
    pub asked_in: Vec<Call>,
}

/// The questions in which all of these words are, in the order of their titles.
pub async fn list(services: &Services, words: &str) -> Result<Vec<Banked>, Failure> {
    let read = services.db.read();
    let mut found = Vec::new();
    for row in bank::Entity::find().order_by_asc(bank::Column::Id).all(read).await? {
        let (note, kept_at) = (row.note.clone(), row.kept_at);
        let question = question_of(row)?;
        if finds(words, &question, &note) {
            found.push(Banked { question, note, kept_at, asked_in: Vec::new() });
        }
    }
    let mut taken = taken(read, found.iter().map(|held| held.question.id)).await?;
    for held in &mut found {
        held.asked_in = taken.remove(&held.question.id).unwrap_or_default();
    }
    found.sort_by_cached_key(|held| held.question.title.to_lowercase());
    Ok(found)
}

/// The calls that took each of these.
async fn taken(
    read: &impl ConnectionTrait,
    ids: impl Iterator<Item = Uuid>,
) -> Result<HashMap<Uuid, Vec<Call>>, Failure> {
    let copies = question::Entity::find().filter(question::Column::BankId.is_in(ids)).all(read).await?;
    let callers = copies.iter().map(|row| row.call_id);
    let callers = rows::by::<call::Entity>(read, call::Column::Id, callers, |row| row.id).await?;
    let mut found: HashMap<Uuid, Vec<Call>> = HashMap::new();
    for row in copies {
        let (Some(from), Some(call)) = (row.bank_id, callers.get(&row.call_id)) else { continue };
        let of = found.entry(from).or_default();
        if !of.iter().any(|held| held.id == call.id) {
            of.push(call.clone().try_into()?);
        }
    }
    for of in found.values_mut() {
        of.sort_by_key(|call| std::cmp::Reverse((call.times.opens, call.id)));
    }
    Ok(found)
}

/// One question of the bank, and its note.
pub async fn find(services: &Services, id: Uuid) -> Result<(Question, String), Failure> {
    let row = row(services.db.read(), id).await?;
    let note = row.note.clone();
    Ok((question_of(row)?, note))
}

async fn row(read: &impl ConnectionTrait, id: Uuid) -> Result<bank::Model, Failure> {
    bank::Entity::find_by_id(id).one(read).await?.ok_or(Failure::NotFound("question"))
}

fn question_of(row: bank::Model) -> Result<Question, StoreError> {
    let corrupt = |error: serde_json::Error| StoreError::corrupt("choices", error.to_string());
    Ok(Question {
        asks: asks(row.kind, row.settings.as_deref())?,
        choices: serde_json::from_str::<Vec<Choice>>(&row.choices).map_err(corrupt)?,
        id: row.id,
        section: Uuid::nil(),
        title: row.title,
        help: row.help,
        required: row.required,
        asked_if: None,
    })
}

/// Adds a question to the bank, or changes the one with this id. Calls that took it keep it as they took it.
pub async fn put(services: &Services, id: Option<Uuid>, details: BankDetails) -> Result<Uuid, Failure> {
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let held = match id {
                    Some(id) => Some(question_of(row(txn, id).await?)?),
                    None => None,
                };
                let asked = edit::question_of(&recorder.clock, held.as_ref(), details.question);
                let mut row = row_of(&asked, details.note)?;
                let act = if held.is_some() {
                    row.update(txn).await?;
                    Act::BankQuestionChanged
                } else {
                    row.kept_by = Set(recorder.by.person());
                    row.kept_at = Set(recorder.clock.now());
                    row.insert(txn).await?;
                    Act::BankQuestionKept
                };
                recorder.record(txn, entry(act, asked.id, &asked.title)).await?;
                Ok(asked.id)
            })
        })
        .await
}

/// Keeps a question of a call in the bank, from which it then comes. One that came from there already is refused.
pub async fn keep(services: &Services, call: Uuid, id: Uuid, note: String) -> Result<Uuid, Failure> {
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let form = questionnaire(txn, call).await?;
                let asked = form.question(id).ok_or(Failure::NotFound("question"))?;
                let row = question::Entity::find_by_id(id).one(txn).await?;
                let row = row.ok_or(Failure::NotFound("question"))?;
                if let Some(from) = row.bank_id
                    && bank::Entity::find_by_id(from).one(txn).await?.is_some()
                {
                    return Err(Failure::Refused("error-bank-kept"));
                }
                let details = QuestionDetails { asked_if: None, ..details_of(asked) };
                let kept = edit::question_of(&recorder.clock, None, details);
                let mut banked = row_of(&kept, note)?;
                banked.kept_by = Set(recorder.by.person());
                banked.kept_at = Set(recorder.clock.now());
                banked.insert(txn).await?;
                let mut row = row.into_active_model();
                row.bank_id = Set(Some(kept.id));
                row.update(txn).await?;
                recorder.record(txn, entry(Act::BankQuestionKept, kept.id, &kept.title)).await?;
                Ok(kept.id)
            })
        })
        .await
}

/// Puts copies of these questions at the end of a section of a call, in this order. Refused once people have begun to
/// answer, as any new question is.
pub async fn take(services: &Services, call: Uuid, section: Uuid, ids: Vec<Uuid>) -> Result<(), Failure> {
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let mut added = Vec::new();
                for id in ids {
                    let held = question_of(row(txn, id).await?)?;
                    let details = QuestionDetails { section, ..details_of(&held) };
                    added.push(Added { details, bank: Some(id) });
                }
                edit::add_questions(txn, &recorder, call, added).await
            })
        })
        .await
}

/// Takes a question out of the bank. Calls that took it keep it.
pub async fn remove(services: &Services, id: Uuid) -> Result<(), Failure> {
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let title = row(txn, id).await?.title;
                bank::Entity::delete_by_id(id).exec(txn).await?;
                recorder.record(txn, entry(Act::BankQuestionRemoved, id, &title)).await?;
                Ok(())
            })
        })
        .await
}

/// What was typed for a question.
fn details_of(asked: &Question) -> QuestionDetails {
    let label = |choice: &Choice| Label { text: choice.label.clone(), alone: choice.alone };
    QuestionDetails {
        help: asked.help.clone(),
        required: asked.required,
        choices: asked.choices.iter().map(label).collect(),
        ..QuestionDetails::new(asked.section, &asked.title, asked.asks.clone())
    }
}

fn row_of(asked: &Question, note: String) -> Result<bank::ActiveModel, Failure> {
    let choices = serde_json::to_string(&asked.choices)
        .map_err(|error| StoreError::corrupt("choices", error.to_string()))?;
    Ok(bank::ActiveModel {
        id: Set(asked.id),
        title: Set(asked.title.clone()),
        help: Set(asked.help.clone()),
        required: Set(asked.required),
        kind: Set(asked.kind().to_string()),
        settings: Set(settings(&asked.asks)?),
        choices: Set(choices),
        note: Set(note),
        ..Default::default()
    })
}

fn entry(act: Act, id: Uuid, title: &str) -> Entry {
    Entry::new(act, Scope::Platform, Subject::BankQuestion, id).with("title", title)
}
