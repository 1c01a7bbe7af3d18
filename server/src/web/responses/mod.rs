//! Answering: plain forms, one page a step, each saved before the next is shown; and what was held back ([`held`]).

pub mod documents;
pub mod held;
pub mod keeping;

use app::components::Fields;
use app::layout::Area;
use app::responses::receipt::ReceiptPage;
use app::responses::step::StepPage;
use app::t;
use axum::extract::{FromRequest, Path, Request};
use axum::http::StatusCode;
use axum::response::Response;
use chrono::TimeDelta;
use domain::calls::Question;
use domain::forms::{Form, Problems};
use domain::responses::{RespondentKind, Step, next_step, previous_step, suspicions};
use services::calls::invitees::{self, Progress};
use services::calls::{Call, Questionnaire};
use services::people::organisations;
use services::responses::{Draft, draft, held as kept, kept as accounts, read, receipt as receipts, submit};
use services::{Failure, calls};

use self::documents::Outcome;
use self::keeping::KEPT;
use super::cookies;
use super::typed::{Typed, query};
use super::visit::{Stop, Visit};

/// Where the buttons of a step lead that do not lead on: to the page for those who come back later, and to all that is asked.
const ASIDE: [&str; 2] = ["later", "contents"];

/// Where else than on a form leads, where one of those buttons was pressed.
fn aside(typed: &Form) -> Option<&'static str> {
    ASIDE.into_iter().find(|name| typed.sent(name))
}

/// How an address says that its page was opened by a changed answer.
const OPENED: &str = "opened";

/// Why an answer is changed from the check, as the address says it; nothing on the way through the form.
fn change(visit: &Visit) -> Option<&'static str> {
    let asked = query(&visit.uri);
    asked.sent("change").then(|| if asked.value("change") == OPENED { OPENED } else { "1" })
}

/// Begins a draft.
pub async fn start(visit: Visit) -> Result<Response, Stop> {
    let call = visit.call()?;
    let secret = draft::begin(visit.services(), &call, visit.language.as_str()).await?;
    note(&visit, &call, Progress::Begun).await;
    // Whoever is signed in is asked whether the draft is to be kept in their account; nothing is kept in silence.
    let next = if visit.person.is_some() { "keep".to_owned() } else { format!("answer/{}", Step::Who) };
    let mut response = visit.go(&format!("/calls/{}/{next}", call.slug));
    cookies::set(&visit.portal.site, &mut response, &cookies::draft(&call.slug), &secret);
    Ok(response)
}

/// Goes on where the draft stands.
pub async fn go_on(visit: Visit) -> Result<Response, Stop> {
    let (call, form, draft) = opened(&visit).await?;
    if draft.submitted_at.is_some() {
        return Ok(visit.go(&format!("/calls/{}/confirmation", call.slug)));
    }
    draft::check_open(visit.services(), &call, &draft)?;
    Ok(visit.go(&format!("/calls/{}/answer/{}", call.slug, draft.first_open_step(&form))))
}

/// Opens a draft by its private link, on this device.
pub async fn resume(visit: Visit, Path(secret): Path<String>) -> Result<Response, Stop> {
    let draft = draft::find(visit.services(), &secret).await?;
    let call = calls::by_id(visit.services(), draft.call).await?;
    let next = if visit.person.is_some() { "keep" } else { "answer" };
    let mut response = visit.go(&format!("/calls/{}/{next}", call.slug));
    cookies::set(&visit.portal.site, &mut response, &cookies::draft(&call.slug), &secret);
    Ok(response)
}

/// Shows a step.
pub async fn show(visit: Visit, Path((_, step)): Path<(String, String)>) -> Result<Response, Stop> {
    let step = Step::parse(&step).ok_or(Failure::NotFound("page"))?;
    let (call, form, draft) = opened(&visit).await?;
    if draft.submitted_at.is_some() {
        return Ok(visit.go(&format!("/calls/{}/confirmation", call.slug)));
    }
    draft::check_open(visit.services(), &call, &draft)?;
    let fields = Fields::of(held(&draft, &form, step)?);
    page(&visit, call, form, draft, step, fields).await
}

/// Takes the answer of a step, keeps it, and goes on; or shows the step again with what is wrong.
pub async fn answer(
    visit: Visit,
    Path((_, step)): Path<(String, String)>,
    request: Request,
) -> Result<Response, Stop> {
    let step = Step::parse(&step).ok_or(Failure::NotFound("page"))?;
    let (call, form, mut draft) = opened(&visit).await?;
    // A second click, or the back button: the response is in, and so is its receipt.
    if draft.submitted_at.is_some() {
        return Ok(answered(&visit, &call).await);
    }
    draft::check_open(visit.services(), &call, &draft)?;
    if let Some(asked) = documents::asked(&form, step) {
        return with_documents(&visit, call, form.clone(), draft, asked, step, request).await;
    }
    let typed = match Typed::from_request(request, &()).await {
        Ok(Typed(typed)) => typed,
        Err(unread) => return Ok(unread),
    };
    let aside = aside(&typed);
    if step == Step::Check {
        return if let Some(aside) = aside {
            Ok(visit.go(&format!("/calls/{}/{aside}", call.slug)))
        } else {
            send(&visit, &call, &form, &draft, &typed).await
        };
    }
    let before = draft.steps(&form);
    if let Err(problems) = keep(&visit, &form, &mut draft, step, &typed).await? {
        // A page that was left blank has nothing to lose: whoever goes on later comes back to it, and what they have taken
        // away again is not kept.
        let blank = |(name, value): (&str, &str)| ASIDE.contains(&name) || value.trim().is_empty();
        if let Some(aside) = aside.filter(|_| typed.pairs().all(blank)) {
            if let Step::Question(number) = step
                && let Some(asked) = form.questions.get(number - 1)
            {
                draft::save_answer(visit.services(), &draft, asked.id, None).await?;
            }
            return Ok(visit.go(&format!("/calls/{}/{aside}", call.slug)));
        }
        // Whoever leaves now comes back to what is wrong; what they typed here is shown again first.
        return page(&visit, call, form, draft, step, Fields { form: typed, problems }).await;
    }
    Ok(onward(&visit, &call, &form, &draft, (&before, step), aside))
}

/// Takes the documents of a step, keeps them, and goes on; or shows the step again.
async fn with_documents(
    visit: &Visit,
    call: Call,
    form: Questionnaire,
    draft: Draft,
    asked: &Question,
    step: Step,
    request: Request,
) -> Result<Response, Stop> {
    let before = draft.steps(&form);
    let outcome = documents::take(visit, &draft, asked, request).await?;
    // What came is in the draft now.
    let (_, _, draft) = opened(visit).await?;
    match outcome {
        Outcome::Unread(response) => Ok(response),
        Outcome::Wrong(fields) => page(visit, call, form, draft, step, fields).await,
        Outcome::Again => {
            let change = change(visit).map(|from| format!("?change={from}")).unwrap_or_default();
            Ok(visit.go(&format!("/calls/{}/answer/{step}{change}", call.slug)))
        }
        Outcome::Onward(typed) => Ok(onward(visit, &call, &form, &draft, (&before, step), aside(&typed))),
    }
}

/// On from a step that is kept, on a way that was `before`.
fn onward(
    visit: &Visit,
    call: &Call,
    form: &Questionnaire,
    draft: &Draft,
    (before, step): (&[Step], Step),
    aside: Option<&str>,
) -> Response {
    let base = format!("/calls/{}", call.slug);
    let next = if let Some(aside) = aside {
        format!("{base}/{aside}")
    } else if let Some(from) = change(visit)
        && draft.unfinished(form).is_empty()
    {
        let after = if from == OPENED { draft.opened_after(form, step) } else { draft.opened(form, before) };
        match after {
            Some(opened) => format!("{base}/answer/{opened}?change={OPENED}"),
            None => format!("{base}/answer/{}", Step::Check),
        }
    } else {
        format!("{base}/answer/{}", next_step(&draft.steps(form), step))
    };
    visit.go(&next)
}

/// All that is asked, with what is done.
pub async fn contents(visit: Visit) -> Result<Response, Stop> {
    let (call, form, draft) = opened(&visit).await?;
    if draft.submitted_at.is_some() {
        return Ok(visit.go(&format!("/calls/{}/confirmation", call.slug)));
    }
    draft::check_open(visit.services(), &call, &draft)?;
    let body = || app::responses::contents::page(&call, &form, &draft);
    Ok(visit.form(Area::Answering, StatusCode::OK, Fields::default(), || t!("contents-title"), body))
}

/// The private link, for those who go on later.
pub async fn later(visit: Visit) -> Result<Response, Stop> {
    let (call, _, draft) = opened(&visit).await?;
    draft::check_open(visit.services(), &call, &draft)?;
    let secret = visit.draft_secret(&call).filter(|secret| !secret.starts_with(KEPT));
    let link =
        |secret| format!("{}{}", visit.portal.site.public_address, visit.href(&format!("/resume/{secret}")));
    let link = secret.map(link);
    let kept = kept_already(&visit, &draft).await?;
    let graced = |closes| closes + TimeDelta::minutes(i64::from(call.times.grace_minutes));
    let until = draft.late.as_ref().map(|leave| leave.until).or(call.times.closes.map(graced));
    Ok(visit.form(
        Area::Answering,
        StatusCode::OK,
        Fields::default(),
        || t!("later-title"),
        || {
            let until = until.map(|until| app::components::when(until, &call)).unwrap_or_default();
            app::responses::check::later(call, link, until, kept)
        },
    ))
}

/// The confirmation of a submitted response.
pub async fn confirmation(visit: Visit) -> Result<Response, Stop> {
    let (call, _, draft) = opened(&visit).await?;
    let receipt = receipts::of_draft(visit.services(), &draft).await?.ok_or(Failure::NotFound("receipt"))?;
    let kept = kept_already(&visit, &draft).await?;
    let body = || app::responses::receipt::confirmation(call, receipt, kept);
    Ok(visit.page(|| t!("confirmation-title"), body))
}

/// The receipt of a submitted response, with everything that was sent.
pub async fn receipt(visit: Visit) -> Result<Response, Stop> {
    let (call, form, draft) = opened(&visit).await?;
    let services = visit.services();
    let receipt = receipts::of_draft(services, &draft).await?.ok_or(Failure::NotFound("receipt"))?;
    let (about, answers) = if let Some(words) = kept::of_draft(services, &draft).await? {
        (words.about.clone(), words.texts())
    } else {
        let response = read::by_reference(services, call.id, &receipt.reference).await?;
        (response.about(), read::answers(services, response.id).await?)
    };
    let shown =
        ReceiptPage { answers, systems: organisations::systems(services).await?, about, call, form, receipt };
    Ok(visit.page(|| t!("receipt-title"), || app::responses::receipt::page(shown)))
}

async fn opened(visit: &Visit) -> Result<(Call, Questionnaire, Draft), Stop> {
    let call = visit.call()?;
    let secret = visit.draft_secret(&call).ok_or(Failure::Refused("error-no-draft"))?;
    let found = match (secret.strip_prefix(KEPT), &visit.person) {
        (None, _) => draft::find(visit.services(), &secret).await,
        (Some(id), Some(me)) => match id.parse() {
            Ok(id) => accounts::draft_of(visit.services(), me.id, id).await,
            Err(_) => Err(Failure::NotFound("draft")),
        },
        (Some(_), None) => Err(Failure::NotFound("draft")),
    };
    let draft = match found {
        Err(Failure::NotFound(_)) => return Err(Failure::Refused("error-no-draft").into()),
        found => found?,
    };
    if draft.call != call.id {
        return Err(Failure::Refused("error-no-draft").into());
    }
    let form = calls::form(visit.services(), &call).await?;
    Ok((call, form, draft))
}

/// Whether the draft is in the account of whoever is signed in. Nobody else is told.
async fn kept_already(visit: &Visit, draft: &Draft) -> Result<bool, Failure> {
    match &visit.person {
        None => Ok(false),
        Some(me) => accounts::keeps(visit.services(), me.id, draft).await,
    }
}

/// What the draft holds for a step, as the fields of its form.
fn held(draft: &Draft, form: &Questionnaire, step: Step) -> Result<Form, Failure> {
    let Step::Question(number) = step else { return Ok(draft.about.form()) };
    let asked = form.questions.get(number - 1).ok_or(Failure::NotFound("question"))?;
    Ok(draft.answers.get(&asked.id).map(|answer| asked.fields(answer)).unwrap_or_default())
}

/// Keeps what a step was answered with.
async fn keep(
    visit: &Visit,
    form: &Questionnaire,
    draft: &mut Draft,
    step: Step,
    typed: &Form,
) -> Result<Result<(), Problems>, Stop> {
    let services = visit.services();
    let taken = match step {
        Step::Question(number) => {
            let asked = form.questions.get(number - 1).ok_or(Failure::NotFound("question"))?;
            return match asked.answer(typed) {
                Err(problems) => Ok(Err(problems)),
                Ok(answer) => {
                    draft::save_answer(services, draft, asked.id, answer.as_ref()).await?;
                    match answer {
                        Some(answer) => draft.answers.insert(asked.id, answer),
                        None => draft.answers.remove(&asked.id),
                    };
                    Ok(Ok(()))
                }
            };
        }
        Step::Who => draft.about.take_kind(typed),
        Step::About => {
            let systems: Vec<_> =
                organisations::systems(services).await?.into_iter().map(|system| system.id).collect();
            draft.about.take_details(typed, &systems)
        }
        Step::Consent => draft.about.take_consent(typed),
        Step::Check => Ok(()),
    };
    if taken.is_ok() {
        draft::save_about(services, draft, &draft.about).await?;
    }
    Ok(taken)
}

async fn send(
    visit: &Visit,
    call: &Call,
    form: &Questionnaire,
    draft: &Draft,
    typed: &Form,
) -> Result<Response, Stop> {
    let took = visit.services().clock.now() - draft.begun_at;
    let seconds_a_page = visit.portal.settings.limits.seconds_a_page;
    let signs = suspicions(typed, draft.steps(form).len(), took, seconds_a_page);
    match submit::submit(visit.services(), call, form, draft, visit.language.as_str(), signs).await {
        Err(Failure::Refused("error-draft-unfinished")) => {
            Ok(visit.go(&format!("/calls/{}/answer/check", call.slug)))
        }
        done => {
            done?;
            Ok(answered(visit, call).await)
        }
    }
}

/// On to the receipt. Whoever answers next in this browser is somebody else.
async fn answered(visit: &Visit, call: &Call) -> Response {
    note(visit, call, Progress::Answered).await;
    let mut response = visit.go(&format!("/calls/{}/confirmation", call.slug));
    cookies::clear(&visit.portal.site, &mut response, &cookies::invited(&call.slug));
    response
}

/// Notes how far whoever came by a personal link has come: that alone, and not by which response. Where it cannot be noted
/// they answer all the same.
async fn note(visit: &Visit, call: &Call, progress: Progress) {
    let invitation = cookies::read(&visit.portal.site, &visit.headers, &cookies::invited(&call.slug));
    if let Some(secret) = invitation
        && let Err(error) = invitees::note(visit.services(), call.id, &secret, progress).await
    {
        tracing::error!(%error, "how far an invitation has come could not be noted");
    }
}

async fn page(
    visit: &Visit,
    call: Call,
    form: Questionnaire,
    draft: Draft,
    step: Step,
    fields: Fields,
) -> Result<Response, Stop> {
    let systems = organisations::systems(visit.services()).await?;
    if step == Step::Check {
        let body = || app::responses::check::page(call, form, draft, systems);
        return Ok(visit.form(Area::Answering, StatusCode::OK, fields, || t!("step-check"), body));
    }
    let steps = draft.steps(&form);
    let at = steps.iter().position(|other| *other == step).map_or(0, |at| at + 1);
    let shown = StepPage {
        back: previous_step(&steps, step),
        kind: draft.about.kind,
        attached: documents::attached(visit, &form, &draft, step),
        place: (at.max(1), steps.len()),
        changing: change(visit),
        offered: offered(visit, step, draft.about.kind).await?,
        base: format!("/calls/{}", call.slug),
        preview: false,
        call,
        form,
        step,
        systems,
    };
    let (step, form) = (shown.step, shown.form.clone());
    let title = || app::responses::step::title(step, &form);
    Ok(visit.form(Area::Answering, StatusCode::OK, fields, title, || app::responses::step::page(shown)))
}

/// The names that whoever answers for an organisation is offered, on the page that asks for one.
pub(super) async fn offered(
    visit: &Visit,
    step: Step,
    kind: Option<RespondentKind>,
) -> Result<Vec<String>, Failure> {
    if step == Step::About && kind == Some(RespondentKind::Organisation) {
        organisations::directory::offered(visit.services()).await
    } else {
        Ok(Vec::new())
    }
}
