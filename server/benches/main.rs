//! `make bench`: how fast Folkmoot is and how much it sends, each figure beside its yardstick in the same run.
//!
//! `make bench PART=…` runs one part alone: `submissions`, `pages`, `people` or `search`. Everything measured follows from seeds. The
//! server is the built program in a process of its own; clients and yardsticks run in this one, on the same machine.

mod asked;
mod bytes;
mod call_page;
mod client;
mod corpus;
mod counting;
mod disk;
mod indexing;
mod load;
mod long_response;
mod people;
mod questions;
mod raw;
mod report;
mod respondent;
mod searching;
mod server;
mod site;
mod submissions;
mod texts;

use std::path::Path;

use report::Figure;
use services::Place;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let chosen: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let wanted = |part: &str| chosen.is_empty() || chosen.iter().any(|word| word == part);
    // Beside the program, because the usual place for passing files may be memory, which makes nothing durable.
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let mut figures = Vec::new();
    if wanted("submissions") {
        figures.extend(submissions::figures(&folder.path().join("submissions")).await?);
    }
    if wanted("pages") {
        figures.extend(pages(&folder.path().join("pages")).await?);
    }
    if wanted("people") {
        let site = site::Site::start(&folder.path().join("people")).await?;
        figures.extend(people::figures(&site).await?);
    }
    if wanted("search") {
        figures.extend(search(&folder.path().join("search")).await?);
    }
    report::table(&figures);
    Ok(())
}

async fn pages(folder: &Path) -> anyhow::Result<Vec<Figure>> {
    let site = site::Site::start(folder).await?;
    let mut figures = call_page::figures(&site).await?;
    figures.extend(bytes::figures(&site).await?);
    figures.push(long_response::figure(&site).await?);
    Ok(figures)
}

async fn search(folder: &Path) -> anyhow::Result<Vec<Figure>> {
    let corpus = corpus::write(&Place::folder(folder)).await?;
    let mut figures = vec![indexing::figure(&corpus).await?];
    figures.extend(searching::figures(&corpus).await?);
    Ok(figures)
}
