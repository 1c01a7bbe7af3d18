//! Answers of earlier responses of one's own, to be used again.

use app::components::Fields;
use app::layout::Area;
use app::t;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::responses::Step;
use services::Failure;
use services::calls::{Call, Questionnaire};
use services::responses::together::reuse;
use services::responses::{Draft, draft};

use super::super::typed::query;
use super::super::visit::{Stop, Visit};
use super::opened;

/// The answers that could be used for a question.
pub async fn page(visit: Visit, Path((_, step)): Path<(String, String)>) -> Result<Response, Stop> {
    let step = Step::parse(&step).ok_or(Failure::NotFound("page"))?;
    let (call, form, draft) = opened(&visit).await?;
    draft::check_open(visit.services(), &call, &draft)?;
    let Step::Question(number) = step else { return Err(Failure::NotFound("question").into()) };
    let asked = form.questions.get(number - 1).filter(|asked| reuse::takes(asked));
    let asked = asked.ok_or(Failure::NotFound("question"))?;
    let earlier = reuse::list(visit.services(), &draft, asked).await?;
    let body = || app::responses::reuse::page(&call, asked, step, earlier);
    Ok(visit.form(Area::Answering, StatusCode::OK, Fields::default(), || t!("reuse-title"), body))
}

/// Where such answers are offered for a step: where there are any.
pub(super) async fn offer(
    visit: &Visit,
    call: &Call,
    form: &Questionnaire,
    draft: &Draft,
    step: Step,
) -> Result<Option<String>, Failure> {
    let Step::Question(number) = step else { return Ok(None) };
    let mine = visit.person.is_some() && form.questions.get(number - 1).is_some_and(reuse::takes);
    let any = mine && reuse::any(visit.services(), draft).await?;
    Ok(any.then(|| format!("/calls/{}/reuse/{step}", call.slug)))
}

/// What the field of a question shows, where the address says that an earlier answer is to be used.
pub(super) async fn inserted(
    visit: &Visit,
    form: &Questionnaire,
    draft: &Draft,
    step: Step,
) -> Result<Option<String>, Failure> {
    let (asked, Step::Question(number)) = (query(&visit.uri), step) else { return Ok(None) };
    let Some(question) = form.questions.get(number - 1).filter(|_| asked.sent("use")) else {
        return Ok(None);
    };
    let earlier = asked.value("use").parse().map_err(|_| Failure::NotFound("answer"))?;
    reuse::with(visit.services(), draft, question, earlier).await.map(Some)
}
