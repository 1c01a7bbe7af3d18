//! The addresses of the pages on which a group gathers stories, and on which people tell them, as part of the one table in
//! [`super`].

use axum::routing::{get, post};
use domain::people::Action::{GatherStories, ReadStories, Respond};

use super::{Route, read, write};
use crate::web::responses::gathering::{quote, stories, told};

/// What members of an organisation reach; and whoever has a link of theirs, or of their own.
pub(super) fn all() -> Vec<Route> {
    of_members().into_iter().chain(of_tellers()).collect()
}

fn of_members() -> Vec<Route> {
    let one = "/account/organisations/{organisation}/drafts/{draft}/stories/{story}";
    let edit = "/account/organisations/{organisation}/drafts/{draft}/stories/gathering";
    let quoting = "/account/organisations/{organisation}/drafts/{draft}/stories/{story}/quote";
    vec![
        read("/account/organisations/{organisation}/drafts/{draft}/stories", ReadStories, get(stories::list)),
        read(edit, GatherStories, get(stories::edit_page)),
        write(edit, GatherStories, post(stories::edit)),
        write(
            "/account/organisations/{organisation}/drafts/{draft}/stories/close",
            GatherStories,
            post(stories::close),
        ),
        write(
            "/account/organisations/{organisation}/drafts/{draft}/stories/open",
            GatherStories,
            post(stories::open),
        ),
        write(
            "/account/organisations/{organisation}/drafts/{draft}/stories/renew",
            GatherStories,
            post(stories::renew),
        ),
        read(one, ReadStories, get(stories::page)),
        write(one, GatherStories, post(stories::note)),
        write(
            "/account/organisations/{organisation}/drafts/{draft}/stories/{story}/choose",
            GatherStories,
            post(stories::choose),
        ),
        read(quoting, GatherStories, get(quote::page)),
        write(quoting, GatherStories, post(quote::add)),
    ]
}

fn of_tellers() -> Vec<Route> {
    vec![
        read("/gather/{secret}", Respond, get(told::page)),
        write("/gather/{secret}", Respond, post(told::tell)),
        read("/my-story/{token}", Respond, get(told::mine)),
        write("/my-story/{token}", Respond, post(told::permit)),
        read("/my-story/{token}/take-back", Respond, get(told::take_back_page)),
        write("/my-story/{token}/take-back", Respond, post(told::take_back)),
    ]
}
