//! The pages that belong to no activity: home, about, accessibility, privacy, and what is shown when something is
//! wrong.

use leptos::prelude::*;

use services::calls::Call;

use crate::calls::list;
use crate::layout::{Column, Main, mark};
use crate::t;
use crate::words::href;

/// The home page: what this is, and the calls that can be answered today.
pub fn home(open: Vec<Call>, now: chrono::DateTime<chrono::Utc>) -> AnyView {
    view! {
        <Main>
            <div class="fm-hero">
                <div>
                    <h1 class="govuk-heading-xl">{t!("home-title")}</h1>
                    <p class="govuk-body-l">{t!("home-lead")}</p>
                </div>
                <div class="fm-hero__mark">{mark::ring()}</div>
            </div>
            <h2 class="govuk-heading-l">{t!("home-open")}</h2>
            {list::cards(open, now, t!("calls-none-open"))}
            <p class="govuk-body"><a class="govuk-link" href=href("/calls")>{t!("home-all-calls")}</a></p>
            <h2 class="govuk-heading-l">{t!("home-how")}</h2>
            <ol class="fm-stages">
                <li><h3>{t!("home-step-1")}</h3><p>{t!("home-step-1-text")}</p></li>
                <li><h3>{t!("home-step-2")}</h3><p>{t!("home-step-2-text")}</p></li>
                <li><h3>{t!("home-step-3")}</h3><p>{t!("home-step-3-text")}</p></li>
                <li><h3>{t!("home-step-4")}</h3><p>{t!("home-step-4-text")}</p></li>
            </ol>
        </Main>
    }
    .into_any()
}

/// A page of plain paragraphs.
fn plain(title: String, paragraphs: Vec<String>) -> AnyView {
    let text: Vec<_> =
        paragraphs.into_iter().map(|text| view! { <p class="govuk-body">{text}</p> }).collect();
    view! { <Main><Column><h1 class="govuk-heading-l">{title}</h1>{text}</Column></Main> }.into_any()
}

/// What Folkmoot is.
pub fn about() -> AnyView {
    plain(t!("about-title"), vec![t!("about-1"), t!("about-2"), t!("about-3")])
}

/// The accessibility statement.
pub fn accessibility() -> AnyView {
    plain(
        t!("accessibility-title"),
        vec![t!("accessibility-1"), t!("accessibility-2"), t!("accessibility-3")],
    )
}

/// What this site keeps of its visitors. Each call has its own privacy notice beside it.
pub fn privacy() -> AnyView {
    let told = vec![
        t!("privacy-1"),
        t!("privacy-2"),
        t!("privacy-3"),
        t!("privacy-members"),
        t!("privacy-stories"),
        t!("privacy-4"),
        t!("privacy-5"),
    ];
    plain(t!("privacy-title"), told)
}

/// How to report a weakness, and what the site does against misuse.
pub fn security() -> AnyView {
    plain(t!("security-title"), vec![t!("security-1"), t!("security-2"), t!("security-3"), t!("security-4")])
}

/// There is no such page.
pub fn not_found() -> AnyView {
    view! {
        <Main>
            <Column>
                <h1 class="govuk-heading-l">{t!("not-found-title")}</h1>
                <p class="govuk-body">{t!("not-found-text")}</p>
                <p class="govuk-body"><a class="govuk-link" href=href("/calls")>{t!("not-found-calls")}</a></p>
            </Column>
        </Main>
    }
    .into_any()
}

/// This person may not see this.
pub fn forbidden() -> AnyView {
    plain(t!("forbidden-title"), vec![t!("forbidden-1"), t!("forbidden-2")])
}

/// It cannot be done now; `reason` says why.
pub fn refused(reason: String) -> AnyView {
    plain(t!("refused-title"), vec![reason])
}

/// Something went wrong that is not the reader's doing. The number finds it in the log.
pub fn broken(number: String) -> AnyView {
    plain(t!("broken-title"), vec![t!("broken-1"), t!("broken-2", number = number)])
}
