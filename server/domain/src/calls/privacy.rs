//! The privacy notice of a call, built from the parts that such a notice must have (UK GDPR, Articles 13 and 14).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

crate::named! {
    /// A part of a privacy notice, in the order in which people read them.
    pub enum PrivacyPart {
        /// Who decides what is done with personal data, and their data protection officer.
        Controller => "controller",
        /// What is collected, and what for.
        Purposes => "purposes",
        /// The lawful basis, and the condition for special category data.
        LawfulBasis => "lawful-basis",
        /// Who processes the data for the controller.
        Processors => "processors",
        /// Who else sees it.
        Sharing => "sharing",
        /// For how long it is kept.
        Retention => "retention",
        /// People's rights, and how to complain.
        Rights => "rights",
    }
}

impl PrivacyPart {
    /// The name of its field.
    pub const fn field(self) -> &'static str {
        match self {
            Self::Controller => "privacy-controller",
            Self::Purposes => "privacy-purposes",
            Self::LawfulBasis => "privacy-lawful-basis",
            Self::Processors => "privacy-processors",
            Self::Sharing => "privacy-sharing",
            Self::Retention => "privacy-retention",
            Self::Rights => "privacy-rights",
        }
    }

    /// What is said where it is missing.
    pub const fn missing(self) -> &'static str {
        match self {
            Self::Controller => "error-privacy-controller",
            Self::Purposes => "error-privacy-purposes",
            Self::LawfulBasis => "error-privacy-lawful-basis",
            Self::Processors => "error-privacy-processors",
            Self::Sharing => "error-privacy-sharing",
            Self::Retention => "error-privacy-retention",
            Self::Rights => "error-privacy-rights",
        }
    }
}

/// A privacy notice, whole or on the way.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PrivacyNotice(BTreeMap<PrivacyPart, String>);

impl PrivacyNotice {
    /// A notice that says this in each part; an empty text is a part that is missing.
    pub fn from_parts(mut text: impl FnMut(PrivacyPart) -> String) -> Self {
        let parts = PrivacyPart::ALL.iter().map(|part| (*part, text(*part)));
        Self(parts.filter(|(_, text)| !text.is_empty()).collect())
    }

    /// What it says in a part; empty where that is missing.
    pub fn part(&self, part: PrivacyPart) -> &str {
        self.0.get(&part).map_or("", String::as_str)
    }

    /// The parts that are there, in order.
    pub fn said(&self) -> impl Iterator<Item = (PrivacyPart, &str)> {
        self.0.iter().map(|(part, text)| (*part, text.as_str()))
    }

    /// The parts that are missing, in order.
    pub fn missing(&self) -> impl Iterator<Item = PrivacyPart> {
        PrivacyPart::ALL.iter().copied().filter(|part| !self.0.contains_key(part))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_keeps_what_was_typed_and_knows_what_it_lacks() {
        let notice = PrivacyNotice::from_parts(|part| match part {
            PrivacyPart::Controller => "The Review".to_owned(),
            PrivacyPart::Rights => "Ask us.\nOr complain.".to_owned(),
            _ => String::new(),
        });
        assert_eq!(notice.part(PrivacyPart::Rights), "Ask us.\nOr complain.");
        assert_eq!(notice.missing().count(), 5);
        let stored = serde_json::to_string(&notice).expect("JSON");
        assert_eq!(stored, r#"{"controller":"The Review","rights":"Ask us.\nOr complain."}"#);
        assert_eq!(serde_json::from_str::<PrivacyNotice>(&stored).expect("a notice"), notice);
        assert_eq!(PrivacyNotice::from_parts(|part| part.to_string()).missing().count(), 0);
    }
}
