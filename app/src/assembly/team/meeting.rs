//! One meeting with its agenda and all that can be done with it, and its form.

use domain::people::Action;
use leptos::prelude::*;
use services::assembly::Assembly;
use services::assembly::decisions::Decision;
use services::assembly::meetings::{Item, Meeting, MeetingPage, Paper};

use super::{address, edit_link, edited, meeting_address};
use crate::assembly::names;
use crate::components::{BackLink, Lines, TextInput, when_in};
use crate::layout::{FormPage, Main, act, allowed, form_page};
use crate::outcomes::team::{publishing, state};
use crate::t;

/// The page.
pub fn page(shown: MeetingPage) -> AnyView {
    let here = meeting_address(&shown);
    let MeetingPage { assembly, meeting, agenda } = shown;
    let home = address(&assembly);
    let published = meeting.published_at.is_some();
    let public = format!("/assemblies/{}/meetings/{}", assembly.slug, meeting.number);
    let before = view! { <BackLink to=home.clone() text=assembly.name/> }.into_any();
    let items: Vec<_> = agenda.iter().map(|one| item(&home, &here, one)).collect();
    view! {
        <Main before>
            <p class="govuk-caption-l">{t!("meeting-number", number = meeting.number)} " " {state(published)}</p>
            <h1 class="govuk-heading-l">{meeting.title.clone()}</h1>
            <p class="govuk-body">{when_in(meeting.starts_at, meeting.zone)} ", " {meeting.place}</p>
            <div class="fm-toolbar">
                {edit_link(&format!("{here}/edit"), t!("change"))}
                <a class="govuk-link" href=public>{t!("public-page")}</a>
                {publishing(Action::PublishAssembly, &here, published, &meeting.title)}
            </div>
            <h2 class="govuk-heading-m">{t!("agenda-title")}</h2>
            <ol class="fm-agenda">{items}</ol>
            <p class="govuk-body">{edit_link(&format!("{here}/items/new"), t!("agenda-add"))}</p>
        </Main>
    }
    .into_any()
}

fn item(home: &str, here: &str, item: &Item) -> AnyView {
    let address = format!("{here}/items/{}", item.id);
    let facts = t!("agenda-facts", purpose = names::purpose(item.purpose), minutes = item.minutes);
    let papers: Vec<_> = item.papers.iter().map(|one| paper(&address, one)).collect();
    let decisions: Vec<_> = item.decisions.iter().map(|one| decision(home, one)).collect();
    let pieces: usize = item.evidence.iter().map(domain::outcomes::Seen::count).sum();
    let record = (!item.record.is_empty()).then(|| view! { <Lines text=item.record.clone()/> });
    let tools = allowed(Action::EditAssembly).then(|| tools(&address, item, pieces));
    view! {
        <li class="fm-agenda__item">
            <h3 class="govuk-heading-s">{edited(format!("{address}/edit"), item.title.clone())}</h3>
            <p class="govuk-body fm-secondary">{facts}</p>
            {record}
            <ul class="govuk-list">{papers} {decisions}</ul>
            {tools}
        </li>
    }
    .into_any()
}

/// What can be done with an agenda item.
fn tools(address: &str, item: &Item, pieces: usize) -> AnyView {
    let way = |way: &str, text: String| {
        act(format!("{address}/move"), text, &item.title, Some(("way", way.to_owned())))
    };
    let link = |to: &str, text: String| {
        let about = item.title.clone();
        view! {
            <a class="govuk-link" href=format!("{address}/{to}")>
                {text} <span class="govuk-visually-hidden">": " {about}</span>
            </a>
        }
    };
    view! {
            <div class="fm-toolbar">
                {link("papers/new", t!("papers-add"))} {link("evidence", t!("evidence-count", count = pieces))}
                {link("record", t!("agenda-record"))} {link("decide", t!("decisions-add"))}
            </div>
            <div class="fm-toolbar">
                {way("up", t!("move-up"))} {way("down", t!("move-down"))}
                {act(format!("{address}/remove"), t!("agenda-remove"), &item.title, None)}
            </div>
    }
    .into_any()
}

fn paper(address: &str, one: &Paper) -> AnyView {
    view! {
        <li>
            {edited(format!("{address}/papers/{}", one.id), t!("paper-name", title = &one.title))}
        </li>
    }
    .into_any()
}

fn decision(home: &str, one: &Decision) -> AnyView {
    view! {
        <li>
            {edited(format!("{home}/decisions/{}", one.number), t!("decision-title", number = one.number, title = &one.title))}
        </li>
    }
    .into_any()
}

/// The form of a meeting; none for a new one.
pub fn form(assembly: &Assembly, meeting: Option<&Meeting>) -> AnyView {
    let home = address(assembly);
    let page = match meeting {
        None => {
            FormPage { back: (home, assembly.name.clone()), heading: t!("meetings-add"), button: t!("save") }
        }
        Some(one) => FormPage {
            back: (format!("{home}/meetings/{}", one.number), one.title.clone()),
            heading: t!("meeting-change"),
            button: t!("save"),
        },
    };
    let fields = view! {
        <TextInput name="title" label=t!("meeting-title-label")/>
        <TextInput name="place" label=t!("meeting-place")/>
        <TextInput name="date" label=t!("date-label") kind="date" width="govuk-input--width-10"/>
        <TextInput name="starts" label=t!("meeting-starts") kind="time" width="govuk-input--width-5"/>
        <TextInput name="ends" label=t!("meeting-ends") kind="time" width="govuk-input--width-5"/>
    };
    form_page(page, fields.into_any(), None)
}
