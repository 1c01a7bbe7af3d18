//! `folkmoot examine`: the process in which files of strangers are opened.

use std::io::{stdin, stdout};

use anyhow::Context;
use clap::Args;
use services::files::examine::{child, table};

/// Judges the file that comes in at standard input.
#[derive(Args)]
pub struct Examine {
    /// Take it apart as a table
    #[arg(long)]
    table: bool,
}

impl Examine {
    /// Takes limits upon itself, then judges the file that comes in.
    pub fn run(&self) -> anyhow::Result<()> {
        child::limit().context("the limits cannot be set")?;
        let (file, out) = (stdin().lock(), stdout().lock());
        let answered = if self.table { table::answer(file, out) } else { child::answer(file, out) };
        answered.context("the file could not be examined")
    }
}
