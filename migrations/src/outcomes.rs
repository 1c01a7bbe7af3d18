//! Findings, recommendations, replies and progress.

use sea_orm_migration::prelude::*;

use crate::step::{
    Step, boolean, date, index, instant, instant_null, integer, integer_null, string, string_uniq, table,
    text, unique, uuid, uuid_null,
};

pub const STEP: Step = Step { name: "m0006_outcomes", tables, indexes };

fn tables() -> Vec<TableCreateStatement> {
    vec![
        table(
            "finding",
            vec![
                uuid("call_id"),
                integer("number"),
                text("title"),
                text("text"),
                uuid_null("created_by"),
                instant("created_at"),
                instant_null("published_at"),
            ],
            &[("call_id", "call")],
        ),
        // The exact words a finding rests on. The coding they were picked from is remembered where there was one.
        table(
            "finding_excerpt",
            vec![
                uuid("finding_id"),
                uuid("answer_id"),
                integer("start_at"),
                integer("end_at"),
                uuid_null("coding_id"),
                integer("position"),
            ],
            &[("finding_id", "finding"), ("answer_id", "answer")],
        ),
        table(
            "recommendation",
            vec![
                uuid("call_id"),
                string_uniq("slug"),
                integer("position"),
                // Only where someone has compared it with the report itself.
                integer_null("official_number"),
                boolean("verified"),
                text("title"),
                text("text"),
                text("theme"),
                text("source"),
                instant("created_at"),
                instant_null("published_at"),
            ],
            &[("call_id", "call")],
        ),
        table(
            "recommendation_finding",
            vec![uuid("recommendation_id"), uuid("finding_id")],
            &[("recommendation_id", "recommendation"), ("finding_id", "finding")],
        ),
        table(
            "reply",
            vec![
                uuid("recommendation_id"),
                string("status"),
                text("words"),
                text("source"),
                date("replied_on"),
            ],
            &[("recommendation_id", "recommendation")],
        ),
        table(
            "progress",
            vec![
                uuid("recommendation_id"),
                string("status"),
                text("words"),
                text("source"),
                date("noted_on"),
            ],
            &[("recommendation_id", "recommendation")],
        ),
    ]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        unique("finding", &["call_id", "number"]),
        index("finding_excerpt", &["finding_id", "position"]),
        index("finding_excerpt", &["answer_id"]),
        index("recommendation", &["call_id", "position"]),
        unique("recommendation_finding", &["recommendation_id", "finding_id"]),
        index("recommendation_finding", &["finding_id"]),
        index("reply", &["recommendation_id"]),
        index("progress", &["recommendation_id"]),
    ]
}
