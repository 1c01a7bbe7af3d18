//! One's organisations, on the page of one's own account.

use leptos::prelude::*;
use services::people::members::page::{AskedFor, Mine};

use super::names;
use crate::components::Tag;
use crate::people::organisations::names::in_language;
use crate::t;
use crate::words::href;

/// Those that a person acts for, and those that they have asked to act for.
pub fn list((mine, asked): (Vec<Mine>, Vec<AskedFor>)) -> AnyView {
    let none =
        (mine.is_empty() && asked.is_empty()).then(|| view! { <p class="govuk-body">{t!("mine-none")}</p> });
    let mine: Vec<_> = mine
        .into_iter()
        .map(|one| {
            let to = href(&format!("/account/organisations/{}", one.slug));
            let name = in_language(&one.name, &one.name_cy);
            view! { <li><a class="govuk-link" href=to>{name}</a> " " <span class="fm-secondary">{names::role(one.role)}</span></li> }
        })
        .collect();
    let asked: Vec<_> = asked
        .into_iter()
        .map(|one| {
            let to = href(&format!("/account/organisations/{}/join", one.slug));
            let name = in_language(&one.name, &one.name_cy);
            let (text, colour) = match one.refused {
                Some(_) => (t!("mine-refused"), "grey"),
                None => (t!("mine-waits"), "blue"),
            };
            view! { <li><a class="govuk-link" href=to>{name}</a> " " <Tag text colour/></li> }
        })
        .collect();
    view! {
        <h2 class="govuk-heading-m">{t!("mine-title")}</h2>
        {none}
        <ul class="govuk-list govuk-list--spaced">{mine} {asked}</ul>
        <p class="govuk-body"><a class="govuk-link" href=href("/organisations")>{t!("mine-find")}</a></p>
    }
    .into_any()
}
