//! What the bench says: a line for each step while it goes on, and one table at the end.

use std::time::Duration;

/// One figure, what it should be, and what it is measured against.
pub struct Figure {
    pub what: &'static str,
    pub measured: String,
    pub aim: String,
    /// Taken in the same run; empty where the aim is a number by itself.
    pub yardstick: String,
    /// The measured figure over its yardstick.
    pub ratio: Option<f64>,
    pub met: bool,
}

/// Says what is done next.
pub fn step(words: &str) {
    say(&format!("==> {words}"));
}

/// Says what a step found.
pub fn found(words: &str) {
    say(&format!("    {words}"));
}

/// The table of all figures.
pub fn table(figures: &[Figure]) {
    let head = ["Figure", "Measured", "Aim", "Yardstick", "Ratio", ""].map(str::to_owned);
    let rows = figures.iter().map(|figure| {
        let ratio = figure.ratio.map(|ratio| format!("{ratio:.2}")).unwrap_or_default();
        let met = if figure.met { "met" } else { "MISSED" };
        let Figure { what, measured, aim, yardstick, .. } = figure;
        [(*what).to_owned(), measured.clone(), aim.clone(), yardstick.clone(), ratio, met.to_owned()]
    });
    let rows: Vec<[String; 6]> = std::iter::once(head).chain(rows).collect();
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..6).map(width).collect();
    say("");
    for (at, row) in rows.iter().enumerate() {
        let cells = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}"));
        say(&format!("| {} |", cells.collect::<Vec<_>>().join(" | ")));
        if at == 0 {
            let lines: Vec<_> = widths.iter().map(|width| "-".repeat(*width)).collect();
            say(&format!("| {} |", lines.join(" | ")));
        }
    }
}

/// A duration in milliseconds.
pub fn ms(time: Duration) -> String {
    let millis = time.as_secs_f64() * 1000.0;
    if millis < 10.0 { format!("{millis:.2} ms") } else { format!("{millis:.0} ms") }
}

/// So many in a second.
pub fn rate(per_second: f64) -> String {
    format!("{per_second:.0}/s")
}

#[expect(clippy::print_stdout, reason = "what this program is for")]
fn say(line: &str) {
    println!("{line}");
}
