//! Responses that were changed or withdrawn after they were sent: what was sent before stays, and is marked.

use sea_orm_migration::prelude::*;

use crate::step::{
    Step, Wider, boolean, instant, instant_null, integer, integer_null, string, table, text, text_null,
    unique, uuid,
};

const STEP: Wider = Wider { step: Step { name: "m0040_versions", tables, indexes }, columns };

fn tables() -> Vec<TableCreateStatement> {
    vec![table(
        "response_version",
        vec![
            uuid("response_id"),
            // Counted from 1. The version that counts is the response itself and has no row here.
            integer("number"),
            instant("sent_at"),
            string("receipt_hash"),
            // Who answered, as JSON: read whole, never searched.
            text("about"),
            string("language"),
            boolean("late"),
            // The answers that it had, in their order, as JSON. An answer that stayed the same is in several versions.
            text("answers"),
        ],
        &[("response_id", "response")],
    )]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![unique("response_version", &["response_id", "number"])]
}

fn columns() -> Vec<(&'static str, ColumnDef)> {
    vec![
        ("response", integer("version").default(1).take()),
        // When the version that counts was sent, where it is not the first.
        ("response", instant_null("changed_at")),
        ("response", instant_null("withdrawn_at")),
        // The versions with which an answer came, and in which it was no longer.
        ("answer", integer("since").default(1).take()),
        ("answer", integer_null("replaced_in")),
        // Whether a coding is out of use because its answer is, and not because somebody took it away.
        ("coding", boolean("set_aside").default(false).take()),
        // Since when a draft that was sent is being changed, and what it held then, as JSON.
        ("draft", instant_null("changing_since")),
        ("draft", text_null("before_change")),
    ]
}

/// The columns, and the key by which an answer is the only one to its question.
pub struct Versions;

impl MigrationName for Versions {
    fn name(&self) -> &str {
        STEP.name()
    }
}

const ONE_ANSWER: &str = "DROP INDEX ix_answer_response_id_question_id";
const ONE_A_VERSION: &str = "DROP INDEX ix_answer_response_id_question_id_since";

/// What the program of before would show as if it counted.
const COUNTS_NO_MORE: [&str; 2] = [
    "DELETE FROM response WHERE withdrawn_at IS NOT NULL",
    "DELETE FROM answer WHERE replaced_in IS NOT NULL",
];

#[async_trait::async_trait]
impl MigrationTrait for Versions {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        STEP.up(manager).await?;
        manager.get_connection().execute_unprepared(ONE_ANSWER).await?;
        manager.create_index(unique("answer", &["response_id", "question_id", "since"])).await
    }

    /// What counts no more goes: the program of before knows nothing of it.
    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for sql in COUNTS_NO_MORE {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        manager.get_connection().execute_unprepared(ONE_A_VERSION).await?;
        manager.create_index(unique("answer", &["response_id", "question_id"])).await?;
        STEP.down(manager).await
    }
}
