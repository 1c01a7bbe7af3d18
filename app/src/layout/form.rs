//! The team's pages that are one form, and the buttons that do one thing.

use leptos::prelude::*;

use services::calls::Call;

use super::{Column, Main, team_nav};
use crate::components::{BackLink, Button, ErrorSummary, Hidden};

/// What stands around the fields of a form. It is sent to the address of its page.
pub struct FormPage {
    /// Where the link back leads, and what it says.
    pub back: (String, String),
    pub heading: String,
    pub button: String,
}

/// A page that is one form; `after` stands below it.
pub fn form_page(page: FormPage, fields: AnyView, after: Option<AnyView>) -> AnyView {
    frame(None, page, fields, after)
}

/// A page of a call that is one form, with the call's sub-navigation; `floor` says where in it the form belongs.
pub fn call_form_page(call: &Call, floor: &str, page: FormPage, fields: AnyView) -> AnyView {
    frame(Some(team_nav(call, floor)), page, fields, None)
}

fn frame(nav: Option<AnyView>, page: FormPage, fields: AnyView, after: Option<AnyView>) -> AnyView {
    let FormPage { back: (to, text), heading, button } = page;
    let before = view! { <BackLink to text/> }.into_any();
    view! {
        <Main before>
            {nav}
            <Column>
                <ErrorSummary/>
                <h1 class="govuk-heading-l">{heading}</h1>
                <form method="post" novalidate>{fields} <Button text=button/></form>
                {after}
            </Column>
        </Main>
    }
    .into_any()
}

/// A button that does one thing to one of several: `about` says which, and `sends` goes along unseen.
pub fn act(to: String, text: String, about: &str, sends: Option<(&'static str, String)>) -> AnyView {
    let about = about.to_owned();
    let sends = sends.map(|(name, value)| view! { <Hidden name value/> });
    view! {
        <form method="post" action=to>
            {sends} <Button text class="govuk-button--secondary fm-button--small" about/>
        </form>
    }
    .into_any()
}
