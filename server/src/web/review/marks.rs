//! Marks: where an answer stands, and whether it is rich in evidence.

use app::t;
use axum::extract::Path;
use axum::response::Response;
use domain::forms::Problem;
use domain::review::Wish;
use services::Failure;
use services::review::marks;
use uuid::Uuid;

use super::coder;
use super::coding::answered;
use crate::web::typed::Typed;
use crate::web::visit::{Stop, Visit};

/// Sets a mark of one's own on an answer, or takes it away.
pub async fn set(
    visit: Visit,
    Path((_, reference)): Path<(String, String)>,
    Typed(typed): Typed,
) -> Result<Response, Stop> {
    let (call, me) = (visit.call()?, coder(&visit)?);
    let answer: Uuid = typed.value("answer").parse().map_err(|_| Failure::NotFound("answer"))?;
    let done = match Wish::parse(typed.value("mark")) {
        Some(wish) => marks::set(visit.services(), call.id, answer, wish, me).await.map(|()| {
            visit.said(|| match wish {
                Wish::Set(mark) => t!("desk-marked", mark = app::review::marks::name(mark)),
                Wish::Clear(_) => t!("desk-unmarked"),
            })
        }),
        None => Err(Problem::new("mark", "error-mark").into()),
    };
    let back = format!("/team/calls/{}/responses/{reference}#answer-{answer}", call.slug);
    answered(&visit, &call, &reference, me, done, &back).await
}

/// How many answers to each question stand where.
pub async fn stances(visit: Visit) -> Result<Response, Stop> {
    let call = visit.call()?;
    let counted = marks::stances(visit.services(), call.id).await?;
    Ok(visit.team(|| t!("stances-title"), || app::review::marks::page(call, &counted)))
}
