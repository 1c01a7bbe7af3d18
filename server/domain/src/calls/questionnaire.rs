//! A whole form, and the way through it that answers lead.
//!
//! Only earlier questions decide, and every skip goes forward. So no form has a loop, and every route ends.

use std::collections::HashMap;

use uuid::Uuid;

use super::{Answer, Corrections, EndPage, Question, Rule, Skip, SkipTo};

/// A group of questions under a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    pub id: Uuid,
    pub title: String,
    pub intro: String,
    pub asked_if: Option<Rule>,
}

/// Sections in order, and every question in the order in which it is asked: section by section.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Questionnaire {
    pub sections: Vec<Section>,
    pub questions: Vec<Question>,
    /// Those after one question in the order in which they are looked at.
    pub skips: Vec<Skip>,
    /// The pages at which it can end early.
    pub ends: Vec<EndPage>,
    /// How its words were put right since people know them.
    pub corrections: Corrections,
}

/// The way through a form that answers lead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Way<'q> {
    /// What is asked, in order.
    pub asked: Vec<&'q Question>,
    /// The skips that are taken, in order.
    pub taken: Vec<&'q Skip>,
    /// The page at which it ends early, where it does; the last skip leads there.
    pub end: Option<&'q EndPage>,
}

impl Way<'_> {
    /// Whether what is answered on it can be sent.
    pub fn is_sent(&self) -> bool {
        self.end.is_none_or(|end| end.sends)
    }

    /// The questions on it whose answers have led to its end page: those on which the last skip rests, or its own.
    pub fn led_by(&self) -> Vec<&Question> {
        let Some(last) = self.taken.last().filter(|_| self.end.is_some()) else { return Vec::new() };
        let rests = |asked: &&&Question| {
            last.rule.iter().flat_map(|rule| &rule.conditions).any(|held| held.question == asked.id)
        };
        let found: Vec<&Question> = self.asked.iter().filter(rests).copied().collect();
        let own = self.asked.iter().filter(|asked| found.is_empty() && asked.id == last.after);
        own.copied().chain(found.iter().copied()).collect()
    }
}

impl Questionnaire {
    /// The question with this id.
    pub fn question(&self, id: Uuid) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }

    /// The question with this id as it was worded when it was answered.
    pub fn as_answered(&self, id: Uuid, wording: u32) -> Option<Question> {
        self.question(id).map(|asked| self.corrections.worded(asked, wording))
    }

    /// The section with this id.
    pub fn section(&self, id: Uuid) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == id)
    }

    /// The skip with this id.
    pub fn skip(&self, id: Uuid) -> Option<&Skip> {
        self.skips.iter().find(|skip| skip.id == id)
    }

    /// The end page with this id.
    pub fn end(&self, id: Uuid) -> Option<&EndPage> {
        self.ends.iter().find(|end| end.id == id)
    }

    /// The number of a question, counted from 1 over the whole form.
    pub fn number(&self, id: Uuid) -> Option<usize> {
        self.questions.iter().position(|question| question.id == id).map(|at| at + 1)
    }

    /// The questions of a section with their numbers.
    pub fn of_section(&self, section: Uuid) -> impl Iterator<Item = (usize, &Question)> {
        let numbered = self.questions.iter().enumerate().map(|(at, asked)| (at + 1, asked));
        numbered.filter(move |(_, asked)| asked.section == section)
    }

    /// The questions that come before a section.
    pub fn before(&self, section: Uuid) -> &[Question] {
        let first = self.questions.iter().position(|asked| self.place(asked.section) >= self.place(section));
        &self.questions[..first.unwrap_or(self.questions.len())]
    }

    /// The questions up to this one, itself among them.
    pub fn until(&self, question: Uuid) -> &[Question] {
        &self.questions[..self.number(question).unwrap_or_default()]
    }

    fn place(&self, section: Uuid) -> Option<usize> {
        self.sections.iter().position(|held| held.id == section)
    }

    /// The skips after a question, in the order in which they are looked at.
    pub fn skips_after(&self, question: Uuid) -> impl Iterator<Item = &Skip> {
        self.skips.iter().filter(move |skip| skip.after == question)
    }

    /// Where a skip after this question can lead: to every later section, and to every end page.
    pub fn places_after(&self, question: Uuid) -> Vec<SkipTo> {
        let here = self.question(question).and_then(|asked| self.place(asked.section));
        let later = self.sections.iter().skip(here.map_or(self.sections.len(), |at| at + 1));
        let sections = later.map(|section| SkipTo::Section(section.id));
        sections.chain(self.ends.iter().map(|end| SkipTo::End(end.id))).collect()
    }

    /// The place of the question with which a skip goes on, counted from 0; beyond all of them where the form ends.
    pub(super) fn landing(&self, to: SkipTo) -> usize {
        match to {
            SkipTo::Section(section) => self.before(section).len(),
            SkipTo::End(_) => usize::MAX,
        }
    }

    /// Whether a skip goes over the question at this place, counted from 0.
    pub(super) fn goes_over(&self, skip: &Skip, at: usize) -> bool {
        self.number(skip.after).is_some_and(|after| after <= at) && at < self.landing(skip.to)
    }

    /// The way that these answers lead. An answer counts only while its own question is on the way and it is one still.
    pub fn way(&self, answers: &HashMap<Uuid, Answer>) -> Way<'_> {
        self.way_by(|_, asked| answers.get(&asked.id).filter(|answer| asked.takes(answer)))
    }

    /// The way that is led by what `given` says to each question in its turn.
    pub(super) fn way_by<'a>(
        &self,
        mut given: impl FnMut(usize, &Question) -> Option<&'a Answer>,
    ) -> Way<'_> {
        let mut counted: HashMap<Uuid, &Answer> = HashMap::new();
        let mut way = Way::default();
        let mut next = 0;
        for (at, asked) in self.questions.iter().enumerate() {
            if at < next || !self.rules_of(asked).all(|rule| rule.holds(&counted)) {
                continue;
            }
            if let Some(answer) = given(at, asked) {
                counted.insert(asked.id, answer);
            }
            way.asked.push(asked);
            if let Some(skip) = self.skips_after(asked.id).find(|skip| skip.holds(&counted)) {
                way.taken.push(skip);
                next = self.landing(skip.to);
            }
        }
        way.end = way.taken.last().and_then(|skip| match skip.to {
            SkipTo::End(end) => self.end(end),
            SkipTo::Section(_) => None,
        });
        way
    }

    /// The questions that these answers lead to, in order.
    pub fn route(&self, answers: &HashMap<Uuid, Answer>) -> Vec<&Question> {
        self.way(answers).asked
    }

    /// The same form as one reads answers to it off paper: nothing is required, and nothing is too long.
    #[must_use]
    pub fn on_paper(&self) -> Self {
        let relaxed =
            |asked: &Question| Question { required: false, asks: asked.asks.on_paper(), ..asked.clone() };
        Self { questions: self.questions.iter().map(relaxed).collect(), ..self.clone() }
    }

    /// The rules that must all hold for a question to be asked: its section's and its own.
    pub(super) fn rules_of<'q>(&'q self, asked: &'q Question) -> impl Iterator<Item = &'q Rule> {
        let section = self.section(asked.section).and_then(|section| section.asked_if.as_ref());
        section.into_iter().chain(&asked.asked_if)
    }

    /// Whether there is a rule about a question.
    pub(super) fn is_ruled(&self, asked: &Question) -> bool {
        self.rules_of(asked).next().is_some()
    }

    /// Whether a question is asked only after certain answers, by a rule or because a skip may go over it.
    pub fn is_conditional(&self, asked: &Question) -> bool {
        let at = self.number(asked.id).map(|number| number - 1);
        let over = |skip: &Skip| at.is_some_and(|at| self.goes_over(skip, at));
        self.is_ruled(asked) || self.skips.iter().any(over)
    }

    /// The first question or section whose rule does not hold together: one that names no condition, or something that
    /// no question before it can be asked.
    pub fn misrouted(&self) -> Option<Uuid> {
        let section = self
            .sections
            .iter()
            .find(|held| held.asked_if.as_ref().is_some_and(|rule| !rule.rests_on(self.before(held.id))));
        let question = self.questions.iter().enumerate().find(|(at, asked)| {
            asked.asked_if.as_ref().is_some_and(|rule| !rule.rests_on(&self.questions[..*at]))
        });
        section.map(|held| held.id).or(question.map(|(_, asked)| asked.id))
    }

    /// The first skip that does not hold together: one that leads nowhere or back, or whose rule rests on something that no
    /// question up to its own can be asked.
    pub fn misled(&self) -> Option<&Skip> {
        self.skips.iter().find(|skip| {
            let leads = self.places_after(skip.after).contains(&skip.to);
            let rests = skip.rule.as_ref().is_none_or(|rule| rule.rests_on(self.until(skip.after)));
            !leads || !rests
        })
    }
}

#[cfg(test)]
#[path = "questionnaire_tests.rs"]
mod tests;
