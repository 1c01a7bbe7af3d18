//! The exact words of responses, and how many more may not be shown.

use domain::outcomes::Seen;
use domain::responses::RespondentKind;
use domain::text::words as words_in;
use leptos::prelude::*;
use services::outcomes::{Excerpt, TracedFinding};

use crate::responses::names;
use crate::t;

/// How many code points of an excerpt are shown at once.
const LONGEST: usize = 2000;

/// The words of a finding that a reader may see, one after the other, and counts of the rest.
pub fn quotes(finding: &TracedFinding) -> Vec<AnyView> {
    let seen = finding.excerpts.iter().map(|seen| match seen {
        Seen::Shown(excerpt) => quote(excerpt),
        Seen::Counted(count) => withheld(*count),
    });
    let gone = (finding.withdrawn > 0).then(|| withdrawn(finding.withdrawn));
    seen.chain(gone).collect()
}

/// Words of a response, with whose they are as far as their reader may know it.
pub fn quote(excerpt: &Excerpt) -> AnyView {
    let themes = (!excerpt.themes.is_empty())
        .then(|| view! { <br/> {t!("quote-themes", themes = excerpt.themes.join(", "))} });
    let (words, rest) = shortened(&excerpt.words);
    let rest = rest.map(|rest| {
        view! {
            <details class="govuk-details">
                <summary class="govuk-details__summary">
                    <span class="govuk-details__summary-text">{t!("quote-rest", words = words_in(rest))}</span>
                </summary>
                <blockquote lang=excerpt.language.clone()>{rest.to_owned()}</blockquote>
            </details>
        }
    });
    let changed = excerpt.changed.then(|| view! { <br/> {t!("quote-changed")} });
    view! {
        <figure class="fm-quote">
            <blockquote lang=excerpt.language.clone()>{words.to_owned()}</blockquote>
            {rest}
            <figcaption>
                {t!("quote-source", who = whose(excerpt), question = &excerpt.question)} {cited(excerpt)} {themes} {changed} {for_the_team(excerpt)}
            </figcaption>
        </figure>
    }
    .into_any()
}

/// The words that are shown at once, and those that follow where there are very many: a whole answer can be a book.
fn shortened(words: &str) -> (&str, Option<&str>) {
    let Some((end, _)) = words.char_indices().nth(LONGEST) else { return (words, None) };
    let end = words[..end].rfind(char::is_whitespace).unwrap_or(end);
    (&words[..end], Some(words[end..].trim_start()))
}

fn whose(excerpt: &Excerpt) -> String {
    excerpt.name.clone().unwrap_or_else(|| match excerpt.kind {
        RespondentKind::Individual => t!("quote-individual"),
        RespondentKind::OnBehalf => t!("quote-on-behalf"),
        RespondentKind::Organisation => t!("quote-organisation"),
    })
}

/// The paragraphs in which the words stand, by which they are cited.
fn cited(excerpt: &Excerpt) -> Option<AnyView> {
    let cited = excerpt.cited?;
    let said = if cited.first == cited.last {
        t!("quote-paragraph", number = cited.number())
    } else {
        t!("quote-paragraphs", first = cited.number(), last = cited.last_number())
    };
    Some(view! { ", " {said} }.into_any())
}

/// Where the words are, and whether they may be published.
fn for_the_team(excerpt: &Excerpt) -> Option<AnyView> {
    let team = excerpt.team.as_ref()?;
    let at = excerpt.cited.map(|cited| format!("#{}", cited.anchor())).unwrap_or_default();
    let to = format!("/team/calls/{}/responses/{}{at}", excerpt.call.slug, excerpt.reference);
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

/// How many excerpts are not shown because their respondents have withdrawn them.
pub fn withdrawn(count: usize) -> AnyView {
    view! { <p class="govuk-body fm-quote fm-quote--withheld">{t!("quote-withdrawn", count = count)}</p> }
        .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_are_shown_in_two_parts_and_none_is_lost() {
        assert_eq!(shortened("A few words."), ("A few words.", None));
        let long = "Né à l’hôpital. ".repeat(300);
        let (words, rest) = shortened(&long);
        assert!(words.chars().count() <= LONGEST && words.ends_with("l’hôpital."));
        assert_eq!(format!("{words} {}", rest.expect("more")), long);
        let unbroken = "x".repeat(LONGEST + 1);
        assert_eq!(shortened(&unbroken), (&unbroken[..LONGEST], Some("x")));
    }
}
