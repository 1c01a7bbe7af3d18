//! XLSX. Every cell is a text, so nothing in it is ever run.

use std::io::{Seek, Write};

use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};
use uuid::Uuid;

use super::Sink;
use crate::{Failure, Services};

/// The most characters that a cell of a spreadsheet holds.
const CELL: usize = 32_767;

/// Rows of a sheet. A text that is longer than a cell can hold is cut there, and the cut is said at its end, because a
/// spreadsheet would refuse the whole file; the CSV holds every text whole.
struct Rows<'w> {
    sheet: &'w mut Worksheet,
    at: u32,
}

const CUT: &str = " […the rest is in the CSV export]";

impl Sink for Rows<'_> {
    fn row(&mut self, cells: &[String]) -> Result<(), Failure> {
        for (column, cell) in cells.iter().enumerate() {
            let text = if cell.chars().count() > CELL {
                cell.chars().take(CELL - CUT.chars().count()).chain(CUT.chars()).collect()
            } else {
                cell.clone()
            };
            self.sheet.write_string(self.at, column as u16, text).map_err(failed)?;
        }
        self.at += 1;
        Ok(())
    }
}

/// Writes every response of a call as XLSX and gives how many there were. Rows go to a temporary file as they come, so
/// memory stays flat.
pub async fn xlsx<W: Write + Seek + Send>(services: &Services, call: Uuid, out: W) -> Result<u64, Failure> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet_with_constant_memory().map_err(failed)?;
    sheet.set_name("Responses").map_err(failed)?;
    let written = super::write(services, call, &mut Rows { sheet, at: 0 }).await?;
    book.save_to_writer(out).map_err(failed)?;
    Ok(written)
}

fn failed(error: XlsxError) -> Failure {
    Failure::File(error.to_string())
}
