//! A call before its announcement, for whoever has its private link. Nothing that is typed here is kept.

use app::calls::page::CallPage;
use app::components::Fields;
use app::layout::Area;
use app::responses::end::EndShown;
use app::responses::step::StepPage;
use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use domain::calls::{CallState, EndPage, Question, QuestionKind, Skip, SkipTo, Way};
use domain::forms::{Form, Problems};
use domain::responses::{RespondentKind, Step, next_step, previous_step, steps};
use services::calls::{self, Call, Questionnaire, questionnaire};
use services::people::organisations;
use services::{Failure, Services};

use super::super::responses::{entries, offered};
use super::super::typed::{Typed, query};
use super::super::visit::{Stop, Visit};
use super::materials::beside;
use super::private::knows;

/// The page of a call.
pub async fn page(visit: Visit, Path(token): Path<String>) -> Result<Response, Stop> {
    let (call, form) = match open(&visit, &token).await? {
        Ok(opened) => opened,
        Err(announced) => return Ok(visit.go(&announced)),
    };
    let title = call.clone();
    let shown = CallPage {
        beside: beside(&visit, &call, base(&call)).await?,
        material_changes: Vec::new(),
        figures: None,
        base: base(&call),
        now: visit.services().clock.now(),
        responses: 0,
        closings: Vec::new(),
        reached: None,
        findings: false,
        draft: false,
        together: Vec::new(),
        follow: None,
        preview: true,
        call,
        form,
    };
    let body = || app::calls::page::page(shown);
    Ok(unlisted(visit.page(|| app::calls::title(&title), body)))
}

/// Every question on one page.
pub async fn questions(visit: Visit, Path(token): Path<String>) -> Result<Response, Stop> {
    let (call, form) = match open(&visit, &token).await? {
        Ok(opened) => opened,
        Err(announced) => return Ok(visit.go(&format!("{announced}/questions"))),
    };
    let beside = beside(&visit, &call, base(&call)).await?;
    Ok(unlisted(super::blank::shown(&visit, &call, &form, &beside, false)))
}

/// A page of the form.
pub async fn show(visit: Visit, Path((token, step)): Path<(String, String)>) -> Result<Response, Stop> {
    let step = Step::parse(&step).ok_or(Failure::NotFound("page"))?;
    match open(&visit, &token).await? {
        Ok((call, form)) => try_step(&visit, call, form, step, Fields::default()).await,
        Err(announced) => Ok(visit.go(&announced)),
    }
}

/// Checks what was typed on a page of the form, forgets it, and goes on.
pub async fn go_on(
    visit: Visit,
    Path((token, step)): Path<(String, String)>,
    Typed(mut typed): Typed,
) -> Result<Response, Stop> {
    let step = Step::parse(&step).ok_or(Failure::NotFound("page"))?;
    let (call, form) = match open(&visit, &token).await? {
        Ok(opened) => opened,
        Err(announced) => return Ok(visit.go(&announced)),
    };
    let aim = match step {
        Step::Question(number) => entries::aim(question(&form, number)?, &mut typed),
        _ => None,
    };
    let problems = check(&form, step, &typed)?.err().unwrap_or_default();
    if !entries::may_leave(aim, &problems) {
        return try_step(&visit, call, form, step, Fields { form: typed, problems }).await;
    }
    if let Some(aim) = aim {
        return try_step(&visit, call, form, step, Fields::of(aim.shown(&typed))).await;
    }
    let base = base(&call);
    let next = skipped(&form, step, &typed).unwrap_or_else(|| next_step(&way(&form), step));
    let to = match next {
        Step::Check => base,
        Step::About => {
            format!("{base}/answer/about?kind={}", kind(&typed).unwrap_or(RespondentKind::Individual))
        }
        next => format!("{base}/answer/{next}"),
    };
    Ok(visit.go(&to))
}

/// The call behind a link. Once it is announced by invitation, the link opens nothing for whoever was not invited.
pub(super) async fn behind(visit: &Visit, token: &str) -> Result<Call, Failure> {
    let services: &Services = visit.services();
    let call = calls::by_preview(services, token).await?;
    let draft = call.state(services.clock.now()) == CallState::Draft;
    if draft || knows(visit, &call).await? { Ok(call) } else { Err(Failure::NotFound("call")) }
}

/// The call behind a link and its questions; or, once it is announced, the address where everyone finds it.
async fn open(visit: &Visit, token: &str) -> Result<Result<(Call, Questionnaire), String>, Stop> {
    let services: &Services = visit.services();
    let call = behind(visit, token).await?;
    if call.state(services.clock.now()) != CallState::Draft {
        return Ok(Err(super::address(&call)));
    }
    let form = questionnaire(services.db.read(), call.id).await?;
    Ok(Ok((call, form)))
}

fn base(call: &Call) -> String {
    format!("/preview/{}", call.preview_token)
}

/// Every page of the form in order, end pages among them: someone who tries it sees what every answer could lead to.
fn way(form: &Questionnaire) -> Vec<Step> {
    let mut all = steps(form, &Way { asked: form.questions.iter().collect(), ..Way::default() });
    let last = all.iter().position(|step| *step == Step::Consent).unwrap_or(all.len());
    let last = all.split_off(last);
    all.extend((1..=form.ends.len()).map(Step::End));
    all.extend(last);
    all
}

/// Where a skip leads that the answer to this question decides alone. Nothing else is known: no answer is kept.
fn skipped(form: &Questionnaire, step: Step, typed: &Form) -> Option<Step> {
    let Step::Question(number) = step else { return None };
    let asked = form.questions.get(number - 1)?;
    let answer = asked.answer(typed).ok().flatten();
    let answers = answer.iter().map(|answer| (asked.id, answer)).collect();
    let alone = |skip: &&Skip| {
        let mut conditions = skip.rule.iter().flat_map(|rule| &rule.conditions);
        conditions.all(|held| held.question == asked.id) && skip.holds(&answers)
    };
    match form.skips_after(asked.id).find(alone)?.to {
        SkipTo::End(end) => form.ends.iter().position(|held| held.id == end).map(|at| Step::End(at + 1)),
        SkipTo::Section(section) => {
            let first = form.before(section).len();
            Some(form.questions.get(first).map_or(Step::Consent, |_| Step::Question(first + 1)))
        }
    }
}

fn question(form: &Questionnaire, number: usize) -> Result<&Question, Failure> {
    form.questions.get(number - 1).ok_or(Failure::NotFound("question"))
}

fn kind(typed: &Form) -> Option<RespondentKind> {
    RespondentKind::parse(typed.value("kind"))
}

fn check(form: &Questionnaire, step: Step, typed: &Form) -> Result<Result<(), Problems>, Failure> {
    match step {
        Step::Question(number) => {
            let asked = question(form, number)?;
            // Nothing can be attached where nothing is kept.
            let documents = asked.kind() == QuestionKind::Documents;
            Ok(if documents { Ok(()) } else { asked.answer(typed).map(drop) })
        }
        Step::Who => {
            let mut problems = Problems::default();
            problems.require(kind(typed), "kind", "error-respondent-kind");
            Ok(if problems.is_empty() { Ok(()) } else { Err(problems) })
        }
        Step::About | Step::End(_) | Step::Consent | Step::Check => Ok(Ok(())),
    }
}

async fn try_step(
    visit: &Visit,
    call: Call,
    form: Questionnaire,
    step: Step,
    fields: Fields,
) -> Result<Response, Stop> {
    if let Step::Question(number) = step {
        question(&form, number)?;
    }
    let way = way(&form);
    // The last page, where answers are checked, has nothing to show here.
    let place = way.iter().position(|other| *other == step).filter(|at| at + 1 < way.len());
    let place = place.ok_or(Failure::NotFound("page"))?;
    if let Step::End(number) = step {
        let end = form.ends.get(number - 1).ok_or(Failure::NotFound("page"))?.clone();
        return Ok(ending(visit, call, end, step, previous_step(&way, step)));
    }
    let shown = StepPage {
        back: previous_step(&way, step),
        kind: kind(&query(&visit.uri)),
        seen: None,
        between: None,
        together: None,
        reuse: None,
        attached: None,
        place: (place + 1, way.len() - 1),
        changing: None,
        beside: beside(visit, &call, base(&call)).await?,
        base: base(&call),
        preview: true,
        entered: None,
        counts_since: None,
        begun: None,
        systems: organisations::systems(visit.services()).await?,
        offered: offered(visit, step, kind(&query(&visit.uri))).await?,
        call,
        form,
        step,
    };
    let form = shown.form.clone();
    let title = || app::responses::step::title(step, &form);
    let body = || app::responses::step::page(shown);
    Ok(unlisted(visit.form(Area::Answering, StatusCode::OK, fields, title, body)))
}

/// A page at which the form ends early. Nobody is led there by answers that are kept, so none can be changed.
fn ending(visit: &Visit, call: Call, end: EndPage, step: Step, back: Option<Step>) -> Response {
    let title = end.title.clone();
    let (base, led_by) = (base(&call), Vec::new());
    let shown =
        EndShown { base, call, preview: true, end, step, back, entered: None, led_by, changing: None };
    let body = || app::responses::end::page(shown);
    unlisted(visit.form(Area::Answering, StatusCode::OK, Fields::default(), || title, body))
}

/// Keeps a page out of the lists of search engines, should a private link find its way to one.
pub(super) fn unlisted(mut response: Response) -> Response {
    response.headers_mut().insert("x-robots-tag", HeaderValue::from_static("noindex, nofollow"));
    response
}
