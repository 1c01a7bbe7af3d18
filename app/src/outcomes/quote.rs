//! The exact words of responses, and how many more may not be shown.

use domain::outcomes::Seen;
use domain::responses::RespondentKind;
use leptos::prelude::*;
use services::outcomes::Excerpt;

use crate::responses::names;
use crate::t;

/// Words that a reader may see, one after the other, and a count of the rest.
pub fn quotes(excerpts: &[Seen<Excerpt>]) -> Vec<AnyView> {
    excerpts
        .iter()
        .map(|seen| match seen {
            Seen::Shown(excerpt) => quote(excerpt),
            Seen::Counted(count) => withheld(*count),
        })
        .collect()
}

/// Words of a response, with whose they are as far as their reader may know it.
pub fn quote(excerpt: &Excerpt) -> AnyView {
    let themes = (!excerpt.themes.is_empty())
        .then(|| view! { <br/> {t!("quote-themes", themes = excerpt.themes.join(", "))} });
    view! {
        <figure class="fm-quote">
            <blockquote lang=excerpt.language.clone()>{excerpt.words.clone()}</blockquote>
            <figcaption>
                {t!("quote-source", who = whose(excerpt), question = &excerpt.question)} {themes} {for_the_team(excerpt)}
            </figcaption>
        </figure>
    }
    .into_any()
}

fn whose(excerpt: &Excerpt) -> String {
    excerpt.name.clone().unwrap_or_else(|| match excerpt.kind {
        RespondentKind::Individual => t!("quote-individual"),
        RespondentKind::OnBehalf => t!("quote-on-behalf"),
        RespondentKind::Organisation => t!("quote-organisation"),
    })
}

/// Where the words are, and whether they may be published.
fn for_the_team(excerpt: &Excerpt) -> Option<AnyView> {
    let team = excerpt.team.as_ref()?;
    let to = format!("/team/calls/{}/responses/{}", excerpt.call.slug, excerpt.reference);
    let consent = t!("quote-consent", consent = names::consent(team.consent));
    Some(
        view! { <br/> <a class="govuk-link" href=to>{excerpt.reference.clone()}</a> " · " {consent} }
            .into_any(),
    )
}

/// How many excerpts may not be shown.
pub fn withheld(count: usize) -> AnyView {
    view! { <p class="govuk-body fm-quote fm-quote--withheld">{t!("quote-withheld", count = count)}</p> }
        .into_any()
}
