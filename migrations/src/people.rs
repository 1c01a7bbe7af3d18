//! People, what they are trusted with, their sessions, and the organisations of the directory.

use sea_orm_migration::prelude::*;

use crate::step::{
    Step, date, date_null, index, instant, instant_null, string, string_null, string_uniq, table, text_null,
    unique, uuid, uuid_null,
};

pub const STEP: Step = Step { name: "m0002_people", tables, indexes };

fn tables() -> Vec<TableCreateStatement> {
    vec![
        table(
            "person",
            vec![
                string_uniq("email"),
                string("name"),
                text_null("password_hash"),
                instant("created_at"),
                instant_null("disabled_at"),
            ],
            &[],
        ),
        table(
            "role_grant",
            vec![
                uuid("person_id"),
                string("role"),
                string("scope"),
                uuid_null("scope_id"),
                instant("granted_at"),
            ],
            &[("person_id", "person")],
        ),
        table(
            "session",
            vec![uuid("person_id"), string_uniq("token_hash"), instant("created_at"), instant("expires_at")],
            &[("person_id", "person")],
        ),
        table("sign_in_failure", vec![string("subject_hash"), instant("at")], &[]),
        table(
            "organisation",
            vec![
                string("name"),
                string("kind"),
                string_null("sector"),
                string_null("ods_code"),
                uuid_null("region_id"),
                date("valid_from"),
                date_null("valid_to"),
                uuid_null("successor_id"),
            ],
            &[],
        ),
    ]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        index("role_grant", &["person_id"]),
        index("session", &["person_id"]),
        index("sign_in_failure", &["subject_hash", "at"]),
        unique("organisation", &["ods_code", "valid_from"]),
    ]
}
