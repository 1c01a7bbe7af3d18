//! Following: the form on the page of what can be followed, saying yes by the link of a letter, and what one follows.

use domain::forms::Form;
use domain::mail::{Followed, Rate};
use leptos::prelude::*;
use services::follow::{Following, Found, Mine, Request};

use crate::components::{
    BackLink, Button, ErrorSummary, Fields, Hidden, Inset, Opt, Radios, Scope, TextInput,
};
use crate::layout::{Column, Main};
use crate::t;
use crate::words::href;

/// What a page offers to be followed.
#[derive(Clone)]
pub struct Offer {
    pub of: Followed,
    /// What names it in an address.
    pub slug: String,
    /// The address of whoever is signed in.
    pub email: String,
}

impl Offer {
    fn to(&self) -> String {
        href(&format!("/follow/{}/{}", self.of, self.slug))
    }

    /// The form before anything is typed.
    pub fn fields(&self) -> Fields {
        let rate = Rate::AtOnce.to_string();
        Fields::of(Form::from_pairs([("email", self.email.clone()), ("rate", rate)]))
    }
}

/// The name of a rate.
fn rate(rate: Rate) -> String {
    match rate {
        Rate::AtOnce => t!("rate-at-once"),
        Rate::Daily => t!("rate-daily"),
        Rate::Weekly => t!("rate-weekly"),
    }
}

fn rates() -> Vec<Opt> {
    Rate::ALL.iter().map(|one| Opt::new(one, rate(*one))).collect()
}

/// What letters about it tell.
fn about(of: Followed) -> String {
    match of {
        Followed::Call => t!("follow-call"),
        Followed::Theme => t!("follow-theme"),
        Followed::Recommendation => t!("follow-recommendation"),
        Followed::Assembly => t!("follow-assembly"),
        Followed::Organisation => t!("follow-organisation"),
    }
}

fn inputs() -> AnyView {
    view! {
        <TextInput name="email" label=t!("email") kind="email" width="govuk-input--width-20" autocomplete="email"/>
        <Radios name="rate" legend=t!("follow-rate") options=rates() small=true/>
        <Button text=t!("follow-button") class="govuk-button--secondary"/>
        <p class="govuk-body fm-secondary">
            {t!("follow-privacy")} " " <a class="govuk-link" href=href("/privacy")>{t!("follow-privacy-more")}</a>
        </p>
    }
    .into_any()
}

/// The small form on the page of something that can be followed.
pub fn offer(offer: Option<Offer>) -> Option<AnyView> {
    let offer = offer?;
    let (to, said, fields) = (offer.to(), about(offer.of), offer.fields());
    let form = view! {
        <section class="fm-follow" aria-labelledby="follow">
            <h2 class="govuk-heading-m" id="follow">{t!("follow-title")}</h2>
            <p class="govuk-body">{said}</p>
            <form method="post" action=to novalidate><Scope fields=fields>{inputs()}</Scope></form>
        </section>
    };
    Some(form.into_any())
}

/// The same as a page, where something typed could not be taken.
pub fn page(offer: &Offer, found: &Found) -> AnyView {
    let (to, said, title) = (offer.to(), about(offer.of), found.title.clone());
    let before = view! { <BackLink to=href(&found.page) text=title.clone()/> }.into_any();
    view! {
        <Main before>
            <Column>
                <ErrorSummary/>
                <span class="govuk-caption-l">{title}</span>
                <h1 class="govuk-heading-l">{t!("follow-title")}</h1>
                <p class="govuk-body">{said}</p>
                <form method="post" action=to novalidate>{inputs()}</form>
            </Column>
        </Main>
    }
    .into_any()
}

/// What is said whoever has asked.
pub fn sent() -> AnyView {
    view! {
        <Main>
            <Column>
                <h1 class="govuk-heading-l">{t!("follow-sent-title")}</h1>
                <p class="govuk-body-l">{t!("follow-sent")}</p>
                <p class="govuk-body">{t!("follow-sent-none")}</p>
                <p class="govuk-body"><a class="govuk-link" href=href("/")>{t!("follow-home")}</a></p>
            </Column>
        </Main>
    }
    .into_any()
}

/// The title of the page on which someone says yes.
pub fn confirm_title(request: &Request) -> String {
    if request.confirmed { t!("follow-confirmed-title") } else { t!("follow-confirm-title") }
}

/// The page on which someone says yes. It asks first: programs that look for bad links open every link of a letter.
pub fn confirm(request: Request) -> AnyView {
    let title = confirm_title(&request);
    let Request { found, rate: often, confirmed } = request;
    let to = href(&found.page);
    let content = if confirmed {
        view! {
            <p class="govuk-body-l">{t!("follow-confirmed", title = found.title.as_str(), rate = rate(often))}</p>
            <p class="govuk-body">{t!("follow-confirmed-after")}</p>
            <p class="govuk-body"><a class="govuk-link" href=to>{found.title}</a></p>
        }
        .into_any()
    } else {
        view! {
            <p class="govuk-body-l">{t!("follow-confirm", title = found.title.as_str(), rate = rate(often))}</p>
            <form method="post"><Button text=t!("follow-confirm-button")/></form>
            <p class="govuk-body">{t!("follow-confirm-not")}</p>
        }
        .into_any()
    };
    view! { <Main><Column><h1 class="govuk-heading-l">{title}</h1>{content}</Column></Main> }.into_any()
}

/// What someone follows.
pub fn mine(mine: Mine) -> AnyView {
    let Mine { all, paused } = mine;
    let content = if all.is_empty() {
        view! { <p class="govuk-body-l">{t!("following-none")}</p> }.into_any()
    } else {
        let several = all.len() > 1;
        let rows: Vec<_> = all.into_iter().map(following).collect();
        let stop_all = several.then(|| {
            view! {
                <h2 class="govuk-heading-m">{t!("following-stop-all-title")}</h2>
                <form method="post">
                    <Hidden name="act" value="stop-all"/>
                    <Button text=t!("following-stop-all") class="govuk-button--warning"/>
                </form>
            }
        });
        view! { <p class="govuk-body">{t!("following-lead")}</p> {rows} {stop_all} }.into_any()
    };
    view! {
        <Main>
            <Column>
                <h1 class="govuk-heading-l">{t!("following-title")}</h1>
                {paused.then(|| view! { <Inset>{t!("following-paused")}</Inset> })}
                {content}
            </Column>
        </Main>
    }
    .into_any()
}

fn following(one: Following) -> AnyView {
    let Following { id, found, of, rate: often } = one;
    let title = found.as_ref().map_or_else(|| t!("following-gone"), |found| found.title.clone());
    let heading = match found {
        Some(found) => view! { <a class="govuk-link" href=href(&found.page)>{found.title}</a> }.into_any(),
        None => title.clone().into_any(),
    };
    let others = Rate::ALL.iter().copied().filter(|other| *other != often);
    let change = |to: Rate| act(to.to_string(), t!("following-change", rate = rate(to)), title.clone());
    let changes: Vec<_> = others.map(change).collect();
    view! {
        <section class="fm-following">
            <h2 class="govuk-heading-m">{heading}</h2>
            <p class="govuk-body">{t!("following-rate", rate = rate(often))} " " {about(of)}</p>
            <form method="post" class="govuk-button-group">
                <Hidden name="following" value=id.to_string()/>
                {changes} {act("stop".to_owned(), t!("following-stop"), title.clone())}
            </form>
        </section>
    }
    .into_any()
}

fn act(value: String, text: String, about: String) -> AnyView {
    view! { <Button text class="govuk-button--secondary fm-button--small" name="act" value about/> }
        .into_any()
}
