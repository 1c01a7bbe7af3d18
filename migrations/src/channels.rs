//! Responses that came by another way than the portal's pages, and that one of the team enters.

use sea_orm_migration::prelude::*;

use crate::step::{
    Step, big_integer, boolean, index, instant, instant_null, string, table, text, unique, uuid, uuid_null,
};

pub const STEP: Step = Step { name: "m0050_channels", tables, indexes };

fn tables() -> Vec<TableCreateStatement> {
    vec![
        // It has the key of its draft, and the response that the draft becomes is known by that key too.
        table(
            "entry",
            vec![
                uuid("call_id"),
                string("channel"),
                instant("received_at"),
                // What is late by the day on which it came, whenever it is entered.
                boolean("late"),
                text("late_reason"),
                string("language"),
                text("note"),
                // Nobody, where the program itself did it.
                uuid_null("entered_by"),
                instant("begun_at"),
                instant_null("entered_at"),
                uuid_null("checked_by"),
                instant_null("checked_at"),
            ],
            &[("id", "draft"), ("call_id", "call")],
        ),
        // The paper as a picture or a document. It shows who wrote it, so it is no answer.
        table(
            "entry_scan",
            vec![
                uuid("entry_id"),
                uuid("file_id"),
                string("hash"),
                text("name"),
                string("kind"),
                big_integer("size"),
                instant("added_at"),
            ],
            &[("entry_id", "entry"), ("file_id", "file")],
        ),
    ]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        index("entry", &["call_id"]),
        unique("entry_scan", &["entry_id", "hash"]),
        index("entry_scan", &["file_id"]),
    ]
}
