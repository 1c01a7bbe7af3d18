//! The steps of what is entered: shown and taken as those of every respondent, off paper and with what that needs.

use app::components::Fields;
use app::layout::Area;
use app::responses::entering::{self as pages, EnteredCheck, OnStep};
use app::responses::receipt::ReceiptPage;
use app::t;
use axum::extract::{Path, Request};
use axum::http::StatusCode;
use axum::response::Response;
use domain::calls::Question;
use domain::forms::Form;
use domain::responses::{Step, entry_note};
use services::Failure;
use services::calls::{self, Call, Questionnaire};
use services::people::organisations::{self, Organisation};
use services::responses::{Draft, entering};

use super::found;
use crate::web::responses::{Opened, documents, sent, steps};
use crate::web::visit::{Stop, Visit};

type Place = Path<(String, String, String)>;

/// Shows a step.
pub async fn show(visit: Visit, Path((_, entry, step)): Place) -> Result<Response, Stop> {
    let step = Step::parse(&step).ok_or(Failure::NotFound("page"))?;
    let (_, opened) = found(&visit, &entry).await?;
    match stored(&visit, &opened) {
        Some(there) => Ok(there),
        None => steps::show_opened(&visit, opened, step).await,
    }
}

/// Takes what was sent from a step.
pub async fn answer(visit: Visit, Path((_, entry, step)): Place, request: Request) -> Result<Response, Stop> {
    let step = Step::parse(&step).ok_or(Failure::NotFound("page"))?;
    let (_, opened) = found(&visit, &entry).await?;
    match stored(&visit, &opened) {
        Some(there) => Ok(there),
        None => steps::answer_opened(&visit, opened, step, request).await,
    }
}

/// The way to what was entered, where it is stored already.
fn stored(visit: &Visit, (call, _, draft): &Opened) -> Option<Response> {
    draft.is_sent().then(|| visit.go(&pages::address(call, draft.id)))
}

/// A document that answers a question.
pub async fn document(visit: Visit, Path((_, entry, hash)): Place) -> Result<Response, Stop> {
    let (_, (_, _, draft)) = found(&visit, &entry).await?;
    documents::of_draft(&visit, &draft, &hash).await
}

/// The receipt of what was entered, in the language in which it was written, to be given to whoever wrote it.
pub async fn receipt(visit: Visit, Path((_, entry)): Path<(String, String)>) -> Result<Response, Stop> {
    let (visit, shown) = receipt_of(visit, &entry).await?;
    Ok(sent::on_page(&visit, shown))
}

/// The same as a document of Word's.
pub async fn receipt_document(
    visit: Visit,
    Path((_, entry)): Path<(String, String)>,
) -> Result<Response, Stop> {
    let (visit, shown) = receipt_of(visit, &entry).await?;
    sent::as_document(&visit, &shown)
}

async fn receipt_of(visit: Visit, entry: &str) -> Result<(Visit, ReceiptPage), Stop> {
    let (entry, opened) = found(&visit, entry).await?;
    let visit = Visit { language: entry.keyed.language, ..visit };
    let shown = sent::receipt_of(&visit, opened).await?;
    Ok((visit, shown))
}

/// What one of the team should know on the page of a step.
pub fn on_step(call: &Call, form: &Questionnaire, draft: &Draft, step: Step) -> Option<OnStep> {
    let keyed = draft.keyed.as_ref()?;
    Some(OnStep {
        channel: keyed.channel,
        received: keyed.received_at.with_timezone(&call.zone).date_naive(),
        astray: !draft.leads_to(form, step),
    })
}

/// The check.
pub async fn check(
    visit: &Visit,
    call: Call,
    form: Questionnaire,
    draft: Draft,
    systems: Vec<Organisation>,
    fields: Fields,
) -> Result<Response, Stop> {
    let asked = calls::form(visit.services(), &call).await?;
    let steps = |questions: Vec<&Question>| {
        questions.iter().filter_map(|one| asked.number(one.id)).map(Step::Question).collect()
    };
    let shown = EnteredCheck {
        left_out: steps(entering::left_out(&asked, &draft)),
        astray: steps(entering::off_route(&asked, &draft)),
        call,
        form,
        draft,
        systems,
    };
    let title = || t!("entering-check");
    Ok(visit.form(Area::Team, StatusCode::OK, fields, title, || pages::check(shown)))
}

/// Stores what was entered, with a note where the paper leaves something out.
pub async fn store(
    visit: &Visit,
    call: Call,
    form: Questionnaire,
    draft: Draft,
    typed: Form,
) -> Result<Response, Stop> {
    let services = visit.services();
    let asked = calls::form(services, &call).await?;
    let lacks = !entering::left_out(&asked, &draft).is_empty();
    let note = match entry_note(&typed, lacks) {
        Ok(note) => note,
        Err(problems) => {
            let systems = organisations::systems(services).await?;
            return check(visit, call, form, draft, systems, Fields { form: typed, problems }).await;
        }
    };
    let here = pages::address(&call, draft.id);
    match entering::store(services, &call, &form, &draft, note).await {
        Err(Failure::Refused("error-draft-unfinished")) => Ok(visit.go(&format!("{here}/answer/check"))),
        done => {
            done?;
            Ok(visit.go(&here))
        }
    }
}
