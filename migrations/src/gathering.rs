//! The stories that an organisation gathers for a draft that its members write, and what it quotes of them.

use sea_orm_migration::prelude::*;

use crate::step::{
    Step, boolean, date, index, instant, instant_null, integer, integer_null, string, string_uniq, table,
    text, unique, uuid,
};

pub const STEP: Step = Step { name: "m0052_gathering", tables, indexes };

fn tables() -> Vec<TableCreateStatement> {
    vec![
        table(
            "gathering",
            vec![
                uuid("draft_id"),
                text("heading"),
                text("asks"),
                // The last day on which stories are taken, in the zone of the call.
                date("last"),
                // Whether whoever tells something is asked for a name.
                boolean("named"),
                // Of the link that members hand out. It opens a form, and nothing that was told.
                string_uniq("secret"),
                instant("opened_at"),
                instant_null("closed_at"),
                // When the response was sent, and how many stories there were then.
                instant_null("sent_at"),
                integer_null("gathered"),
            ],
            &[("draft_id", "draft")],
        ),
        table(
            "story",
            vec![
                uuid("gathering_id"),
                // In the order in which they came, from 1.
                integer("number"),
                // Empty once it was taken back or forgotten, like all that follows of it.
                text("text"),
                text("name"),
                string("uses"),
                // Of the link of whoever told it.
                string_uniq("token_hash"),
                instant("told_at"),
                instant_null("changed_at"),
                instant_null("taken_back_at"),
                // Whether its time is over, and nothing is left of it but its number.
                boolean("forgotten"),
                boolean("chosen"),
                text("note"),
            ],
            &[("gathering_id", "gathering")],
        ),
        // Not of a story, which goes before it: what is in a response that was sent stays.
        table(
            "story_citation",
            vec![
                uuid("draft_id"),
                uuid("question_id"),
                integer("number"),
                text("quote"),
                text("name"),
                uuid("person_id"),
                instant("quoted_at"),
            ],
            &[("draft_id", "draft"), ("question_id", "question")],
        ),
    ]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        unique("gathering", &["draft_id"]),
        unique("story", &["gathering_id", "number"]),
        index("story_citation", &["draft_id"]),
    ]
}
