//! Taking responses out: one row a response, written as they are read, safe to open in a spreadsheet; or one object a
//! response, for programs.
//!
//! Responses are read in parts, so that memory stays flat however many there are; and what was written is counted
//! against what there is, so that nothing is missing without a word.

mod csv;
mod json;
mod marked;
mod together;
mod xlsx;

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::audit::Act;
use domain::calls::Question;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::read::{AnswerText, answers_of, standing};
use crate::audit::Entry;
use crate::calls::{Questionnaire, by_id, questionnaire};
use crate::people::organisations;
use crate::review::{Marked, marks};
use crate::store::entities::{code, coding, response};
use crate::{Failure, Services};

pub use csv::csv;
pub use json::json;
use together::Together;
pub use xlsx::{GOES_ON, xlsx};

/// How many responses are read at once.
const PART: u64 = 500;

/// What every row begins with.
const ABOUT: [&str; 19] = [
    "reference",
    "received",
    "answered for",
    "name",
    "on behalf of",
    "organisation",
    "sector",
    "speaks for",
    "integrated care system",
    "channel",
    "late",
    "language",
    "may be published",
    "signed off for",
    "co-signatories",
    "codes",
    "stances",
    "rich in evidence",
    "asked in other words",
];

/// One response on its way out.
struct Taken<'t> {
    /// What [`ABOUT`] names.
    about: [String; ABOUT.len()],
    form: &'t Questionnaire,
    answers: Vec<AnswerText>,
    /// What is marked on each answer.
    marks: HashMap<Uuid, Vec<Marked>>,
}

impl Taken<'_> {
    /// The answer to a question, where there is one.
    fn to(&self, asked: &Question) -> Option<&AnswerText> {
        self.answers.iter().find(|answer| answer.question == asked.id)
    }

    /// As one row of a table.
    fn cells(&self) -> Vec<String> {
        let cells = |asked: &Question| {
            let answer = self.to(asked);
            let worded = answer.map(|answer| self.form.corrections.worded(asked, answer.wording));
            cells(worded.as_ref().unwrap_or(asked), answer)
        };
        let answers = self.form.questions.iter().flat_map(cells);
        self.about.iter().cloned().chain(answers).collect()
    }
}

/// The heading of a table.
fn heading(form: &Questionnaire) -> Vec<String> {
    let titles = form.questions.iter().enumerate().flat_map(|(at, asked)| columns(at + 1, asked));
    ABOUT.iter().map(|name| (*name).to_owned()).chain(titles).collect()
}

/// Where responses go.
trait Sink {
    fn begin(&mut self, form: &Questionnaire) -> Result<(), Failure>;
    fn response(&mut self, taken: &Taken<'_>) -> Result<(), Failure>;
}

/// Writes the heading and every response; gives how many responses were written. That they are taken out, and in what
/// form, is on record before the first is.
async fn write(
    services: &Services,
    call: Uuid,
    form_of_file: &'static str,
    sink: &mut (impl Sink + Send),
) -> Result<u64, Failure> {
    let form = questionnaire(services.db.read(), call).await?;
    let systems: HashMap<Uuid, String> =
        organisations::systems(services).await?.into_iter().map(|system| (system.id, system.name)).collect();
    let codes = code::Entity::find().filter(code::Column::CallId.eq(call)).all(services.db.read()).await?;
    let codes: HashMap<Uuid, String> = codes.into_iter().map(|row| (row.id, row.name)).collect();
    sink.begin(&form)?;
    let expected = super::read::count(services, call).await?;
    record(services, call, form_of_file, expected).await?;
    let (mut written, mut after) = (0, None);
    loop {
        let part = part(services, call, after).await?;
        let Some(last) = part.last() else { break };
        after = Some((last.submitted_at, last.id));
        for taken in take(services, &form, &systems, &codes, &part).await? {
            sink.response(&taken)?;
            written += 1;
        }
    }
    if written < expected {
        return Err(Failure::File(format!("{expected} responses are there and only {written} were written")));
    }
    Ok(written)
}

/// The headings of a question, each with its number.
fn columns(number: usize, asked: &Question) -> Vec<String> {
    asked.columns().into_iter().map(|column| format!("{number}. {column}")).collect()
}

fn cells(asked: &Question, answer: Option<&AnswerText>) -> Vec<String> {
    let mut cells = match answer.map(|answer| (&answer.value, &answer.text)) {
        Some((Some(value), _)) => asked.cells(value),
        Some((None, text)) => vec![text.clone()],
        None => Vec::new(),
    };
    cells.resize(asked.columns().len(), String::new());
    cells
}

async fn record(services: &Services, call: Uuid, form: &'static str, count: u64) -> Result<(), Failure> {
    let call = by_id(services, call).await?;
    let entry = Entry::of_call(Act::ResponsesExported, &call).with("form", form).with("count", count);
    services.recorder().record_alone(&services.db, entry).await?;
    Ok(())
}

/// The next responses in the order in which they came.
async fn part(
    services: &Services,
    call: Uuid,
    after: Option<(DateTime<Utc>, Uuid)>,
) -> Result<Vec<response::Model>, Failure> {
    let mut query = standing(call);
    if let Some((at, id)) = after {
        let same =
            Condition::all().add(response::Column::SubmittedAt.eq(at)).add(response::Column::Id.gt(id));
        query = query.filter(Condition::any().add(response::Column::SubmittedAt.gt(at)).add(same));
    }
    let query =
        query.order_by_asc(response::Column::SubmittedAt).order_by_asc(response::Column::Id).limit(PART);
    Ok(query.all(services.db.read()).await?)
}

async fn take<'t>(
    services: &Services,
    form: &'t Questionnaire,
    systems: &HashMap<Uuid, String>,
    codes: &HashMap<Uuid, String>,
    part: &[response::Model],
) -> Result<Vec<Taken<'t>>, Failure> {
    let ids: Vec<Uuid> = part.iter().map(|row| row.id).collect();
    let mut answers = answers_of(services.db.read(), &ids).await?;
    let mut given = codes_of(services, &ids, codes).await?;
    let mut together = Together::of(services, part).await?;
    let mut marked = marks::of_responses(services.db.read(), &ids).await?;
    let row = |held: &response::Model| {
        let answers = answers.remove(&held.id).unwrap_or_default();
        let here = answers.iter().filter_map(|answer| marked.remove_entry(&answer.id));
        let marks: HashMap<Uuid, Vec<Marked>> = here.collect();
        let about = [
            held.reference.clone(),
            held.submitted_at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
            held.kind.clone(),
            held.name.clone(),
            held.on_behalf_of.clone(),
            held.organisation.clone(),
            held.sector.clone().unwrap_or_default(),
            held.represented.map(|count| count.to_string()).unwrap_or_default(),
            held.system_id.and_then(|id| systems.get(&id).cloned()).unwrap_or_default(),
            held.channel.clone(),
            if held.late { "yes" } else { "" }.to_owned(),
            held.language.clone(),
            held.consent.clone(),
            together.organisations.remove(&held.idempotency_key).unwrap_or_default(),
            together.signatories.remove(&held.id).unwrap_or_default(),
            given.remove(&held.id).unwrap_or_default(),
            marked::stances(form, &answers, &marks),
            marked::rich(form, &answers, &marks),
            other_words(form, &answers),
        ];
        Taken { about, form, answers, marks }
    };
    Ok(part.iter().map(row).collect())
}

/// The questions that were asked in other words than the heading has, with their numbers, each on a line.
fn other_words(form: &Questionnaire, answers: &[AnswerText]) -> String {
    let other = form.questions.iter().enumerate().filter_map(|(at, asked)| {
        let answer = answers.iter().find(|answer| answer.question == asked.id)?;
        let worded = form.corrections.worded(asked, answer.wording);
        (worded != *asked).then(|| format!("{}. {}", at + 1, worded.title))
    });
    other.collect::<Vec<_>>().join("\n")
}

/// The names of the codes on each response, each once, in alphabetical order.
async fn codes_of(
    services: &Services,
    responses: &[Uuid],
    codes: &HashMap<Uuid, String>,
) -> Result<HashMap<Uuid, String>, Failure> {
    let rows = coding::Entity::find()
        .filter(coding::Column::ResponseId.is_in(responses.iter().copied()))
        .filter(coding::Column::RemovedAt.is_null())
        .all(services.db.read())
        .await?;
    let mut names: HashMap<Uuid, Vec<String>> = HashMap::new();
    for row in rows {
        names.entry(row.response_id).or_default().extend(codes.get(&row.code_id).cloned());
    }
    let joined = |mut all: Vec<String>| {
        all.sort();
        all.dedup();
        all.join("; ")
    };
    Ok(names.into_iter().map(|(id, all)| (id, joined(all))).collect())
}
