//! Marks on answers: where they stand, and whether they are rich in evidence.

use sea_orm_migration::prelude::*;

use crate::step::{Step, index, instant, string, table, unique, uuid};

pub const STEP: Step = Step { name: "m0053_marks", tables, indexes };

fn tables() -> Vec<TableCreateStatement> {
    vec![table(
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
        &[("call_id", "call"), ("response_id", "response"), ("answer_id", "answer"), ("person_id", "person")],
    )]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        unique("mark", &["answer_id", "person_id", "kind"]),
        index("mark", &["response_id"]),
        // Counts for a question, and the responses that have one, are read from here.
        index("mark", &["call_id", "kind", "answer_id", "mark"]),
    ]
}
