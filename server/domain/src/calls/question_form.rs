//! What a team member types about a section or a question, before it is one.

use uuid::Uuid;

use super::{Condition, Question, QuestionKind};
use crate::forms::{Form, Problem, Problems};
use crate::text;

/// A heading over some questions, and what stands below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionDetails {
    pub title: String,
    pub intro: String,
}

impl SectionDetails {
    /// Reads the section form.
    pub fn parse(form: &Form) -> Result<Self, Problems> {
        match form.text("title") {
            Some(title) => Ok(Self { title, intro: form.long_text("intro").unwrap_or_default() }),
            None => Err(Problem::new("title", "error-section-title").into()),
        }
    }
}

/// What a team member typed for a question, before it is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionDetails {
    pub section: Uuid,
    pub kind: QuestionKind,
    pub title: String,
    pub help: String,
    pub required: bool,
    pub word_limit: Option<u32>,
    /// The labels of the choices, in order.
    pub choices: Vec<String>,
    pub asked_if: Option<Condition>,
}

impl QuestionDetails {
    /// Reads the question form. `earlier` are the questions before it, which alone may decide whether it is asked.
    pub fn parse(form: &Form, sections: &[Uuid], earlier: &[Question]) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let section = form.value("section").parse().ok().filter(|id| sections.contains(id));
        let section = problems.require(section, "section", "error-question-section");
        let kind = problems.require(QuestionKind::parse(form.value("kind")), "kind", "error-question-kind");
        let title = problems.require(form.text("title"), "title", "error-question-title");
        let choices: Vec<String> =
            form.value("choices").lines().map(text::line).filter(|line| !line.is_empty()).collect();
        if kind.is_some_and(QuestionKind::has_choices) {
            if choices.len() < 2 {
                problems.add(Problem::new("choices", "error-question-choices"));
            } else if (1..choices.len()).any(|at| choices[..at].contains(&choices[at])) {
                problems.add(Problem::new("choices", "error-question-choices-twice"));
            }
        }
        let word_limit = problems.take(word_limit(form)).flatten();
        let asked_if = problems.take(condition(form, earlier)).flatten();
        match (section, kind, title) {
            (Some(section), Some(kind), Some(title)) if problems.is_empty() => Ok(Self {
                section,
                kind,
                title,
                help: form.long_text("help").unwrap_or_default(),
                required: form.sent("required"),
                word_limit: word_limit.filter(|_| kind == QuestionKind::LongText),
                choices: if kind.has_choices() { choices } else { Vec::new() },
                asked_if,
            }),
            _ => Err(problems),
        }
    }
}

fn word_limit(form: &Form) -> Result<Option<u32>, Problem> {
    match form.text("word-limit") {
        None => Ok(None),
        Some(typed) => match typed.parse() {
            Ok(limit @ 10..=50_000) => Ok(Some(limit)),
            _ => Err(Problem::new("word-limit", "error-question-word-limit")),
        },
    }
}

/// The condition as the form sends it: values `question:choice` under `asked-if`, all of one earlier question.
fn condition(form: &Form, earlier: &[Question]) -> Result<Option<Condition>, Problem> {
    let mut found: Option<Condition> = None;
    for pair in form.values("asked-if").iter().filter(|pair| !pair.is_empty()) {
        let (question, choice) = pair
            .split_once(':')
            .and_then(|(question, choice)| Some((question.parse().ok()?, choice.parse().ok()?)))
            .filter(|(question, choice)| offers(earlier, *question, *choice))
            .ok_or_else(|| Problem::new("asked-if", "error-question-asked-if"))?;
        match &mut found {
            None => found = Some(Condition { question, any_of: vec![choice] }),
            Some(condition) if condition.question == question => condition.any_of.push(choice),
            Some(_) => return Err(Problem::new("asked-if", "error-question-asked-if-two")),
        }
    }
    Ok(found)
}

fn offers(questions: &[Question], question: Uuid, choice: Uuid) -> bool {
    questions
        .iter()
        .any(|asked| asked.id == question && asked.choices.iter().any(|offered| offered.id == choice))
}
