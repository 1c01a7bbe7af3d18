//! `folkmoot check`

use anyhow::bail;
use clap::{Args, Subcommand};
use services::audit::chain::Fault;
use services::audit::{self, Head, Report};

use super::{Data, print};

/// How many faults are told one by one.
const TOLD: usize = 50;

/// Checks that the data is whole.
#[derive(Args)]
pub struct Check {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Whether any act on record was removed, changed, moved or put in
    Audit {
        #[command(flatten)]
        data: Data,
        /// A head that an earlier check has told and that was kept elsewhere; can be given more than once
        #[arg(long, value_name = "NUMBER:HASH")]
        head: Vec<Head>,
        /// Print one JSON document
        #[arg(long)]
        json: bool,
    },
    /// Whether every document that respondents sent along is there, as it was sent
    Files {
        #[command(flatten)]
        data: Data,
        /// Print one JSON document
        #[arg(long)]
        json: bool,
    },
}

impl Check {
    /// Checks, and fails where anything is wrong.
    pub async fn run(self) -> anyhow::Result<()> {
        match self.what {
            What::Audit { data, head, json } => audit(data, &head, json).await,
            What::Files { data, json } => files(data, json).await,
        }
    }
}

async fn files(data: Data, json: bool) -> anyhow::Result<()> {
    let report = services::files::check::check(&data.open().await?).await?;
    if json {
        print(&serde_json::to_string(&report)?);
    } else {
        for hash in report.missing.iter().take(TOLD) {
            print(&format!("The document {hash} is missing."));
        }
        for hash in report.changed.iter().take(TOLD) {
            print(&format!("The document {hash} was changed."));
        }
        if report.whole() {
            print(&format!("All documents are there as they were sent: {}.", report.files));
        }
    }
    if report.whole() { Ok(()) } else { bail!("documents are missing or were changed") }
}

async fn audit(data: Data, head: &[Head], json: bool) -> anyhow::Result<()> {
    let services = data.open().await?;
    let report = audit::check(&services, head).await?;
    if json {
        print(&serde_json::to_string(&report)?);
    } else {
        say(&report);
    }
    match report.faults.len() {
        0 => Ok(()),
        1 => bail!("the audit is not whole: 1 fault"),
        many => bail!("the audit is not whole: {many} faults"),
    }
}

fn say(report: &Report) {
    for fault in report.faults.iter().take(TOLD) {
        print(&sentence(fault));
    }
    if report.faults.len() > TOLD {
        print(&format!("And {} more; --json names them all.", report.faults.len() - TOLD));
    }
    if report.faults.is_empty() {
        print(&format!("The audit is whole: {} acts are on record, and nothing was touched.", report.rows));
    }
    if let Some(head) = &report.head {
        print(&format!("Its head is {head}"));
    }
}

fn sentence(fault: &Fault) -> String {
    match fault {
        Fault::Missing { from, to } if from == to => format!("Row {from} is missing."),
        Fault::Missing { from, to } => format!("Rows {from} to {to} are missing."),
        Fault::Changed { row } => format!("Row {row} was changed."),
        Fault::Moved { row, from } => format!("Row {row} was moved there: it was recorded as row {from}."),
        Fault::Inserted { row } => format!("Row {row} was put in: it was never recorded."),
        Fault::Head { row } => format!("Row {row}, the last, does not agree with the head: one was changed."),
        Fault::NoHead => "The head is missing, so whether the last rows are is not known.".to_owned(),
        Fault::Noted { row } => format!("Row {row} is not the one that the given head was of."),
    }
}
