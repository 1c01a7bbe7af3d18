//! Drafts and responses that people keep in their accounts.

use sea_orm_migration::prelude::*;

use crate::step::{Step, index, instant, string_uniq, table, uuid};

pub const STEP: Step = Step { name: "m0021_kept_responses", tables, indexes };

fn tables() -> Vec<TableCreateStatement> {
    vec![table(
        "kept_response",
        vec![
            uuid("person_id"),
            uuid("call_id"),
            // The draft, or what a response that came in otherwise is known by: as the key of the response will be.
            string_uniq("key"),
            instant("kept_at"),
        ],
        &[("person_id", "person"), ("call_id", "call")],
    )]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![index("kept_response", &["person_id", "kept_at"])]
}
