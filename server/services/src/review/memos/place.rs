//! Where a memo stands, as people find it.

use domain::review::MemoOn;
use domain::text::Span;
use sea_orm::{ColumnTrait, FromQueryResult, QueryFilter};
use uuid::Uuid;

use crate::responses::read::standing;
use crate::review::{codebook, sql};
use crate::store::entities::response;
use crate::{Failure, Services};

/// The most code points that are given of the words on which a memo stands.
pub const LONGEST_WORDS: i32 = 300;

/// Where a memo stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The code, and what it is called now.
    pub code: Option<(Uuid, String)>,
    /// The reference of the response.
    pub response: Option<String>,
    /// The question whose answer it stands on, in the words to which that was given.
    pub question: Option<String>,
    /// The words it stands on, at most [`LONGEST_WORDS`] code points of them.
    pub words: Option<String>,
    /// Whether the answer was changed since, so that it counts no more.
    pub replaced: bool,
}

#[derive(FromQueryResult)]
struct Row {
    reference: String,
    question: String,
    words: String,
    length: i32,
}

/// The answer, if it is one to this call that counts, with some of its words.
const ANSWER: &str = "SELECT r.reference, COALESCE(w.title, q.title) AS question, \
    SUBSTR(a.text, $3, $4) AS words, LENGTH(a.text) AS length FROM answer a \
    JOIN response r ON r.id = a.response_id JOIN question q ON q.id = a.question_id \
    LEFT JOIN wording w ON w.subject_id = a.question_id AND w.number = a.wording \
    WHERE r.call_id = $1 AND a.id = $2 AND a.replaced_in IS NULL AND r.withdrawn_at IS NULL";

/// Where a memo on this would stand, if there is such a thing in this call and it counts.
pub async fn place(services: &Services, call: Uuid, on: MemoOn) -> Result<Place, Failure> {
    match on {
        MemoOn::Call => Ok(Place::default()),
        MemoOn::Code(id) => {
            let code = codebook(services, call).await?.into_iter().find(|code| code.id == id);
            let code = code.ok_or(Failure::NotFound("code"))?;
            Ok(Place { code: Some((code.id, code.name)), ..Place::default() })
        }
        MemoOn::Response(id) => {
            let row = standing(call).filter(response::Column::Id.eq(id)).one(services.db.read()).await?;
            let row = row.ok_or(Failure::NotFound("response"))?;
            Ok(Place { response: Some(row.reference), ..Place::default() })
        }
        MemoOn::Answer(answer) => of_answer(services, call, answer, None).await,
        MemoOn::Excerpt { answer, span } => of_answer(services, call, answer, Some(span)).await,
    }
}

async fn of_answer(
    services: &Services,
    call: Uuid,
    answer: Uuid,
    span: Option<Span>,
) -> Result<Place, Failure> {
    let part = span.unwrap_or(Span { start: 0, end: 0 });
    let number = |at: usize| i32::try_from(at).unwrap_or(i32::MAX - 1);
    let shown = number(part.len()).min(LONGEST_WORDS);
    let values = [call.into(), answer.into(), (number(part.start) + 1).into(), shown.into()];
    let found = sql::rows::<Row>(services.db.read(), ANSWER, values).await?;
    let row = found.into_iter().next().ok_or(Failure::NotFound("answer"))?;
    if span.is_some_and(|span| !span.fits(row.length as usize)) {
        return Err(Failure::Refused("error-coding-span"));
    }
    let words = span.map(|_| row.words);
    Ok(Place { response: Some(row.reference), question: Some(row.question), words, ..Place::default() })
}
