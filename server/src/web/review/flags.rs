//! Questions to the lead analyst: asking, answering, closing.

use app::components::Fields;
use app::layout::Area;
use app::review::flags::PAGE;
use app::t;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::forms::Form;
use domain::people::Action;
use domain::review::{MemoOn, note};
use services::responses::read;
use services::review::flags::{self, Flag, Which};
use services::review::{Whose, memos};
use services::{Failure, Services, calls::Call};
use uuid::Uuid;

use super::coder;
use crate::web::typed::{self, Typed, query};
use crate::web::visit::{Stop, Visit};

/// The questions of a call that are open, or those that are closed.
pub async fn list(visit: Visit) -> Result<Response, Stop> {
    let (call, services) = (visit.call()?, visit.services());
    let asked = query(&visit.uri);
    let page = typed::page(&asked);
    let closed = !asked.value("closed").is_empty();
    let which = if closed { Which::Closed } else { Which::Open };
    let counts = flags::counts(services, call.id).await?;
    let found = flags::list(services, call.id, which, (page - 1) * PAGE, PAGE).await?;
    let body = || app::review::flags::page(call, &found, counts, closed, page);
    Ok(visit.team(|| t!("flags-title"), body))
}

/// The form of a new question. The address says what it is about: a response, and maybe one of its answers.
pub async fn new_page(visit: Visit) -> Result<Response, Stop> {
    let asked = query(&visit.uri);
    form(&visit, &asked, Fields::default()).await
}

/// Asks.
pub async fn add(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let (call, me, services) = (visit.call()?, coder(&visit)?, visit.services());
    let text = match note(&typed, "text", "error-flag-text") {
        Ok(text) => text,
        Err(problems) => {
            let asked = typed.clone();
            return form(&visit, &asked, Fields { form: typed, problems }).await;
        }
    };
    let About { response, reference, answer, .. } = about(services, &call, &typed).await?;
    flags::raise(services, call.id, response, answer, text, me).await?;
    Ok(visit.go(&format!("/team/calls/{}/responses/{reference}#flags", call.slug)))
}

/// One question.
pub async fn page(visit: Visit, Path((_, flag)): Path<(String, String)>) -> Result<Response, Stop> {
    let flag = find(&visit, &flag).await?;
    one(&visit, flag, Fields::default())
}

/// Answers a question.
pub async fn reply(
    visit: Visit,
    Path((_, flag)): Path<(String, String)>,
    Typed(typed): Typed,
) -> Result<Response, Stop> {
    let (call, me) = (visit.call()?, coder(&visit)?);
    let flag = find(&visit, &flag).await?;
    match note(&typed, "reply", "error-flag-reply") {
        Ok(text) => {
            flags::reply(visit.services(), call.id, flag.id, text, me).await?;
            Ok(visit.go(&format!("/team/calls/{}/flags", call.slug)))
        }
        Err(problems) => one(&visit, flag, Fields { form: typed, problems }),
    }
}

/// Closes a question: one's own, or any for whoever answers them.
pub async fn close(visit: Visit, Path((_, flag)): Path<(String, String)>) -> Result<Response, Stop> {
    let (call, me) = (visit.call()?, coder(&visit)?);
    let flag = find(&visit, &flag).await?;
    let whose = if visit.may(Action::AnswerFlags) { Whose::Anyones } else { Whose::Own };
    flags::close(visit.services(), call.id, flag.id, me, whose).await?;
    Ok(visit.go(&format!("/team/calls/{}/flags", call.slug)))
}

async fn find(visit: &Visit, id: &str) -> Result<Flag, Failure> {
    let id: Uuid = id.parse().map_err(|_| Failure::NotFound("flag"))?;
    let call = visit.about.call.as_ref().ok_or(Failure::NotFound("call"))?;
    let found = flags::list(visit.services(), call.id, Which::One(id), 0, 1).await?;
    found.into_iter().next().ok_or(Failure::NotFound("flag"))
}

fn one(visit: &Visit, flag: Flag, fields: Fields) -> Result<Response, Stop> {
    let (call, me) = (visit.call()?, coder(visit)?);
    let may_close = flag.asked.by == me || visit.may(Action::AnswerFlags);
    let mut fields = fields;
    if fields.problems.is_empty() {
        let held = flag.reply.as_ref().map(|reply| reply.text.clone()).unwrap_or_default();
        fields.form.set("reply", held);
    }
    let body = || app::review::flags::one_page(call, flag, may_close);
    Ok(visit.form(Area::Team, StatusCode::OK, fields, || t!("flag-title"), body))
}

async fn form(visit: &Visit, asked: &Form, fields: Fields) -> Result<Response, Stop> {
    let (call, services) = (visit.call()?, visit.services());
    let About { reference, question, .. } = about(services, &call, asked).await?;
    let along = ["response", "answer"].into_iter();
    let along = along.filter_map(|name| Some((name, asked.text(name)?))).collect();
    let body = || app::review::flags::form(call, &reference, question, along);
    Ok(visit.form(Area::Team, StatusCode::OK, fields, || t!("flag-ask"), body))
}

/// What a question is about.
struct About {
    response: Uuid,
    reference: String,
    answer: Option<Uuid>,
    /// What was asked of whoever answered.
    question: Option<String>,
}

/// What an address or a form says that a question is about.
async fn about(services: &Services, call: &Call, asked: &Form) -> Result<About, Failure> {
    let found = read::by_reference(services, call.id, asked.value("response")).await?;
    let answer = asked.text("answer").map(|id| id.parse::<Uuid>()).transpose();
    let answer = answer.map_err(|_| Failure::NotFound("answer"))?;
    let question = match answer {
        Some(answer) => memos::place(services, call.id, MemoOn::Answer(answer)).await?.question,
        None => None,
    };
    Ok(About { response: found.id, reference: found.reference, answer, question })
}
