//! Finding a call among those that were announced. They are few enough to be looked through one by one.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::Language;
use domain::calls::{Audience, Keyword, Shown};
use domain::forms::Form;

use super::Call;

/// What is looked for. Whatever is empty matches every call.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Finder {
    /// Words, of which each is in the title or the summary, in either language.
    pub words: Vec<String>,
    pub state: Option<Shown>,
    pub theme: String,
    pub place: String,
    pub audience: Option<Audience>,
    pub commissioner: String,
}

impl Finder {
    /// Reads what is looked for from an address. What is unknown matches every call.
    pub fn parse(form: &Form) -> Self {
        let words = form.text("words").unwrap_or_default().to_lowercase();
        Self {
            words: words.split_whitespace().map(str::to_owned).collect(),
            state: Shown::parse(form.value("state")),
            theme: form.value("theme").to_owned(),
            place: form.value("place").to_owned(),
            audience: Audience::parse(form.value("audience")),
            commissioner: form.value("commissioner").to_owned(),
        }
    }

    /// Whether anything is looked for at all.
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a call is among what is looked for.
    pub fn finds(&self, call: &Call, now: DateTime<Utc>) -> bool {
        let named = |wanted: &str, keywords: &[Keyword]| {
            wanted.is_empty() || keywords.iter().any(|keyword| keyword.name == wanted)
        };
        let said =
            [&call.title, &call.summary, &call.title_cy, &call.summary_cy].map(|text| text.to_lowercase());
        let state = Shown::of(call.state(now));
        self.words.iter().all(|word| said.iter().any(|text| text.contains(word)))
            && self.state.is_none_or(|wanted| state == Some(wanted))
            && named(&self.theme, &call.keywords.themes)
            && named(&self.place, &call.keywords.places)
            && self.audience.is_none_or(|wanted| call.keywords.audiences.contains(&wanted))
            && (self.commissioner.is_empty() || first_line(&call.commissioner) == self.commissioner)
    }
}

/// What these calls can be found by: each as the address names it, and as it is called in a language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offered {
    pub themes: Vec<(String, String)>,
    pub places: Vec<(String, String)>,
    pub audiences: Vec<Audience>,
    pub commissioners: Vec<String>,
}

impl Offered {
    /// All that any of these calls has.
    pub fn of(calls: &[Call], language: Language) -> Self {
        let names = |keywords: fn(&Call) -> &[Keyword]| {
            let all = calls.iter().flat_map(keywords);
            let named: BTreeSet<_> =
                all.map(|keyword| (keyword.name_in(language).to_owned(), keyword.name.clone())).collect();
            named.into_iter().map(|(said, name)| (name, said)).collect()
        };
        let any = |audience: &Audience| calls.iter().any(|call| call.keywords.audiences.contains(audience));
        let commissioners: BTreeSet<_> =
            calls.iter().map(|call| first_line(&call.commissioner)).filter(|line| !line.is_empty()).collect();
        Self {
            themes: names(|call| &call.keywords.themes),
            places: names(|call| &call.keywords.places),
            audiences: Audience::ALL.iter().copied().filter(any).collect(),
            commissioners: commissioners.into_iter().map(str::to_owned).collect(),
        }
    }
}

fn first_line(text: &str) -> &str {
    text.trim().lines().next().unwrap_or_default().trim()
}
