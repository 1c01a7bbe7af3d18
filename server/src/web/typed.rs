//! A form as it was sent.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use domain::forms::Form;

/// The reason why a form is refused unread.
pub(super) const TOO_LARGE: &str = "error-form-too-large";

/// The form in the body of a request. Invalid UTF-8 becomes replacement characters: nothing typed is refused for it.
pub struct Typed(pub Form);

impl<S: Send + Sync> FromRequest<S> for Typed {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        let bytes = Bytes::from_request(request, state).await.map_err(|error| match error.status() {
            StatusCode::PAYLOAD_TOO_LARGE => super::visit::stopped(services::Failure::Refused(TOO_LARGE)),
            _ => error.into_response(),
        })?;
        Ok(Self(Form::from_pairs(form_urlencoded::parse(&bytes).into_owned())))
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
