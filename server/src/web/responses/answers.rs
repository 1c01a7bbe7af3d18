//! The answer to a question on its way into the draft: as it was meant, or as far as it was typed. Nothing that came from
//! elsewhere meanwhile is overwritten unseen, and what cannot be kept is handed back.

use app::components::Fields;
use app::responses::base;
use app::responses::between::{self, Between};
use app::t;
use app::words::say_problem;
use axum::Json;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::calls::{Answer, Question};
use domain::forms::{Form, Problems};
use domain::responses::Step;
use serde::Serialize;
use services::calls::{Call, Questionnaire};
use services::responses::draft::{FromPage, Saved};
use services::responses::{Draft, draft};
use services::{Failure, calls};

use super::super::typed::Typed;
use super::super::visit::{Stop, Visit};
use super::aside::aside;
use super::steps::{change, onward, page};
use super::{documents, entries};

/// What the script of a page sends along where it keeps what is typed while it is typed.
pub(super) const AUTOSAVE: &str = "autosave";

/// What became of an answer that was sent.
enum Taken {
    /// It is in the draft. With problems it is no answer yet, but kept as it was typed.
    Kept(Draft, Problems),
    /// Nothing was typed where something is needed.
    Blank(Problems),
    /// Another window has kept something since this one was opened: nothing was changed in this draft.
    Overtaken(Draft),
}

/// Takes the answer to a question, and goes on; or shows the question again.
pub(super) async fn take(
    visit: &Visit,
    call: Call,
    form: Questionnaire,
    draft: Draft,
    number: usize,
    mut typed: Form,
) -> Result<Response, Stop> {
    let asked = form.questions.get(number - 1).ok_or(Failure::NotFound("question"))?;
    if typed.sent(AUTOSAVE) {
        return autosave(visit, &call, asked, draft, &typed).await;
    }
    let (step, before) = (Step::Question(number), draft.steps(&form));
    let aside = aside(&typed);
    let aim = entries::aim(asked, &mut typed).filter(|_| aside.is_none());
    let leave = |draft: &Draft| match aim {
        Some(aim) => visit.go(&format!("{}/answer/{step}{}", base(&call, draft), aim.query(change(visit)))),
        None => onward(visit, &call, &form, draft, (&before, step), aside),
    };
    match keep(visit, asked, draft.clone(), &typed).await? {
        Taken::Overtaken(draft) => {
            let other = visit.said(|| between::held(asked, draft.answers.get(&asked.id)));
            let between = Some(Between::Overtaken(other));
            page(visit, call, form, draft, step, Fields::of(typed), between).await
        }
        Taken::Kept(draft, problems) if aside.is_some() || entries::may_leave(aim, &problems) => {
            Ok(leave(&draft))
        }
        // What was taken away again is not kept for those who go on later; they come back to the question.
        Taken::Blank(_) if aside.is_some() || aim.is_some() => {
            draft::save_answer(visit.services(), &draft, asked.id, None).await?;
            Ok(leave(&draft))
        }
        Taken::Kept(draft, problems) => {
            page(visit, call, form, draft, step, Fields { form: typed, problems }, None).await
        }
        Taken::Blank(problems) => {
            page(visit, call, form, draft, step, Fields { form: typed, problems }, None).await
        }
    }
}

/// Keeps what was sent in answer to a question.
async fn keep(visit: &Visit, asked: &Question, mut draft: Draft, typed: &Form) -> Result<Taken, Stop> {
    let (answer, problems) = match asked.answer(typed) {
        Ok(answer) => (answer, Problems::default()),
        Err(problems) => match Answer::typed(typed) {
            Some(answer) => (Some(answer), problems),
            None => return Ok(Taken::Blank(problems)),
        },
    };
    let same = draft.answers.get(&asked.id) == answer.as_ref();
    if !same && typed.sent("seen") && typed.value("seen") != draft.mark(asked.id) {
        return Ok(Taken::Overtaken(draft));
    }
    let services = visit.services();
    let page = FromPage { typed: typed.sent(AUTOSAVE), wording: typed.value("wording").parse().ok() };
    match draft::save_from_page(services, &draft, asked.id, answer.as_ref(), page).await? {
        Saved::Overtaken => Ok(Taken::Overtaken(draft::again(services, &draft).await?)),
        Saved::Kept => {
            match answer {
                Some(answer) => draft.answers.insert(asked.id, answer),
                None => draft.answers.remove(&asked.id),
            };
            Ok(Taken::Kept(draft, problems))
        }
    }
}

/// What the script of a page is told.
#[derive(Default, Serialize)]
pub(super) struct Told {
    /// That it was kept, and when.
    saved: Option<String>,
    /// What the respondent should know.
    problem: Option<String>,
    /// What is held now, for the next time.
    seen: Option<String>,
}

impl Told {
    /// What is held now, and nothing to say of it.
    pub(super) fn held(seen: String) -> Self {
        Self { seen: Some(seen), ..Self::default() }
    }
}

/// Keeps what is typed while it is typed. A field that was emptied is forgotten only when its page is sent: whoever deletes
/// to write anew has not said that they take it back.
async fn autosave(
    visit: &Visit,
    call: &Call,
    asked: &Question,
    draft: Draft,
    typed: &Form,
) -> Result<Response, Stop> {
    if Answer::typed(typed).is_none() {
        return Ok(Json(Told::default()).into_response());
    }
    Ok(match keep(visit, asked, draft, typed).await? {
        Taken::Kept(draft, problems) => {
            // Where there are several fields, nothing is wrong with what is only half done.
            let problem = problems.iter().next().filter(|_| !asked.asks.settings().is_in_parts());
            let problem = visit.said(|| problem.map(say_problem));
            saved(visit, call, draft.mark(asked.id), problem).into_response()
        }
        Taken::Blank(_) => Json(Told::default()).into_response(),
        Taken::Overtaken(_) => refused(visit.said(|| t!("autosave-overtaken"))),
    })
}

/// Says that what was typed is kept, and what the respondent should know of it. `seen` is the mark of what is held now.
pub(super) fn saved(visit: &Visit, call: &Call, seen: String, problem: Option<String>) -> Json<Told> {
    let now = visit.services().clock.now();
    let saved = visit.said(|| t!("autosave-saved", at = app::components::clock(now, call)));
    Json(Told { saved: Some(saved), problem, seen: Some(seen) })
}

/// Says why what was typed is not kept.
pub(super) fn refused(problem: String) -> Response {
    (StatusCode::CONFLICT, Json(Told { problem: Some(problem), ..Told::default() })).into_response()
}

/// Hands back what was typed where it cannot be kept: whoever sent it can put right what keeps them out and send it again,
/// or copy it. `entered` is the draft where one of the team enters it, who knows what is in it.
pub(super) async fn shut_out(
    visit: &Visit,
    step: Step,
    stop: Stop,
    entered: Option<Draft>,
    request: Request,
) -> Result<Response, Stop> {
    let (Failure::Refused(why), Step::Question(number)) = (&stop.0, step) else { return Err(stop) };
    let call = visit.call()?;
    let form = calls::form(visit.services(), &call).await?;
    let form = if entered.is_some() { form.on_paper() } else { form };
    if form.questions.get(number - 1).is_none() || documents::asked(&form, step).is_some() {
        return Err(stop);
    }
    let typed = match Typed::from_request(request, &()).await {
        Ok(Typed(typed)) if Answer::typed(&typed).is_some() => typed,
        Ok(_) => return Err(stop),
        Err(unread) => return Ok(unread),
    };
    let said = app::words::say(visit.language, why, None);
    if typed.sent(AUTOSAVE) {
        return Ok(refused(said));
    }
    let draft = entered.unwrap_or_else(|| Draft::blank(call.id, visit.services().clock.now()));
    page(visit, call, form, draft, step, Fields::of(typed), Some(Between::ShutOut(said))).await
}

/// What stands between a question and its answer when it is opened again: it was typed, and is no answer yet.
pub(super) fn unfinished(visit: &Visit, form: &Questionnaire, draft: &Draft, step: Step) -> Option<Between> {
    let Step::Question(number) = step else { return None };
    let asked = form.questions.get(number - 1)?;
    let typed = draft.answers.get(&asked.id).filter(|held| held.is_typed())?;
    let problems = asked.answer(&asked.fields(typed)).err().unwrap_or_default();
    Some(Between::Unfinished(visit.said(|| problems.iter().map(say_problem).collect())))
}

/// The mark of what a page shows of a question, which comes back with its answer.
pub(super) fn seen(form: &Questionnaire, draft: &Draft, step: Step) -> Option<String> {
    let number = match step {
        Step::Question(number) => number,
        Step::End(_) | Step::Check => return None,
        Step::Who | Step::About | Step::Consent => return Some(draft.mark_about()),
    };
    if documents::asked(form, step).is_some() {
        return None;
    }
    form.questions.get(number - 1).map(|asked| draft.mark(asked.id))
}

/// With which status a page is shown where something stands between what was typed and what is kept.
pub(super) const fn status(between: &Between) -> StatusCode {
    match between {
        Between::Unfinished(_) => StatusCode::OK,
        Between::Overtaken(_) | Between::ShutOut(_) => StatusCode::CONFLICT,
    }
}
