//! Who answers, and what may be published, on its way into the draft. What is sent last counts; what is only typed is kept as
//! well, and takes nothing away from what another window has kept.

use app::components::Fields;
use app::t;
use axum::Json;
use axum::response::{IntoResponse, Response};
use domain::forms::{Form, Problems};
use domain::responses::Step;
use services::Failure;
use services::calls::{Call, Questionnaire};
use services::people::organisations;
use services::responses::draft::Saved;
use services::responses::{Draft, draft};
use uuid::Uuid;

use super::super::visit::{Stop, Visit};
use super::answers::{AUTOSAVE, Told, refused, saved};
use super::aside::{ASIDE, aside, beside_steps};
use super::steps::{onward, page};
use super::together;

/// Takes what was sent from a step that asks who answers.
pub(super) async fn take(
    visit: &Visit,
    call: Call,
    form: Questionnaire,
    mut draft: Draft,
    step: Step,
    typed: Form,
) -> Result<Response, Stop> {
    if typed.sent(AUTOSAVE) {
        return autosave(visit, &call, draft, &typed).await;
    }
    let before = draft.steps(&form);
    let aside = aside(&typed);
    if let Err(problems) = keep_about(visit, &mut draft, step, &typed).await? {
        // A page that was left blank has nothing to lose: whoever goes on later comes back to it.
        let blank = |(name, value): (&str, &str)| {
            matches!(name, "seen" | "wording") || ASIDE.contains(&name) || value.trim().is_empty()
        };
        if let Some(aside) = aside.filter(|_| typed.pairs().all(blank)) {
            return Ok(visit.go(&beside_steps(&call, &draft, aside)));
        }
        // Whoever leaves now comes back to what is wrong; what they typed here is shown again first.
        return page(visit, call, form, draft, step, Fields { form: typed, problems }, None).await;
    }
    Ok(onward(visit, &call, &form, &draft, (&before, step), aside))
}

/// Keeps what is typed while it is typed, as much of it as there is.
async fn autosave(visit: &Visit, call: &Call, draft: Draft, typed: &Form) -> Result<Response, Stop> {
    let mut now = draft.clone();
    now.about.take_typed(typed, &systems(visit).await?);
    // Also what was kept before and the browser never heard of.
    if now.about == draft.about {
        return Ok(Json(Told::held(draft.mark_about())).into_response());
    }
    let overtaken = typed.value("seen") != draft.mark_about();
    if overtaken || draft::keep_about(visit.services(), &draft, &now.about).await? == Saved::Overtaken {
        return Ok(refused(visit.said(|| t!("autosave-overtaken-about"))));
    }
    Ok(saved(visit, call, now.mark_about(), None).into_response())
}

/// The integrated care systems that can be named.
async fn systems(visit: &Visit) -> Result<Vec<Uuid>, Failure> {
    let systems = organisations::systems(visit.services()).await?;
    Ok(systems.into_iter().map(|system| system.id).collect())
}

/// Keeps who answers.
async fn keep_about(
    visit: &Visit,
    draft: &mut Draft,
    step: Step,
    typed: &Form,
) -> Result<Result<(), Problems>, Stop> {
    let services = visit.services();
    let organisation = together::organisation(visit, draft).await?;
    let mut typed = typed.clone();
    if let Some(organisation) = &organisation {
        // For whom members answer is known, and what it is called.
        typed.set("organisation", organisation.name.as_str());
    }
    let typed = &typed;
    let taken = match step {
        Step::Who if organisation.is_some() => Ok(()),
        Step::Who => draft.about.take_kind(typed),
        Step::About => {
            let systems = systems(visit).await?;
            draft.about.take_details(typed, &systems)
        }
        Step::Consent => draft.about.take_consent(typed),
        Step::Question(_) | Step::End(_) | Step::Check => Ok(()),
    };
    if taken.is_ok() {
        draft::save_about(services, draft, &draft.about).await?;
    }
    Ok(taken)
}
