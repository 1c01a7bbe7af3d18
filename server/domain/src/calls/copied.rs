//! A form as the beginning of another.

use std::collections::HashMap;

use uuid::Uuid;

use super::{
    Choice, Condition, Corrections, EndPage, Question, Questionnaire, Rule, Section, Skip, SkipTo, Test,
};

impl Questionnaire {
    /// The same form with keys of its own, which `key` gives; its rules rest on its own questions and choices,
    /// and its skips lead to its own sections and pages.
    #[must_use]
    pub fn copied(&self, mut key: impl FnMut() -> Uuid) -> Self {
        let sections = self.sections.iter().map(|section| section.id);
        let asked = self
            .questions
            .iter()
            .flat_map(|asked| [asked.id].into_iter().chain(asked.choices.iter().map(|choice| choice.id)));
        let skips = self.skips.iter().map(|skip| skip.id);
        let ends = self.ends.iter().map(|end| end.id);
        let keys = Keys(sections.chain(asked).chain(skips).chain(ends).map(|old| (old, key())).collect());
        Self {
            sections: self.sections.iter().map(|section| keys.section(section)).collect(),
            questions: self.questions.iter().map(|asked| keys.question(asked)).collect(),
            skips: self.skips.iter().map(|skip| keys.skip(skip)).collect(),
            ends: self.ends.iter().map(|end| EndPage { id: keys.of(end.id), ..end.clone() }).collect(),
            // Nobody knows its words yet.
            corrections: Corrections::default(),
        }
    }
}

/// The new key of each old one.
struct Keys(HashMap<Uuid, Uuid>);

impl Keys {
    /// What is not of the form stays what it is: a rule that rests on it does not hold together, in the copy as before.
    fn of(&self, old: Uuid) -> Uuid {
        self.0.get(&old).copied().unwrap_or(old)
    }

    fn section(&self, section: &Section) -> Section {
        Section { id: self.of(section.id), asked_if: self.rule(section.asked_if.as_ref()), ..section.clone() }
    }

    fn question(&self, asked: &Question) -> Question {
        let choice = |choice: &Choice| Choice { id: self.of(choice.id), ..choice.clone() };
        Question {
            id: self.of(asked.id),
            section: self.of(asked.section),
            choices: asked.choices.iter().map(choice).collect(),
            asked_if: self.rule(asked.asked_if.as_ref()),
            ..asked.clone()
        }
    }

    fn skip(&self, skip: &Skip) -> Skip {
        Skip {
            id: self.of(skip.id),
            after: self.of(skip.after),
            rule: self.rule(skip.rule.as_ref()),
            to: match skip.to {
                SkipTo::Section(section) => SkipTo::Section(self.of(section)),
                SkipTo::End(end) => SkipTo::End(self.of(end)),
            },
        }
    }

    fn rule(&self, rule: Option<&Rule>) -> Option<Rule> {
        let all = |these: &[Uuid]| these.iter().map(|id| self.of(*id)).collect();
        let condition = |held: &Condition| Condition {
            question: self.of(held.question),
            is: match &held.is {
                Test::AnyOf(these) => Test::AnyOf(all(these)),
                Test::NoneOf(these) => Test::NoneOf(all(these)),
                other => other.clone(),
            },
        };
        rule.map(|rule| Rule { join: rule.join, conditions: rule.conditions.iter().map(condition).collect() })
    }
}
