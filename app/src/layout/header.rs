//! What stands above and below the content of every page.

use leptos::prelude::*;

use super::{Area, Shell, mark};
use crate::t;
use crate::words::{Language, href};

/// Everything above the content.
pub(super) fn before(shell: &Shell) -> AnyView {
    view! {
        <a href="#main" class="govuk-skip-link" data-module="govuk-skip-link">{t!("skip-to-content")}</a>
        <header class="fm-header">
            <div class="fm-header__row">
                <a href=href("/") class="fm-header__name">{mark::ring()} <span>"Folkmoot"</span></a>
                {navigation(shell)}
            </div>
        </header>
        {shell.demonstration.then(|| view! {
            <aside class="fm-demonstration" aria-label=t!("demonstration-label")>
                <p><strong>{t!("demonstration-label")}</strong> " " {t!("demonstration-text")}</p>
            </aside>
        })}
    }
    .into_any()
}

fn navigation(shell: &Shell) -> AnyView {
    if shell.area == Area::Answering {
        return languages(shell);
    }
    let current = |path: &str| {
        let here = shell.path == path || shell.path.starts_with(&format!("{path}/"));
        here.then_some("true")
    };
    let link = |path: &'static str, text: String| {
        view! { <li><a href=href(path) aria-current=current(path)>{text}</a></li> }
    };
    let team = shell.person.clone().map(|name| {
        view! {
            {shell.team.then(|| link("/team", t!("nav-team")))}
            <li class="fm-header__person">
                <a href=href("/account") aria-current=current("/account")>{name}</a>
                <form method="post" action="/sign-out"><button type="submit">{t!("sign-out")}</button></form>
            </li>
        }
    });
    let guest = shell.person.is_none().then(|| link("/sign-in", t!("nav-sign-in")));
    view! {
        <nav class="fm-header__nav" aria-label=t!("nav-label")>
            <ul>
                {link("/calls", t!("nav-calls"))} {link("/recommendations", t!("nav-recommendations"))}
                {link("/assemblies", t!("nav-assemblies"))} {team} {guest}
                {(shell.area != Area::Team).then(|| view! { <li class="fm-header__end">{languages(shell)}</li> })}
            </ul>
        </nav>
    }
    .into_any()
}

/// The same page in the other language. The team area has one language.
fn languages(shell: &Shell) -> AnyView {
    if shell.area == Area::Team {
        return ().into_any();
    }
    let (code, name, to) = match shell.language {
        Language::English if shell.path == "/" => ("cy", "Cymraeg", "/cy".to_owned()),
        Language::English => ("cy", "Cymraeg", format!("/cy{}", shell.path)),
        Language::Welsh => ("en", "English", shell.path.clone()),
    };
    view! { <a class="fm-header__language" href=to lang=code hreflang=code>{name}</a> }.into_any()
}

/// Everything below the content.
pub(super) fn after(shell: &Shell) -> AnyView {
    let unchecked = shell.language == Language::Welsh;
    view! {
        <footer class="fm-footer">
            <div class="govuk-width-container">
                <ul class="fm-footer__links">
                    <li><a href=href("/my-words")>{t!("footer-my-words")}</a></li>
                    <li><a href=href("/organisations")>{t!("organisations-title")}</a></li>
                    <li><a href=href("/accessibility")>{t!("footer-accessibility")}</a></li>
                    <li><a href=href("/privacy")>{t!("footer-privacy")}</a></li>
                    <li><a href=href("/security")>{t!("footer-security")}</a></li>
                    <li><a href=href("/about")>{t!("footer-about")}</a></li>
                </ul>
                {unchecked.then(|| view! { <p>{t!("footer-unchecked")}</p> })}
                <p>{t!("footer-made-with")}</p>
            </div>
        </footer>
    }
    .into_any()
}
