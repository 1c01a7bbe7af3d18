//! Taking a file, piece by piece.

use app::components::Fields;
use app::responses::import as pages;
use axum::extract::Request;
use axum::response::Response;
use domain::forms::{Form, Problem, Problems};
use services::Failure;
use services::responses::import::batch;

use super::list_page;
use crate::web::files;
use crate::web::visit::{Stop, Visit};

/// Takes a file.
pub async fn upload(visit: Visit, request: Request) -> Result<Response, Stop> {
    let call = visit.call()?;
    let upload = match files::upload(&visit, "file", request).await? {
        Ok(upload) => upload,
        Err(unread) => return Ok(unread),
    };
    let Some((incoming, name)) = upload.file else {
        return again(&visit, Problem::new("file", "error-import-none").into()).await;
    };
    match batch::upload(visit.services(), &call, incoming, &name).await {
        Err(Failure::Invalid(problems)) => again(&visit, problems).await,
        taken => Ok(visit.go(&format!("{}/columns", pages::address(&call, taken?)))),
    }
}

/// The list again, with what is wrong with the file.
async fn again(visit: &Visit, problems: Problems) -> Result<Response, Stop> {
    list_page(visit, Fields { form: Form::default(), problems }).await
}
