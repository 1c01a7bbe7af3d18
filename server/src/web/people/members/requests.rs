//! Deciding about somebody who asks to be let in.

use app::components::Fields;
use app::layout::Area;
use app::people::members::{address, request as pages};
use app::people::organisations::names;
use app::t;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::forms::Form;
use domain::people::Decision;
use services::Failure;
use services::people::members::ask::{self, By};
use services::people::organisations::Organisation;

use super::{key, team};
use crate::web::people::account::myself;
use crate::web::typed::Typed;
use crate::web::visit::{Stop, Visit};

type At = Path<(String, String)>;

/// The page for owners.
pub async fn page(visit: Visit, Path((_, id)): At) -> Result<Response, Stop> {
    let (organisation, by) = (visit.organisation()?, owner(&visit)?);
    show(&visit, &organisation, &id, by, Fields::default()).await
}

fn owner(visit: &Visit) -> Result<By, Failure> {
    myself(visit).map(|(person, _)| By::Owner(person.id))
}

/// The page, for whoever decides.
pub(super) async fn show(
    visit: &Visit,
    organisation: &Organisation,
    id: &str,
    by: By,
    fields: Fields,
) -> Result<Response, Stop> {
    let request = ask::by_id(visit.services(), organisation.id, key(id, "request")?, by).await?;
    let (area, page) = match by {
        By::Owner(_) => (Area::Public, address(organisation)),
        By::Team => (Area::Team, team::members(organisation)),
    };
    let title = request.name.clone();
    let body = || {
        let name = names::name(organisation);
        pages::page(request, by, name.clone(), (visit.href(&page), name))
    };
    let title = || t!("request-title", name = title.as_str());
    Ok(visit.form(area, StatusCode::OK, fields, title, body))
}

/// Decides.
pub async fn decide(visit: Visit, Path((_, id)): At, Typed(typed): Typed) -> Result<Response, Stop> {
    let (organisation, by) = (visit.organisation()?, owner(&visit)?);
    match settle(&visit, &organisation, &id, by, &typed).await {
        Err(Failure::Invalid(problems)) => {
            show(&visit, &organisation, &id, by, Fields { form: typed, problems }).await
        }
        done => {
            done?;
            Ok(visit.go(&address(&organisation)))
        }
    }
}

pub(super) async fn settle(
    visit: &Visit,
    organisation: &Organisation,
    id: &str,
    by: By,
    typed: &Form,
) -> Result<(), Failure> {
    let decision = Decision::parse(typed)?;
    ask::decide(visit.services(), organisation.id, key(id, "request")?, decision, by).await
}
