//! Taking a file, piece by piece.

use app::components::Fields;
use app::responses::import as pages;
use axum::extract::multipart::Multipart;
use axum::extract::{DefaultBodyLimit, FromRequest, Request};
use axum::response::{IntoResponse, Response};
use domain::forms::{Form, Problem};
use services::Failure;
use services::responses::import::batch;

use super::list_page;
use crate::web::responses::documents::{MORE, receive, unread};
use crate::web::typed::has_files;
use crate::web::visit::{Stop, Visit};

/// Takes a file.
pub async fn upload(visit: Visit, mut request: Request) -> Result<Response, Stop> {
    let call = visit.call()?;
    let largest = visit.services().files.largest() + MORE;
    DefaultBodyLimit::max(usize::try_from(largest).unwrap_or(usize::MAX)).apply(&mut request);
    if has_files(&request) {
        let mut parts = match Multipart::from_request(request, &()).await {
            Ok(parts) => parts,
            Err(error) => return Ok(error.into_response()),
        };
        loop {
            let part = match parts.next_field().await {
                Ok(Some(part)) => part,
                Ok(None) => break,
                Err(error) => return Ok(unread(&error)),
            };
            let name = part.file_name().unwrap_or_default().to_owned();
            if part.name() != Some("file") || name.is_empty() {
                continue;
            }
            let incoming = match receive(&visit, part).await? {
                Ok(incoming) => incoming,
                Err(error) => return Ok(unread(&error)),
            };
            return match batch::upload(visit.services(), &call, incoming, &name).await {
                Err(Failure::Invalid(problems)) => {
                    list_page(&visit, Fields { form: Form::default(), problems }).await
                }
                taken => Ok(visit.go(&format!("{}/columns", pages::address(&call, taken?)))),
            };
        }
    }
    let problems = Problem::new("file", "error-import-none").into();
    list_page(&visit, Fields { form: Form::default(), problems }).await
}
