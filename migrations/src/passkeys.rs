//! Passkeys, and what is under way between the page that asks for one and the answer.

use sea_orm_migration::prelude::*;

use crate::step::{Step, index, instant, instant_null, string, string_uniq, table, text, uuid};

pub const STEP: Step = Step { name: "m0026_passkeys", tables, indexes };

fn tables() -> Vec<TableCreateStatement> {
    vec![
        table(
            "passkey",
            vec![
                uuid("person_id"),
                string("name"),
                // What the device calls it, in hexadecimal letters.
                string_uniq("credential_id"),
                // The public key, and how often it was used where the device counts: as the library keeps it.
                text("credential"),
                instant("added_at"),
                instant_null("used_at"),
            ],
            &[("person_id", "person")],
        ),
        table(
            "passkey_request",
            vec![
                string_uniq("token_hash"),
                // What the browser is asked, and what is needed to check its answer.
                text("options"),
                text("state"),
                instant("expires_at"),
            ],
            &[],
        ),
    ]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![index("passkey", &["person_id"]), index("passkey_request", &["expires_at"])]
}
