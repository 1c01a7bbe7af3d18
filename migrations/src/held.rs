//! Submissions that may not come from a person, until one of the team decides.

use sea_orm_migration::prelude::*;

use crate::step::{Step, index, instant, instant_null, string, string_uniq, table, text, uuid, uuid_null};

pub const STEP: Step = Step { name: "m0014_held", tables, indexes };

fn tables() -> Vec<TableCreateStatement> {
    vec![table(
        "held_response",
        vec![
            uuid("call_id"),
            // The draft it came from: a repeat finds the same receipt.
            string_uniq("key"),
            // The reference it has on its receipt, and keeps as a response.
            string_uniq("reference"),
            string("receipt_hash"),
            // What was submitted, as JSON: read whole, never searched. It is empty once there is a response of it.
            text("submission"),
            string("suspicions"),
            instant("submitted_at"),
            string("state"),
            instant_null("decided_at"),
            uuid_null("decided_by"),
            text("reason"),
        ],
        &[("call_id", "call")],
    )]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![index("held_response", &["call_id", "state", "submitted_at"])]
}
