//! The audit: who did what, for the team's eyes, and out to a file.

mod sentence;

use domain::audit::{Act, By, Filter};
use leptos::prelude::*;
use services::audit::{Head, Page, Recorded};
use services::calls::Call;
use services::calls::edit::ZONE;
use services::people::Person;

use crate::components::{Button, ErrorSummary, Opt, Select, TextInput, when_in};
use crate::layout::Main;
use crate::t;

pub use sentence::{sentence, who};

/// The address of the page.
const ADDRESS: &str = "/team/audit";

/// What the page shows.
pub struct AuditPage {
    pub filter: Filter,
    /// The acts; nothing where the filter is not understood.
    pub page: Option<Page>,
    pub people: Vec<Person>,
    pub calls: Vec<Call>,
    pub head: Option<Head>,
}

/// The page.
pub fn page(shown: AuditPage) -> AnyView {
    let AuditPage { filter, page, people, calls, head } = shown;
    let filtered = filter != Filter::default();
    let all = filtered.then(|| {
        view! { <p class="govuk-body"><a class="govuk-link" href=ADDRESS>{t!("audit-all")}</a></p> }
    });
    view! {
        <Main>
            <ErrorSummary/>
            <h1 class="govuk-heading-l">{t!("audit-title")}</h1>
            <p class="govuk-body">{t!("audit-lead")}</p>
            {form(people, calls)} {all} {page.map(|page| acts(&filter, page))}
            {head.map(proof)}
        </Main>
    }
    .into_any()
}

fn form(people: Vec<Person>, calls: Vec<Call>) -> AnyView {
    let any = |text: String| std::iter::once(Opt::new("", text));
    let others = [Opt::new(By::System, t!("audit-by-system")), Opt::new(By::Guest, t!("audit-by-guest"))];
    let people = any(t!("audit-any-person"))
        .chain(people.into_iter().map(|person| Opt::new(person.id, person.name)))
        .chain(others)
        .collect();
    let acts = any(t!("audit-any-act"))
        .chain(Act::ALL.iter().map(|act| Opt::new(act, sentence::act_name(*act))))
        .collect();
    let calls = any(t!("audit-any-call"))
        .chain(calls.into_iter().map(|call| Opt::new(call.id, call.title)))
        .collect();
    view! {
        <form method="get" action=ADDRESS class="fm-narrow" novalidate>
            <Select name="person" label=t!("audit-person") hint=t!("audit-person-hint") options=people/>
            <Select name="act" label=t!("audit-act") options=acts/>
            <Select name="call" label=t!("audit-call") options=calls/>
            <TextInput name="from" label=t!("audit-from") kind="date" width="govuk-input--width-10"/>
            <TextInput name="to" label=t!("audit-to") kind="date" width="govuk-input--width-10"/>
            <Button text=t!("audit-filter")/>
        </form>
    }
    .into_any()
}

fn acts(filter: &Filter, page: Page) -> AnyView {
    if page.acts.is_empty() {
        return view! { <p class="fm-empty">{t!("audit-none")}</p> }.into_any();
    }
    let rows: Vec<_> = page.acts.iter().map(row).collect();
    view! {
        <div class="fm-scroll" role="region" aria-labelledby="acts" tabindex="0">
            <table class="fm-table">
                <caption id="acts">{t!("audit-acts")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t!("audit-when")}</th>
                        <th scope="col">{t!("audit-what")}</th>
                        <th scope="col" class="fm-table__number">{t!("audit-number")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {pages(filter, page.next)} {export(filter)}
    }
    .into_any()
}

fn row(recorded: &Recorded) -> AnyView {
    let place = recorded.place.as_ref().map(|place| {
        view! { <span class="fm-secondary"><a class="govuk-link" href=place.address.clone()>{place.name.clone()}</a></span> }
    });
    view! {
        <tr>
            <td>{when_in(recorded.row.at, ZONE)}</td>
            <th scope="row">{sentence(recorded)} " " {place}</th>
            <td class="fm-table__number">{recorded.row.sequence.to_string()}</td>
        </tr>
    }
    .into_any()
}

/// The address of what a filter shows, `more` included.
fn address(path: &str, filter: &Filter, more: Option<(&str, String)>) -> String {
    let form = filter.form();
    let pairs = form.pairs().map(|(name, value)| format!("{name}={value}"));
    let query: Vec<String> = pairs.chain(more.map(|(name, value)| format!("{name}={value}"))).collect();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{}", query.join("&")) }
}

fn pages(filter: &Filter, next: Option<i64>) -> AnyView {
    let latest = filter.before.map(|_| {
        view! { <li><a class="govuk-link" href=address(ADDRESS, filter, None)>{t!("audit-newest")}</a></li> }
    });
    let older = next.map(|next| {
        let to = address(ADDRESS, filter, Some(("before", next.to_string())));
        view! { <li><a class="govuk-link" href=to>{t!("audit-older")}</a></li> }
    });
    (latest.is_some() || older.is_some())
        .then(|| {
            view! {
                <nav aria-label=t!("pages-label")>
                    <ul class="fm-toolbar fm-pages">{latest} {older}</ul>
                </nav>
            }
        })
        .into_any()
}

/// The buttons that take acts out to a file. They are forms, because what they do goes on record.
fn export(filter: &Filter) -> AnyView {
    let button = |form: &str, text: String| {
        let to = address(&format!("{ADDRESS}/{form}"), filter, None);
        view! { <form method="post" action=to><Button text class="govuk-button--secondary"/></form> }
    };
    view! {
        <h2 class="govuk-heading-m">{t!("audit-export")}</h2>
        <p class="govuk-body">{t!("audit-export-text")}</p>
        <div class="fm-toolbar">
            {button("csv", t!("audit-export-csv"))} {button("json", t!("audit-export-json"))}
        </div>
    }
    .into_any()
}

fn proof(head: Head) -> AnyView {
    view! {
        <h2 class="govuk-heading-m">{t!("audit-head-title")}</h2>
        <p class="govuk-body">{t!("audit-head-text")}</p>
        <p class="govuk-body fm-private-link">{head.to_string()}</p>
    }
    .into_any()
}
