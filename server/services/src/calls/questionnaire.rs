//! The whole set of questions of a call.

use std::collections::HashMap;

use domain::calls::{Asks, Choice, EndPage, Question, Questionnaire, Rule, Section, Skip, SkipTo};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::{Value, json};
use uuid::Uuid;

use super::corrections;
use crate::StoreError;
use crate::store::entities::{choice, end_page, question, section, skip};
use crate::store::rows;

/// Reads the questions of a call.
pub async fn questionnaire(read: &impl ConnectionTrait, call: Uuid) -> Result<Questionnaire, StoreError> {
    let rows = section::Entity::find()
        .filter(section::Column::CallId.eq(call))
        .order_by_asc(section::Column::Position);
    let mut sections = Vec::new();
    for row in rows.all(read).await? {
        let asked_if = rule(row.asked_if.as_deref())?;
        sections.push(Section { id: row.id, title: row.title, intro: row.intro, asked_if });
    }
    let rows = question::Entity::find()
        .filter(question::Column::CallId.eq(call))
        .order_by_asc(question::Column::Position);
    let rows = rows.all(read).await?;
    let mut choices = choices(read, rows.iter().map(|row| row.id)).await?;
    let mut questions = Vec::with_capacity(rows.len());
    for row in rows {
        let offered = choices.remove(&row.id).unwrap_or_default();
        questions.push(question_of(row, offered)?);
    }
    let place = |q: &Question| sections.iter().position(|section| section.id == q.section);
    questions.sort_by_key(place);
    let mut skips = skips(read, call).await?;
    let after = |skip: &Skip| questions.iter().position(|asked| asked.id == skip.after);
    skips.sort_by_key(after);
    let (ends, corrections) = (ends(read, call).await?, corrections::of_call(read, call).await?);
    Ok(Questionnaire { skips, ends, corrections, sections, questions })
}

/// The skips of a call, those after one question in the order in which they are looked at.
async fn skips(read: &impl ConnectionTrait, call: Uuid) -> Result<Vec<Skip>, StoreError> {
    let rows = skip::Entity::find()
        .filter(skip::Column::CallId.eq(call))
        .order_by_asc(skip::Column::Position)
        .order_by_asc(skip::Column::Id);
    let skip = |row: skip::Model| {
        let to = row.end_id.map(SkipTo::End).or(row.section_id.map(SkipTo::Section));
        let to = to.ok_or_else(|| StoreError::corrupt("a skip", row.id.to_string()))?;
        Ok(Skip { id: row.id, after: row.question_id, rule: rule(row.rule.as_deref())?, to })
    };
    rows.all(read).await?.into_iter().map(skip).collect()
}

async fn ends(read: &impl ConnectionTrait, call: Uuid) -> Result<Vec<EndPage>, StoreError> {
    let rows = end_page::Entity::find()
        .filter(end_page::Column::CallId.eq(call))
        .order_by_asc(end_page::Column::Position)
        .order_by_asc(end_page::Column::Id);
    let end =
        |row: end_page::Model| EndPage { id: row.id, title: row.title, text: row.text, sends: row.sends };
    Ok(rows.all(read).await?.into_iter().map(end).collect())
}

/// The numbers of all questions of these calls, each in its own form.
pub(crate) async fn numbers(
    read: &impl ConnectionTrait,
    calls: impl IntoIterator<Item = Uuid>,
) -> Result<HashMap<Uuid, usize>, StoreError> {
    let calls: Vec<Uuid> = calls.into_iter().collect();
    let sections =
        rows::by::<section::Entity>(read, section::Column::CallId, calls.iter().copied(), |row| row.id);
    let sections: HashMap<Uuid, i32> =
        sections.await?.into_iter().map(|(id, row)| (id, row.position)).collect();
    let mut asked = rows::having::<question::Entity>(read, question::Column::CallId, calls).await?;
    asked.sort_by_key(|row| (row.call_id, sections.get(&row.section_id).copied(), row.position));
    let numbered = asked.chunk_by(|one, other| one.call_id == other.call_id);
    Ok(numbered.flat_map(|form| form.iter().map(|row| row.id).zip(1..)).collect())
}

async fn choices(
    read: &impl ConnectionTrait,
    questions: impl Iterator<Item = Uuid>,
) -> Result<HashMap<Uuid, Vec<Choice>>, StoreError> {
    let rows = choice::Entity::find()
        .filter(choice::Column::QuestionId.is_in(questions))
        .order_by_asc(choice::Column::Position);
    let mut found: HashMap<Uuid, Vec<Choice>> = HashMap::new();
    for row in rows.all(read).await? {
        let choice = Choice { id: row.id, label: row.label, alone: row.alone };
        found.entry(row.question_id).or_default().push(choice);
    }
    Ok(found)
}

fn question_of(row: question::Model, choices: Vec<Choice>) -> Result<Question, StoreError> {
    Ok(Question {
        asks: asks(row.kind, row.settings.as_deref())?,
        asked_if: rule(row.asked_if.as_deref())?,
        id: row.id,
        section: row.section_id,
        title: row.title,
        help: row.help,
        required: row.required,
        choices,
    })
}

/// A kind and its settings, which are a column each.
pub(super) fn asks(kind: String, settings: Option<&str>) -> Result<Asks, StoreError> {
    let settings = settings.map_or_else(|| Ok(json!({})), serde_json::from_str);
    let settings: Value = settings.map_err(|error| StoreError::corrupt("settings", error.to_string()))?;
    serde_json::from_value(json!({ kind: settings }))
        .map_err(|error| StoreError::corrupt("a kind of question", error.to_string()))
}

/// The settings of a kind as their column has them.
pub(super) fn settings(asks: &Asks) -> Result<Option<String>, StoreError> {
    let held = serde_json::to_value(asks);
    let held = held.map_err(|error| StoreError::corrupt("a kind of question", error.to_string()))?;
    let settings = held.get(asks.kind().as_str()).filter(|settings| **settings != json!({}));
    Ok(settings.map(Value::to_string))
}

fn rule(held: Option<&str>) -> Result<Option<Rule>, StoreError> {
    let rule = held.map(serde_json::from_str).transpose();
    rule.map_err(|error| StoreError::corrupt("a rule", error.to_string()))
}

/// A rule as its column has it.
pub(super) fn rule_text(rule: Option<&Rule>) -> Result<Option<String>, StoreError> {
    let text = rule.map(serde_json::to_string).transpose();
    text.map_err(|error| StoreError::corrupt("a rule", error.to_string()))
}
