//! Who signs a response together with whoever writes it, and what they said.

use sea_orm_migration::prelude::*;

use crate::step::{
    Step, index, instant, instant_null, integer, string, string_uniq, table, text, unique, uuid,
};

pub const STEP: Step = Step { name: "m0048_co_signatories", tables, indexes };

fn tables() -> Vec<TableCreateStatement> {
    vec![table(
        "co_signatory",
        vec![
            uuid("draft_id"),
            // What is shown of them: an organisation, or a person.
            text("name"),
            // Forgotten with the sending of the response.
            text("address"),
            string("address_hash"),
            string_uniq("token_hash"),
            string("language"),
            instant("asked_at"),
            // How often they were written to.
            integer("asked"),
            string("state"),
            // The fingerprint of what they have answered about.
            string("content"),
            instant_null("answered_at"),
        ],
        &[("draft_id", "draft")],
    )]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![index("co_signatory", &["draft_id"]), unique("co_signatory", &["draft_id", "address_hash"])]
}
