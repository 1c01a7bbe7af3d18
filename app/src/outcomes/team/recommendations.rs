//! Recommendations: the list, one with what came of it, and the forms for it, its replies and its progress.

use domain::outcomes::{ProgressStatus, ReplyStatus};
use leptos::prelude::*;
use services::calls::Call;
use services::calls::approvals::Approval;
use services::outcomes::trace::Trace;
use services::outcomes::{Finding, Recommendation};

use super::{publishing_of, state};
use crate::calls::approvals;
use crate::components::{BackLink, Cell, Checkboxes, Lines, Opt, Radios, TextArea, TextInput, table};
use crate::layout::{FormPage, Main, call_form_page, team_nav};
use crate::outcomes::{names, trace};
use crate::t;

fn base(call: &Call) -> String {
    format!("/team/calls/{}/recommendations", call.slug)
}

/// The recommendations of a call.
pub fn list(call: Call, all: Vec<Recommendation>) -> AnyView {
    let base = base(&call);
    let nav = team_nav(&call, "/recommendations");
    let none = all.is_empty().then(|| view! { <p class="fm-empty">{t!("recommendations-none")}</p> });
    let columns = vec![t!("recommendation"), t!("register-theme"), t!("findings-title"), t!("column-state")];
    let rows = all.iter().map(|one| row(&base, one)).collect();
    let add = format!("/team/calls/{}/add-recommendation", call.slug);
    view! {
        <Main>
            {nav}
            <h1 class="govuk-heading-l">{t!("register-title")}</h1>
            <div class="fm-toolbar">
                <a class="govuk-button" role="button" href=add>{t!("recommendations-add")}</a>
            </div>
            {none}
            {table(t!("register-title"), columns, rows)}
        </Main>
    }
    .into_any()
}

fn row(base: &str, one: &Recommendation) -> Vec<Cell> {
    let to = format!("{base}/{}", one.slug);
    vec![
        Cell::heading(view! { <a class="govuk-link" href=to>{one.title.clone()}</a> }),
        Cell::new(one.theme.clone()),
        Cell::number(one.findings.len()),
        Cell::new(state(one.published_at.is_some())),
    ]
}

/// One recommendation with the findings it rests on and what came of it.
pub fn page(
    call: Call,
    one: Recommendation,
    findings: Vec<Finding>,
    came: Trace,
    waits: Option<Approval>,
) -> AnyView {
    let base = base(&call);
    let address = format!("{base}/{}", one.slug);
    let before = view! { <BackLink to=base text=t!("register-title")/> }.into_any();
    let nav = team_nav(&call, "/recommendations");
    let published = one.published_at.is_some();
    // A form with a field needs a line of its own.
    let asks = call.two_people && !published;
    let publish = publishing_of(&call, &address, published, &one.title, waits.as_ref());
    let (beside, below) = if asks { (None, Some(publish)) } else { (Some(publish), None) };
    let under: Vec<_> = findings
        .iter()
        .filter(|finding| one.findings.contains(&finding.id))
        .map(|finding| {
            let to = format!("/team/calls/{}/findings/{}", call.slug, finding.number);
            let title = t!("finding-option", number = finding.number, title = &finding.title);
            view! { <li><a class="govuk-link" href=to>{title}</a></li> }
        })
        .collect();
    let number = one.official_number.map(|number| {
        let said = if number.verified() { t!("official-verified") } else { t!("official-unverified") };
        view! { <p class="govuk-body">{t!("recommendation-number", number = number.typed())} ": " {said}</p> }
    });
    let replies: Vec<_> = came.replies.iter().map(trace::reply).collect();
    let progress: Vec<_> = came.progress.iter().map(trace::note).collect();
    let public = format!("/recommendations/{}", one.slug);
    view! {
        <Main before>
            {nav}
            <p class="govuk-caption-l">{t!("recommendation")} " " {state(published)}</p>
            <h1 class="govuk-heading-l">{one.title.clone()}</h1>
            <Lines text=one.text/>
            {number}
            <p class="govuk-body fm-secondary">{t!("source-line", source = &one.source)}</p>
            <div class="fm-toolbar">
                <a class="govuk-link" href=format!("{address}/edit")>{t!("change")}</a>
                <a class="govuk-link" href=public>{t!("outcome-trace")}</a>
                {beside}
            </div>
            {below}
            <h2 class="govuk-heading-m">{t!("findings-title")}</h2>
            <ul class="govuk-list">{under}</ul>
            <h2 class="govuk-heading-m">{t!("trace-replies")}</h2>
            {replies}
            <p class="govuk-body"><a class="govuk-link" href=format!("{address}/reply")>{t!("reply-add")}</a></p>
            <h2 class="govuk-heading-m">{t!("trace-progress")}</h2>
            {progress}
            <p class="govuk-body"><a class="govuk-link" href=format!("{address}/progress")>{t!("progress-add")}</a></p>
        </Main>
    }
    .into_any()
}

/// The form of a recommendation; none for a new one.
pub fn form(call: Call, one: Option<Recommendation>, findings: Vec<Finding>) -> AnyView {
    let base = base(&call);
    let page = match one {
        None => FormPage {
            back: (base, t!("register-title")),
            heading: t!("recommendations-add"),
            button: t!("save"),
        },
        Some(one) => FormPage {
            back: (format!("{base}/{}", one.slug), one.title),
            heading: t!("recommendation-change"),
            button: t!("save"),
        },
    };
    let options = findings
        .iter()
        .map(|one| Opt::new(one.id, t!("finding-option", number = one.number, title = &one.title)))
        .collect();
    let fields = view! {
        <TextInput name="title" label=t!("recommendation-title-label")/>
        <TextArea name="text" label=t!("recommendation-text-label") rows=6/>
        <TextInput name="theme" label=t!("recommendation-theme-label")/>
        <TextInput name="source" label=t!("trace-source") hint=t!("source-hint")/>
        <TextInput
            name="official-number"
            label=t!("official-number")
            hint=t!("official-number-hint")
            width="govuk-input--width-3"
        />
        <Checkboxes
            name="verified"
            legend=t!("official-compared")
            options=vec![Opt::new("yes", t!("official-compared-yes"))]
            small=true
        />
        <Checkboxes name="finding" legend=t!("recommendation-rests-on") options=options small=true/>
    };
    call_form_page(&call, "/recommendations", page, fields.into_any())
}

/// The form of a reply.
pub fn reply_form(call: &Call, one: &Recommendation) -> AnyView {
    let options = ReplyStatus::ALL.iter().map(|one| Opt::new(one, names::reply(*one))).collect();
    dated(call, one, t!("reply-add"), options)
}

/// The form of a note of progress.
pub fn progress_form(call: &Call, one: &Recommendation) -> AnyView {
    let options = ProgressStatus::ALL.iter().map(|one| Opt::new(one, names::progress(*one))).collect();
    dated(call, one, t!("progress-add"), options)
}

fn dated(call: &Call, one: &Recommendation, heading: String, statuses: Vec<Opt>) -> AnyView {
    let back = (format!("{}/{}", base(call), one.slug), one.title.clone());
    let asks = call.two_people && one.published_at.is_some();
    let fields = view! {
        <Radios name="status" legend=t!("status-label") options=statuses small=true/>
        <TextArea name="words" label=t!("words-label") hint=t!("words-hint") rows=6/>
        <TextInput name="source" label=t!("trace-source") hint=t!("source-hint")/>
        <TextInput name="on" label=t!("date-label") kind="date" width="govuk-input--width-10"/>
        {asks.then(|| view! { <p class="govuk-body">{t!("approval-takes-two")}</p> {approvals::note()} })}
    };
    let button = if asks { t!("approval-ask") } else { t!("save") };
    let page = FormPage { back, heading, button };
    call_form_page(call, "/recommendations", page, fields.into_any())
}
