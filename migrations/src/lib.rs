//! Folkmoot's database schema, for SQLite and PostgreSQL alike.
//!
//! One migration an activity, in the order in which they rest on each other, and then what was changed later. The first
//! are data: tables and indexes, made on the way up and dropped in reverse on the way down. Conventions:
//!
//! - keys are UUIDv7 (`id`), given by the program; nothing is made by the database except the outbox's sequence;
//! - enumerations are short strings, instants are `timestamptz` in UTC, opaque payloads are JSON in a text column;
//! - what is filtered or counted is a column or a child row, never inside JSON;
//! - foreign keys are written inside `create table`, because SQLite cannot add them later.

pub use sea_orm_migration::MigratorTrait;
use sea_orm_migration::prelude::*;

mod approvals;
mod assembly;
mod audit;
mod bank;
mod call_documents;
mod calls;
mod channels;
mod co_signatories;
mod files;
mod followers;
mod form_versions;
mod gathering;
mod held;
mod imports;
mod invitees;
mod kept;
mod keywords;
mod kinds;
mod late;
mod life;
mod mail;
mod marks;
mod memberships;
mod organisations;
mod outcomes;
mod passkeys;
mod people;
mod private_calls;
mod responses;
mod review;
mod review_log;
mod roles;
mod second_factor;
mod session_use;
mod shared_drafts;
mod sign_in;
mod sign_in_links;
mod skips;
mod stages;
mod step;
mod store;
mod versions;

/// Every migration, oldest first. Add to the end; never change one that a release has carried.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(store::STEP),
            Box::new(people::STEP),
            Box::new(calls::STEP),
            Box::new(responses::STEP),
            Box::new(review::STEP),
            Box::new(outcomes::STEP),
            Box::new(assembly::STEP),
            Box::new(review_log::ReviewLog),
            Box::new(mail::STEP),
            Box::new(sign_in::STEP),
            Box::new(audit::Audit),
            Box::new(held::STEP),
            Box::new(session_use::STEP),
            Box::new(second_factor::STEP),
            Box::new(organisations::Organisations),
            Box::new(kept::STEP),
            Box::new(roles::STEP),
            Box::new(followers::STEP),
            Box::new(memberships::Memberships),
            Box::new(sign_in_links::STEP),
            Box::new(passkeys::STEP),
            Box::new(approvals::STEP),
            Box::new(invitees::STEP),
            Box::new(kinds::Kinds),
            Box::new(life::Life),
            Box::new(files::STEP),
            Box::new(late::STEP),
            Box::new(stages::STEP),
            Box::new(keywords::STEP),
            Box::new(bank::STEP),
            Box::new(versions::Versions),
            Box::new(skips::STEP),
            Box::new(form_versions::STEP),
            Box::new(call_documents::STEP),
            Box::new(private_calls::STEP),
            Box::new(shared_drafts::SharedDrafts),
            Box::new(co_signatories::STEP),
            Box::new(channels::STEP),
            Box::new(imports::STEP),
            Box::new(gathering::STEP),
            Box::new(marks::STEP),
        ]
    }
}
