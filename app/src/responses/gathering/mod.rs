//! The stories that a group gathers: the page on which people tell them ([`asking`]) and their own ([`mine`]); for members the
//! list ([`stories`]), what they ask for ([`edit`]), one story ([`story`]) and quoting it ([`quote`]); and what is said of quotes
//! where something is checked, sent and read ([`quoted`]).

pub mod asking;
pub mod edit;
pub mod mine;
pub mod quote;
pub mod quoted;
pub mod stories;
pub mod story;

use domain::responses::StoryUse;

use crate::components::Opt;
use crate::t;

/// How a story may be used, to be chosen by whoever tells it: with a name only where there is or could be one.
fn uses(with_name: bool) -> Vec<Opt> {
    let option = |choice: StoryUse| match choice {
        StoryUse::Named => Opt::new(choice, t!("story-use-named")),
        StoryUse::Unnamed => Opt::new(choice, t!("story-use-unnamed")),
        StoryUse::ReadOnly => {
            Opt::new(choice, t!("story-use-read-only")).hint(t!("story-use-read-only-hint"))
        }
    };
    StoryUse::choices(with_name).map(option).collect()
}

/// The address of the page of a draft's stories, in no language.
pub fn address(organisation: &str, draft: uuid::Uuid) -> String {
    format!("{}/stories", super::together::address(organisation, draft))
}
