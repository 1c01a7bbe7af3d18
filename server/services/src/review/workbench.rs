//! All that the coding page shows, read at once.

use domain::calls::QuestionKind;
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

use super::coding::of_response;
use super::order::{self, Spot, Way};
use super::progress::RESPONSES;
use super::{Code, Coding, Marked, codebook, marks, reading, sql};
use crate::calls::{numbers, questionnaire};
use crate::responses::documents::{self, Sent};
use crate::responses::personal::{self, Glass};
use crate::responses::{Response, read};
use crate::{Failure, Services, StoreError};

/// A response on the coder's desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workbench {
    /// As whoever asks may read it.
    pub response: Response,
    /// The glass that shows them who wrote it, where they broke it.
    pub glass: Option<Glass>,
    /// In the order of the form.
    pub answers: Vec<WorkbenchAnswer>,
    /// The answers that say who somebody is, with their questions; none for whoever may not see that.
    pub private: Vec<(String, String)>,
    /// What came along.
    pub documents: Vec<Sent>,
    /// Whole answers first, then excerpts from top to bottom, longer ones first.
    pub codings: Vec<Coding>,
    /// Answer by answer, what says where it stands first.
    pub marks: Vec<Marked>,
    /// In the order of the tree, retired codes included: codings can carry them.
    pub codebook: Vec<Code>,
    /// The references of the responses that came just before and just after.
    pub previous: Option<String>,
    pub next: Option<String>,
    /// Its number among the responses of the call, from 1, and how many there are.
    pub number: u64,
    pub of: u64,
    /// Whether this coder has marked it as read.
    pub done: bool,
}

/// An answer with the question it answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkbenchAnswer {
    pub id: Uuid,
    pub question: Uuid,
    pub title: String,
    pub text: String,
    pub words: usize,
    /// The wording of the question to which it was given, counted from 1; the title is that of this wording.
    pub wording: u32,
    /// The number of the question, where the paragraphs of its answer have numbers.
    pub cited: Option<usize>,
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    question_id: Uuid,
    title: String,
    kind: String,
    text: String,
    words: i32,
    wording: i32,
}

/// The response of this call with this reference, as this coder has it before them.
pub async fn workbench(
    services: &Services,
    call: Uuid,
    reference: &str,
    coder: Uuid,
) -> Result<Workbench, Failure> {
    let response = read::by_reference(services, call, reference).await?;
    let spot = Spot { submitted_at: response.submitted_at, id: response.id };
    let db = services.db.read();
    let (answers, codings, marks, codebook, done) = tokio::try_join!(
        answers(db, call, response.id),
        of_response(services, response.id),
        marks::of_response(services, response.id),
        codebook(services, call),
        reading::held(db, response.id, coder),
    )?;
    let (previous, next, before, of) = tokio::try_join!(
        order::beside(db, call, spot, Way::Earlier),
        order::beside(db, call, spot, Way::Later),
        order::before(db, call, spot),
        sql::count(db, RESPONSES, [call.into()]),
    )?;
    let documents = documents::of_response(services, response.id).await?;
    let (response, glass) = personal::look(services, response).await?;
    let private = if response.veiled { Vec::new() } else { private(services, call, response.id).await? };
    let done = done.is_some();
    Ok(Workbench {
        response,
        glass,
        answers,
        private,
        documents,
        codings,
        marks,
        codebook,
        previous,
        next,
        number: before + 1,
        of,
        done,
    })
}

/// What was answered to questions that ask who somebody is: it has no text, so that it is nowhere but here.
async fn private(services: &Services, call: Uuid, response: Uuid) -> Result<Vec<(String, String)>, Failure> {
    let form = questionnaire(services.db.read(), call).await?;
    let answers = read::answers(services, response).await?;
    let documents =
        |answer: &read::AnswerText| answer.value.as_ref().is_some_and(|value| !value.documents().is_empty());
    // Documents are shown by themselves, whether their text is there or not.
    let private = answers.iter().filter(|answer| answer.text.is_empty() && !documents(answer));
    let named = private.filter_map(|answer| {
        let asked = form.as_answered(answer.question, answer.wording)?;
        Some((asked.title.clone(), asked.plain(answer.value.as_ref()?)))
    });
    Ok(named.collect())
}

async fn answers(
    read: &impl ConnectionTrait,
    call: Uuid,
    response: Uuid,
) -> Result<Vec<WorkbenchAnswer>, Failure> {
    // Under the words to which it was given: those that were replaced since are kept.
    let sql = "SELECT a.id, a.question_id, COALESCE(w.title, q.title) AS title, q.kind, a.text, a.words, a.wording \
               FROM answer a JOIN question q ON q.id = a.question_id \
               LEFT JOIN wording w ON w.subject_id = a.question_id AND w.number = a.wording \
               WHERE a.response_id = $1 AND a.text <> '' AND a.replaced_in IS NULL ORDER BY a.position";
    let rows: Result<Vec<Row>, StoreError> = sql::rows(read, sql, [response.into()]).await;
    let numbers = numbers(read, [call]).await?;
    let cited = |row: &Row| {
        let is = QuestionKind::parse(&row.kind).is_some_and(|kind| kind.is_cited(&row.text));
        numbers.get(&row.question_id).copied().filter(|_| is)
    };
    let answers = rows?.into_iter().map(|row| WorkbenchAnswer {
        cited: cited(&row),
        id: row.id,
        question: row.question_id,
        title: row.title,
        text: row.text,
        words: row.words as usize,
        wording: u32::try_from(row.wording).unwrap_or(1),
    });
    Ok(answers.collect())
}
