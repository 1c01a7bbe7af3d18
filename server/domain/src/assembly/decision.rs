//! Decisions, which cite what they rest on.

use uuid::Uuid;

use crate::forms::{Form, Problem, Problems};

/// The most votes that can be counted on one side.
const MOST_VOTES: u32 = 10_000;

/// A decision as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionDetails {
    pub title: String,
    pub text: String,
    pub votes_for: u32,
    pub votes_against: u32,
    pub abstained: u32,
    /// What those who did not agree asked to have recorded; may be empty.
    pub dissent: String,
    pub findings: Vec<Uuid>,
    pub recommendations: Vec<Uuid>,
    /// The call that the decision puts, where it puts one.
    pub call: Option<Uuid>,
}

impl DecisionDetails {
    /// Reads the form. `findings`, `recommendations` and `calls` are those that may be named. A decision that cites
    /// nothing is refused: an assembly's decisions say what they rest on.
    pub fn parse(
        form: &Form,
        findings: &[Uuid],
        recommendations: &[Uuid],
        calls: &[Uuid],
    ) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let title = problems.title(form, "title", "error-decision-title");
        let text = problems.require(form.long_text("text"), "text", "error-decision-text");
        let mut votes = |field: &str| match form.text(field) {
            None => Some(0),
            Some(_) => problems.number(form, field, 0..=MOST_VOTES, "error-decision-votes"),
        };
        let (votes_for, votes_against, abstained) = (votes("for"), votes("against"), votes("abstained"));
        let (findings, recommendations) =
            (form.ids("finding", findings), form.ids("recommendation", recommendations));
        if findings.is_empty() && recommendations.is_empty() {
            problems.add(Problem::new("finding", "error-decision-cites-nothing"));
        }
        let call = match form.text("call") {
            None => None,
            Some(_) => {
                problems.require(form.ids("call", calls).first().copied(), "call", "error-decision-call")
            }
        };
        match (title, text, votes_for, votes_against, abstained) {
            (Some(title), Some(text), Some(votes_for), Some(votes_against), Some(abstained))
                if problems.is_empty() =>
            {
                Ok(Self {
                    title,
                    text,
                    votes_for,
                    votes_against,
                    abstained,
                    dissent: form.long_text("dissent").unwrap_or_default(),
                    findings,
                    recommendations,
                    call,
                })
            }
            _ => Err(problems),
        }
    }

    /// These details as the fields of their form.
    pub fn form(&self) -> Form {
        let mut form = Form::from_pairs([
            ("title", self.title.as_str()),
            ("text", self.text.as_str()),
            ("dissent", self.dissent.as_str()),
        ]);
        form.set("for", self.votes_for.to_string());
        form.set("against", self.votes_against.to_string());
        form.set("abstained", self.abstained.to_string());
        form.set("call", self.call.map(|id| id.to_string()).unwrap_or_default());
        for id in &self.findings {
            form.add("finding", id.to_string());
        }
        for id in &self.recommendations {
            form.add("recommendation", id.to_string());
        }
        form
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FINDING: Uuid = Uuid::from_u128(1);
    const RECOMMENDATION: Uuid = Uuid::from_u128(2);
    const CALL: Uuid = Uuid::from_u128(3);

    fn details() -> DecisionDetails {
        DecisionDetails {
            title: "A call on data".to_owned(),
            text: "Put a call on data.".to_owned(),
            votes_for: 31,
            votes_against: 4,
            abstained: 2,
            dissent: "Two members asked for longer.".to_owned(),
            findings: vec![FINDING],
            recommendations: vec![RECOMMENDATION],
            call: Some(CALL),
        }
    }

    #[test]
    fn what_was_read_is_shown_as_it_was_typed() {
        let read = DecisionDetails::parse(&details().form(), &[FINDING], &[RECOMMENDATION], &[CALL]);
        assert_eq!(read, Ok(details()));
    }

    #[test]
    fn a_decision_that_cites_nothing_known_is_refused() {
        let problems = DecisionDetails::parse(&details().form(), &[], &[], &[CALL]).expect_err("unknown ids");
        assert_eq!(problems.at("finding").map(|p| p.message), Some("error-decision-cites-nothing"));
    }

    #[test]
    fn votes_left_blank_are_none_and_votes_that_are_no_numbers_are_refused() {
        let mut form = details().form();
        form.set("against", "");
        form.set("abstained", "a few");
        let problems =
            DecisionDetails::parse(&form, &[FINDING], &[], &[CALL]).expect_err("“a few” is no number");
        assert!(problems.at("against").is_none() && problems.at("abstained").is_some());
    }
}
