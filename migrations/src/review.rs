//! The codebook, codings, and the log that they derive from.

use sea_orm_migration::prelude::*;

use crate::step::{
    Step, index, instant, instant_null, integer, integer_null, small_integer, string, table, text, unique,
    uuid, uuid_null,
};

pub const STEP: Step = Step { name: "m0005_review", tables, indexes };

fn tables() -> Vec<TableCreateStatement> {
    vec![
        table(
            "code",
            vec![
                uuid("call_id"),
                uuid_null("parent_id"),
                integer("position"),
                text("name"),
                text("definition"),
                text("include"),
                text("exclude"),
                text("example"),
                small_integer("colour"),
                instant("created_at"),
                instant_null("retired_at"),
                // Its adding was undone: it is in no codebook any more, but what was said of it stays on record.
                instant_null("removed_at"),
            ],
            &[("call_id", "call")],
        ),
        table(
            "coding",
            vec![
                uuid("call_id"),
                uuid("response_id"),
                uuid("answer_id"),
                uuid("code_id"),
                uuid("coder_id"),
                // Code points of the answer; both empty where the code is on the whole answer.
                integer_null("start_at"),
                integer_null("end_at"),
                instant("created_at"),
                // A removed coding stays, so that removal can be undone and seen.
                instant_null("removed_at"),
            ],
            &[("call_id", "call"), ("response_id", "response"), ("answer_id", "answer"), ("code_id", "code")],
        ),
        // Coding is a log: what happened, by whom, to what, and what it takes to undo it.
        table(
            "review_event",
            vec![
                uuid("call_id"),
                // Acts of a call are numbered from 1: instants can be equal, and the newest must be known.
                integer("number"),
                uuid("actor_id"),
                string("kind"),
                uuid("subject_id"),
                uuid_null("response_id"),
                text("before"),
                text("after"),
                instant("at"),
                uuid_null("undone_by"),
            ],
            &[("call_id", "call")],
        ),
        // A coder has finished reading a response.
        table(
            "reading",
            vec![uuid("call_id"), uuid("response_id"), uuid("person_id"), instant("done_at")],
            &[("call_id", "call"), ("response_id", "response"), ("person_id", "person")],
        ),
    ]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        index("code", &["call_id", "position"]),
        index("coding", &["response_id"]),
        index("coding", &["answer_id"]),
        // Excerpts of a code, and counts of codes, coders and responses, are read from these indexes alone.
        index("coding", &["code_id", "removed_at", "response_id", "answer_id", "start_at"]),
        index("coding", &["call_id", "removed_at", "coder_id", "response_id"]),
        index("coding", &["call_id", "removed_at", "response_id"]),
        unique("review_event", &["call_id", "number"]),
        index("review_event", &["call_id", "actor_id", "number"]),
        index("review_event", &["subject_id"]),
        index("review_event", &["response_id"]),
        unique("reading", &["response_id", "person_id"]),
        index("reading", &["call_id", "person_id"]),
        index("reading", &["call_id", "response_id"]),
    ]
}
