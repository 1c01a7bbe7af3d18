//! The forms of the builder for skips and for end pages.

use domain::calls::EndPage;
use leptos::prelude::*;
use services::calls::{Call, Questionnaire};
use uuid::Uuid;

use super::builder_forms::{address, frame};
use super::builder_rule::{self, Asking};
use super::skips::{meaning, place};
use crate::components::{Fixed, Inset, Opt, Radios, Select, TextArea, TextInput};
use crate::t;

/// What the form of a skip shows.
pub struct SkipPage {
    pub call: Call,
    pub form: Questionnaire,
    /// The question after which it is.
    pub after: Uuid,
    /// The skip that is changed; a new one where there is none.
    pub id: Option<Uuid>,
}

/// The form of a skip.
pub fn skip(shown: SkipPage) -> AnyView {
    let SkipPage { call, form, after, id } = shown;
    let (at, heading) = match id {
        Some(id) => (format!("skips/{id}"), t!("skip-edit-title")),
        None => (format!("{after}/skips/new"), t!("skip-new-title")),
    };
    let title = form.question(after).map(|asked| asked.title.clone()).unwrap_or_default();
    let number = form.number(after).unwrap_or_default();
    let places = form.places_after(after).into_iter().map(|to| Opt::new(to, capital(&place(&form, to))));
    let places = std::iter::once(Opt::new("", t!("skip-to-none"))).chain(places).collect();
    let fields = view! {
        <Inset><p>{t!("skip-after", number = number, title = title)}</p></Inset>
        <Select name="to" label=t!("skip-to-label") hint=t!("skip-to-hint") options=places/>
        {builder_rule::rule(&form, form.until(after), Asking::Skip)}
    }
    .into_any();
    frame(&call, address(&call, &at), heading, fields, Some(t!("save")))
}

/// The same words at the beginning of a line.
fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// What the form of an end page shows.
pub struct EndPagePage {
    pub call: Call,
    /// The page that is changed; a new one where there is none.
    pub held: Option<EndPage>,
    /// Whether people have begun to answer.
    pub begun: bool,
}

/// The form of an end page.
pub fn end(shown: EndPagePage) -> AnyView {
    let EndPagePage { call, held, begun } = shown;
    let (at, heading) = match &held {
        Some(held) => (format!("ends/{}", held.id), t!("end-page-edit-title")),
        None => ("ends/new".to_owned(), t!("end-page-new-title")),
    };
    let sends = if let Some(held) = held.filter(|_| begun) {
        view! { <Fixed name="sends" label=t!("end-page-sends-label") value=meaning(&held)/> }.into_any()
    } else {
        let options =
            vec![Opt::new("yes", t!("end-page-sends-yes")), Opt::new("no", t!("end-page-sends-no"))];
        view! { <Radios name="sends" legend=t!("end-page-sends-label") options small=true/> }.into_any()
    };
    let fields = view! {
        <TextInput name="title" label=t!("end-page-title-label") hint=t!("end-page-title-hint")/>
        <TextArea name="text" label=t!("end-page-text-label") hint=t!("end-page-text-hint") rows=6/>
        {sends}
    }
    .into_any();
    frame(&call, address(&call, &at), heading, fields, Some(t!("save")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_begins_with_a_capital_letter() {
        assert_eq!(capital("the page “é”"), "The page “é”");
        assert_eq!(capital(""), "");
    }
}
