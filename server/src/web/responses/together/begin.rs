//! Beginning a draft for an organisation.

use app::components::Fields;
use app::layout::Area;
use app::responses::together::address;
use app::responses::together::begin::{self as pages, Answerable};
use app::t;
use axum::http::StatusCode;
use axum::response::Response;
use domain::forms::{Form, Problem};
use services::calls::{self, Call};
use services::responses::together::{self, begin as doing};
use services::responses::{Draft, draft as drafts, kept};
use services::{Failure, Services};

use super::SHARED;
use crate::web::calls::private::knows;
use crate::web::responses::keeping::KEPT;
use crate::web::typed::{Typed, query};
use crate::web::visit::{Stop, Visit};

/// The form. The page of a call leads here with the call chosen.
pub async fn page(visit: Visit) -> Result<Response, Stop> {
    let asked = query(&visit.uri);
    let fields = Fields::of(Form::from_pairs([("call", asked.value("call")), ("from", "nothing")]));
    show(&visit, fields).await
}

/// The calls that an organisation could answer now, and has not begun to; one by invitation for whoever knows of it.
async fn answerable(visit: &Visit) -> Result<Vec<Answerable>, Failure> {
    let (services, organisation) = (visit.services(), visit.organisation()?);
    let now = services.clock.now();
    let begun = together::list(services, organisation.id).await?;
    let mut found = Vec::new();
    for call in calls::all(services).await? {
        let open = call.times.may_begin(now) && begun.iter().all(|one| one.call.id != call.id);
        if open && knows(visit, &call).await? {
            found.push(Answerable { held: own(visit, &call).await?.is_some(), call });
        }
    }
    Ok(found)
}

/// A draft of one's own that this browser holds of a call.
async fn own(visit: &Visit, call: &Call) -> Result<Option<Draft>, Failure> {
    let Some(secret) = visit.draft_secret(call) else { return Ok(None) };
    let services: &Services = visit.services();
    let found = match (secret.strip_prefix(KEPT), &visit.person) {
        _ if secret.starts_with(SHARED) => return Ok(None),
        (None, _) => drafts::find(services, &secret).await,
        (Some(id), Some(me)) => match id.parse() {
            Ok(id) => kept::draft_of(services, me.id, id).await,
            Err(_) => return Ok(None),
        },
        (Some(_), None) => return Ok(None),
    };
    match found {
        Err(Failure::NotFound(_)) => Ok(None),
        found => Ok(Some(found?).filter(|draft| draft.call == call.id && draft.submitted_at.is_none())),
    }
}

async fn show(visit: &Visit, fields: Fields) -> Result<Response, Stop> {
    let (organisation, calls) = (visit.organisation()?, answerable(visit).await?);
    let body = || pages::page(&organisation, calls);
    Ok(visit.form(Area::Public, StatusCode::OK, fields, || t!("together-begin-title"), body))
}

/// Begins it, with nothing or with what this browser holds.
pub async fn begin(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    match make(&visit, &typed).await {
        Err(Failure::Invalid(problems)) => show(&visit, Fields { form: typed, problems }).await,
        made => Ok(visit.go(&made?)),
    }
}

/// That there is nothing to turn: said beside the choice, where there is one.
fn none_held(choice: bool) -> Failure {
    let why = "error-shared-none-held";
    if choice { Problem::new("from", why).into() } else { Failure::Refused(why) }
}

async fn make(visit: &Visit, typed: &Form) -> Result<String, Failure> {
    let (services, organisation) = (visit.services(), visit.organisation()?);
    let calls = answerable(visit).await?;
    if calls.is_empty() {
        return Err(Failure::Refused("together-none"));
    }
    let held = calls.iter().any(|one| one.held);
    let call = calls.into_iter().map(|one| one.call).find(|call| call.slug == typed.value("call"));
    let call = call.ok_or_else(|| Problem::new("call", "error-shared-call"))?;
    let draft = if typed.value("from") == "mine" {
        let own = own(visit, &call).await?.ok_or_else(|| none_held(held))?;
        doing::turn(services, &call, &organisation, &own).await?
    } else {
        doing::begin(services, &call, &organisation, visit.language.as_str()).await?
    };
    Ok(address(&organisation.slug, draft))
}
