//! Showing that the address of one's account is one's own.

use app::people::members::address::{self as pages, AddressPage};
use app::t;
use axum::extract::Path;
use axum::response::Response;
use services::people::members::address as service;

use crate::web::people::account::myself;
use crate::web::typed::query;
use crate::web::visit::{Stop, Visit};

/// The page that has the letter sent.
pub async fn page(visit: Visit) -> Result<Response, Stop> {
    let (person, _) = myself(&visit)?;
    let shown = AddressPage {
        email: person.email,
        proven: person.email_proven,
        sent: query(&visit.uri).value("sent") == "yes",
        mail_server: visit.portal.mail_server(),
    };
    Ok(visit.page(|| t!("address-title"), || pages::page(shown)))
}

/// Has the letter sent.
pub async fn ask(visit: Visit) -> Result<Response, Stop> {
    let (person, _) = myself(&visit)?;
    service::ask(visit.services(), &person, visit.language).await?;
    Ok(visit.go("/account/address?sent=yes"))
}

/// The page to which the link of the letter leads.
pub async fn confirm_page(visit: Visit, Path(secret): Path<String>) -> Result<Response, Stop> {
    let (person, _) = myself(&visit)?;
    service::check(visit.services(), person.id, &secret).await?;
    Ok(visit.page(|| t!("address-title"), || pages::confirm(person.email, secret)))
}

/// Takes the proof.
pub async fn confirm(visit: Visit, Path(secret): Path<String>) -> Result<Response, Stop> {
    let (person, _) = myself(&visit)?;
    service::prove(visit.services(), person.id, secret).await?;
    Ok(visit.go("/account/address"))
}
