//! Many organisations at once, from a table that someone pastes: rows of a CSV file, or cells of a spreadsheet. It is
//! checked whole before anything is written, and either all of it is written or nothing.

use domain::audit::Act;
use domain::forms::{Form, Problem, Problems};
use domain::people::{CodeScheme, OrganisationDetails};
use sea_orm::ConnectionTrait;

use super::beside::Others;
use super::{Organisation, areas, edit};
use crate::audit::Entry;
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

/// A row as it was read: with the organisation that it is of, where nothing is wrong with it by itself.
type Read = (Row, Option<OrganisationDetails>);

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
pub async fn read(services: &Services, form: &Form) -> Result<Vec<Read>, Failure> {
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

/// A row with what is wrong with it by itself, or with the organisation that it is of.
fn row(line: usize, heading: &[String], cells: &[String], areas: &[Organisation]) -> Read {
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
    let (details, mut problems) = match OrganisationDetails::parse(&form, &ids) {
        Ok(details) => (Some(details), Problems::default()),
        Err(problems) => (None, problems),
    };
    if cells.len() > heading.len() {
        problems.add(Problem::new("rows", "error-table-cells"));
    }
    let name = form.text("name").unwrap_or_default();
    let details = details.filter(|_| problems.is_empty());
    (Row { line, name, problems }, details)
}

/// What would become of the table, without writing anything or keeping anyone from writing.
pub async fn check(services: &Services, form: &Form) -> Result<Report, Failure> {
    let rows = read(services, form).await?;
    Ok(judge(services.db.read(), rows).await?.0)
}

/// Adds every organisation of the table, or none where a row cannot be taken; the report says which. It is compared with the
/// directory before, and once more while nobody else writes: somebody may have added one of them in between.
pub async fn import(services: &Services, form: &Form) -> Result<Result<usize, Report>, Failure> {
    let rows = read(services, form).await?;
    let (report, _) = judge(services.db.read(), rows.clone()).await?;
    if report.wrong() > 0 {
        return Ok(Err(report));
    }
    let invented = crate::demonstration(services).await?;
    let recorder = services.recorder();
    services
        .db
        .write_again(move |txn| {
            Box::pin(async move {
                let (report, all) = judge(txn, rows).await?;
                if report.wrong() > 0 {
                    return Ok(Err(report));
                }
                edit::insert_all(txn, &recorder.clock, &all, invented).await?;
                let entry = Entry::of_portal(Act::OrganisationsImported).with("count", all.len());
                recorder.record(txn, entry).await?;
                Ok::<_, Failure>(Ok(all.len()))
            })
        })
        .await
}

/// Compares each row with the directory and with those above it. Gives also those that can be taken.
async fn judge(
    read: &impl ConnectionTrait,
    rows: Vec<Read>,
) -> Result<(Report, Vec<OrganisationDetails>), Failure> {
    let wanted: Vec<_> = rows.iter().filter_map(|(_, details)| details.as_ref()).collect();
    let mut others = Others::find(read, &wanted).await?;
    let (mut report, mut taken) = (Report::default(), Vec::new());
    for (mut row, details) in rows {
        if let Some(details) = details {
            row.problems = others.problems(None, &details, None);
            if row.problems.is_empty() {
                others.add(details.clone());
                taken.push(details);
            }
        }
        report.rows.push(row);
    }
    Ok((report, taken))
}
