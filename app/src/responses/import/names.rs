//! What the things are called that a column can stand for.

use domain::calls::Question;
use domain::responses::columns::{ImportState, Shape, Target};
use services::calls::Questionnaire;

use crate::t;

/// The most characters of a title in a list to choose from.
const LONGEST: usize = 60;

/// What a column stands for.
pub fn target(target: Target, form: &Questionnaire) -> String {
    match target {
        Target::Ignore => t!("target-ignore"),
        Target::Id => t!("target-id"),
        Target::Kind => t!("list-kind"),
        Target::Name => t!("target-name"),
        Target::Organisation => t!("about-organisation"),
        Target::Sector => t!("list-sector"),
        Target::System => t!("desk-system"),
        Target::Consent => t!("desk-consent"),
        Target::Received => t!("list-received"),
        Target::Language => t!("list-language"),
        Target::Channel => t!("entering-channel"),
        Target::Answer(number) => question(number, form),
        Target::Why(number) => t!("target-why", question = question(number, form)),
        Target::Choice(number, id) => {
            let asked = number.checked_sub(1).and_then(|at| form.questions.get(at));
            let label = asked.and_then(|asked| asked.choice(id)).map(|choice| cut(&choice.label));
            t!("target-choice", question = question(number, form), choice = label.unwrap_or_default())
        }
        Target::Cell(number, at) => {
            let asked = number.checked_sub(1).and_then(|at| form.questions.get(at));
            let choice = asked.and_then(|asked| entry_field(asked, at)).unwrap_or_default();
            t!("target-choice", question = question(number, form), choice = choice)
        }
    }
}

/// What the cell of an entry is called: the entry, and its field.
fn entry_field(asked: &Question, at: usize) -> Option<String> {
    let shape = asked.asks.settings().entries()?;
    let count = shape.fields.len().max(1);
    let field = shape.fields.get(at % count)?;
    Some(format!("{}, {}", shape.called(at / count + 1), cut(&field.name)))
}

fn question(number: usize, form: &Questionnaire) -> String {
    let asked = number.checked_sub(1).and_then(|at| form.questions.get(at));
    format!("{number}. {}", asked.map(|asked| cut(&asked.title)).unwrap_or_default())
}

/// The beginning of a text.
pub fn cut(text: &str) -> String {
    let begins: String = text.chars().take(LONGEST).collect();
    if begins.len() < text.len() { format!("{begins}…") } else { begins }
}

/// How far a file is.
pub fn state(state: ImportState) -> (String, &'static str) {
    match state {
        ImportState::Uploaded => (t!("import-state-uploaded"), "yellow"),
        ImportState::Checking => (t!("import-state-checking"), "blue"),
        ImportState::Checked => (t!("import-state-checked"), "yellow"),
        ImportState::Importing => (t!("import-state-importing"), "blue"),
        ImportState::Done => (t!("import-state-done"), "green"),
        ImportState::Discarded => (t!("import-state-discarded"), "grey"),
    }
}

/// Which program has written a file.
pub fn shape(shape: Shape) -> String {
    match shape {
        Shape::Plain => t!("import-shape-plain"),
        Shape::Qualtrics => t!("import-shape-qualtrics"),
        Shape::CitizenSpace => t!("import-shape-citizen-space"),
    }
}
