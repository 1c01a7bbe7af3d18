//! The steps of the form: each is shown, taken, kept, and leads on.

use app::components::Fields;
use app::layout::Area;
use app::responses::base;
use app::responses::between::Between;
use app::responses::step::StepPage;
use axum::extract::{FromRequest, Path, Request};
use axum::http::StatusCode;
use axum::response::Response;
use domain::calls::Question;
use domain::forms::Form;
use domain::responses::{RespondentKind, Step, next_step, previous_step};
use services::Failure;
use services::calls::{Call, Questionnaire};
use services::people::organisations;
use services::responses::{Draft, draft};

use super::super::calls::materials::beside;
use super::super::typed::{Typed, query};
use super::super::visit::{Stop, Visit};
use super::answers::{self, shut_out};
use super::aside::{aside, beside_steps};
use super::documents::{self, Outcome};
use super::{Opened, about, check, ends, entering, entries, opened, reuse, sent, together};

/// How an address says that its page was opened by a changed answer.
const OPENED: &str = "opened";

/// Why an answer is changed from the check, as the address says it; nothing on the way through the form.
pub(super) fn change(visit: &Visit) -> Option<&'static str> {
    let asked = query(&visit.uri);
    asked.sent("change").then(|| if asked.value("change") == OPENED { OPENED } else { "1" })
}

/// Shows a step.
pub async fn show(visit: Visit, Path((_, step)): Path<(String, String)>) -> Result<Response, Stop> {
    let step = Step::parse(&step).ok_or(Failure::NotFound("page"))?;
    let opened = opened(&visit).await?;
    if opened.2.is_sent() {
        return Ok(visit.go(&format!("/calls/{}/confirmation", opened.0.slug)));
    }
    show_opened(&visit, opened, step).await
}

/// Shows a step of a draft that was found and not sent.
pub(super) async fn show_opened(
    visit: &Visit,
    (call, form, draft): Opened,
    step: Step,
) -> Result<Response, Stop> {
    draft::check_open(visit.services(), &call, &draft)?;
    if let Some(other) = ends::instead(&form, &draft, step) {
        return Ok(visit.go(&format!("{}/answer/{other}", base(&call, &draft))));
    }
    let mut fields = Fields::of(held(visit, &draft, &form, step)?);
    if let Some(text) = reuse::inserted(visit, &form, &draft, step).await? {
        fields.form.set("answer", text);
    }
    let between = answers::unfinished(visit, &form, &draft, step);
    page(visit, call, form, draft, step, fields, between).await
}

/// Takes what was sent from a step, keeps it, and goes on; or shows the step again with what is wrong.
pub async fn answer(
    visit: Visit,
    Path((_, step)): Path<(String, String)>,
    request: Request,
) -> Result<Response, Stop> {
    let step = Step::parse(&step).ok_or(Failure::NotFound("page"))?;
    match opened(&visit).await {
        // A second click, or the back button: the response is in, and so is its receipt.
        Ok(opened) if opened.2.is_sent() => Ok(sent::answered(&visit, &opened.0).await),
        Ok(opened) => answer_opened(&visit, opened, step, request).await,
        Err(stop) => shut_out(&visit, step, stop, None, request).await,
    }
}

/// Takes what was sent from a step of a draft that was found and not sent.
pub(super) async fn answer_opened(
    visit: &Visit,
    (call, form, draft): Opened,
    step: Step,
    request: Request,
) -> Result<Response, Stop> {
    if let Err(closed) = draft::check_open(visit.services(), &call, &draft) {
        let entered = draft.keyed.is_some().then_some(draft);
        return shut_out(visit, step, closed.into(), entered, request).await;
    }
    if let Some(asked) = documents::asked(&form, step) {
        return with_documents(visit, call, form.clone(), draft, asked, step, request).await;
    }
    let typed = match Typed::from_request(request, &()).await {
        Ok(Typed(typed)) => typed,
        Err(unread) => return Ok(unread),
    };
    match (step, aside(&typed)) {
        (Step::Question(number), _) => answers::take(visit, call, form, draft, number, typed).await,
        (Step::End(_), aside) => Ok(from_end(visit, &call, &form, &draft, step, aside)),
        (Step::Check, Some(aside)) => Ok(visit.go(&beside_steps(&call, &draft, aside))),
        (Step::Check, None) if draft.keyed.is_some() => {
            entering::store(visit, call, form, draft, typed).await
        }
        (Step::Check, None) => sent::send(visit, &call, &form, &draft, &typed).await,
        _ => about::take(visit, call, form, draft, step, typed).await,
    }
}

/// On from an end page; back to where the draft stands, where there is nothing to go on to.
fn from_end(
    visit: &Visit,
    call: &Call,
    form: &Questionnaire,
    draft: &Draft,
    step: Step,
    aside: Option<&str>,
) -> Response {
    let steps = draft.steps(form);
    match ends::instead(form, draft, step) {
        Some(other) => visit.go(&format!("{}/answer/{other}", base(call, draft))),
        None => onward(visit, call, form, draft, (&steps, step), aside),
    }
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
    let draft = draft::again(visit.services(), &draft).await?;
    match outcome {
        Outcome::Unread(response) => Ok(response),
        Outcome::Wrong(fields) => page(visit, call, form, draft, step, fields, None).await,
        Outcome::Again => {
            let change = change(visit).map(|from| format!("?change={from}")).unwrap_or_default();
            Ok(visit.go(&format!("{}/answer/{step}{change}", base(&call, &draft))))
        }
        Outcome::Onward(typed) => Ok(onward(visit, &call, &form, &draft, (&before, step), aside(&typed))),
    }
}

/// On from a step that is kept, on a way that was `before`.
pub(super) fn onward(
    visit: &Visit,
    call: &Call,
    form: &Questionnaire,
    draft: &Draft,
    (before, step): (&[Step], Step),
    aside: Option<&str>,
) -> Response {
    let base = base(call, draft);
    let next = if let Some(aside) = aside {
        beside_steps(call, draft, aside)
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

/// What the draft holds for a step, as the fields of its form.
fn held(visit: &Visit, draft: &Draft, form: &Questionnaire, step: Step) -> Result<Form, Failure> {
    let Step::Question(number) = step else { return Ok(draft.about.form()) };
    let asked = form.questions.get(number - 1).ok_or(Failure::NotFound("question"))?;
    let held = draft.answers.get(&asked.id).map(|answer| asked.fields(answer)).unwrap_or_default();
    Ok(entries::opened(asked, held, &query(&visit.uri)))
}

/// The page of a step.
pub(super) async fn page(
    visit: &Visit,
    call: Call,
    form: Questionnaire,
    draft: Draft,
    step: Step,
    fields: Fields,
    between: Option<Between>,
) -> Result<Response, Stop> {
    if matches!(step, Step::End(_)) {
        return ends::page(visit, call, &form, &draft, step, change(visit));
    }
    let status = between.as_ref().map_or(StatusCode::OK, answers::status);
    let systems = organisations::systems(visit.services()).await?;
    if step == Step::Check && draft.keyed.is_some() {
        return entering::check(visit, call, form, draft, systems, fields).await;
    }
    if step == Step::Check {
        return check::page(visit, call, form, draft, systems, fields).await;
    }
    let steps = draft.steps(&form);
    let at = steps.iter().position(|other| *other == step).map_or(0, |at| at + 1);
    let asked = match step {
        Step::Question(number) => form.questions.get(number - 1),
        _ => None,
    };
    let shown = StepPage {
        together: together::beside(visit, &draft, asked).await?,
        reuse: reuse::offer(visit, &call, &form, &draft, step).await?,
        back: previous_step(&steps, step),
        kind: draft.about.kind,
        attached: documents::attached(visit, &form, &draft, step).await?,
        place: (at.max(1), steps.len()),
        changing: change(visit),
        offered: offered(visit, step, draft.about.kind).await?,
        beside: beside(visit, &call, format!("/calls/{}", call.slug)).await?,
        base: base(&call, &draft),
        entered: entering::on_step(&call, &form, &draft, step),
        seen: answers::seen(&form, &draft, step),
        between,
        preview: false,
        counts_since: draft.counts_since(),
        begun: Some(draft.begun_at),
        call,
        form,
        step,
        systems,
    };
    let (step, form) = (shown.step, shown.form.clone());
    let area = if shown.entered.is_some() { Area::Team } else { Area::Answering };
    let title = || app::responses::step::title(step, &form);
    Ok(visit.form(area, status, fields, title, || app::responses::step::page(shown)))
}

/// The names that whoever answers for an organisation is offered, on the page that asks for one.
pub(in crate::web) async fn offered(
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
