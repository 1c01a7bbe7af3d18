//! What an undo or a redo is about, so that it can be told and, for redo, found again.

use sea_orm_migration::prelude::*;

/// The step.
pub struct ReviewLog;

impl MigrationName for ReviewLog {
    fn name(&self) -> &'static str {
        "m0008_review_log"
    }
}

const UP: [&str; 3] = [
    "ALTER TABLE review_event ADD COLUMN act_id uuid",
    "ALTER TABLE review_event ADD COLUMN passed_over text",
    // Until now an undo could only be found by the act it undid.
    "UPDATE review_event SET act_id = (SELECT undone.id FROM review_event undone WHERE undone.undone_by = review_event.id) \
     WHERE kind = 'undo'",
];

const DOWN: [&str; 2] =
    ["ALTER TABLE review_event DROP COLUMN passed_over", "ALTER TABLE review_event DROP COLUMN act_id"];

#[async_trait::async_trait]
impl MigrationTrait for ReviewLog {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for statement in UP {
            manager.get_connection().execute_unprepared(statement).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for statement in DOWN {
            manager.get_connection().execute_unprepared(statement).await?;
        }
        Ok(())
    }
}
