//! A search as scripts read it.

use std::collections::HashMap;

use domain::responses::{RespondentKind, Sector};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Facet, Results, plain};
use crate::calls::questionnaire;
use crate::store::entities::{code, organisation};
use crate::{Failure, Services};

/// The results as `folkmoot search --json` prints them: `total` counts answers, a hit's `question` is the title of the
/// question, its `snippet` is plain text, and each facet counts answers and the responses they are from.
pub async fn json(services: &Services, call: Uuid, results: &Results) -> Result<Value, Failure> {
    let read = services.db.read();
    let form = questionnaire(read, call).await?;
    let questions: HashMap<Uuid, String> = form.questions.into_iter().map(|q| (q.id, q.title)).collect();
    let codes = code::Entity::find().filter(code::Column::CallId.eq(call)).all(read).await?;
    let codes: HashMap<Uuid, String> = codes.into_iter().map(|code| (code.id, code.name)).collect();
    let named = organisation::Column::Id.is_in(results.facets.systems.iter().map(|facet| facet.value));
    let systems = organisation::Entity::find().filter(named).all(read).await?;
    let systems: HashMap<Uuid, String> = systems.into_iter().map(|system| (system.id, system.name)).collect();
    let hits: Vec<Value> = results
        .hits
        .iter()
        .map(|hit| {
            json!({
                "reference": hit.reference,
                "question": questions.get(&hit.question),
                "score": hit.score,
                "snippet": plain(&hit.snippet),
            })
        })
        .collect();
    let respondents: Vec<Value> = results
        .respondents
        .first
        .iter()
        .map(|found| json!({ "reference": found.reference, "name": found.name }))
        .collect();
    let facets = &results.facets;
    Ok(json!({
        "total": results.total,
        "responses": results.responses,
        "hits": hits,
        "facets": {
            "codes": by_name(&facets.codes, &codes),
            "kinds": plain_names(&facets.kinds, RespondentKind::as_str),
            "sectors": plain_names(&facets.sectors, Sector::as_str),
            "systems": by_name(&facets.systems, &systems),
            "questions": by_name(&facets.questions, &questions),
        },
        "respondents": { "total": results.respondents.total, "first": respondents },
        "behind": results.freshness.behind,
    }))
}

fn by_name(facets: &[Facet<Uuid>], names: &HashMap<Uuid, String>) -> Vec<Value> {
    facets.iter().map(|facet| value(facet, names.get(&facet.value).map(String::as_str))).collect()
}

fn plain_names<T: Copy>(facets: &[Facet<T>], name: impl Fn(T) -> &'static str) -> Vec<Value> {
    facets.iter().map(|facet| value(facet, Some(name(facet.value)))).collect()
}

fn value<T>(facet: &Facet<T>, name: Option<&str>) -> Value {
    json!({ "name": name, "answers": facet.answers, "responses": facet.responses })
}
