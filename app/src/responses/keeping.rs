//! Drafts and responses in one's account: the list on the page of the account, one of them, and how another is taken in.

use leptos::prelude::*;
use services::calls::Call;
use services::outcomes::trace::Journey;
use services::responses::Receipt;
use services::responses::kept::{Kept, KeptState};
use uuid::Uuid;

use super::together::begin;
use crate::components::{BackLink, Button, ErrorSummary, Tag, when};
use crate::layout::{Column, Main};
use crate::outcomes::journey;
use crate::words::href;
use crate::{calls, t};

/// The list, on the page of one's account.
pub fn list(kept: Vec<Kept>) -> AnyView {
    let none = kept.is_empty().then(|| view! { <p class="govuk-body">{t!("kept-none")}</p> });
    let items: Vec<_> = kept.iter().map(item).collect();
    view! {
        <h2 class="govuk-heading-m" id="kept">{t!("kept-title")}</h2>
        <p class="govuk-body">{t!("kept-text")}</p>
        {none} {items}
        <p class="govuk-body"><a class="govuk-link" href=href("/account/take-in")>{t!("kept-take-in")}</a></p>
    }
    .into_any()
}

fn address(kept: &Kept) -> String {
    href(&format!("/account/responses/{}", kept.id))
}

fn item(kept: &Kept) -> AnyView {
    view! {
        <section class="fm-way">
            <h3 class="govuk-heading-s"><a class="govuk-link" href=address(kept)>{calls::title(&kept.call)}</a></h3>
            {state(kept)}
        </section>
    }
    .into_any()
}

fn state(kept: &Kept) -> AnyView {
    match &kept.state {
        KeptState::Draft { saved_at, open } => {
            let tag = if *open { (t!("kept-draft"), "blue") } else { (t!("kept-draft-closed"), "grey") };
            let saved = t!("kept-saved", when = when(*saved_at, &kept.call));
            view! { <p class="govuk-body"><Tag text=tag.0 colour=tag.1/> " " {saved}</p> }.into_any()
        }
        KeptState::Sent { receipt: Receipt { withdrawn_at: Some(at), reference, .. }, .. } => {
            let gone = t!("kept-withdrawn-on", when = when(*at, &kept.call));
            view! {
                <p class="govuk-body">
                    <Tag text=t!("kept-withdrawn") colour="grey"/> " " {gone} " "
                    {t!("kept-reference", reference = reference)}
                </p>
            }
            .into_any()
        }
        KeptState::Sent { receipt, changing, .. } => {
            let changing = changing.then(|| view! { <p class="govuk-body">{t!("change-begun")}</p> });
            let sent = t!("kept-sent-on", when = when(receipt.submitted_at, &kept.call));
            view! {
                <p class="govuk-body">
                    <Tag text=t!("kept-sent") colour="green"/> " " {sent} " "
                    {t!("kept-reference", reference = &receipt.reference)}
                </p>
                {changing}
            }
            .into_any()
        }
    }
}

/// A draft, or a response that nobody has looked at yet: how it stands, and what can be done with it.
pub fn page(kept: &Kept) -> AnyView {
    let before = view! { <BackLink to=href("/account") text=t!("account-title")/> }.into_any();
    let (title, state, acts) = (calls::title(&kept.call), state(kept), acts(kept));
    let closed = matches!(kept.state, KeptState::Draft { open: false, .. })
        .then(|| view! { <p class="govuk-body">{t!("kept-closed-text")}</p> });
    view! {
        <Main before>
            <Column>
                <h1 class="govuk-heading-l">{title}</h1>
                {state} {closed} {acts}
            </Column>
        </Main>
    }
    .into_any()
}

/// A response, with what became of it.
pub fn journey(kept: &Kept, journey: Journey) -> AnyView {
    let before = view! { <BackLink to=href("/account") text=t!("account-title")/> }.into_any();
    journey::kept(before, journey, &kept.call, acts(kept))
}

/// The buttons: on with it, or away with it.
fn acts(kept: &Kept) -> AnyView {
    let open = match &kept.state {
        KeptState::Draft { open: true, .. } => Some(t!("call-continue")),
        KeptState::Sent { receipt: Receipt { withdrawn_at: Some(_), .. }, written_here, .. } => {
            written_here.then(|| t!("change-see"))
        }
        KeptState::Sent { changing: true, .. } => Some(t!("change-go-on-or-drop")),
        KeptState::Sent { written_here: true, .. } => Some(t!("confirmation-receipt")),
        _ => None,
    };
    let open = open.map(|text| {
        view! { <form method="post" action=format!("{}/open", address(kept))><Button text/></form> }
    });
    view! {
        {open}
        <h2 class="govuk-heading-m">{t!("kept-let-go")}</h2>
        <p class="govuk-body">{t!("kept-let-go-text")}</p>
        <form method="post" action=format!("{}/let-go", address(kept))>
            <Button text=t!("kept-let-go") class="govuk-button--secondary"/>
        </form>
    }
    .into_any()
}

/// The form that takes a response in by its receipt.
pub fn take_in() -> AnyView {
    let before = view! { <BackLink to=href("/account") text=t!("account-title")/> }.into_any();
    view! {
        <Main before>
            <Column>
                <ErrorSummary/>
                <h1 class="govuk-heading-l">{t!("kept-take-in")}</h1>
                <p class="govuk-body">{t!("kept-take-in-text")}</p>
                <p class="govuk-body">{t!("kept-take-in-draft")}</p>
                <form method="post" action=href("/account/take-in") novalidate>
                    {journey::receipt_fields()}
                    <Button text=t!("kept-keep")/>
                </form>
            </Column>
        </Main>
    }
    .into_any()
}

/// Asks whether the draft that this browser holds is to be kept in the account of whoever is signed in. All others are
/// led to sign in first.
pub fn ask(call: &Call, signed_in: bool) -> AnyView {
    let (base, title) = (href(&format!("/calls/{}", call.slug)), calls::title(call));
    let keep = if signed_in {
        view! { <Button text=t!("kept-keep") name="keep" value="yes"/> }.into_any()
    } else {
        let to = href(&format!("/sign-in?next={base}/keep"));
        view! { <a class="govuk-button" role="button" draggable="false" href=to>{t!("keep-sign-in")}</a> }
            .into_any()
    };
    view! {
        <Main>
            <Column>
                <p class="govuk-caption-l">{title}</p>
                <h1 class="govuk-heading-l">{t!("keep-title")}</h1>
                <p class="govuk-body">{t!("keep-text")}</p>
                <p class="govuk-body">{t!("keep-private")}</p>
                <form method="post" action=format!("{base}/keep")>
                    <div class="govuk-button-group">
                        {keep} <Button text=t!("keep-not") name="keep" value="no" class="govuk-button--secondary"/>
                    </div>
                </form>
            </Column>
        </Main>
    }
    .into_any()
}

/// Whose account has what was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// Nobody's, as far as whoever reads is told.
    Nowhere,
    /// That of whoever reads.
    Mine,
    /// That of an organisation: what it is called, its slug, and the draft that its members share.
    Organisation(String, String, Uuid),
}

/// The way from a page that shows a private link or a receipt to the account.
pub fn offer(call: &Call, keeping: &Keeping) -> AnyView {
    let kept = match keeping {
        Keeping::Organisation(name, slug, draft) => {
            return begin::of_organisation(name.clone(), slug, *draft);
        }
        keeping => *keeping == Keeping::Mine,
    };
    let text = if kept { t!("keep-done") } else { t!("keep-offer") };
    let link = (!kept).then(|| {
        let to = href(&format!("/calls/{}/keep", call.slug));
        view! { " " <a class="govuk-link" href=to>{t!("kept-keep")}</a> }
    });
    view! { <p class="govuk-body govuk-!-display-none-print">{text} {link}</p> }.into_any()
}
