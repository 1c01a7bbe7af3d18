//! The chain: what is hashed, and what a chain that was tampered with gives away.
//!
//! **Canonical form.** A row is written as twelve fields in this order: the word `folkmoot-audit-1`, the sequence number
//! in decimal digits, the instant as RFC 3339 in UTC with six digits of a second (`2023-03-03T17:02:00.000000Z`), the
//! kind of actor, the actor's id, the act, the kind of scope, the scope's id, the kind of subject, the subject's id, the
//! details exactly as they are stored, and the hash of the row before (64 noughts before the first). An id is a UUID in
//! lower case with hyphens, or nothing. Each field is its length in bytes in decimal digits, a colon, its UTF-8 bytes
//! and a line feed (a netstring), so no two rows have the same form. The hash is SHA-256 of that, in lower-case
//! hexadecimal digits.

mod faults;

use chrono::SecondsFormat;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::secrets::hex;
use crate::store::entities::audit::Model;

pub use faults::{Fault, Walk};

/// What stands for the hash of the row before the first.
pub const NOTHING: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// The hash that a row should carry.
pub fn hash(row: &Model) -> String {
    hash_at(row, row.sequence, &row.previous)
}

/// The hash that a row would carry with another number and another row before it.
fn hash_at(row: &Model, sequence: i64, previous: &str) -> String {
    let id = |id: Option<Uuid>| id.map(|id| id.hyphenated().to_string()).unwrap_or_default();
    let fields = [
        "folkmoot-audit-1",
        &sequence.to_string(),
        &row.at.to_rfc3339_opts(SecondsFormat::Micros, true),
        &row.actor,
        &id(row.actor_id),
        &row.act,
        &row.scope,
        &id(row.scope_id),
        &row.subject,
        &id(row.subject_id),
        &row.details,
        previous,
    ];
    let mut digest = Sha256::new();
    for field in fields {
        digest.update(field.len().to_string());
        digest.update(":");
        digest.update(field);
        digest.update("\n");
    }
    hex(&digest.finalize())
}

#[cfg(test)]
#[path = "chain_tests.rs"]
mod tests;
