//! Calls that two people run: what one of them asked for, and what another decided.

use sea_orm_migration::prelude::*;

use crate::step::{
    Step, Wider, boolean, index, instant, instant_null, string, string_null, table, text, unique, uuid,
    uuid_null,
};

pub const STEP: Wider = Wider { step: Step { name: "m0024_approvals", tables, indexes }, columns };

fn tables() -> Vec<TableCreateStatement> {
    let mut approval = table(
        "approval",
        vec![
            uuid("call_id"),
            string("kind"),
            // The act with all that it would do, as JSON under a version: read whole, never searched.
            text("act"),
            // A hash of what it would show or change, as it was when it was asked for.
            string("seen"),
            // What it is about while it waits; nothing afterwards. So of each only one waits.
            string_null("open_slot"),
            uuid("asked_by"),
            instant("asked_at"),
            text("note"),
            string("state"),
            uuid_null("decided_by"),
            instant_null("decided_at"),
            text("reason"),
        ],
        &[("call_id", "call"), ("asked_by", "person"), ("decided_by", "person")],
    );
    // Whatever program writes here: nobody agrees to what they asked for themselves, and what was decided says by whom.
    approval
        .check(Expr::cust("decided_by IS NULL OR decided_by <> asked_by"))
        .check(Expr::cust("state NOT IN ('approved', 'refused') OR decided_by IS NOT NULL"))
        .check(Expr::cust("(state = 'asked') = (open_slot IS NOT NULL)"));
    vec![approval]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![unique("approval", &["call_id", "open_slot"]), index("approval", &["call_id", "asked_at"])]
}

fn columns() -> Vec<(&'static str, ColumnDef)> {
    vec![("call", boolean("two_people").default(false).take())]
}
