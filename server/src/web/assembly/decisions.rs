//! Writing decisions down, and putting right what was written.

use app::assembly::team::decision as pages;
use app::components::Fields;
use app::layout::Area;
use app::t;
use axum::http::StatusCode;
use axum::response::Response;
use domain::assembly::DecisionDetails;
use domain::forms::{Form, Problems};
use services::assembly::{Assembly, Candidate, Candidates, candidates, decisions};
use uuid::Uuid;

use super::place::{At, home, item_at, meeting_home, number};
use crate::web::typed::Typed;
use crate::web::visit::{Stop, Visit};

/// The form of a new decision.
pub async fn new_page(visit: Visit, at: At) -> Result<Response, Stop> {
    let (page, item) = item_at(&visit, &at).await?;
    let known = candidates(visit.services(), visit.actor()).await?;
    let back = (meeting_home(&page.assembly, &page.meeting), item.title);
    Ok(form(&visit, back, true, &known, Fields::default()))
}

/// Writes a decision down.
pub async fn decide(visit: Visit, at: At, Typed(typed): Typed) -> Result<Response, Stop> {
    let (page, item) = item_at(&visit, &at).await?;
    let known = candidates(visit.services(), visit.actor()).await?;
    let back = (meeting_home(&page.assembly, &page.meeting), item.title);
    let done = async {
        let details = parse(&typed, &known)?;
        decisions::decide(visit.services(), &page.meeting, item.id, details).await?;
        Ok(back.0.clone())
    };
    let done = done.await;
    visit.done(done, typed, |fields| form(&visit, back, true, &known, fields))
}

/// The form of a decision that is there.
pub async fn edit_page(visit: Visit, at: At) -> Result<Response, Stop> {
    let (held, number) = (visit.assembly()?, number(&at)?);
    let details = decisions::details(visit.services(), &held, number).await?;
    let known = candidates(visit.services(), visit.actor()).await?;
    Ok(form(&visit, back(&held), false, &known, Fields::of(details.form())))
}

/// Puts right what was written down.
pub async fn correct(visit: Visit, at: At, Typed(typed): Typed) -> Result<Response, Stop> {
    let (held, number) = (visit.assembly()?, number(&at)?);
    let known = candidates(visit.services(), visit.actor()).await?;
    let done = async {
        decisions::correct(visit.services(), &held, number, parse(&typed, &known)?).await?;
        Ok(home(&held))
    };
    let done = done.await;
    visit.done(done, typed, |fields| form(&visit, back(&held), false, &known, fields))
}

fn back(held: &Assembly) -> (String, String) {
    (home(held), held.name.clone())
}

fn parse(typed: &Form, known: &Candidates) -> Result<DecisionDetails, Problems> {
    let ids = |all: &[Candidate]| all.iter().map(|one| one.id).collect::<Vec<Uuid>>();
    let calls: Vec<Uuid> = known.calls.iter().map(|call| call.id).collect();
    DecisionDetails::parse(typed, &ids(&known.findings), &ids(&known.recommendations), &calls)
}

fn form(visit: &Visit, back: (String, String), new: bool, known: &Candidates, fields: Fields) -> Response {
    let heading = || if new { t!("decisions-add") } else { t!("decision-change") };
    visit.form(Area::Team, StatusCode::OK, fields, heading, || pages::form(back, heading(), known))
}
