//! Letters: the outbox they wait in, the texts a team has written for them, and who wants no more of them.

use sea_orm_migration::prelude::*;

use crate::step::{
    Step, index, instant, instant_null, integer, small_integer, string, string_null, string_uniq, table,
    text, text_null, unique, uuid_null,
};

pub const STEP: Step = Step { name: "m0011_mail", tables, indexes };

fn tables() -> Vec<TableCreateStatement> {
    vec![
        table(
            "letter",
            vec![
                string("kind"),
                string_null("stream"),
                // Whom it is for is forgotten after a time; the hash stays, so that the way out still leads there.
                text("address"),
                string("address_hash"),
                text("name"),
                string("language"),
                // What its places are filled with, as JSON: read whole, never searched.
                text("fill"),
                // A letter that is posted twice with the same key is one letter.
                string_uniq("key"),
                string_null("token_hash"),
                instant("posted_at"),
                string("state"),
                // Letters for which someone waits are 0 and go first.
                small_integer("rank"),
                instant("due_at"),
                integer("tries"),
                // The server that sends it, and until when that holds.
                uuid_null("lease_by"),
                instant_null("lease_until"),
                text_null("message_id"),
                // What the mail server, or the program, said last.
                text("said"),
                instant_null("settled_at"),
                // The words as they were sent, without what opens anything.
                text_null("subject"),
                text_null("body"),
            ],
            &[],
        ),
        table(
            "letter_text",
            vec![
                string("kind"),
                string("language"),
                text("subject"),
                text("body"),
                instant("changed_at"),
                uuid_null("changed_by"),
            ],
            &[],
        ),
        // Addresses are kept as hashes: nobody should be on a list for not wanting to be on a list.
        table("letter_stop", vec![string("address_hash"), string("stream"), instant("stopped_at")], &[]),
    ]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        index("letter", &["state", "rank", "due_at"]),
        index("letter", &["state", "lease_until"]),
        index("letter", &["posted_at"]),
        unique("letter", &["token_hash"]),
        unique("letter_text", &["kind", "language"]),
        unique("letter_stop", &["address_hash", "stream"]),
    ]
}
