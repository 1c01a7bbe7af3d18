//! Searching: whole answers of the program, with facets, counts and snippets, beside the library alone on the same index.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use services::index::View;
use services::search::{Results, search};

use crate::corpus::Corpus;
use crate::load::Times;
use crate::questions::{self, Question};
use crate::raw::{Hits, Raw};
use crate::report::{Figure, found, ms, step};
use crate::texts::Texts;

/// How often each is asked; the middle of the times counts.
const ROUNDS: usize = 5;

/// What the program may take for all it does, as a multiple of the library alone.
const AIM: f64 = 1.5;

/// What one question took.
#[derive(Clone, Copy, Default)]
struct Took {
    /// The whole call of the service, with how fresh the index is.
    whole: Duration,
    /// What of it was the index.
    index: Duration,
    raw: Duration,
}

/// Asks everything, of both in turn.
pub async fn figures(corpus: &Corpus) -> anyhow::Result<Vec<Figure>> {
    let questions = questions::all(corpus, &Texts::new(3));
    step(&format!("Search: {} questions, each {ROUNDS} times of both", questions.len()));
    let view = corpus.services.index.view().context("no index")?;
    let (mut kinds, mut every) = (BTreeMap::<&str, Vec<Took>>::new(), Vec::new());
    for question in &questions {
        let took = ask(corpus, &view, question, &mut every).await?;
        kinds.entry(question.kind).or_default().push(took);
    }
    let all: Vec<Took> = kinds.values().flatten().copied().collect();
    for (kind, times) in kinds.iter().map(|(kind, times)| (*kind, times)).chain([("all", &all)]) {
        let mean = |of: fn(&Took) -> Duration| times.iter().map(of).sum::<Duration>() / times.len() as u32;
        let (whole, index, raw) = (mean(|took| took.whole), mean(|took| took.index), mean(|took| took.raw));
        found(&format!(
            "{kind:<22} raw {:>8}  index {:>8} ({:.2})  whole {:>8} ({:.2})",
            ms(raw),
            ms(index),
            index.as_secs_f64() / raw.as_secs_f64(),
            ms(whole),
            whole.as_secs_f64() / raw.as_secs_f64(),
        ));
    }
    let sum = |of: fn(&Took) -> Duration| all.iter().map(of).sum::<Duration>();
    let (whole, raw) = (sum(|took| took.whole), sum(|took| took.raw));
    let ratio = whole.as_secs_f64() / raw.as_secs_f64();
    let p99 = Times::new(every).p99();
    let count = all.len() as u32;
    Ok(vec![
        Figure {
            what: "Searching 100,000 responses, mean",
            measured: ms(whole / count),
            aim: format!("within {AIM} of raw"),
            yardstick: format!("{} raw tantivy", ms(raw / count)),
            ratio: Some(ratio),
            met: ratio <= AIM,
        },
        Figure {
            what: "Searching 100,000 responses, p99",
            measured: ms(p99),
            aim: "under 20 ms".to_owned(),
            yardstick: String::new(),
            ratio: None,
            met: p99 < Duration::from_millis(20),
        },
    ])
}

/// Asks one question of both, in turn. Both must find the same, or the times mean nothing.
async fn ask(
    corpus: &Corpus,
    view: &View,
    question: &Question,
    every: &mut Vec<Duration>,
) -> anyhow::Result<Took> {
    let (services, call) = (&corpus.services, corpus.asked.call.id);
    let raw = Raw::new(view, question);
    let mut rounds = Vec::with_capacity(ROUNDS);
    for _ in 0..ROUNDS {
        let began = Instant::now();
        let hits = raw.search(view)?;
        let raw = began.elapsed();
        let began = Instant::now();
        let results = search(services, call, &question.query).await?;
        let whole = began.elapsed();
        same(question, &hits, &results)?;
        rounds.push(Took { whole, index: results.took, raw });
    }
    every.extend(rounds.iter().map(|took| took.whole));
    let middle = |of: fn(&Took) -> Duration| Times::new(rounds.iter().map(of).collect()).percentile(50.0);
    Ok(Took {
        whole: middle(|took| took.whole),
        index: middle(|took| took.index),
        raw: middle(|took| took.raw),
    })
}

/// Equal scores may come in another order, so it is scores that are compared.
fn same(question: &Question, raw: &Hits, ours: &Results) -> anyhow::Result<()> {
    let close = |(a, b): (&f32, f32)| (a - b).abs() <= a.abs() * 1e-4;
    let alike = raw.total == ours.total
        && raw.scores.len() == ours.hits.len()
        && raw.scores.iter().zip(ours.hits.iter().map(|hit| hit.score)).all(close);
    ensure!(alike, "{:?}: {raw:?} in place of {} {:?}", question.query, ours.total, ours.hits.first());
    Ok(())
}
