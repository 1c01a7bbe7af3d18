//! The question bank: questions that calls are made from, and which question of a call came out of it.

use sea_orm_migration::prelude::*;

use crate::step::{Step, Wider, boolean, instant, string, table, text, text_null, uuid_null};

pub const STEP: Wider = Wider { step: Step { name: "m0039_bank", tables, indexes: Vec::new }, columns };

fn tables() -> Vec<TableCreateStatement> {
    vec![table(
        "bank_question",
        vec![
            text("title"),
            text("help"),
            boolean("required"),
            string("kind"),
            // As in the table of questions.
            text_null("settings"),
            // The choices as JSON: they are read whole, and answers point at their copies in a call.
            text("choices"),
            text("note"),
            uuid_null("kept_by"),
            instant("kept_at"),
        ],
        &[],
    )]
}

fn columns() -> Vec<(&'static str, ColumnDef)> {
    // No foreign key: what was asked stays what it was when the bank forgets it.
    vec![("question", uuid_null("bank_id"))]
}
