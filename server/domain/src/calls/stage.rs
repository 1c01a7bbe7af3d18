//! The stages of a call, from the evidence to what came of it, as the public follows them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::CallState;
use crate::forms::{Form, Problem, Problems};
use crate::text;

/// The most characters of when a stage is expected.
const LONGEST: usize = 60;

crate::named! {
    /// A stage, in the order in which they come.
    pub enum Stage {
        /// People answer.
        Evidence => "evidence",
        /// The team reads, codes and weighs what came in.
        Analysis => "analysis",
        /// The outcome is published.
        Report => "report",
        /// Those to whom recommendations are made say what they will do.
        Reply => "reply",
        /// What they do is followed.
        FollowUp => "follow-up",
    }
}

impl Stage {
    /// The name of the field that says when it is expected.
    pub const fn field(self) -> &'static str {
        match self {
            Self::Evidence => "stage-evidence",
            Self::Analysis => "stage-analysis",
            Self::Report => "stage-report",
            Self::Reply => "stage-reply",
            Self::FollowUp => "stage-follow-up",
        }
    }

    /// How far a call has come: to the stage that it is in. Replies and progress count once the outcome is published.
    pub const fn reached(state: CallState, replied: bool, followed: bool) -> Option<Self> {
        match state {
            CallState::Draft | CallState::Unopened => None,
            CallState::Open | CallState::Closed => Some(Self::Evidence),
            CallState::Analysing => Some(Self::Analysis),
            CallState::Outcome | CallState::Archived => Some(match (replied, followed) {
                (_, true) => Self::FollowUp,
                (true, false) => Self::Reply,
                (false, false) => Self::Report,
            }),
        }
    }
}

/// When the team expects each stage, in its own words, such as "Spring 2027". The evidence has its times.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Plan(BTreeMap<Stage, String>);

impl Plan {
    /// Reads a form; each may be left out.
    pub fn parse(form: &Form) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let mut plan = Self::default();
        for stage in Self::planned() {
            let Some(when) = form.text(stage.field()) else { continue };
            if text::length(&when) > LONGEST {
                problems.add(Problem::new(stage.field(), "error-stage-long").with("most", LONGEST));
            }
            plan.0.insert(stage, when);
        }
        if problems.is_empty() { Ok(plan) } else { Err(problems) }
    }

    /// The stages that a plan may say something of.
    pub fn planned() -> impl Iterator<Item = Stage> {
        Stage::ALL.iter().copied().filter(|stage| *stage != Stage::Evidence)
    }

    /// When a stage is expected; empty where nothing is said.
    pub fn of(&self, stage: Stage) -> &str {
        self.0.get(&stage).map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_plan_keeps_what_was_typed_and_is_short() {
        let form = Form::from_pairs([("stage-report", "Spring 2027"), ("stage-evidence", "Now")]);
        let plan = Plan::parse(&form).expect("a plan");
        assert_eq!(
            (plan.of(Stage::Report), plan.of(Stage::Evidence), plan.of(Stage::Reply)),
            ("Spring 2027", "", "")
        );
        let stored = serde_json::to_string(&plan).expect("JSON");
        assert_eq!(stored, r#"{"report":"Spring 2027"}"#);
        let long = "s".repeat(61);
        let problems =
            Plan::parse(&Form::from_pairs([("stage-reply", long.as_str())])).expect_err("too long");
        assert!(problems.at("stage-reply").is_some());
    }

    proptest! {
        #[test]
        fn a_call_that_goes_on_goes_back_to_no_stage(
            (one, other) in (0..CallState::ALL.len(), 0..CallState::ALL.len()),
            (replied, followed) in any::<(bool, bool)>(),
        ) {
            let (before, after) = (CallState::ALL[one.min(other)], CallState::ALL[one.max(other)]);
            prop_assert!(Stage::reached(before, replied, followed) <= Stage::reached(after, replied, followed));
            prop_assert!(Stage::reached(before, false, followed) <= Stage::reached(before, true, followed));
            prop_assert!(Stage::reached(before, replied, false) <= Stage::reached(before, replied, true));
        }
    }
}
