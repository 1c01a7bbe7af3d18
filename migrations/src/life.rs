//! The life of a call: why it runs as it does, how its closing time moved, and when it became a record; and privacy
//! notices in parts.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DatabaseBackend;

use crate::step::{Step, Wider, index, instant, instant_null, table, text, uuid};

const STEP: Wider = Wider { step: Step { name: "m0029_life", tables, indexes }, columns };

fn tables() -> Vec<TableCreateStatement> {
    vec![table(
        "closing_change",
        // The reason is empty where a call was closed at once.
        vec![uuid("call_id"), instant("changed_at"), instant("before"), instant("after"), text("reason")],
        &[("call_id", "call")],
    )]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![index("closing_change", &["call_id", "changed_at"])]
}

fn columns() -> Vec<(&'static str, ColumnDef)> {
    vec![("call", text("run_reason").default("").take()), ("call", instant_null("archived_at"))]
}

/// The tables and columns, and the privacy notices that are there already: what they say becomes one part.
pub struct Life;

impl MigrationName for Life {
    fn name(&self) -> &str {
        STEP.name()
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Life {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        STEP.up(manager).await?;
        let object = match manager.get_database_backend() {
            DatabaseBackend::Sqlite => "json_object('purposes', privacy_notice)",
            _ => "json_build_object('purposes', privacy_notice)::text",
        };
        let sql = format!(
            "UPDATE call SET privacy_notice = CASE privacy_notice WHEN '' THEN '{{}}' ELSE {object} END"
        );
        manager.get_connection().execute_unprepared(&sql).await?;
        Ok(())
    }

    /// What stood in the other parts is lost: the program of before has one text.
    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let purposes = match manager.get_database_backend() {
            DatabaseBackend::Sqlite => "json_extract(privacy_notice, '$.purposes')",
            _ => "privacy_notice::json ->> 'purposes'",
        };
        let sql = format!("UPDATE call SET privacy_notice = coalesce({purposes}, '')");
        manager.get_connection().execute_unprepared(&sql).await?;
        STEP.down(manager).await
    }
}
