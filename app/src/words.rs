//! The words of the interface, in English and in Welsh (Fluent, `app/locales`).
//!
//! [`t!`](crate::t) gives the text of a key in the language of the page that is being rendered. Keys are literals, so
//! that a test can see which are missing and which are used no more.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use leptos::prelude::{Owner, use_context};
use unic_langid::{LanguageIdentifier, langid};

pub use domain::Language;

/// The Fluent files. Those of the team area exist in English alone.
const ENGLISH: &[&str] = &[
    include_str!("../locales/en/common.ftl"),
    include_str!("../locales/en/calls.ftl"),
    include_str!("../locales/en/responses.ftl"),
    include_str!("../locales/en/files.ftl"),
    include_str!("../locales/en/people.ftl"),
    include_str!("../locales/en/organisations.ftl"),
    include_str!("../locales/en/members.ftl"),
    include_str!("../locales/en/together.ftl"),
    include_str!("../locales/en/gathering.ftl"),
    include_str!("../locales/en/outcomes.ftl"),
    include_str!("../locales/en/assembly.ftl"),
    include_str!("../locales/en/letters.ftl"),
    include_str!("../locales/en/team-calls.ftl"),
    include_str!("../locales/en/team-people.ftl"),
    include_str!("../locales/en/team-responses.ftl"),
    include_str!("../locales/en/team-review.ftl"),
    include_str!("../locales/en/team-search.ftl"),
    include_str!("../locales/en/team-outcomes.ftl"),
    include_str!("../locales/en/team-assembly.ftl"),
    include_str!("../locales/en/team-letters.ftl"),
    include_str!("../locales/en/team-organisations.ftl"),
    include_str!("../locales/en/team-audit.ftl"),
    include_str!("../locales/en/team-approvals.ftl"),
];

const WELSH: &[&str] = &[
    include_str!("../locales/cy/common.ftl"),
    include_str!("../locales/cy/calls.ftl"),
    include_str!("../locales/cy/responses.ftl"),
    include_str!("../locales/cy/files.ftl"),
    include_str!("../locales/cy/people.ftl"),
    include_str!("../locales/cy/organisations.ftl"),
    include_str!("../locales/cy/members.ftl"),
    include_str!("../locales/cy/together.ftl"),
    include_str!("../locales/cy/gathering.ftl"),
    include_str!("../locales/cy/outcomes.ftl"),
    include_str!("../locales/cy/assembly.ftl"),
    include_str!("../locales/cy/letters.ftl"),
];

static ENGLISH_WORDS: LazyLock<FluentBundle<FluentResource>> =
    LazyLock::new(|| bundle(langid!("en"), ENGLISH));
static WELSH_WORDS: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle(langid!("cy"), WELSH));

fn bundle(language: LanguageIdentifier, files: &[&str]) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Marks of direction around values would be read out by some screen readers, and neither language needs them.
    bundle.set_use_isolating(false);
    for file in files {
        // A broken entry is left out here and named by the test of the files.
        let resource = FluentResource::try_new((*file).to_owned()).unwrap_or_else(|(rest, _)| rest);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// The language of the page that is being rendered.
pub fn language() -> Language {
    Owner::current().and_then(|_| use_context::<Language>()).unwrap_or(Language::English)
}

/// The text of a key in a language; what Welsh lacks is given in English.
pub fn say(language: Language, key: &str, args: Option<&FluentArgs<'_>>) -> String {
    let welsh = (language == Language::Welsh).then(|| formatted(&WELSH_WORDS, key, args)).flatten();
    welsh.or_else(|| formatted(&ENGLISH_WORDS, key, args)).unwrap_or_else(|| key.to_owned())
}

/// A text that belongs to a key of the team's pages under a name of its own.
pub fn say_attribute(key: &str, name: &str) -> String {
    let message = ENGLISH_WORDS.get_message(key);
    let attribute = message.and_then(|message| message.get_attribute(name));
    let text = attribute.map(|found| ENGLISH_WORDS.format_pattern(found.value(), None, &mut Vec::new()));
    text.map_or_else(|| key.to_owned(), std::borrow::Cow::into_owned)
}

fn formatted(
    bundle: &FluentBundle<FluentResource>,
    key: &str,
    args: Option<&FluentArgs<'_>>,
) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    Some(bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned())
}

/// A value that a text is filled with: numbers decide plurals, everything else is shown as it is.
pub trait Filling {
    fn fill(self) -> FluentValue<'static>;
}

macro_rules! numbers {
    ($($number:ty),+) => { $(impl Filling for $number {
        fn fill(self) -> FluentValue<'static> { FluentValue::from(self) }
    })+ };
}
numbers!(u8, u32, u64, usize, i32, i64);

impl Filling for String {
    fn fill(self) -> FluentValue<'static> {
        FluentValue::from(self)
    }
}

impl Filling for &str {
    fn fill(self) -> FluentValue<'static> {
        FluentValue::from(self.to_owned())
    }
}

impl Filling for &String {
    fn fill(self) -> FluentValue<'static> {
        FluentValue::from(self.clone())
    }
}

/// The text of a key in the language of the page: `t!("key")`, or `t!("key", name = value)`.
#[macro_export]
macro_rules! t {
    ($key:literal) => { $crate::words::say($crate::words::language(), $key, None) };
    ($key:literal, $($name:ident = $value:expr),+ $(,)?) => {{
        let mut args = $crate::words::Args::new();
        $(args.set(stringify!($name), $crate::words::Filling::fill($value));)+
        $crate::words::say($crate::words::language(), $key, Some(&args))
    }};
}

pub use fluent_bundle::FluentArgs as Args;

/// The text of a problem at a field.
pub fn say_problem(problem: &domain::forms::Problem) -> String {
    let mut args = FluentArgs::new();
    for (name, value) in &problem.args {
        match value.parse::<i64>() {
            Ok(number) => args.set(*name, number),
            Err(_) => args.set(*name, value.clone()),
        }
    }
    say(language(), problem.message, Some(&args))
}

/// The address of a public page in the language of the page that links to it.
pub fn href(path: &str) -> String {
    language().href(path)
}

#[cfg(test)]
#[path = "words_tests.rs"]
mod tests;
