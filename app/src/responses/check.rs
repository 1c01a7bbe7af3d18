//! Check your answers, and submit.

use std::collections::BTreeSet;

use domain::calls::Answer;
use domain::files::Document;
use domain::responses::{Step, TRAP};
use leptos::prelude::*;
use services::calls::{Call, Questionnaire};
use services::people::organisations::Organisation;
use services::responses::Draft;
use services::responses::co_signing::CoSignatory;
use services::responses::gathering::quotes::Cited;
use services::responses::together::sign_off::Standing;
use uuid::Uuid;

use super::gathering::quoted;
use super::{about, change, co_signing, fields};
use crate::calls::corrected;
use crate::components::{BackLink, Button, Checkboxes, ErrorSummary, Opt, Row, SummaryList, Warning, when};
use crate::layout::Main;
use crate::words::href;
use crate::{calls, t};

/// What the page shows.
pub struct CheckPage {
    pub call: Call,
    pub form: Questionnaire,
    pub draft: Draft,
    pub systems: Vec<Organisation>,
    /// Those who were asked to sign it too.
    pub signatories: Vec<CoSignatory>,
    /// Where it stands with its sign-off, and the page where that is given, where members of an organisation send it.
    pub together: Option<(Standing, String)>,
    /// The stories that it quotes, where members of an organisation gathered any.
    pub quotes: Vec<Cited>,
    /// The hashes of documents in which the scanner has found something.
    pub infected: BTreeSet<String>,
}

/// The page on which everything is checked before it is sent.
pub fn page(shown: CheckPage) -> AnyView {
    let base = format!("/calls/{}/answer", shown.call.slug);
    let before = view! { <BackLink to=href(&format!("{base}/consent"))/> }.into_any();
    let change = |step: Step| match step {
        Step::Who if shown.draft.organisation.is_some() => String::new(),
        step => href(&format!("{base}/{step}?change=1")),
    };
    let about = about::rows(&shown.draft.about, &shown.systems, change);
    let sections = sections(&shown.call, Some(&base), &shown.form, &shown.draft);
    let unfinished = shown.draft.unfinished(&shown.form);
    let ready = unfinished.is_empty() && shown.quotes.iter().all(|cited| cited.fault.is_none());
    view! {
        <Main before>
            <ErrorSummary/>
            <p class="govuk-caption-l">{calls::title(&shown.call)}</p>
            <h1 class="govuk-heading-l">{t!("step-check")}</h1>
            {change::notice(&shown.call, shown.draft.counts_since())}
            {(!unfinished.is_empty()).then(|| missing(&base, &unfinished, &shown.form))}
            {quoted::withdrawn(&shown.quotes, |asked| {
                let number = shown.form.number(asked).unwrap_or_default();
                href(&format!("{base}/{number}?change=1"))
            })}
            {warning(&shown.form, &shown.draft, &shown.infected)}
            <h2 class="govuk-heading-m">{t!("step-section-about")}</h2>
            <SummaryList rows=about/>
            {sections}
            {ending(&base, &shown, ready)}
        </Main>
    }
    .into_any()
}

/// What is still needed.
fn missing(base: &str, unfinished: &[Step], form: &Questionnaire) -> AnyView {
    let missing = links(base, form, unfinished);
    view! { <Warning text=t!("check-missing")/> {missing} }.into_any()
}

/// Pages as a list of links.
pub(super) fn links(base: &str, form: &Questionnaire, steps: &[Step]) -> AnyView {
    let link = |step: &Step| {
        let to = href(&format!("{base}/{step}?change=1"));
        view! { <li><a class="govuk-link" href=to>{super::step::title(*step, form)}</a></li> }
    };
    let links: Vec<_> = steps.iter().map(link).collect();
    view! { <ul class="govuk-list govuk-list--bullet">{links}</ul> }.into_any()
}

/// Every answer by its section, with the way to change it where there is one.
pub(super) fn sections(call: &Call, base: Option<&str>, form: &Questionnaire, draft: &Draft) -> AnyView {
    let section = |section: &services::calls::Section| {
        let rows = answer_rows(call, base, form, draft, section.id);
        let shown = !rows.is_empty();
        shown.then(|| view! { <h2 class="govuk-heading-m">{section.title.clone()}</h2> <SummaryList rows/> })
    };
    form.sections.iter().map(section).collect::<Vec<_>>().into_any()
}

/// Who signs it, and the way out: sending it, or another day.
fn ending(base: &str, shown: &CheckPage, ready: bool) -> AnyView {
    let signed = shown.together.as_ref().is_none_or(|(standing, _)| standing.holds);
    let without = shown.signatories.iter().any(|one| !one.signs()) && ready && signed;
    let without = without.then(|| {
        let options = vec![Opt::new("yes", t!("co-sign-without")).hint(t!("co-sign-without-hint"))];
        view! { <Checkboxes name="unconfirmed" legend=t!("co-sign-without-legend") options/> }
    });
    let send = if shown.draft.changing.is_some() { t!("change-send") } else { t!("submit-response") };
    let co_signatories = href(&format!("/calls/{}/co-signatories", shown.call.slug));
    view! {
        {co_signing::states(&shown.signatories)}
        <p class="govuk-body"><a class="govuk-link" href=co_signatories>{t!("co-signatories-link")}</a></p>
        {shown.together.as_ref().filter(|_| ready).map(|(standing, desk)| sign_off(shown, standing, desk))}
        {(ready && signed).then(|| view! {
            <h2 class="govuk-heading-m">{t!("check-send-title")}</h2>
            <p class="govuk-body">{t!("check-send-text")}</p>
        })}
        <form method="post" action=href(&format!("{base}/check"))>
            {without} {trap()}
            <div class="govuk-button-group">
                {(ready && signed).then(|| view! { <Button text=send/> })}
                <Button text=t!("save-for-later") class="govuk-button--secondary" name="later" value="1"/>
            </div>
        </form>
    }
    .into_any()
}

/// By whom it was signed off; or that it must be, first.
fn sign_off(shown: &CheckPage, standing: &Standing, desk: &str) -> AnyView {
    let said = match standing.all.first().filter(|_| standing.holds) {
        Some(one) => t!("together-signed-by", who = one.by.as_str(), when = when(one.at, &shown.call)),
        None => t!("together-sign-text"),
    };
    view! {
        <h2 class="govuk-heading-m">{t!("together-sign-title")}</h2>
        <p class="govuk-body">{said} " " <a class="govuk-link" href=href(desk)>{t!("together-desk")}</a></p>
    }
    .into_any()
}

/// What is said of documents that nobody will open.
fn warning(form: &Questionnaire, draft: &Draft, infected: &BTreeSet<String>) -> Option<AnyView> {
    let route = draft.route(form).into_iter();
    let sent: Vec<Document> =
        route.filter_map(|asked| draft.answer_to(asked)).flat_map(Answer::documents).cloned().collect();
    fields::documents::warning(&sent, infected).map(|text| view! { <Warning text/> }.into_any())
}

/// The field that people neither see nor reach, and that says what it is to whoever meets it all the same.
fn trap() -> AnyView {
    view! {
        <div class="fm-trap" aria-hidden="true">
            <label for=TRAP>{t!("trap-label")}</label>
            <input id=TRAP name=TRAP type="text" tabindex="-1" autocomplete="off"/>
        </div>
    }
    .into_any()
}

/// Each answer beside what was asked, in the words in which it was; and that these were put right since.
fn answer_rows(
    call: &Call,
    base: Option<&str>,
    form: &Questionnaire,
    draft: &Draft,
    section: Uuid,
) -> Vec<Row> {
    let route: Vec<Uuid> = draft.route(form).into_iter().map(|asked| asked.id).collect();
    form.of_section(section)
        .filter(|(_, asked)| route.contains(&asked.id))
        .map(|(number, asked)| {
            let asked = &draft.worded(form, asked);
            let given = draft.answer_to(asked).map(|answer| fields::said(asked, answer)).unwrap_or_default();
            let wording = draft.wordings.get(&asked.id);
            let since = wording.and_then(|wording| corrected::since(call, form, asked.id, *wording));
            let typed = draft.answers.get(&asked.id).is_some_and(Answer::is_typed);
            Row {
                key: asked.title.clone(),
                value: match given.is_empty() {
                    true if typed => t!("check-typed"),
                    true => t!("not-answered"),
                    false => std::iter::once(given).chain(since).collect::<Vec<_>>().join("\n\n"),
                },
                change: base.map(|base| href(&format!("{base}/{number}?change=1"))).unwrap_or_default(),
            }
        })
        .collect()
}
