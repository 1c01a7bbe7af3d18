//! CSV (RFC 4180), with cells that a spreadsheet would run made harmless.

use std::io::Write;

use uuid::Uuid;

use super::{Sink, Taken, heading};
use crate::calls::Questionnaire;
use crate::sheet::harmless;
use crate::{Failure, Services};

struct Rows<W: Write>(::csv::Writer<W>);

impl<W: Write> Sink for Rows<W> {
    fn begin(&mut self, form: &Questionnaire) -> Result<(), Failure> {
        self.row(&heading(form))
    }

    fn response(&mut self, taken: &Taken<'_>) -> Result<(), Failure> {
        self.row(&taken.cells())
    }
}

impl<W: Write> Rows<W> {
    fn row(&mut self, cells: &[String]) -> Result<(), Failure> {
        self.0
            .write_record(cells.iter().map(|cell| harmless(cell)))
            .map_err(|error| Failure::File(error.to_string()))
    }
}

/// Writes every response of a call as CSV and gives how many there were.
pub async fn csv<W: Write + Send>(services: &Services, call: Uuid, out: W) -> Result<u64, Failure> {
    let mut rows = Rows(::csv::Writer::from_writer(out));
    let written = super::write(services, call, "csv", &mut rows).await?;
    rows.0.flush().map_err(|error| Failure::File(error.to_string()))?;
    Ok(written)
}
