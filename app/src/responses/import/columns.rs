//! What each column of a file is.

use domain::calls::QuestionKind;
use domain::responses::columns::Target;
use domain::responses::{Channel, Consent};
use leptos::prelude::*;
use services::calls::{Call, Questionnaire};
use services::responses::import::batch::{Batch, Samples};

use super::{address, base, names};
use crate::components::{BackLink, Button, Cell, ErrorSummary, Inset, Opt, Select, table};
use crate::layout::{Column, Main};
use crate::responses::names as ours;
use crate::t;

/// What can stand between several choices in one cell, with its name in the form.
pub const BETWEEN: [(&str, &str); 4] = [("semicolon", ";"), ("comma", ","), ("bar", "|"), ("line", "\n")];

/// What the page shows.
pub struct ColumnsPage {
    pub call: Call,
    pub form: Questionnaire,
    pub batch: Batch,
    pub samples: Samples,
    /// Whether what is proposed is what an earlier file with the same columns had.
    pub again: bool,
}

/// The page. What is chosen comes with the fields of the form.
pub fn columns(shown: ColumnsPage) -> AnyView {
    let ColumnsPage { call, form, batch, samples, again } = shown;
    let before = view! { <BackLink to=base(&call) text=t!("import-title")/> }.into_any();
    let options: Vec<Opt> =
        Target::all(&form).into_iter().map(|target| Opt::new(target, names::target(target, &form))).collect();
    let rows = batch.heading.iter().enumerate().map(|(at, name)| {
        let held = samples.get(name).cloned().unwrap_or_default();
        row(at, name, batch.asked.get(at), &held, options.clone())
    });
    let rows: Vec<_> = rows.collect();
    let headings = vec![t!("import-column"), t!("import-samples"), t!("import-meaning")];
    let proposed = if again { t!("import-again") } else { t!("import-proposed") };
    view! {
        <Main before>
            <ErrorSummary/>
            <span class="govuk-caption-l">{batch.name.clone()}</span>
            <h1 class="govuk-heading-l">{t!("import-columns")}</h1>
            <Column>
                <p class="govuk-body">{t!("import-columns-lead")}</p>
                <Inset><p>{names::shape(batch.shape)}</p> <p>{proposed}</p></Inset>
            </Column>
            <form method="post" action=format!("{}/columns", address(&call, batch.id)) novalidate>
                {table(t!("import-columns"), headings, rows)}
                <Column>{for_all(&form)} <Button text=t!("import-go-on")/></Column>
            </form>
        </Main>
    }
    .into_any()
}

fn row(at: usize, name: &str, asked: Option<&String>, samples: &[String], options: Vec<Opt>) -> Vec<Cell> {
    let asked = asked
        .filter(|asked| *asked != name)
        .map(|asked| view! { <p class="fm-secondary">{asked.clone()}</p> });
    let samples: Vec<_> = samples.iter().map(|value| view! { <li>{names::cut(value)}</li> }).collect();
    let samples = if samples.is_empty() {
        view! { <span class="fm-secondary">{t!("import-nothing-in-it")}</span> }.into_any()
    } else {
        view! { <ul class="govuk-list">{samples}</ul> }.into_any()
    };
    let label = t!("import-column-is", name = name);
    vec![
        Cell::heading(view! { {name.to_owned()} {asked} }),
        Cell::new(samples),
        Cell::new(view! { <Select name=format!("column-{at}") label options/> }),
    ]
}

/// What holds for every row where no column says anything else.
fn for_all(form: &Questionnaire) -> AnyView {
    let consents =
        Consent::ALL.iter().rev().map(|consent| Opt::new(consent, ours::consent(*consent))).collect();
    let channels = Channel::ALL.iter().map(|channel| Opt::new(channel, ours::channel(*channel))).collect();
    let several = form.questions.iter().any(|asked| asked.kind() == QuestionKind::MultipleChoice);
    let between = BETWEEN.iter().map(|(name, _)| Opt::new(name, mark(name))).collect::<Vec<_>>();
    view! {
        <h2 class="govuk-heading-m">{t!("import-for-all")}</h2>
        <Select name="channel" label=t!("import-channel-all") options=channels/>
        <Select name="consent" label=t!("import-consent-all") hint=t!("import-consent-all-hint") options=consents/>
        {several.then(|| view! { <Select name="between" label=t!("import-between") options=between.clone()/> })}
    }
    .into_any()
}

fn mark(name: &str) -> String {
    match name {
        "semicolon" => t!("import-between-semicolon"),
        "comma" => t!("import-between-comma"),
        "bar" => t!("import-between-bar"),
        _ => t!("import-between-line"),
    }
}
