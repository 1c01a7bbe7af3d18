//! What the kinds that are answered by a line of a certain shape have in common.

use crate::calls::{Given, Question};
use crate::forms::{Form, Problem, Problems};
use crate::text;

/// The line that was written, where it has the shape; else `wrong` is said.
pub(super) fn read(
    asked: &Question,
    form: &Form,
    has_shape: impl Fn(&str) -> bool,
    wrong: &'static str,
) -> Result<Option<Given>, Problems> {
    match form.text("answer") {
        None => asked.nothing("answer", wrong),
        Some(written) if has_shape(&written) => Ok(Some(Given::Text(written))),
        Some(_) => Err(Problem::new("answer", wrong).into()),
    }
}

/// The line in a cell of somebody's table, where it has the shape.
pub(super) fn of_cell(cell: &str, has_shape: impl Fn(&str) -> bool) -> Option<Given> {
    let written = text::line(cell);
    has_shape(&written).then_some(Given::Text(written))
}
