//! The page of a draft that members share, and the way from it into the form.

use app::components::Fields;
use app::layout::Area;
use app::responses::together::desk::{self as pages, DeskPage};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::responses::Step;
use services::responses::gathering::{self, quotes, stories};
use services::responses::together::{self, comments, history, sign_off};

use super::{Desk, SHARED};
use crate::web::cookies;
use crate::web::typed::{Typed, query};
use crate::web::visit::{Stop, Visit};

/// The page.
pub async fn page(visit: Visit, Path((_, id)): Path<(String, String)>) -> Result<Response, Stop> {
    let services = visit.services();
    let Desk { organisation, call, form, draft } = Desk::of(&visit, &id).await?;
    let gathering = gathering::of_draft(services, &draft).await?;
    let shown = DeskPage {
        stories: match &gathering {
            Some(gathering) => Some(stories::count(services, gathering).await?.0),
            None => None,
        },
        quotes: quotes::list(services, &form, &draft).await?,
        state: together::state(services, &call, &draft).await?,
        standing: sign_off::standing(services, &call, &form, &draft).await?,
        last: history::last(services, &draft).await?,
        comments: comments::open(&comments::list(services, &draft).await?),
        asked: query(&visit.uri).sent("asked"),
        organisation,
        call,
        form,
        draft,
    };
    let title = app::calls::title(&shown.call);
    let body = || pages::page(shown);
    Ok(visit.form(Area::Public, StatusCode::OK, Fields::default(), || title, body))
}

/// Opens the draft in this browser, on the page that was asked for.
pub async fn open(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    Typed(typed): Typed,
) -> Result<Response, Stop> {
    let desk = Desk::of(&visit, &id).await?;
    let to = match typed.value("to") {
        _ if desk.draft.submitted_at.is_some() => "receipt".to_owned(),
        "co-signatories" => "co-signatories".to_owned(),
        to => match Step::parse(to) {
            Some(step) => format!("answer/{step}"),
            None => "contents".to_owned(),
        },
    };
    let mut response = visit.go(&format!("/calls/{}/{to}", desk.call.slug));
    let value = format!("{SHARED}{}", desk.draft.id);
    cookies::set(&visit.portal.site, &mut response, &cookies::draft(&desk.call.slug), &value);
    Ok(response)
}
