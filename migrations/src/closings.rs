//! When the closing time of an announced call was moved, from when to when, and why: the public reads it.

use sea_orm_migration::prelude::*;

use crate::step::{Step, index, instant, table, text, uuid};

pub const STEP: Step = Step { name: "m0029_closings", tables, indexes };

fn tables() -> Vec<TableCreateStatement> {
    vec![table(
        "closing_change",
        // The reason is empty where a call was closed at once.
        vec![uuid("call_id"), instant("changed_at"), instant("before"), instant("after"), text("reason")],
        &[("call_id", "call")],
    )]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![index("closing_change", &["call_id", "changed_at"])]
}
