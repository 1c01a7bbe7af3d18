//! Signing in with a provider: who is known by which identity, sign-ins that are under way, and invitations.

use sea_orm_migration::prelude::*;

use crate::step::{
    Step, Wider, boolean, index, instant, instant_null, string, string_null, string_uniq, table, text,
    text_null, unique, uuid, uuid_null,
};

pub const STEP: Wider = Wider { step: Step { name: "m0012_sign_in", tables, indexes }, columns };

fn tables() -> Vec<TableCreateStatement> {
    vec![
        // Who a provider says someone is. The label is what the person knows it by, and is never looked up.
        table(
            "identity",
            vec![
                uuid("person_id"),
                string("provider"),
                string("issuer"),
                string("subject"),
                string("label"),
                instant("linked_at"),
                instant_null("used_at"),
            ],
            &[("person_id", "person")],
        ),
        // A sign-in that is under way at a provider. Its row is gone once someone came back with it.
        table(
            "sign_in_attempt",
            vec![
                string_uniq("state_hash"),
                string("browser_hash"),
                string("provider"),
                string("purpose"),
                uuid_null("subject_id"),
                string("nonce"),
                string("verifier"),
                string("language"),
                text("place"),
                boolean("afresh"),
                instant("begun_at"),
                instant("expires_at"),
            ],
            &[],
        ),
        table(
            "invitation",
            vec![
                string("name"),
                string("email"),
                string("role"),
                string_uniq("token_hash"),
                uuid_null("invited_by"),
                instant("invited_at"),
                instant("expires_at"),
                instant_null("accepted_at"),
                instant_null("withdrawn_at"),
            ],
            &[],
        ),
        // Someone has signed out here and may want to sign out at the provider too, which asks for its own token back.
        table(
            "departure",
            vec![string_uniq("token_hash"), string("provider"), text("id_token"), instant("expires_at")],
            &[],
        ),
    ]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        unique("identity", &["issuer", "subject"]),
        index("identity", &["person_id"]),
        index("sign_in_attempt", &["expires_at"]),
        index("departure", &["expires_at"]),
    ]
}

fn columns() -> Vec<(&'static str, ColumnDef)> {
    vec![
        // When whoever holds the session last proved to be the person.
        ("session", instant_null("confirmed_at")),
        ("session", string_null("provider")),
        ("session", text_null("id_token")),
    ]
}
