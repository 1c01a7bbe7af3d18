//! Answering: plain forms, one page a step, each saved before the next is shown ([`steps`]) and where script runs while it
//! is typed ([`answers`], and [`about`] whoever answers); what is added entry by entry ([`entries`]); the pages beside the steps
//! ([`aside`]), what was sent ([`sent`]), changing it ([`change`]), taking it back ([`withdraw`]), and what was held back
//! ([`held`]); answering [`together`], with those who sign too ([`co_signing`]), with the stories of others ([`gathering`]), and
//! with what was answered earlier ([`reuse`]); and what the team enters for those who answer another way ([`entering`]) or
//! brings in from a file ([`import`]).

mod about;
mod answers;
mod aside;
pub mod change;
mod check;
pub mod co_signing;
pub mod documents;
mod ends;
pub mod entering;
pub(in crate::web) mod entries;
pub mod gathering;
pub mod held;
pub mod import;
pub mod keeping;
pub mod reuse;
mod sent;
mod steps;
pub mod together;
pub mod withdraw;

use axum::extract::Path;
use axum::response::Response;
use domain::responses::Step;
use services::calls::invitees::{self, Progress};
use services::calls::{Call, Questionnaire};
use services::responses::{Draft, draft, kept as accounts, together as shared};
use services::{Failure, calls};

pub use self::aside::{contents, later, write_later};
use self::keeping::KEPT;
pub use self::sent::{confirmation, post_receipt, receipt, receipt_document};
pub(in crate::web) use self::steps::offered;
pub use self::steps::{answer, show};
use self::together::SHARED;
use super::cookies;
use super::visit::{Stop, Visit};

/// Begins a draft.
pub async fn start(visit: Visit) -> Result<Response, Stop> {
    let call = visit.call()?;
    let secret = draft::begin(visit.services(), &call, visit.language.as_str()).await?;
    note(&visit, &call, Progress::Begun).await;
    // Whoever is signed in is asked whether the draft is to be kept in their account; nothing is kept in silence.
    let next = if visit.person.is_some() { "keep".to_owned() } else { format!("answer/{}", Step::Who) };
    let mut response = visit.go(&format!("/calls/{}/{next}", call.slug));
    cookies::set(&visit.portal.site, &mut response, &cookies::draft(&call.slug), &secret);
    Ok(response)
}

/// Goes on where the draft stands.
pub async fn go_on(visit: Visit) -> Result<Response, Stop> {
    let (call, form, draft) = opened(&visit).await?;
    if draft.is_sent() {
        return Ok(visit.go(&format!("/calls/{}/confirmation", call.slug)));
    }
    if draft.changing.is_some() && draft::check_open(visit.services(), &call, &draft).is_err() {
        return Ok(visit.go(&format!("/calls/{}/change", call.slug)));
    }
    draft::check_open(visit.services(), &call, &draft)?;
    // Whoever changes what they sent begins where all of it is; a question that was left blank was left so on purpose.
    let step = if draft.changing.is_some() { Step::Check } else { draft.first_open_step(&form) };
    Ok(visit.go(&format!("/calls/{}/answer/{step}", call.slug)))
}

/// Opens a draft by its private link, on this device.
pub async fn resume(visit: Visit, Path(secret): Path<String>) -> Result<Response, Stop> {
    let draft = draft::find(visit.services(), &secret).await?;
    let call = calls::by_id(visit.services(), draft.call).await?;
    let next = if visit.person.is_some() { "keep" } else { "answer" };
    let mut response = visit.go(&format!("/calls/{}/{next}", call.slug));
    cookies::set(&visit.portal.site, &mut response, &cookies::draft(&call.slug), &secret);
    Ok(response)
}

/// The draft of a call that this browser holds, by its secret or in the account of whoever is signed in.
pub(in crate::web) async fn draft_here(visit: &Visit, call: &Call) -> Result<Option<Draft>, Failure> {
    let Some(secret) = visit.draft_secret(call) else { return Ok(None) };
    let found = match (secret.strip_prefix(KEPT), &visit.person) {
        _ if secret.starts_with(SHARED) => opened_together(visit, &secret).await,
        (None, _) => draft::find(visit.services(), &secret).await,
        (Some(id), Some(me)) => match id.parse() {
            Ok(id) => accounts::draft_of(visit.services(), me.id, id).await,
            Err(_) => Err(Failure::NotFound("draft")),
        },
        (Some(_), None) => Err(Failure::NotFound("draft")),
    };
    match found {
        Err(Failure::NotFound(_)) => Ok(None),
        found => found.map(|draft| (draft.call == call.id).then_some(draft)),
    }
}

/// A draft that was found, with the call that it answers and the form of that call.
type Opened = (Call, Questionnaire, Draft);

async fn opened(visit: &Visit) -> Result<Opened, Stop> {
    let call = visit.call()?;
    let draft = draft_here(visit, &call).await?.ok_or(Failure::Refused("error-no-draft"))?;
    let form = calls::form(visit.services(), &call).await?;
    Ok((call, form, draft))
}

/// The draft that an organisation writes, for whoever is a member of it now.
async fn opened_together(visit: &Visit, secret: &str) -> Result<Draft, Failure> {
    let id = secret.strip_prefix(SHARED).and_then(|id| id.parse().ok()).ok_or(Failure::NotFound("draft"))?;
    shared::find(visit.services(), id).await
}

/// Whether the draft is in the account of whoever is signed in. Nobody else is told.
async fn kept_already(visit: &Visit, draft: &Draft) -> Result<bool, Failure> {
    match &visit.person {
        None => Ok(false),
        Some(me) => accounts::keeps(visit.services(), me.id, draft).await,
    }
}

/// Notes how far whoever came by a personal link has come: that alone, and not by which response. Where it cannot be noted
/// they answer all the same.
async fn note(visit: &Visit, call: &Call, progress: Progress) {
    let invitation = cookies::read(&visit.portal.site, &visit.headers, &cookies::invited(&call.slug));
    if let Some(secret) = invitation
        && let Err(error) = invitees::note(visit.services(), call.id, &secret, progress).await
    {
        tracing::error!(%error, "how far an invitation has come could not be noted");
    }
}
