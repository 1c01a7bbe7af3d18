//! Quoting a story in an answer.

use app::components::Fields;
use app::layout::Area;
use app::responses::gathering::quote as pages;
use app::t;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::calls::Question;
use domain::forms::{Form, Problem};
use services::Failure;
use services::responses::draft::check_open;
use services::responses::gathering::quotes::{self, Wanted};
use services::responses::gathering::stories;
use uuid::Uuid;

use super::super::together::Desk;
use super::{number, of};
use crate::web::typed::Typed;
use crate::web::visit::{Stop, Visit};

type At = Path<(String, String, String)>;

/// The story with the form; at first with all of it in the field, to be cut down.
pub async fn page(visit: Visit, Path((_, draft, story)): At) -> Result<Response, Stop> {
    show(&visit, &draft, &story, None).await
}

async fn show(visit: &Visit, draft: &str, story: &str, fields: Option<Fields>) -> Result<Response, Stop> {
    let services = visit.services();
    let desk = Desk::of(visit, draft).await?;
    check_open(services, &desk.call, &desk.draft)?;
    let of = of(visit, &desk).await?;
    let story = stories::one(services, &desk.draft, &of, number(story)?).await?;
    if !story.quotable() {
        return Err(Failure::Refused("error-story-not-quotable").into());
    }
    let route = desk.draft.route(&desk.form);
    let questions: Vec<&Question> = route.into_iter().filter(|asked| quotes::takes(asked)).collect();
    let fields = fields.unwrap_or_else(|| {
        let mut form = Form::from_pairs([("words", story.text.as_str())]);
        if let [only] = questions.as_slice() {
            form.set("question", only.id.to_string());
        }
        Fields::of(form)
    });
    let title = || t!("story-quote-title", number = story.number);
    let body = || pages::page(&desk.organisation, desk.draft.id, &story, &questions);
    Ok(visit.form(Area::Public, StatusCode::OK, fields, title, body))
}

/// Adds the words to the answer, and leads to it.
pub async fn add(visit: Visit, Path((_, draft, story)): At, Typed(typed): Typed) -> Result<Response, Stop> {
    let desk = Desk::of(&visit, &draft).await?;
    let added = match typed.value("question").parse::<Uuid>() {
        Err(_) => Err(Problem::new("question", "error-quote-question").into()),
        Ok(question) => {
            let words = typed.value("words").to_owned();
            let wanted = Wanted { number: number(&story)?, question, words };
            let (services, language) = (visit.services(), visit.language);
            quotes::quote(services, &desk.call, &desk.form, &desk.draft, wanted, language)
                .await
                .map(|()| question)
        }
    };
    match added {
        Err(Failure::Invalid(problems)) => {
            show(&visit, &draft, &story, Some(Fields { form: typed, problems })).await
        }
        added => Ok(visit.go(&format!("{}/questions/{}", desk.address(), added?))),
    }
}
