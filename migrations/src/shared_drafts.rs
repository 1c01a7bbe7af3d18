//! Drafts that the members of an organisation write together: who wrote what, what they say to each other about it, and who
//! signed it off. And for how many a response speaks.

use sea_orm_migration::prelude::*;

use crate::step::{
    Step, Wider, boolean, index, instant, instant_null, integer_null, string, table, text, text_null, uuid,
    uuid_null,
};

const STEP: Wider = Wider { step: Step { name: "m0047_shared_drafts", tables, indexes }, columns };

pub struct SharedDrafts;

impl MigrationName for SharedDrafts {
    fn name(&self) -> &str {
        STEP.step.name
    }
}

#[async_trait::async_trait]
impl MigrationTrait for SharedDrafts {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        STEP.up(manager).await?;
        // An organisation has one draft of a call. Those of nobody's organisation are as many as there are.
        manager.get_connection().execute_unprepared(ONE_EACH).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // No secret opens them, so that nobody could before this step.
        for statement in BACK {
            manager.get_connection().execute_unprepared(statement).await?;
        }
        STEP.down(manager).await
    }
}

const ONE_EACH: &str =
    "CREATE UNIQUE INDEX ix_draft_organisation_id_call_id ON draft (organisation_id, call_id)";

const BACK: [&str; 2] = [
    "DROP INDEX ix_draft_organisation_id_call_id",
    "DELETE FROM draft WHERE organisation_id IS NOT NULL AND submitted_at IS NULL",
];

fn tables() -> Vec<TableCreateStatement> {
    let of = |name, columns| table(name, columns, &[("draft_id", "draft"), ("question_id", "question")]);
    vec![
        of(
            "draft_change",
            vec![
                uuid("draft_id"),
                // Nothing where it is who answers.
                uuid_null("question_id"),
                uuid("person_id"),
                // As JSON; nothing where it was taken away.
                text_null("value"),
                // Whether it was kept while it was typed.
                boolean("typed"),
                instant("begun_at"),
                instant("saved_at"),
            ],
        ),
        of(
            "draft_comment",
            vec![
                uuid("draft_id"),
                // Nothing where it is about the whole.
                uuid_null("question_id"),
                uuid("person_id"),
                text("text"),
                instant("written_at"),
                instant_null("resolved_at"),
                uuid_null("resolved_by"),
            ],
        ),
        table(
            "draft_sign_off",
            vec![
                uuid("draft_id"),
                uuid("person_id"),
                // The fingerprint of what was signed off: that of its receipt, should it be sent so.
                string("content"),
                // Whether whoever signed had also written last, because nobody else could sign.
                boolean("alone"),
                instant("signed_at"),
                instant_null("ended_at"),
                uuid_null("ended_by"),
            ],
            &[("draft_id", "draft")],
        ),
    ]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        index("draft_change", &["draft_id", "question_id", "saved_at"]),
        index("draft_comment", &["draft_id"]),
        index("draft_sign_off", &["draft_id"]),
    ]
}

fn columns() -> Vec<(&'static str, ColumnDef)> {
    vec![("draft", uuid_null("organisation_id")), ("response", integer_null("represented"))]
}
