//! What the columns of somebody else's table are: which program wrote it ([`Shape`]), what a column can stand for
//! ([`Target`]), and what is proposed for each ([`propose`]).

mod alike;
mod propose;
mod shape;
mod state;
mod target;
mod values;

pub use alike::likeness;
pub use propose::{Column, propose};
pub use shape::{Shape, named_apart, recognise};
pub use state::{ImportState, RowState};
pub use target::{Target, columns_of, read_targets};
pub use values::{Ours, propose_value};
