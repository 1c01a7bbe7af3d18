//! `folkmoot import`

use std::path::PathBuf;

use anyhow::{Context, bail};
use clap::{Args, Subcommand};
use services::people::accounts;
use services::responses::import::{self, Map, Report};

use super::{Data, print};

/// Brings records in from files.
#[derive(Args)]
pub struct Import {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Responses to a call from a CSV file or a workbook
    Responses {
        #[command(flatten)]
        data: Data,
        /// The call
        #[arg(long, value_name = "SLUG")]
        call: String,
        /// Which column is what; docs/import has examples
        #[arg(long, value_name = "MAP.toml")]
        map: PathBuf,
        /// The e-mail address of whoever the codes of the file are put down to
        #[arg(long, value_name = "E-MAIL")]
        coder: Option<String>,
        /// Say what would be done, and write nothing
        #[arg(long)]
        dry_run: bool,
        /// Print one JSON document
        #[arg(long)]
        json: bool,
        /// The file
        file: PathBuf,
    },
}

impl Import {
    /// Imports what can be imported, and names every row that cannot.
    pub async fn run(self) -> anyhow::Result<()> {
        let What::Responses { data, call, map, coder, dry_run, json, file } = self.what;
        let text =
            std::fs::read_to_string(&map).with_context(|| format!("{} cannot be read", map.display()))?;
        let map = Map::parse(&text)?;
        let table = import::read(&file, map.sheet.as_deref())?;
        let services = data.open().await?;
        let coder = match coder {
            None => None,
            Some(email) => {
                let people = accounts::list(&services).await?;
                let Some(person) = people.into_iter().find(|person| person.email == email.to_lowercase())
                else {
                    bail!("nobody has an account with the address {email}");
                };
                Some(person.id)
            }
        };
        let report = import::import(&services, &call, &map, &table, coder, dry_run).await?;
        if json {
            print(&serde_json::to_string(&report)?);
        } else {
            say(&report, dry_run);
        }
        Ok(())
    }
}

fn say(report: &Report, dry_run: bool) {
    for bad in &report.bad {
        print(&format!("line {}, {}: {}", bad.line, bad.column, bad.reason));
    }
    let did = if dry_run { "would be imported" } else { "imported" };
    print(&format!(
        "{} rows: {} {did}, {} there already, {} skipped, {} cannot be taken.",
        report.rows,
        report.imported,
        report.already_there,
        report.skipped,
        report.bad.len()
    ));
}
