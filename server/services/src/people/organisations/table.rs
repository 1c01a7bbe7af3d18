//! Many organisations at once, from a table that someone pastes: rows of a CSV file, or cells of a spreadsheet. It is
//! checked whole before anything is written, and either all of it is written or nothing.

use domain::audit::Act;
use domain::forms::{Form, Problem, Problems};
use domain::people::{CodeScheme, OrganisationDetails};
use sea_orm::DatabaseTransaction;
use uuid::Uuid;

use super::{Organisation, areas, edit};
use crate::audit::{Entry, Recorder};
use crate::{Failure, Services};

/// The headings that a table may have, in the order in which the page names them. The first two must be there.
pub const HEADINGS: [&str; 13] = [
    "name",
    "kind",
    "name-cy",
    "sector",
    "ods",
    "charity",
    "company",
    "ons",
    "area",
    "valid-from",
    "website",
    "email-domain",
    "contact",
];

/// The most rows of one table.
pub const MOST_ROWS: usize = 5000;

/// What became of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its line in the table, the heading being the first.
    pub line: usize,
    pub name: String,
    /// What is wrong with it; nothing where it can be added.
    pub problems: Problems,
}

/// What would become of a table, row by row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    pub rows: Vec<Row>,
}

impl Report {
    /// How many rows cannot be taken.
    pub fn wrong(&self) -> usize {
        self.rows.iter().filter(|row| !row.problems.is_empty()).count()
    }
}

/// Reads the table as it was pasted: a problem at `rows` where it is none.
pub async fn read(services: &Services, form: &Form) -> Result<Vec<(Row, Form)>, Failure> {
    let text = form.long_text("rows").ok_or_else(|| Problem::new("rows", "error-table-empty"))?;
    let mut lines = cells(&text).into_iter();
    let heading: Vec<String> = lines.next().map(|(_, cells)| cells).unwrap_or_default();
    let heading: Vec<String> =
        heading.iter().map(|cell| cell.trim().to_lowercase().replace([' ', '_'], "-")).collect();
    if let Some(unknown) = heading.iter().find(|cell| !HEADINGS.contains(&cell.as_str())) {
        return Err(Problem::new("rows", "error-table-heading").with("typed", unknown).into());
    }
    if let Some(missing) = HEADINGS[..2].iter().find(|name| !heading.iter().any(|cell| cell == *name)) {
        return Err(Problem::new("rows", "error-table-lacks").with("name", missing).into());
    }
    let areas = areas(services).await?;
    let rows: Vec<_> = lines.map(|(line, cells)| row(line, &heading, &cells, &areas)).collect();
    match rows.len() {
        0 => Err(Problem::new("rows", "error-table-empty").into()),
        count if count > MOST_ROWS => {
            Err(Problem::new("rows", "error-table-long").with("limit", MOST_ROWS).into())
        }
        _ => Ok(rows),
    }
}

/// The cells of each line that holds anything, with its number. What is copied out of a spreadsheet has tabs between them.
fn cells(text: &str) -> Vec<(usize, Vec<String>)> {
    let tabs = text.lines().next().is_some_and(|first| first.contains('\t'));
    let mut reader = csv::ReaderBuilder::new();
    reader.has_headers(false).flexible(true).delimiter(if tabs { b'\t' } else { b',' });
    let mut reader = reader.from_reader(text.as_bytes());
    // A text in UTF-8 with rows of any length is always CSV of some kind.
    let records = reader.records().flatten();
    let lines = records.map(|record| {
        let line = record.position().map_or(0, csv::Position::line) as usize;
        (line, record.iter().map(|cell| cell.trim().to_owned()).collect::<Vec<_>>())
    });
    lines.filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty())).collect()
}

/// A row as the form of one organisation, and what is wrong with it by itself.
fn row(line: usize, heading: &[String], cells: &[String], areas: &[Organisation]) -> (Row, Form) {
    let mut form = Form::default();
    for (name, cell) in heading.iter().zip(cells).filter(|(_, cell)| !cell.is_empty()) {
        match CodeScheme::parse(name) {
            Some(scheme) => form.set(scheme.field(), cell.as_str()),
            None => form.set(name, cell.as_str()),
        }
    }
    if let Some(typed) = form.text("area") {
        let code = typed.to_uppercase();
        let found =
            areas.iter().find(|area| area.name == typed || area.codes.iter().any(|held| held.value == code));
        form.set("area", found.map_or(typed, |area| area.id.to_string()));
    }
    let ids: Vec<_> = areas.iter().map(|area| area.id).collect();
    let problems = OrganisationDetails::parse(&form, &ids).err().unwrap_or_default();
    let name = form.text("name").unwrap_or_default();
    let more = (cells.len() > heading.len()).then(|| Problem::new("rows", "error-table-cells"));
    let mut problems = problems;
    if let Some(more) = more {
        problems.add(more);
    }
    (Row { line, name, problems }, form)
}

/// What would become of the table, without writing anything.
pub async fn check(services: &Services, form: &Form) -> Result<Report, Failure> {
    match run(services, form, false).await {
        Ok(report) | Err(Outcome::Report(report)) => Ok(report),
        Err(Outcome::Failed(failure)) => Err(failure),
    }
}

/// Adds every organisation of the table, or none where a row cannot be taken; the report says which.
pub async fn import(services: &Services, form: &Form) -> Result<Result<usize, Report>, Failure> {
    match run(services, form, true).await {
        Ok(report) => Ok(Ok(report.rows.len())),
        Err(Outcome::Report(report)) => Ok(Err(report)),
        Err(Outcome::Failed(failure)) => Err(failure),
    }
}

/// Why nothing was written.
enum Outcome {
    /// A row cannot be taken, or it was only to be checked.
    Report(Report),
    Failed(Failure),
}

impl<F: Into<Failure>> From<F> for Outcome {
    fn from(failure: F) -> Self {
        Self::Failed(failure.into())
    }
}

/// Writes the whole table in one transaction, which is only kept where every row was taken and it is meant.
async fn run(services: &Services, form: &Form, keep: bool) -> Result<Report, Outcome> {
    let rows = read(services, form).await?;
    let areas: Vec<_> = areas(services).await?.iter().map(|area| area.id).collect();
    let invented = crate::demonstration(services).await?;
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let report = write(txn, &recorder, rows, &areas, invented).await?;
                if !keep || report.wrong() > 0 {
                    return Err(Outcome::Report(report));
                }
                let entry = Entry::of_portal(Act::OrganisationsImported).with("count", report.rows.len());
                recorder.record(txn, entry).await?;
                Ok(report)
            })
        })
        .await
}

/// Writes row by row, so that each is also compared with those above it.
async fn write(
    txn: &DatabaseTransaction,
    recorder: &Recorder,
    rows: Vec<(Row, Form)>,
    areas: &[Uuid],
    invented: bool,
) -> Result<Report, Failure> {
    let mut report = Report::default();
    for (mut row, form) in rows {
        if row.problems.is_empty() {
            let details = OrganisationDetails::parse(&form, areas)?;
            match edit::insert(txn, &recorder.clock, &details, invented).await {
                Err(Failure::Invalid(problems)) => row.problems = problems,
                done => drop(done?),
            }
        }
        report.rows.push(row);
    }
    Ok(report)
}
