//! The whole set of questions of a call.

use std::collections::HashMap;

use domain::calls::{Choice, Question, QuestionKind};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::StoreError;
use crate::store::entities::{choice, question, section};

/// A group of questions under a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    pub id: Uuid,
    pub title: String,
    pub intro: String,
}

/// Sections in order, and every question in the order in which it is asked: section by section.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Questionnaire {
    pub sections: Vec<Section>,
    pub questions: Vec<Question>,
}

impl Questionnaire {
    /// The question with this id.
    pub fn question(&self, id: Uuid) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }

    /// The number of a question, counted from 1 over the whole form.
    pub fn number(&self, id: Uuid) -> Option<usize> {
        self.questions.iter().position(|question| question.id == id).map(|at| at + 1)
    }

    /// The questions of a section with their numbers.
    pub fn of_section(&self, section: Uuid) -> impl Iterator<Item = (usize, &Question)> {
        self.questions
            .iter()
            .enumerate()
            .filter(move |(_, q)| q.section == section)
            .map(|(at, q)| (at + 1, q))
    }
}

/// Reads the questions of a call.
pub async fn questionnaire(read: &impl ConnectionTrait, call: Uuid) -> Result<Questionnaire, StoreError> {
    let sections = section::Entity::find()
        .filter(section::Column::CallId.eq(call))
        .order_by_asc(section::Column::Position);
    let sections: Vec<Section> = sections
        .all(read)
        .await?
        .into_iter()
        .map(|row| Section { id: row.id, title: row.title, intro: row.intro })
        .collect();
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
    Ok(Questionnaire { sections, questions })
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
        found.entry(row.question_id).or_default().push(Choice { id: row.id, label: row.label });
    }
    Ok(found)
}

fn question_of(row: question::Model, choices: Vec<Choice>) -> Result<Question, StoreError> {
    let asked_if = row.asked_if.as_deref().map(serde_json::from_str).transpose();
    Ok(Question {
        id: row.id,
        section: row.section_id,
        kind: QuestionKind::parse(&row.kind)
            .ok_or_else(|| StoreError::corrupt("a kind of question", &row.kind))?,
        title: row.title,
        help: row.help,
        required: row.required,
        word_limit: row.word_limit.and_then(|limit| u32::try_from(limit).ok()),
        choices,
        asked_if: asked_if.map_err(|error| StoreError::corrupt("a condition", error.to_string()))?,
    })
}
