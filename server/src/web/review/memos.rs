//! Memos: reading them, writing one, and changing one's own.

use app::components::Fields;
use app::layout::Area;
use app::review::memos::{MemosPage, PAGE};
use app::t;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::forms::Form;
use domain::review::{MemoOn, note};
use domain::text::Span;
use services::calls::Call;
use services::responses::read;
use services::review::memos::{self, Memo, Which};
use services::{Failure, Services};
use uuid::Uuid;

use super::coder;
use crate::web::typed::{self, Typed, query};
use crate::web::visit::{Stop, Visit};

/// The memos of a call, or its journal alone.
pub async fn list(visit: Visit) -> Result<Response, Stop> {
    let (call, services) = (visit.call()?, visit.services());
    let asked = query(&visit.uri);
    let page = typed::page(&asked);
    let journal_only = asked.value("on") == "journal";
    let which = if journal_only { Which::Journal } else { Which::All };
    let (all, journal) = memos::count(services, call.id).await?;
    let memos = memos::list(services, call.id, which, (page - 1) * PAGE, PAGE).await?;
    let title = if journal_only { || t!("journal-title") } else { || t!("memos-title") };
    let shown = MemosPage { call, memos, page, all, journal, journal_only };
    Ok(visit.team(title, || app::review::memos::page(shown)))
}

/// The form of a new memo. The address says what it stands on: an answer, or words of it, a response, or a code; or
/// nothing, and then it is the call.
pub async fn new_page(visit: Visit) -> Result<Response, Stop> {
    let asked = query(&visit.uri);
    form(&visit, &asked, Fields::default()).await
}

/// Writes a memo.
pub async fn add(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let (call, me, services) = (visit.call()?, coder(&visit)?, visit.services());
    let text = match note(&typed, "text", "error-memo-text") {
        Ok(text) => text,
        Err(problems) => {
            let asked = typed.clone();
            return form(&visit, &asked, Fields { form: typed, problems }).await;
        }
    };
    let on = on(services, &call, &typed).await?;
    let at = memos::place(services, call.id, on).await?;
    memos::write(services, call.id, on, text, me).await?;
    let base = format!("/team/calls/{}", call.slug);
    Ok(visit.go(&match (at.response, at.code) {
        (Some(reference), _) => format!("{base}/responses/{reference}#memos"),
        (None, Some((code, _))) => format!("{base}/codebook/{code}/excerpts#memos"),
        (None, None) => format!("{base}/memos?on=journal"),
    }))
}

/// One memo.
pub async fn page(visit: Visit, Path((_, memo)): Path<(String, String)>) -> Result<Response, Stop> {
    let memo = find(&visit, &memo).await?;
    let form = Form::from_pairs([("text", memo.text.clone())]);
    one(&visit, memo, Fields::of(form)).await
}

/// Changes a memo of one's own.
pub async fn change(
    visit: Visit,
    Path((_, memo)): Path<(String, String)>,
    Typed(typed): Typed,
) -> Result<Response, Stop> {
    let (call, me) = (visit.call()?, coder(&visit)?);
    let memo = find(&visit, &memo).await?;
    match note(&typed, "text", "error-memo-text") {
        Ok(text) => {
            memos::change(visit.services(), call.id, memo.id, text, me).await?;
            Ok(visit.go(&format!("/team/calls/{}/memos/{}", call.slug, memo.id)))
        }
        Err(problems) => one(&visit, memo, Fields { form: typed, problems }).await,
    }
}

/// Takes a memo of one's own away.
pub async fn remove(visit: Visit, Path((_, memo)): Path<(String, String)>) -> Result<Response, Stop> {
    let (call, me) = (visit.call()?, coder(&visit)?);
    let memo = find(&visit, &memo).await?;
    memos::remove(visit.services(), call.id, memo.id, me).await?;
    Ok(visit.go(&format!("/team/calls/{}/memos", call.slug)))
}

async fn find(visit: &Visit, id: &str) -> Result<Memo, Failure> {
    let id: Uuid = id.parse().map_err(|_| Failure::NotFound("memo"))?;
    let call = visit.about.call.as_ref().ok_or(Failure::NotFound("call"))?;
    memos::by_id(visit.services(), call.id, id).await
}

async fn one(visit: &Visit, memo: Memo, fields: Fields) -> Result<Response, Stop> {
    let (call, me) = (visit.call()?, coder(visit)?);
    let past = memos::past(visit.services(), call.id, memo.id).await?;
    let mine = memo.author == me;
    let body = || app::review::memos::one_page(call, memo, &past, mine);
    Ok(visit.form(Area::Team, StatusCode::OK, fields, || t!("memo-title"), body))
}

async fn form(visit: &Visit, asked: &Form, fields: Fields) -> Result<Response, Stop> {
    let (call, services) = (visit.call()?, visit.services());
    let on = on(services, &call, asked).await?;
    let at = memos::place(services, call.id, on).await?;
    let along = ["answer", "at", "response", "code"].into_iter();
    let along = along.filter_map(|name| Some((name, asked.text(name)?))).collect();
    let body = || app::review::memos::form(call, on, at, along);
    Ok(visit.form(Area::Team, StatusCode::OK, fields, || t!("memo-write"), body))
}

/// What an address or a form says that a memo stands on.
async fn on(services: &Services, call: &Call, asked: &Form) -> Result<MemoOn, Failure> {
    let id = |field: &'static str| {
        asked.text(field).map(|id| id.parse::<Uuid>().map_err(|_| Failure::NotFound(field))).transpose()
    };
    if let Some(answer) = id("answer")? {
        return match asked.text("at") {
            None => Ok(MemoOn::Answer(answer)),
            Some(at) => {
                let span = span(&at).ok_or(Failure::Refused("error-coding-span"))?;
                Ok(MemoOn::Excerpt { answer, span })
            }
        };
    }
    if let Some(reference) = asked.text("response") {
        return Ok(MemoOn::Response(read::by_reference(services, call.id, &reference).await?.id));
    }
    Ok(id("code")?.map_or(MemoOn::Call, MemoOn::Code))
}

/// Words as an address names them: `START-END`.
fn span(at: &str) -> Option<Span> {
    let (start, end) = at.split_once('-')?;
    Some(Span { start: start.parse().ok()?, end: end.parse().ok()? })
}
