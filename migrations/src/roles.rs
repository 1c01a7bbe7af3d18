//! Roles on one call or one assembly from the invitation on; who saw in an emergency who wrote a response; and acts that
//! wait for a second person.

use sea_orm_migration::prelude::*;

use crate::step::{
    Step, Wider, boolean_null, index, instant, instant_null, string, string_null, table, text, uuid,
    uuid_null,
};

pub const STEP: Wider = Wider { step: Step { name: "m0022_roles", tables, indexes }, columns };

fn tables() -> Vec<TableCreateStatement> {
    vec![
        table(
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
        ),
        table(
            "approval",
            vec![
                uuid("call_id"),
                // What was asked, and with what, as JSON: it is read whole and never searched.
                string("act"),
                text("details"),
                uuid_null("asked_by"),
                instant("asked_at"),
                string("state"),
                uuid_null("decided_by"),
                instant_null("decided_at"),
                text("reason"),
            ],
            &[("call_id", "call")],
        ),
    ]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        index("broken_glass", &["response_id", "person_id"]),
        index("broken_glass", &["call_id", "at"]),
        index("approval", &["call_id", "state", "asked_at"]),
    ]
}

fn columns() -> Vec<(&'static str, ColumnDef)> {
    vec![
        // Nothing is the whole portal, as it was before a place could be chosen.
        ("invitation", string_null("scope")),
        ("invitation", uuid_null("scope_id")),
        // Whether two people decide about what the public sees of the call.
        ("call", boolean_null("two_people")),
    ]
}
