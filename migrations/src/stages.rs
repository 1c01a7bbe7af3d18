//! When the stages of a call are expected.

use sea_orm_migration::prelude::*;

use crate::step::{Step, Wider, text};

pub const STEP: Wider =
    Wider { step: Step { name: "m0033_stages", tables: Vec::new, indexes: Vec::new }, columns };

fn columns() -> Vec<(&'static str, ColumnDef)> {
    // As JSON: read whole, never searched.
    vec![("call", text("plan").default("{}").take())]
}
