//! Inviting somebody to act for an organisation.

use app::components::Fields;
use app::layout::Area;
use app::people::members::{address, invite as pages};
use app::t;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::people::MemberInvitee;
use services::Failure;
use services::people::invitations::{self as service, Keeper, Within};
use services::people::members::invite as members;
use uuid::Uuid;

use crate::web::cookies;
use crate::web::people::account::myself;
use crate::web::people::invitations::{key, link_of, passed_on, passing};
use crate::web::typed::Typed;
use crate::web::visit::{Stop, Visit};

type At = Path<(String, String)>;

/// The form.
pub async fn form_page(visit: Visit) -> Result<Response, Stop> {
    form(&visit, Fields::default())
}

fn form(visit: &Visit, fields: Fields) -> Result<Response, Stop> {
    let organisation = visit.organisation()?;
    let body = || pages::form(&organisation);
    Ok(visit.form(Area::Public, StatusCode::OK, fields, || t!("members-invite"), body))
}

/// Invites somebody. A letter takes the private link; without a mail server the next page shows it, once.
pub async fn invite(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let (me, _) = myself(&visit)?;
    let (id, passing) = (visit.organisation()?.id, passing(&visit));
    let done = match MemberInvitee::parse(&typed) {
        Err(problems) => Err(Failure::Invalid(problems)),
        Ok(invitee) => members::invite(visit.services(), id, invitee, &me, passing, visit.language).await,
    };
    match done {
        Err(Failure::Invalid(problems)) => form(&visit, Fields { form: typed, problems }),
        done => {
            let (id, secret) = done?;
            Ok(passed_on(&visit, &page_of(&visit, id)?, &secret, passing))
        }
    }
}

fn page_of(visit: &Visit, id: Uuid) -> Result<String, Failure> {
    Ok(format!("{}/invitations/{id}", address(&visit.organisation()?)))
}

/// The page of an invitation, with its private link where it was made just now to be passed on by hand.
pub async fn page(visit: Visit, Path((_, id)): At) -> Result<Response, Stop> {
    let organisation = visit.organisation()?;
    let within = Within::Organisation(organisation.id);
    let invitation = service::by_id(visit.services(), key(&id)?, within).await?;
    let shown = pages::Shown {
        link: link_of(&visit, &invitation).await,
        letter: service::letter(visit.services(), invitation.id).await?,
        mail_server: visit.portal.mail_server(),
        invitation,
    };
    let title = shown.invitation.name.clone();
    let mut response = visit.page(|| title, || pages::page(&organisation, shown));
    cookies::clear(&visit.portal.site, &mut response, cookies::SHOWN_ONCE);
    Ok(response)
}

fn keeper(visit: &Visit) -> Result<Keeper, Failure> {
    let (me, _) = myself(visit)?;
    Ok(Keeper::Owner { organisation: visit.organisation()?.id, person: me.id })
}

/// Gives an invitation a new private link.
pub async fn renew(visit: Visit, Path((_, id)): At) -> Result<Response, Stop> {
    let (id, passing) = (key(&id)?, passing(&visit));
    let secret = service::renew(visit.services(), id, keeper(&visit)?, passing).await?;
    Ok(passed_on(&visit, &page_of(&visit, id)?, &secret, passing))
}

/// Takes an invitation back.
pub async fn withdraw(visit: Visit, Path((_, id)): At) -> Result<Response, Stop> {
    let organisation = visit.organisation()?;
    service::withdraw(visit.services(), key(&id)?, keeper(&visit)?).await?;
    Ok(visit.go(&address(&organisation)))
}
