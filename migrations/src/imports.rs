//! Files that are brought in by the browser: each is kept row by row, for as long as it takes to bring it in and no longer than
//! a few days.

use sea_orm_migration::prelude::*;

use crate::step::{
    Step, big_integer, index, instant, instant_null, integer, string, table, text, text_null, unique, uuid,
    uuid_null,
};

pub const STEP: Step = Step { name: "m0051_imports", tables, indexes };

fn tables() -> Vec<TableCreateStatement> {
    vec![
        table(
            "import_batch",
            vec![
                uuid("call_id"),
                // What its sender calls the file.
                text("name"),
                string("shape"),
                string("state"),
                // Its headings, as JSON, what was asked in them, and the hash by which another file with the same is known.
                text("heading"),
                text("asked"),
                string("heading_hash"),
                text_null("map"),
                uuid_null("uploaded_by"),
                instant("uploaded_at"),
                instant_null("done_at"),
                integer("rows"),
                // How many rows have been seen to, in this state.
                integer("seen"),
                integer("good"),
                integer("bad"),
                integer("there"),
                integer("skipped"),
                integer("imported"),
            ],
            &[("call_id", "call")],
        ),
        table(
            "import_row",
            vec![
                uuid("batch_id"),
                integer("number"),
                big_integer("line"),
                text("cells"),
                string("state"),
                string("key"),
                text("wrong_column"),
                text("reason"),
            ],
            &[("batch_id", "import_batch")],
        ),
    ]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        index("import_batch", &["call_id"]),
        index("import_batch", &["state"]),
        unique("import_row", &["batch_id", "number"]),
        index("import_row", &["batch_id", "state", "number"]),
        index("import_row", &["batch_id", "key"]),
    ]
}
