//! The builder, and the questions in it.

use app::calls::builder;
use app::calls::builder_forms::{QuestionPage, is_left};
use app::calls::builder_preview::Preview;
use app::components::Fields;
use app::layout::Area;
use app::t;
use axum::http::StatusCode;
use axum::response::Response;
use domain::calls::kinds::ReadyMade;
use domain::calls::{Question, QuestionDetails, QuestionKind, RULE_FIELDS, question_fields, rule_fields};
use domain::forms::{Form, Problem, Problems};
use domain::text;
use services::calls::{self, Call, Questionnaire, edit, questionnaire};
use services::{Failure, Services};
use uuid::Uuid;

use super::super::typed::{Typed, query};
use super::super::visit::{Stop, Visit};
use super::Item;

/// Every section and question.
pub async fn build(visit: Visit) -> Result<Response, Stop> {
    let call = visit.call()?;
    show_builder(&visit, call, Fields::default()).await
}

/// The builder with the reason why something was not done to one of its items.
pub(super) async fn builder_with(
    visit: &Visit,
    call: Call,
    item: Uuid,
    reason: &'static str,
) -> Result<Response, Stop> {
    let form = questionnaire(visit.services().db.read(), call.id).await?;
    // Somebody else may have removed it since the page was made, and then there is nothing to say it of.
    if !builder::shows(&form, item) {
        return Err(Failure::NotFound("item").into());
    }
    let problems = Problem::new(builder::anchor(item), reason).into();
    show_builder(visit, call, Fields { form: Form::default(), problems }).await
}

async fn show_builder(visit: &Visit, call: Call, fields: Fields) -> Result<Response, Stop> {
    let form = questionnaire(visit.services().db.read(), call.id).await?;
    let begun = edit::begun(visit.services(), call.id).await?;
    let body = || builder::page(call, form, begun);
    Ok(visit.form(Area::Team, StatusCode::OK, fields, || t!("builder-title"), body))
}

/// Back to the builder, at the item that was changed.
pub(super) fn back_to(visit: &Visit, call: &Call, item: Option<Uuid>) -> Response {
    let at = item.map(|id| format!("#{}", builder::anchor(id))).unwrap_or_default();
    visit.go(&format!("{}/questions{at}", super::team_address(call)))
}

/// Which way a button moves its item: up unless it says down.
pub(super) fn direction(typed: &Form) -> i32 {
    if typed.value("to") == "down" { 1 } else { -1 }
}

/// The place to which an item was dragged, counted from 0; nothing where it goes one up or down.
pub(super) fn place(typed: &Form) -> Option<usize> {
    typed.value("place").parse().ok()
}

/// A blank form for a question of the section in the address, or of the last one: it is then asked after all the others.
pub async fn add_page(visit: Visit) -> Result<Response, Stop> {
    let call = visit.call()?;
    if edit::begun(visit.services(), call.id).await? {
        return Ok(closed(&visit, call, || t!("question-new-title")));
    }
    let form = questionnaire(visit.services().db.read(), call.id).await?;
    let named = query(&visit.uri).text("section");
    let section = named.or_else(|| form.sections.last().map(|last| last.id.to_string())).unwrap_or_default();
    let mut fields =
        Form::from_pairs([("section", section.as_str()), ("required", "yes"), ("reasons", "no")]);
    rule_fields(None, &mut fields);
    page(&visit, call, None, Fields::of(fields), Preview::None).await
}

/// Adds a question.
pub async fn add(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    put(&visit, None, typed).await
}

/// A question as it is.
pub async fn show(visit: Visit, Item(id): Item) -> Result<Response, Stop> {
    let call = visit.call()?;
    let form = questionnaire(visit.services().db.read(), call.id).await?;
    let held = form.question(id).ok_or(Failure::NotFound("question"))?;
    let preview = Preview::Question(Box::new(held.clone()));
    page(&visit, call, Some(id), Fields::of(question_fields(held)), preview).await
}

/// Changes a question.
pub async fn change(visit: Visit, Item(id): Item, Typed(typed): Typed) -> Result<Response, Stop> {
    put(&visit, Some(id), typed).await
}

async fn put(visit: &Visit, id: Option<Uuid>, typed: Form) -> Result<Response, Stop> {
    let call = visit.call()?;
    let form = questionnaire(visit.services().db.read(), call.id).await?;
    let typed = match id.and_then(|id| form.question(id)) {
        Some(held) => with_fixed(typed, held),
        None => typed,
    };
    let typed = with_list(visit.services(), typed).await?;
    let sections: Vec<Uuid> = form.sections.iter().map(|held| held.id).collect();
    let details = QuestionDetails::parse(&typed, &sections, &earlier(&form, id, &typed));
    if typed.sent("preview") {
        return preview(
            visit,
            call,
            id,
            typed,
            details.map(|details| {
                edit::previewed(visit.services(), id.and_then(|id| form.question(id)), details)
            }),
        )
        .await;
    }
    let done = match details {
        Err(problems) => Err(Failure::Invalid(problems)),
        Ok(details) => edit::put_question(visit.services(), call.id, id, details).await,
    };
    match taken(done)? {
        Err(problems) => page(visit, call, id, Fields { form: typed, problems }, Preview::None).await,
        Ok(id) => Ok(back_to(visit, &call, Some(id))),
    }
}

/// The form as it was typed, saved nowhere, beside what its question looks like.
async fn preview(
    visit: &Visit,
    call: Call,
    id: Option<Uuid>,
    typed: Form,
    question: Result<Question, Problems>,
) -> Result<Response, Stop> {
    let preview = match question {
        Ok(asked) => Preview::Question(Box::new(asked)),
        Err(problems) => Preview::Lacking(problems),
    };
    page(visit, call, id, Fields::of(typed), preview).await
}

/// What was done with a form; or what is wrong with it, among which that someone began to answer while it was written.
pub(super) fn taken(done: Result<Uuid, Failure>) -> Result<Result<Uuid, Problems>, Failure> {
    match done {
        Err(Failure::Invalid(problems)) => Ok(Err(problems)),
        Err(Failure::Refused(reason)) => Ok(Err(Problem::new("title", reason).into())),
        done => done.map(Ok),
    }
}

/// Moves a question up, down, or to the place in a section to which it was dragged.
pub async fn shift(visit: Visit, Item(id): Item, Typed(typed): Typed) -> Result<Response, Stop> {
    let (call, services) = (visit.call()?, visit.services());
    let done = match (typed.value("section").parse(), place(&typed)) {
        (Ok(section), Some(place)) => edit::place_question(services, call.id, id, section, place).await,
        _ => edit::move_question(services, call.id, id, direction(&typed)).await,
    };
    match done {
        Err(Failure::Refused(reason)) => builder_with(&visit, call, id, reason).await,
        done => {
            done?;
            Ok(back_to(&visit, &call, Some(id)))
        }
    }
}

/// Asks whether a question should go.
pub async fn remove_page(visit: Visit, Item(id): Item) -> Result<Response, Stop> {
    let call = visit.call()?;
    let form = questionnaire(visit.services().db.read(), call.id).await?;
    let title = form.question(id).ok_or(Failure::NotFound("question"))?.title.clone();
    if edit::begun(visit.services(), call.id).await? {
        return Ok(closed(&visit, call, || t!("remove-title")));
    }
    let body = || app::calls::builder_forms::remove(call, id.to_string(), title);
    Ok(visit.form(Area::Team, StatusCode::OK, Fields::default(), || t!("remove-title"), body))
}

/// Takes a question out.
pub async fn remove(visit: Visit, Item(id): Item) -> Result<Response, Stop> {
    let call = visit.call()?;
    match edit::remove_question(visit.services(), call.id, id).await {
        Err(Failure::Refused(reason)) => builder_with(&visit, call, id, reason).await,
        done => {
            done?;
            Ok(back_to(&visit, &call, None))
        }
    }
}

async fn page(
    visit: &Visit,
    call: Call,
    id: Option<Uuid>,
    fields: Fields,
    preview: Preview,
) -> Result<Response, Stop> {
    let form = questionnaire(visit.services().db.read(), call.id).await?;
    if id.is_some_and(|id| form.question(id).is_none()) {
        return Err(Failure::NotFound("question").into());
    }
    let begun = edit::begun(visit.services(), call.id).await?;
    let fields = match id.and_then(|id| form.question(id)).filter(|_| begun) {
        Some(held) => Fields { problems: at_left(held, &fields.problems), ..fields },
        None => fields,
    };
    let known = begun || call.times.announced.is_some();
    let earlier = earlier(&form, id, &fields.form);
    let shown = QuestionPage { earlier, begun, known, call, form, id, preview };
    let title = || if id.is_some() { t!("question-edit-title") } else { t!("question-new-title") };
    let body = || app::calls::builder_forms::question(shown);
    Ok(visit.form(Area::Team, StatusCode::OK, fields, title, body))
}

/// The page that stands where a form can no longer be used, because people have begun to answer.
pub(super) fn closed(visit: &Visit, call: Call, heading: fn() -> String) -> Response {
    let body = || app::calls::builder_forms::closed(call, heading());
    visit.form(Area::Team, StatusCode::CONFLICT, Fields::default(), heading, body)
}

/// What was typed, with what the form of an answered question does not hold: that stays as it is. A form that can change any
/// of it always sends the section.
fn with_fixed(mut typed: Form, held: &Question) -> Form {
    let stays = question_fields(held);
    let fixed = || stays.pairs().filter(|(field, _)| !CHANGEABLE.contains(field));
    if !fixed().any(|(field, _)| typed.sent(field)) && !RULE_FIELDS.iter().any(|field| typed.sent(field)) {
        fixed().for_each(|(field, value)| typed.add(field, value));
        // Where nothing is said of its choices, they are called what they were.
        if !typed.sent("choices") && stays.sent("choices") {
            typed.set("choices", stays.value("choices"));
        }
    }
    typed
}

/// What can be changed even once people have begun to answer.
const CHANGEABLE: [&str; 6] = ["title", "help", "required", "word-limit", "choices", "correction"];

/// What is wrong with a form that was opened before people began to answer, at the fields that are left: whatever is wrong
/// with another kind, or with another rule, is that neither can be chosen any more.
fn at_left(held: &Question, problems: &Problems) -> Problems {
    let mut left = Problems::default();
    for problem in problems.iter() {
        let field = if problem.field.starts_with("asked-if") { "asked-if" } else { "kind" };
        let problem = if is_left(held, &problem.field) {
            problem.clone()
        } else {
            Problem::new(field, "error-question-answered")
        };
        if left.at(&problem.field).is_none() {
            left.add(problem);
        }
    }
    left
}

/// What was typed, with the lines of the list that it begins with among its choices, so that whatever else is wrong they can
/// be seen and changed. Places come from the directory where nothing was typed.
pub(super) async fn with_list(services: &Services, mut typed: Form) -> Result<Form, Failure> {
    let none = typed.long_text("choices").is_none();
    let places =
        || (typed.value("kind") == QuestionKind::Place.as_str() && none).then_some(ReadyMade::Places);
    let Some(list) = ReadyMade::parse(typed.value("begin-with")).or_else(places) else { return Ok(typed) };
    let lines = calls::ready_made(services, list).await?;
    let own = typed.long_text("choices").unwrap_or_default();
    let new = lines.iter().filter(|line| !own.lines().any(|held| text::line(held) == **line));
    let all: Vec<&str> = own.lines().chain(new.map(String::as_str)).collect();
    typed.set("choices", all.join("\n"));
    typed.set("begin-with", "");
    Ok(typed)
}

/// The questions that come before a question where the form puts it: its own place where the section stays, or else
/// the end of the section that was chosen.
fn earlier(form: &Questionnaire, id: Option<Uuid>, typed: &Form) -> Vec<Question> {
    let place = |section: Uuid| form.sections.iter().position(|held| held.id == section);
    let chosen = typed.value("section").parse().ok().and_then(place).unwrap_or_default();
    let own = id.and_then(|id| form.questions.iter().position(|held| held.id == id));
    let stays = own.filter(|at| place(form.questions[*at].section) == Some(chosen));
    let comes_first = |(at, held): (usize, &Question)| match stays {
        Some(own) => at < own,
        None => Some(held.id) != id && place(held.section).is_some_and(|section| section <= chosen),
    };
    form.questions
        .iter()
        .enumerate()
        .filter(|part| comes_first(*part))
        .map(|(_, held)| held.clone())
        .collect()
}
