//! Documents that come along with a response: taking them, piece by piece, and handing them out, never as a page.

use app::components::Fields;
use app::responses::base;
use app::responses::fields::Attached;
use axum::extract::multipart::{Multipart, MultipartError};
use axum::extract::{FromRequest, Path, Request};
use axum::response::{IntoResponse, Response};
use domain::calls::{Answer, Asks, Question};
use domain::files::ScanState;
use domain::forms::{Form, Problem, Problems};
use domain::responses::Step;
use services::Failure;
use services::calls::Questionnaire;
use services::files::keep;
use services::responses::{Draft, documents, read};

use super::super::files::{handed_out, make_room, receive, small, unread};
use super::super::typed::{Typed, has_files};
use super::super::visit::{Stop, Visit};
use super::aside::aside;

/// The question of a step, where it asks for documents.
pub(super) fn asked(form: &Questionnaire, step: Step) -> Option<&Question> {
    let Step::Question(number) = step else { return None };
    form.questions.get(number - 1).filter(|asked| matches!(asked.asks, Asks::Documents(_)))
}

/// What the page of a step shows of the documents that are there.
pub(super) async fn attached(
    visit: &Visit,
    form: &Questionnaire,
    draft: &Draft,
    step: Step,
) -> Result<Option<Attached>, Failure> {
    let Some(asked) = asked(form, step) else { return Ok(None) };
    let infected = documents::infected(visit.services(), draft).await?;
    let sent = draft.answer_to(asked).map(|answer| answer.documents().to_vec()).unwrap_or_default();
    let base = visit.about.call.as_ref().map(|call| base(call, draft)).unwrap_or_default();
    let megabytes = visit.services().files.largest_megabytes();
    Ok(Some(Attached { sent, megabytes, address: format!("{base}/documents"), infected }))
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
        make_room(visit, most, &mut request);
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
    let name = format!("document.{}", document.kind);
    handed_out(visit, &document.hash, (document.kind, document.size), &name).await
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
    let document = &sent.document;
    handed_out(&visit, &document.hash, (document.kind, document.size), &name).await
}
