//! Invitations: an administrator makes them, and whoever holds the private link accepts.

use app::components::Fields;
use app::layout::Area;
use app::people::invitation as pages;
use app::t;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::people::{Invitee, NewPassword};
use services::Failure;
use services::people::Purpose;
use services::people::invitations::{self as service, Keeper, Offer, Passing, Within};
use services::people::organisations;
use services::people::sessions::{self, Opening};
use uuid::Uuid;

use super::super::cookies;
use super::super::typed::Typed;
use super::super::visit::{Stop, Visit};
use super::{TEAM, by_provider, doors, enter, held, show};

/// Invites a person. A letter takes the private link; without a mail server the next page shows it, once.
pub async fn invite(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let by = visit.person.as_ref().map(|person| person.id);
    let done = match Invitee::parse(&typed) {
        Err(problems) => Err(Failure::Invalid(problems)),
        Ok(invitee) => service::invite(visit.services(), invitee, by, passing(&visit)).await,
    };
    match done {
        Err(Failure::Invalid(problems)) => show(&visit, Fields { form: typed, problems }).await,
        done => {
            let (id, secret) = done?;
            Ok(passed_on(&visit, &page_of(id), &secret, passing(&visit)))
        }
    }
}

/// How links go where nobody has chosen.
pub(super) fn passing(visit: &Visit) -> Passing {
    if visit.portal.mail_server() { Passing::ByLetter } else { Passing::ByHand }
}

fn page_of(id: Uuid) -> String {
    format!("/team/people/invitations/{id}")
}

/// On to the page of an invitation, which shows its secret once where that is passed on by hand.
pub(super) fn passed_on(visit: &Visit, page: &str, secret: &str, passing: Passing) -> Response {
    let mut response = visit.go(page);
    if passing == Passing::ByHand {
        cookies::set(&visit.portal.site, &mut response, cookies::SHOWN_ONCE, secret);
    }
    response
}

/// The page of an invitation, with its private link where it was made just now.
pub async fn page(visit: Visit, Path(id): Path<String>) -> Result<Response, Stop> {
    let invitation = service::by_id(visit.services(), key(&id)?, Within::Team).await?;
    let link = link_of(&visit, &invitation).await;
    let shown = pages::Shown {
        link,
        letter: service::letter(visit.services(), invitation.id).await?,
        mail_server: visit.portal.mail_server(),
        invitation,
    };
    let body = || pages::invitation(shown);
    let mut response = visit.team(|| t!("invitation-title"), body);
    cookies::clear(&visit.portal.site, &mut response, cookies::SHOWN_ONCE);
    Ok(response)
}

/// The private link of an invitation, where it was made just now to be passed on by hand.
pub(super) async fn link_of(visit: &Visit, invitation: &service::Invitation) -> Option<String> {
    let secret = held(visit, cookies::SHOWN_ONCE)?;
    let its = service::by_secret(visit.services(), &secret).await.is_ok_and(|its| its.id == invitation.id);
    its.then(|| format!("{}/invitation/{secret}", visit.portal.site.public_address))
}

pub(super) fn key(id: &str) -> Result<Uuid, Failure> {
    id.parse().map_err(|_| Failure::NotFound("invitation"))
}

/// Gives an invitation a new private link, to be passed on by letter or by hand.
pub async fn renew(visit: Visit, Path(id): Path<String>, Typed(typed): Typed) -> Result<Response, Stop> {
    let id = key(&id)?;
    let passing = if typed.value("by") == "hand" { Passing::ByHand } else { passing(&visit) };
    let secret = service::renew(visit.services(), id, Keeper::Team, passing).await?;
    Ok(passed_on(&visit, &page_of(id), &secret, passing))
}

/// Takes an invitation back.
pub async fn withdraw(visit: Visit, Path(id): Path<String>) -> Result<Response, Stop> {
    service::withdraw(visit.services(), key(&id)?, Keeper::Team).await?;
    Ok(visit.go("/team/people"))
}

/// Opens an invitation by its private link, in this browser.
pub async fn open(visit: Visit, Path(secret): Path<String>) -> Result<Response, Stop> {
    service::by_secret(visit.services(), &secret).await?;
    let mut response = visit.go("/invitation");
    cookies::set(&visit.portal.site, &mut response, cookies::INVITATION, &secret);
    Ok(response)
}

/// The page to accept an invitation.
pub async fn accept_page(visit: Visit) -> Result<Response, Stop> {
    accept_form(&visit, Fields::default()).await
}

async fn opened(visit: &Visit) -> Result<service::Invitation, Failure> {
    let secret = held(visit, cookies::INVITATION).ok_or(Failure::NotFound("invitation"))?;
    service::by_secret(visit.services(), &secret).await
}

async fn accept_form(visit: &Visit, fields: Fields) -> Result<Response, Stop> {
    let invitation = opened(visit).await?;
    let organisation = match invitation.offer {
        Offer::Membership(held) => {
            Some(organisations::by_id(visit.services().db.read(), held.organisation).await?)
        }
        Offer::Role(_) => None,
    };
    let shown = pages::AcceptPage {
        doors: doors(visit, |id| format!("/invitation/with/{id}")),
        signed_in: visit.person.as_ref().map(|person| person.name.clone()),
        organisation,
        invitation,
    };
    let body = || pages::accept(shown);
    Ok(visit.form(Area::Public, StatusCode::OK, fields, || t!("accept-title"), body))
}

/// Accepts an invitation: with a password, and signs in; or, to act for an organisation, as whoever is signed in.
pub async fn accept(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let invitation = opened(&visit).await?;
    let place = place(&visit, &invitation).await?;
    if typed.value("as") == "account" {
        let person = visit.person.clone().ok_or(Failure::NotFound("account"))?;
        service::accept_as(visit.services(), invitation.id, &person).await?;
        let mut response = visit.go(&place);
        cookies::clear(&visit.portal.site, &mut response, cookies::INVITATION);
        return Ok(response);
    }
    let password = match NewPassword::parse(&typed) {
        Err(problems) => return accept_form(&visit, Fields { form: typed, problems }).await,
        Ok(password) => password,
    };
    let person = service::accept(visit.services(), invitation.id, password).await?;
    let opening = Opening {
        person,
        before: held(&visit, cookies::SESSION),
        confirmed_at: Some(visit.services().clock.now()),
        ..Opening::default()
    };
    let opened = sessions::open(visit.services(), opening).await?;
    let mut response = enter(&visit, &opened, &in_language(&visit, &place)).await?;
    cookies::clear(&visit.portal.site, &mut response, cookies::INVITATION);
    Ok(response)
}

/// Accepts an invitation by signing in at a provider.
pub async fn accept_with(visit: Visit, Path(provider): Path<String>) -> Result<Response, Stop> {
    let invitation = opened(&visit).await?;
    let place = in_language(&visit, &place(&visit, &invitation).await?);
    by_provider::go(&visit, Purpose::Accept(invitation.id), provider, place, false).await
}

/// The team's pages are in one language.
fn in_language(visit: &Visit, place: &str) -> String {
    if place == TEAM { place.to_owned() } else { visit.href(place) }
}

/// Where someone goes who has accepted, in no language.
async fn place(visit: &Visit, invitation: &service::Invitation) -> Result<String, Failure> {
    match invitation.offer {
        Offer::Role(_) => Ok(TEAM.to_owned()),
        Offer::Membership(held) => {
            let body = organisations::by_id(visit.services().db.read(), held.organisation).await?;
            Ok(format!("/account/organisations/{}", body.slug))
        }
    }
}
