//! What the columns of a file are, as somebody says it, as the map of a file; and what their values mean.

use std::collections::{BTreeMap, BTreeSet};

use domain::audit::Act;
use domain::calls::Question;
use domain::responses::columns::{ImportState, Shape, Target};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{Batch, json};
use crate::audit::Entry;
use crate::calls::{Call, Questionnaire};
use crate::responses::import::Map;
use crate::responses::import::map::{AnswerColumns, Given};
use crate::store::entities::import_batch;
use crate::{Failure, Services};

/// For each column by its name, what its values mean.
pub type Meanings = BTreeMap<String, BTreeMap<String, String>>;

/// The map of a file whose columns are these.
pub fn built(
    batch: &Batch,
    targets: &[Target],
    form: &Questionnaire,
    between: &str,
    meanings: Meanings,
) -> Map {
    let mut map = Map { between: between.to_owned(), values: meanings, ..Map::default() };
    let mut each: BTreeMap<usize, BTreeMap<uuid::Uuid, String>> = BTreeMap::new();
    let mut fields: BTreeMap<usize, BTreeMap<usize, String>> = BTreeMap::new();
    for (column, target) in batch.heading.iter().zip(targets) {
        let given = || Given { column: Some(column.clone()), value: None };
        match target {
            Target::Ignore => {}
            Target::Id => map.id = Some(column.clone()),
            Target::Kind => map.respondent.kind = given(),
            Target::Name => map.respondent.name = given(),
            Target::Organisation => map.respondent.organisation = given(),
            Target::Sector => map.respondent.sector = given(),
            Target::System => map.respondent.system = given(),
            Target::Consent => map.consent = given(),
            Target::Received => map.received = given(),
            Target::Language => map.language = given(),
            Target::Channel => map.channel = given(),
            Target::Answer(number) => {
                map.questions.insert(number.to_string(), AnswerColumns::One(column.clone()));
            }
            Target::Why(number) => {
                map.why.insert(number.to_string(), column.clone());
            }
            Target::Choice(number, choice) => {
                each.entry(*number).or_default().insert(*choice, column.clone());
            }
            Target::Cell(number, at) => {
                fields.entry(*number).or_default().insert(*at, column.clone());
            }
        }
    }
    for (number, columns) in each {
        if let Some(asked) = number.checked_sub(1).and_then(|at| form.questions.get(at)) {
            map.questions.insert(number.to_string(), of_choices(asked, &columns));
        }
    }
    for (number, columns) in fields {
        if let Some(asked) = number.checked_sub(1).and_then(|at| form.questions.get(at)) {
            let count = asked.asks.settings().columns(asked).len();
            let name = |at: usize| columns.get(&at).cloned().unwrap_or_default();
            map.questions.insert(number.to_string(), AnswerColumns::Each((0..count).map(name).collect()));
        }
    }
    if batch.shape == Shape::Qualtrics && batch.heading.iter().any(|column| column == "Status") {
        map.skip.insert("Status".to_owned(), vec!["Survey Preview".to_owned(), "1".to_owned()]);
    }
    map
}

/// A column for each choice: what each was given, or which were chosen.
fn of_choices(asked: &Question, columns: &BTreeMap<uuid::Uuid, String>) -> AnswerColumns {
    if asked.asks.settings().is_each() {
        let name = |choice: &domain::calls::Choice| columns.get(&choice.id).cloned().unwrap_or_default();
        return AnswerColumns::Each(asked.choices.iter().map(name).collect());
    }
    let chosen = asked
        .choices
        .iter()
        .filter_map(|choice| columns.get(&choice.id).map(|column| (column.clone(), choice.label.clone())));
    AnswerColumns::Options(chosen.collect())
}

/// What these columns are, as a map has it.
pub fn targets_of(map: &Map, heading: &[String], form: &Questionnaire) -> Vec<Target> {
    let who = &map.respondent;
    let plain = [
        (Target::Kind, &who.kind),
        (Target::Name, &who.name),
        (Target::Organisation, &who.organisation),
        (Target::Sector, &who.sector),
        (Target::System, &who.system),
        (Target::Consent, &map.consent),
        (Target::Received, &map.received),
        (Target::Language, &map.language),
        (Target::Channel, &map.channel),
    ];
    let one = |column: &String| {
        if map.id.as_ref() == Some(column) {
            return Target::Id;
        }
        let named = plain.iter().find(|(_, given)| given.column.as_ref() == Some(column));
        named.map(|(target, _)| *target).or_else(|| answering(map, column, form)).unwrap_or(Target::Ignore)
    };
    heading.iter().map(one).collect()
}

fn answering(map: &Map, column: &str, form: &Questionnaire) -> Option<Target> {
    let why = map.why.iter().find(|(_, held)| *held == column);
    if let Some((number, _)) = why {
        return number.parse().ok().map(Target::Why);
    }
    map.questions.iter().find_map(|(number, columns)| {
        let number: usize = number.parse().ok()?;
        let asked = form.questions.get(number.checked_sub(1)?)?;
        match columns {
            AnswerColumns::One(held) => (held == column).then_some(Target::Answer(number)),
            AnswerColumns::Each(all) => {
                let at = all.iter().position(|held| held == column)?;
                if asked.asks.settings().entries().is_some() {
                    return Some(Target::Cell(number, at));
                }
                asked.choices.get(at).map(|choice| Target::Choice(number, choice.id))
            }
            AnswerColumns::Options(all) => {
                let label = all.get(column)?;
                let choice = asked.choices.iter().find(|choice| choice.label == *label)?;
                Some(Target::Choice(number, choice.id))
            }
        }
    })
}

/// Says what the columns of a file are. `next` says whether every row is then checked, or more is to be said first. No response is
/// written yet.
pub async fn map(
    services: &Services,
    call: &Call,
    batch: &Batch,
    map: &Map,
    next: ImportState,
) -> Result<(), Failure> {
    let (id, map, recorder) = (batch.id, json(map)?, services.recorder());
    let entry = Entry::of_call(Act::ImportMapped, call);
    let from: BTreeSet<&str> =
        ImportState::ALL.iter().filter(|state| state.can_be_mapped()).map(|state| state.as_str()).collect();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let mapped = import_batch::Entity::update_many()
                    .col_expr(import_batch::Column::Map, Expr::value(map))
                    .col_expr(import_batch::Column::State, Expr::value(next.as_str()))
                    .col_expr(import_batch::Column::Seen, Expr::value(0))
                    .col_expr(import_batch::Column::Good, Expr::value(0))
                    .col_expr(import_batch::Column::Bad, Expr::value(0))
                    .col_expr(import_batch::Column::There, Expr::value(0))
                    .col_expr(import_batch::Column::Skipped, Expr::value(0))
                    .filter(import_batch::Column::Id.eq(id))
                    .filter(import_batch::Column::State.is_in(from))
                    .exec(txn)
                    .await?;
                if mapped.rows_affected == 0 {
                    return Err(Failure::Refused("error-import-state"));
                }
                recorder.record(txn, entry).await?;
                Ok(())
            })
        })
        .await
}
