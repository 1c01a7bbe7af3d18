//! What a person proves besides a password: the app that shows codes, and recovery codes for when it is lost.

use sea_orm_migration::prelude::*;

use crate::step::{
    Step, Wider, big_integer, boolean_null, index, instant, instant_null, string, string_null, table, unique,
    uuid,
};

pub const STEP: Wider = Wider { step: Step { name: "m0016_second_factor", tables, indexes }, columns };

fn tables() -> Vec<TableCreateStatement> {
    vec![
        // One a person. Its secret must be known to check codes, so it cannot be kept as a hash.
        table(
            "authenticator",
            vec![
                uuid("person_id"),
                string("secret"),
                instant("begun_at"),
                // Nothing until the first code has shown that the app works.
                instant_null("proved_at"),
                // The number of the 30 seconds whose code was used last: neither it nor one before it works again.
                big_integer("last_step"),
            ],
            &[("person_id", "person")],
        ),
        table(
            "recovery_code",
            vec![uuid("person_id"), string("code_hash"), instant("made_at"), instant_null("used_at")],
            &[("person_id", "person")],
        ),
    ]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![unique("authenticator", &["person_id"]), index("recovery_code", &["person_id"])]
}

fn columns() -> Vec<(&'static str, ColumnDef)> {
    vec![
        // Whether the session waits for the second step, and opens nothing until then.
        ("session", boolean_null("waits")),
        // By what the second step was taken.
        ("session", string_null("second_factor")),
    ]
}
