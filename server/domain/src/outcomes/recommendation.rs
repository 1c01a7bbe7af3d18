//! Recommendations: what a report asks for.

use uuid::Uuid;

use crate::forms::{Form, Problems};

/// The number of a recommendation in the report it comes from. Until someone has compared it with the report itself
/// it is for the team alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfficialNumber {
    Unverified(u32),
    Verified(u32),
}

impl OfficialNumber {
    /// A stored number, with whether it was compared.
    pub const fn new(number: u32, verified: bool) -> Self {
        if verified { Self::Verified(number) } else { Self::Unverified(number) }
    }

    /// The number as it may be shown: only where it was verified.
    pub const fn shown(self) -> Option<u32> {
        match self {
            Self::Verified(number) => Some(number),
            Self::Unverified(_) => None,
        }
    }

    /// The number as it was typed, for the team's own form.
    pub const fn typed(self) -> u32 {
        match self {
            Self::Verified(number) | Self::Unverified(number) => number,
        }
    }

    /// Whether someone compared it with the report itself.
    pub const fn verified(self) -> bool {
        matches!(self, Self::Verified(_))
    }
}

/// A recommendation as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecommendationDetails {
    pub title: String,
    pub text: String,
    pub theme: String,
    /// Where its words come from. Every fact about a real report carries its source.
    pub source: String,
    pub official_number: Option<OfficialNumber>,
    /// The findings it rests on.
    pub findings: Vec<Uuid>,
}

impl RecommendationDetails {
    /// Reads the form. `findings` are those of the call.
    pub fn parse(form: &Form, findings: &[Uuid]) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let title = problems.title(form, "title", "error-recommendation-title");
        let source = problems.require(form.text("source"), "source", "error-recommendation-source");
        let official_number = form.text("official-number").and_then(|_| {
            let number = problems.number(form, "official-number", 1..=999, "error-recommendation-number")?;
            Some(OfficialNumber::new(number, form.has("verified", "yes")))
        });
        match (title, source) {
            (Some(title), Some(source)) if problems.is_empty() => Ok(Self {
                title,
                text: form.long_text("text").unwrap_or_default(),
                theme: form.text("theme").unwrap_or_default(),
                source,
                official_number,
                findings: form.ids("finding", findings),
            }),
            _ => Err(problems),
        }
    }

    /// These details as the fields of their form.
    pub fn form(&self) -> Form {
        let mut form = Form::from_pairs([
            ("title", self.title.as_str()),
            ("text", self.text.as_str()),
            ("theme", self.theme.as_str()),
            ("source", self.source.as_str()),
        ]);
        if let Some(number) = self.official_number {
            form.set("official-number", number.typed().to_string());
            form.set("verified", if number.verified() { "yes" } else { "" });
        }
        for finding in &self.findings {
            form.add("finding", finding.to_string());
        }
        form
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn details(official_number: Option<OfficialNumber>) -> RecommendationDetails {
        RecommendationDetails {
            title: "Fewer targets".to_owned(),
            text: String::new(),
            theme: "Priorities".to_owned(),
            source: "The report, page 12".to_owned(),
            official_number,
            findings: vec![Uuid::from_u128(1)],
        }
    }

    #[test]
    fn a_number_that_nobody_compared_is_not_shown() {
        assert_eq!(OfficialNumber::new(7, false).shown(), None);
        assert_eq!(OfficialNumber::new(7, true).shown(), Some(7));
    }

    #[test]
    fn what_was_read_is_shown_as_it_was_typed() {
        for number in [None, Some(OfficialNumber::Unverified(3)), Some(OfficialNumber::Verified(3))] {
            let details = details(number);
            assert_eq!(RecommendationDetails::parse(&details.form(), &[Uuid::from_u128(1)]), Ok(details));
        }
    }

    #[test]
    fn a_finding_of_another_call_is_not_taken() {
        let read = RecommendationDetails::parse(&details(None).form(), &[]).expect("the rest is right");
        assert!(read.findings.is_empty());
    }

    #[test]
    fn a_recommendation_without_a_source_is_refused() {
        let mut form = details(None).form();
        form.set("source", " ");
        form.set("official-number", "0");
        let problems = RecommendationDetails::parse(&form, &[]).expect_err("two are wrong");
        assert!(problems.at("source").is_some() && problems.at("official-number").is_some());
    }
}
