//! Which answers of a response stay, which count no more, and which are new.

use std::collections::{BTreeSet, HashMap};

use domain::calls::Answer;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::responses::submit::SubmittedAnswer;
use crate::store::entities::{answer, answer_choice};
use crate::store::rows;
use crate::{Failure, StoreError};

/// An answer that counts.
pub struct Held {
    pub row: answer::Model,
    choices: BTreeSet<Uuid>,
    value: Option<Answer>,
}

impl Held {
    /// Whether this is what was given, to the same words. What a document says was read later: its answer names it by the hash
    /// of its bytes.
    fn is(&self, given: &SubmittedAnswer) -> bool {
        let documents = self.value.as_ref().is_some_and(|value| !value.documents().is_empty());
        self.value == given.value
            && given.wording.is_none_or(|wording| self.row.wording == wording as i32)
            && (documents || self.row.text == given.text)
            && self.choices == given.choices.iter().copied().collect()
    }
}

/// The answers of a response that count, in their order.
pub async fn held(read: &impl ConnectionTrait, response: Uuid) -> Result<Vec<Held>, Failure> {
    let answers = answer::Entity::find()
        .filter(answer::Column::ResponseId.eq(response))
        .filter(answer::Column::ReplacedIn.is_null())
        .order_by_asc(answer::Column::Position)
        .all(read)
        .await?;
    let ids = answers.iter().map(|row| row.id);
    let chosen = rows::having::<answer_choice::Entity>(read, answer_choice::Column::AnswerId, ids).await?;
    let mut choices: HashMap<Uuid, BTreeSet<Uuid>> = HashMap::new();
    for row in chosen {
        choices.entry(row.answer_id).or_default().insert(row.choice_id);
    }
    let corrupt = |error: serde_json::Error| StoreError::corrupt("an answer", error.to_string());
    let held = |row: answer::Model| {
        Ok(Held {
            choices: choices.remove(&row.id).unwrap_or_default(),
            value: row.value.as_deref().map(serde_json::from_str).transpose().map_err(corrupt)?,
            row,
        })
    };
    answers.into_iter().map(held).collect()
}

/// How the answers of one version become those of the next.
pub struct Plan<'h> {
    held: &'h [Held],
    /// For each answer that was given, the one that is there and says the same.
    stays: Vec<Option<&'h Held>>,
    /// The questions of the answers that were given.
    questions: Vec<Uuid>,
}

impl<'h> Plan<'h> {
    /// Compares what is there with what was given.
    pub fn new(held: &'h [Held], given: &[SubmittedAnswer]) -> Result<Self, StoreError> {
        let questions: Vec<Uuid> = given.iter().map(|given| given.question).collect();
        let distinct: BTreeSet<&Uuid> = questions.iter().collect();
        if distinct.len() < questions.len() {
            return Err(StoreError::corrupt("a submission", "two answers to one question"));
        }
        let same = |given: &SubmittedAnswer| {
            held.iter().find(|held| held.row.question_id == given.question && held.is(given))
        };
        Ok(Self { held, stays: given.iter().map(same).collect(), questions })
    }

    /// Whether nothing is other than it was.
    pub fn says_the_same(&self) -> bool {
        let ids = |held: &Held| held.row.id;
        self.stays.len() == self.held.len()
            && self.stays.iter().zip(self.held).all(|(stays, held)| stays.map(ids) == Some(ids(held)))
    }

    /// The answers that stay, where their place is another now.
    pub fn moved(&self) -> impl Iterator<Item = (Uuid, i32)> {
        let places = self.stays.iter().enumerate();
        places
            .filter_map(|(place, stays)| Some((place as i32, (*stays)?)))
            .filter_map(|(place, held)| (held.row.position != place).then_some((held.row.id, place)))
    }

    /// The answers that count no more.
    pub fn gone(&self) -> Vec<Uuid> {
        let stay: BTreeSet<Uuid> = self.stays.iter().flatten().map(|held| held.row.id).collect();
        self.held.iter().map(|held| held.row.id).filter(|id| !stay.contains(id)).collect()
    }

    /// The questions whose answers are new.
    pub fn new_questions(&self) -> Vec<Uuid> {
        let new = self.questions.iter().zip(&self.stays).filter(|(_, stays)| stays.is_none());
        new.map(|(question, _)| *question).collect()
    }

    /// The answers that are new, each with its place.
    pub fn new_answers(&self, given: Vec<SubmittedAnswer>) -> Vec<(usize, SubmittedAnswer)> {
        let new = given.into_iter().enumerate().zip(&self.stays).filter(|(_, stays)| stays.is_none());
        new.map(|(given, _)| given).collect()
    }
}
