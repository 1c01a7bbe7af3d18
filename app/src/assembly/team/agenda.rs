//! The forms of an agenda item, of its record, and of its papers.

use domain::assembly::{LONGEST_ITEM, Purpose};
use leptos::prelude::*;
use services::assembly::meetings::{Item, MeetingPage, Paper};

use super::{back_to_meeting, meeting_address};
use crate::assembly::names;
use crate::components::{Opt, Radios, TextArea, TextInput};
use crate::layout::{FormPage, act, form_page};
use crate::t;

/// The form of an agenda item; `new` says that it is not there yet.
pub fn form(meeting: &MeetingPage, new: bool) -> AnyView {
    let heading = if new { t!("agenda-add") } else { t!("agenda-change") };
    let purposes = Purpose::ALL.iter().map(|one| Opt::new(one, names::purpose(*one))).collect();
    let fields = view! {
        <TextInput name="title" label=t!("agenda-title-label")/>
        <TextArea name="text" label=t!("agenda-text-label") rows=6/>
        <TextInput
            name="minutes"
            label=t!("agenda-minutes-label")
            hint=t!("agenda-minutes-hint", most = LONGEST_ITEM)
            width="govuk-input--width-3"
        />
        <Radios name="purpose" legend=t!("agenda-purpose-label") options=purposes small=true/>
    };
    form_page(
        FormPage { back: back_to_meeting(meeting), heading, button: t!("save") },
        fields.into_any(),
        None,
    )
}

/// The form of what was said and settled on an item.
pub fn record_form(meeting: &MeetingPage, item: &Item) -> AnyView {
    let page = FormPage { back: back_to_meeting(meeting), heading: item.title.clone(), button: t!("save") };
    let fields = view! { <TextArea name="record" label=t!("agenda-record") rows=12/> };
    form_page(page, fields.into_any(), None)
}

/// The form of a paper; none for a new one.
pub fn paper_form(meeting: &MeetingPage, item: &Item, paper: Option<&Paper>) -> AnyView {
    let heading = if paper.is_some() { t!("paper-change") } else { t!("papers-add") };
    let fields = view! {
        <TextInput name="title" label=t!("paper-title-label")/>
        <TextInput name="author" label=t!("paper-author-label")/>
        <TextArea name="body" label=t!("paper-body-label") rows=20/>
    };
    let after = paper.map(|paper| {
        let here = format!("{}/items/{}/papers/{}", meeting_address(meeting), item.id, paper.id);
        let way =
            |way: &str, text| act(format!("{here}/move"), text, &paper.title, Some(("way", way.to_owned())));
        view! {
            <div class="fm-toolbar">
                {way("up", t!("move-up"))} {way("down", t!("move-down"))}
                {act(format!("{here}/remove"), t!("paper-remove"), &paper.title, None)}
            </div>
        }
        .into_any()
    });
    let page = FormPage { back: back_to_meeting(meeting), heading, button: t!("save") };
    form_page(page, fields.into_any(), after)
}
