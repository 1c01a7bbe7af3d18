//! The audit: rows that each carry the hash of the one before, and the head that says which is the last.
//!
//! Both databases refuse by triggers whatever is not adding the next row: that stops mistakes. Whoever may drop the
//! triggers is found by the chain.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DatabaseBackend;

use crate::step::{Step, big_integer, index, instant, integer, string, text, uuid_null};

const STEP: Step = Step { name: "m0013_audit", tables, indexes };

/// What the first row carries in place of the hash of the one before.
const NOTHING: &str = "0000000000000000000000000000000000000000000000000000000000000000";

pub struct Audit;

impl MigrationName for Audit {
    fn name(&self) -> &str {
        STEP.name
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Audit {
    fn use_transaction(&self) -> Option<bool> {
        STEP.use_transaction()
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        STEP.up(manager).await?;
        let connection = manager.get_connection();
        let head = format!("INSERT INTO audit_head (id, sequence, hash) VALUES (1, 0, '{NOTHING}')");
        connection.execute_unprepared(&head).await?;
        let guards = match manager.get_database_backend() {
            DatabaseBackend::Postgres => POSTGRES,
            _ => SQLITE,
        };
        for statement in guards {
            connection.execute_unprepared(statement).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        STEP.down(manager).await?;
        if manager.get_database_backend() == DatabaseBackend::Postgres {
            for function in ["audit_refuse", "audit_check_row", "audit_check_head"] {
                let statement = format!("DROP FUNCTION {function}");
                manager.get_connection().execute_unprepared(&statement).await?;
            }
        }
        Ok(())
    }
}

fn tables() -> Vec<TableCreateStatement> {
    vec![
        Table::create()
            .table("audit")
            .col(big_integer("sequence").primary_key())
            .col(instant("at"))
            .col(string("actor"))
            .col(uuid_null("actor_id"))
            .col(string("act"))
            .col(string("scope"))
            .col(uuid_null("scope_id"))
            .col(string("subject"))
            .col(uuid_null("subject_id"))
            // The JSON is hashed letter by letter, so it is kept as text.
            .col(text("details"))
            .col(string("previous"))
            .col(string("hash"))
            .take(),
        // One row. It is locked while the next is added, and without it nobody could tell that the last are gone.
        Table::create()
            .table("audit_head")
            .col(integer("id").primary_key())
            .col(big_integer("sequence"))
            .col(string("hash"))
            .take(),
    ]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        index("audit", &["at"]),
        index("audit", &["actor_id", "sequence"]),
        index("audit", &["subject_id", "sequence"]),
        index("audit", &["scope_id", "sequence"]),
        index("audit", &["act", "sequence"]),
    ]
}

const SQLITE: &[&str] = &[
    "CREATE TRIGGER audit_never_changes BEFORE UPDATE ON audit
     BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END",
    "CREATE TRIGGER audit_never_shrinks BEFORE DELETE ON audit
     BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END",
    "CREATE TRIGGER audit_grows_at_its_end BEFORE INSERT ON audit
     WHEN NOT EXISTS (SELECT 1 FROM audit_head WHERE id = 1 AND sequence = NEW.sequence - 1 AND hash = NEW.previous)
     BEGIN SELECT RAISE(ABORT, 'the audit is only added to at its end'); END",
    "CREATE TRIGGER audit_head_follows BEFORE UPDATE ON audit_head
     WHEN NEW.id <> 1 OR NEW.sequence <> OLD.sequence + 1
       OR NOT EXISTS (SELECT 1 FROM audit WHERE sequence = NEW.sequence AND hash = NEW.hash)
     BEGIN SELECT RAISE(ABORT, 'the head follows the last row'); END",
    "CREATE TRIGGER audit_head_stays BEFORE DELETE ON audit_head
     BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END",
    "CREATE TRIGGER audit_head_is_one BEFORE INSERT ON audit_head
     BEGIN SELECT RAISE(ABORT, 'the audit has one head'); END",
];

const POSTGRES: &[&str] = &[
    "CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN RAISE EXCEPTION 'the audit is only added to'; END $$",
    "CREATE FUNCTION audit_check_row() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       IF NOT EXISTS (SELECT 1 FROM audit_head WHERE id = 1 AND sequence = NEW.sequence - 1 AND hash = NEW.previous)
       THEN RAISE EXCEPTION 'the audit is only added to at its end'; END IF;
       RETURN NEW;
     END $$",
    "CREATE FUNCTION audit_check_head() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       IF NEW.id <> 1 OR NEW.sequence <> OLD.sequence + 1
         OR NOT EXISTS (SELECT 1 FROM audit WHERE sequence = NEW.sequence AND hash = NEW.hash)
       THEN RAISE EXCEPTION 'the head follows the last row'; END IF;
       RETURN NEW;
     END $$",
    "CREATE TRIGGER audit_never_changes BEFORE UPDATE OR DELETE ON audit
     FOR EACH ROW EXECUTE FUNCTION audit_refuse()",
    "CREATE TRIGGER audit_never_emptied BEFORE TRUNCATE ON audit
     FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()",
    "CREATE TRIGGER audit_grows_at_its_end BEFORE INSERT ON audit
     FOR EACH ROW EXECUTE FUNCTION audit_check_row()",
    "CREATE TRIGGER audit_head_follows BEFORE UPDATE ON audit_head
     FOR EACH ROW EXECUTE FUNCTION audit_check_head()",
    "CREATE TRIGGER audit_head_stays BEFORE INSERT OR DELETE ON audit_head
     FOR EACH ROW EXECUTE FUNCTION audit_refuse()",
    "CREATE TRIGGER audit_head_never_emptied BEFORE TRUNCATE ON audit_head
     FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()",
];
