//! One member, for owners; and leaving.

use domain::people::MemberRole;
use leptos::prelude::*;
use services::people::members::Member;
use services::people::organisations::Organisation;

use super::{address, names};
use crate::components::{BackLink, Button, ErrorSummary, Warning};
use crate::layout::{Column, Main};
use crate::people::organisations::names as organisations;
use crate::t;
use crate::words::href;

fn back(organisation: &Organisation) -> AnyView {
    let text = t!("members-title", name = organisations::name(organisation));
    view! { <BackLink to=href(&address(organisation)) text/> }.into_any()
}

/// The page of another member.
pub fn page(organisation: &Organisation, member: Member) -> AnyView {
    let here = href(&format!("{}/members/{}", address(organisation), member.id));
    let Member { name, email, .. } = member;
    let hand_over = t!("member-hand-over", name = name.as_str());
    let remove = t!("member-remove", name = name.as_str());
    view! {
        <Main before=back(organisation)>
            <Column>
                <ErrorSummary/>
                <span class="govuk-caption-l">{email}</span>
                <h1 class="govuk-heading-l">{name}</h1>
                <form method="post" action=here.clone() novalidate>
                    {names::role_field(t!("member-role-title"))}
                    <Button text=t!("member-role-button")/>
                </form>
                <h2 class="govuk-heading-m">{t!("member-hand-over-title")}</h2>
                <p class="govuk-body">{hand_over}</p>
                <form method="post" action=format!("{here}/hand-over")>
                    <Button text=t!("member-hand-over-button") class="govuk-button--secondary"/>
                </form>
                <h2 class="govuk-heading-m">{t!("member-remove-title")}</h2>
                <p class="govuk-body">{remove}</p>
                <form method="post" action=format!("{here}/remove")>
                    <Button text=t!("member-remove-button") class="govuk-button--warning"/>
                </form>
            </Column>
        </Main>
    }
    .into_any()
}

/// The page on which a member leaves. `others` are the other members.
pub fn leave(organisation: &Organisation, mine: MemberRole, others: &[Member]) -> AnyView {
    let name = organisations::name(organisation);
    let owned = others.iter().any(|member| member.role == MemberRole::Owner);
    let last = mine == MemberRole::Owner && !owned && !others.is_empty();
    let alone = others.is_empty().then(|| view! { <Warning text=t!("leave-alone")/> });
    let body = if last {
        view! { <Warning text=t!("leave-last")/> }.into_any()
    } else {
        let to = href(&format!("{}/leave", address(organisation)));
        view! {
            {alone}
            <p class="govuk-body">{t!("leave-lead", name = name)}</p>
            <form method="post" action=to>
                <Button text=t!("leave-button") class="govuk-button--warning"/>
            </form>
        }
        .into_any()
    };
    view! {
        <Main before=back(organisation)>
            <Column>
                <h1 class="govuk-heading-l">{t!("members-leave")}</h1>
                {body}
            </Column>
        </Main>
    }
    .into_any()
}
