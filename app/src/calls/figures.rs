//! Who takes part, in figures: the team's page, and what everyone sees on the page of a call.

use domain::calls::{SMALL, Tongue};
use domain::people::Action;
use leptos::prelude::*;
use services::calls::Call;
use services::calls::figures::{Figures, Invited, PublicFigures};

use super::materials::tongue_name;
use crate::components::{Button, Cell, Checkboxes, ErrorSummary, Opt, bars, day, table};
use crate::layout::{Column, Main, allowed, team_nav};
use crate::responses::names;
use crate::t;

/// The team's page.
pub fn page(call: &Call, figures: &Figures) -> AnyView {
    let kinds = figures.kinds.iter().map(|(kind, count)| (names::kind(*kind), *count));
    let kinds = counted(t!("figures-kinds"), kinds.collect());
    let channels = figures.channels.iter().map(|(channel, count)| (names::channel(*channel), *count));
    let channels = counted(t!("figures-channels"), channels.collect());
    let languages = figures.languages.iter().map(|(language, count)| (language_name(language), *count));
    let languages = counted(t!("figures-languages"), languages.collect());
    let sets = allowed(Action::RunCall) && call.times.archived.is_none();
    let setting = sets.then(|| setting(call));
    let (facts, days) = (facts(figures), days(figures));
    view! {
        {team_nav(call, "")}
        <Main>
            <ErrorSummary/>
            <h1 class="govuk-heading-l">{t!("figures-title")}</h1>
            {facts}
            <Column>{days} {kinds} {channels} {languages} {setting}</Column>
        </Main>
    }
    .into_any()
}

fn facts(figures: &Figures) -> AnyView {
    let invited = if allowed(Action::SeeInvited) { invited(figures.invited) } else { None };
    view! {
        <dl class="fm-facts">
            <div><dt>{t!("team-responses")}</dt><dd>{figures.responses.to_string()}</dd></div>
            <div><dt>{t!("figures-begun")}</dt><dd>{figures.begun.to_string()}</dd></div>
            <div><dt>{t!("figures-completion")}</dt><dd>{completion(figures)}</dd></div>
            {invited}
        </dl>
    }
    .into_any()
}

/// How many of those who began have sent it.
fn completion(figures: &Figures) -> String {
    match figures.begun {
        0 => t!("figures-none-begun"),
        begun => {
            t!("figures-sent-of", sent = figures.sent, begun = begun, percent = figures.sent * 100 / begun)
        }
    }
}

fn invited(invited: Invited) -> Option<AnyView> {
    let Invited { all, begun, answered } = invited;
    (all > 0).then(|| {
        let text = t!("figures-invited-text", all = all, begun = begun, answered = answered);
        view! { <div><dt>{t!("figures-invited")}</dt><dd>{text}</dd></div> }.into_any()
    })
}

/// Day by day, drawn and as a table.
fn days(figures: &Figures) -> AnyView {
    let Some((best, most)) = figures.days.iter().max_by_key(|(_, count)| *count) else {
        return view! { <p class="fm-empty">{t!("figures-none")}</p> }.into_any();
    };
    let (first, last) = (figures.days.first(), figures.days.last());
    let on = |day_of: Option<&(chrono::NaiveDate, u64)>| day_of.map(|(at, _)| day(*at)).unwrap_or_default();
    let label = t!(
        "figures-days-label",
        count = figures.responses,
        from = on(first),
        to = on(last),
        most = *most,
        best = day(*best)
    );
    let values: Vec<u64> = figures.days.iter().map(|(_, count)| *count).collect();
    let some = figures.days.iter().filter(|(_, count)| *count > 0);
    let rows = some.map(|(at, count)| (day(*at), *count)).collect();
    view! {
        <h2 class="govuk-heading-m">{t!("figures-days")}</h2>
        {bars(&values, label.clone())}
        <p class="govuk-body fm-secondary">{label}</p>
        <details class="govuk-details">
            <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{t!("figures-days-table")}</span>
            </summary>
            <div class="govuk-details__text">{counts(t!("figures-days"), t!("figures-day"), rows)}</div>
        </details>
    }
    .into_any()
}

fn counted(name: String, rows: Vec<(String, u64)>) -> AnyView {
    if rows.is_empty() {
        return ().into_any();
    }
    let heading = name.clone();
    view! { <h2 class="govuk-heading-m">{heading}</h2> {counts(name.clone(), name, rows)} }.into_any()
}

fn counts(name: String, first: String, rows: Vec<(String, u64)>) -> AnyView {
    let row = |(of, count): (String, u64)| vec![Cell::heading(of), Cell::number(count.to_string())];
    table(name, vec![first, t!("team-responses")], rows.into_iter().map(row).collect())
}

/// Whether everyone sees some of it while the call is open.
fn setting(call: &Call) -> AnyView {
    let options = vec![Opt::new("yes", t!("figures-early"))];
    view! {
        <h2 class="govuk-heading-m">{t!("figures-public")}</h2>
        <p class="govuk-body">{t!("figures-public-text", small = SMALL)}</p>
        <form method="post" action=format!("/team/calls/{}/figures", call.slug)>
            <Checkboxes name="early" legend=t!("figures-when") options hint=t!("figures-early-hint") small=true/>
            <Button text=t!("save")/>
        </form>
    }
    .into_any()
}

/// What everyone sees.
pub fn public(figures: &PublicFigures) -> AnyView {
    let kinds = figures.kinds.iter().map(|(kind, count)| (names::kind(*kind), *count)).collect();
    let languages = figures.languages.iter().map(|(tag, count)| (language_name(tag), *count)).collect();
    let until = figures.until.map(|until| {
        view! {
            <p class="govuk-body">{t!("figures-until", count = figures.responses, day = day(until))}</p>
        }
    });
    view! {
        <section aria-labelledby="figures">
            <h2 class="govuk-heading-l" id="figures">{t!("figures-who")}</h2>
            {until}
            {seen(t!("figures-kinds"), kinds)}
            {seen(t!("figures-languages"), languages)}
            <p class="govuk-body">{t!("figures-no-poll")}</p>
        </section>
    }
    .into_any()
}

/// Numbers as everyone may see them; nothing where none is shown.
fn seen(name: String, rows: Vec<(String, Option<u64>)>) -> Option<AnyView> {
    let all = rows.iter().any(|(_, count)| count.is_some_and(|count| count > 0));
    let hides = rows.iter().any(|(_, count)| count.is_none());
    let row = |(of, count): (String, Option<u64>)| {
        let count = count.map_or_else(|| t!("figures-hidden"), |count| count.to_string());
        vec![Cell::heading(of), Cell::number(count)]
    };
    all.then(|| {
        let columns = vec![name.clone(), t!("figures-responses")];
        let rows = rows.into_iter().map(row).collect();
        view! {
            {table(name, columns, rows)}
            {hides.then(|| view! { <p class="govuk-body fm-secondary">{t!("figures-hidden-text", small = SMALL)}</p> })}
        }
        .into_any()
    })
}

/// What a channel is called; one that is not known here by its own name.
fn language_name(tag: &str) -> String {
    Tongue::parse(tag).map_or_else(|| tag.to_owned(), tongue_name)
}
