//! `folkmoot search` and `folkmoot reindex`

use anyhow::Context;
use clap::Args;
use domain::search::Query;
use services::calls::by_slug;
use services::{index, search};

use super::{Data, print};

/// Searches the responses of a call.
#[derive(Args)]
pub struct Search {
    #[command(flatten)]
    data: Data,
    /// The call
    #[arg(long, value_name = "SLUG")]
    call: String,
    /// Print one JSON document
    #[arg(long)]
    json: bool,
    /// Only what has this code, or one under it: its name or its id
    #[arg(long, value_name = "CODE")]
    code: Option<String>,
    /// Words and "phrases"
    words: String,
}

impl Search {
    /// Searches what has been written up to now.
    pub async fn run(self) -> anyhow::Result<()> {
        let services = self.data.open().await?;
        let call = by_slug(&services, &self.call)
            .await
            .with_context(|| format!("no call has the slug {}", self.call))?;
        let code = match &self.code {
            None => None,
            Some(named) => {
                let found = search::code_named(&services, call.id, named).await;
                Some(found.with_context(|| format!("the codebook has no code {named}"))?)
            }
        };
        index::catch_up(&services).await?;
        let query = Query { words: self.words, code, page: 1, ..Query::default() };
        let results = search::search(&services, call.id, &query).await?;
        if self.json {
            print(&search::json(&services, call.id, &results).await?.to_string());
            return Ok(());
        }
        print(&format!("{} answers from {} responses", results.total, results.responses));
        for hit in &results.hits {
            print(&format!("{}  {}", hit.reference, search::plain(&hit.snippet).replace('\n', " ")));
        }
        Ok(())
    }
}

/// Rebuilds the search index, also while a server runs on the same data.
#[derive(Args)]
pub struct Reindex {
    #[command(flatten)]
    data: Data,
}

impl Reindex {
    /// Rebuilds, and says how fresh the index then is.
    pub async fn run(self) -> anyhow::Result<()> {
        let services = self.data.open().await?;
        let fresh = index::rebuild(&services).await.context("the index could not be rebuilt")?;
        print(&format!("The index is rebuilt; {} changes are still waiting.", fresh.behind));
        Ok(())
    }
}
