//! Findings: what the evidence says, in the team's words.

use crate::forms::{Form, Problems};

/// A finding as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingDetails {
    pub title: String,
    pub text: String,
}

impl FindingDetails {
    /// Reads the form.
    pub fn parse(form: &Form) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let title = problems.title(form, "title", "error-finding-title");
        let text = problems.require(form.long_text("text"), "text", "error-finding-text");
        match (title, text) {
            (Some(title), Some(text)) => Ok(Self { title, text }),
            _ => Err(problems),
        }
    }

    /// These details as the fields of their form.
    pub fn form(&self) -> Form {
        Form::from_pairs([("title", self.title.as_str()), ("text", self.text.as_str())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forms::LONGEST_TITLE;

    #[test]
    fn a_blank_finding_names_both_fields() {
        let problems = FindingDetails::parse(&Form::default()).expect_err("nothing was typed");
        assert!(problems.at("title").is_some() && problems.at("text").is_some());
    }

    #[test]
    fn a_title_has_an_end() {
        let typed =
            |length: usize| Form::from_pairs([("title", "é".repeat(length)), ("text", "x".to_owned())]);
        assert!(FindingDetails::parse(&typed(LONGEST_TITLE)).is_ok());
        let problems = FindingDetails::parse(&typed(LONGEST_TITLE + 1)).expect_err("one too many");
        assert_eq!(problems.at("title").map(|p| p.message), Some("error-title-long"));
    }

    #[test]
    fn what_was_read_is_shown_as_it_was_typed() {
        let details = FindingDetails { title: "Space to lead".to_owned(), text: "One\n\nTwo".to_owned() };
        assert_eq!(FindingDetails::parse(&details.form()), Ok(details));
    }
}
