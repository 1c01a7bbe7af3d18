//! Calls by invitation only, and how early everyone sees the figures of a call.

use sea_orm_migration::prelude::*;

use crate::step::{Step, Wider, boolean};

pub const STEP: Wider =
    Wider { step: Step { name: "m0046_private_calls", tables: Vec::new, indexes: Vec::new }, columns };

fn columns() -> Vec<(&'static str, ColumnDef)> {
    vec![
        ("call", boolean("private").default(false).take()),
        // Whether people see them while it is open; after closing they see them in any case.
        ("call", boolean("early_figures").default(false).take()),
    ]
}
