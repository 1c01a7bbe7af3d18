//! Who signs a response too: naming them, and what each says by their own link.

use app::components::Fields;
use app::layout::Area;
use app::responses::co_signing as pages;
use app::t;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::forms::Problem;
use domain::responses::{CoSignatoryDetails, CoSigning};
use services::Failure;
use services::responses::co_signing::{self, link};
use services::responses::draft;
use uuid::Uuid;

use super::super::typed::{Typed, query};
use super::super::visit::{Stop, Visit};
use super::opened;

/// Those who were asked, and the form that asks one more.
pub async fn page(visit: Visit) -> Result<Response, Stop> {
    show(&visit, Fields::default()).await
}

async fn show(visit: &Visit, fields: Fields) -> Result<Response, Stop> {
    let (call, form, draft) = opened(visit).await?;
    if draft.is_sent() {
        return Ok(visit.go(&format!("/calls/{}/confirmation", call.slug)));
    }
    draft::check_open(visit.services(), &call, &draft)?;
    let all = co_signing::list(visit.services(), &call, &form, &draft).await?;
    let body = || pages::page(&call, &all, visit.portal.mail_server());
    Ok(visit.form(Area::Answering, StatusCode::OK, fields, || t!("co-signatories-title"), body))
}

/// Asks one more.
pub async fn add(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let (call, _, draft) = opened(&visit).await?;
    if !visit.portal.mail_server() {
        return Err(Failure::NotFound("letters").into());
    }
    let added = match CoSignatoryDetails::parse(&typed) {
        Err(problems) => Err(Failure::Invalid(problems)),
        Ok(asked) => co_signing::add(visit.services(), &call, &draft, asked, visit.language).await,
    };
    match added {
        Err(Failure::Invalid(problems)) => show(&visit, Fields { form: typed, problems }).await,
        added => {
            added?;
            Ok(visit.go(&format!("/calls/{}/co-signatories", call.slug)))
        }
    }
}

fn key(id: &str) -> Result<Uuid, Failure> {
    id.parse().map_err(|_| Failure::NotFound("co-signatory"))
}

/// Writes to one of them once more.
pub async fn ask(visit: Visit, Path((_, id)): Path<(String, String)>) -> Result<Response, Stop> {
    let (call, _, draft) = opened(&visit).await?;
    co_signing::ask_again(visit.services(), &call, &draft, key(&id)?).await?;
    Ok(visit.go(&format!("/calls/{}/co-signatories", call.slug)))
}

/// Takes one of them off the list.
pub async fn remove(visit: Visit, Path((_, id)): Path<(String, String)>) -> Result<Response, Stop> {
    let (call, _, draft) = opened(&visit).await?;
    co_signing::remove(visit.services(), &draft, key(&id)?).await?;
    Ok(visit.go(&format!("/calls/{}/co-signatories", call.slug)))
}

/// What somebody sees who was asked to sign.
pub async fn open(visit: Visit, Path(token): Path<String>) -> Result<Response, Stop> {
    opened_by(&visit, &token, Fields::default(), StatusCode::OK).await
}

async fn opened_by(visit: &Visit, token: &str, fields: Fields, status: StatusCode) -> Result<Response, Stop> {
    let asked = link::open(visit.services(), token).await?;
    let said = query(&visit.uri).sent("said");
    let body = || pages::open(&asked, token, said);
    Ok(visit.form(Area::Answering, status, fields, || t!("co-sign-title"), body))
}

/// Takes what they say.
pub async fn say(visit: Visit, Path(token): Path<String>, Typed(typed): Typed) -> Result<Response, Stop> {
    let said = match CoSigning::answer(&typed) {
        Err(problem) => Err(Failure::from(problem)),
        Ok(said) => link::answer(visit.services(), &token, said, typed.value("seen")).await,
    };
    match said {
        Err(Failure::Invalid(problems)) => {
            opened_by(&visit, &token, Fields { form: typed, problems }, StatusCode::OK).await
        }
        // They are shown what stands there now, and asked again.
        Err(Failure::Refused("error-co-sign-changed")) => {
            let problems = Problem::new("answer", "error-co-sign-changed").into();
            opened_by(&visit, &token, Fields { form: typed, problems }, StatusCode::OK).await
        }
        said => {
            said?;
            Ok(visit.go(&format!("/co-sign/{token}?said=1")))
        }
    }
}
