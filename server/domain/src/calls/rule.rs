//! Rules on earlier answers: when a question or a section is asked.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Answer, Given, Number, Question, QuestionKind};

crate::named! {
    /// How conditions are joined.
    pub enum Join {
        All => "all",
        Any => "any",
    }
}

/// Conditions of which all, or at least one, must hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    pub join: Join,
    pub conditions: Vec<Condition>,
}

/// Something about the answer to one question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    pub question: Uuid,
    pub is: Test,
}

/// What is asked of an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Test {
    /// At least one of these was chosen.
    AnyOf(Vec<Uuid>),
    /// None of these was chosen; so it is too where nothing was answered.
    NoneOf(Vec<Uuid>),
    /// The number is at least this, at most that, or both.
    Between { least: Option<Number>, most: Option<Number> },
    /// Something was answered.
    Answered,
    /// It was left out, or never asked.
    NotAnswered,
}

impl Test {
    /// Whether it holds of an answer, or of none.
    pub fn holds(&self, answer: Option<&Answer>) -> bool {
        let chosen = answer.map(Answer::chosen).unwrap_or_default();
        match self {
            Self::AnyOf(these) => chosen.iter().any(|choice| these.contains(choice)),
            Self::NoneOf(these) => !chosen.iter().any(|choice| these.contains(choice)),
            Self::Between { least, most } => match answer.map(|answer| &answer.given) {
                Some(Given::Number(number)) => {
                    least.is_none_or(|least| *number >= least) && most.is_none_or(|most| *number <= most)
                }
                _ => false,
            },
            Self::Answered => answer.is_some(),
            Self::NotAnswered => answer.is_none(),
        }
    }

    /// Whether it can be asked of the answer to this question at all.
    pub fn suits(&self, asked: &Question) -> bool {
        match self {
            Self::AnyOf(these) | Self::NoneOf(these) => {
                !these.is_empty()
                    && these.iter().all(|id| asked.chosen_from().iter().any(|choice| choice.id == *id))
            }
            Self::Between { least, most } => {
                asked.kind() == QuestionKind::Number
                    && (least.is_some() || most.is_some())
                    && least.zip(*most).is_none_or(|(least, most)| least <= most)
            }
            Self::Answered | Self::NotAnswered => true,
        }
    }

    /// The same test with its choices in the order of their keys, so that two can be compared.
    fn sorted(mut self) -> Self {
        if let Self::AnyOf(these) | Self::NoneOf(these) = &mut self {
            these.sort_unstable();
        }
        self
    }
}

impl Rule {
    /// A rule with this one condition.
    pub fn only(question: Uuid, is: Test) -> Self {
        Self { join: Join::All, conditions: vec![Condition { question, is }] }
    }

    /// Whether it holds of these answers.
    pub fn holds(&self, answers: &HashMap<Uuid, &Answer>) -> bool {
        let holds = |condition: &Condition| condition.is.holds(answers.get(&condition.question).copied());
        match self.join {
            Join::All => self.conditions.iter().all(holds),
            Join::Any => self.conditions.iter().any(holds),
        }
    }

    /// Whether it rests on these questions alone, and asks of each what can be asked of it.
    pub fn rests_on(&self, earlier: &[Question]) -> bool {
        let suits = |condition: &Condition| {
            earlier.iter().any(|asked| asked.id == condition.question && condition.is.suits(asked))
        };
        !self.conditions.is_empty() && self.conditions.iter().all(suits)
    }

    /// Whether another rule says the same, in whatever order.
    pub fn same(&self, other: &Self) -> bool {
        let sorted = |rule: &Self| {
            let mut all: Vec<(Uuid, Test)> =
                rule.conditions.iter().map(|held| (held.question, held.is.clone().sorted())).collect();
            all.sort_by_key(|(question, _)| *question);
            all
        };
        let joined = self.join == other.join || (self.conditions.len() < 2 && other.conditions.len() < 2);
        joined && sorted(self) == sorted(other)
    }
}
