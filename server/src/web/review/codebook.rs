//! The codebook.

use app::components::Fields;
use app::layout::Area;
use app::review::list::PAGE;
use app::t;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::forms::Form;
use domain::people::Action;
use domain::review::{CodeDetails, Move};
use services::review::{self, Code, codebook, memos};
use services::{Failure, calls::Call};
use uuid::Uuid;

use super::{MOST_MEMOS, coder};
use crate::web::typed::{self, Typed, query};
use crate::web::visit::{Stop, Visit};

/// The tree.
pub async fn page(visit: Visit) -> Result<Response, Stop> {
    let (call, services) = (visit.call()?, visit.services());
    let codes = codebook(services, call.id).await?;
    let uses = review::uses(services, call.id).await?;
    let may_edit = visit.may(Action::EditCodebook);
    Ok(visit.team(|| t!("codebook-title"), || app::review::codebook::page(call, codes, uses, may_edit)))
}

/// The form of a new code.
pub async fn new_page(visit: Visit) -> Result<Response, Stop> {
    form(&visit, None, Fields::default()).await
}

/// Adds a code.
pub async fn add(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let (call, me) = (visit.call()?, coder(&visit)?);
    let done = match details(&visit, &call, &typed).await {
        Ok(details) => codebook::add(visit.services(), call.id, details, me).await.map(|_| ()),
        Err(failure) => Err(failure),
    };
    finish(&visit, None, typed, done).await
}

/// The form of a code that is there.
pub async fn edit_page(visit: Visit, Path((_, code)): Path<(String, String)>) -> Result<Response, Stop> {
    let call = visit.call()?;
    let code = find(&visit, &call, &code).await?;
    form(&visit, Some(code.id), Fields::of(filled(&code))).await
}

/// Changes a code.
pub async fn change(
    visit: Visit,
    Path((_, code)): Path<(String, String)>,
    Typed(typed): Typed,
) -> Result<Response, Stop> {
    let (call, me) = (visit.call()?, coder(&visit)?);
    let code = find(&visit, &call, &code).await?;
    let done = match details(&visit, &call, &typed).await {
        Ok(details) => codebook::change(visit.services(), call.id, code.id, details, me).await,
        Err(failure) => Err(failure),
    };
    finish(&visit, Some(code.id), typed, done).await
}

/// Moves a code among its siblings.
pub async fn shift(
    visit: Visit,
    Path((_, code)): Path<(String, String)>,
    Typed(typed): Typed,
) -> Result<Response, Stop> {
    let (call, me) = (visit.call()?, coder(&visit)?);
    let code = find(&visit, &call, &code).await?;
    let to = if typed.value("way") == "up" { Move::Up } else { Move::Down };
    codebook::move_to(visit.services(), call.id, code.id, to, me).await?;
    Ok(visit.go(&format!("/team/calls/{}/codebook", call.slug)))
}

/// Takes a code out of use.
pub async fn retire(visit: Visit, Path((_, code)): Path<(String, String)>) -> Result<Response, Stop> {
    let (call, me) = (visit.call()?, coder(&visit)?);
    let code = find(&visit, &call, &code).await?;
    codebook::retire(visit.services(), call.id, code.id, me).await?;
    Ok(visit.go(&format!("/team/calls/{}/codebook", call.slug)))
}

/// Takes a retired code back into use.
pub async fn restore(visit: Visit, Path((_, code)): Path<(String, String)>) -> Result<Response, Stop> {
    let (call, me) = (visit.call()?, coder(&visit)?);
    let code = find(&visit, &call, &code).await?;
    codebook::restore(visit.services(), call.id, code.id, me).await?;
    Ok(visit.go(&format!("/team/calls/{}/codebook", call.slug)))
}

/// What was coded with a code.
pub async fn excerpts(visit: Visit, Path((_, code)): Path<(String, String)>) -> Result<Response, Stop> {
    excerpts_page(&visit, &code, Fields::default()).await
}

/// What was coded with a code, and what was chosen of it to be picked for a finding.
pub(in crate::web) async fn excerpts_page(
    visit: &Visit,
    code: &str,
    fields: Fields,
) -> Result<Response, Stop> {
    let call = visit.call()?;
    let code = find(visit, &call, code).await?;
    let page = typed::page(&query(&visit.uri));
    let found = review::excerpts(visit.services(), call.id, code.id, true, (page - 1) * PAGE, PAGE).await?;
    let findings = if visit.may(Action::EditOutcomes) {
        services::outcomes::findings::list(visit.services(), call.id).await?
    } else {
        Vec::new()
    };
    let on = memos::Which::Code(code.id);
    let memos = memos::list(visit.services(), call.id, on, 0, MOST_MEMOS).await?;
    let title = code.name.clone();
    let body = || app::review::excerpts::page(call, code, found, page, (findings, memos));
    Ok(visit.form(Area::Team, StatusCode::OK, fields, || title, body))
}

async fn find(visit: &Visit, call: &Call, id: &str) -> Result<Code, Failure> {
    let id: Uuid = id.parse().map_err(|_| Failure::NotFound("code"))?;
    let codes = codebook(visit.services(), call.id).await?;
    codes.into_iter().find(|code| code.id == id).ok_or(Failure::NotFound("code"))
}

async fn details(visit: &Visit, call: &Call, typed: &Form) -> Result<CodeDetails, Failure> {
    let parents: Vec<Uuid> =
        codebook(visit.services(), call.id).await?.into_iter().map(|code| code.id).collect();
    Ok(CodeDetails::parse(typed, &parents)?)
}

fn filled(code: &Code) -> Form {
    Form::from_pairs([
        ("name", code.name.clone()),
        ("parent", code.parent.map(|id| id.to_string()).unwrap_or_default()),
        ("definition", code.definition.clone()),
        ("include", code.include.clone()),
        ("exclude", code.exclude.clone()),
        ("example", code.example.clone()),
        ("colour", code.colour.to_string()),
    ])
}

async fn finish(
    visit: &Visit,
    id: Option<Uuid>,
    typed: Form,
    done: Result<(), Failure>,
) -> Result<Response, Stop> {
    match done {
        Err(Failure::Invalid(problems)) => form(visit, id, Fields { form: typed, problems }).await,
        done => {
            done?;
            Ok(visit.go(&format!("/team/calls/{}/codebook", visit.call()?.slug)))
        }
    }
}

async fn form(visit: &Visit, id: Option<Uuid>, fields: Fields) -> Result<Response, Stop> {
    let call = visit.call()?;
    let codes = codebook(visit.services(), call.id).await?;
    let title = if id.is_some() { || t!("code-change") } else { || t!("code-new") };
    Ok(visit.form(Area::Team, StatusCode::OK, fields, title, || app::review::codebook::form(call, codes, id)))
}
