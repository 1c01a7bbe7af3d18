//! Reading what a response was before, and what was changed.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::responses::About;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::responses::Response;
use crate::responses::read::{AnswerText, answers, text_of};
use crate::store::entities::{answer, response_version};
use crate::{Failure, Services, StoreError};

/// What a response was at some time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Counted from 1.
    pub number: u32,
    pub sent_at: DateTime<Utc>,
    pub about: About,
    /// In the order of the form.
    pub answers: Vec<AnswerText>,
}

impl Version {
    /// The same without the names of people, and without what says who somebody is.
    fn veiled(mut self) -> Self {
        self.about = About { name: String::new(), on_behalf_of: String::new(), ..self.about };
        self.answers.retain(|answer| !answer.is_private());
        self
    }
}

/// Everything that a response was, the first version first and the one that counts last; as whoever asks may read it.
pub async fn of_response(services: &Services, response: &Response) -> Result<Vec<Version>, Failure> {
    let read = services.db.read();
    let rows = response_version::Entity::find()
        .filter(response_version::Column::ResponseId.eq(response.id))
        .order_by_asc(response_version::Column::Number)
        .all(read)
        .await?;
    let ever = answer::Entity::find().filter(answer::Column::ResponseId.eq(response.id)).all(read).await?;
    let mut texts = HashMap::new();
    for row in ever {
        texts.insert(row.id, text_of(row)?);
    }
    let mut versions = Vec::with_capacity(rows.len() + 1);
    for row in rows {
        versions.push(version(row, &texts)?);
    }
    versions.push(Version {
        number: response.version,
        sent_at: response.changed_at.unwrap_or(response.submitted_at),
        about: response.about(),
        answers: answers(services, response.id).await?,
    });
    Ok(if response.veiled { versions.into_iter().map(Version::veiled).collect() } else { versions })
}

fn version(row: response_version::Model, texts: &HashMap<Uuid, AnswerText>) -> Result<Version, StoreError> {
    let corrupt = |error: serde_json::Error| StoreError::corrupt("a version", error.to_string());
    let answers: Vec<Uuid> = serde_json::from_str(&row.answers).map_err(corrupt)?;
    Ok(Version {
        number: row.number as u32,
        sent_at: row.sent_at,
        about: serde_json::from_str(&row.about).map_err(corrupt)?,
        answers: answers.iter().filter_map(|id| texts.get(id).cloned()).collect(),
    })
}

/// An answer that was changed from one version to the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub question: Uuid,
    /// Nothing where nothing was said.
    pub before: Option<AnswerText>,
    pub after: Option<AnswerText>,
}

/// What was changed from one version to the next, in the order of the form.
pub fn changes(before: &Version, after: &Version) -> Vec<Change> {
    let to = |version: &Version, question: Uuid| {
        version.answers.iter().find(|answer| answer.question == question).cloned()
    };
    let after_now = after.answers.iter().map(|answer| answer.question);
    let taken_out = before.answers.iter().map(|answer| answer.question);
    let taken_out = taken_out.filter(|question| to(after, *question).is_none());
    let change = |question| Change { question, before: to(before, question), after: to(after, question) };
    let id = |answer: &Option<AnswerText>| answer.as_ref().map(|answer| answer.id);
    after_now.chain(taken_out).map(change).filter(|change| id(&change.before) != id(&change.after)).collect()
}
