//! The part of a form of the builder that says when a question or a section is asked.

use domain::calls::{ANSWERED, Choice, NOT_ANSWERED, Question, QuestionKind};
use domain::forms::Form;
use leptos::prelude::*;
use services::calls::Questionnaire;
use uuid::Uuid;

use crate::components::{FieldError, Fields, Opt, Radios, Select, TextInput};
use crate::responses::fields::label;
use crate::t;

/// What a rule decides.
#[derive(Clone, Copy)]
pub enum Asking {
    /// Whether something is asked.
    Asked,
    /// Whether a skip is taken.
    Skip,
}

impl Asking {
    fn label(self) -> String {
        match self {
            Self::Asked => t!("asked-if-label"),
            Self::Skip => t!("skip-if-label"),
        }
    }

    fn hint(self) -> String {
        match self {
            Self::Asked => t!("asked-if-hint"),
            Self::Skip => t!("skip-if-hint"),
        }
    }
}

/// Everything that earlier questions can decide. What was ticked of another stays on the page even if it may not be
/// taken, so that nothing typed is lost.
pub fn rule(form: &Questionnaire, earlier: &[Question], asking: Asking) -> AnyView {
    let fields = Fields::current().form;
    let offered =
        |asked: &&Question| earlier.iter().any(|other| other.id == asked.id) || said_of(&fields, asked.id);
    let shown: Vec<&Question> = form.questions.iter().filter(offered).collect();
    if shown.is_empty() {
        return view! {
            <FieldError name="asked-if"/>
            <p class="govuk-body fm-secondary" id="asked-if" tabindex="-1">{t!("asked-if-none")}</p>
        }
        .into_any();
    }
    let error = fields_wrong();
    let join = vec![Opt::new("all", t!("asked-if-all")), Opt::new("any", t!("asked-if-any"))];
    let several = shown.len() > 1;
    let mut ticks = Ticks { fields, next: 0 };
    let questions: Vec<_> =
        shown.iter().map(|asked| ticks.question(form.number(asked.id).unwrap_or_default(), asked)).collect();
    let numbers: Vec<Opt> = shown
        .iter()
        .filter(|asked| asked.kind() == QuestionKind::Number)
        .map(|asked| {
            let number = form.number(asked.id).unwrap_or_default();
            Opt::new(asked.id, t!("question-number", number = number, title = asked.title.as_str()))
        })
        .collect();
    view! {
        <div class=if error { "govuk-form-group govuk-form-group--error" } else { "govuk-form-group" }>
            <fieldset class="govuk-fieldset" id="asked-if" tabindex="-1" aria-describedby=if error { "asked-if-hint asked-if-error" } else { "asked-if-hint" }>
                <legend class="govuk-fieldset__legend">{asking.label()}</legend>
                <div id="asked-if-hint" class="govuk-hint">{asking.hint()}</div>
                <FieldError name="asked-if"/>
                {several.then(|| view! { <Radios name="asked-if-join" legend=t!("asked-if-join") options=join small=true/> })}
                {questions}
                {(!numbers.is_empty()).then(|| number_limits(numbers))}
            </fieldset>
        </div>
    }
    .into_any()
}

fn fields_wrong() -> bool {
    Fields::current().problems.at("asked-if").is_some()
}

/// Whether anything was ticked or chosen about this question.
fn said_of(fields: &Form, question: Uuid) -> bool {
    let id = question.to_string();
    let ticked = fields.values("asked-if").iter().any(|value| value.starts_with(&format!("{id}:")));
    ticked || fields.has("asked-if-not", &id) || fields.value("asked-if-number") == id
}

/// A question with more choices than this has a list of them, and no box for each.
const MOST_BOXES: usize = 30;

/// The boxes of the rule, numbered over all its questions.
struct Ticks {
    fields: Form,
    next: usize,
}

impl Ticks {
    /// What can be said of the answer to one question, out of the way unless something is.
    fn question(&mut self, number: usize, asked: &Question) -> AnyView {
        let used = said_of(&self.fields, asked.id);
        let offered = asked.chosen_from();
        let long = (offered.len() > MOST_BOXES).then(|| self.lines(number, asked));
        let boxed: &[Choice] = if long.is_some() { &[] } else { offered };
        let mut boxes: Vec<AnyView> = boxed.iter().map(|choice| self.choice(number, asked, choice)).collect();
        let not = (!offered.is_empty()).then(|| {
            let ticked = self.fields.has("asked-if-not", &asked.id.to_string());
            self.tick("asked-if-not", asked.id.to_string(), t!("asked-if-none-of", number = number), ticked)
        });
        for (value, text) in [
            (ANSWERED, t!("asked-if-choice-answered", number = number)),
            (NOT_ANSWERED, t!("asked-if-choice-not-answered", number = number)),
        ] {
            boxes.push(self.value(asked, value, text));
        }
        view! {
            <details class="govuk-details fm-rule" open=used>
                <summary class="govuk-details__summary">
                    <span class="govuk-details__summary-text">
                        {t!("question-number", number = number, title = asked.title.as_str())}
                    </span>
                </summary>
                <div class="govuk-details__text">
                    {long}
                    <div class="govuk-checkboxes govuk-checkboxes--small">{boxes} {not}</div>
                </div>
            </details>
        }
        .into_any()
    }

    fn choice(&mut self, number: usize, asked: &Question, choice: &Choice) -> AnyView {
        let text = t!("asked-if-choice", number = number, choice = label(asked, choice));
        self.value(asked, &choice.id.to_string(), text)
    }

    /// The lines of a long list, of which several can be chosen.
    fn lines(&mut self, number: usize, asked: &Question) -> AnyView {
        self.next += 1;
        let id = format!("asked-if-{}", self.next);
        let line = |choice: &Choice| {
            let value = format!("{}:{}", asked.id, choice.id);
            let chosen = self.fields.has("asked-if", &value);
            view! { <option value=value selected=chosen>{label(asked, choice)}</option> }
        };
        let lines: Vec<_> = asked.chosen_from().iter().map(line).collect();
        view! {
            <div class="govuk-form-group">
                <label class="govuk-label" for=id.clone()>{t!("asked-if-lines", number = number)}</label>
                <div class="govuk-hint" id=format!("{id}-hint")>{t!("asked-if-lines-hint")}</div>
                <select
                    class="govuk-select fm-lines-of-list"
                    id=id.clone()
                    name="asked-if"
                    multiple=true
                    size="8"
                    aria-describedby=format!("{id}-hint")
                >
                    {lines}
                </select>
            </div>
        }
        .into_any()
    }

    fn value(&mut self, asked: &Question, value: &str, text: String) -> AnyView {
        let value = format!("{}:{value}", asked.id);
        let ticked = self.fields.has("asked-if", &value);
        self.tick("asked-if", value, text, ticked)
    }

    fn tick(&mut self, name: &'static str, value: String, text: String, ticked: bool) -> AnyView {
        self.next += 1;
        let id = format!("asked-if-{}", self.next);
        view! {
            <div class="govuk-checkboxes__item">
                <input class="govuk-checkboxes__input" id=id.clone() name=name type="checkbox" value=value checked=ticked/>
                <label class="govuk-label govuk-checkboxes__label" for=id>{text}</label>
            </div>
        }
        .into_any()
    }
}

fn number_limits(numbers: Vec<Opt>) -> AnyView {
    let options = std::iter::once(Opt::new("", t!("asked-if-number-none"))).chain(numbers).collect();
    view! {
        <Select name="asked-if-number" label=t!("asked-if-number") options/>
        <TextInput name="asked-if-least" label=t!("asked-if-least") inputmode="decimal" width="govuk-input--width-10"/>
        <TextInput name="asked-if-most" label=t!("asked-if-most") inputmode="decimal" width="govuk-input--width-10"/>
    }
    .into_any()
}
