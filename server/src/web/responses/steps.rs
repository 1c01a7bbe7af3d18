//! The steps of the form: each is shown, taken, kept, and leads on.

use app::components::Fields;
use app::layout::Area;
use app::responses::base;
use app::responses::between::Between;
use app::responses::step::StepPage;
use app::t;
use axum::extract::{FromRequest, Path, Request};
use axum::http::StatusCode;
use axum::response::Response;
use domain::calls::Question;
use domain::forms::{Form, Problems};
use domain::responses::{RespondentKind, Step, next_step, previous_step};
use services::Failure;
use services::calls::{Call, Questionnaire};
use services::people::organisations;
use services::responses::{Draft, draft};

use super::super::typed::{Typed, query};
use super::super::visit::{Stop, Visit};
use super::answers::{self, shut_out};
use super::aside::{ASIDE, aside, beside};
use super::documents::{self, Outcome};
use super::{Opened, end, entries, opened, sent};

/// How an address says that its page was opened by a changed answer.
const OPENED: &str = "opened";

/// Why an answer is changed from the check, as the address says it; nothing on the way through the form.
fn change(visit: &Visit) -> Option<&'static str> {
    let asked = query(&visit.uri);
    asked.sent("change").then(|| if asked.value("change") == OPENED { OPENED } else { "1" })
}

/// Shows a step.
pub async fn show(visit: Visit, Path((_, step)): Path<(String, String)>) -> Result<Response, Stop> {
    let step = Step::parse(&step).ok_or(Failure::NotFound("page"))?;
    let opened = opened(&visit).await?;
    show_opened(&visit, opened, step).await
}

/// Shows a step of a draft that was found.
pub(super) async fn show_opened(
    visit: &Visit,
    (call, form, draft): Opened,
    step: Step,
) -> Result<Response, Stop> {
    if draft.submitted_at.is_some() {
        return Ok(visit.go(&end(&call, &draft)));
    }
    draft::check_open(visit.services(), &call, &draft)?;
    let fields = Fields::of(held(&draft, &form, step)?);
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
        Ok(opened) => answer_opened(&visit, opened, step, request).await,
        Err(stop) => shut_out(&visit, step, stop, request).await,
    }
}

/// Takes what was sent from a step of a draft that was found.
pub(super) async fn answer_opened(
    visit: &Visit,
    (call, form, draft): Opened,
    step: Step,
    request: Request,
) -> Result<Response, Stop> {
    // A second click, or the back button: the response is in, and so is its receipt.
    if draft.submitted_at.is_some() {
        return Ok(sent::answered(visit, &call, &draft).await);
    }
    if let Err(closed) = draft::check_open(visit.services(), &call, &draft) {
        return shut_out(visit, step, closed.into(), request).await;
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
        (Step::Check, Some(aside)) => Ok(visit.go(&beside(&call, &draft, aside))),
        (Step::Check, None) if draft.keyed.is_some() => entries::store(visit, call, form, draft, typed).await,
        (Step::Check, None) => sent::send(visit, &call, &form, &draft, &typed).await,
        _ => about(visit, call, form, draft, step, typed).await,
    }
}

/// Takes what was sent from a step that asks who answers.
async fn about(
    visit: &Visit,
    call: Call,
    form: Questionnaire,
    mut draft: Draft,
    step: Step,
    typed: Form,
) -> Result<Response, Stop> {
    let before = draft.steps(&form);
    let aside = aside(&typed);
    if let Err(problems) = keep_about(visit, &mut draft, step, &typed).await? {
        // A page that was left blank has nothing to lose: whoever goes on later comes back to it.
        let blank = |(name, value): (&str, &str)| ASIDE.contains(&name) || value.trim().is_empty();
        if let Some(aside) = aside.filter(|_| typed.pairs().all(blank)) {
            return Ok(visit.go(&beside(&call, &draft, aside)));
        }
        // Whoever leaves now comes back to what is wrong; what they typed here is shown again first.
        return page(visit, call, form, draft, step, Fields { form: typed, problems }, None).await;
    }
    Ok(onward(visit, &call, &form, &draft, (&before, step), aside))
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
        beside(call, draft, aside)
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
fn held(draft: &Draft, form: &Questionnaire, step: Step) -> Result<Form, Failure> {
    let Step::Question(number) = step else { return Ok(draft.about.form()) };
    let asked = form.questions.get(number - 1).ok_or(Failure::NotFound("question"))?;
    Ok(draft.answers.get(&asked.id).map(|answer| asked.fields(answer)).unwrap_or_default())
}

/// Keeps who answers.
async fn keep_about(
    visit: &Visit,
    draft: &mut Draft,
    step: Step,
    typed: &Form,
) -> Result<Result<(), Problems>, Stop> {
    let services = visit.services();
    let taken = match step {
        Step::Who => draft.about.take_kind(typed),
        Step::About => {
            let systems: Vec<_> =
                organisations::systems(services).await?.into_iter().map(|system| system.id).collect();
            draft.about.take_details(typed, &systems)
        }
        Step::Consent => draft.about.take_consent(typed),
        Step::Question(_) | Step::Check => Ok(()),
    };
    if taken.is_ok() {
        draft::save_about(services, draft, &draft.about).await?;
    }
    Ok(taken)
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
    let status = between.as_ref().map_or(StatusCode::OK, answers::status);
    let systems = organisations::systems(visit.services()).await?;
    if step == Step::Check && draft.keyed.is_some() {
        return entries::check(visit, call, form, draft, systems, fields).await;
    }
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
        base: base(&call, &draft),
        entered: entries::on_step(&call, &form, &draft, step),
        seen: answers::seen(&form, &draft, step),
        between,
        preview: false,
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
