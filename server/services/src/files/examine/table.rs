//! Tables of strangers: judged by their content and taken apart in the same process as documents, with the same limits.
//!
//! The answer is a line that says what it is or why it is not taken, then a line of JSON a row, then a line that says that this
//! was all: without it, the process did not come to the end.

use std::fs::File;
use std::io::{Read, Write};

use calamine::{Reader, Xlsx};
use domain::files::Refusal;

use super::child::{self, Program};
use super::parts::Parts;
use super::plain;
use super::sniff::{Sniffed, sniff};
use crate::responses::import::{Table, TableRow, of_csv, of_sheet};

/// The most rows and columns of a table.
pub const MOST_ROWS: usize = 50_000;
pub const MOST_COLUMNS: usize = 500;

/// The most bytes that are answered.
const LARGEST_ANSWER: u64 = 128 * 1024 * 1024;

/// What says that this was all.
const END: &str = "end";

/// Has a file taken apart. Waits, so call it where waiting is allowed.
pub fn ask(program: &Program, file: File) -> std::io::Result<Result<Table, Refusal>> {
    let (read, done) = child::run(program, Some("--table"), file, LARGEST_ANSWER)?;
    Ok(if done { understood(&String::from_utf8_lossy(&read)) } else { Err(Refusal::TooHard) })
}

fn understood(read: &str) -> Result<Table, Refusal> {
    let mut lines = read.lines();
    match lines.next().and_then(|line| line.split_once(' ')) {
        Some(("refused", why)) => return Err(Refusal::parse(why).unwrap_or(Refusal::Broken)),
        Some(("is", "table")) => {}
        _ => return Err(Refusal::TooHard),
    }
    let mut rows = Vec::new();
    for line in lines {
        if line == END {
            let mut rows = rows.into_iter();
            let heading = rows.next().map(|row: TableRow| row.cells).unwrap_or_default();
            return Ok(Table { heading, rows: rows.collect() });
        }
        let (line, cells) = serde_json::from_str(line).map_err(|_| Refusal::TooHard)?;
        rows.push(TableRow { line, cells });
    }
    Err(Refusal::TooHard)
}

/// Takes the file apart that comes in, and answers.
pub fn answer(mut file: impl Read, mut out: impl Write) -> std::io::Result<()> {
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    match judge(&bytes) {
        Err(why) => writeln!(out, "refused {why}")?,
        Ok(table) => {
            writeln!(out, "is table")?;
            write_row(&mut out, 1, &table.heading)?;
            for row in &table.rows {
                write_row(&mut out, row.line, &row.cells)?;
            }
            writeln!(out, "{END}")?;
        }
    }
    out.flush()
}

fn write_row(out: &mut impl Write, line: u64, cells: &[String]) -> std::io::Result<()> {
    writeln!(out, "{}", serde_json::to_string(&(line, cells))?)
}

/// A table by its bytes: text with commas between, or the first sheet of a workbook.
fn judge(bytes: &[u8]) -> Result<Table, Refusal> {
    let sniffed = match sniff(bytes) {
        // What somebody has written into a cell is shown as text alone; a page is one from its first letter.
        Err(Refusal::Active) => Sniffed::Text(plain::decoded(bytes).ok_or(Refusal::Unknown)?),
        other => other?,
    };
    let table = match sniffed {
        Sniffed::Text(read) if read.trim_start().starts_with('<') || read.starts_with("#!") => {
            return Err(Refusal::Active);
        }
        Sniffed::Text(read) => of_csv(&read).map_err(|_| Refusal::Broken)?,
        Sniffed::Zip => workbook(bytes)?,
        Sniffed::Pdf | Sniffed::Rtf | Sniffed::Picture(_) | Sniffed::Sound(_) => {
            return Err(Refusal::Unknown);
        }
    };
    if table.rows.is_empty() {
        Err(Refusal::Empty)
    } else if table.rows.len() > MOST_ROWS || table.heading.len() > MOST_COLUMNS {
        Err(Refusal::TooHard)
    } else {
        Ok(table)
    }
}

fn workbook(bytes: &[u8]) -> Result<Table, Refusal> {
    let mut parts = Parts::open(bytes)?;
    let list = parts.read("[Content_Types].xml")?.ok_or(Refusal::Archive)?.to_lowercase();
    let program = |name: &String| name.to_lowercase().ends_with("vbaproject.bin");
    if list.contains("macroenabled") || parts.names.iter().any(program) {
        return Err(Refusal::Macros);
    }
    if !list.contains("spreadsheetml.sheet.main") {
        return Err(Refusal::Unknown);
    }
    // Nothing in it is longer than it says.
    let sheets = |name: &&String| name.starts_with("xl/worksheets/sheet") || *name == "xl/sharedStrings.xml";
    for name in parts.names.clone().iter().filter(sheets) {
        parts.read(name)?;
    }
    let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes)).map_err(|_| Refusal::Broken)?;
    let first = book.sheet_names().first().cloned().ok_or(Refusal::Broken)?;
    let range = book.worksheet_range(&first).map_err(|_| Refusal::Broken)?;
    Ok(of_sheet(&range))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(bytes: &[u8]) -> Result<Table, Refusal> {
        let mut out = Vec::new();
        answer(bytes, &mut out).expect("an answer");
        understood(&String::from_utf8(out).expect("text"))
    }

    #[test]
    fn a_table_comes_back_as_it_was() {
        let table = asked(b"id,words\n1,\"Two\nlines\"\n2,\"A \"\"word\"\"\"\n").expect("a table");
        assert_eq!(table.heading, ["id", "words"]);
        let cells: Vec<(u64, &str)> =
            table.rows.iter().map(|row| (row.line, row.cells[1].as_str())).collect();
        assert_eq!(cells, [(2, "Two\nlines"), (4, "A \"word\"")]);
        let script = asked(b"id,words\n1,<script>alert(1)</script>\n").expect("what somebody wrote");
        assert_eq!(script.rows[0].cells[1], "<script>alert(1)</script>");
        let windows = asked(b"id,words\n1,caf\xe9\n").expect("the letters of Windows");
        assert_eq!(windows.rows[0].cells[1], "caf\u{e9}");
    }

    #[test]
    fn what_is_no_table_is_refused() {
        let wide = format!("{}\n1\n", vec!["a"; MOST_COLUMNS + 1].join(","));
        for (bytes, why) in [
            (&b""[..], Refusal::Empty),
            (b"id,words\n", Refusal::Empty),
            (b"%PDF-1.7 not a table", Refusal::Unknown),
            (b"<html><script>alert(1)</script></html>", Refusal::Active),
            (b"PK\x03\x04 broken", Refusal::Broken),
            (wide.as_bytes(), Refusal::TooHard),
        ] {
            assert_eq!(asked(bytes), Err(why), "{}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn an_answer_without_its_end_is_none() {
        assert_eq!(understood("is table\n[1,[\"id\"]]\n"), Err(Refusal::TooHard));
        assert_eq!(understood(""), Err(Refusal::TooHard));
    }
}
