//! The codes at the side: found by typing, applied by a click, by Enter, or by a digit.

use leptos::prelude::*;

use super::desk::State;
use super::keys;
use super::model::DeskCode;

/// The panel.
pub fn panel(state: State) -> AnyView {
    let (labels, may_code) = state.desk.with_value(|desk| (desk.labels.clone(), desk.may_code));
    let message = view! { <p class="fm-message" role="status">{move || state.message.get()}</p> };
    if !may_code {
        return view! { <aside class="fm-panel">{message}</aside> }.into_any();
    }
    let (none, whole) = (labels.chosen_none.clone(), labels.chosen_whole.clone());
    let chosen = move || match state.chosen.get() {
        None => none.clone(),
        Some(chosen) if chosen.span.is_none() => whole.clone(),
        Some(_) => state.chosen_words().map(|words| format!("“{words}”")).unwrap_or_default(),
    };
    let sheet = labels.sheet.clone();
    view! {
        <aside class="fm-panel" aria-label=labels.all_codes.clone()>
            <p class="fm-chosen">{chosen}</p>
            <div class="govuk-form-group">
                <label class="govuk-label" for="find-code">{labels.find.clone()}</label>
                <input
                    class="govuk-input"
                    id="find-code"
                    type="text"
                    autocomplete="off"
                    aria-describedby="find-code-hint"
                    aria-controls="codes"
                    prop:value=move || state.filter.get()
                    on:input=move |event| state.filter.set(event_target_value(&event))
                    on:keydown=move |event| keys::in_filter(state, &event)
                />
                <div id="find-code-hint" class="govuk-hint">{labels.find_hint.clone()}</div>
            </div>
            {message}
            {recent(state, labels.recent.clone())}
            <ul class="fm-code-list" id="codes">
                <For each=move || state.found() key=|code: &DeskCode| code.id let:code>
                    {code_row(state, code)}
                </For>
            </ul>
            <p class="fm-secondary">{move || state.found().is_empty().then(|| labels.nothing_found.clone())}</p>
            <div class="fm-toolbar">
                <button type="button" class="govuk-button govuk-button--secondary" on:click=move |_| keys::undo(state)>
                    {labels.undo.clone()}
                </button>
                <button type="button" class="govuk-button govuk-button--secondary" on:click=move |_| keys::redo(state)>
                    {labels.redo.clone()}
                </button>
                <button type="button" class="govuk-button govuk-button--secondary" on:click=move |_| keys::whole(state)>
                    {labels.whole.clone()}
                </button>
            </div>
            <details class="fm-keys" open=move || state.sheet.get()>
                <summary>{labels.keys.clone()}</summary>
                <label class="fm-keys__switch">
                    <input
                        type="checkbox"
                        prop:checked=move || state.keys_on.get()
                        on:change=move |event| keys::switch(state, event_target_checked(&event))
                    />
                    " " {labels.keys_on.clone()}
                </label>
                <dl class="fm-key-sheet">
                    {sheet.into_iter().map(|(key, what)| view! { <div><dt><kbd>{key}</kbd></dt><dd>{what}</dd></div> }).collect_view()}
                </dl>
            </details>
        </aside>
    }
    .into_any()
}

/// The codes used last, each with the digit that applies it.
fn recent(state: State, label: String) -> AnyView {
    let rows = move || {
        let codes: Vec<DeskCode> = state.recent.get().into_iter().filter_map(|id| state.code(id)).collect();
        codes
            .into_iter()
            .enumerate()
            .map(|(at, code)| view! { <li><kbd>{at + 1}</kbd> " " {button(state, &code)}</li> })
            .collect_view()
    };
    let label = move || {
        (!state.recent.get().is_empty()).then(|| view! { <h3 class="govuk-heading-s">{label.clone()}</h3> })
    };
    view! { {label} <ul class="fm-code-list fm-code-list--recent">{rows}</ul> }.into_any()
}

fn code_row(state: State, code: DeskCode) -> AnyView {
    view! { <li class=format!("fm-code-list__item fm-code-list__item--{}", code.depth.min(4))>{button(state, &code)}</li> }.into_any()
}

fn button(state: State, code: &DeskCode) -> AnyView {
    let id = code.id;
    view! {
        <button
            type="button"
            class=format!("fm-code fm-code--{}", code.colour)
            title=code.definition.clone()
            on:click=move |_| keys::apply(state, id)
        >
            {code.name.clone()}
        </button>
    }
    .into_any()
}
