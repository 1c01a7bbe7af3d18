//! Who was invited to answer a call, and whether they did: never what they wrote, nor when.

use sea_orm_migration::prelude::*;

use crate::step::{Step, boolean, index, instant, string, string_uniq, table, text, unique, uuid};

pub const STEP: Step = Step { name: "m0019_invitees", tables, indexes };

fn tables() -> Vec<TableCreateStatement> {
    vec![
        table(
            "call_invitee",
            vec![
                uuid("call_id"),
                text("name"),
                text("address"),
                string("address_hash"),
                string("language"),
                instant("invited_at"),
                // When the last letter to them was posted, and under which key.
                instant("written_at"),
                string_uniq("letter_key"),
                // No times: they would tell which response is whose.
                boolean("begun"),
                boolean("answered"),
            ],
            &[("call_id", "call")],
        ),
        // Each letter has a link of its own, and all of them stay good.
        table(
            "invitee_link",
            vec![uuid("invitee_id"), string_uniq("token_hash")],
            &[("invitee_id", "call_invitee")],
        ),
    ]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        unique("call_invitee", &["call_id", "address_hash"]),
        index("call_invitee", &["call_id", "written_at"]),
        index("invitee_link", &["invitee_id"]),
    ]
}
