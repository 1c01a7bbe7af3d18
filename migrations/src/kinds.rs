//! Kinds of questions with settings of their own, answers that are more than a text, and rules with "and" and "or".

use sea_orm_migration::prelude::*;

use crate::step::{Step, Wider, boolean, integer_null, text_null};

const STEP: Wider =
    Wider { step: Step { name: "m0028_kinds", tables: Vec::new, indexes: Vec::new }, columns };

fn columns() -> Vec<(&'static str, ColumnDef)> {
    vec![
        // The settings of a question's kind, as JSON: read whole, never searched.
        ("question", text_null("settings")),
        // A choice that goes with no other: "none of these".
        ("choice", boolean("alone").default(false).take()),
        // A rule on earlier questions, as JSON.
        ("section", text_null("asked_if")),
        // The answer as it was given, where its text and its choices do not tell all of it.
        ("answer", text_null("value")),
    ]
}

/// The columns, and what the questions that are there already say in them.
pub struct Kinds;

impl MigrationName for Kinds {
    fn name(&self) -> &str {
        STEP.name()
    }
}

const WIDEN: [&str; 2] = [
    "UPDATE question SET settings = '{\"word-limit\":' || word_limit || '}' WHERE word_limit IS NOT NULL",
    "UPDATE question SET asked_if = '{\"join\":\"all\",\"conditions\":[' || \
     replace(asked_if, '\"any_of\":', '\"is\":{\"any-of\":') || '}]}' WHERE asked_if IS NOT NULL",
];

#[async_trait::async_trait]
impl MigrationTrait for Kinds {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        STEP.up(manager).await?;
        for sql in WIDEN {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        manager.alter_table(Table::alter().table("question").drop_column("word_limit").take()).await
    }

    /// Rules and limits go: the program of before could not read them.
    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .alter_table(Table::alter().table("question").add_column(integer_null("word_limit")).take())
            .await?;
        manager.get_connection().execute_unprepared("UPDATE question SET asked_if = NULL").await?;
        STEP.down(manager).await
    }
}
