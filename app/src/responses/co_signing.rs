//! Who signs a response too: naming them, what each says, and the page that their link opens.

use domain::responses::{CoSigning, RespondentKind};
use leptos::prelude::*;
use services::calls::{Call, Questionnaire};
use services::responses::Draft;
use services::responses::co_signing::CoSignatory;
use services::responses::co_signing::link::Asked;

use super::fields;
use crate::components::{
    BackLink, Button, ErrorSummary, Hidden, Inset, Lines, Notice, Opt, Radios, Tag, TextInput, Warning, when,
};
use crate::layout::{Column, Main};
use crate::words::href;
use crate::{calls, t};

/// Those who were asked, with the form that asks one more. No letters leave some portals, which is said then.
pub fn page(call: &Call, all: &[CoSignatory], letters: bool) -> AnyView {
    let (base, title) = (href(&format!("/calls/{}", call.slug)), calls::title(call));
    let here = format!("{base}/co-signatories");
    let before = view! { <BackLink to=format!("{base}/answer/check") text=t!("step-check")/> }.into_any();
    let none = all.is_empty().then(|| view! { <p class="govuk-body">{t!("co-signatories-none")}</p> });
    let rows: Vec<_> = all.iter().map(|one| row(call, &here, one, letters)).collect();
    let form = if letters {
        view! {
            <h2 class="govuk-heading-m">{t!("co-signatories-add")}</h2>
            <form method="post" action=here.clone() novalidate>
                <TextInput name="name" label=t!("co-signatory-name") hint=t!("co-signatory-name-hint")/>
                <TextInput name="email" label=t!("email") hint=t!("co-signatory-email-hint") kind="email" width="govuk-input--width-20"/>
                <Button text=t!("co-signatory-ask")/>
            </form>
        }
        .into_any()
    } else {
        view! { <p class="govuk-body">{t!("co-signatories-no-letters")}</p> }.into_any()
    };
    view! {
        <Main before>
            <Column>
                <ErrorSummary/>
                <p class="govuk-caption-l">{title}</p>
                <h1 class="govuk-heading-l">{t!("co-signatories-title")}</h1>
                <p class="govuk-body">{t!("co-signatories-lead")}</p>
                {none} {rows} {form}
            </Column>
        </Main>
    }
    .into_any()
}

fn row(call: &Call, here: &str, one: &CoSignatory, letters: bool) -> AnyView {
    let asked = t!("co-signatory-asked", when = when(one.asked_at, call));
    let ask = (letters && !one.signs() && one.can_ask).then(|| {
        view! {
            <form method="post" action=format!("{here}/{}/ask", one.id)>
                <Button text=t!("co-signatory-ask-again") class="govuk-button--secondary fm-button--small" about=one.name.clone()/>
            </form>
        }
    });
    view! {
        <section class="fm-way">
            <h2 class="govuk-heading-s">{one.name.clone()}</h2>
            <p class="govuk-body">{tag(one)} " " {one.address.clone()} " " <span class="fm-secondary">{asked}</span></p>
            {ask}
            <form method="post" action=format!("{here}/{}/remove", one.id)>
                <Button text=t!("co-signatory-remove") class="govuk-button--secondary fm-button--small" about=one.name.clone()/>
            </form>
        </section>
    }
    .into_any()
}

fn tag(one: &CoSignatory) -> AnyView {
    let (text, colour) = match one.state {
        CoSigning::Waiting => (t!("co-sign-waiting"), "blue"),
        CoSigning::Confirmed if one.current => (t!("co-sign-confirmed"), "green"),
        CoSigning::Confirmed => (t!("co-sign-other"), "yellow"),
        CoSigning::Declined => (t!("co-sign-declined"), "grey"),
    };
    view! { <Tag text colour/> }.into_any()
}

/// What each has said, where anybody was asked.
pub(super) fn states(all: &[CoSignatory]) -> AnyView {
    let items: Vec<_> = all.iter().map(|one| view! { <li>{one.name.clone()} " " {tag(one)}</li> }).collect();
    (!items.is_empty())
        .then(|| {
            view! {
                <h2 class="govuk-heading-m">{t!("co-signatories-title")}</h2>
                <ul class="govuk-list">{items}</ul>
            }
        })
        .into_any()
}

/// Those who signed, on a receipt.
pub(super) fn signed(all: &[CoSignatory]) -> AnyView {
    let items: Vec<_> = all.iter().map(|one| view! { <li>{one.name.clone()}</li> }).collect();
    (!items.is_empty())
        .then(|| {
            view! {
                <h2 class="govuk-heading-m">{t!("co-signed-by")}</h2>
                <ul class="govuk-list">{items}</ul>
            }
        })
        .into_any()
}

/// The page that the link of somebody opens who was asked to sign. `said` is that they have just answered.
pub fn open(asked: &Asked, token: &str, said: bool) -> AnyView {
    let thanks = said.then(|| {
        view! {
            <Notice title=t!("co-sign-said-title")>
                <p class="govuk-notification-banner__heading">{t!("co-sign-said")}</p>
            </Notice>
        }
    });
    let me = t!("co-sign-you", name = asked.me.name.as_str());
    let (title, tag) = (calls::title(&asked.call), tag(&asked.me));
    let body = if asked.draft.submitted_at.is_some() { sent(asked) } else { to_answer(asked, token) };
    view! {
        <Main>
            <Column>
                <ErrorSummary/>
                {thanks}
                <p class="govuk-caption-l">{title}</p>
                <h1 class="govuk-heading-l">{t!("co-sign-title")}</h1>
                <p class="govuk-body">{me} " " {tag}</p>
                {body}
            </Column>
        </Main>
    }
    .into_any()
}

fn sent(asked: &Asked) -> AnyView {
    let text = match asked {
        Asked { withdrawn: true, .. } => t!("co-sign-withdrawn"),
        Asked { me, .. } if me.signs() => t!("co-sign-sent-with"),
        Asked { .. } => t!("co-sign-sent-without"),
    };
    view! { <p class="govuk-body">{text}</p> }.into_any()
}

fn to_answer(asked: &Asked, token: &str) -> AnyView {
    let other = (asked.me.state != CoSigning::Waiting && !asked.me.current)
        .then(|| view! { <Warning text=t!("co-sign-changed")/> });
    let options = vec![
        Opt::new(CoSigning::Confirmed, t!("co-sign-yes")).hint(t!("co-sign-yes-hint")),
        Opt::new(CoSigning::Declined, t!("co-sign-no")),
    ];
    let who = who(&asked.draft);
    view! {
        {other}
        <p class="govuk-body">{t!("co-sign-lead", who = who)}</p>
        {given(&asked.form, &asked.draft)}
        <form method="post" action=href(&format!("/co-sign/{token}")) novalidate>
            <Hidden name="seen" value=asked.seen.clone()/>
            <Radios name="answer" legend=t!("co-sign-question") options/>
            <Button text=t!("co-sign-button")/>
        </form>
    }
    .into_any()
}

/// Who writes the response, as far as it is asked of them: the person who writes for an organisation is nobody's business.
fn who(draft: &Draft) -> String {
    let about = &draft.about;
    let name =
        if about.kind == Some(RespondentKind::Organisation) { &about.organisation } else { &about.name };
    if name.is_empty() { t!("co-sign-no-name") } else { name.clone() }
}

/// What would be sent, but for what says who somebody is.
fn given(form: &Questionnaire, draft: &Draft) -> AnyView {
    let route = draft.route(form);
    let text = route.into_iter().filter_map(|asked| {
        let answer = draft.answer_to(asked)?;
        let asked = draft.worded(form, asked);
        (!asked.words(answer).is_empty() || !answer.documents().is_empty())
            .then(|| (asked.title.clone(), fields::said(&asked, answer)))
    });
    let all: Vec<_> = text
        .map(|(title, text)| view! { <h2 class="govuk-heading-m">{title}</h2> <Inset><Lines text/></Inset> })
        .collect();
    all.into_any()
}
