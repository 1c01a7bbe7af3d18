//! One answer of a shared draft: its history, and what members say about it.

use app::components::Fields;
use app::layout::Area;
use app::responses::together::question::{self as pages, QuestionPage};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::calls::Question;
use domain::responses::Comment;
use services::Failure;
use services::responses::draft::Saved;
use services::responses::together::{comments, history};
use uuid::Uuid;

use super::Desk;
use crate::web::typed::Typed;
use crate::web::visit::{Stop, Visit};

type At = Path<(String, String, String)>;

/// How an address names that which is about no single question.
const WHOLE: &str = "whole";

/// The question of an address with its number; nothing where it is about the whole.
fn asked(desk: &Desk, id: &str) -> Result<Option<(usize, Question)>, Failure> {
    if id == WHOLE {
        return Ok(None);
    }
    let id: Uuid = id.parse().map_err(|_| Failure::NotFound("question"))?;
    let at = desk.form.questions.iter().position(|asked| asked.id == id);
    let at = at.ok_or(Failure::NotFound("question"))?;
    Ok(desk.form.questions.get(at).map(|asked| (at + 1, asked.clone())))
}

/// The page.
pub async fn page(visit: Visit, Path((_, draft, question)): At) -> Result<Response, Stop> {
    show(&visit, &draft, &question, Fields::default(), StatusCode::OK).await
}

async fn show(
    visit: &Visit,
    draft: &str,
    question: &str,
    fields: Fields,
    status: StatusCode,
) -> Result<Response, Stop> {
    let services = visit.services();
    let desk = Desk::of(visit, draft).await?;
    let asked = asked(&desk, question)?;
    let id = asked.as_ref().map(|(_, asked)| asked.id);
    let mut comments = comments::list(services, &desk.draft).await?;
    comments.retain(|one| one.question == id);
    let history = match id {
        Some(id) => history::of_question(services, &desk.draft, id).await?,
        None => Vec::new(),
    };
    let open = desk.open(services);
    let Desk { organisation, call, draft, .. } = desk;
    let overtaken = status == StatusCode::CONFLICT;
    let shown = QuestionPage { organisation, call, draft, asked, comments, history, open, overtaken };
    let title = visit.said(|| pages::title(&shown));
    Ok(visit.form(Area::Public, status, fields, || title, || pages::page(shown)))
}

/// Adds a comment.
pub async fn comment(
    visit: Visit,
    Path((_, draft, question)): At,
    Typed(typed): Typed,
) -> Result<Response, Stop> {
    let desk = Desk::of(&visit, &draft).await?;
    let about = asked(&desk, &question)?.map(|(_, asked)| asked.id);
    let added = match Comment::parse(&typed) {
        Ok(comment) => comments::add(visit.services(), &desk.draft, about, comment).await,
        Err(problems) => Err(problems.into()),
    };
    match added {
        Err(Failure::Invalid(problems)) => {
            show(&visit, &draft, &question, Fields { form: typed, problems }, StatusCode::OK).await
        }
        added => {
            added?;
            Ok(visit.go(&format!("{}/questions/{question}", desk.address())))
        }
    }
}

/// Settles a comment or opens it again.
pub async fn settle(
    visit: Visit,
    Path((_, draft, comment)): At,
    Typed(typed): Typed,
) -> Result<Response, Stop> {
    let desk = Desk::of(&visit, &draft).await?;
    let id: Uuid = comment.parse().map_err(|_| Failure::NotFound("comment"))?;
    let all = comments::list(visit.services(), &desk.draft).await?;
    let about = all.iter().find(|one| one.id == id).ok_or(Failure::NotFound("comment"))?.question;
    let settled = typed.value("settled") == "1";
    comments::settle(visit.services(), &desk.draft, id, settled).await?;
    let question = about.map_or_else(|| WHOLE.to_owned(), |id| id.to_string());
    Ok(visit.go(&format!("{}/questions/{question}", desk.address())))
}

/// Makes an earlier text the answer again, unless somebody has changed the answer meanwhile.
pub async fn restore(
    visit: Visit,
    Path((_, draft, question)): At,
    Typed(typed): Typed,
) -> Result<Response, Stop> {
    let desk = Desk::of(&visit, &draft).await?;
    let (_, about) = asked(&desk, &question)?.ok_or(Failure::NotFound("question"))?;
    let change: Uuid = typed.value("change").parse().map_err(|_| Failure::NotFound("text"))?;
    let seen = typed.value("seen") == desk.draft.mark(about.id);
    let restored = if seen {
        history::restore(visit.services(), &desk.draft, about.id, change).await?
    } else {
        Saved::Overtaken
    };
    match restored {
        Saved::Kept => Ok(visit.go(&format!("{}/questions/{question}", desk.address()))),
        Saved::Overtaken => show(&visit, &draft, &question, Fields::default(), StatusCode::CONFLICT).await,
    }
}
