//! The check before sending: all that was said, who signs it too, and what is needed first.

use app::components::Fields;
use app::layout::Area;
use app::responses::check::{self as pages, CheckPage};
use app::responses::together::address;
use app::t;
use axum::http::StatusCode;
use axum::response::Response;
use domain::forms::{Form, Problem};
use services::calls::{Call, Questionnaire};
use services::people::organisations::{self, Organisation};
use services::responses::Draft;
use services::responses::co_signing::{self, CoSignatory};
use services::responses::documents;
use services::responses::gathering::quotes;
use services::responses::together::sign_off;

use super::super::visit::{Stop, Visit};
use super::together;

/// The page.
pub(super) async fn page(
    visit: &Visit,
    call: Call,
    form: Questionnaire,
    draft: Draft,
    systems: Vec<Organisation>,
    fields: Fields,
) -> Result<Response, Stop> {
    let services = visit.services();
    let signatories = co_signing::list(services, &call, &form, &draft).await?;
    let together = match together::organisation(visit, &draft).await? {
        Some(organisation) => {
            let standing = sign_off::standing(services, &call, &form, &draft).await?;
            Some((standing, address(&organisation.slug, draft.id)))
        }
        None => None,
    };
    let infected = documents::infected(services, &draft).await?;
    let quotes = quotes::list(services, &form, &draft).await?;
    let shown = CheckPage { call, form, draft, systems, signatories, together, quotes, infected };
    let body = || pages::page(shown);
    Ok(visit.form(Area::Answering, StatusCode::OK, fields, || t!("step-check"), body))
}

/// The check again, where somebody was asked to sign who does not sign what is to be sent, and whoever sends it has not said
/// that they know.
pub(super) async fn without(
    visit: &Visit,
    call: &Call,
    form: &Questionnaire,
    draft: &Draft,
    typed: &Form,
) -> Result<Option<Response>, Stop> {
    let services = visit.services();
    // What cannot be sent yet is refused for that, and not for this.
    let signed = draft.organisation.is_none() || sign_off::standing(services, call, form, draft).await?.holds;
    let all = co_signing::list(services, call, form, draft).await?;
    let told = typed.has("unconfirmed", "yes") || all.iter().all(CoSignatory::signs);
    if told || !signed || !draft.unfinished(form).is_empty() {
        return Ok(None);
    }
    let problems = Problem::new("unconfirmed", "error-co-sign-without").into();
    let fields = Fields { form: typed.clone(), problems };
    let systems = organisations::systems(services).await?;
    page(visit, call.clone(), form.clone(), draft.clone(), systems, fields).await.map(Some)
}
