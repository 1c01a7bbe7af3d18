//! Membership of organisations: who acts for one, who asks to, the codes that let somebody in, what was checked; and which
//! addresses of accounts were shown to be their owners'.

use sea_orm_migration::prelude::*;

use crate::step::{
    Step, Wider, index, instant, instant_null, string, string_null, table, text, unique, uuid,
};

const STEP: Wider = Wider { step: Step { name: "m0023_memberships", tables, indexes }, columns };

pub struct Memberships;

impl MigrationName for Memberships {
    fn name(&self) -> &str {
        STEP.step.name
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Memberships {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        STEP.up(manager).await?;
        for statement in FORWARD {
            manager.get_connection().execute_unprepared(statement).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for statement in BACK {
            manager.get_connection().execute_unprepared(statement).await?;
        }
        STEP.down(manager).await
    }
}

/// An organisation can have several domains, and is looked for by each.
const FORWARD: &[&str] = &[
    "INSERT INTO organisation_domain (id, organisation_id, domain)
     SELECT id, id, email_domain FROM organisation WHERE email_domain <> ''",
    "ALTER TABLE organisation DROP COLUMN email_domain",
];

const BACK: &[&str] = &[
    "ALTER TABLE organisation ADD COLUMN email_domain text NOT NULL DEFAULT ''",
    "UPDATE organisation SET email_domain = coalesce((SELECT min(domain) FROM organisation_domain
       WHERE organisation_id = organisation.id), '')",
    // What it offers cannot be held before this step.
    "DELETE FROM invitation WHERE scope = 'organisation'",
];

fn tables() -> Vec<TableCreateStatement> {
    let of = |name, columns, person: bool| {
        let organisation = ("organisation_id", "organisation");
        let owners = if person { vec![organisation, ("person_id", "person")] } else { vec![organisation] };
        table(name, columns, &owners)
    };
    vec![
        of("organisation_domain", vec![uuid("organisation_id"), string("domain")], false),
        of(
            "membership",
            vec![
                uuid("organisation_id"),
                uuid("person_id"),
                string("role"),
                // That of letters about it.
                string("language"),
                instant("joined_at"),
            ],
            true,
        ),
        of(
            "membership_request",
            vec![
                uuid("organisation_id"),
                uuid("person_id"),
                text("note"),
                string("language"),
                instant("asked_at"),
                instant_null("refused_at"),
                text("reason"),
            ],
            true,
        ),
        // Whom an owner has taken out: their address lets them in no more.
        of("removed_member", vec![uuid("organisation_id"), uuid("person_id"), instant("removed_at")], true),
        of(
            "claim_code",
            vec![
                uuid("organisation_id"),
                string("code_hash"),
                string("passing"),
                instant("issued_at"),
                instant("expires_at"),
            ],
            false,
        ),
        of(
            "organisation_check",
            // The domain, where it was checked by one.
            vec![uuid("organisation_id"), string("kind"), string("domain"), instant("at")],
            false,
        ),
        table(
            "address_proof",
            vec![uuid("person_id"), string("token_hash"), instant("expires_at")],
            &[("person_id", "person")],
        ),
    ]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        unique("organisation_domain", &["organisation_id", "domain"]),
        index("organisation_domain", &["domain"]),
        unique("membership", &["organisation_id", "person_id"]),
        index("membership", &["person_id"]),
        unique("membership_request", &["organisation_id", "person_id"]),
        index("membership_request", &["person_id"]),
        unique("removed_member", &["organisation_id", "person_id"]),
        unique("claim_code", &["organisation_id"]),
        unique("organisation_check", &["organisation_id", "kind", "domain"]),
        unique("address_proof", &["person_id"]),
        unique("address_proof", &["token_hash"]),
    ]
}

fn columns() -> Vec<(&'static str, ColumnDef)> {
    vec![("person", instant_null("email_proven_at")), ("invitation", string_null("language"))]
}
