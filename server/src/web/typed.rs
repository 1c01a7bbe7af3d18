//! A form as it was sent.

use axum::body::Bytes;
use axum::extract::multipart::{Multipart, MultipartError};
use axum::extract::{FromRequest, Request};
use axum::http::{StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use domain::forms::Form;

/// The reason why a form is refused unread.
pub(super) const TOO_LARGE: &str = "error-form-too-large";

/// The form in the body of a request; of a file that was chosen, its text. Invalid UTF-8 becomes replacement characters:
/// nothing typed is refused for it.
pub struct Typed(pub Form);

impl<S: Send + Sync> FromRequest<S> for Typed {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        if has_files(&request) {
            return of_parts(request, state).await.map(Self);
        }
        let bytes =
            Bytes::from_request(request, state).await.map_err(|error| refused(error.status(), error))?;
        Ok(Self(Form::from_pairs(form_urlencoded::parse(&bytes).into_owned())))
    }
}

pub(super) fn has_files(request: &Request) -> bool {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("multipart/form-data"))
}

/// The fields of a form that can carry files. They are texts, so they are held as whatever was typed is.
async fn of_parts<S: Send + Sync>(request: Request, state: &S) -> Result<Form, Response> {
    let unread = |error: MultipartError| refused(error.status(), error);
    let mut parts = Multipart::from_request(request, state).await.map_err(IntoResponse::into_response)?;
    let mut form = Form::default();
    while let Some(part) = parts.next_field().await.map_err(unread)? {
        let Some(name) = part.name().map(str::to_owned) else { continue };
        let bytes = part.bytes().await.map_err(unread)?;
        form.add(&name, text(&bytes));
    }
    Ok(form)
}

/// A text as a browser sends it or a spreadsheet writes it: UTF-8, and where it is not, the letters of Windows, in which
/// Excel saves tables in this country.
fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec())
        .unwrap_or_else(|_| encoding_rs::WINDOWS_1252.decode(bytes).0.into_owned())
}

/// The answer to a form that could not be read.
fn refused(status: StatusCode, error: impl IntoResponse) -> Response {
    match status {
        StatusCode::PAYLOAD_TOO_LARGE => super::visit::stopped(services::Failure::Refused(TOO_LARGE)),
        _ => error.into_response(),
    }
}

/// The page of a list that is asked for, counted from 1.
pub fn page(asked: &Form) -> u64 {
    asked.value("page").parse().ok().filter(|page| *page > 0).unwrap_or(1)
}

/// The query of an address as a form.
pub fn query(uri: &Uri) -> Form {
    Form::from_pairs(form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes()).into_owned())
}
