//! Acts on codings: apply, remove, undo, mark as read. Each is a form; the workbench sends the same form and asks for
//! JSON.

use app::components::Fields;
use app::review::workbench::Outcome;
use app::t;
use axum::Json;
use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::forms::{Form, Problem};
use domain::people::Action;
use domain::text::Span;
use services::review::{self, Told, Whose, coding};
use services::{Failure, calls::Call};
use uuid::Uuid;

use super::{bench, coder, desk_codings, desk_marks, sentences_page};
use crate::web::typed::Typed;
use crate::web::visit::{Stop, Visit};

/// Applies a code to a whole answer or to excerpts of it.
pub async fn apply(
    visit: Visit,
    Path((_, reference)): Path<(String, String)>,
    Typed(typed): Typed,
) -> Result<Response, Stop> {
    let (call, me) = (visit.call()?, coder(&visit)?);
    let answer: Uuid = typed.value("answer").parse().map_err(|_| Failure::NotFound("answer"))?;
    let done = match (typed.value("code").parse(), spans(&typed)) {
        (Ok(code), Ok(spans)) => apply_all(&visit, &call, answer, code, &spans, me).await,
        (Err(_), _) => Err(Problem::new("code", "error-coding-code").into()),
        (_, Err(problem)) => Err(problem.into()),
    };
    match done {
        Err(Failure::Invalid(problems)) if !wants_json(&visit) => {
            sentences_page(&visit, &reference, answer, Fields { form: typed, problems }).await
        }
        done => {
            let message = visit.said(|| t!("desk-applied", code = done.as_deref().unwrap_or_default()));
            let back = format!("/team/calls/{}/responses/{reference}/answers/{answer}", call.slug);
            answered(&visit, &call, &reference, me, done.map(|_| message), &back).await
        }
    }
}

async fn apply_all(
    visit: &Visit,
    call: &Call,
    answer: Uuid,
    code: Uuid,
    spans: &[Option<Span>],
    me: Uuid,
) -> Result<String, Failure> {
    for span in spans {
        coding::apply(visit.services(), call.id, answer, code, *span, me).await?;
    }
    let codes = review::codebook(visit.services(), call.id).await?;
    Ok(codes.into_iter().find(|held| held.id == code).map(|held| held.name).unwrap_or_default())
}

/// The chosen words: `start` and `end` from the workbench, or chosen sentences, of which neighbours become one excerpt.
/// Nothing chosen is the whole answer.
fn spans(typed: &Form) -> Result<Vec<Option<Span>>, Problem> {
    let wrong = || Problem::new("sentence", "error-coding-span");
    if typed.sent("start") || typed.sent("end") {
        let part = |name: &str| typed.value(name).parse().map_err(|_| wrong());
        return Ok(vec![Some(Span { start: part("start")?, end: part("end")? })]);
    }
    let mut chosen = Vec::new();
    for pair in typed.values("sentence") {
        let (start, end) = pair.split_once('-').ok_or_else(wrong)?;
        chosen.push(Span {
            start: start.parse().map_err(|_| wrong())?,
            end: end.parse().map_err(|_| wrong())?,
        });
    }
    chosen.sort_unstable();
    let mut joined: Vec<Span> = Vec::new();
    for span in chosen {
        match joined.last_mut() {
            // Sentences are a space or a line end apart.
            Some(last) if span.start <= last.end + 2 => last.end = last.end.max(span.end),
            _ => joined.push(span),
        }
    }
    Ok(if joined.is_empty() { vec![None] } else { joined.into_iter().map(Some).collect() })
}

/// Takes a coding away.
pub async fn remove(
    visit: Visit,
    Path((_, reference)): Path<(String, String)>,
    Typed(typed): Typed,
) -> Result<Response, Stop> {
    let (call, me) = (visit.call()?, coder(&visit)?);
    let id = typed.value("coding").parse().map_err(|_| Failure::NotFound("coding"))?;
    let whose = if visit.may(Action::EditCodebook) { Whose::Anyones } else { Whose::Own };
    let done = coding::remove(visit.services(), call.id, id, me, whose).await;
    let base = format!("/team/calls/{}/responses/{reference}", call.slug);
    let back = typed.text("answer").map_or_else(|| base.clone(), |answer| format!("{base}/answers/{answer}"));
    answered(&visit, &call, &reference, me, done.map(|()| visit.said(|| t!("desk-removed"))), &back).await
}

/// Takes back this person's last act on this call.
pub async fn undo(visit: Visit, Path((_, reference)): Path<(String, String)>) -> Result<Response, Stop> {
    let (call, me) = (visit.call()?, coder(&visit)?);
    let done = review::undo(visit.services(), call.id, me).await;
    turned(&visit, &call, &reference, me, done, || t!("desk-nothing-to-undo")).await
}

/// Does again what this person's last undo took back.
pub async fn redo(visit: Visit, Path((_, reference)): Path<(String, String)>) -> Result<Response, Stop> {
    let (call, me) = (visit.call()?, coder(&visit)?);
    let done = review::redo(visit.services(), call.id, me).await;
    turned(&visit, &call, &reference, me, done, || t!("desk-nothing-to-redo")).await
}

/// The workbench is told at once what was undone or done again; the page tells it after the redirect.
async fn turned(
    visit: &Visit,
    call: &Call,
    reference: &str,
    me: Uuid,
    done: Result<Option<Told>, Failure>,
    nothing: impl FnOnce() -> String,
) -> Result<Response, Stop> {
    let base = format!("/team/calls/{}/responses/{reference}", call.slug);
    let (back, message) = match done {
        Ok(Some(told)) => (
            format!("{base}?told={}", told.id),
            Ok(visit.said(|| app::review::told::sentences(&told, reference).join(" "))),
        ),
        Ok(None) => (base, Ok(visit.said(nothing))),
        Err(failure) => (base, Err(failure)),
    };
    answered(visit, call, reference, me, message, &back).await
}

/// Marks a response as read, and goes on to the next that is not; or marks it as not read, and stays.
pub async fn read(
    visit: Visit,
    Path((_, reference)): Path<(String, String)>,
    Typed(typed): Typed,
) -> Result<Response, Stop> {
    let (call, me, services) = (visit.call()?, coder(&visit)?, visit.services());
    let response = services::responses::read::by_reference(services, call.id, &reference).await?;
    let done = !typed.value("done").is_empty();
    review::reading::mark(services, call.id, response.id, me, done).await?;
    let base = format!("/team/calls/{}/responses", call.slug);
    let next = if done {
        review::next_unread(services, call.id, me, Some(&reference)).await?
    } else {
        Some(reference)
    };
    Ok(visit.go(&next.map_or_else(|| base.clone(), |next| format!("{base}/{next}"))))
}

fn wants_json(visit: &Visit) -> bool {
    visit
        .headers
        .get(header::ACCEPT)
        .and_then(|accept| accept.to_str().ok())
        .is_some_and(|accept| accept.contains("application/json"))
}

/// Answers an act: with a page to go on to, or with JSON for the workbench.
pub(super) async fn answered(
    visit: &Visit,
    call: &Call,
    reference: &str,
    me: Uuid,
    done: Result<String, Failure>,
    back: &str,
) -> Result<Response, Stop> {
    if !wants_json(visit) {
        done?;
        return Ok(visit.go(back));
    }
    let (status, message) = match done {
        Ok(message) => (StatusCode::OK, message),
        Err(Failure::Refused(reason)) => {
            (StatusCode::CONFLICT, app::words::say(visit.language, reason, None))
        }
        Err(Failure::Invalid(problems)) => {
            let first = problems.iter().next().map(|problem| visit.said(|| app::words::say_problem(problem)));
            (StatusCode::UNPROCESSABLE_ENTITY, first.unwrap_or_default())
        }
        Err(failure) => return Err(failure.into()),
    };
    let bench = bench(visit.services(), call.id, reference, me).await?;
    let codings = Some(desk_codings(visit, &bench, me));
    let outcome = Outcome { message, codings, marks: Some(desk_marks(visit, call, &bench, me)) };
    Ok((status, Json(outcome)).into_response())
}
