//! Letters: the team's pages of them, and the page on which they are stopped.

pub mod follow;
pub mod stop;
pub mod texts;

use app::components::Fields;
use app::layout::Area;
use app::mail::team;
use app::t;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::mail::{LetterState, TestLetter};
use services::Failure;
use services::mail::{Sheet, desk, pause, texts as own_texts};
use uuid::Uuid;

use super::typed::{self, Typed, query};
use super::visit::{Stop, Visit};

/// The letters of one shelf.
pub async fn shelf(visit: Visit) -> Result<Response, Stop> {
    let (services, asked) = (visit.services(), query(&visit.uri));
    let shelf = LetterState::parse(asked.value("shelf")).filter(|shelf| desk::SHELVES.contains(shelf));
    let shelf = shelf.unwrap_or(LetterState::Waiting);
    let page = typed::page(&asked);
    let shown = team::Shelf {
        shelf,
        page,
        counts: desk::counts(services).await?,
        letters: desk::list(services, shelf, page).await?,
        mail_server: visit.portal.mail_server(),
        paused: pause::since(services).await?,
    };
    Ok(visit.team(|| t!("letters-title"), || team::shelf(shown)))
}

fn id(letter: &str) -> Result<Uuid, Failure> {
    letter.parse().map_err(|_| Failure::NotFound("letter"))
}

/// One letter: the words that were sent, or those that would be now. Nobody but whoever gets it reads a secret one.
pub async fn letter(visit: Visit, Path(letter): Path<String>) -> Result<Response, Stop> {
    let services = visit.services();
    let letter = desk::by_id(services, id(&letter)?).await?;
    if letter.kind.secret() {
        let title = app::mail::names::kind(letter.kind);
        return Ok(visit.team(|| title.clone(), || team::letter(letter, title.clone(), None)));
    }
    let (subject, body) = if let Some(sent) = letter.sent.clone() {
        sent
    } else {
        let text = own_texts::own(services.db.read(), letter.kind, letter.language).await?;
        let written = app::mail::write(&Sheet {
            kind: letter.kind,
            language: letter.language,
            fill: &letter.fill,
            text: text.as_ref(),
            site: &visit.portal.site.public_address,
            reveal: false,
        });
        (written.subject, written.plain)
    };
    let title = subject.clone();
    Ok(visit.team(|| title, || team::letter(letter, subject, Some(body))))
}

/// Has one letter sent, again or at last.
pub async fn again(visit: Visit, Path(letter): Path<String>) -> Result<Response, Stop> {
    let letter = id(&letter)?;
    desk::again(visit.services(), letter).await?;
    Ok(visit.go(&format!("/team/letters/{letter}")))
}

/// Notes that a letter did arrive.
pub async fn arrived(visit: Visit, Path(letter): Path<String>) -> Result<Response, Stop> {
    let letter = id(&letter)?;
    desk::arrived(visit.services(), letter).await?;
    Ok(visit.go(&format!("/team/letters/{letter}")))
}

/// Has all letters of a shelf sent.
pub async fn all_again(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let shelf = LetterState::parse(typed.value("shelf")).ok_or(Failure::NotFound("shelf"))?;
    desk::all_again(visit.services(), shelf).await?;
    Ok(visit.go("/team/letters"))
}

/// Pauses sending.
pub async fn pause(visit: Visit) -> Result<Response, Stop> {
    pause::begin(visit.services()).await?;
    Ok(visit.go("/team/letters"))
}

/// Goes on sending.
pub async fn resume(visit: Visit) -> Result<Response, Stop> {
    pause::end(visit.services()).await?;
    Ok(visit.go("/team/letters"))
}

/// The form of a test letter.
pub async fn test_page(visit: Visit) -> Response {
    test_form(&visit, Fields::default())
}

fn test_form(visit: &Visit, fields: Fields) -> Response {
    visit.form(Area::Team, StatusCode::OK, fields, || t!("letters-test"), team::test)
}

/// Posts a test letter.
pub async fn test(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let done = match TestLetter::parse(&typed) {
        Err(problems) => Err(Failure::Invalid(problems)),
        Ok(letter) => desk::test(visit.services(), letter).await.map(|()| "/team/letters".to_owned()),
    };
    visit.done(done, typed, |fields| test_form(&visit, fields))
}
