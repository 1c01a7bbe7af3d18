//! Documents that the team puts beside a call or one of its questions, their variants, and how they have changed since
//! the call was announced.

use sea_orm_migration::prelude::*;

use crate::step::{
    Step, index, instant, integer, string, string_null, table, text, text_null, uuid, uuid_null,
};

pub const STEP: Step = Step { name: "m0045_call_documents", tables, indexes };

fn tables() -> Vec<TableCreateStatement> {
    vec![materials(), variants(), changes()]
}

fn materials() -> TableCreateStatement {
    let mut material = table(
        "material",
        vec![
            uuid("call_id"),
            // The question that it stands beside. When that goes, it stands beside the whole call.
            uuid_null("question_id"),
            integer("position"),
            text("title"),
            text("title_cy"),
            text("summary"),
            text("summary_cy"),
        ],
        &[("call_id", "call")],
    );
    let mut beside = ForeignKey::create();
    beside.from("material", "question_id").to("question", "id").on_delete(ForeignKeyAction::SetNull);
    material.foreign_key(&mut beside).take()
}

fn variants() -> TableCreateStatement {
    let mut variant = table(
        "material_variant",
        vec![
            uuid("material_id"),
            integer("position"),
            string("format"),
            string("language"),
            text("note"),
            // One of these two.
            text_null("link"),
            uuid_null("file_id"),
        ],
        &[("material_id", "material")],
    );
    // What stands beside a call is never cleared away: the store itself refuses it.
    let mut held = ForeignKey::create();
    held.from("material_variant", "file_id").to("file", "id").on_delete(ForeignKeyAction::Restrict);
    variant.foreign_key(&mut held).take()
}

fn changes() -> TableCreateStatement {
    table(
        "material_change",
        vec![
            uuid("call_id"),
            instant("at"),
            string("kind"),
            // As it was called then.
            text("title"),
            text("title_cy"),
            string_null("format"),
            string_null("language"),
        ],
        &[("call_id", "call")],
    )
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        index("material", &["call_id", "position"]),
        index("material", &["question_id"]),
        index("material_variant", &["material_id", "position"]),
        index("material_variant", &["file_id"]),
        index("material_change", &["call_id", "at"]),
    ]
}
