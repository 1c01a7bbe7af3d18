//! The values in a file that are called something else here, so that somebody can say what they mean.

use domain::responses::columns::{Ours, Target, columns_of, propose_value};
use domain::text;

use super::Batch;
use super::proposal::{cells, values};
use crate::calls::Questionnaire;
use crate::people::organisations::Organisation;
use crate::{Failure, Services};

/// The most values of one column that somebody is asked about.
const MOST_VALUES: usize = 60;

/// A column with values that are none of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// The place of the column.
    pub column: usize,
    pub target: Target,
    /// What they say, with what it may mean.
    pub values: Vec<(String, Option<String>)>,
    /// What it can mean, as the map has it.
    pub ours: Vec<String>,
    /// Whether there are more than anybody is asked about.
    pub more: bool,
}

/// The columns of a file whose values are none of ours, so that somebody can say what they mean.
pub async fn unknown(
    services: &Services,
    batch: &Batch,
    targets: &[Target],
    form: &Questionnaire,
    between: &str,
    systems: &[Organisation],
) -> Result<Vec<Unknown>, Failure> {
    let rows = cells(services, batch.id, u64::MAX >> 1).await?;
    let mut found = Vec::new();
    for (column, target) in targets.iter().enumerate() {
        let Some(ours) = ours(*target, form, systems) else { continue };
        let known = |value: &str| is_known(*target, value, form, &ours);
        let parts: Vec<&str> = rows
            .iter()
            .filter_map(|row| row.get(column))
            .flat_map(|cell| parts(*target, cell, form, between))
            .filter(|value| !known(value))
            .collect();
        let (theirs, more) = values(parts.into_iter(), MOST_VALUES);
        if theirs.is_empty() {
            continue;
        }
        let proposed = |value: String| {
            let meant = propose_value(&value, &ours).map(str::to_owned);
            (value, meant)
        };
        found.push(Unknown {
            column,
            target: *target,
            values: theirs.into_iter().map(proposed).collect(),
            ours: ours.into_iter().map(|one| one.value).collect(),
            more,
        });
    }
    Ok(found)
}

/// What a column can mean that stands for this; nothing where it can mean anything.
fn ours(target: Target, form: &Questionnaire, systems: &[Organisation]) -> Option<Vec<Ours>> {
    match target {
        Target::System => Some(systems.iter().map(|system| Ours::new(system.name.as_str(), &[])).collect()),
        Target::Answer(number) => {
            let asked = form.questions.get(number.checked_sub(1)?)?;
            let labels = asked.chosen_from().iter().map(|choice| Ours::new(choice.label.as_str(), &[]));
            Some(labels.collect()).filter(|labels: &Vec<Ours>| !labels.is_empty())
        }
        Target::Cell(number, at) => {
            let asked = form.questions.get(number.checked_sub(1)?)?;
            let fields = asked.asks.settings().entries()?.fields;
            let field = fields.get(at % fields.len().max(1))?;
            let labels = field.choices.iter().map(|choice| Ours::new(choice.as_str(), &[]));
            Some(labels.collect()).filter(|labels: &Vec<Ours>| !labels.is_empty())
        }
        other => Ours::of(other),
    }
}

/// The values of a cell: several where several choices stand in it.
fn parts<'c>(target: Target, cell: &'c str, form: &Questionnaire, between: &'c str) -> Vec<&'c str> {
    let several = match target {
        Target::Answer(number) => {
            number.checked_sub(1).and_then(|at| form.questions.get(at)).is_some_and(columns_of)
        }
        _ => false,
    };
    let whole = cell.trim();
    if several {
        whole.split(between).map(str::trim).filter(|part| !part.is_empty()).collect()
    } else {
        vec![whole]
    }
}

fn is_known(target: Target, value: &str, form: &Questionnaire, ours: &[Ours]) -> bool {
    if value.is_empty() {
        return true;
    }
    if let Target::Answer(number) = target
        && let Some(asked) = number.checked_sub(1).and_then(|at| form.questions.get(at))
    {
        return asked.asks.settings().of_cells(asked, &[value], "\u{1f}").is_some();
    }
    let value = text::line(value);
    // The names of systems, and what an entry chooses, are known whatever their case; all else is written in one way.
    let any_case = matches!(target, Target::System | Target::Cell(..));
    ours.iter()
        .any(|one| one.value == value || (any_case && one.value.to_lowercase() == value.to_lowercase()))
}
