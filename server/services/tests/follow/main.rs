//! Following: asking and saying yes, hearing of each act once, digests, and stopping.

mod acts;
mod asking;
mod digest;
mod once;
mod organisations;
mod stopping;
mod themes;
mod unreadable;
mod world;
