//! Settings by variables, laid over those of the file.

use std::collections::HashSet;

use toml::{Table, Value};

use super::Unfit;
use super::known::{FILE, KNOWN, Kind, Known, nearest};

/// Lays what the variables set over what the file has set.
pub fn lay_over(
    table: &mut Table,
    variables: impl IntoIterator<Item = (String, String)>,
) -> Result<(), Unfit> {
    // A secret of the file may be in a variable of any name.
    let mut elsewhere = HashSet::new();
    pointed_at(table, &mut elsewhere);
    let mut set_before = HashSet::new();
    for (name, value) in variables {
        // Empty is how many tools write "not set".
        let ours = name.starts_with("FOLKMOOT_") && name != FILE && !value.is_empty();
        if !ours || elsewhere.contains(&name) || of_kubernetes(&name) {
            continue;
        }
        let (known, value) = recognise(&name, &value)?;
        if !set_before.insert(known.key) {
            return Err(Unfit(format!("Two variables set `{}`; {name} is one of them.", known.key)));
        }
        put(table, known.key, value)
            .map_err(|part| Unfit(format!("{name} cannot be set: `{part}` in the file is no table.")))?;
    }
    Ok(())
}

/// Kubernetes puts such variables into each container beside a service that is called "folkmoot".
fn of_kubernetes(name: &str) -> bool {
    name == "FOLKMOOT_PORT" || name.starts_with("FOLKMOOT_PORT_") || name.starts_with("FOLKMOOT_SERVICE_")
}

/// The setting of a variable, and its value as the file would have it.
fn recognise(name: &str, value: &str) -> Result<(&'static Known, Value), Unfit> {
    for known in KNOWN {
        let Some(variable) = known.variable() else { continue };
        if name == variable {
            return Ok((known, typed(known.kind, name, value)?));
        }
        if known.kind == Kind::Secret && name == format!("{variable}_FILE") {
            let file = Table::from_iter([("file".to_owned(), Value::from(value))]);
            return Ok((known, Value::Table(file)));
        }
    }
    let meant = nearest(name, KNOWN.iter().filter_map(Known::variable));
    let meant = meant.map(|known| format!(" {known} may be meant.")).unwrap_or_default();
    Err(Unfit(format!("The variable {name} is no setting of Folkmoot.{meant}")))
}

/// The text of a variable as its setting has it. The text itself is in no message: it may be a secret gone astray.
fn typed(kind: Kind, name: &str, value: &str) -> Result<Value, Unfit> {
    match kind {
        Kind::Text | Kind::Secret => Ok(Value::from(value)),
        Kind::Number => value
            .parse::<i64>()
            .map(Value::from)
            .map_err(|_| Unfit(format!("The variable {name} must be a whole number."))),
        Kind::Switch => value
            .parse::<bool>()
            .map(Value::from)
            .map_err(|_| Unfit(format!("The variable {name} must be true or false."))),
    }
}

/// Sets a value, making the tables it is in; fails with the name of a table that is something else.
fn put(table: &mut Table, key: &str, value: Value) -> Result<(), String> {
    match key.split_once('.') {
        None => {
            table.insert(key.to_owned(), value);
            Ok(())
        }
        Some((first, rest)) => {
            let inner = table.entry(first).or_insert_with(|| Value::Table(Table::new()));
            put(inner.as_table_mut().ok_or_else(|| first.to_owned())?, rest, value)
        }
    }
}

/// The variables in which the file says that a secret is.
fn pointed_at(table: &Table, names: &mut HashSet<String>) {
    for (key, value) in table {
        match value {
            Value::String(name) if key == "variable" => {
                names.insert(name.clone());
            }
            Value::Table(inner) => pointed_at(inner, names),
            Value::Array(items) => {
                items.iter().filter_map(Value::as_table).for_each(|inner| pointed_at(inner, names));
            }
            _ => {}
        }
    }
}
