//! A response of 300,000 characters with 500 excerpts, opened for coding.

use std::time::{Duration, Instant};

use anyhow::Context;
use domain::text::{Span, length};
use services::Failure;
use services::responses::read;
use services::responses::submit::{Submission, SubmittedAnswer, store};
use services::review::codebook;
use services::review::coding::{NewCoding, apply_in};
use uuid::Uuid;

use crate::asked::individual;
use crate::client::Ask;
use crate::load::Times;
use crate::report::{Figure, found, ms, step};
use crate::site::Site;
use crate::texts::Texts;

const CHARACTERS: usize = 300_000;
const EXCERPTS: usize = 500;
/// How often it is opened.
const OPENED: usize = 40;
const AIM: Duration = Duration::from_millis(200);

/// Measures.
pub async fn figure(site: &Site) -> anyhow::Result<Figure> {
    step("The coding page of 300,000 characters with 500 excerpts");
    let reference = write(site).await?;
    let plain = open(site, &Ask::get(site.desk(&reference)).with(&site.session)).await?;
    let compressed = open(site, &Ask::get(site.desk(&reference)).with(&site.session).compressed()).await?;
    let (p50, longest) = (compressed.percentile(50.0), compressed.longest());
    found(&format!("uncompressed: p50 {}, longest {}", ms(plain.percentile(50.0)), ms(plain.longest())));
    found(&format!("compressed: p50 {}, longest {}", ms(p50), ms(longest)));
    Ok(Figure {
        what: "Opening 300,000 characters, longest",
        measured: ms(longest),
        aim: "under 200 ms".to_owned(),
        yardstick: String::new(),
        ratio: None,
        met: longest < AIM,
    })
}

/// From the request to the last byte of the answer.
async fn open(site: &Site, ask: &Ask) -> anyhow::Result<Times> {
    let mut client = site.client().await?;
    let mut times = Vec::with_capacity(OPENED);
    for _ in 0..OPENED {
        let began = Instant::now();
        let answer = client.expect(ask, 200).await?;
        times.push(began.elapsed());
        if times.len() == OPENED {
            found(&format!("{} bytes", answer.body.len()));
        }
    }
    Ok(Times::new(times))
}

/// Stores the response and its codings, and gives its reference.
async fn write(site: &Site) -> anyhow::Result<String> {
    let (services, call) = (&site.services, site.coded.id);
    let mut text = Texts::new(6).answer(CHARACTERS / 4);
    text.truncate(text.floor_char_boundary(CHARACTERS));
    let characters = length(&text);
    let asked = services::calls::questionnaire(services.db.read(), call).await?;
    let asked = asked.questions.iter().find(|question| question.choices.is_empty()).context("no question")?;
    let submission = Submission {
        late: false,
        call,
        key: "a long response".to_owned(),
        about: individual(),
        channel: "online",
        language: "en".to_owned(),
        invented: true,
        submitted_at: services.clock.now(),
        answers: vec![SubmittedAnswer::written(asked.id, text)],
    };
    let clock = services.clock.clone();
    let written = services.db.write(move |txn| Box::pin(async move { store(txn, &clock, submission).await }));
    let reference: Result<_, Failure> = written.await;
    let reference = reference?.reference;
    let response = read::by_reference(services, call, &reference).await?;
    let answer = read::answers(services, response.id).await?.first().context("no answer")?.id;
    code(site, answer, characters).await?;
    Ok(reference)
}

/// Excerpts all over the answer, some of them over others.
async fn code(site: &Site, answer: Uuid, characters: usize) -> anyhow::Result<()> {
    let (services, call) = (&site.services, site.coded.id);
    let codes: Vec<Uuid> = codebook(services, call)
        .await?
        .into_iter()
        .filter(|code| !code.retired)
        .map(|code| code.id)
        .collect();
    let coder = services::people::accounts::list(services).await?.first().context("nobody")?.id;
    let clock = services.clock.clone();
    let coding = services.db.write(move |txn| {
        Box::pin(async move {
            for number in 0..EXCERPTS {
                let start = number * (characters - 2_000) / EXCERPTS;
                let span = Some(Span { start, end: start + 50 + number * 7 % 900 });
                let code = codes[number % codes.len()];
                apply_in(txn, &clock, call, NewCoding { answer, code, span, coder }).await?;
            }
            Ok::<_, Failure>(())
        })
    });
    Ok(coding.await?)
}
