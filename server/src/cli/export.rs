//! `folkmoot export`

use std::fs::File;
use std::path::PathBuf;

use anyhow::Context;
use clap::{Args, Subcommand, ValueEnum};
use services::calls::by_slug;
use services::responses::export;

use super::{Data, print};

/// Takes records out to files.
#[derive(Args)]
pub struct Export {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Every response of a call, one row each
    Responses {
        #[command(flatten)]
        data: Data,
        /// The call
        #[arg(long, value_name = "SLUG")]
        call: String,
        /// The form of the file
        #[arg(long, value_enum)]
        format: Format,
        /// The file to write
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
    },
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Csv,
    Xlsx,
    /// One object a line
    Json,
}

impl Export {
    /// Writes the file, and says how many rows it has.
    pub async fn run(self) -> anyhow::Result<()> {
        let What::Responses { data, call, format, output } = self.what;
        let services = data.open().await?;
        let call = by_slug(&services, &call).await.with_context(|| format!("no call has the slug {call}"))?;
        let file =
            File::create(&output).with_context(|| format!("{} cannot be written", output.display()))?;
        let written = match format {
            Format::Csv => export::csv(&services, call.id, std::io::BufWriter::new(file)).await?,
            Format::Json => export::json(&services, call.id, std::io::BufWriter::new(file)).await?,
            Format::Xlsx => export::xlsx(&services, call.id, std::io::BufWriter::new(file)).await?,
        };
        print(&format!("{written} responses are in {}.", output.display()));
        Ok(())
    }
}
