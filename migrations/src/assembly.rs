//! Assemblies: seats, the people in them, meetings, and decisions with what they cite.

use sea_orm_migration::prelude::*;

use crate::step::{
    Step, boolean, date, date_null, index, instant, instant_null, integer, integer_null, string, string_uniq,
    table, text, unique, uuid, uuid_null,
};

pub const STEP: Step = Step { name: "m0007_assembly", tables, indexes };

fn tables() -> Vec<TableCreateStatement> {
    vec![
        table(
            "assembly",
            vec![
                string_uniq("slug"),
                text("name"),
                string("kind"),
                text("remit"),
                boolean("invented"),
                instant("created_at"),
            ],
            &[],
        ),
        table(
            "constituency",
            vec![uuid("assembly_id"), integer("position"), text("name")],
            &[("assembly_id", "assembly")],
        ),
        table(
            "seat",
            vec![uuid("assembly_id"), uuid("constituency_id"), integer("position"), text("label")],
            &[("assembly_id", "assembly"), ("constituency_id", "constituency")],
        ),
        table(
            "term",
            vec![
                uuid("seat_id"),
                text("holder"),
                string("capacity"),
                date("starts_on"),
                date_null("ends_on"),
            ],
            &[("seat_id", "seat")],
        ),
        table(
            "meeting",
            vec![
                uuid("assembly_id"),
                integer("number"),
                text("title"),
                instant("starts_at"),
                instant("ends_at"),
                string("zone"),
                text("place"),
                // Its agenda and evidence packs are the public's from then on.
                instant_null("published_at"),
            ],
            &[("assembly_id", "assembly")],
        ),
        table(
            "agenda_item",
            vec![
                uuid("meeting_id"),
                integer("position"),
                text("title"),
                text("text"),
                // How long it is given.
                integer("minutes"),
                string("purpose"),
                // What was said and settled, once the meeting was held.
                text("record"),
            ],
            &[("meeting_id", "meeting")],
        ),
        table(
            "paper",
            vec![uuid("agenda_item_id"), integer("position"), text("title"), text("author"), text("body")],
            &[("agenda_item_id", "agenda_item")],
        ),
        // An evidence pack: findings, and excerpts in the exact words of a response.
        table(
            "evidence",
            vec![
                uuid("agenda_item_id"),
                integer("position"),
                uuid_null("finding_id"),
                uuid_null("answer_id"),
                integer_null("start_at"),
                integer_null("end_at"),
            ],
            &[("agenda_item_id", "agenda_item"), ("finding_id", "finding"), ("answer_id", "answer")],
        ),
        table(
            "decision",
            vec![
                uuid("assembly_id"),
                uuid("agenda_item_id"),
                // Counted from 1 over the assembly.
                integer("number"),
                text("title"),
                text("text"),
                integer("votes_for"),
                integer("votes_against"),
                integer("abstained"),
                text("dissent"),
                date("decided_on"),
                // The call that the decision put, where it put one.
                uuid_null("call_id"),
            ],
            &[("assembly_id", "assembly"), ("agenda_item_id", "agenda_item")],
        ),
        table(
            "citation",
            vec![uuid("decision_id"), uuid_null("finding_id"), uuid_null("recommendation_id")],
            &[
                ("decision_id", "decision"),
                ("finding_id", "finding"),
                ("recommendation_id", "recommendation"),
            ],
        ),
    ]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        index("constituency", &["assembly_id", "position"]),
        index("seat", &["constituency_id", "position"]),
        index("term", &["seat_id"]),
        unique("meeting", &["assembly_id", "number"]),
        index("agenda_item", &["meeting_id", "position"]),
        index("paper", &["agenda_item_id", "position"]),
        index("evidence", &["agenda_item_id", "position"]),
        index("evidence", &["finding_id"]),
        index("evidence", &["answer_id"]),
        unique("decision", &["assembly_id", "number"]),
        index("decision", &["agenda_item_id"]),
        index("citation", &["decision_id"]),
        index("citation", &["finding_id"]),
        index("citation", &["recommendation_id"]),
    ]
}
