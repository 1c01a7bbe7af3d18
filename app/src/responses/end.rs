//! A page at which the form ends early: what it says, the way back to what led there, and on where something can be sent.

use domain::calls::EndPage;
use domain::responses::Step;
use leptos::prelude::*;
use services::calls::Call;

use super::entering::{self, OnStep};
use crate::components::{BackLink, Button, ErrorSummary, Inset, Lines};
use crate::layout::{Column, Main};
use crate::words::href;
use crate::{calls, t};

/// What the page shows.
pub struct EndShown {
    pub call: Call,
    /// The address of the call: its own, or that of its preview.
    pub base: String,
    /// Whether nothing is kept, because someone only tries the form.
    pub preview: bool,
    pub end: EndPage,
    pub step: Step,
    /// The page before this one.
    pub back: Option<Step>,
    /// The questions whose answers have led here: each with its number and its title.
    pub led_by: Vec<(usize, String)>,
    /// What one of the team should know who enters a response.
    pub entered: Option<OnStep>,
    /// How the address says that the respondent came by a changed answer and goes back to the check.
    pub changing: Option<&'static str>,
}

/// The page.
pub fn page(shown: EndShown) -> AnyView {
    let base = format!("{}/answer", shown.base);
    let back = shown.back.map_or_else(|| shown.base.clone(), |step| format!("{base}/{step}"));
    let before = view! { <BackLink to=href(&back)/> }.into_any();
    let title = calls::title(&shown.call);
    let (sends, entered) = (shown.end.sends, shown.entered.is_some());
    let said = match (entered, sends) {
        (false, true) => Some(t!("end-page-can-send")),
        (false, false) => Some(t!("end-page-cannot-send")),
        (true, true) => None,
        (true, false) => Some(t!("entering-end-unsent")),
    };
    let away = if entered { t!("entering-back") } else { t!("end-page-call") };
    view! {
        <Main before>
            <Column>
                {shown.preview.then(|| view! { <Inset><p>{t!("preview-step")}</p></Inset> })}
                <ErrorSummary/>
                <p class="govuk-caption-l">{title}</p>
                {shown.entered.as_ref().map(|entered| entering::on_step(entered, shown.step))}
                <h1 class="govuk-heading-l">{shown.end.title.clone()}</h1>
                <Lines text=shown.end.text.clone()/>
                {said.map(|said| view! { <p class="govuk-body">{said}</p> })}
                {(sends || shown.preview).then(|| go_on(&shown, &base))}
                {(!shown.led_by.is_empty()).then(|| change(&shown, &base))}
                <p class="govuk-body"><a class="govuk-link" href=href(&shown.base)>{away}</a></p>
            </Column>
        </Main>
    }
    .into_any()
}

fn go_on(shown: &EndShown, base: &str) -> AnyView {
    let change = shown.changing.map(|from| format!("?change={from}")).unwrap_or_default();
    let text = if shown.preview {
        t!("preview-next")
    } else if shown.entered.is_some() {
        t!("entering-go-on")
    } else {
        t!("end-page-go-on")
    };
    view! {
        <form method="post" action=href(&format!("{base}/{}{change}", shown.step))>
            <div class="govuk-button-group">
                <Button text/>
                {(!shown.preview).then(|| view! {
                    <Button text=t!("save-for-later") class="govuk-button--secondary" name="later" value="1"/>
                    <Button text=t!("save-and-see-all") class="govuk-button--secondary" name="contents" value="1"/>
                })}
            </div>
        </form>
    }
    .into_any()
}

/// The way back to the answers that have led here.
fn change(shown: &EndShown, base: &str) -> AnyView {
    let links: Vec<_> = shown
        .led_by
        .iter()
        .map(|(number, title)| {
            let to = href(&format!("{base}/{number}"));
            view! { <li><a class="govuk-link" href=to>{t!("end-page-change", title = title.as_str())}</a></li> }
        })
        .collect();
    view! {
        <h2 class="govuk-heading-m">{t!("end-page-change-title")}</h2>
        <p class="govuk-body">{t!("end-page-change-text")}</p>
        <ul class="govuk-list govuk-list--bullet">{links}</ul>
    }
    .into_any()
}
