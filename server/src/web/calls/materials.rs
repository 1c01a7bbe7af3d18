//! Documents beside a call: handing them out to everyone, and the team's pages that put them there.

use app::calls::materials::shown::Beside;
use app::calls::materials::team::anchor;
use app::calls::materials::{forms, team};
use app::components::Fields;
use app::layout::Area;
use app::t;
use axum::extract::{Path, Request};
use axum::http::StatusCode;
use axum::response::Response;
use domain::calls::{MaterialDetails, VariantDetails};
use domain::forms::{Form, Problem};
use domain::text::slug;
use services::calls::materials::{self, Material, Source};
use services::calls::{self, Call};
use services::{Failure, Services};
use uuid::Uuid;

use super::super::files::{Upload, handed_out, upload};
use super::super::typed::Typed;
use super::super::visit::{Stop, Visit};
use super::Item;
use super::preview::behind;
use super::questions::direction;

/// What stands beside a call, at its own address or that of its preview.
pub(in crate::web) async fn beside(visit: &Visit, call: &Call, base: String) -> Result<Beside, Failure> {
    Ok(Beside { base, materials: materials::shown(visit.services(), call, visit.language).await? })
}

/// A file beside a call, to be saved.
pub async fn file(visit: Visit, Item(id): Item) -> Result<Response, Stop> {
    let call = visit.call()?;
    hand_out(&visit, &call, id).await
}

/// The same before its announcement, for whoever has the private link.
pub async fn preview_file(visit: Visit, Path((token, id)): Path<(String, String)>) -> Result<Response, Stop> {
    let call = behind(&visit, &token).await?;
    let id = id.parse().map_err(|_| Failure::NotFound("document"))?;
    hand_out(&visit, &call, id).await
}

async fn hand_out(visit: &Visit, call: &Call, id: Uuid) -> Result<Response, Stop> {
    let (material, variant, file) = materials::open(visit.services(), call, id).await?;
    let title = slug(&material.title, "document");
    let name = format!("{title}-{}-{}.{}", variant.format, variant.language, file.kind);
    handed_out(visit, &file.hash, (file.kind, file.size), &name).await
}

/// Every document, as the team keeps them.
pub async fn list(visit: Visit) -> Result<Response, Stop> {
    let call = visit.call()?;
    listed(&visit, call, Fields::default()).await
}

async fn listed(visit: &Visit, call: Call, fields: Fields) -> Result<Response, Stop> {
    let services = visit.services();
    let (all, form) = (materials::list(services, &call).await?, calls::form(services, &call).await?);
    let body = || team::page(&call, &form, &all);
    Ok(visit.form(Area::Team, StatusCode::OK, fields, || t!("materials-title"), body))
}

async fn find(services: &Services, call: &Call, id: Uuid) -> Result<Material, Failure> {
    let all = materials::list(services, call).await?;
    all.into_iter().find(|material| material.id == id).ok_or(Failure::NotFound("document"))
}

/// Back to a document in the list.
fn back_to(visit: &Visit, call: &Call, id: Uuid) -> Response {
    visit.go(&format!("{}/materials#{}", super::team_address(call), anchor(id)))
}

/// A blank form for a document.
pub async fn add_page(visit: Visit) -> Result<Response, Stop> {
    page(&visit, None, Fields::default()).await
}

/// Adds a document, and asks for its first variant.
pub async fn add(visit: Visit, Typed(typed): Typed) -> Result<Response, Stop> {
    let (call, details) = (visit.call()?, read(&visit, &typed).await?);
    let added = match details {
        Err(problems) => Err(problems),
        Ok(details) => materials::add(visit.services(), call.id, details).await,
    };
    match added {
        Err(Failure::Invalid(problems)) => page(&visit, None, Fields { form: typed, problems }).await,
        added => {
            let to = format!("{}/materials/{}/variants/new", super::team_address(&call), added?);
            Ok(visit.go(&to))
        }
    }
}

/// A document as it is.
pub async fn show(visit: Visit, Item(id): Item) -> Result<Response, Stop> {
    let held = find(visit.services(), &visit.call()?, id).await?;
    let mut form = Form::from_pairs([
        ("title", held.title.as_str()),
        ("title-cy", &held.title_cy),
        ("summary", &held.summary),
        ("summary-cy", &held.summary_cy),
    ]);
    form.set("question", held.question.map(|question| question.to_string()).unwrap_or_default());
    page(&visit, Some(held), Fields::of(form)).await
}

/// Says something else of a document.
pub async fn change(visit: Visit, Item(id): Item, Typed(typed): Typed) -> Result<Response, Stop> {
    let (call, services) = (visit.call()?, visit.services());
    let held = find(services, &call, id).await?;
    let changed = match read(&visit, &typed).await? {
        Err(problems) => Err(problems),
        Ok(details) => materials::change(services, call.id, id, details).await,
    };
    match changed {
        Err(Failure::Invalid(problems)) => page(&visit, Some(held), Fields { form: typed, problems }).await,
        changed => {
            changed?;
            Ok(back_to(&visit, &call, id))
        }
    }
}

async fn read(visit: &Visit, typed: &Form) -> Result<Result<MaterialDetails, Failure>, Stop> {
    let form = calls::form(visit.services(), &visit.call()?).await?;
    let questions: Vec<Uuid> = form.questions.iter().map(|asked| asked.id).collect();
    Ok(MaterialDetails::parse(typed, &questions).map_err(Failure::Invalid))
}

async fn page(visit: &Visit, held: Option<Material>, fields: Fields) -> Result<Response, Stop> {
    let call = visit.call()?;
    let form = calls::form(visit.services(), &call).await?;
    let title = || if held.is_some() { t!("material-edit") } else { t!("material-add") };
    let body = || forms::material(&call, &form, held.as_ref());
    Ok(visit.form(Area::Team, StatusCode::OK, fields, title, body))
}

/// Moves a document up or down. Its id is in the middle of the address.
pub async fn shift(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    Typed(typed): Typed,
) -> Result<Response, Stop> {
    let (call, id) = (visit.call()?, of_address(&id)?);
    materials::move_material(visit.services(), call.id, id, direction(&typed)).await?;
    Ok(back_to(&visit, &call, id))
}

fn of_address(named: &str) -> Result<Uuid, Failure> {
    named.parse().map_err(|_| Failure::NotFound("document"))
}

/// Asks whether a document should go.
pub async fn remove_page(visit: Visit, Path((_, id)): Path<(String, String)>) -> Result<Response, Stop> {
    let call = visit.call()?;
    let held = find(visit.services(), &call, of_address(&id)?).await?;
    Ok(visit.team(|| t!("material-remove"), || forms::remove(&call, &held, None)))
}

/// Takes a document out.
pub async fn remove(visit: Visit, Path((_, id)): Path<(String, String)>) -> Result<Response, Stop> {
    let call = visit.call()?;
    materials::remove(visit.services(), call.id, of_address(&id)?).await?;
    Ok(visit.go(&format!("{}/materials", super::team_address(&call))))
}

/// A blank form for a variant of a document.
pub async fn variant_page(visit: Visit, Path((_, id)): Path<(String, String)>) -> Result<Response, Stop> {
    let held = find(visit.services(), &visit.call()?, of_address(&id)?).await?;
    variant_form(&visit, &held, Fields::of(Form::from_pairs([("language", "en")])))
}

fn variant_form(visit: &Visit, held: &Material, fields: Fields) -> Result<Response, Stop> {
    let call = visit.call()?;
    let body = || forms::variant(&call, held, visit.services().files.largest_megabytes());
    Ok(visit.form(Area::Team, StatusCode::OK, fields, || t!("variant-add"), body))
}

/// Adds a variant: a file or a link.
pub async fn add_variant(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    request: Request,
) -> Result<Response, Stop> {
    let (call, services) = (visit.call()?, visit.services());
    let held = find(services, &call, of_address(&id)?).await?;
    let Upload { form, file } = match upload(&visit, "file", request).await? {
        Ok(upload) => upload,
        Err(unread) => return Ok(unread),
    };
    let source = file.map(|(incoming, name)| Source { incoming, name });
    let chosen = source.as_ref().map(|source| domain::files::shown_name(&source.name));
    let added = match VariantDetails::parse(&form, source.is_some()) {
        Err(problems) => Err(Failure::Invalid(problems)),
        Ok(details) => materials::add_variant(services, (call.id, held.id), details, source).await,
    };
    match added {
        Err(Failure::Invalid(mut problems)) => {
            // A browser never shows a chosen file again, so whoever must put something else right is told.
            if let Some(name) = chosen.filter(|_| problems.at("file").is_none()) {
                problems.add(Problem::new("file", "error-variant-again").with("name", name));
            }
            variant_form(&visit, &held, Fields { form, problems })
        }
        added => {
            added?;
            Ok(back_to(&visit, &call, held.id))
        }
    }
}

/// The document and the variant in the middle of an address.
type Parts = Path<(String, String, String)>;

/// Asks whether a variant should go.
pub async fn remove_variant_page(visit: Visit, Path((_, id, variant)): Parts) -> Result<Response, Stop> {
    let call = visit.call()?;
    let held = find(visit.services(), &call, of_address(&id)?).await?;
    let variant = of_address(&variant)?;
    let one = held.variants.iter().find(|one| one.id == variant).ok_or(Failure::NotFound("document"))?;
    Ok(visit.team(|| t!("variant-remove"), || forms::remove(&call, &held, Some(one))))
}

/// Takes a variant out.
pub async fn remove_variant(visit: Visit, Path((_, id, variant)): Parts) -> Result<Response, Stop> {
    let (call, id) = (visit.call()?, of_address(&id)?);
    materials::remove_variant(visit.services(), (call.id, id), of_address(&variant)?).await?;
    Ok(back_to(&visit, &call, id))
}
