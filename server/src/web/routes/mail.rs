//! The addresses of the team's pages of letters, as part of the one table in [`super::routes`].

use axum::routing::{get, post};
use domain::people::Action::{EditLetters, ReadLetters};

use super::{Route, read, write};
use crate::web::mail::{self, texts};

/// Every one of them.
pub(super) fn all() -> Vec<Route> {
    vec![
        read("/team/letters", ReadLetters, get(mail::shelf)),
        write("/team/letters/again", EditLetters, post(mail::all_again)),
        write("/team/letters/pause", EditLetters, post(mail::pause)),
        write("/team/letters/resume", EditLetters, post(mail::resume)),
        read("/team/letters/test", EditLetters, get(mail::test_page)),
        write("/team/letters/test", EditLetters, post(mail::test)),
        read("/team/letters/texts", EditLetters, get(texts::list)),
        read("/team/letters/texts/{kind}/{language}", EditLetters, get(texts::page)),
        write("/team/letters/texts/{kind}/{language}", EditLetters, post(texts::write)),
        write("/team/letters/texts/{kind}/{language}/reset", EditLetters, post(texts::reset)),
        read("/team/letters/{letter}", ReadLetters, get(mail::letter)),
        write("/team/letters/{letter}/again", EditLetters, post(mail::again)),
        write("/team/letters/{letter}/arrived", EditLetters, post(mail::arrived)),
    ]
}
