//! The page on which somebody reads what would be sent, and signs it off.

use leptos::prelude::*;
use services::calls::{Call, Questionnaire};
use services::people::organisations::Organisation;
use services::responses::Draft;
use services::responses::co_signing::CoSignatory;
use services::responses::gathering::quotes::Cited;
use services::responses::together::sign_off::Standing;

use crate::calls;
use crate::components::{BackLink, Button, Hidden, SummaryList, Warning};
use crate::layout::Main;
use crate::responses::gathering::quoted;
use crate::responses::{about, check, co_signing};
use crate::t;
use crate::words::{href, language, say};

/// What the page shows.
pub struct SignOffPage {
    pub organisation: Organisation,
    pub call: Call,
    pub form: Questionnaire,
    pub draft: Draft,
    pub systems: Vec<Organisation>,
    pub signatories: Vec<CoSignatory>,
    pub standing: Standing,
    /// The stories that it quotes.
    pub quotes: Vec<Cited>,
    /// Whether something was changed since whoever asks has last read it.
    pub changed: bool,
}

/// The page.
pub fn page(shown: SignOffPage) -> AnyView {
    let desk = href(&super::address(&shown.organisation.slug, shown.draft.id));
    let before = view! { <BackLink to=desk.clone() text=t!("together-desk")/> }.into_any();
    let about = about::rows(&shown.draft.about, &shown.systems, |_| String::new());
    let sections = check::sections(&shown.call, None, &shown.form, &shown.draft);
    let signatories = co_signing::states(&shown.signatories);
    let changed = shown.changed.then(|| view! { <Warning text=t!("error-sign-changed")/> });
    view! {
        <Main before>
            <p class="govuk-caption-l">{calls::title(&shown.call)}</p>
            <h1 class="govuk-heading-l">{t!("together-sign-page")}</h1>
            {changed}
            <p class="govuk-body">{t!("together-sign-lead")}</p>
            <h2 class="govuk-heading-m">{t!("step-section-about")}</h2>
            <SummaryList rows=about/>
            {sections} {signatories} {act(&desk, &shown)}
        </Main>
    }
    .into_any()
}

fn act(desk: &str, shown: &SignOffPage) -> AnyView {
    if !shown.draft.unfinished(&shown.form).is_empty() {
        return view! { <Warning text=t!("check-missing")/> }.into_any();
    }
    // What cannot be sent is not signed off either.
    let answer = |asked| format!("{desk}/questions/{asked}");
    if let Some(withdrawn) = quoted::withdrawn(&shown.quotes, answer) {
        return withdrawn;
    }
    if shown.standing.holds {
        return view! { <p class="govuk-body">{t!("together-sign-done")}</p> }.into_any();
    }
    match shown.standing.mine {
        Err(why) => view! { <p class="govuk-body">{say(language(), why, None)}</p> }.into_any(),
        Ok(()) => view! {
            <form method="post" action=format!("{desk}/sign-off")>
                <Hidden name="content" value=shown.standing.content.clone()/>
                <Button text=t!("together-sign-button")/>
            </form>
        }
        .into_any(),
    }
}
