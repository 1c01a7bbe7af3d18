//! When each session was last used, so that those that nobody uses end.

use sea_orm_migration::prelude::*;

use crate::step::{Step, Wider, instant_null};

pub const STEP: Wider =
    Wider { step: Step { name: "m0015_session_use", tables: Vec::new, indexes: Vec::new }, columns };

fn columns() -> Vec<(&'static str, ColumnDef)> {
    vec![("session", instant_null("used_at"))]
}
