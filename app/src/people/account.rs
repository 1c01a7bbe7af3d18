//! One's own account.

use leptos::prelude::*;
use services::calls::edit::ZONE;
use services::people::Person;
use services::people::factors::Factors;
use services::people::identities::Identity;
use services::people::members::page::{AskedFor, Mine};
use services::people::sessions::Place;
use services::responses::kept::Kept;
use uuid::Uuid;

use super::sign_in::{self, Door, doors, sign_in_with};
use super::{authenticator, by_link, members};
use crate::components::{BackLink, Button, ErrorSummary, Hidden, Row, SummaryList, when_in};
use crate::layout::{Column, Main};
use crate::responses::keeping;
use crate::t;
use crate::words::href;

/// What the page of one's own account shows.
pub struct AccountPage {
    pub person: Person,
    /// The ways in by providers, each with what people call it, where it is still in the settings.
    pub ways: Vec<(Option<String>, Identity)>,
    /// What the person has for the second step, and whether their role asks for it.
    pub factors: Option<Factors>,
    pub must: bool,
    /// Providers that can be connected.
    pub connect: Vec<Door>,
    /// Where the person is signed in, with what people call the provider by which they came.
    pub places: Vec<(Option<String>, Place)>,
    /// Which of them this is.
    pub here: Uuid,
    /// The drafts and responses that the person keeps here.
    pub kept: Vec<Kept>,
    /// The organisations that they act for, and those that they have asked to act for.
    pub organisations: (Vec<Mine>, Vec<AskedFor>),
    /// Whether browsers keep passkeys for this portal.
    pub passkeys: bool,
}

/// The page of one's own account.
pub fn page(shown: AccountPage) -> AnyView {
    let AccountPage { person, ways, factors, must, connect, places, here, kept, organisations, passkeys } =
        shown;
    let roles = person.grants.iter().map(|grant| super::role_name(grant.role)).collect::<Vec<_>>().join(", ");
    let row = |key: String, value: String| Row { key, value, change: String::new() };
    let mut rows = vec![row(t!("account-name"), person.name.clone()), row(t!("email"), person.email.clone())];
    if !roles.is_empty() {
        rows.push(row(t!("account-roles"), roles));
    }
    let (password, change) = if person.password {
        (t!("account-password-yes"), t!("account-password-change"))
    } else {
        (t!("account-password-no"), t!("account-password-new"))
    };
    let last = ways.len() == 1 && !person.password;
    let ways: Vec<_> = ways.into_iter().map(|(name, way)| self::way(name, way, last)).collect();
    let connect = (!connect.is_empty()).then(|| {
        view! {
            <h3 class="govuk-heading-s">{t!("account-connect-title")}</h3>
            <p class="govuk-body">{t!("account-connect-text")}</p>
            {doors(connect, |provider| t!("account-connect", provider = provider))}
        }
    });
    view! {
        <Main>
            <Column>
                <h1 class="govuk-heading-l">{t!("account-title")}</h1>
                <SummaryList rows/>
                {members::address::known(person.email_proven)}
                {members::mine::list(organisations)}
                {keeping::list(kept)}
                <h2 class="govuk-heading-m">{t!("account-ways")}</h2>
                <p class="govuk-body">{password}</p>
                <p class="govuk-body"><a class="govuk-link" href=href("/account/password")>{change}</a></p>
                {ways}
                {connect}
                {authenticator::state(factors, passkeys, must)}
                {signed_in(places, here)}
            </Column>
        </Main>
    }
    .into_any()
}

/// Where the person is signed in, and the way to sign out there.
fn signed_in(places: Vec<(Option<String>, Place)>, here: Uuid) -> AnyView {
    let others = places.len() > 1;
    let places: Vec<_> =
        places.into_iter().map(|(provider, place)| self::place(provider, place, here)).collect();
    let all = others.then(|| {
        view! {
            <form method="post" action=href("/account/sign-out-elsewhere")>
                <Button text=t!("account-places-all") class="govuk-button--secondary"/>
            </form>
        }
    });
    view! {
        <h2 class="govuk-heading-m">{t!("account-places")}</h2>
        <p class="govuk-body">{t!("account-places-text")}</p>
        {places}
        {all}
    }
    .into_any()
}

fn place(provider: Option<String>, place: Place, here: Uuid) -> AnyView {
    let began = when_in(place.began_at, ZONE);
    let heading = if let Some(provider) = provider {
        t!("account-place-provider", provider = provider, when = began.as_str())
    } else {
        t!("account-place", when = began.as_str())
    };
    let waits = place.waits.then(|| view! { <p class="govuk-body">{t!("account-place-waits")}</p> });
    let end = if place.id == here {
        view! { <p class="govuk-body"><strong>{t!("account-place-here")}</strong></p> }.into_any()
    } else {
        view! {
            <form method="post" action=href("/account/sign-out-elsewhere")>
                <Hidden name="session" value=place.id.to_string()/>
                <Button text=t!("account-place-end") class="govuk-button--secondary fm-button--small" about=began/>
            </form>
        }
        .into_any()
    };
    view! {
        <section class="fm-way">
            <h3 class="govuk-heading-s">{heading}</h3>
            <p class="govuk-body-s">{t!("account-place-used", when = when_in(place.used_at, ZONE))}</p>
            {waits}
            {end}
        </section>
    }
    .into_any()
}

/// A way in by a provider. The last one cannot be taken away.
fn way(name: Option<String>, way: Identity, last: bool) -> AnyView {
    let provider = name.unwrap_or_else(|| way.provider.clone());
    let label = if way.label.is_empty() { t!("account-way-unnamed") } else { way.label };
    let linked = t!("account-way-linked", when = when_in(way.linked_at, ZONE));
    let used = way.used_at.map(|at| t!("account-way-used", when = when_in(at, ZONE)));
    let remove = (!last).then(|| {
        view! {
            <form method="post" action=href("/account/disconnect")>
                <Hidden name="identity" value=way.id.to_string()/>
                <Button text=t!("account-way-remove") class="govuk-button--secondary fm-button--small" about=format!("{provider}, {label}")/>
            </form>
        }
    });
    view! {
        <section class="fm-way">
            <h3 class="govuk-heading-s">{provider}</h3>
            <p class="govuk-body">{label}</p>
            <p class="govuk-body-s">{linked} " " {used}</p>
            {remove}
        </section>
    }
    .into_any()
}

/// The page to choose a password. `email` goes along for password managers.
pub fn password(email: String) -> AnyView {
    let before = view! { <BackLink to=href("/account") text=t!("account-title")/> }.into_any();
    view! {
        <Main before>
            <Column>
                <ErrorSummary/>
                <h1 class="govuk-heading-l">{t!("password-title")}</h1>
                <p class="govuk-body">{t!("password-lead")}</p>
                <form method="post" action=href("/account/password") novalidate>
                    {sign_in::new_password(t!("password-new"), email)}
                    <Button text=t!("password-button")/>
                </form>
            </Column>
        </Main>
    }
    .into_any()
}

/// What the page that asks for proof shows.
pub struct ConfirmPage {
    /// Where its form goes, in no language.
    pub action: String,
    pub person: Person,
    pub doors: Vec<Door>,
    /// Where the form that asks for a link goes, in no language; nothing where no letters leave.
    pub link: Option<String>,
}

/// The page that asks for proof before something that could lock the person out.
pub fn confirm(shown: ConfirmPage) -> AnyView {
    let ConfirmPage { action, person, doors: by_provider, link } = shown;
    let form = person.password.then(|| {
        view! {
            <form method="post" action=href(&action) novalidate>
                {sign_in::password()}
                <Button text=t!("confirm-button")/>
            </form>
        }
    });
    let or = (person.password && !by_provider.is_empty()).then(|| {
        view! { <h2 class="govuk-heading-m">{t!("confirm-or-provider")}</h2> }
    });
    let by_provider = (!by_provider.is_empty()).then(|| doors(by_provider, sign_in_with));
    let link = link.map(|action| by_link::to_myself(&action, person.email));
    let before = view! { <BackLink to=href("/account") text=t!("account-title")/> }.into_any();
    view! {
        <Main before>
            <Column>
                <ErrorSummary/>
                <h1 class="govuk-heading-l">{t!("confirm-title")}</h1>
                <p class="govuk-body">{t!("confirm-lead")}</p>
                {form}
                {or}
                {by_provider}
                {link}
            </Column>
        </Main>
    }
    .into_any()
}
