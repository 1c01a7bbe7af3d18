//! What the columns of a file are, and what their values mean.

use app::components::Fields;
use app::layout::Area;
use app::responses::import::{self as pages, BETWEEN, ColumnsPage, LEFT_OUT, ValuesPage, field};
use app::t;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::forms::Form;
use domain::responses::columns::{ImportState, Target, read_targets};
use domain::responses::{Channel, Consent};
use services::Failure;
use services::calls::{self, Call, Questionnaire};
use services::people::organisations;
use services::responses::import::Map;
use services::responses::import::batch::{self, Batch, Meanings, Unknown};

use super::opened;
use crate::web::typed::Typed;
use crate::web::visit::{Stop, Visit};

/// The file, where it can be said what its columns are.
async fn mappable(visit: &Visit, id: &str) -> Result<(Call, Batch, Questionnaire), Stop> {
    let (call, batch) = opened(visit, id).await?;
    if !batch.state.can_be_mapped() {
        return Err(Failure::Refused("error-import-state").into());
    }
    let form = calls::form(visit.services(), &call).await?;
    Ok((call, batch, form))
}

/// What each column is, as it is proposed.
pub async fn columns_page(visit: Visit, Path((_, id)): Path<(String, String)>) -> Result<Response, Stop> {
    let (call, batch, form) = mappable(&visit, &id).await?;
    let samples = batch::samples(visit.services(), &batch).await?;
    let (targets, _) = batch::propose(visit.services(), &batch, &form, &samples).await?;
    let mut typed = Form::default();
    for (at, target) in targets.iter().enumerate() {
        typed.set(&format!("column-{at}"), target.to_string());
    }
    let held = |given: Option<String>, otherwise: &str| given.unwrap_or_else(|| otherwise.to_owned());
    let map = batch.map.clone();
    let map = map.as_ref();
    let between = map.map_or(batch.shape.between(), |map| map.between.as_str());
    let name = BETWEEN.iter().find(|(_, mark)| *mark == between).map(|(name, _)| *name);
    typed.set("between", name.unwrap_or_default());
    typed.set("channel", held(map.and_then(|map| map.channel.value.clone()), Channel::Import.as_str()));
    typed.set("consent", held(map.and_then(|map| map.consent.value.clone()), Consent::NotAtAll.as_str()));
    show_columns(&visit, call, batch, form, Fields::of(typed)).await
}

async fn show_columns(
    visit: &Visit,
    call: Call,
    batch: Batch,
    form: Questionnaire,
    fields: Fields,
) -> Result<Response, Stop> {
    let samples = batch::samples(visit.services(), &batch).await?;
    let (_, again) = batch::propose(visit.services(), &batch, &form, &samples).await?;
    let shown = ColumnsPage { call, form, batch, samples, again };
    Ok(visit.form(Area::Team, StatusCode::OK, fields, || t!("import-columns"), || pages::columns(shown)))
}

/// Takes what each column is. Where values are none of ours it is asked what they mean; otherwise every row is checked.
pub async fn say_columns(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    Typed(typed): Typed,
) -> Result<Response, Stop> {
    let (call, batch, form) = mappable(&visit, &id).await?;
    let targets = match read_targets(&typed, batch.heading.len(), &form) {
        Ok(targets) => targets,
        Err(problems) => {
            return show_columns(&visit, call, batch, form, Fields { form: typed, problems }).await;
        }
    };
    let services = visit.services();
    let before = match &batch.map {
        Some(map) => Some(map.clone()),
        None => batch::earlier(services, &batch).await?,
    };
    let map = said(&typed, &batch, &targets, &form, before);
    let unknown = unknown(&visit, &batch, &map, &form, &targets).await?;
    let next = if unknown.is_empty() { ImportState::Checking } else { ImportState::Uploaded };
    batch::map(services, &call, &batch, &map, next).await?;
    let here = pages::address(&call, batch.id);
    Ok(visit.go(&if unknown.is_empty() { here } else { format!("{here}/values") }))
}

/// The map that is said by the columns, with what holds for every row and with what values meant before.
fn said(typed: &Form, batch: &Batch, targets: &[Target], form: &Questionnaire, before: Option<Map>) -> Map {
    let between = BETWEEN.iter().find(|(name, _)| typed.has("between", name));
    let between = between.map_or(batch.shape.between(), |(_, mark)| mark);
    // What a value has meant counts only while its column is what it was.
    let was = before.as_ref().map(|map| batch::targets_of(map, &batch.heading, form)).unwrap_or_default();
    let same = |column: &String| {
        let at = batch.heading.iter().position(|name| name == column);
        at.is_some_and(|at| was.get(at) == targets.get(at))
    };
    let mut meanings = before.map(|map| map.values).unwrap_or_default();
    meanings.retain(|column, _| same(column));
    let mut map = batch::built(batch, targets, form, between, meanings);
    map.channel.value = Channel::parse(typed.value("channel")).map(|channel| channel.to_string());
    map.consent.value = Consent::parse(typed.value("consent")).map(|consent| consent.to_string());
    map
}

async fn unknown(
    visit: &Visit,
    batch: &Batch,
    map: &Map,
    form: &Questionnaire,
    targets: &[Target],
) -> Result<Vec<Unknown>, Failure> {
    let systems = organisations::systems(visit.services()).await?;
    batch::unknown(visit.services(), batch, targets, form, &map.between, &systems).await
}

/// What the values mean, as it was said before or as it is proposed.
pub async fn values_page(visit: Visit, Path((_, id)): Path<(String, String)>) -> Result<Response, Stop> {
    let (call, batch, form) = mappable(&visit, &id).await?;
    let Some(map) = batch.map.clone() else {
        return Ok(visit.go(&format!("{}/columns", pages::address(&call, batch.id))));
    };
    let unknown =
        unknown(&visit, &batch, &map, &form, &batch::targets_of(&map, &batch.heading, &form)).await?;
    let mut typed = Form::default();
    for one in &unknown {
        let known = batch.heading.get(one.column).and_then(|column| map.values.get(column));
        for (at, (value, proposed)) in one.values.iter().enumerate() {
            let said = known.and_then(|known| known.get(value));
            let said = said.map(|said| if said.is_empty() { LEFT_OUT } else { said.as_str() });
            typed.set(&field(one.column, at), said.or(proposed.as_deref()).unwrap_or_default());
        }
    }
    let shown = ValuesPage { call, form, batch, unknown };
    let title = || t!("import-values");
    Ok(visit.form(Area::Team, StatusCode::OK, Fields::of(typed), title, || pages::values(shown)))
}

/// Takes what the values mean, and has every row checked.
pub async fn say_values(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    Typed(typed): Typed,
) -> Result<Response, Stop> {
    let (call, batch, form) = mappable(&visit, &id).await?;
    let map = batch.map.clone().ok_or(Failure::Refused("error-import-state"))?;
    let unknown =
        unknown(&visit, &batch, &map, &form, &batch::targets_of(&map, &batch.heading, &form)).await?;
    let map = Map { values: meanings(&typed, &batch, &unknown), ..map };
    batch::map(visit.services(), &call, &batch, &map, ImportState::Checking).await?;
    Ok(visit.go(&pages::address(&call, batch.id)))
}

/// What each value means. What is left as it is, is none of ours: its row cannot be taken.
fn meanings(typed: &Form, batch: &Batch, unknown: &[Unknown]) -> Meanings {
    let mut meanings = Meanings::new();
    for one in unknown {
        let Some(column) = batch.heading.get(one.column) else { continue };
        for (at, (value, _)) in one.values.iter().enumerate() {
            let said = typed.value(&field(one.column, at));
            let ours = one.ours.iter().any(|ours| ours == said);
            if ours || said == LEFT_OUT {
                let meant = if ours { said.to_owned() } else { String::new() };
                meanings.entry(column.clone()).or_default().insert(value.clone(), meant);
            }
        }
    }
    meanings
}
