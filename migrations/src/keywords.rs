//! By what people find a call.

use sea_orm_migration::prelude::*;

use crate::step::{Step, Wider, text};

pub const STEP: Wider =
    Wider { step: Step { name: "m0036_keywords", tables: Vec::new, indexes: Vec::new }, columns };

fn columns() -> Vec<(&'static str, ColumnDef)> {
    // As JSON: whoever looks for a call looks through all of them.
    vec![("call", text("keywords").default("{}").take())]
}
