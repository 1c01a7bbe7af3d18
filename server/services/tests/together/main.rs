//! Answering together: the drafts of organisations, their sign-off, those who sign too, and earlier answers.

mod at_once;
mod beginning;
mod co_signing;
mod gathering;
mod gathering_rights;
mod history;
mod permissions;
mod reusing;
mod signing;
mod world;
