//! Links that sign in whoever reads the mailbox to which a letter takes them.

use sea_orm_migration::prelude::*;

use crate::step::{Step, index, instant, instant_null, string, string_null, string_uniq, table};

pub const STEP: Step = Step { name: "m0025_sign_in_links", tables, indexes };

fn tables() -> Vec<TableCreateStatement> {
    vec![table(
        "sign_in_link",
        vec![
            string("address"),
            string("address_hash"),
            string_uniq("token_hash"),
            // Where to go afterwards, if anywhere in particular.
            string_null("place"),
            instant("asked_at"),
            instant("expires_at"),
            instant_null("used_at"),
        ],
        &[],
    )]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![index("sign_in_link", &["address_hash"]), index("sign_in_link", &["expires_at"])]
}
