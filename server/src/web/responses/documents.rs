//! Documents that come along with a response: taking them, piece by piece, and handing them out, never as a page.

use app::components::Fields;
use app::responses::base;
use app::responses::fields::Attached;
use axum::body::Body;
use axum::extract::multipart::{Field, Multipart, MultipartError};
use axum::extract::{DefaultBodyLimit, FromRequest, Path, Request};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::calls::{Answer, Asks, Question};
use domain::files::{Document, ScanState};
use domain::forms::{Form, Problem, Problems};
use domain::responses::Step;
use services::Failure;
use services::calls::Questionnaire;
use services::files::{Incoming, keep};
use services::responses::{Draft, documents, read};

use super::super::typed::{TOO_LARGE, Typed, has_files};
use super::super::visit::{Stop, Visit};
use super::aside::aside;

/// How much more than the documents a request may have. What is too large is read to its end, so that the browser hears why.
pub(super) const MORE: u64 = 64 * 1024 * 1024;

/// The most bytes of a field that is no file.
const LARGEST_FIELD: usize = 4096;

/// No page: nothing in it runs, whatever a browser takes it for.
const POLICY: &str =
    "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; sandbox";

/// The question of a step, where it asks for documents.
pub(super) fn asked(form: &Questionnaire, step: Step) -> Option<&Question> {
    let Step::Question(number) = step else { return None };
    form.questions.get(number - 1).filter(|asked| matches!(asked.asks, Asks::Documents(_)))
}

/// What the page of a step shows of the documents that are there.
pub(super) fn attached(visit: &Visit, form: &Questionnaire, draft: &Draft, step: Step) -> Option<Attached> {
    let asked = asked(form, step)?;
    let sent = draft.answer_to(asked).map(|answer| answer.documents().to_vec()).unwrap_or_default();
    let base = visit.about.call.as_ref().map(|call| base(call, draft)).unwrap_or_default();
    let megabytes = visit.services().files.largest_megabytes();
    Some(Attached { sent, megabytes, address: format!("{base}/documents") })
}

/// What a form with documents asked for.
pub(super) enum Outcome {
    /// Back to the page: something was attached or taken out.
    Again,
    /// On, with what was typed besides.
    Onward(Form),
    Wrong(Fields),
    /// The form could not be read.
    Unread(Response),
}

/// Takes the documents of a form, and takes out the one that is to go.
pub(super) async fn take(
    visit: &Visit,
    draft: &Draft,
    asked: &Question,
    mut request: Request,
) -> Result<Outcome, Stop> {
    let most = match &asked.asks {
        Asks::Documents(settings) => u64::from(settings.most),
        _ => 0,
    };
    let (typed, problems, came) = if has_files(&request) {
        let largest = visit.services().files.largest() * most + MORE;
        DefaultBodyLimit::max(usize::try_from(largest).unwrap_or(usize::MAX)).apply(&mut request);
        let parts = match Multipart::from_request(request, &()).await {
            Ok(parts) => parts,
            Err(error) => return Ok(Outcome::Unread(error.into_response())),
        };
        match of_parts(visit, draft, asked, parts).await? {
            Ok(read) => read,
            Err(error) => return Ok(Outcome::Unread(unread(&error))),
        }
    } else {
        match Typed::from_request(request, &()).await {
            Ok(Typed(typed)) => (typed, Problems::default(), 0),
            Err(response) => return Ok(Outcome::Unread(response)),
        }
    };
    let mut problems = problems;
    let there = draft.answer_to(asked).is_some() || came > 0;
    if typed.sent("remove") {
        documents::remove(visit.services(), draft, asked, typed.value("remove")).await?;
    } else if typed.sent("attach") && came == 0 && problems.is_empty() {
        problems.add(Problem::new("answer", "error-answer-documents-none"));
    } else if asked.required && !there && problems.is_empty() && aside(&typed).is_none() {
        problems.add(Problem::new("answer", "error-answer-documents-missing"));
    }
    Ok(if !problems.is_empty() {
        Outcome::Wrong(Fields { form: Form::default(), problems })
    } else if typed.sent("remove") || typed.sent("attach") {
        Outcome::Again
    } else {
        Outcome::Onward(typed)
    })
}

/// The answer to a form that could not be read to its end.
pub(super) fn unread(error: &MultipartError) -> Response {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Stop(Failure::Refused(TOO_LARGE)).into_response(),
        status => status.into_response(),
    }
}

/// The fields of a form, what is wrong with its files, and how many of them were kept.
type Read = (Form, Problems, usize);

async fn of_parts(
    visit: &Visit,
    draft: &Draft,
    asked: &Question,
    mut parts: Multipart,
) -> Result<Result<Read, MultipartError>, Stop> {
    let (mut form, mut problems, mut came) = (Form::default(), Problems::default(), 0);
    let mut draft = draft.clone();
    loop {
        let part = match parts.next_field().await {
            Ok(Some(part)) => part,
            Ok(None) => return Ok(Ok((form, problems, came))),
            Err(error) => return Ok(Err(error)),
        };
        let (name, file) = (part.name().unwrap_or_default().to_owned(), part.file_name().map(str::to_owned));
        match file {
            // A field for files where none was chosen sends one without a name.
            Some(file) if name == "answer" && !file.is_empty() => {
                let incoming = match receive(visit, part).await? {
                    Ok(incoming) => incoming,
                    Err(error) => return Ok(Err(error)),
                };
                match documents::attach(visit.services(), &draft, asked, incoming, &file).await {
                    Err(Failure::Invalid(found)) => {
                        for problem in found.iter().cloned() {
                            problems.add(problem);
                        }
                    }
                    kept => {
                        let sent = domain::calls::Given::Documents(kept?);
                        draft.answers.insert(asked.id, sent.into());
                        came += 1;
                    }
                }
            }
            Some(_) => {}
            None => match small(part).await {
                Ok(value) => form.add(&name, value),
                Err(error) => return Ok(Err(error)),
            },
        }
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
async fn small(mut part: Field<'_>) -> Result<String, MultipartError> {
    let mut read = Vec::new();
    while let Some(piece) = part.chunk().await? {
        let room = LARGEST_FIELD.saturating_sub(read.len());
        read.extend_from_slice(&piece[..piece.len().min(room)]);
    }
    Ok(String::from_utf8_lossy(&read).into_owned())
}

/// A document of the draft or the response that this browser holds, for whoever sent it.
pub async fn own(visit: Visit, Path((_, hash)): Path<(String, String)>) -> Result<Response, Stop> {
    let (_, _, draft) = super::opened(&visit).await?;
    of_draft(&visit, &draft, &hash).await
}

/// A document of a draft that was found.
pub(super) async fn of_draft(visit: &Visit, draft: &Draft, hash: &str) -> Result<Response, Stop> {
    let mut all = draft.answers.values().flat_map(Answer::documents);
    let document = all.find(|document| document.hash == hash).ok_or(Failure::NotFound("document"))?;
    let known = keep::known(visit.services().db.read(), [document.hash.as_str()]).await?;
    if known.get(&document.hash).is_none_or(|kept| kept.scan == ScanState::Infected) {
        return Err(Failure::Refused("error-document-infected").into());
    }
    handed_out(visit, document, &format!("document.{}", document.kind)).await
}

/// A document of a response, for the team.
pub async fn open(
    visit: Visit,
    Path((_, reference, hash)): Path<(String, String, String)>,
) -> Result<Response, Stop> {
    let call = visit.call()?;
    let response = read::by_reference(visit.services(), call.id, &reference).await?;
    let sent = documents::open(visit.services(), &response, &hash).await?;
    let name = format!("{}-{}.{}", response.reference, sent.number, sent.document.kind);
    handed_out(&visit, &sent.document, &name).await
}

/// The bytes, under a name that nobody else chose, to be saved and never shown.
pub(super) async fn handed_out(visit: &Visit, document: &Document, name: &str) -> Result<Response, Stop> {
    let bytes = keep::bytes(visit.services(), &document.hash).await?;
    let mut response = Body::from_stream(bytes).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(document.kind.media_type()));
    headers.insert(header::CONTENT_LENGTH, document.size.into());
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    Ok(response)
}
