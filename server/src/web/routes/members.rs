//! The addresses of the pages of members, as part of the one table in [`super`].

use axum::routing::{get, post};
use domain::people::Action::{AdmitMembers, KeepAccount, LeaveOrganisation, ManageMembers, ReadMembers};

use super::{Route, read, write};
use crate::web::people::members::{address, invite, join, page, requests, team};

/// What people with accounts reach, and members of the organisation of the address.
pub(super) fn all() -> Vec<Route> {
    vec![
        read("/account/address", KeepAccount, get(address::page)),
        write("/account/address", KeepAccount, post(address::ask)),
        read("/account/address/{token}", KeepAccount, get(address::confirm_page)),
        write("/account/address/{token}", KeepAccount, post(address::confirm)),
        read("/account/organisations/{organisation}/join", KeepAccount, get(join::page)),
        write("/account/organisations/{organisation}/join", KeepAccount, post(join::join)),
        read("/account/organisations/{organisation}", ReadMembers, get(page::page)),
        read("/account/organisations/{organisation}/leave", LeaveOrganisation, get(page::leave_page)),
        write("/account/organisations/{organisation}/leave", LeaveOrganisation, post(page::leave)),
        read("/account/organisations/{organisation}/members/{member}", ManageMembers, get(page::member)),
        write("/account/organisations/{organisation}/members/{member}", ManageMembers, post(page::give)),
        write(
            "/account/organisations/{organisation}/members/{member}/hand-over",
            ManageMembers,
            post(page::hand_over),
        ),
        write(
            "/account/organisations/{organisation}/members/{member}/remove",
            ManageMembers,
            post(page::remove),
        ),
        read("/account/organisations/{organisation}/requests/{request}", ManageMembers, get(requests::page)),
        write(
            "/account/organisations/{organisation}/requests/{request}",
            ManageMembers,
            post(requests::decide),
        ),
        read("/account/organisations/{organisation}/invite", ManageMembers, get(invite::form_page)),
        write("/account/organisations/{organisation}/invite", ManageMembers, post(invite::invite)),
        read(
            "/account/organisations/{organisation}/invitations/{invitation}",
            ManageMembers,
            get(invite::page),
        ),
        write(
            "/account/organisations/{organisation}/invitations/{invitation}/renew",
            ManageMembers,
            post(invite::renew),
        ),
        write(
            "/account/organisations/{organisation}/invitations/{invitation}/withdraw",
            ManageMembers,
            post(invite::withdraw),
        ),
    ]
}

/// What the team reaches.
pub(super) fn of_the_team() -> Vec<Route> {
    vec![
        read("/team/organisation-requests", AdmitMembers, get(team::all_requests)),
        read("/team/organisations/{organisation}/members", AdmitMembers, get(team::page)),
        write("/team/organisations/{organisation}/code", AdmitMembers, post(team::issue)),
        write("/team/organisations/{organisation}/code/withdraw", AdmitMembers, post(team::withdraw)),
        read("/team/organisations/{organisation}/requests/{request}", AdmitMembers, get(team::request)),
        write("/team/organisations/{organisation}/requests/{request}", AdmitMembers, post(team::decide)),
    ]
}
