//! The exact words of responses, for readers who may see them. Words that a reader may not see are never cut from
//! their answer, so they cannot reach a page.

use std::collections::HashMap;

use domain::calls::kinds::evidence::withheld;
use domain::calls::{Cited, QuestionKind};
use domain::outcomes::{Disclosure, Reader, disclosure, published_name};
use domain::responses::{Consent, RespondentKind};
use domain::text::{Span, slice};
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::{CallName, Viewer, call_names};
use crate::calls::numbers;
use crate::responses::Response;
use crate::store::entities::{answer, code, coding, question, response, wording};
use crate::store::rows;
use crate::{Failure, StoreError};

/// An excerpt as its reader may see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    pub words: String,
    /// The question they answer.
    pub question: String,
    /// The reference of the response, which is a name and no secret.
    pub reference: String,
    pub kind: RespondentKind,
    /// The name they may be shown under, where there is one.
    pub name: Option<String>,
    /// `en` or `cy`: the language of the words.
    pub language: String,
    /// The paragraphs in which they stand, where these have numbers.
    pub cited: Option<Cited>,
    /// The codes on these words, by name.
    pub themes: Vec<String>,
    pub call: CallName,
    /// Whether whoever gave the answer has changed it since.
    pub changed: bool,
    /// Only for the team.
    pub team: Option<TeamView>,
}

/// What only the team sees of an excerpt: where it is, and what its respondent lets it publish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TeamView {
    /// The row that picked it, for whoever takes it out again.
    pub picked: Uuid,
    pub answer: Uuid,
    pub span: Span,
    pub consent: Consent,
}

/// Words that someone picked, on their way to a reader.
pub(crate) struct Picked {
    pub id: Uuid,
    pub answer: Uuid,
    pub span: Span,
    /// Whether what they support is published.
    pub published: bool,
}

/// A picked excerpt after the rule was applied; nothing where it is withheld.
pub(crate) struct Judged {
    pub response: Uuid,
    /// Whether the response was withdrawn by whoever sent it.
    pub withdrawn: bool,
    pub excerpt: Option<Excerpt>,
}

/// Everything around the picked words.
struct Around {
    answers: HashMap<Uuid, answer::Model>,
    responses: HashMap<Uuid, Response>,
    questions: HashMap<Uuid, question::Model>,
    /// What questions were called before their words were put right, by the number of the wording.
    worded: HashMap<(Uuid, i32), String>,
    numbers: HashMap<Uuid, usize>,
    calls: HashMap<Uuid, CallName>,
    themes: HashMap<Uuid, Vec<Theme>>,
}

/// A code on a whole answer or on a part of it.
struct Theme {
    span: Option<Span>,
    name: String,
}

/// Applies the rule of consent to picked words, in their order.
pub(crate) async fn judge(
    read: &impl ConnectionTrait,
    viewer: Viewer<'_>,
    picked: &[Picked],
) -> Result<Vec<Judged>, Failure> {
    let around = around(read, picked).await?;
    picked.iter().map(|one| around.judge(viewer, one)).collect()
}

impl Around {
    fn judge(&self, viewer: Viewer<'_>, picked: &Picked) -> Result<Judged, Failure> {
        let answer = self.answers.get(&picked.answer).ok_or(Failure::NotFound("answer"))?;
        let response = self.responses.get(&answer.response_id).ok_or(Failure::NotFound("response"))?;
        let reader = viewer.reader_of(response.id, response.call);
        let consent = self.consent(answer, response, picked)?;
        // What was withdrawn is read by nobody.
        let disclosed = match response.withdrawn_at {
            Some(_) => Disclosure::Nothing,
            None => disclosure(reader, consent, picked.published),
        };
        let excerpt = match disclosed {
            Disclosure::Nothing => None,
            Disclosure::Words | Disclosure::WordsAndName => {
                Some(self.excerpt(reader, (consent, disclosed), picked, answer, response)?)
            }
        };
        Ok(Judged { response: response.id, withdrawn: response.withdrawn_at.is_some(), excerpt })
    }

    /// Whether these words may be published: as the respondent said of all, and not where they are of a piece of evidence of
    /// which nobody said that it may be.
    fn consent(
        &self,
        answer: &answer::Model,
        response: &Response,
        picked: &Picked,
    ) -> Result<Consent, StoreError> {
        let asked = self.questions.get(&answer.question_id);
        let evidence = asked.is_some_and(|asked| asked.kind == QuestionKind::Evidence.as_str());
        let Some(value) = answer.value.as_deref().filter(|_| evidence) else { return Ok(response.consent) };
        let given = serde_json::from_str(value)
            .map_err(|error| StoreError::corrupt("an answer", error.to_string()))?;
        let closed = withheld(&given, &answer.text).iter().any(|span| span.overlaps(picked.span));
        Ok(if closed { Consent::NotAtAll } else { response.consent })
    }

    fn excerpt(
        &self,
        reader: Reader,
        (consent, disclosed): (Consent, Disclosure),
        picked: &Picked,
        answer: &answer::Model,
        response: &Response,
    ) -> Result<Excerpt, Failure> {
        let words = slice(&answer.text, picked.span)
            .ok_or_else(|| StoreError::corrupt("an excerpt", picked.id.to_string()))?;
        // The name of an organisation is nobody's personal data.
        let (team, organised) = (reader.sees_unpublished(), response.kind == RespondentKind::Organisation);
        let name = published_name(response.kind, &response.name, &response.organisation)
            .filter(|_| disclosed == Disclosure::WordsAndName || (team && organised));
        // How the team codes is its own until it has published something that rests on it.
        let themes = if reader.sees_unpublished() || picked.published {
            self.themes_on(answer.id, picked.span)
        } else {
            Vec::new()
        };
        Ok(Excerpt {
            words: words.to_owned(),
            question: self.asked(answer),
            reference: response.reference.clone(),
            kind: response.kind,
            name: name.map(str::to_owned),
            language: response.language.clone(),
            cited: self.cited(answer, picked.span),
            themes,
            call: self.calls.get(&response.call).cloned().ok_or(Failure::NotFound("call"))?,
            changed: answer.replaced_in.is_some(),
            team: team.then_some(TeamView {
                picked: picked.id,
                answer: answer.id,
                span: picked.span,
                consent,
            }),
        })
    }

    /// What was asked, in the words in which it was answered.
    fn asked(&self, answer: &answer::Model) -> String {
        let then = self.worded.get(&(answer.question_id, answer.wording)).cloned();
        let now = || self.questions.get(&answer.question_id).map(|asked| asked.title.clone());
        then.or_else(now).unwrap_or_default()
    }

    fn cited(&self, answer: &answer::Model, words: Span) -> Option<Cited> {
        let kind = QuestionKind::parse(&self.questions.get(&answer.question_id)?.kind)?;
        let number = self.numbers.get(&answer.question_id).filter(|_| kind.is_cited(&answer.text))?;
        Cited::of(*number, &answer.text, words)
    }

    fn themes_on(&self, answer: Uuid, span: Span) -> Vec<String> {
        let on_answer = self.themes.get(&answer).map(Vec::as_slice).unwrap_or_default();
        let touching = on_answer.iter().filter(|theme| theme.span.is_none_or(|other| other.overlaps(span)));
        let mut names: Vec<String> = touching.map(|theme| theme.name.clone()).collect();
        names.sort();
        names.dedup();
        names
    }
}

async fn around(read: &impl ConnectionTrait, picked: &[Picked]) -> Result<Around, StoreError> {
    let ids = picked.iter().map(|one| one.answer);
    let answers = rows::by::<answer::Entity>(read, answer::Column::Id, ids, |row| row.id).await?;
    let ids = answers.values().map(|row| row.response_id);
    let found = rows::having::<response::Entity>(read, response::Column::Id, ids).await?;
    let responses = found
        .into_iter()
        .map(|row| Ok((row.id, Response::try_from(row)?)))
        .collect::<Result<HashMap<_, _>, StoreError>>()?;
    let ids = answers.values().map(|row| row.question_id);
    let questions = rows::by::<question::Entity>(read, question::Column::Id, ids, |row| row.id).await?;
    let worded = rows::having::<wording::Entity>(read, wording::Column::SubjectId, questions.keys().copied());
    let worded = worded.await?.into_iter().map(|row| ((row.subject_id, row.number), row.title)).collect();
    let numbers = numbers(read, questions.values().map(|row| row.call_id)).await?;
    let calls = call_names(read, responses.values().map(|response| response.call)).await?;
    let themes = themes(read, answers.keys().copied()).await?;
    Ok(Around { answers, responses, questions, worded, numbers, calls, themes })
}

/// The codes in use on these answers: not those removed, nor those of codes that are retired.
async fn themes(
    read: &impl ConnectionTrait,
    answers: impl IntoIterator<Item = Uuid>,
) -> Result<HashMap<Uuid, Vec<Theme>>, StoreError> {
    let codings = rows::having::<coding::Entity>(read, coding::Column::AnswerId, answers).await?;
    let codes =
        rows::by::<code::Entity>(read, code::Column::Id, codings.iter().map(|row| row.code_id), |row| row.id)
            .await?;
    let mut found: HashMap<Uuid, Vec<Theme>> = HashMap::new();
    for row in codings.into_iter().filter(|row| row.removed_at.is_none()) {
        if let Some(code) = codes.get(&row.code_id).filter(|code| code.retired_at.is_none()) {
            let span = row.start_at.zip(row.end_at).map(|(start, end)| span_of(start, end));
            found.entry(row.answer_id).or_default().push(Theme { span, name: code.name.clone() });
        }
    }
    Ok(found)
}

/// A stored span. One that is negative is empty, and an empty one has no words.
pub(crate) fn span_of(start: i32, end: i32) -> Span {
    Span { start: usize::try_from(start).unwrap_or_default(), end: usize::try_from(end).unwrap_or_default() }
}
