//! The file of settings. A name that nobody knows is an error: a slip of the pen must not run a portal otherwise than
//! its operator believes.

use std::path::Path;

use toml::Table;
use toml::de::{DeTable, DeValue};

use super::Unfit;
use super::known::{KNOWN, nearest};

/// What is wrong with the text of a file, and where: the position in bytes.
struct Slip {
    what: String,
    at: Option<usize>,
}

impl From<toml::de::Error> for Slip {
    fn from(error: toml::de::Error) -> Self {
        Self { what: error.message().to_owned(), at: error.span().map(|span| span.start) }
    }
}

/// Reads a file whose every name is known. Whether the values can be taken is seen when they become settings.
pub fn read(file: &Path) -> Result<Table, Unfit> {
    let name = file.display();
    let text = std::fs::read_to_string(file)
        .map_err(|error| Unfit(format!("The settings in {name} cannot be read: {error}.")))?;
    parse(&text).map_err(|Slip { what, at }| {
        let line = at.map(|at| format!(" in line {}", text[..at].matches('\n').count() + 1));
        Unfit(format!("The settings in {name} cannot be taken{}: {what}.", line.unwrap_or_default()))
    })
}

fn parse(text: &str) -> Result<Table, Slip> {
    check_names("", DeTable::parse(text)?.get_ref())?;
    Ok(text.parse()?)
}

fn check_names(at: &str, table: &DeTable<'_>) -> Result<(), Slip> {
    for (key, value) in table {
        let path = if at.is_empty() { key.get_ref().to_string() } else { format!("{at}.{}", key.get_ref()) };
        match value.get_ref() {
            DeValue::Table(inner) => check_names(&path, inner)?,
            DeValue::Array(items) if items.iter().any(|item| item.get_ref().is_table()) => {
                for inner in items.iter().filter_map(|item| item.get_ref().as_table()) {
                    check_names(&format!("{path}[]"), inner)?;
                }
            }
            _ if KNOWN.iter().any(|known| known.is_at(&path)) => {}
            _ => {
                let meant = nearest(&path, KNOWN.iter().map(|known| known.key.to_owned()));
                let meant = meant.map(|known| format!("; `{known}` may be meant")).unwrap_or_default();
                let what = format!("there is no setting `{path}`{meant}");
                return Err(Slip { what, at: Some(key.span().start) });
            }
        }
    }
    Ok(())
}
