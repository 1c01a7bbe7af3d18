//! Claiming an organisation.

use app::components::Fields;
use app::layout::Area;
use app::people::members::{address, join as pages};
use app::t;
use axum::http::StatusCode;
use axum::response::Response;
use domain::forms::Form;
use domain::people::{Asked, read_code};
use services::Failure;
use services::people::members::{ask, join as service, page as read};

use crate::web::people::account::myself;
use crate::web::typed::Typed;
use crate::web::visit::{Stop, Visit};

/// The page.
pub async fn page(visit: Visit) -> Result<Response, Stop> {
    show(&visit, Fields::default()).await
}

async fn show(visit: &Visit, fields: Fields) -> Result<Response, Stop> {
    let (person, _) = myself(visit)?;
    let shown = read::joining(visit.services(), &person, visit.organisation()?).await?;
    let title = || t!("join-title");
    Ok(visit.form(Area::Public, StatusCode::OK, fields, title, || pages::page(shown)))
}

/// Claims the organisation in the way that the form says, asks to be let in, or takes that back.
pub async fn join(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    match act(&visit, &typed).await {
        Err(Failure::Invalid(problems)) => show(&visit, Fields { form: typed, problems }).await,
        done => Ok(visit.go(&done?)),
    }
}

async fn act(visit: &Visit, typed: &Form) -> Result<String, Failure> {
    let (services, language, organisation) = (visit.services(), visit.language, visit.organisation()?);
    let (person, _) = myself(visit)?;
    let members = address(&organisation);
    let here = format!("{members}/join");
    match typed.value("by") {
        "domain" => {
            service::by_domain(services, person.id, organisation.id, language).await?;
            Ok(members)
        }
        "code" => {
            let code = read_code(typed)?;
            service::by_code(services, person.id, organisation.id, code, language).await?;
            Ok(members)
        }
        "asking" => {
            let asked = Asked::parse(typed)?;
            ask::ask(services, person.id, organisation.id, asked, language).await?;
            Ok(here)
        }
        "withdrawing" => {
            ask::withdraw(services, person.id, organisation.id).await?;
            Ok(here)
        }
        _ => Err(Failure::NotFound("way to join")),
    }
}
