//! How fast the index is written and asked, beside the library alone on the same index. Not part of the tests: run it
//! with optimisation, `cargo test --release -p services --test search_speed -- --ignored --nocapture`.

use std::io::Write;
use std::time::{Duration, Instant};

use domain::responses::RespondentKind;
use domain::search::{Query, Words};
use sea_orm::{ActiveValue::Set, EntityTrait};
use services::search::search;
use services::store::entities::{answer, coding, response};
use services::testing::evidence::{Evidence, at};
use services::{Failure, Services, index};
use tantivy::collector::{Count, TopDocs};
use tantivy::query::{BooleanQuery, Occur, TermQuery};
use tantivy::schema::{IndexRecordOption, Value};
use tantivy::snippet::SnippetGenerator;
use tantivy::{TantivyDocument, Term};
use uuid::Uuid;

const RESPONSES: usize = 100_000;
const WORDS: usize = 90;

/// Numbers that look random and are always the same.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    /// A word as often as words are in a language: the number n about 1/n times as often as the first.
    fn word(&mut self) -> String {
        let share = self.roll() as f64 / (1_u64 << 31) as f64;
        word((20_000_f64.powf(share)) as u64)
    }
}

fn word(number: u64) -> String {
    let syllables =
        ["ca", "re", "wait", "ing", "health", "co", "un", "cil", "ser", "vice", "pa", "tient", "nur", "se"];
    let mut left = number + 13;
    let mut text = String::new();
    while left > 0 {
        text.push_str(syllables[(left % 14) as usize]);
        left /= 14;
    }
    text
}

async fn fill(services: &Services, evidence: &Evidence, codes: &[Uuid]) {
    let mut dice = Dice(7);
    for from in (0..RESPONSES).step_by(1000) {
        let mut responses = Vec::new();
        let mut answers = Vec::new();
        let mut codings = Vec::new();
        for number in from..from + 1000 {
            let id = services.clock.id();
            responses.push(response::ActiveModel {
                id: Set(id),
                call_id: Set(evidence.call.id),
                reference: Set(format!("R{number}")),
                idempotency_key: Set(format!("k{number}")),
                kind: Set(RespondentKind::ALL[number % 3].to_string()),
                name: Set(dice.word()),
                on_behalf_of: Set(String::new()),
                organisation: Set(if number % 3 == 2 {
                    format!("{} Trust", dice.word())
                } else {
                    String::new()
                }),
                sector: Set((number % 3 == 2).then(|| "nhs".to_owned())),
                system_id: Set(Some(Uuid::from_u128(1 + u128::from(dice.roll() % 42)))),
                channel: Set("online".to_owned()),
                language: Set("en".to_owned()),
                consent: Set("without-name".to_owned()),
                submitted_at: Set(at(number as i64)),
                receipt_hash: Set(String::new()),
                invented: Set(true),
            });
            for (position, question) in evidence.form.questions.iter().enumerate() {
                let answer_id = services.clock.id();
                let words = if position == 0 { WORDS } else { 2 };
                let text: Vec<String> = (0..words).map(|_| dice.word()).collect();
                answers.push(answer::ActiveModel {
                    id: Set(answer_id),
                    response_id: Set(id),
                    question_id: Set(question.id),
                    position: Set(position as i32),
                    text: Set(text.join(" ")),
                    words: Set(words as i32),
                });
                if position == 0 && number % 2 == 0 {
                    for _ in 0..2 {
                        codings.push(coding::ActiveModel {
                            id: Set(services.clock.id()),
                            call_id: Set(evidence.call.id),
                            response_id: Set(id),
                            answer_id: Set(answer_id),
                            code_id: Set(codes[dice.roll() as usize % codes.len()]),
                            coder_id: Set(Uuid::nil()),
                            start_at: Set(None),
                            end_at: Set(None),
                            created_at: Set(at(0)),
                            removed_at: Set(None),
                        });
                    }
                }
            }
        }
        let write = services.db.write(move |txn| {
            Box::pin(async move {
                response::Entity::insert_many(responses).exec_without_returning(txn).await?;
                answer::Entity::insert_many(answers).exec_without_returning(txn).await?;
                coding::Entity::insert_many(codings).exec_without_returning(txn).await?;
                Ok::<_, Failure>(())
            })
        });
        write.await.expect("written");
    }
}

/// Time that this process has used the processor, by all its threads.
fn cpu() -> Duration {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let ticks: u64 = [11, 12].iter().filter_map(|at| fields.get(*at)?.parse::<u64>().ok()).sum();
    Duration::from_millis(ticks * 10)
}

fn percentile(times: &mut [Duration], share: f64) -> Duration {
    times.sort();
    times[((times.len() - 1) as f64 * share) as usize]
}

fn say(line: &str) {
    writeln!(std::io::stderr(), "{line}").expect("standard error is open");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "a measurement, not a test"]
async fn indexing_and_searching_100_000_responses() {
    let data = services::testing::sqlite().await;
    let services = data.services.clone();
    let evidence = Evidence::new(&services).await;
    let mut codes = Vec::new();
    for number in 0..60 {
        let parent = (number >= 10).then(|| codes[number % 10]);
        codes.push(evidence.code(&format!("code {number}"), parent).await);
    }
    fill(&services, &evidence, &codes).await;
    let (began, used) = (Instant::now(), cpu());
    index::rebuild(&services).await.expect("rebuilt");
    let (wall, used) = (began.elapsed(), cpu() - used);
    let rate = |time: Duration| RESPONSES as f64 / time.as_secs_f64();
    say(&format!(
        "indexing: {:.0} responses/s by the clock, {:.0} responses/s per core",
        rate(wall),
        rate(used)
    ));

    let mut dice = Dice(11);
    let mut queries: Vec<String> = Vec::new();
    for number in 0..600 {
        queries.push(match number % 4 {
            0 => dice.word(),
            1 => format!("{} {}", dice.word(), dice.word()),
            2 => format!("{} OR {}", dice.word(), dice.word()),
            _ => word(number / 4 % 40),
        });
    }
    let view = services.index.view().expect("an index");
    say(&format!("segments: {}", view.searcher.segment_readers().len()));
    for round in 0..2 {
        let (mut ours, mut raw, mut raw_shown) = (Vec::new(), Vec::new(), Vec::new());
        for query in &queries {
            let asked = Query { words: query.clone(), page: 1, ..Query::default() };
            let began = Instant::now();
            let results = search(&services, evidence.call.id, &asked).await.expect("an answer");
            let whole = began.elapsed();
            let (time, shown, count) = library_alone(&view, query);
            assert_eq!(count as u64, results.total, "{query}");
            ours.push((results.took, whole));
            raw.push(time);
            raw_shown.push(shown);
        }
        if round == 0 {
            continue; // the first warms up
        }
        let sum = |times: &[Duration]| times.iter().sum::<Duration>();
        let (took, whole): (Vec<_>, Vec<_>) = ours.into_iter().unzip();
        let base = sum(&raw).as_secs_f64();
        for (name, mut times) in [
            ("ours, in the index", took),
            ("ours, with freshness from the database", whole),
            ("library: top 20 and count", raw),
            ("library: top 20, count, documents, snippets", raw_shown),
        ] {
            let share = sum(&times).as_secs_f64() / base;
            let mean = sum(&times) / times.len() as u32;
            let (p50, p99) = (percentile(&mut times, 0.5), percentile(&mut times, 0.99));
            say(&format!("{name}: mean {mean:?}, p50 {p50:?}, p99 {p99:?}, {share:.2} x"));
        }
    }
    for (name, query) in [
        ("everything", Query { page: 1, ..Query::default() }),
        ("a theme", Query { code: Some(codes[0]), page: 1, ..Query::default() }),
        (
            "a frequent word in a theme",
            Query { words: word(1), code: Some(codes[0]), page: 1, ..Query::default() },
        ),
    ] {
        let results = search(&services, evidence.call.id, &query).await.expect("an answer");
        say(&format!("{name}: {} answers in {:?}", results.total, results.took));
    }
}

/// The same words asked of the library alone: the best twenty and the count; and then their documents and snippets.
fn library_alone(view: &index::View, typed: &str) -> (Duration, Duration, usize) {
    let mut stems = index::words::Stems::default();
    let began = Instant::now();
    let term = |word: &str, stems: &mut index::words::Stems| -> Box<dyn tantivy::query::Query> {
        let term = Term::from_field_text(view.fields.text, stems.of(word));
        Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))
    };
    let mut groups: Vec<(Occur, Box<dyn tantivy::query::Query>)> = Vec::new();
    for group in Words::parse(typed).required {
        let mut any: Vec<Box<dyn tantivy::query::Query>> = Vec::new();
        for piece in group {
            let domain::search::Piece::Word(word) = piece else { continue };
            any.push(term(&word, &mut stems));
        }
        let query = if any.len() == 1 { any.remove(0) } else { Box::new(BooleanQuery::union(any)) };
        groups.push((Occur::Must, query));
    }
    let query = if groups.len() == 1 { groups.remove(0).1 } else { Box::new(BooleanQuery::new(groups)) };
    let found = view.searcher.search(&query, &(TopDocs::with_limit(20).order_by_score(), Count));
    let (top, count) = found.expect("an answer");
    let time = began.elapsed();
    let snippets = SnippetGenerator::create(&view.searcher, &*query, view.fields.text).expect("a generator");
    for (_, address) in top {
        let document: TantivyDocument = view.searcher.doc(address).expect("a document");
        let text = document.get_first(view.fields.text).and_then(|value| value.as_str()).unwrap_or_default();
        std::hint::black_box(snippets.snippet(text).fragment().len());
    }
    (time, began.elapsed(), count)
}
