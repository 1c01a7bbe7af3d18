//! Answers of earlier responses of one's own: those that one keeps, or that one's organisation has sent together.

use chrono::{DateTime, Utc};
use domain::calls::{Given, Question, QuestionKind};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::calls::{self, Call, Questionnaire};
use crate::responses::{AnswerText, Draft, read};
use crate::store::entities::{draft, kept_response, response};
use crate::{Failure, Services};

/// An answer that can be used again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    pub id: Uuid,
    pub question: String,
    pub text: String,
}

/// A response that was sent earlier, with what can be used of it.
#[derive(Clone, Debug)]
pub struct EarlierResponse {
    pub call: Call,
    pub sent_at: DateTime<Utc>,
    pub answers: Vec<Earlier>,
}

/// Whether answers of others can be used for a question: where something is written.
pub const fn takes(asked: &Question) -> bool {
    matches!(asked.kind(), QuestionKind::ShortText | QuestionKind::LongText)
}

/// The responses of whoever writes this draft, the latest first, with their texts that could answer this question.
pub async fn list(
    services: &Services,
    draft: &Draft,
    asked: &Question,
) -> Result<Vec<EarlierResponse>, Failure> {
    if !takes(asked) {
        return Ok(Vec::new());
    }
    let own = own(services, draft).await?;
    let read = services.db.read();
    let sent = response::Entity::find()
        .filter(response::Column::IdempotencyKey.is_in(own))
        .filter(response::Column::WithdrawnAt.is_null())
        .order_by_desc(response::Column::SubmittedAt)
        .order_by_desc(response::Column::Id)
        .all(read)
        .await?;
    let mut found = Vec::new();
    for row in sent {
        let call = calls::by_id(services, row.call_id).await?;
        let form = calls::form(services, &call).await?;
        let answers = usable(&form, read::answers(services, row.id).await?);
        if !answers.is_empty() {
            found.push(EarlierResponse { call, sent_at: row.submitted_at, answers });
        }
    }
    Ok(found)
}

/// Those of these answers that are written.
fn usable(form: &Questionnaire, answers: Vec<AnswerText>) -> Vec<Earlier> {
    let one = |answer: AnswerText| {
        let question = form.as_answered(answer.question, answer.wording).filter(takes)?;
        Some(Earlier { id: answer.id, question: question.title, text: answer.text })
    };
    answers.into_iter().filter_map(one).collect()
}

/// Whether whoever writes this draft has sent anything earlier.
pub async fn any(services: &Services, draft: &Draft) -> Result<bool, Failure> {
    let own = own(services, draft).await?;
    let sent = response::Entity::find()
        .filter(response::Column::IdempotencyKey.is_in(own))
        .filter(response::Column::WithdrawnAt.is_null());
    Ok(sent.one(services.db.read()).await?.is_some())
}

/// The keys of what was sent by whoever writes this draft: the organisation whose members write it, or the person who is
/// signed in.
async fn own(services: &Services, held: &Draft) -> Result<Vec<String>, Failure> {
    // What one of the team enters are the words of somebody else.
    if held.keyed.is_some() {
        return Ok(Vec::new());
    }
    let read = services.db.read();
    if let Some(organisation) = held.organisation {
        let sent = draft::Entity::find()
            .filter(draft::Column::OrganisationId.eq(organisation))
            .filter(draft::Column::SubmittedAt.is_not_null());
        return Ok(sent.all(read).await?.into_iter().map(|row| row.id.to_string()).collect());
    }
    let Some(me) = services.by.person() else { return Ok(Vec::new()) };
    let kept = kept_response::Entity::find().filter(kept_response::Column::PersonId.eq(me));
    Ok(kept.all(read).await?.into_iter().map(|row| row.key).collect())
}

/// What a question holds, with an earlier answer below it: nothing is written over, and nothing is kept yet.
pub async fn with(
    services: &Services,
    draft: &Draft,
    asked: &Question,
    earlier: Uuid,
) -> Result<String, Failure> {
    let all = list(services, draft, asked).await?;
    let found = all.into_iter().flat_map(|one| one.answers).find(|answer| answer.id == earlier);
    let text = found.ok_or(Failure::NotFound("answer"))?.text;
    let held = match draft.answers.get(&asked.id).map(|answer| &answer.given) {
        Some(Given::Text(held)) => held.clone(),
        Some(Given::Typed(typed)) => typed
            .iter()
            .find(|(name, _)| name == "answer")
            .map(|(_, value)| value.clone())
            .unwrap_or_default(),
        _ => String::new(),
    };
    let between = if asked.kind() == QuestionKind::LongText { "\n\n" } else { " " };
    Ok(if held.trim().is_empty() { text } else { format!("{held}{between}{text}") })
}
