//! `[sign-in]`: what is asked of those who sign in.

use serde::Deserialize;

/// What is asked of those who sign in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct Settings {
    pub second_factor: SecondFactor,
}

/// Whether those who may read responses must sign in with two steps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SecondFactor {
    /// They must, and reach no page of the team before.
    #[default]
    Required,
    /// Everyone may; for demonstrations and tests.
    Offered,
}

impl SecondFactor {
    /// What an operator should know who lets people in by a password alone.
    pub const OFFERED: &str = "A second step to sign in is offered, not required (sign-in.second-factor = offered). Require it where people's own words are kept.";
}
