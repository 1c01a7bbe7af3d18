//! Reading what came in.

use std::borrow::Cow;
use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::calls::{Answer, Entry, Given};
use domain::responses::{About, Consent, RespondentKind, Sector};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::personal;
use crate::store::entities::{answer, response};
use crate::{Failure, Services, StoreError};

/// A response as the team reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    pub id: Uuid,
    pub call: Uuid,
    pub reference: String,
    pub kind: RespondentKind,
    pub name: String,
    pub on_behalf_of: String,
    pub organisation: String,
    pub sector: Option<Sector>,
    pub system: Option<Uuid>,
    /// For how many people or organisations it speaks, where it says so.
    pub represented: Option<u32>,
    pub channel: String,
    pub language: String,
    pub consent: Consent,
    pub submitted_at: DateTime<Utc>,
    pub invented: bool,
    /// Whether it came after closing, by leave of the team.
    pub late: bool,
    /// Which version of it counts, from 1: it was changed one time fewer.
    pub version: u32,
    /// When the version that counts was sent, where it is not the first.
    pub changed_at: Option<DateTime<Utc>>,
    /// When it was withdrawn. Nobody reads one that was.
    pub(crate) withdrawn_at: Option<DateTime<Utc>>,
    /// Whether the names of people are kept from whoever reads it.
    pub veiled: bool,
}

impl Response {
    /// The same without the names of people.
    #[must_use]
    pub fn veiled(self) -> Self {
        Self { name: String::new(), on_behalf_of: String::new(), veiled: true, ..self }
    }

    /// Who answered, as they said it.
    pub fn about(&self) -> About {
        About {
            kind: Some(self.kind),
            name: self.name.clone(),
            on_behalf_of: self.on_behalf_of.clone(),
            organisation: self.organisation.clone(),
            sector: self.sector,
            system: self.system,
            consent: Some(self.consent),
            represented: self.represented,
        }
    }
}

/// One answer of a response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerText {
    pub id: Uuid,
    pub question: Uuid,
    /// What may be read, coded, searched and quoted of it.
    pub text: String,
    pub words: usize,
    /// The answer as it was given, where its text does not tell all of it.
    pub value: Option<Answer>,
    /// The wording of the question to which it was given, counted from 1.
    pub wording: u32,
}

impl AnswerText {
    /// What is searched of it. Where each statement is given something, the words are the team's, and they are in every
    /// response: whoever looks for one of them would find all. So it is with the names of the fields of entries, but not with
    /// what stands in them.
    pub fn searched(&self) -> Cow<'_, str> {
        match self.value.as_ref().map(|value| &value.given) {
            Some(Given::Each(_)) => Cow::Borrowed(""),
            Some(Given::Entries(entries)) => {
                let held: Vec<&str> = entries.iter().flat_map(Entry::values).map(String::as_str).collect();
                Cow::Owned(held.join("\n"))
            }
            _ => Cow::Borrowed(&self.text),
        }
    }

    /// Whether it says who somebody is, so that only some may read it. What has no text does, unless it is documents, whose
    /// text comes later.
    pub fn is_private(&self) -> bool {
        self.text.is_empty() && self.value.as_ref().is_none_or(|value| value.documents().is_empty())
    }
}

impl TryFrom<response::Model> for Response {
    type Error = StoreError;

    fn try_from(row: response::Model) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.id,
            call: row.call_id,
            kind: RespondentKind::parse(&row.kind)
                .ok_or_else(|| StoreError::corrupt("a kind of respondent", &row.kind))?,
            consent: Consent::parse(&row.consent)
                .ok_or_else(|| StoreError::corrupt("a consent", &row.consent))?,
            sector: row.sector.as_deref().and_then(Sector::parse),
            reference: row.reference,
            name: row.name,
            on_behalf_of: row.on_behalf_of,
            organisation: row.organisation,
            system: row.system_id,
            represented: row.represented.and_then(|count| u32::try_from(count).ok()),
            channel: row.channel,
            language: row.language,
            submitted_at: row.submitted_at,
            invented: row.invented,
            late: row.late,
            version: row.version as u32,
            changed_at: row.changed_at,
            withdrawn_at: row.withdrawn_at,
            veiled: false,
        })
    }
}

/// How many responses a call has.
pub async fn count(services: &Services, call: Uuid) -> Result<u64, Failure> {
    Ok(standing(call).count(services.db.read()).await?)
}

/// The response of this call with this reference.
pub async fn by_reference(services: &Services, call: Uuid, reference: &str) -> Result<Response, Failure> {
    let row =
        standing(call).filter(response::Column::Reference.eq(reference)).one(services.db.read()).await?;
    Ok(row.ok_or(Failure::NotFound("response"))?.try_into()?)
}

/// The responses of a call in the order in which they came, from this place on, at most `most`, as whoever asks may read
/// them.
pub async fn list(services: &Services, call: Uuid, from: u64, most: u64) -> Result<Vec<Response>, Failure> {
    let rows = in_order(call).offset(from).limit(most).all(services.db.read()).await?;
    let read = |row| Ok(personal::veil(services, Response::try_from(row)?));
    rows.into_iter().map(read).collect()
}

fn in_order(call: Uuid) -> sea_orm::Select<response::Entity> {
    standing(call).order_by_asc(response::Column::SubmittedAt).order_by_asc(response::Column::Id)
}

/// The responses of a call that were not withdrawn. Whatever lists, counts or hands out responses begins here.
pub(crate) fn standing(call: Uuid) -> sea_orm::Select<response::Entity> {
    response::Entity::find()
        .filter(response::Column::CallId.eq(call))
        .filter(response::Column::WithdrawnAt.is_null())
}

/// A response that was withdrawn: all that the team sees of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawn {
    pub reference: String,
    pub at: DateTime<Utc>,
}

/// The responses of a call that were withdrawn, the last first.
pub async fn withdrawn(services: &Services, call: Uuid) -> Result<Vec<Withdrawn>, Failure> {
    let rows = response::Entity::find()
        .filter(response::Column::CallId.eq(call))
        .filter(response::Column::WithdrawnAt.is_not_null())
        .order_by_desc(response::Column::WithdrawnAt)
        .select_only()
        .columns([response::Column::Reference, response::Column::WithdrawnAt])
        .into_tuple::<(String, DateTime<Utc>)>();
    let rows = rows.all(services.db.read()).await?;
    Ok(rows.into_iter().map(|(reference, at)| Withdrawn { reference, at }).collect())
}

/// The answers of one response that count, in the order of the form.
pub async fn answers(services: &Services, response: Uuid) -> Result<Vec<AnswerText>, Failure> {
    Ok(answers_of(services.db.read(), &[response]).await?.remove(&response).unwrap_or_default())
}

/// An answer as it is read.
pub(super) fn text_of(row: answer::Model) -> Result<AnswerText, StoreError> {
    let corrupt = |error: serde_json::Error| StoreError::corrupt("an answer", error.to_string());
    Ok(AnswerText {
        id: row.id,
        question: row.question_id,
        words: row.words as usize,
        text: row.text,
        wording: u32::try_from(row.wording).unwrap_or(1),
        value: row.value.as_deref().map(serde_json::from_str).transpose().map_err(corrupt)?,
    })
}

/// The answers of several responses that count, each in the order of the form.
pub async fn answers_of(
    read: &impl ConnectionTrait,
    responses: &[Uuid],
) -> Result<HashMap<Uuid, Vec<AnswerText>>, StoreError> {
    let mut found: HashMap<Uuid, Vec<AnswerText>> = HashMap::new();
    for part in responses.chunks(500) {
        let rows = answer::Entity::find()
            .filter(answer::Column::ResponseId.is_in(part.iter().copied()))
            .filter(answer::Column::ReplacedIn.is_null())
            .order_by_asc(answer::Column::Position);
        for row in rows.all(read).await? {
            found.entry(row.response_id).or_default().push(text_of(row)?);
        }
    }
    Ok(found)
}
