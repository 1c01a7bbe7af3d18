//! XLSX. Every cell is a text, so nothing in it is ever run.
//!
//! A cell of a spreadsheet holds 32,767 characters, and Excel refuses a file with a longer one. A longer text ends in
//! its cell with [`GOES_ON`] and goes on, part by part, on a second sheet, which is there only where it is needed.

use std::io::{Seek, Write};

use rust_xlsxwriter::{Workbook, XlsxError};
use uuid::Uuid;

use super::{Sink, Taken, heading};
use crate::calls::Questionnaire;
use crate::{Failure, Services};

/// The most characters that a cell holds, as spreadsheets count: in units of UTF-16.
const CELL: usize = 32_767;

/// What the cell of a text ends with that goes on elsewhere. It is no part of the text.
pub const GOES_ON: &str = " […goes on in the sheet “Continued”]";

/// The sheets by their place.
const RESPONSES: usize = 0;
const CONTINUED: usize = 1;

struct Sheets {
    book: Workbook,
    /// The names of the columns.
    heading: Vec<String>,
    /// The next row of each sheet; the second sheet has none before it is needed.
    next: [u32; 2],
}

impl Sink for Sheets {
    fn begin(&mut self, form: &Questionnaire) -> Result<(), Failure> {
        self.row(&heading(form))
    }

    fn response(&mut self, taken: &Taken<'_>) -> Result<(), Failure> {
        self.row(&taken.cells())
    }
}

impl Sheets {
    fn row(&mut self, cells: &[String]) -> Result<(), Failure> {
        if self.heading.is_empty() {
            self.heading = cells.to_vec();
        }
        for (column, cell) in cells.iter().enumerate() {
            let (first, rest) = parts(cell);
            let first = if rest.is_empty() { first.to_owned() } else { format!("{first}{GOES_ON}") };
            self.write(RESPONSES, column, first)?;
            for (number, part) in rest.into_iter().enumerate() {
                let name = self.heading.get(column).cloned().unwrap_or_default();
                self.go_on([cells[0].clone(), name, (number + 2).to_string(), part.to_owned()])?;
            }
        }
        self.next[RESPONSES] += 1;
        Ok(())
    }

    fn write(&mut self, sheet: usize, column: usize, text: String) -> Result<(), Failure> {
        let row = self.next[sheet];
        let sheet = self.book.worksheet_from_index(sheet).map_err(failed)?;
        sheet.write_string(row, column as u16, text).map_err(failed)?;
        Ok(())
    }

    /// Writes one part of a text to the second sheet: reference, column, number of the part, words.
    fn go_on(&mut self, cells: [String; 4]) -> Result<(), Failure> {
        if self.next[CONTINUED] == 0 {
            let sheet = self.book.add_worksheet_with_constant_memory().map_err(failed)?;
            sheet.set_name("Continued").map_err(failed)?;
            self.line(["reference", "column", "part", "text"].map(str::to_owned))?;
        }
        self.line(cells)
    }

    fn line(&mut self, cells: [String; 4]) -> Result<(), Failure> {
        for (column, text) in cells.into_iter().enumerate() {
            self.write(CONTINUED, column, text)?;
        }
        self.next[CONTINUED] += 1;
        Ok(())
    }
}

/// The part of a text that its own cell holds, and the parts that follow. Together they are the whole text.
fn parts(text: &str) -> (&str, Vec<&str>) {
    if !is_longer(text, CELL) {
        return (text, Vec::new());
    }
    let (first, mut rest) = split(text, CELL - GOES_ON.encode_utf16().count());
    let mut parts = Vec::new();
    while !rest.is_empty() {
        let (part, left) = split(rest, CELL);
        parts.push(part);
        rest = left;
    }
    (first, parts)
}

/// Bytes are never fewer than units of UTF-16, so most texts need no counting.
fn is_longer(text: &str, units: usize) -> bool {
    text.len() > units && text.encode_utf16().count() > units
}

/// The longest beginning of a text with at most so many units of UTF-16, and what is left.
fn split(text: &str, most: usize) -> (&str, &str) {
    let mut units = 0;
    let end = text.char_indices().find(|(_, letter)| {
        units += letter.len_utf16();
        units > most
    });
    text.split_at(end.map_or(text.len(), |(at, _)| at))
}

/// Writes every response of a call as XLSX and gives how many there were. Rows go to temporary files as they come, so
/// memory stays flat.
pub async fn xlsx<W: Write + Seek + Send>(services: &Services, call: Uuid, out: W) -> Result<u64, Failure> {
    let mut sheets = Sheets { book: Workbook::new(), heading: Vec::new(), next: [0, 0] };
    let sheet = sheets.book.add_worksheet_with_constant_memory().map_err(failed)?;
    sheet.set_name("Responses").map_err(failed)?;
    let written = super::write(services, call, "xlsx", &mut sheets).await?;
    sheets.book.save_to_writer(out).map_err(failed)?;
    Ok(written)
}

fn failed(error: XlsxError) -> Failure {
    Failure::File(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]
        #[test]
        fn no_part_is_too_long_and_together_they_are_the_text(word in "[a-zé😀漢\n=]{1,9}", times in 0_usize..60_000) {
            let text = word.repeat(times);
            let (first, rest) = parts(&text);
            prop_assert!(first.encode_utf16().count() <= CELL);
            prop_assert!(rest.iter().all(|part| !part.is_empty() && part.encode_utf16().count() <= CELL));
            if !rest.is_empty() {
                prop_assert!(first.encode_utf16().count() + GOES_ON.encode_utf16().count() <= CELL);
            }
            prop_assert_eq!([&[first][..], &rest[..]].concat().concat(), text);
        }
    }
}
