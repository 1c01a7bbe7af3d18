//! Where people tell a group what happened to them, and the page of what each has told.

use app::components::Fields;
use app::layout::Area;
use app::responses::gathering::asking as pages;
use app::responses::gathering::mine::{self as own, Done};
use app::t;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::forms::Form;
use domain::responses::{StoryTold, StoryUse};
use services::Failure;
use services::responses::gathering::told::{self, Asking};

use crate::web::typed::{Typed, query};
use crate::web::visit::{Stop, Visit};

/// What a group asks, with the form; or that it asks no more.
pub async fn page(visit: Visit, Path(secret): Path<String>) -> Result<Response, Stop> {
    let asking = told::by_secret(visit.services(), &secret).await?;
    if asking.open {
        return Ok(form(&visit, &asking, Fields::default()));
    }
    Ok(over(&visit, Some(&asking), None, StatusCode::OK))
}

fn form(visit: &Visit, asking: &Asking, fields: Fields) -> Response {
    // What is sent back with what is wrong with it is still the same story.
    let once = match fields.form.value("once") {
        "" => visit.services().clock.secret(),
        once => once.to_owned(),
    };
    let title = asking.gathering.details.heading.clone();
    visit.form(Area::Answering, StatusCode::OK, fields, || title, || pages::page(asking, once))
}

fn over(visit: &Visit, asking: Option<&Asking>, written: Option<String>, status: StatusCode) -> Response {
    let body = || pages::over(asking, written);
    visit.form(Area::Answering, status, Fields::default(), || t!("story-over-title"), body)
}

/// Takes a story, and leads to its own page. Where nothing is taken any more, what was typed is handed back.
pub async fn tell(visit: Visit, Path(secret): Path<String>, Typed(typed): Typed) -> Result<Response, Stop> {
    let written = typed.long_text("story");
    let asking = match told::by_secret(visit.services(), &secret).await {
        Err(Failure::NotFound(_)) if written.is_some() => {
            return Ok(over(&visit, None, written, StatusCode::NOT_FOUND));
        }
        asking => asking?,
    };
    let story = match StoryTold::parse(&typed, asking.gathering.details.named) {
        // A second click after the last moment still leads to what the first has sent.
        Err(_) if !asking.open => return Ok(over(&visit, Some(&asking), written, StatusCode::CONFLICT)),
        Err(problems) => return Ok(form(&visit, &asking, Fields { form: typed, problems })),
        Ok(story) => story,
    };
    match told::tell(visit.services(), &secret, typed.value("once"), story).await {
        Err(Failure::Refused("error-gathering-over")) => {
            Ok(over(&visit, Some(&asking), written, StatusCode::CONFLICT))
        }
        Err(Failure::Refused(full)) => {
            let problems = domain::forms::Problem::new("story", full).into();
            Ok(form(&visit, &asking, Fields { form: typed, problems }))
        }
        token => Ok(visit.go(&format!("/my-story/{}?told=1", token?))),
    }
}

/// What somebody told, by their own link.
pub async fn mine(visit: Visit, Path(token): Path<String>) -> Result<Response, Stop> {
    show(&visit, &token, None).await
}

async fn show(visit: &Visit, token: &str, fields: Option<Fields>) -> Result<Response, Stop> {
    let mine = told::mine(visit.services(), token).await?;
    let here = format!("/my-story/{token}");
    let link = format!("{}{}", visit.portal.site.public_address, visit.href(&here));
    let asked = query(&visit.uri);
    let done = match (&fields, asked.sent("told"), asked.sent("changed")) {
        (Some(_), ..) | (None, false, false) => None,
        (None, true, _) => Some(Done::Told),
        (None, false, true) => Some(Done::Changed),
    };
    let fields = fields.unwrap_or_else(|| Fields::of(Form::from_pairs([("use", mine.uses.as_str())])));
    let body = || own::page(&mine, link, &here, done.filter(|_| mine.taken_back_at.is_none()));
    Ok(visit.form(Area::Answering, StatusCode::OK, fields, || t!("story-mine"), body))
}

/// Changes how a story may be used.
pub async fn permit(visit: Visit, Path(token): Path<String>, Typed(typed): Typed) -> Result<Response, Stop> {
    let mine = told::mine(visit.services(), &token).await?;
    match StoryUse::read(&typed, !mine.name.is_empty()) {
        Err(problem) if mine.may_change() => {
            show(&visit, &token, Some(Fields { form: typed, problems: problem.into() })).await
        }
        Err(_) => Ok(visit.go(&format!("/my-story/{token}"))),
        Ok(uses) => {
            told::permit(visit.services(), &token, uses).await?;
            Ok(visit.go(&format!("/my-story/{token}?changed=1")))
        }
    }
}

/// Asks whether a story is to be taken back.
pub async fn take_back_page(visit: Visit, Path(token): Path<String>) -> Result<Response, Stop> {
    let mine = told::mine(visit.services(), &token).await?;
    let here = format!("/my-story/{token}");
    if mine.taken_back_at.is_some() {
        return Ok(visit.go(&here));
    }
    let (fields, body) = (Fields::default(), || own::take_back(&mine, &here));
    Ok(visit.form(Area::Answering, StatusCode::OK, fields, || t!("story-take-back-title"), body))
}

/// Takes it back.
pub async fn take_back(visit: Visit, Path(token): Path<String>) -> Result<Response, Stop> {
    told::take_back(visit.services(), &token).await?;
    Ok(visit.go(&format!("/my-story/{token}")))
}
