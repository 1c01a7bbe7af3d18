//! The register: every published recommendation, and how it stands.

use domain::outcomes::RegisterFilter;
use leptos::prelude::*;
use services::outcomes::{Entry, Register};

use super::names;
use crate::components::{Button, Hidden, Inset, Opt, Select, day};
use crate::layout::{Column, Main};
use crate::mail::follow;
use crate::t;
use crate::words::href;

/// The page of the register.
pub fn page(register: Register, filter: RegisterFilter, follow: Option<follow::Offer>) -> AnyView {
    let Register { entries, total, themes, replies } = register;
    let count = t!("register-count", shown = entries.len(), total = total);
    let theme_options = std::iter::once(Opt::new("", t!("register-any-theme")))
        .chain(themes.into_iter().map(|(theme, count)| Opt::new(&theme, counted(theme.clone(), count))))
        .collect();
    let reply_options = std::iter::once(Opt::new("", t!("register-any-reply")))
        .chain(
            replies
                .into_iter()
                .map(|(reply, count)| Opt::new(reply.as_str(), counted(names::reply_filter(reply), count))),
        )
        .collect();
    let filtered = filter != RegisterFilter::default();
    let all = filtered.then(|| {
        view! {
            <p class="govuk-body"><a class="govuk-link" href=href("/recommendations")>{t!("register-all")}</a></p>
        }
    });
    let none = entries.is_empty().then(|| view! { <p class="govuk-body">{t!("register-none")}</p> });
    let rows: Vec<_> = entries.iter().map(row).collect();
    view! {
        <Main>
            <Column>
                <h1 class="govuk-heading-xl">{t!("register-title")}</h1>
                <p class="govuk-body-l">{t!("register-lead")}</p>
                <Inset>{t!("register-unverified")}</Inset>
                <form method="get" action=href("/recommendations") class="fm-filter">
                    {filter.call.map(|call| view! { <Hidden name="call" value=call/> })}
                    <Select name="theme" label=t!("register-theme") options=theme_options/>
                    <Select name="reply" label=t!("register-reply") options=reply_options/>
                    <Button text=t!("register-filter")/>
                </form>
                <p class="govuk-body">{count}</p>
                {all} {none}
            </Column>
            <ul class="fm-recommendations">{rows}</ul>
            <Column>{follow::offer(follow)}</Column>
        </Main>
    }
    .into_any()
}

fn counted(name: String, count: usize) -> String {
    t!("register-option", name = name, count = count)
}

fn row(entry: &Entry) -> AnyView {
    let number =
        entry.number.map(|number| view! { <span>{t!("recommendation-number", number = number)}</span> });
    let theme = (!entry.theme.is_empty()).then(|| view! { <span>{entry.theme.clone()}</span> });
    let progress = entry.progress.as_ref().map(|note| {
        let status = names::progress(note.status);
        view! { <span>{t!("register-progress", status = status, when = day(note.on))}</span> }
    });
    view! {
        <li class="fm-recommendation">
            <h2 class="fm-recommendation__title">
                <a class="govuk-link" href=href(&format!("/recommendations/{}", entry.slug))>{entry.title.clone()}</a>
            </h2>
            <p class="fm-recommendation__facts">
                {names::reply_tag(entry.reply.as_ref().map(|reply| reply.status))} {number} {theme} {progress}
            </p>
            <p class="govuk-body fm-secondary">{t!("source-line", source = &entry.source)}</p>
        </li>
    }
    .into_any()
}
