//! The confirmation, and the receipt that prints well.

use chrono::{DateTime, Utc};
use domain::calls::{Question, QuestionKind};
use domain::responses::About;
use leptos::prelude::*;
use services::calls::{Call, Questionnaire};
use services::people::organisations::Organisation;
use services::responses::change::Standing;
use services::responses::co_signing::CoSignatory;
use services::responses::gathering::record::Quoted;
use services::responses::{AnswerText, Receipt};

use super::gathering::quoted::on_receipt;
use super::keeping::{self, Keeping};
use super::{about, change, co_signing, fields};
use crate::components::{Button, CitedLines, Hidden, Lines, SummaryList, when};
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
}

/// The confirmation after submitting.
pub fn confirmation(shown: Confirmation) -> AnyView {
    let Confirmation { call, receipt, keeping, standing, until } = shown;
    let title = if receipt.version > 1 { t!("confirmation-changed") } else { t!("confirmation-title") };
    let keeping = keeping::offer(&call, &keeping);
    view! {
        <Main>
            <Column>
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
                <h2 class="govuk-heading-m">{t!("confirmation-next-title")}</h2>
                <p class="govuk-body">{t!("confirmation-next-1")}</p>
                <p class="govuk-body">{t!("confirmation-next-2")}</p>
                <p class="govuk-body"><a class="govuk-link" href=href(&format!("/calls/{}", call.slug))>{calls::title(&call)}</a></p>
            </Column>
        </Main>
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

/// The receipt: what was sent, when, and the number by which it can be compared with what is held.
pub fn page(shown: ReceiptPage) -> AnyView {
    let ReceiptPage { call, form, receipt, about, systems, answers, .. } = shown;
    let ReceiptPage { signatories, quoted, standing, until, .. } = shown;
    let version = version(&receipt).map(|text| {
        view! { <div><dt>{t!("receipt-version")}</dt><dd>{text}</dd></div> }
    });
    let about = about::rows(&about, &systems, |_| String::new());
    let given = given(answers, &form);
    view! {
        <Main>
            <Column>
                <p class="govuk-caption-l">{calls::title(&call)}</p>
                <h1 class="govuk-heading-l">{t!("receipt-title")}</h1>
                <dl class="fm-facts">
                    <div><dt>{t!("confirmation-reference")}</dt><dd>{receipt.reference.clone()}</dd></div>
                    <div><dt>{t!("receipt-time")}</dt><dd>{when(receipt.submitted_at, &call)}</dd></div>
                    {version}
                    <div><dt>{t!("receipt-hash")}</dt><dd class="fm-hash">{receipt.hash.clone()}</dd></div>
                </dl>
                <p class="govuk-body fm-secondary">{t!("receipt-hash-text")}</p>
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

/// What was answered, question by question.
pub(super) fn given(answers: Vec<AnswerText>, form: &Questionnaire) -> Vec<AnyView> {
    let one = |answer: AnswerText| {
        let asked = form.question(answer.question);
        let number = form.number(answer.question);
        let title = asked.map(|asked| asked.title.clone()).unwrap_or_default();
        let text = said(&answer, form);
        // Of documents the receipt has the names, and not the text that is cited.
        let cited =
            |asked: &&Question| asked.kind() != QuestionKind::Documents && asked.kind().is_cited(&text);
        let number = number.filter(|_| asked.as_ref().is_some_and(cited));
        let class = "govuk-body fm-reading";
        let words = match number {
            Some(number) => view! { <CitedLines text number class/> }.into_any(),
            None => view! { <Lines text class/> }.into_any(),
        };
        view! {
            <section class="fm-paper">
                <h2 class="govuk-heading-m">{title}</h2>
                {words}
            </section>
        }
        .into_any()
    };
    answers.into_iter().map(one).collect()
}

/// An answer in words.
pub fn said(answer: &AnswerText, form: &Questionnaire) -> String {
    match (&answer.value, form.question(answer.question)) {
        (Some(value), Some(asked)) => fields::said(asked, value),
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
