//! The directory of organisations: addresses, names in two languages, codes of several registers, and the responses that
//! each has sent.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::prelude::Uuid;
use sea_orm_migration::sea_orm::{DatabaseBackend, Statement, Value};

use crate::step::{Step, Wider, boolean, date_null, index, string, table, text, unique, uuid, uuid_null};

const STEP: Wider = Wider { step: Step { name: "m0020_organisations", tables, indexes: Vec::new }, columns };

pub struct Organisations;

impl MigrationName for Organisations {
    fn name(&self) -> &str {
        STEP.step.name
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Organisations {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        STEP.up(manager).await?;
        // The unique key over codes goes first: SQLite drops no column that an index is made of.
        for statement in FORWARD {
            manager.get_connection().execute_unprepared(statement).await?;
        }
        give_addresses(manager).await?;
        for index in indexes() {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for name in INDEXES {
            manager.get_connection().execute_unprepared(&format!("DROP INDEX {name}")).await?;
        }
        for statement in BACK {
            manager.get_connection().execute_unprepared(statement).await?;
        }
        STEP.down(manager).await
    }
}

fn tables() -> Vec<TableCreateStatement> {
    vec![table(
        "organisation_code",
        vec![uuid("organisation_id"), string("scheme"), string("value")],
        &[("organisation_id", "organisation")],
    )]
}

fn columns() -> Vec<(&'static str, ColumnDef)> {
    let empty = |name| ("organisation", text(name).default("").take());
    vec![
        empty("slug"),
        empty("name_cy"),
        // What is said about its end.
        empty("note"),
        empty("website"),
        empty("email_domain"),
        empty("contact"),
        ("organisation", boolean("invented").default(false).take()),
        ("organisation", date_null("since")),
        // The organisation of the directory that a respondent named.
        ("response", uuid_null("organisation_id")),
    ]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        unique("organisation", &["slug"]),
        index("organisation", &["kind", "name"]),
        index("organisation", &["name"]),
        index("organisation", &["area_id"]),
        index("organisation", &["successor_id"]),
        index("organisation_code", &["value"]),
        index("organisation_code", &["organisation_id"]),
        index("response", &["organisation_id"]),
    ]
}

/// The indexes of tables that were there before; those of a table of its own go with it.
const INDEXES: [&str; 6] = [
    "ix_organisation_slug",
    "ix_organisation_kind_name",
    "ix_organisation_name",
    "ix_organisation_area_id",
    "ix_organisation_successor_id",
    "ix_response_organisation_id",
];

/// The day on which a body began is not always known, so its column may now be empty; and the kind of those that only
/// ever answered follows from their sector.
const FORWARD: &[&str] = &[
    "DROP INDEX ix_organisation_ods_code_valid_from",
    "INSERT INTO organisation_code (id, organisation_id, scheme, value)
     SELECT id, id, 'ods', ods_code FROM organisation WHERE ods_code IS NOT NULL",
    "ALTER TABLE organisation DROP COLUMN ods_code",
    "UPDATE organisation SET since = valid_from WHERE kind <> 'region'",
    "ALTER TABLE organisation DROP COLUMN valid_from",
    "ALTER TABLE organisation RENAME COLUMN since TO valid_from",
    "ALTER TABLE organisation RENAME COLUMN region_id TO area_id",
    "UPDATE organisation SET invented = true, kind = CASE sector
       WHEN 'nhs' THEN 'nhs-body' WHEN 'local-government' THEN 'local-authority' WHEN 'social-care' THEN 'care-provider'
       WHEN 'voluntary' THEN 'voluntary' WHEN 'patient-group' THEN 'patient-group' WHEN 'academic' THEN 'research'
       WHEN 'think-tank' THEN 'research' WHEN 'professional' THEN 'professional-body' WHEN 'business' THEN 'company'
       ELSE 'other' END
     WHERE kind = 'respondent'",
];

const BACK: &[&str] = &[
    "ALTER TABLE organisation RENAME COLUMN area_id TO region_id",
    "ALTER TABLE organisation RENAME COLUMN valid_from TO since",
    "ALTER TABLE organisation ADD COLUMN valid_from date NOT NULL DEFAULT '2022-07-01'",
    "UPDATE organisation SET valid_from = since WHERE since IS NOT NULL",
    "ALTER TABLE organisation ADD COLUMN ods_code varchar",
    "UPDATE organisation SET ods_code = (SELECT min(value) FROM organisation_code
       WHERE scheme = 'ods' AND organisation_id = organisation.id)",
    "CREATE INDEX ix_organisation_ods_code_valid_from ON organisation (ods_code, valid_from)",
];

/// Gives each organisation that is there an address made of its name.
async fn give_addresses(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let connection = manager.get_connection();
    let backend = manager.get_database_backend();
    let all = Statement::from_string(backend, "SELECT id, name FROM organisation ORDER BY id");
    let place = if backend == DatabaseBackend::Postgres { ["$1", "$2"] } else { ["?", "?"] };
    let write = format!("UPDATE organisation SET slug = {} WHERE id = {}", place[0], place[1]);
    let mut given = std::collections::HashSet::new();
    for row in connection.query_all_raw(all).await? {
        let (id, name): (Uuid, String) = (row.try_get("", "id")?, row.try_get("", "name")?);
        let (mut slug, mut number) = (numbered(&name, 1), 1);
        while !given.insert(slug.clone()) {
            number += 1;
            slug = numbered(&name, number);
        }
        let values = [Value::from(slug), Value::from(id)];
        connection.execute_raw(Statement::from_sql_and_values(backend, &write, values)).await?;
    }
    Ok(())
}

/// A name as a part of an address; the second of the same name is numbered, and so on.
fn numbered(name: &str, number: u32) -> String {
    let words = name.to_ascii_lowercase();
    let words: Vec<&str> =
        words.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let slug: String = words.join("-").chars().take(59).collect();
    let slug = if slug.is_empty() { "organisation".to_owned() } else { slug };
    if number == 1 { slug } else { format!("{slug}-{number}") }
}
