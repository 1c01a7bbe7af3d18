//! What a column stands for.

use std::collections::BTreeSet;
use std::fmt;

use uuid::Uuid;

use crate::calls::{Question, QuestionKind, Questionnaire};
use crate::forms::{Form, Problem, Problems};

/// What a column stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    Ignore,
    /// What names the row: bringing the file in again finds it.
    Id,
    /// In what capacity somebody answers.
    Kind,
    Name,
    Organisation,
    Sector,
    /// The integrated care system.
    System,
    Consent,
    Received,
    Language,
    Channel,
    /// The answer to the question with this number, counted from 1.
    Answer(usize),
    /// The reasons beside what is chosen.
    Why(usize),
    /// One of the choices of a question: whether it was chosen, or what it was given.
    Choice(usize, Uuid),
    /// One of the cells that an answer with several entries has in an export, counted from 0: a field of one of them.
    Cell(usize, usize),
}

/// What is not about one question.
const PLAIN: [(Target, &str); 11] = [
    (Target::Ignore, "ignore"),
    (Target::Id, "id"),
    (Target::Kind, "kind"),
    (Target::Name, "name"),
    (Target::Organisation, "organisation"),
    (Target::Sector, "sector"),
    (Target::System, "system"),
    (Target::Consent, "consent"),
    (Target::Received, "received"),
    (Target::Language, "language"),
    (Target::Channel, "channel"),
];

impl Target {
    /// Everything that a column can stand for with this form.
    pub fn all(form: &Questionnaire) -> Vec<Self> {
        let plain = PLAIN.iter().map(|(target, _)| *target);
        let asked =
            form.questions.iter().enumerate().flat_map(|(at, asked)| Self::of_question(at + 1, asked));
        plain.chain(asked).collect()
    }

    /// What a column can stand for of one question: its answer, each of its choices, its reasons; or each of the fields of
    /// each entry.
    pub fn of_question(number: usize, asked: &Question) -> Vec<Self> {
        // No cell holds a document.
        if asked.kind() == QuestionKind::Documents {
            return Vec::new();
        }
        let kind = asked.asks.settings();
        if kind.entries().is_some() {
            return (0..kind.columns(asked).len()).map(|at| Self::Cell(number, at)).collect();
        }
        let each = kind.is_each();
        let choices = if each || columns_of(asked) { asked.choices.as_slice() } else { &[] };
        let whole = (!each).then_some(Self::Answer(number));
        let why = asked.asks.why().map(|_| Self::Why(number));
        let choices = choices.iter().map(|choice| Self::Choice(number, choice.id));
        whole.into_iter().chain(why).chain(choices).collect()
    }

    /// Reads what was chosen for a column.
    pub fn parse(typed: &str) -> Option<Self> {
        if let Some((target, _)) = PLAIN.iter().find(|(_, name)| *name == typed) {
            return Some(*target);
        }
        let (kind, rest) = typed.split_once('-')?;
        match kind {
            "answer" => rest.parse().ok().map(Self::Answer),
            "why" => rest.parse().ok().map(Self::Why),
            "choice" => {
                let (number, id) = rest.split_once('-')?;
                Some(Self::Choice(number.parse().ok()?, id.parse().ok()?))
            }
            "cell" => {
                let (number, at) = rest.split_once('-')?;
                Some(Self::Cell(number.parse().ok()?, at.parse().ok()?))
            }
            _ => None,
        }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Answer(number) => write!(f, "answer-{number}"),
            Self::Why(number) => write!(f, "why-{number}"),
            Self::Choice(number, id) => write!(f, "choice-{number}-{id}"),
            Self::Cell(number, at) => write!(f, "cell-{number}-{at}"),
            plain => {
                let name =
                    PLAIN.iter().find(|(target, _)| target == plain).map_or("ignore", |(_, name)| name);
                f.write_str(name)
            }
        }
    }
}

/// Whether each of the options of a question can have a column of its own.
pub fn columns_of(asked: &Question) -> bool {
    asked.kind() == QuestionKind::MultipleChoice
}

/// Reads what was chosen for so many columns: the fields `column-0`, `column-1`, …. Nothing is meant by two columns, and at
/// least one answers something.
pub fn read_targets(form: &Form, columns: usize, asked: &Questionnaire) -> Result<Vec<Target>, Problems> {
    let mut problems = Problems::default();
    let known: BTreeSet<Target> = Target::all(asked).into_iter().collect();
    let mut taken: BTreeSet<Target> = BTreeSet::new();
    let mut targets = Vec::with_capacity(columns);
    for at in 0..columns {
        let field = format!("column-{at}");
        let target = Target::parse(form.value(&field)).filter(|target| known.contains(target));
        let Some(target) = target else {
            problems.add(Problem::new(field, "error-import-column"));
            continue;
        };
        if target != Target::Ignore && !taken.insert(target) {
            problems.add(Problem::new(field, "error-import-column-twice"));
        }
        targets.push(target);
    }
    let split =
        |number: usize| taken.iter().any(|held| matches!(held, Target::Choice(of, _) if *of == number));
    if let Some(at) = targets.iter().position(|held| matches!(held, Target::Answer(number) if split(*number)))
    {
        problems.add(Problem::new(format!("column-{at}"), "error-import-column-split"));
    }
    let answers = |held: &Target| matches!(held, Target::Answer(_) | Target::Choice(..) | Target::Cell(..));
    if problems.is_empty() && !taken.iter().any(answers) {
        problems.add(Problem::new("column-0", "error-import-no-answer"));
    }
    if problems.is_empty() { Ok(targets) } else { Err(problems) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_target_reads_as_it_is_written(number in 1_usize..200, id in any::<u128>()) {
            let id = Uuid::from_u128(id);
            let about =
                [Target::Answer(number), Target::Why(number), Target::Choice(number, id), Target::Cell(number, 7)];
            for target in PLAIN.iter().map(|(target, _)| *target).chain(about) {
                prop_assert_eq!(Target::parse(&target.to_string()), Some(target));
            }
        }

        #[test]
        fn nothing_else_is_a_target(typed in "[a-z0-9-]{0,12}") {
            if let Some(target) = Target::parse(&typed) {
                prop_assert_eq!(Target::parse(&target.to_string()), Some(target));
            }
        }
    }
}
