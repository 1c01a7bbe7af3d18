//! What the values of the columns of a file mean among ours.

use domain::Language;
use domain::responses::columns::Target;
use domain::responses::{Channel, Consent, RespondentKind, Sector};
use leptos::prelude::*;
use services::calls::{Call, Questionnaire};
use services::responses::import::batch::{Batch, Unknown};

use super::{address, names};
use crate::components::{BackLink, Button, ErrorSummary, Opt, Select};
use crate::layout::{Column, Main};
use crate::responses::names as ours;
use crate::review::list::language;
use crate::t;

/// The value of a field that says that a value means nothing.
pub const LEFT_OUT: &str = "-";

/// The field in which it is said what a value of a column means.
pub fn field(column: usize, value: usize) -> String {
    format!("value-{column}-{value}")
}

/// What the page shows.
pub struct ValuesPage {
    pub call: Call,
    pub form: Questionnaire,
    pub batch: Batch,
    pub unknown: Vec<Unknown>,
}

/// The page. What is chosen comes with the fields of the form.
pub fn values(shown: ValuesPage) -> AnyView {
    let ValuesPage { call, form, batch, unknown } = shown;
    let back = format!("{}/columns", address(&call, batch.id));
    let before = view! { <BackLink to=back text=t!("import-columns")/> }.into_any();
    let columns: Vec<_> = unknown.into_iter().map(|one| column(&batch, &form, one)).collect();
    view! {
        <Main before>
            <Column>
                <ErrorSummary/>
                <span class="govuk-caption-l">{batch.name.clone()}</span>
                <h1 class="govuk-heading-l">{t!("import-values")}</h1>
                <p class="govuk-body">{t!("import-values-lead")}</p>
                <form method="post" action=format!("{}/values", address(&call, batch.id)) novalidate>
                    {columns}
                    <Button text=t!("import-check")/>
                </form>
            </Column>
        </Main>
    }
    .into_any()
}

fn column(batch: &Batch, form: &Questionnaire, unknown: Unknown) -> AnyView {
    let name = batch.heading.get(unknown.column).cloned().unwrap_or_default();
    let target = names::target(unknown.target, form);
    let known = unknown.ours.iter().map(|value| Opt::new(value, said(unknown.target, value)));
    let options: Vec<Opt> =
        [Opt::new("", t!("import-value-as-it-is")), Opt::new(LEFT_OUT, t!("import-value-nothing"))]
            .into_iter()
            .chain(known)
            .collect();
    let fields = unknown.values.iter().enumerate().map(|(at, (value, _))| {
        let label = t!("import-value-means", value = names::cut(value));
        view! { <Select name=field(unknown.column, at) label options=options.clone()/> }
    });
    let fields: Vec<_> = fields.collect();
    let more = unknown.more.then(|| view! { <p class="govuk-body">{t!("import-values-more")}</p> });
    view! {
        <fieldset class="govuk-fieldset">
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
                <h2 class="govuk-fieldset__heading">{t!("import-values-of", name = name, target = target)}</h2>
            </legend>
            {fields} {more}
        </fieldset>
    }
    .into_any()
}

/// One of our values as it is called.
fn said(target: Target, value: &str) -> String {
    let name = match target {
        Target::Kind => RespondentKind::parse(value).map(ours::kind),
        Target::Sector => Sector::parse(value).map(ours::sector),
        Target::Consent => Consent::parse(value).map(ours::consent),
        Target::Channel => Channel::parse(value).map(ours::channel),
        Target::Language => Language::parse(value).map(|one| language(one.as_str())),
        _ => None,
    };
    name.unwrap_or_else(|| value.to_owned())
}
