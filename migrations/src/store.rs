//! What no activity owns: the outbox that the index follows, and the program's own settings.

use sea_orm_migration::prelude::*;

use crate::step::{Step, big_integer, instant, string, text, uuid_null};

pub const STEP: Step = Step { name: "m0001_store", tables, indexes: Vec::new };

fn tables() -> Vec<TableCreateStatement> {
    vec![
        // Rows are written in the same transaction as the change they tell of, and read by sequence number.
        Table::create()
            .table("outbox")
            .col(big_integer("seq").primary_key().auto_increment())
            .col(string("kind"))
            .col(uuid_null("subject_id"))
            .col(instant("at"))
            .take(),
        Table::create().table("setting").col(string("key").primary_key()).col(text("value")).take(),
    ]
}
