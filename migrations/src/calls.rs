//! Calls, their sections and their questions.

use sea_orm_migration::prelude::*;

use crate::step::{
    Step, boolean, index, instant, instant_null, integer, integer_null, string, string_uniq, table, text,
    text_null, uuid, uuid_null,
};

pub const STEP: Step = Step { name: "m0003_calls", tables, indexes };

fn tables() -> Vec<TableCreateStatement> {
    vec![
        table(
            "call",
            vec![
                string_uniq("slug"),
                string("kind"),
                text("title"),
                text("summary"),
                // Title and summary in Welsh, where the team has given them.
                text("title_cy"),
                text("summary_cy"),
                text("remit"),
                text("commissioner"),
                text("contact"),
                text("privacy_notice"),
                text("publication_policy"),
                string("zone"),
                instant_null("announced_at"),
                instant_null("opens_at"),
                instant_null("closes_at"),
                integer("grace_minutes"),
                instant_null("outcome_at"),
                // Whether its content is a demonstration's: every page then says so.
                boolean("invented"),
                string_uniq("preview_token"),
                uuid_null("created_by"),
                instant("created_at"),
                integer("version"),
            ],
            &[],
        ),
        table(
            "section",
            vec![uuid("call_id"), integer("position"), text("title"), text("intro")],
            &[("call_id", "call")],
        ),
        table(
            "question",
            vec![
                uuid("call_id"),
                uuid("section_id"),
                integer("position"),
                string("kind"),
                text("title"),
                text("help"),
                boolean("required"),
                integer_null("word_limit"),
                // A condition on an earlier question, as JSON: it is read whole and never searched.
                text_null("asked_if"),
            ],
            &[("call_id", "call"), ("section_id", "section")],
        ),
        table(
            "choice",
            vec![uuid("question_id"), integer("position"), text("label")],
            &[("question_id", "question")],
        ),
    ]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        index("section", &["call_id", "position"]),
        index("question", &["call_id", "position"]),
        index("choice", &["question_id", "position"]),
    ]
}
