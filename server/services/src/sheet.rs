//! Cells that people will open in a spreadsheet.

/// A cell that begins like a formula gets an apostrophe in front (OWASP, CSV injection; ASVS 1.2.10).
pub fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\0']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}
