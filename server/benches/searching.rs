//! Searching: whole answers of the program, with facets, counts and snippets, beside the library alone on the same index.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use services::index::View;
use services::index::schema::kind_of;
use services::search::{Facet, Results, search};
use uuid::Uuid;

use crate::corpus::Corpus;
use crate::counting::Counts;
use crate::load::Times;
use crate::questions::{self, Question};
use crate::raw::{Hits, Raw};
use crate::report::{Figure, found, ms, step};
use crate::texts::Texts;

/// How often each is asked; the middle of the times counts.
const ROUNDS: usize = 5;

/// What the program may take, as a multiple of the library alone doing the same.
const AIM: f64 = 1.5;

/// What one question took.
#[derive(Clone, Copy, Default)]
struct Took {
    /// The whole call of the service, with how fresh the index is.
    whole: Duration,
    /// What of it was the index.
    index: Duration,
    /// The library alone, doing the same.
    page: Duration,
    /// The library alone, only ranking.
    rank: Duration,
}

impl Took {
    /// The means of many.
    fn mean(times: &[Self]) -> Self {
        let mean = |of: fn(&Self) -> Duration| times.iter().map(of).sum::<Duration>() / times.len() as u32;
        Self {
            whole: mean(|took| took.whole),
            index: mean(|took| took.index),
            page: mean(|took| took.page),
            rank: mean(|took| took.rank),
        }
    }

    /// The whole call as a multiple of this.
    fn over(&self, yardstick: Duration) -> f64 {
        self.whole.as_secs_f64() / yardstick.as_secs_f64()
    }

    fn tell(&self, kind: &str) {
        found(&format!(
            "{kind:<22} whole {:>8} (index {:>8})  raw, same {:>8} ({:.2})  raw, ranking {:>8} ({:.2})",
            ms(self.whole),
            ms(self.index),
            ms(self.page),
            self.over(self.page),
            ms(self.rank),
            self.over(self.rank),
        ));
    }
}

/// Asks everything, of all in turn.
pub async fn figures(corpus: &Corpus) -> anyhow::Result<Vec<Figure>> {
    let questions = questions::all(corpus, &Texts::new(3));
    step(&format!(
        "Search: {} questions, each {ROUNDS} times of the program and of raw tantivy",
        questions.len()
    ));
    let view = corpus.services.index.view().context("no index")?;
    let (mut kinds, mut every) = (BTreeMap::<&str, Vec<Took>>::new(), Vec::new());
    for question in &questions {
        let took = ask(corpus, &view, question, &mut every).await?;
        kinds.entry(question.kind).or_default().push(took);
    }
    for (kind, times) in &kinds {
        Took::mean(times).tell(kind);
    }
    let all = Took::mean(&kinds.into_values().flatten().collect::<Vec<_>>());
    all.tell("all");
    let p99 = Times::new(every).p99();
    let Took { whole, page, rank, .. } = all;
    Ok(vec![
        Figure {
            what: "Searching 100,000 responses, mean",
            measured: ms(whole),
            aim: format!("within {AIM} of raw"),
            yardstick: format!("{} raw tantivy, the same job", ms(page)),
            ratio: Some(all.over(page)),
            met: all.over(page) <= AIM,
        },
        Figure {
            what: "",
            measured: ms(whole),
            aim: "(none)".to_owned(),
            yardstick: format!("{} raw tantivy, ranking alone", ms(rank)),
            ratio: Some(all.over(rank)),
            met: true,
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

/// Asks one question of all, in turn. All must find the same, or the times mean nothing.
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
        let ranked = raw.rank(view)?;
        let rank = began.elapsed();
        let began = Instant::now();
        let (hits, counts) = raw.page(view)?;
        let page = began.elapsed();
        let began = Instant::now();
        let results = search(services, call, &question.query).await?;
        let whole = began.elapsed();
        same_hits(question, &ranked, &results)?;
        same_hits(question, &hits, &results)?;
        same_counts(question, &counts, &results)?;
        rounds.push(Took { whole, index: results.took, page, rank });
    }
    every.extend(rounds.iter().map(|took| took.whole));
    let middle = |of: fn(&Took) -> Duration| Times::new(rounds.iter().map(of).collect()).percentile(50.0);
    Ok(Took {
        whole: middle(|took| took.whole),
        index: middle(|took| took.index),
        page: middle(|took| took.page),
        rank: middle(|took| took.rank),
    })
}

/// Equal scores may come in another order, so it is scores that are compared.
fn same_hits(question: &Question, raw: &Hits, ours: &Results) -> anyhow::Result<()> {
    let close = |(a, b): (&f32, f32)| (a - b).abs() <= a.abs() * 1e-4;
    let alike = raw.total == ours.total
        && raw.scores.len() == ours.hits.len()
        && raw.scores.iter().zip(ours.hits.iter().map(|hit| hit.score)).all(close);
    ensure!(alike, "{:?}: {raw:?} in place of {} {:?}", question.query, ours.total, ours.hits.first());
    Ok(())
}

fn same_counts(question: &Question, raw: &Counts, ours: &Results) -> anyhow::Result<()> {
    let facets = &ours.facets;
    let ids: Vec<&Facet<Uuid>> =
        facets.systems.iter().chain(&facets.questions).chain(&facets.codes).collect();
    let alike = ids.len() == raw.ids.len()
        && ids.iter().all(|facet| raw.ids.get(&facet.value) == Some(&facet.answers))
        && facets.kinds.iter().all(|facet| {
            let of_kind = raw.traits.iter().filter(|(traits, _)| kind_of(**traits) == Some(facet.value));
            of_kind.map(|(_, count)| count).sum::<u64>() == facet.answers
        });
    ensure!(alike, "{:?}: other counts than {facets:?}", question.query);
    Ok(())
}
