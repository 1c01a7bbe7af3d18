//! `[limits]`: how often one caller may ask for something, each a minute; 0 is no limit.

use serde::Deserialize;

/// The limits, each a minute. They are far above what people do; behind one address may be a whole hospital.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct Settings {
    /// Attempts to sign in, from one address.
    pub sign_in: u32,
    /// Steps of answering, from one address.
    pub respond: u32,
    /// Searches, by one person.
    pub search: u32,
    /// Files taken out, by one person.
    pub export: u32,
    /// How many seconds a person needs for a page of a form at the least. What comes faster is held back for a person
    /// to look at; 0 holds nothing back for its haste.
    pub seconds_a_page: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self { sign_in: 30, respond: 300, search: 120, export: 20, seconds_a_page: 2 }
    }
}

impl Settings {
    /// No limit at all: for measuring, and for tests that ask more than people do.
    pub const NONE: Self = Self { sign_in: 0, respond: 0, search: 0, export: 0, seconds_a_page: 0 };
}
