//! Documents that came with responses. Their bytes are where files are kept, under their hash; here is what is known of them.

use sea_orm_migration::prelude::*;

use crate::step::{
    Step, big_integer, boolean, index, instant, instant_null, integer, string, string_uniq, table, text,
    unique, uuid,
};

pub const STEP: Step = Step { name: "m0030_files", tables, indexes };

fn tables() -> Vec<TableCreateStatement> {
    vec![
        // One row for the same bytes, however often they are sent.
        table(
            "file",
            vec![
                string_uniq("hash"),
                string("kind"),
                big_integer("size"),
                // When it was last sent. What nobody uses is kept for a while from then on.
                instant("stored_at"),
                string("scan"),
                // What the scanner found.
                text("scan_note"),
                integer("tries"),
                instant("next_scan_at"),
                instant_null("scanned_at"),
                text("text"),
                string("text_state"),
            ],
            &[],
        ),
        // Who needs it. A response has the key of the draft that it was, so one row is of both.
        table(
            "file_use",
            vec![
                uuid("file_id"),
                uuid("draft_id"),
                uuid("question_id"),
                string("key"),
                // Whether its text is in the answer of the response, or will never be.
                boolean("settled"),
            ],
            &[("file_id", "file"), ("draft_id", "draft"), ("question_id", "question")],
        ),
    ]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        index("file", &["scan", "next_scan_at"]),
        unique("file_use", &["draft_id", "question_id", "file_id"]),
        index("file_use", &["file_id"]),
        index("file_use", &["settled"]),
    ]
}
