//! Leave to answer after closing, and which responses came by it.

use sea_orm_migration::prelude::*;

use crate::step::{
    Step, Wider, boolean, index, instant, instant_null, string, table, text, unique, uuid, uuid_null,
};

pub const STEP: Wider = Wider { step: Step { name: "m0032_late", tables, indexes }, columns };

fn tables() -> Vec<TableCreateStatement> {
    vec![table(
        "late_leave",
        vec![
            uuid("call_id"),
            string("token"),
            text("name"),
            text("reason"),
            instant("until"),
            instant("given_at"),
            instant_null("ended_at"),
        ],
        &[("call_id", "call")],
    )]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![unique("late_leave", &["token"]), index("late_leave", &["call_id"])]
}

fn columns() -> Vec<(&'static str, ColumnDef)> {
    vec![("draft", uuid_null("late_id")), ("response", boolean("late").default(false).take())]
}
