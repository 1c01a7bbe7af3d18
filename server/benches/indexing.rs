//! Indexing: how many responses a second are read from the database into an empty index and made durable.

use std::time::{Duration, Instant};

use anyhow::Context;
use services::index;

use crate::corpus::{Corpus, RESPONSES};
use crate::report::{Figure, found, rate, step};

/// How many responses a core indexes in a second.
const AIM: f64 = 4_000.0;

/// Builds the index of the corpus.
pub async fn figure(corpus: &Corpus) -> anyhow::Result<Figure> {
    step("Search: the index is built");
    let (began, worked) = (Instant::now(), work()?);
    let fresh = index::catch_up(&corpus.services).await?;
    let (took, worked) = (began.elapsed(), work()?.saturating_sub(worked));
    anyhow::ensure!(fresh.behind == 0, "{} changes were left out", fresh.behind);
    let per_core = RESPONSES as f64 / worked.as_secs_f64();
    let by_clock = RESPONSES as f64 / took.as_secs_f64();
    found(&format!(
        "{:.1} s by the clock ({}), {:.1} s of work on all cores together ({})",
        took.as_secs_f64(),
        rate(by_clock),
        worked.as_secs_f64(),
        rate(per_core)
    ));
    Ok(Figure {
        what: "Indexing, responses a core",
        measured: format!("{} ({} by the clock)", rate(per_core), rate(by_clock)),
        aim: rate(AIM),
        yardstick: String::new(),
        ratio: None,
        met: per_core >= AIM,
    })
}

/// How long the cores have worked for this process: user and system time of all its threads, which Linux counts in
/// hundredths of a second.
fn work() -> anyhow::Result<Duration> {
    let stat = std::fs::read_to_string("/proc/self/stat")?;
    let fields = stat.rsplit_once(") ").context("no name in /proc/self/stat")?.1;
    let mut fields = fields.split(' ').skip(11);
    let mut ticks = || fields.next().and_then(|field| field.parse::<u64>().ok()).context("no time");
    Ok(Duration::from_millis(10 * (ticks()? + ticks()?)))
}
