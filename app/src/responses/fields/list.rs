//! One of a long list: a list that opens, which becomes a field that finds its lines by their letters where script runs; and
//! words of one's own, where they may be.

use domain::calls::Question;
use domain::calls::kinds::List;
use leptos::prelude::*;

use super::{Heading, label};
use crate::components::{Fields, Opt, Select, TextInput};
use crate::t;

pub(super) fn field(asked: &Question, heading: Heading, settings: List) -> AnyView {
    let lines = asked.choices.iter().map(|choice| Opt::new(choice.id, label(asked, choice)));
    let options = std::iter::once(Opt::new("", t!("list-none"))).chain(lines).collect();
    // What was typed where script ran, and is no line of the list, is there to be put right.
    let typed = Fields::current().form.value("answer-typed").to_owned();
    view! {
        <div
            class="fm-list"
            data-module="fm-list"
            data-typed=typed
            data-how=t!("list-how")
            data-nothing=t!("list-nothing")
            data-found=t!("list-found")
        >
            <Select name="answer" label=heading.title options hint=heading.hint heading=true/>
        </div>
        {settings.own.then(|| view! {
            <TextInput name="answer-own" label=t!("list-own") hint=t!("list-own-hint")/>
        })}
    }
    .into_any()
}

pub(super) fn rule(settings: List, what: String) -> String {
    if settings.own { format!("{what} {}", t!("rule-list-own")) } else { what }
}
