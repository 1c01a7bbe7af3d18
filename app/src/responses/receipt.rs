//! The confirmation, and the receipt that prints well.

use chrono::{DateTime, Utc};
use domain::Language;
use domain::calls::{Question, QuestionKind};
use domain::responses::{About, Channel};
use leptos::prelude::*;
use services::calls::{Call, Questionnaire};
use services::handout::{Handout, Part, Section};
use services::people::organisations::Organisation;
use services::responses::change::Standing;
use services::responses::co_signing::CoSignatory;
use services::responses::gathering::record::Quoted;
use services::responses::{AnswerText, Receipt};

use super::gathering::quoted::on_receipt;
use super::keeping::{self, Keeping};
use super::{about, change, co_signing, fields};
use crate::calls::corrected;
use crate::components::{
    Button, CitedLines, ErrorSummary, Hidden, Lines, Notice, SummaryList, TextInput, day, when,
};
use crate::layout::{Column, Main};
use crate::words::href;
use crate::{calls, t};

/// What the confirmation shows.
pub struct Confirmation {
    pub call: Call,
    pub receipt: Receipt,
    /// In whose account it is.
    pub keeping: Keeping,
    /// How it can be changed, and until when.
    pub standing: Standing,
    pub until: Option<DateTime<Utc>>,
    /// Whether the receipt was just sent by letter; nothing where no letter can be.
    pub by_letter: Option<bool>,
}

/// The confirmation after submitting.
pub fn confirmation(shown: Confirmation) -> AnyView {
    let Confirmation { call, receipt, keeping, standing, until, by_letter } = shown;
    let sent = (by_letter == Some(true)).then(|| {
        view! {
            <Notice title=t!("later-sent-title")>
                <p class="govuk-notification-banner__heading">{t!("receipt-letter-sent")}</p>
            </Notice>
        }
    });
    let by_letter = by_letter.map(|_| letter(&call));
    let title = if receipt.version > 1 { t!("confirmation-changed") } else { t!("confirmation-title") };
    let keeping = keeping::offer(&call, &keeping);
    view! {
        <Main>
            <Column>
                <ErrorSummary/>
                {sent}
                <div class="govuk-panel govuk-panel--confirmation">
                    <h1 class="govuk-panel__title">{title}</h1>
                    <div class="govuk-panel__body">{t!("confirmation-reference")} <br/> <strong>{receipt.reference.clone()}</strong></div>
                </div>
                <p class="govuk-body">{t!("confirmation-time", when = when(receipt.submitted_at, &call))} " " {version(&receipt)}</p>
                <p class="govuk-body">
                    <a class="govuk-link" href=href(&format!("/calls/{}/receipt", call.slug))>{t!("confirmation-receipt")}</a>
                </p>
                {keeping}
                {change::offer(&call, standing, until)}
                {by_letter}
                <h2 class="govuk-heading-m">{t!("confirmation-next-title")}</h2>
                <p class="govuk-body">{t!("confirmation-next-1")}</p>
                <p class="govuk-body">{t!("confirmation-next-2")}</p>
                <p class="govuk-body"><a class="govuk-link" href=href(&format!("/calls/{}", call.slug))>{calls::title(&call)}</a></p>
            </Column>
        </Main>
    }
    .into_any()
}

/// The form that has the receipt sent by letter.
fn letter(call: &Call) -> AnyView {
    let action = href(&format!("/calls/{}/confirmation", call.slug));
    view! {
        <h2 class="govuk-heading-m">{t!("receipt-letter")}</h2>
        <form method="post" action=action novalidate>
            <TextInput
                name="email"
                label=t!("later-email")
                hint=t!("receipt-letter-text")
                kind="email"
                width="govuk-input--width-20"
                autocomplete="email"
            />
            <Button text=t!("receipt-letter-send") class="govuk-button--secondary"/>
        </form>
    }
    .into_any()
}

/// What a receipt shows.
pub struct ReceiptPage {
    pub call: Call,
    pub form: Questionnaire,
    pub receipt: Receipt,
    pub about: About,
    pub systems: Vec<Organisation>,
    pub answers: Vec<AnswerText>,
    /// How it came, where the team has entered it.
    pub entered: Option<Channel>,
    /// The address of the same as a document.
    pub document: String,
    /// Those who signed it too.
    pub signatories: Vec<CoSignatory>,
    /// What it quotes of the stories that its organisation gathered.
    pub quoted: Option<Quoted>,
    /// How it can be changed, and until when.
    pub standing: Standing,
    pub until: Option<DateTime<Utc>>,
}

/// Which version a receipt is of, where there is more than one.
fn version(receipt: &Receipt) -> Option<String> {
    (receipt.version > 1).then(|| t!("receipt-version-text", number = receipt.version))
}

/// When it came: of what the team has entered the day is known, and not the hour.
fn received(shown: &ReceiptPage) -> String {
    match shown.entered {
        Some(_) => day(shown.receipt.submitted_at.with_timezone(&shown.call.zone).date_naive()),
        None => when(shown.receipt.submitted_at, &shown.call),
    }
}

/// That the team has entered it, and how it came.
fn by_the_team(channel: Channel) -> String {
    t!("receipt-entered", channel = channel.as_str())
}

/// The receipt: what was sent, when, and the number by which it can be compared with what is held.
pub fn page(shown: ReceiptPage) -> AnyView {
    let at = received(&shown);
    let ReceiptPage { call, form, receipt, about, systems, answers, entered, .. } = shown;
    let ReceiptPage { document, signatories, quoted, standing, until, .. } = shown;
    let version = version(&receipt).map(|text| {
        view! { <div><dt>{t!("receipt-version")}</dt><dd>{text}</dd></div> }
    });
    let about = about::rows(&about, &systems, |_| String::new());
    let given = given(&call, answers, &form);
    let entered = entered.map(|channel| view! { <p class="govuk-body">{by_the_team(channel)}</p> });
    view! {
        <Main>
            <Column>
                <p class="govuk-caption-l">{calls::title(&call)}</p>
                <h1 class="govuk-heading-l">{t!("receipt-title")}</h1>
                {entered}
                <dl class="fm-facts">
                    <div><dt>{t!("confirmation-reference")}</dt><dd>{receipt.reference.clone()}</dd></div>
                    <div><dt>{t!("receipt-time")}</dt><dd>{at}</dd></div>
                    {version}
                    <div><dt>{t!("receipt-hash")}</dt><dd class="fm-hash">{receipt.hash.clone()}</dd></div>
                </dl>
                <p class="govuk-body fm-secondary">{t!("receipt-hash-text")}</p>
                <p class="govuk-body govuk-!-display-none-print">
                    <a class="govuk-link" href=document download="">{t!("receipt-document")}</a>
                </p>
                {change::offer(&call, standing, until)}
                <h2 class="govuk-heading-m">{t!("step-section-about")}</h2>
                <SummaryList rows=about/>
                {co_signing::signed(&signatories)}
                {quoted.as_ref().map(on_receipt)}
                {given}
                {journey(&receipt)}
            </Column>
        </Main>
    }
    .into_any()
}

/// The receipt as a paper to keep.
pub fn paper(shown: &ReceiptPage, language: Language) -> Handout {
    let ReceiptPage { call, form, receipt, about, systems, answers, signatories, .. } = shown;
    let facts = [
        (t!("confirmation-reference"), Some(receipt.reference.clone())),
        (t!("receipt-time"), Some(received(shown))),
        (t!("receipt-version"), version(receipt)),
        (t!("receipt-hash"), Some(receipt.hash.clone())),
    ];
    let facts = facts.into_iter().filter_map(|(name, value)| Some(format!("{name}: {}", value?)));
    let about = about::rows(about, systems, |_| String::new());
    let about = about.into_iter().map(|row| Section::new(row.key, row.value)).collect();
    let you = Section { heading: t!("step-section-about"), parts: Vec::new(), within: about };
    let entered = shown.entered.map(|channel| Part::Text(by_the_team(channel))).into_iter();
    let signed = (!signatories.is_empty()).then(|| Section {
        heading: t!("co-signed-by"),
        parts: vec![Part::List(signatories.iter().map(|one| one.name.clone()).collect())],
        within: Vec::new(),
    });
    // As on the page: each in the words in which it was asked, and how those were put right since.
    let answer = |answer: &AnswerText| {
        let title =
            form.as_answered(answer.question, answer.wording).map(|asked| asked.title).unwrap_or_default();
        let since = corrected::since(call, form, answer.question, answer.wording);
        let mut section = Section::new(title, said(answer, form));
        section.parts.extend(since.map(Part::Aside));
        section
    };
    Handout {
        language,
        caption: calls::title(call),
        title: t!("receipt-title"),
        lead: entered.chain([Part::List(facts.collect()), Part::Text(t!("receipt-hash-text"))]).collect(),
        sections: std::iter::once(you).chain(signed).chain(answers.iter().map(answer)).collect(),
        notes: Vec::new(),
    }
}

/// What was answered, question by question, each in the words in which it was asked.
pub(super) fn given(call: &Call, answers: Vec<AnswerText>, form: &Questionnaire) -> Vec<AnyView> {
    let one = |answer: AnswerText| {
        let asked = form.as_answered(answer.question, answer.wording);
        let number = form.number(answer.question);
        let title = asked.as_ref().map(|asked| asked.title.clone()).unwrap_or_default();
        let text = said(&answer, form);
        // Of documents the receipt has the names, and not the text that is cited.
        let cited =
            |asked: &Question| asked.kind() != QuestionKind::Documents && asked.kind().is_cited(&text);
        let number = number.filter(|_| asked.as_ref().is_some_and(cited));
        let class = "govuk-body fm-reading";
        let words = match number {
            Some(number) => view! { <CitedLines text number class/> }.into_any(),
            None => view! { <Lines text class/> }.into_any(),
        };
        let since = corrected::since(call, form, answer.question, answer.wording);
        view! {
            <section class="fm-paper">
                <h2 class="govuk-heading-m">{title}</h2>
                {words}
                {since.map(|text| view! { <Lines text class="govuk-body fm-secondary"/> })}
            </section>
        }
        .into_any()
    };
    answers.into_iter().map(one).collect()
}

/// An answer in words: those of choices are what they were called when they were chosen.
pub fn said(answer: &AnswerText, form: &Questionnaire) -> String {
    match (&answer.value, form.as_answered(answer.question, answer.wording)) {
        (Some(value), Some(asked)) => fields::said(&asked, value),
        _ => answer.text.clone(),
    }
}

/// The way on to where the words went, with the receipt in hand.
fn journey(receipt: &Receipt) -> AnyView {
    view! {
        <section class="govuk-!-display-none-print">
            <h2 class="govuk-heading-m">{t!("receipt-journey")}</h2>
            <p class="govuk-body">{t!("receipt-journey-text")}</p>
            <form method="post" action=href("/my-words")>
                <Hidden name="reference" value=receipt.reference.clone()/>
                <Hidden name="code" value=receipt.hash.clone()/>
                <Button text=t!("journey-show") class="govuk-button--secondary" about=t!("receipt-journey")/>
            </form>
        </section>
    }
    .into_any()
}
