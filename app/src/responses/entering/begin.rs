//! What is said of a response before it is entered; and dropping one.

use domain::Language;
use domain::responses::Channel;
use leptos::prelude::*;
use services::calls::Call;
use uuid::Uuid;

use super::{address, names};
use crate::components::{BackLink, Button, ErrorSummary, Opt, Radios, TextArea, TextInput, Warning};
use crate::layout::{Column, Main};
use crate::review::list::language;
use crate::t;

/// The form that begins to enter a response. `late` says whether the call has closed.
pub fn begin(call: &Call, late: bool) -> AnyView {
    let base = format!("/team/calls/{}/entering", call.slug);
    let before = view! { <BackLink to=base.clone() text=t!("entering-list-title")/> }.into_any();
    let (title, action) = (call.title.clone(), format!("{base}/new"));
    let channels =
        Channel::ENTERED.iter().map(|channel| Opt::new(channel, names::channel(*channel))).collect();
    let languages = Language::ALL.iter().map(|one| Opt::new(one, language(one.as_str()))).collect();
    view! {
        <Main before>
            <Column>
                <ErrorSummary/>
                <p class="govuk-caption-l">{title}</p>
                <h1 class="govuk-heading-l">{t!("entering-begin")}</h1>
                <form method="post" action=action novalidate>
                    <Radios name="channel" legend=t!("entering-channel-legend") options=channels/>
                    <TextInput
                        name="received"
                        kind="date"
                        label=t!("entering-received")
                        hint=t!("entering-received-hint")
                        width="govuk-input--width-10"
                    />
                    <Radios name="language" legend=t!("entering-language") options=languages small=true/>
                    {late.then(|| view! {
                        <TextArea name="late-reason" label=t!("entering-late-reason") hint=t!("entering-late-reason-hint") rows=3/>
                    })}
                    <Button text=t!("entering-begin-button")/>
                </form>
            </Column>
        </Main>
    }
    .into_any()
}

/// Asks whether what was begun is to be dropped.
pub fn discard(call: &Call, entry: Uuid) -> AnyView {
    let base = address(call, entry);
    let (title, action) = (call.title.clone(), format!("{base}/discard"));
    let before = view! { <BackLink to=base/> }.into_any();
    view! {
        <Main before>
            <Column>
                <p class="govuk-caption-l">{title}</p>
                <h1 class="govuk-heading-l">{t!("entering-discard")}</h1>
                <Warning text=t!("entering-discard-text")/>
                <form method="post" action=action>
                    <Button text=t!("entering-discard-button") class="govuk-button--warning"/>
                </form>
            </Column>
        </Main>
    }
    .into_any()
}
