//! The texts of letters.

use app::components::Fields;
use app::layout::Area;
use app::mail::{names, original, sample, texts as pages, write as pen};
use app::t;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::Language;
use domain::mail::{LetterKind, LetterText};
use services::Failure;
use services::mail::{Sheet, Written, texts};

use crate::web::typed::Typed;
use crate::web::visit::{Stop, Visit};

/// Which text an address means.
type Which = Path<(String, String)>;

fn which(Path((kind, language)): Which) -> Result<(LetterKind, Language), Failure> {
    let found = LetterKind::parse(&kind).zip(Language::parse(&language));
    found.ok_or(Failure::NotFound("text of a letter"))
}

/// Every text.
pub async fn list(visit: Visit) -> Result<Response, Stop> {
    let own = texts::all(visit.services()).await?;
    Ok(visit.team(|| t!("letters-texts-title"), || pages::list(own)))
}

/// The form of one text.
pub async fn page(visit: Visit, path: Which) -> Result<Response, Stop> {
    let (kind, language) = which(path)?;
    let text = texts::own(visit.services().db.read(), kind, language).await?;
    let text = text.unwrap_or_else(|| original(kind, language));
    show(&visit, kind, language, Fields::of(text.form()), None).await
}

/// Writes a text, or shows how it would look.
pub async fn write(visit: Visit, path: Which, Typed(typed): Typed) -> Result<Response, Stop> {
    let (kind, language) = which(path)?;
    match LetterText::parse(&typed, kind) {
        Err(problems) => show(&visit, kind, language, Fields { form: typed, problems }, None).await,
        Ok(text) if typed.sent("preview") => {
            let preview = preview(&visit, kind, language, &text);
            show(&visit, kind, language, Fields::of(typed), Some(preview)).await
        }
        Ok(text) => {
            let by = visit.person.as_ref().map(|person| person.id);
            texts::write(visit.services(), kind, language, text, by).await?;
            Ok(visit.go("/team/letters/texts"))
        }
    }
}

fn preview(visit: &Visit, kind: LetterKind, language: Language, text: &LetterText) -> Written {
    let (fill, site) = (sample(kind), &visit.portal.site.public_address);
    pen(&Sheet { kind, language, fill: &fill, text: Some(text), site, reveal: true })
}

/// Takes the text back that comes with the program.
pub async fn reset(visit: Visit, path: Which) -> Result<Response, Stop> {
    let (kind, language) = which(path)?;
    texts::reset(visit.services(), kind, language).await?;
    Ok(visit.go("/team/letters/texts"))
}

async fn show(
    visit: &Visit,
    kind: LetterKind,
    language: Language,
    fields: Fields,
    preview: Option<Written>,
) -> Result<Response, Stop> {
    let own = texts::own(visit.services().db.read(), kind, language).await?.is_some();
    let shown = pages::TextPage { kind, language, own, preview };
    Ok(visit.form(Area::Team, StatusCode::OK, fields, || names::kind(kind), || pages::edit(shown)))
}
