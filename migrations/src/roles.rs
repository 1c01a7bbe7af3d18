//! Roles on one call or one assembly from the invitation on; and who saw in an emergency who wrote a response.

use sea_orm_migration::prelude::*;

use crate::step::{Step, Wider, index, instant, string_null, table, text, uuid, uuid_null};

pub const STEP: Wider = Wider { step: Step { name: "m0022_roles", tables, indexes }, columns };

fn tables() -> Vec<TableCreateStatement> {
    vec![table(
        "broken_glass",
        vec![
            uuid("call_id"),
            uuid("response_id"),
            uuid("person_id"),
            text("reason"),
            instant("at"),
            // Until then this person sees who wrote this response.
            instant("until"),
        ],
        &[("call_id", "call"), ("response_id", "response"), ("person_id", "person")],
    )]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![index("broken_glass", &["response_id", "person_id"]), index("broken_glass", &["call_id", "at"])]
}

fn columns() -> Vec<(&'static str, ColumnDef)> {
    vec![
        // Nothing is the whole portal, as it was before a place could be chosen.
        ("invitation", string_null("scope")),
        ("invitation", uuid_null("scope_id")),
    ]
}
