//! What analysts say of responses apart from themes: marks on answers, memos, and questions to the lead analyst.

use sea_orm_migration::prelude::*;

use crate::step::{
    Step, index, instant, instant_null, integer_null, string, table, text, unique, uuid, uuid_null,
};

pub const STEP: Step = Step { name: "m0053_marks", tables, indexes };

fn tables() -> Vec<TableCreateStatement> {
    vec![
        table(
            "mark",
            vec![
                uuid("call_id"),
                uuid("response_id"),
                uuid("answer_id"),
                uuid("person_id"),
                // One of each kind by each person on each answer.
                string("kind"),
                string("mark"),
                instant("set_at"),
            ],
            &[
                ("call_id", "call"),
                ("response_id", "response"),
                ("answer_id", "answer"),
                ("person_id", "person"),
            ],
        ),
        table(
            "memo",
            vec![
                uuid("call_id"),
                // What it stands on: a code, or a response, or with that an answer of it, or with that words of the answer;
                // or else the call.
                uuid_null("code_id"),
                uuid_null("response_id"),
                uuid_null("answer_id"),
                integer_null("start_at"),
                integer_null("end_at"),
                uuid("author_id"),
                // What it said before is in the log.
                text("text"),
                instant("written_at"),
                instant_null("changed_at"),
            ],
            &[
                ("call_id", "call"),
                ("code_id", "code"),
                ("response_id", "response"),
                ("answer_id", "answer"),
                ("author_id", "person"),
            ],
        ),
        table(
            "flag",
            vec![
                uuid("call_id"),
                uuid("response_id"),
                uuid_null("answer_id"),
                uuid("asked_by"),
                text("text"),
                instant("asked_at"),
                uuid_null("replied_by"),
                text("reply"),
                instant_null("replied_at"),
                uuid_null("closed_by"),
                instant_null("closed_at"),
            ],
            &[
                ("call_id", "call"),
                ("response_id", "response"),
                ("answer_id", "answer"),
                ("asked_by", "person"),
            ],
        ),
    ]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        unique("mark", &["answer_id", "person_id", "kind"]),
        index("mark", &["response_id"]),
        // Counts for a question, and the responses that have one, are read from here.
        index("mark", &["call_id", "kind", "answer_id", "mark"]),
        index("memo", &["call_id", "written_at"]),
        index("memo", &["response_id"]),
        index("memo", &["answer_id"]),
        index("memo", &["code_id"]),
        index("flag", &["call_id", "closed_at"]),
        index("flag", &["response_id"]),
        index("flag", &["answer_id"]),
    ]
}
