//! A file as rows of cells: CSV in UTF-8, or the sheet of a workbook.

use std::path::Path;

use calamine::{Data, Range, Reader, open_workbook_auto};

use crate::Failure;

/// A heading and its rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    pub heading: Vec<String>,
    pub rows: Vec<TableRow>,
}

/// One row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableRow {
    /// Where it begins: the line of a CSV file, the row of a sheet.
    pub line: u64,
    pub cells: Vec<String>,
}

/// Reads a file by its ending: `.csv`, or any workbook (`.xlsx`, `.xls`, `.ods`).
pub fn read(path: &Path, sheet: Option<&str>) -> Result<Table, Failure> {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
    if ending == "csv" || ending == "txt" { csv(path) } else { workbook(path, sheet) }
}

fn csv(path: &Path) -> Result<Table, Failure> {
    let bytes = std::fs::read(path).map_err(|error| Failure::File(format!("{}: {error}", path.display())))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        Failure::File(format!(
            "the file is not in UTF-8 (from byte {} on); save it as CSV UTF-8",
            error.utf8_error().valid_up_to()
        ))
    })?;
    of_csv(&text)
}

/// A text with commas between as a table.
pub fn of_csv(text: &str) -> Result<Table, Failure> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = ::csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let wrong = |error: ::csv::Error| Failure::File(format!("the file is not CSV: {error}"));
    let heading: Vec<String> = reader.headers().map_err(wrong)?.iter().map(str::to_owned).collect();
    let mut rows = Vec::new();
    let (mut line, mut counted) = (1, 0);
    for record in reader.records() {
        let record = record.map_err(wrong)?;
        let begins = record.position().map_or(counted, |place| begin_of(text, place.byte() as usize));
        line += text[counted..begins].matches('\n').count() as u64;
        counted = begins;
        rows.push(TableRow { line, cells: record.iter().map(str::to_owned).collect() });
    }
    Ok(Table { heading, rows })
}

/// Where a record really begins: the reader ends the one before at a carriage return, and leaves its line feed over.
fn begin_of(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let feeds = bytes[at.min(bytes.len())..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
    at.min(bytes.len()) + feeds
}

fn workbook(path: &Path, sheet: Option<&str>) -> Result<Table, Failure> {
    let wrong = |error: calamine::Error| Failure::File(format!("the workbook cannot be read: {error}"));
    let mut book = open_workbook_auto(path).map_err(wrong)?;
    let name = match sheet {
        Some(name) => name.to_owned(),
        None => book
            .sheet_names()
            .first()
            .cloned()
            .ok_or_else(|| Failure::File("the workbook has no sheet".to_owned()))?,
    };
    let range = book.worksheet_range(&name).map_err(wrong)?;
    Ok(of_sheet(&range))
}

/// A sheet of a workbook as a table.
pub fn of_sheet(range: &Range<Data>) -> Table {
    let first = range.start().map_or(0, |(row, _)| u64::from(row)) + 1;
    let mut rows = range
        .rows()
        .enumerate()
        .map(|(at, cells)| TableRow { line: first + at as u64, cells: cells.iter().map(written).collect() });
    let heading = rows.next().map(|row| row.cells).unwrap_or_default();
    Table { heading, rows: rows.collect() }
}

/// A cell in writing: an instant as it is read elsewhere, and not as the number of days that a workbook keeps.
fn written(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::DateTime(at) if at.is_datetime() => {
            let (year, month, day, hour, minute, second, _) = at.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
        }
        other => other.to_string(),
    }
}
