//! A decision: its words, how it was carried, what it rests on, and the call that it puts.

use domain::outcomes::Seen;
use leptos::prelude::*;
use services::assembly::decisions::{Cited, Decision};

use crate::components::{Lines, day};
use crate::outcomes::names;
use crate::t;
use crate::words::href;

/// The decision. `elsewhere` says that it stands apart from its meeting, so that it leads there.
pub fn article(decision: &Decision, assembly: &str, elsewhere: bool) -> AnyView {
    let meeting = href(&format!("/assemblies/{assembly}/meetings/{}", decision.meeting));
    let taken = elsewhere.then(|| {
        let at = t!("decision-taken", meeting = decision.meeting, when = day(decision.decided_on));
        view! { <p class="govuk-body fm-secondary"><a class="govuk-link" href=meeting>{at}</a> ": " {decision.item.clone()}</p> }
    });
    let dissent = (!decision.dissent.is_empty()).then(|| {
        view! { <p class="govuk-body"><strong>{t!("decision-dissent")}</strong></p> <Lines text=decision.dissent.clone()/> }
    });
    let put = decision.call.as_ref().map(|call| {
        let to = href(&format!("/calls/{}", call.slug));
        view! {
            <p class="govuk-body">{t!("decision-call")} " " <a class="govuk-link" href=to>{names::call(call)}</a></p>
        }
    });
    let cites: Vec<_> = decision.cites.iter().map(cited).collect();
    view! {
        <article class="fm-decision" id=format!("decision-{}", decision.number)>
            <h3 class="govuk-heading-m">{t!("decision-title", number = decision.number, title = &decision.title)}</h3>
            <Lines text=decision.text.clone() class="fm-decision__words"/>
            <p class="fm-decision__votes">
                <span>{t!("votes-for", count = decision.votes_for)}</span>
                <span>{t!("votes-against", count = decision.votes_against)}</span>
                <span>{t!("votes-abstained", count = decision.abstained)}</span>
            </p>
            {dissent} {put} {taken}
            <p class="govuk-body"><strong>{t!("decision-cites")}</strong></p>
            <ul class="govuk-list govuk-list--bullet">{cites}</ul>
        </article>
    }
    .into_any()
}

fn cited(seen: &Seen<Cited>) -> AnyView {
    match seen {
        Seen::Counted(count) => view! { <li>{t!("cited-withheld", count = *count)}</li> }.into_any(),
        Seen::Shown(Cited::Finding { call, number, title }) => {
            let of = t!("cited-finding", number = *number, call = names::call(call), title = title);
            let to = crate::outcomes::finding::address(&call.slug, *number);
            view! { <li><a class="govuk-link" href=to>{of}</a></li> }.into_any()
        }
        Seen::Shown(Cited::Recommendation { slug, number, title }) => {
            let kind =
                number.map_or_else(|| t!("recommendation"), |n| t!("recommendation-number", number = n));
            let to = href(&format!("/recommendations/{slug}"));
            view! { <li>{kind} ": " <a class="govuk-link" href=to>{title.clone()}</a></li> }.into_any()
        }
    }
}
