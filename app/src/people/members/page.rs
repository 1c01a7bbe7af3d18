//! The members' page of an organisation.

use domain::people::Action;
use leptos::prelude::*;
use services::calls::edit::ZONE;
use services::people::invitations::{Invitation, Offer};
use services::people::members::Member;
use services::people::members::ask::Request;
use services::people::members::page::MembersPage;
use services::responses::together::Shared;
use uuid::Uuid;

use super::{address, marks, names};
use crate::components::{BackLink, Cell, Inset, day, table, when_in};
use crate::layout::{Column, Main, allowed};
use crate::people::organisations::names as organisations;
use crate::responses::together::list;
use crate::t;
use crate::words::href;

/// The page, for the member with this key. Owners see who asks and who was invited, and the addresses of the others.
pub fn page(shown: MembersPage, drafts: Vec<Shared>, me: Uuid) -> AnyView {
    let name = organisations::name(&shown.organisation);
    let here = href(&address(&shown.organisation));
    let owner = allowed(Action::ManageMembers);
    let before = view! { <BackLink to=href("/account") text=t!("account-title")/> }.into_any();
    let public = href(&format!("/organisations/{}", shown.organisation.slug));
    let ended = shown.ended.then(|| view! { <Inset><p>{t!("members-ended")}</p></Inset> });
    let invite = (owner && !shown.ended).then(|| {
        view! { <a class="govuk-button" role="button" draggable="false" data-module="govuk-button" href=format!("{here}/invite")>{t!("members-invite")}</a> }
    });
    view! {
        <Main before>
            <h1 class="govuk-heading-l">{t!("members-title", name = name.as_str())}</h1>
            <Column>{ended} {marks::list(&shown.checks)}</Column>
            <div class="fm-toolbar">
                {invite}
                <a class="govuk-link" href=public>{t!("members-public")}</a>
                <a class="govuk-link" href=format!("{here}/leave")>{t!("members-leave")}</a>
            </div>
            <Column>{list::drafts(&shown.organisation, drafts, shown.ended)}</Column>
            {members(&here, shown.members, me, owner)}
            {owner.then(|| requests(&here, shown.requests))}
            {owner.then(|| invited(&here, shown.invited))}
        </Main>
    }
    .into_any()
}

fn members(here: &str, members: Vec<Member>, me: Uuid, owner: bool) -> AnyView {
    let mut columns = vec![t!("members-name"), t!("members-role"), t!("members-since")];
    if owner {
        columns.insert(1, t!("email"));
    }
    let row = |member: Member| {
        let mine = member.person == me;
        let you = mine.then(|| view! { " " <span class="fm-secondary">"(" {t!("members-you")} ")"</span> });
        let name = if owner && !mine {
            let to = format!("{here}/members/{}", member.id);
            view! { <a class="govuk-link" href=to>{member.name}</a> }.into_any()
        } else {
            view! { {member.name} {you} }.into_any()
        };
        let mut row = vec![
            Cell::heading(name),
            Cell::new(names::role(member.role)),
            Cell::new(day(member.joined_at.with_timezone(&ZONE).date_naive())).short(),
        ];
        if owner {
            row.insert(1, Cell::new(member.email));
        }
        row
    };
    table(t!("members-name"), columns, members.into_iter().map(row).collect())
}

fn requests(here: &str, requests: Vec<Request>) -> Option<AnyView> {
    let row = |request: Request| {
        let to = format!("{here}/requests/{}", request.id);
        let when = t!("members-asked", when = when_in(request.asked_at, ZONE));
        view! { <li><a class="govuk-link" href=to>{request.name}</a> " " <span class="fm-secondary">{when}</span></li> }
    };
    let any = !requests.is_empty();
    let rows: Vec<_> = requests.into_iter().map(row).collect();
    any.then(|| {
        view! {
            <h2 class="govuk-heading-m">{t!("members-requests")}</h2>
            <ul class="govuk-list govuk-list--spaced">{rows}</ul>
        }
        .into_any()
    })
}

fn invited(here: &str, invited: Vec<Invitation>) -> Option<AnyView> {
    let row = |one: Invitation| {
        let to = format!("{here}/invitations/{}", one.id);
        let role = match one.offer {
            Offer::Membership(held) => names::role(held.role),
            Offer::Role(_) => String::new(),
        };
        let until = t!("member-invited-lasts", when = when_in(one.expires_at, ZONE));
        view! {
            <li>
                <a class="govuk-link" href=to>{one.name}</a> " " <span class="fm-secondary">{role}</span>
                <br/> <span class="fm-secondary">{until}</span>
            </li>
        }
    };
    let any = !invited.is_empty();
    let rows: Vec<_> = invited.into_iter().map(row).collect();
    any.then(|| {
        view! {
            <h2 class="govuk-heading-m">{t!("members-invited")}</h2>
            <ul class="govuk-list govuk-list--spaced">{rows}</ul>
        }
        .into_any()
    })
}
