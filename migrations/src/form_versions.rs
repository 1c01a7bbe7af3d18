//! What questions and sections said before their words were put right, and to which wording an answer was given.

use sea_orm_migration::prelude::*;

use crate::step::{Step, Wider, index, instant, integer, table, text, unique, uuid};

pub const STEP: Wider = Wider { step: Step { name: "m0043_form_versions", tables, indexes }, columns };

fn tables() -> Vec<TableCreateStatement> {
    vec![table(
        "wording",
        vec![
            uuid("call_id"),
            // A question or a section: what is said of it stays when it goes.
            uuid("subject_id"),
            integer("number"),
            // By itself, because the workbench reads it with each answer.
            text("title"),
            text("said"),
            instant("replaced_at"),
            text("note"),
        ],
        &[("call_id", "call")],
    )]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![unique("wording", &["subject_id", "number"]), index("wording", &["call_id"])]
}

fn columns() -> Vec<(&'static str, ColumnDef)> {
    vec![
        ("draft_answer", integer("wording").default(1).take()),
        ("answer", integer("wording").default(1).take()),
    ]
}
