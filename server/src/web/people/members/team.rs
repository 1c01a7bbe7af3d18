//! What the team does about who acts for an organisation: it gives codes, and decides where there is no owner.

use app::components::Fields;
use app::layout::Area;
use app::people::members::team as pages;
use app::t;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::forms::Problem;
use domain::people::{CodePassing, MemberRole};
use services::Failure;
use services::people::members::ask::{self, By};
use services::people::members::{code, page as read};
use services::people::organisations::{self as bodies, Organisation};

use super::requests::{settle, show as show_request};
use crate::web::cookies;
use crate::web::people::held as cookie;
use crate::web::typed::Typed;
use crate::web::visit::{Stop, Visit};

type At = Path<(String, String)>;

async fn held(visit: &Visit, slug: &str) -> Result<Organisation, Failure> {
    bodies::by_slug(visit.services(), slug).await
}

/// The page of one organisation, with its code where that was made just now to be read out.
pub async fn page(visit: Visit, Path(slug): Path<String>) -> Result<Response, Stop> {
    let held = held(&visit, &slug).await?;
    let mut once = None;
    if let Some(code) = cookie(&visit, cookies::SHOWN_ONCE) {
        once = code::is_of(visit.services(), held.id, &code).await?.then_some(code);
    }
    let mut response = show(&visit, held, Fields::default(), once).await?;
    cookies::clear(&visit.portal.site, &mut response, cookies::SHOWN_ONCE);
    Ok(response)
}

async fn show(
    visit: &Visit,
    held: Organisation,
    fields: Fields,
    code: Option<String>,
) -> Result<Response, Stop> {
    let shown = read::for_the_team(visit.services(), held).await?;
    let title = || t!("organisation-members");
    Ok(visit.form(Area::Team, StatusCode::OK, fields, title, || pages::page(shown, code)))
}

/// Gives the organisation a code: by letter, or to be shown once on the next page.
pub async fn issue(visit: Visit, Path(slug): Path<String>, Typed(typed): Typed) -> Result<Response, Stop> {
    let held = held(&visit, &slug).await?;
    let done = match CodePassing::parse(typed.value("passing")) {
        None => Err(Problem::new("passing", "error-member-code-passing").into()),
        Some(passing) => code::issue(visit.services(), held.id, passing).await.map(|code| (passing, code)),
    };
    match done {
        Err(Failure::Invalid(problems)) => show(&visit, held, Fields { form: typed, problems }, None).await,
        done => {
            let (passing, code) = done?;
            let mut response = visit.go(&members(&held));
            if passing == CodePassing::Telephone {
                cookies::set(&visit.portal.site, &mut response, cookies::SHOWN_ONCE, code.as_str());
            }
            Ok(response)
        }
    }
}

pub(super) fn members(held: &Organisation) -> String {
    format!("/team/organisations/{}/members", held.slug)
}

/// Takes the code back.
pub async fn withdraw(visit: Visit, Path(slug): Path<String>) -> Result<Response, Stop> {
    let held = held(&visit, &slug).await?;
    code::withdraw(visit.services(), held.id).await?;
    Ok(visit.go(&members(&held)))
}

/// Everyone who waits for the team.
pub async fn all_requests(visit: Visit) -> Result<Response, Stop> {
    let all = ask::for_the_team(visit.services()).await?;
    Ok(visit.team(|| t!("organisation-requests-all"), || pages::requests(all)))
}

/// Somebody who waits for the team.
pub async fn request(visit: Visit, Path((slug, id)): At) -> Result<Response, Stop> {
    let held = held(&visit, &slug).await?;
    show_request(&visit, &held, &id, By::Team, Fields::default()).await
}

/// Decides about somebody who waits for the team. Whom it lets in is the owner.
pub async fn decide(visit: Visit, Path((slug, id)): At, Typed(mut typed): Typed) -> Result<Response, Stop> {
    let held = held(&visit, &slug).await?;
    typed.set("role", MemberRole::Owner.as_str());
    match settle(&visit, &held, &id, By::Team, &typed).await {
        Err(Failure::Invalid(problems)) => {
            show_request(&visit, &held, &id, By::Team, Fields { form: typed, problems }).await
        }
        done => {
            done?;
            Ok(visit.go(&members(&held)))
        }
    }
}
