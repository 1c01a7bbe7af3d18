//! The addresses of the pages on which people answer together, as part of the one table in [`super`].

use axum::routing::{get, post};
use domain::people::Action::{Respond, SignOffForOrganisation, WriteForOrganisation};

use super::{Route, read, write};
use crate::web::responses::together::{begin, desk, question, sign_off};
use crate::web::responses::{co_signing, reuse};

/// What members of an organisation reach; and whoever answers with others, or is asked to sign.
pub(super) fn all() -> Vec<Route> {
    of_members().into_iter().chain(of_respondents()).collect()
}

fn of_members() -> Vec<Route> {
    use WriteForOrganisation as Write;
    vec![
        read("/account/organisations/{organisation}/drafts/new", Write, get(begin::page)),
        write("/account/organisations/{organisation}/drafts/new", Write, post(begin::begin)),
        read("/account/organisations/{organisation}/drafts/{draft}", Write, get(desk::page)),
        write("/account/organisations/{organisation}/drafts/{draft}/open", Write, post(desk::open)),
        write("/account/organisations/{organisation}/drafts/{draft}/ask", Write, post(sign_off::ask)),
        read(
            "/account/organisations/{organisation}/drafts/{draft}/sign-off",
            SignOffForOrganisation,
            get(sign_off::page),
        ),
        write(
            "/account/organisations/{organisation}/drafts/{draft}/sign-off",
            SignOffForOrganisation,
            post(sign_off::sign),
        ),
        read(
            "/account/organisations/{organisation}/drafts/{draft}/questions/{question}",
            Write,
            get(question::page),
        ),
        write(
            "/account/organisations/{organisation}/drafts/{draft}/questions/{question}",
            Write,
            post(question::comment),
        ),
        write(
            "/account/organisations/{organisation}/drafts/{draft}/questions/{question}/restore",
            Write,
            post(question::restore),
        ),
        write(
            "/account/organisations/{organisation}/drafts/{draft}/comments/{comment}",
            Write,
            post(question::settle),
        ),
    ]
}

fn of_respondents() -> Vec<Route> {
    vec![
        read("/calls/{call}/co-signatories", Respond, get(co_signing::page)),
        write("/calls/{call}/co-signatories", Respond, post(co_signing::add)),
        write("/calls/{call}/co-signatories/{signatory}/ask", Respond, post(co_signing::ask)),
        write("/calls/{call}/co-signatories/{signatory}/remove", Respond, post(co_signing::remove)),
        read("/co-sign/{token}", Respond, get(co_signing::open)),
        write("/co-sign/{token}", Respond, post(co_signing::say)),
        read("/calls/{call}/reuse/{step}", Respond, get(reuse::page)),
    ]
}
