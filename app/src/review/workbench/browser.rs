//! The workbench in the browser: selections, keys, and acts sent to the server.

use domain::text::{Span, from_utf16, length};
use leptos::ev::{KeyboardEvent, keydown};
use leptos::prelude::*;
use uuid::Uuid;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, Node, RequestInit, UrlSearchParams};

use super::desk::{Chosen, State};
use super::keys;
use super::model::{DeskCoding, Outcome};

/// Listens to the keyboard and to selections.
pub fn listen(state: State) {
    let _keys = window_event_listener(keydown, move |event| keys::anywhere(state, &event));
    listen_to_selections(state);
    // Only once the page has woken: until then it must be just as the server made it.
    request_animation_frame(move || remembered(state));
}

/// Brings back what this device remembers, and shows the words that the address asks for.
fn remembered(state: State) {
    state.keys_on.set(recall("folkmoot-keys").as_deref() != Some("off"));
    let recent = recall("folkmoot-recent-codes").unwrap_or_default();
    state.recent.set(recent.split(' ').filter_map(|id| id.parse().ok()).collect());
    if let Some(chosen) = asked_for(state) {
        state.chosen.set(Some(chosen));
        show_chosen();
    }
}

/// The words that the address asks for, as a search does: `?answer=ID&at=START-END`.
fn asked_for(state: State) -> Option<Chosen> {
    let query = UrlSearchParams::new_with_str(&window().location().search().ok()?).ok()?;
    let answer: Uuid = query.get("answer")?.parse().ok()?;
    let at = query.get("at")?;
    let (start, end) = at.split_once('-')?;
    let span = Span { start: start.parse().ok()?, end: end.parse().ok()? };
    let answer = state.desk.with_value(|desk| {
        desk.answers.iter().position(|held| held.id == answer && span.fits(length(&held.text)))
    })?;
    Some(Chosen { answer, span: Some(span) })
}

fn listen_to_selections(state: State) {
    let selected = wasm_bindgen::closure::Closure::<dyn Fn()>::new(move || {
        if let Some(chosen) = selection() {
            state.chosen.set(Some(chosen));
        }
    });
    // It lives as long as the page, as the workbench does.
    drop(document().add_event_listener_with_callback("selectionchange", selected.as_ref().unchecked_ref()));
    selected.forget();
}

/// The words that are selected with the mouse or with the browser's own keys, where they are words of one answer.
fn selection() -> Option<Chosen> {
    let selection = window().get_selection().ok()??;
    if selection.is_collapsed() {
        return None;
    }
    let range = selection.get_range_at(0).ok()?;
    let (first, last) = (paragraph(&range.start_container().ok()?)?, paragraph(&range.end_container().ok()?));
    let answer = number(&first, "data-answer")?;
    let start = number(&first, "data-start")?
        + before(&first, &range.start_container().ok()?, range.start_offset().ok()?)?;
    let end = match last.filter(|last| number(last, "data-answer") == Some(answer)) {
        Some(last) => {
            number(&last, "data-start")?
                + before(&last, &range.end_container().ok()?, range.end_offset().ok()?)?
        }
        // A selection that runs past the answer ends with its first paragraph.
        None => number(&first, "data-start")? + length(&first.text_content().unwrap_or_default()),
    };
    let span = Span { start, end };
    (!span.is_empty()).then_some(Chosen { answer, span: Some(span) })
}

fn paragraph(node: &Node) -> Option<Element> {
    let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
    element.closest("p[data-start]").ok()?
}

fn number(element: &Element, name: &str) -> Option<usize> {
    element.get_attribute(name)?.parse().ok()
}

/// How many code points of a paragraph lie before a place in it. The browser counts UTF-16 units; this is the one
/// place where they become code points.
fn before(paragraph: &Element, container: &Node, offset: u32) -> Option<usize> {
    let range = document().create_range().ok()?;
    range.select_node_contents(paragraph).ok()?;
    range.set_end(container, offset).ok()?;
    let units = range.to_string().as_string()?.encode_utf16().count();
    Some(from_utf16(&paragraph.text_content()?, units))
}

/// Applies a code. It shows at once; the server's answer then takes its place.
pub fn apply(state: State, code: Uuid) {
    let (Some(chosen), Some(code)) = (state.chosen.get_untracked(), state.code(code)) else {
        state.message.set(state.desk.with_value(|desk| desk.labels.chosen_none.clone()));
        return;
    };
    let answer = state.desk.with_value(|desk| desk.answers[chosen.answer].id);
    state.used(code.id);
    let recent: Vec<String> = state.recent.get_untracked().iter().map(Uuid::to_string).collect();
    remember("folkmoot-recent-codes", &recent.join(" "));
    state.of(chosen.answer).update(|here| {
        here.push(DeskCoding {
            id: Uuid::nil(),
            answer,
            code: code.id,
            name: code.name.clone(),
            colour: code.colour,
            span: chosen.span,
            coder: String::new(),
            removable: false,
        });
    });
    let mut form = vec![("answer", answer.to_string()), ("code", code.id.to_string())];
    if let Some(span) = chosen.span {
        form.extend([("start", span.start.to_string()), ("end", span.end.to_string())]);
    }
    act(state, "codings", form);
}

/// Sends an act and shows what came of it.
pub fn act(state: State, to: &'static str, form: Vec<(&'static str, String)>) {
    let (address, failed) = state.desk.with_value(|desk| (desk.address.clone(), desk.labels.failed.clone()));
    leptos::task::spawn_local(async move {
        let Some(outcome) = send(&format!("{address}/{to}"), &form).await else {
            // What was shown before it was kept is taken away again.
            let count = state.desk.with_value(|desk| desk.answers.len());
            for at in 0..count {
                state.of(at).update(|here| here.retain(|held| !held.id.is_nil()));
            }
            state.message.set(failed);
            return;
        };
        state.message.set(outcome.message);
        if let Some(codings) = outcome.codings {
            state.take(&codings);
        }
        if let Some(marks) = outcome.marks {
            state.take_marks(&marks);
        }
    });
}

async fn send(address: &str, form: &[(&'static str, String)]) -> Option<Outcome> {
    let body = UrlSearchParams::new().ok()?;
    for (name, value) in form {
        body.append(name, value);
    }
    let headers = web_sys::Headers::new().ok()?;
    headers.set("accept", "application/json").ok()?;
    let request = RequestInit::new();
    request.set_method("POST");
    request.set_headers(&headers);
    request.set_body(&JsValue::from(body));
    let response = wasm_bindgen_futures::JsFuture::from(window().fetch_with_str_and_init(address, &request))
        .await
        .ok()?;
    let response: web_sys::Response = response.dyn_into().ok()?;
    if !response.ok() && response.status() != 422 && response.status() != 409 {
        return None;
    }
    let text = wasm_bindgen_futures::JsFuture::from(response.text().ok()?).await.ok()?;
    serde_json::from_str(&text.as_string()?).ok()
}

/// Whether the keys that are pressed are being typed somewhere.
pub fn typing(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
}

fn focus(selector: &str) {
    let found = document()
        .query_selector(selector)
        .ok()
        .flatten()
        .and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = found {
        drop(element.focus());
    }
}

/// Puts the cursor where codes are found.
pub fn to_field() {
    focus("#find-code");
}

/// Gives the keys back to the words.
pub fn leave_field() {
    let field = document().active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(field) = field {
        drop(field.blur());
    }
}

/// Brings the chosen words into the window.
pub fn show_chosen() {
    request_animation_frame(|| {
        if let Some(element) = document().query_selector(".fm-excerpt--selection").ok().flatten() {
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Nearest);
            element.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
}

/// Goes to another response.
pub fn go(address: Option<String>) {
    if let Some(address) = address {
        drop(window().location().set_href(&address));
    }
}

/// Presses the page's button that marks the response as read.
pub fn done() {
    let button = document()
        .query_selector("#done button")
        .ok()
        .flatten()
        .and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(button) = button {
        button.click();
    }
}

/// Remembers something on this device.
pub fn remember(name: &str, value: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        drop(storage.set_item(name, value));
    }
}

fn recall(name: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(name).ok()?
}
