//! The pages beside the steps: all that is asked, and the way back for those who go on later.

use app::components::Fields;
use app::layout::Area;
use app::responses::base;
use app::responses::later::{ByLetter, LaterPage};
use app::t;
use axum::http::StatusCode;
use axum::response::Response;
use domain::forms::Form;
use domain::responses::{LinkByLetter, reminder_at};
use services::Failure;
use services::calls::Call;
use services::responses::{Draft, by_letter, documents, draft};

use super::super::typed::{Typed, query};
use super::super::visit::{Stop, Visit};
use super::keeping::KEPT;
use super::together::SHARED;
use super::{opened, together};

/// Where the buttons of a step lead that do not lead on: to the page for those who come back later, and to all that is asked.
pub(super) const ASIDE: [&str; 2] = ["later", "contents"];

/// Where else than on a form leads, where one of those buttons was pressed.
pub(super) fn aside(typed: &Form) -> Option<&'static str> {
    ASIDE.into_iter().find(|name| typed.sent(name))
}

/// Where one of those buttons leads. Whoever enters a response for somebody else comes to what is entered, or to the one.
pub(super) fn beside_steps(call: &Call, draft: &Draft, aside: &str) -> String {
    match (&draft.keyed, aside) {
        (None, _) => format!("/calls/{}/{aside}", call.slug),
        (Some(_), "later") => format!("/team/calls/{}/entering", call.slug),
        (Some(_), _) => base(call, draft),
    }
}

/// All that is asked, with what is done.
pub async fn contents(visit: Visit) -> Result<Response, Stop> {
    let (call, form, draft) = opened(&visit).await?;
    if draft.is_sent() {
        return Ok(visit.go(&format!("/calls/{}/confirmation", call.slug)));
    }
    draft::check_open(visit.services(), &call, &draft)?;
    let infected = documents::infected(visit.services(), &draft).await?;
    let body = || app::responses::contents::page(&call, &form, &draft, &infected);
    Ok(visit.form(Area::Answering, StatusCode::OK, Fields::default(), || t!("contents-title"), body))
}

/// The private link, for those who go on later, and what was asked of letters with it.
pub async fn later(visit: Visit) -> Result<Response, Stop> {
    let (call, _, draft) = opened(&visit).await?;
    draft::check_open(visit.services(), &call, &draft)?;
    let mut fields = Fields::default();
    let email = visit.person.as_ref().map(|person| person.email.clone()).unwrap_or_default();
    fields.form.set("email", email);
    later_page(&visit, call, &draft, fields).await
}

async fn later_page(visit: &Visit, call: Call, draft: &Draft, fields: Fields) -> Result<Response, Stop> {
    let link = secret(visit, &call);
    let link = link.map(|secret| {
        format!("{}{}", visit.portal.site.public_address, visit.href(&format!("/resume/{secret}")))
    });
    let now = visit.services().clock.now();
    let by_letter = ByLetter {
        sent: query(&visit.uri).sent("sent"),
        reminder: by_letter::reminder(visit.services(), draft).await?,
        can_remind: draft.changing.is_none()
            && call.times.closes.and_then(|closes| reminder_at(closes, now)).is_some(),
    };
    let page = LaterPage {
        by_letter: (visit.portal.mail_server() && link.is_some()).then_some(by_letter),
        link,
        until: draft.until(&call),
        counts_since: draft.counts_since(),
        keeping: together::keeping(visit, draft).await?,
        together: match draft.organisation {
            None => together::offered(visit, call.id).await?,
            Some(_) => Vec::new(),
        },
        call,
    };
    let body = || app::responses::later::page(page);
    Ok(visit.form(Area::Answering, StatusCode::OK, fields, || t!("later-title"), body))
}

/// The secret of the draft that this browser holds. Whoever opened it from an account never had it.
fn secret(visit: &Visit, call: &Call) -> Option<String> {
    visit.draft_secret(call).filter(|secret| !secret.starts_with(KEPT) && !secret.starts_with(SHARED))
}

/// Sends the private link, or takes back the reminder that was asked for with it.
pub async fn write_later(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let (call, _, draft) = opened(&visit).await?;
    draft::check_open(visit.services(), &call, &draft)?;
    if typed.sent("stop") {
        by_letter::stop(visit.services(), &draft).await?;
        return Ok(visit.go(&format!("/calls/{}/later", call.slug)));
    }
    let secret = secret(&visit, &call).filter(|_| visit.portal.mail_server());
    let secret = secret.ok_or(Failure::NotFound("link"))?;
    let sent = match LinkByLetter::parse(&typed) {
        Err(problems) => Err(Failure::Invalid(problems)),
        Ok(wanted) => by_letter::send(visit.services(), &call, &draft, &secret, wanted, visit.language).await,
    };
    match sent {
        Err(Failure::Invalid(problems)) => {
            later_page(&visit, call, &draft, Fields { form: typed, problems }).await
        }
        sent => {
            sent?;
            Ok(visit.go(&format!("/calls/{}/later?sent=1", call.slug)))
        }
    }
}
