//! The frame of every page: head, banner, navigation, footer.

mod form;
mod header;
pub mod mark;
mod team;

use std::sync::Arc;

use domain::calls::CallState;
use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use leptos::tachys::view::RenderHtml;

use crate::components::Fields;
use crate::t;
use crate::words::Language;

pub use form::{FormPage, act, call_form_page, form_page};
pub use team::{Allowed, allowed, floor_links, team_nav};

/// The addresses of the files that every page needs, hashed names included.
#[derive(Clone, Copy, Debug, Default)]
pub struct Assets {
    pub style: &'static str,
    pub script: &'static str,
    /// The script that wakes islands, and what it loads.
    pub islands: &'static str,
    pub app_script: &'static str,
    pub app_wasm: &'static str,
    /// The script that finds the lines of a long list, on pages that have one.
    pub list: &'static str,
    /// The script of the builder's pages.
    pub builder: &'static str,
    pub icon: &'static str,
}

/// Which part of the portal a page belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// Pages for anyone.
    Public,
    /// Pages for answering: nothing leads away from the form.
    Answering,
    /// Pages for the review team.
    Team,
}

/// Everything about a page but its content.
#[derive(Clone, Debug)]
pub struct Shell {
    pub language: Language,
    /// The address without its language, so that the other language is one link away.
    pub path: String,
    pub area: Area,
    /// The name of whoever is signed in.
    pub person: Option<String>,
    /// What that person may do with what the page is about.
    pub allowed: Allowed,
    /// Whether they are of the team.
    pub team: bool,
    /// Whether the portal holds a demonstration, which every page then says.
    pub demonstration: bool,
    pub assets: Assets,
}

/// Renders a page. `body` is built and rendered in a reactive owner of its own, with the language and the fields of
/// the form as context.
pub fn render(
    shell: &Shell,
    title: impl FnOnce() -> String,
    fields: Fields,
    body: impl FnOnce() -> AnyView,
) -> String {
    let shared = Arc::new(SsrSharedContext::new_islands());
    let owner = Owner::new_root(Some(shared));
    let html = owner.with(|| {
        provide_context(shell.language);
        provide_context(shell.allowed.clone());
        let wrong = !fields.problems.is_empty();
        provide_context(fields);
        let title = title();
        let title = if wrong { t!("problem-page-title", title = title) } else { title };
        let title = t!("page-title", title = title);
        let content = body().to_html();
        let before = header::before(shell).to_html();
        let after = header::after(shell).to_html();
        document(shell, &title, &before, &content, &after)
    });
    owner.unset_with_forced_cleanup();
    html
}

fn document(shell: &Shell, title: &str, before: &str, content: &str, after: &str) -> String {
    let Assets { style, script, icon, .. } = shell.assets;
    let (title, language) = (escaped(title), shell.language);
    let islands = if content.contains("<leptos-island") { island_head(&shell.assets) } else { String::new() };
    let own = own_scripts(&shell.assets, content);
    let (body_class, main_class) = match shell.area {
        Area::Team => ("govuk-template__body fm-team", "fm-team__main"),
        Area::Public | Area::Answering => ("govuk-template__body", "govuk-width-container"),
    };
    format!(
        "<!DOCTYPE html><html lang=\"{language}\" class=\"govuk-template\"><head><meta charset=\"utf-8\">\
         <title>{title}</title>\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1, viewport-fit=cover\">\
         <meta name=\"theme-color\" content=\"#14213a\">\
         <link rel=\"icon\" href=\"{icon}\" type=\"image/svg+xml\">\
         <link rel=\"stylesheet\" href=\"{style}\">\
         <script type=\"module\" src=\"{script}\"></script>{own}{islands}</head>\
         <body class=\"{body_class}\">{before}<div class=\"{main_class}\">{content}</div>{after}</body></html>"
    )
}

/// The scripts that only pages with something of their own need.
fn own_scripts(assets: &Assets, content: &str) -> String {
    let own = [("fm-list", assets.list), ("fm-builder", assets.builder)];
    let asked = own.iter().filter(|(module, _)| content.contains(&format!("data-module=\"{module}\"")));
    asked.fold(String::new(), |all, (_, script)| {
        format!("{all}<script type=\"module\" src=\"{script}\"></script>")
    })
}

/// The islands' script, and what it loads in turn, fetched at once.
fn island_head(assets: &Assets) -> String {
    format!(
        "<link rel=\"modulepreload\" href=\"{1}\">\
         <link rel=\"preload\" href=\"{2}\" as=\"fetch\" type=\"application/wasm\" crossorigin>\
         <script type=\"module\" src=\"{0}\" id=\"islands\" data-script=\"{1}\" data-wasm=\"{2}\"></script>",
        assets.islands, assets.app_script, assets.app_wasm
    )
}

/// The title of a page is the one text that does not pass through a view, so it is encoded here.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The main part of a page: what comes before the heading (links back), and the content.
#[component]
pub fn Main(#[prop(optional)] before: Option<AnyView>, children: Children) -> impl IntoView {
    view! {
        {before}
        <main class="govuk-main-wrapper" id="main">{children()}</main>
    }
}

/// A column of about 66 characters.
#[component]
pub fn Column(children: Children) -> impl IntoView {
    view! {
        <div class="govuk-grid-row">
            <div class="govuk-grid-column-two-thirds">{children()}</div>
        </div>
    }
}

/// The name of a state of a call.
pub fn state_name(state: CallState) -> String {
    match state {
        CallState::Draft => t!("state-draft"),
        CallState::Unopened => t!("state-unopened"),
        CallState::Open => t!("state-open"),
        CallState::Closed => t!("state-closed"),
        CallState::Analysing => t!("state-analysing"),
        CallState::Outcome => t!("state-outcome"),
        CallState::Archived => t!("state-archived"),
    }
}
