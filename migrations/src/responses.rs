//! Drafts, and the responses they become.

use sea_orm_migration::prelude::*;

use crate::step::{
    Step, boolean, index, instant, instant_null, integer, string, string_uniq, table, text, text_null,
    unique, uuid, uuid_null,
};

pub const STEP: Step = Step { name: "m0004_responses", tables, indexes };

fn tables() -> Vec<TableCreateStatement> {
    vec![
        table(
            "draft",
            vec![
                uuid("call_id"),
                string_uniq("token_hash"),
                string("language"),
                // Who answers, as JSON: read whole, never searched; a response has columns for it.
                text("about"),
                instant("begun_at"),
                instant("saved_at"),
                instant_null("submitted_at"),
            ],
            &[("call_id", "call")],
        ),
        table(
            "draft_answer",
            vec![uuid("draft_id"), uuid("question_id"), text("value"), instant("saved_at")],
            &[("draft_id", "draft"), ("question_id", "question")],
        ),
        table(
            "response",
            vec![
                uuid("call_id"),
                string_uniq("reference"),
                // The draft it came from, or the identity of an imported row: a repeat finds the same response.
                string_uniq("idempotency_key"),
                string("kind"),
                text("name"),
                text("on_behalf_of"),
                text("organisation"),
                text_null("sector"),
                uuid_null("system_id"),
                string("channel"),
                string("language"),
                string("consent"),
                instant("submitted_at"),
                string("receipt_hash"),
                boolean("invented"),
            ],
            &[("call_id", "call")],
        ),
        table(
            "answer",
            vec![
                uuid("response_id"),
                uuid("question_id"),
                integer("position"),
                // What was written, or the labels of what was chosen as they then were.
                text("text"),
                integer("words"),
            ],
            &[("response_id", "response"), ("question_id", "question")],
        ),
        table(
            "answer_choice",
            vec![uuid("answer_id"), uuid("choice_id")],
            &[("answer_id", "answer"), ("choice_id", "choice")],
        ),
    ]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        index("draft", &["call_id"]),
        unique("draft_answer", &["draft_id", "question_id"]),
        // The order in which responses came, told apart where they came at one instant.
        index("response", &["call_id", "submitted_at", "id"]),
        unique("answer", &["response_id", "question_id"]),
        index("answer", &["question_id"]),
        index("answer_choice", &["answer_id"]),
        index("answer_choice", &["choice_id"]),
    ]
}
