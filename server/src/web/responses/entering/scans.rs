//! Scans of what is entered: taking them, piece by piece, and handing them out, never as a page.

use app::components::Fields;
use app::responses::entering as pages;
use axum::extract::multipart::Multipart;
use axum::extract::{FromRequest, Path, Request};
use axum::response::{IntoResponse, Response};
use domain::forms::{Form, Problem, Problems};
use services::Failure;
use services::responses::draft;
use services::responses::entering::{Entry, scans};

use super::{found, one_page};
use crate::web::files::{handed_out, make_room, receive, unread};
use crate::web::typed::has_files;
use crate::web::visit::{Stop, Visit};

/// Adds scans.
pub async fn add(
    visit: Visit,
    Path((_, entry)): Path<(String, String)>,
    mut request: Request,
) -> Result<Response, Stop> {
    let (entry, opened) = found(&visit, &entry).await?;
    draft::check_open(visit.services(), &opened.0, &opened.2)?;
    make_room(&visit, scans::MOST as u64, &mut request);
    let problems = if has_files(&request) {
        match Multipart::from_request(request, &()).await {
            Ok(parts) => match of_parts(&visit, &entry, parts).await? {
                Ok(problems) => problems,
                Err(response) => return Ok(response),
            },
            Err(error) => return Ok(error.into_response()),
        }
    } else {
        Problem::new("scan", "error-answer-documents-none").into()
    };
    if problems.is_empty() {
        return Ok(visit.go(&pages::address(&opened.0, entry.id)));
    }
    one_page(&visit, (entry, opened), Fields { form: Form::default(), problems }).await
}

/// Takes each of the files, and notes what is wrong with them.
async fn of_parts(
    visit: &Visit,
    entry: &Entry,
    mut parts: Multipart,
) -> Result<Result<Problems, Response>, Stop> {
    let (mut problems, mut came) = (Problems::default(), 0);
    loop {
        let part = match parts.next_field().await {
            Ok(Some(part)) => part,
            Ok(None) => break,
            Err(error) => return Ok(Err(unread(&error))),
        };
        let name = part.file_name().unwrap_or_default().to_owned();
        if part.name() != Some("scan") || name.is_empty() {
            continue;
        }
        let incoming = match receive(visit, part).await? {
            Ok(incoming) => incoming,
            Err(error) => return Ok(Err(unread(&error))),
        };
        came += 1;
        match scans::add(visit.services(), entry.call, entry.id, incoming, &name).await {
            Err(Failure::Invalid(found)) => found.iter().cloned().for_each(|problem| problems.add(problem)),
            added => added?,
        }
    }
    if came == 0 {
        problems.add(Problem::new("scan", "error-answer-documents-none"));
    }
    Ok(Ok(problems))
}

/// Takes a scan out, while the response is entered.
pub async fn remove(
    visit: Visit,
    Path((_, entry, hash)): Path<(String, String, String)>,
) -> Result<Response, Stop> {
    let (entry, (call, _, draft)) = found(&visit, &entry).await?;
    draft::check_open(visit.services(), &call, &draft)?;
    scans::remove(visit.services(), call.id, entry.id, &hash).await?;
    Ok(visit.go(&pages::address(&call, entry.id)))
}

/// Hands a scan out.
pub async fn open(
    visit: Visit,
    Path((_, entry, hash)): Path<(String, String, String)>,
) -> Result<Response, Stop> {
    let (entry, (call, ..)) = found(&visit, &entry).await?;
    let place = (call.id, entry.id);
    let (scan, number) = scans::open(visit.services(), place, &entry.keyed, &hash).await?;
    let name = format!("scan-{number}.{}", scan.kind);
    handed_out(&visit, &scan.hash, (scan.kind, scan.size), &name).await
}
