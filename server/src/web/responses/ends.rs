//! The pages at which the form ends early, on the way of a draft.

use app::components::Fields;
use app::layout::Area;
use app::responses::base;
use app::responses::end::{self, EndShown};
use axum::http::StatusCode;
use axum::response::Response;
use domain::responses::{Step, previous_step};
use services::Failure;
use services::calls::{Call, Questionnaire};
use services::responses::Draft;

use super::super::visit::{Stop, Visit};
use super::entering;

/// Where a page of the end leads to that is not on the way of this draft: an end page to which its answers do not lead, or
/// those after one from which nothing is sent.
pub(super) fn instead(form: &Questionnaire, draft: &Draft, step: Step) -> Option<Step> {
    let steps = draft.steps(form);
    match step {
        _ if steps.contains(&step) => None,
        Step::End(_) => Some(draft.first_open_step(form)),
        Step::Consent | Step::Check => steps.last().copied(),
        Step::Who | Step::About | Step::Question(_) => None,
    }
}

/// The page.
pub(super) fn page(
    visit: &Visit,
    call: Call,
    form: &Questionnaire,
    draft: &Draft,
    step: Step,
    changing: Option<&'static str>,
) -> Result<Response, Stop> {
    let way = draft.way(form);
    let end = way.end.cloned().ok_or(Failure::NotFound("page"))?;
    let numbered = |asked: &domain::calls::Question| Some((form.number(asked.id)?, asked.title.clone()));
    let shown = EndShown {
        base: base(&call, draft),
        preview: false,
        back: previous_step(&draft.steps(form), step),
        entered: entering::on_step(&call, form, draft, step),
        led_by: way.led_by().into_iter().filter_map(numbered).collect(),
        call,
        end,
        step,
        changing,
    };
    let title = shown.end.title.clone();
    let area = if shown.entered.is_some() { Area::Team } else { Area::Answering };
    let body = || end::page(shown);
    Ok(visit.form(area, StatusCode::OK, Fields::default(), || title, body))
}
