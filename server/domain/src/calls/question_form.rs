//! What a team member types about a section or a question, before it is one.

use uuid::Uuid;

use super::kinds::{Asks, Label, QuestionKind, word_limit};
use super::wording::note;
use super::{Condition, Join, Number, Question, Rule, Test};
use crate::forms::{Form, Problem, Problems};

/// A heading over some questions, and what stands below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionDetails {
    pub title: String,
    pub intro: String,
    pub asked_if: Option<Rule>,
    /// Why its words are put right, where people know of them.
    pub note: String,
}

impl SectionDetails {
    /// A section that everyone is asked.
    pub fn new(title: impl Into<String>, intro: impl Into<String>) -> Self {
        Self { title: title.into(), intro: intro.into(), asked_if: None, note: String::new() }
    }

    /// Reads the section form. `earlier` are the questions before it, which alone may decide whether it is asked.
    pub fn parse(form: &Form, earlier: &[Question]) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let title = problems.require(form.text("title"), "title", "error-section-title");
        let asked_if = rule(form, earlier, &mut problems);
        let note = note(form, &mut problems);
        match title {
            Some(title) if problems.is_empty() => {
                Ok(Self { title, intro: form.long_text("intro").unwrap_or_default(), asked_if, note })
            }
            _ => Err(problems),
        }
    }
}

/// What a team member typed for a question, before it is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionDetails {
    pub section: Uuid,
    pub title: String,
    pub help: String,
    pub required: bool,
    pub asks: Asks,
    /// The choices, in order.
    pub choices: Vec<Label>,
    pub asked_if: Option<Rule>,
    /// Why its words are put right, where people know of them.
    pub note: String,
}

impl QuestionDetails {
    /// A question that asks for this and says nothing else.
    pub fn new(section: Uuid, title: impl Into<String>, asks: Asks) -> Self {
        let (title, help, note) = (title.into(), String::new(), String::new());
        Self { section, title, help, required: false, asks, choices: Vec::new(), asked_if: None, note }
    }

    /// The same with these choices.
    #[must_use]
    pub fn offering<L: Into<String>>(mut self, labels: impl IntoIterator<Item = L>) -> Self {
        self.choices = labels.into_iter().map(Label::new).collect();
        self
    }

    /// Reads the question form. `earlier` are the questions before it, which alone may decide whether it is asked.
    pub fn parse(form: &Form, sections: &[Uuid], earlier: &[Question]) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let section = form.value("section").parse().ok().filter(|id| sections.contains(id));
        let section = problems.require(section, "section", "error-question-section");
        let title = problems.require(form.text("title"), "title", "error-question-title");
        let kind = problems.require(QuestionKind::parse(form.value("kind")), "kind", "error-question-kind");
        let asks = kind.map(|kind| Asks::parse(kind, form, &mut problems));
        if asks.is_none() {
            // All that is wrong is said at once, and a limit is wrong whatever kind is chosen.
            word_limit(form, &mut problems);
        }
        let asked_if = rule(form, earlier, &mut problems);
        let note = note(form, &mut problems);
        match (section, title, asks) {
            (Some(section), Some(title), Some((asks, choices))) if problems.is_empty() => Ok(Self {
                section,
                title,
                help: form.long_text("help").unwrap_or_default(),
                // What is declared is always needed.
                required: form.sent("required") || asks.kind() == QuestionKind::Declaration,
                asks,
                choices,
                asked_if,
                note,
            }),
            _ => Err(problems),
        }
    }
}

/// The value of a box that stands for any answer, or for none.
pub const ANSWERED: &str = "answered";
pub const NOT_ANSWERED: &str = "not-answered";

/// The fields of a rule.
pub const RULE_FIELDS: [&str; 6] =
    ["asked-if", "asked-if-join", "asked-if-not", "asked-if-number", "asked-if-least", "asked-if-most"];

/// The rule as the form sends it. Under `asked-if` stand values `question:choice`, `question:answered` and
/// `question:not-answered`, under `asked-if-not` the questions whose choices must not be chosen; `asked-if-number` names a
/// question that is answered with a number, and beside it stand its limits. What is said of one question is one condition;
/// `asked-if-join` says whether all must hold.
pub(super) fn rule(form: &Form, earlier: &[Question], problems: &mut Problems) -> Option<Rule> {
    let known = |value: &str| {
        let asked = value.split(':').next().and_then(|id| id.parse::<Uuid>().ok());
        asked.is_some_and(|id| earlier.iter().any(|question| question.id == id))
    };
    let named = form.values("asked-if").iter().map(String::as_str).chain([form.value("asked-if-number")]);
    if !named.filter(|value| !value.is_empty()).all(known) {
        problems.add(Problem::new("asked-if", "error-question-asked-if"));
        return None;
    }
    let numbers = earlier.iter().any(|asked| asked.kind() == QuestionKind::Number);
    let number = if numbers { number(form, problems) } else { None };
    let mut conditions = Vec::new();
    for asked in earlier {
        match test(form, asked, number.as_ref().filter(|(id, _)| *id == asked.id).map(|(_, is)| is.clone())) {
            Ok(is) => conditions.extend(is.map(|is| Condition { question: asked.id, is })),
            // Of several, the first: a field says one thing at a time.
            Err(problem) if problems.at("asked-if").is_none() => problems.add(problem),
            Err(_) => {}
        }
    }
    let join = Join::parse(form.value("asked-if-join")).unwrap_or(Join::All);
    (!conditions.is_empty()).then_some(Rule { join, conditions })
}

/// The question that must be answered with a number between limits, and what is asked of it.
fn number(form: &Form, problems: &mut Problems) -> Option<(Uuid, Test)> {
    let mut limit = |field: &str| {
        let typed = form.text(field)?;
        problems.require(typed.parse::<Number>().ok(), field, "error-question-number")
    };
    let (least, most) = (limit("asked-if-least"), limit("asked-if-most"));
    let limited = least.is_some() || most.is_some();
    match form.value("asked-if-number").parse() {
        Ok(question) if limited => {
            if least.zip(most).is_some_and(|(least, most)| least > most) {
                problems.add(Problem::new("asked-if-most", "error-question-most"));
            }
            Some((question, Test::Between { least, most }))
        }
        Ok(_) => {
            if !["asked-if-least", "asked-if-most"].iter().any(|field| form.text(field).is_some()) {
                problems.add(Problem::new("asked-if-least", "error-asked-if-limits"));
            }
            None
        }
        Err(_) if limited => {
            problems.add(Problem::new("asked-if-number", "error-asked-if-number"));
            None
        }
        Err(_) => None,
    }
}

/// What the form says of the answer to one question, of which `number` is said already.
fn test(form: &Form, asked: &Question, number: Option<Test>) -> Result<Option<Test>, Problem> {
    let prefix = format!("{}:", asked.id);
    let ticked: Vec<&str> =
        form.values("asked-if").iter().filter_map(|value| value.strip_prefix(&prefix)).collect();
    let answered = ticked.contains(&ANSWERED).then_some(Test::Answered);
    let unanswered = ticked.contains(&NOT_ANSWERED).then_some(Test::NotAnswered);
    let choices: Vec<&str> =
        ticked.into_iter().filter(|value| ![ANSWERED, NOT_ANSWERED].contains(value)).collect();
    let ids: Option<Vec<Uuid>> = choices.into_iter().map(|id| id.parse().ok()).collect();
    let ids = ids.ok_or_else(|| Problem::new("asked-if", "error-question-asked-if"))?;
    let none_of = form.has("asked-if-not", &asked.id.to_string());
    if none_of && ids.is_empty() {
        return Err(Problem::new("asked-if", "error-question-asked-if-none").with("question", &asked.title));
    }
    let chosen = (!ids.is_empty()).then_some(ids).map(if none_of { Test::NoneOf } else { Test::AnyOf });
    let mut said = [number, answered, unanswered, chosen].into_iter().flatten();
    let test = said.next();
    if said.next().is_some() {
        return Err(Problem::new("asked-if", "error-question-asked-if-two").with("question", &asked.title));
    }
    match test {
        Some(test) if !test.suits(asked) => Err(Problem::new("asked-if", "error-question-asked-if")),
        test => Ok(test),
    }
}

/// A rule as the fields of the form.
pub fn rule_fields(rule: Option<&Rule>, form: &mut Form) {
    form.set("asked-if-join", rule.map_or(Join::All, |rule| rule.join).as_str());
    for Condition { question, is } in rule.map(|rule| rule.conditions.as_slice()).unwrap_or_default() {
        match is {
            Test::AnyOf(these) | Test::NoneOf(these) => {
                for choice in these {
                    form.add("asked-if", format!("{question}:{choice}"));
                }
                if matches!(is, Test::NoneOf(_)) {
                    form.add("asked-if-not", question.to_string());
                }
            }
            Test::Answered => form.add("asked-if", format!("{question}:{ANSWERED}")),
            Test::NotAnswered => form.add("asked-if", format!("{question}:{NOT_ANSWERED}")),
            Test::Between { least, most } => {
                form.set("asked-if-number", question.to_string());
                for (field, limit) in [("asked-if-least", least), ("asked-if-most", most)] {
                    if let Some(limit) = limit {
                        form.set(field, limit.to_string());
                    }
                }
            }
        }
    }
}

/// A question as the fields of the form.
pub fn question_fields(held: &Question) -> Form {
    let mut form = Form::from_pairs([
        ("section", held.section.to_string().as_str()),
        ("kind", held.kind().as_str()),
        ("title", &held.title),
        ("help", &held.help),
    ]);
    if held.required {
        form.set("required", "yes");
    }
    held.asks.settings().fill(&mut form);
    if held.kind().has_choices() {
        let (alone, others): (Vec<_>, Vec<_>) = held.choices.iter().partition(|choice| choice.alone);
        form.set("choices", others.iter().map(|choice| choice.label.as_str()).collect::<Vec<_>>().join("\n"));
        if let Some(alone) = alone.first() {
            form.set("none-label", alone.label.as_str());
        }
    }
    rule_fields(held.asked_if.as_ref(), &mut form);
    form
}
