//! Constituencies, seats, and the terms for which people hold them.

use domain::assembly::{Capacity, MOST_SEATS};
use leptos::prelude::*;
use services::assembly::Assembly;
use services::assembly::seats::{Constituency, Holder, Seat};

use super::address;
use crate::assembly::names;
use crate::components::{Opt, Radios, TextInput, day};
use crate::layout::{FormPage, form_page};
use crate::t;

/// The form of a constituency; none for a new one.
pub fn constituency_form(assembly: &Assembly, held: Option<&Constituency>) -> AnyView {
    let heading = if held.is_some() { t!("constituency-change") } else { t!("constituencies-add") };
    let back = (address(assembly), assembly.name.clone());
    let fields = view! {
        <TextInput name="name" label=t!("constituency-name-label")/>
        <TextInput
            name="seats"
            label=t!("constituency-seats-label")
            hint=t!("constituency-seats-hint", most = MOST_SEATS)
            width="govuk-input--width-3"
        />
    };
    form_page(FormPage { back, heading, button: t!("save") }, fields.into_any(), None)
}

/// One seat: what it is called, and everyone who held, holds or will hold it.
pub fn seat(assembly: &Assembly, seat: &Seat) -> AnyView {
    let here = format!("{}/seats/{}", address(assembly), seat.id);
    let terms: Vec<_> =
        seat.coming.iter().rev().chain(&seat.holder).chain(&seat.past).map(|one| term(&here, one)).collect();
    let vacant = seat.holder.is_none().then(|| view! { <p class="govuk-body">{t!("seat-vacant-today")}</p> });
    let after = view! {
        <h2 class="govuk-heading-m">{t!("terms-title")}</h2>
        {vacant}
        <ul class="govuk-list govuk-list--spaced">{terms}</ul>
        <p class="govuk-body"><a class="govuk-link" href=format!("{here}/appoint")>{t!("terms-add")}</a></p>
    };
    let page = FormPage {
        back: (address(assembly), assembly.name.clone()),
        heading: t!("seat-label", label = &seat.label),
        button: t!("save"),
    };
    let fields =
        view! { <TextInput name="label" label=t!("seat-label-label") width="govuk-input--width-20"/> };
    form_page(page, fields.into_any(), Some(after.into_any()))
}

fn term(here: &str, holder: &Holder) -> AnyView {
    let starts = day(holder.term.starts);
    let time = match holder.term.ends {
        None => t!("seat-since", when = starts),
        Some(ends) => t!("seat-until", from = starts, until = day(ends)),
    };
    view! {
        <li>
            <strong>{holder.name.clone()}</strong> " " {names::capacity(holder.capacity)} ", " {time} " "
            <a class="govuk-link" href=format!("{here}/terms/{}", holder.id)>
                {t!("change")} <span class="govuk-visually-hidden">" " {holder.name.clone()}</span>
            </a>
        </li>
    }
    .into_any()
}

/// The form of a term; `new` says that someone is appointed.
pub fn term_form(assembly: &Assembly, seat: &Seat, new: bool) -> AnyView {
    let page = FormPage {
        back: (format!("{}/seats/{}", address(assembly), seat.id), t!("seat-label", label = &seat.label)),
        heading: if new { t!("terms-add") } else { t!("term-change") },
        button: t!("save"),
    };
    let capacities = Capacity::ALL.iter().map(|one| Opt::new(one, names::capacity(*one))).collect();
    let fields = view! {
        <TextInput name="holder" label=t!("term-holder-label") autocomplete="off"/>
        <Radios name="capacity" legend=t!("term-capacity-label") options=capacities small=true/>
        <TextInput name="starts" label=t!("term-starts-label") kind="date" width="govuk-input--width-10"/>
        <TextInput
            name="ends"
            label=t!("term-ends-label")
            hint=t!("term-ends-hint")
            kind="date"
            width="govuk-input--width-10"
        />
    };
    form_page(page, fields.into_any(), None)
}
