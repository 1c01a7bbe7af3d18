//! What is said of quotes: that some may not be sent, and how many stories a response quotes.

use domain::responses::QuoteFault;
use leptos::prelude::*;
use services::responses::gathering::quotes::Cited;
use services::responses::gathering::record::Quoted;

use crate::components::Warning;
use crate::t;

/// The quotes that may not be sent as they stand, with the way to each answer; nothing where all may. `to` gives the address of
/// the answer to a question.
pub fn withdrawn(quotes: &[Cited], to: impl Fn(uuid::Uuid) -> String) -> Option<AnyView> {
    let one = |cited: &Cited| {
        let words = cited.quote.words.as_str();
        let text = match cited.fault? {
            QuoteFault::Words => t!("quotes-withdrawn-words", words = words, number = cited.quote.number),
            QuoteFault::Name => {
                t!("quotes-withdrawn-name", words = words, name = cited.quote.name.as_str())
            }
        };
        let about = t!("story-number", number = cited.quote.number);
        Some(view! {
            <li>
                {text} " "
                <a class="govuk-link" href=to(cited.question)>{t!("quotes-withdrawn-answer")} <span class="govuk-visually-hidden">": " {about}</span></a>
            </li>
        })
    };
    let all: Vec<_> = quotes.iter().filter_map(one).collect();
    (!all.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-m">{t!("quotes-withdrawn-title")}</h2>
            <Warning text=t!("error-quotes-withdrawn")/>
            <ul class="govuk-list govuk-list--bullet">{all}</ul>
        }
        .into_any()
    })
}

/// How many stories a response quotes, of how many, and which.
pub fn sentence(quoted: &Quoted) -> String {
    let numbers = quoted.numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let (count, of) = (quoted.numbers.len(), quoted.gathered);
    t!("stories-quoted", count = count, of = of, name = quoted.organisation.as_str(), numbers = numbers)
}

/// The same on a receipt.
pub fn on_receipt(quoted: &Quoted) -> AnyView {
    view! {
        <h2 class="govuk-heading-m">{t!("stories-quoted-title")}</h2>
        <p class="govuk-body">{sentence(quoted)}</p>
    }
    .into_any()
}
