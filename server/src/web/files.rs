//! Files on their way in, piece by piece, and out, never as a page.

use axum::body::Body;
use axum::extract::multipart::{Field, Multipart, MultipartError};
use axum::extract::{DefaultBodyLimit, FromRequest, Request};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::files::FileKind;
use domain::forms::Form;
use services::Failure;
use services::files::{Incoming, keep};

use super::typed::{TOO_LARGE, Typed, has_files};
use super::visit::{Stop, Visit};

/// How much more than its files a request may have. What is too large is read to its end, so that the browser hears why.
const MORE: u64 = 64 * 1024 * 1024;

/// The most bytes of a field that is no file.
const LARGEST_FIELD: usize = 4096;

/// No page: nothing in it runs, whatever a browser takes it for.
const POLICY: &str =
    "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; sandbox";

/// Lets a request have so many files of the largest size.
pub(super) fn make_room(visit: &Visit, files: u64, request: &mut Request) {
    let largest = visit.services().files.largest() * files + MORE;
    DefaultBodyLimit::max(usize::try_from(largest).unwrap_or(usize::MAX)).apply(request);
}

/// A form, and the file that came with it under its name.
pub(super) struct Upload {
    pub form: Form,
    pub file: Option<(Incoming, String)>,
}

/// Reads a form whose field of this name may hold one file; or gives the answer to one that could not be read.
pub(super) async fn upload(
    visit: &Visit,
    field: &str,
    mut request: Request,
) -> Result<Result<Upload, Response>, Stop> {
    if !has_files(&request) {
        let typed = Typed::from_request(request, &()).await;
        return Ok(typed.map(|Typed(form)| Upload { form, file: None }));
    }
    make_room(visit, 1, &mut request);
    let parts = match Multipart::from_request(request, &()).await {
        Ok(parts) => parts,
        Err(error) => return Ok(Err(error.into_response())),
    };
    Ok(of_parts(visit, field, parts).await?.map_err(|error| unread(&error)))
}

async fn of_parts(
    visit: &Visit,
    field: &str,
    mut parts: Multipart,
) -> Result<Result<Upload, MultipartError>, Stop> {
    let mut upload = Upload { form: Form::default(), file: None };
    loop {
        let part = match parts.next_field().await {
            Ok(Some(part)) => part,
            Ok(None) => return Ok(Ok(upload)),
            Err(error) => return Ok(Err(error)),
        };
        let (name, file) = (part.name().unwrap_or_default().to_owned(), part.file_name().map(str::to_owned));
        match file {
            // A field for files where none was chosen sends one without a name.
            Some(file) if name == field && !file.is_empty() => match receive(visit, part).await? {
                Ok(incoming) => upload.file = Some((incoming, file)),
                Err(error) => return Ok(Err(error)),
            },
            Some(_) => {}
            None => match small(part).await {
                Ok(value) => upload.form.add(&name, value),
                Err(error) => return Ok(Err(error)),
            },
        }
    }
}

/// The answer to a form with files that could not be read.
pub(super) fn unread(error: &MultipartError) -> Response {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Stop(Failure::Refused(TOO_LARGE)).into_response(),
        status => status.into_response(),
    }
}

/// A file, piece by piece.
pub(super) async fn receive(
    visit: &Visit,
    mut part: Field<'_>,
) -> Result<Result<Incoming, MultipartError>, Stop> {
    let mut incoming = Incoming::new(&visit.services().files)?;
    loop {
        match part.chunk().await {
            Ok(Some(piece)) => incoming.take(&piece)?,
            Ok(None) => return Ok(Ok(incoming)),
            Err(error) => return Ok(Err(error)),
        }
    }
}

/// The beginning of a field that is no file.
pub(super) async fn small(mut part: Field<'_>) -> Result<String, MultipartError> {
    let mut read = Vec::new();
    while let Some(piece) = part.chunk().await? {
        let room = LARGEST_FIELD.saturating_sub(read.len());
        read.extend_from_slice(&piece[..piece.len().min(room)]);
    }
    Ok(String::from_utf8_lossy(&read).into_owned())
}

/// The bytes with this hash, under a name that nobody else chose, to be saved and never shown.
pub(super) async fn handed_out(
    visit: &Visit,
    hash: &str,
    (kind, size): (FileKind, u64),
    name: &str,
) -> Result<Response, Stop> {
    let bytes = keep::bytes(visit.services(), hash).await?;
    let mut response = Body::from_stream(bytes).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind.media_type()));
    headers.insert(header::CONTENT_LENGTH, size.into());
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    Ok(response)
}
