//! Bringing responses in from a file: the list of files, what the columns of one are, what their values mean, what was found, and how
//! far it is.

mod columns;
mod list;
mod names;
mod one;
mod values;

use services::calls::Call;
use uuid::Uuid;

pub use columns::{BETWEEN, ColumnsPage, columns};
pub use list::{ImportsPage, list};
pub use one::{OnePage, SHOWN, one};
pub use values::{LEFT_OUT, ValuesPage, field, values};

/// Where the files of a call are.
pub fn base(call: &Call) -> String {
    format!("/team/calls/{}/import", call.slug)
}

/// Where one of them is.
pub fn address(call: &Call, batch: Uuid) -> String {
    format!("{}/{batch}", base(call))
}
