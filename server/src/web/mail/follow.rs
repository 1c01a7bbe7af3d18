//! Following: the form, saying yes by the link of a letter, and what one follows.

use app::components::Fields;
use app::layout::Area;
use app::mail::follow::{self as pages, Offer};
use app::t;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::mail::{FollowForm, Followed, Rate};
use services::Failure;
use services::follow::{self as service, Found};

use crate::web::typed::Typed;
use crate::web::visit::{Stop, Visit};

impl Visit {
    /// What a public page offers to be followed; nothing where no letters leave.
    pub fn offer(&self, of: Followed, slug: &str) -> Option<Offer> {
        self.portal.mail_server().then(|| self.unconditional_offer(of, slug))
    }

    fn unconditional_offer(&self, of: Followed, slug: &str) -> Offer {
        let email = self.person.as_ref().map(|person| person.email.clone()).unwrap_or_default();
        Offer { of, slug: slug.to_owned(), email }
    }
}

type At = Path<(String, String)>;

async fn found(visit: &Visit, Path((of, slug)): At) -> Result<Found, Failure> {
    let of = Followed::parse(&of).ok_or(Failure::NotFound("what can be followed"))?;
    service::find(visit.services(), of, &slug, visit.language).await
}

/// The form as a page.
pub async fn page(visit: Visit, at: At) -> Result<Response, Stop> {
    let found = found(&visit, at).await?;
    let fields = visit.unconditional_offer(found.subject.of, &found.slug).fields();
    Ok(form(&visit, &found, fields))
}

fn form(visit: &Visit, found: &Found, fields: Fields) -> Response {
    let offer = visit.unconditional_offer(found.subject.of, &found.slug);
    let body = || pages::page(&offer, found);
    visit.form(Area::Public, StatusCode::OK, fields, || t!("follow-title"), body)
}

/// Asks at an address whether its owner wants to follow this. The answer is the same for every address.
pub async fn ask(visit: Visit, at: At, Typed(typed): Typed) -> Result<Response, Stop> {
    let found = found(&visit, at).await?;
    let done = match FollowForm::parse(&typed) {
        Err(problems) => Err(Failure::Invalid(problems)),
        Ok(asked) => service::ask(visit.services(), found.clone(), asked, visit.language).await,
    };
    visit.done(done.map(|()| "/follow/sent".to_owned()), typed, |fields| form(&visit, &found, fields))
}

/// Says that a letter is on its way.
pub async fn sent(visit: Visit) -> Response {
    visit.page(|| t!("follow-sent-title"), pages::sent)
}

/// Asks whether to follow, or says that it is so.
pub async fn confirm_page(visit: Visit, Path(token): Path<String>) -> Result<Response, Stop> {
    let request = service::request(visit.services(), &token, visit.language).await?;
    let title = request.clone();
    Ok(visit.page(|| pages::confirm_title(&title), || pages::confirm(request)))
}

/// Says yes.
pub async fn confirm(visit: Visit, Path(token): Path<String>) -> Result<Response, Stop> {
    service::confirm(visit.services(), &token).await?;
    Ok(visit.go(&format!("/follow/confirm/{token}")))
}

/// What whoever got a letter follows.
pub async fn mine(visit: Visit, token: &str) -> Result<Response, Stop> {
    let mine = service::mine(visit.services(), token, visit.language).await?;
    Ok(visit.page(|| t!("following-title"), || pages::mine(mine)))
}

/// Changes or stops some of it, or all.
pub async fn change(visit: Visit, token: &str, typed: &domain::forms::Form) -> Result<Response, Stop> {
    let services = visit.services();
    let one = || typed.value("following").parse().map_err(|_| Failure::NotFound("what is followed"));
    if let Some(rate) = Rate::parse(typed.value("act")) {
        service::set_rate(services, token, one()?, rate).await?;
        return Ok(visit.go(&format!("/letters/stop/{token}")));
    }
    match typed.value("act") {
        "stop" => service::stop_one(services, token, one()?).await?,
        "stop-all" => service::stop_all(services, token).await?,
        // The button of a mail program, which follows no redirects (RFC 8058 §3.1).
        _ => {
            service::stop_of_letter(services, token).await?;
            return mine(visit, token).await;
        }
    }
    Ok(visit.go(&format!("/letters/stop/{token}")))
}
