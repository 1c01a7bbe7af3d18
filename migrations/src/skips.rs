//! Skips from a question to a later section or to a page that ends the form, and these pages.

use sea_orm_migration::prelude::*;

use crate::step::{Step, boolean, index, integer, table, text, text_null, uuid, uuid_null};

pub const STEP: Step = Step { name: "m0042_skips", tables, indexes };

fn tables() -> Vec<TableCreateStatement> {
    vec![
        table(
            "end_page",
            vec![uuid("call_id"), integer("position"), text("title"), text("text"), boolean("sends")],
            &[("call_id", "call")],
        ),
        table(
            "skip",
            vec![
                uuid("call_id"),
                uuid("question_id"),
                integer("position"),
                text_null("rule"),
                // One of the two.
                uuid_null("section_id"),
                uuid_null("end_id"),
            ],
            &[
                ("call_id", "call"),
                ("question_id", "question"),
                ("section_id", "section"),
                ("end_id", "end_page"),
            ],
        ),
    ]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![index("end_page", &["call_id"]), index("skip", &["call_id"])]
}
