//! A text as a drawing that a camera reads (ISO/IEC 18004).

use std::fmt::Write;

use qrcode::{Color, QrCode};

use crate::Failure;

/// The dark squares of a QR code, without the quiet edge around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// How many squares it is wide and high.
    pub size: usize,
    /// The outline of the dark squares, as the path of an SVG whose unit is one square.
    pub path: String,
}

/// Draws a text.
pub fn draw(text: &str) -> Result<Drawing, Failure> {
    let code = QrCode::new(text).map_err(|error| Failure::File(error.to_string()))?;
    let size = code.width();
    let mut path = String::new();
    for (row, squares) in code.to_colors().chunks(size).enumerate() {
        let mut column = 0;
        for run in squares.chunk_by(|one, next| one == next) {
            if run[0] == Color::Dark {
                let length = run.len();
                // Writing to a string cannot fail.
                let _ = write!(path, "M{column} {row}h{length}v1h-{length}z");
            }
            column += run.len();
        }
    }
    Ok(Drawing { size, path })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The dark squares that a path covers.
    fn squares(drawing: &Drawing) -> Vec<(usize, usize)> {
        let mut dark = Vec::new();
        for run in drawing.path.split('M').skip(1) {
            let (at, rest) = run.split_once('h').expect("a run");
            let (column, row) = at.split_once(' ').expect("where it begins");
            let length: usize = rest.split_once('v').expect("its height").0.parse().expect("its length");
            let (column, row): (usize, usize) =
                (column.parse().expect("a column"), row.parse().expect("a row"));
            dark.extend((column..column + length).map(|column| (row, column)));
        }
        dark
    }

    #[test]
    fn a_drawing_covers_the_dark_squares_and_no_others() {
        let text = "otpauth://totp/Folkmoot:ada@folkmoot.test?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        let drawing = draw(text).expect("a drawing");
        let code = QrCode::new(text).expect("a code");
        let size = code.width();
        let colours = code.to_colors();
        let dark: Vec<(usize, usize)> = (0..size * size)
            .filter(|at| colours[*at] == Color::Dark)
            .map(|at| (at / size, at % size))
            .collect();
        assert_eq!((drawing.size, squares(&drawing)), (size, dark));
    }
}
