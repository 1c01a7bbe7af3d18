//! Who may gather, read and quote stories: members at that moment, and nobody of the team.

use domain::people::Action;
use domain::responses::StoryUse;
use services::responses::Draft;
use services::responses::gathering::{self, stories};
use services::testing::Throwaway;
use services::{Failure, on_both};

use crate::permissions::everyone;
use crate::world::{Someone, World};

/// What can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    Find,
    List,
    Read,
    Change,
    Close,
    Open,
    Renew,
    Choose,
    Note,
    Quote,
}

const ALL: [Act; 10] = [
    Act::Find,
    Act::List,
    Act::Read,
    Act::Change,
    Act::Close,
    Act::Open,
    Act::Renew,
    Act::Choose,
    Act::Note,
    Act::Quote,
];

impl Act {
    /// The right that it takes.
    const fn right(self) -> Action {
        match self {
            Self::Find | Self::List | Self::Read => Action::ReadStories,
            _ => Action::GatherStories,
        }
    }
}

/// Does it, as if this draft had been opened before.
async fn make(world: &World, who: &Someone, held: &Draft, act: Act) -> Result<(), Failure> {
    let (services, of) = (&who.services, world.gathering().await);
    match act {
        Act::Find => gathering::of_draft(services, held).await.map(|_| ()),
        Act::List => stories::list(services, held, &of, false, (0, 9)).await.map(|_| ()),
        Act::Read => stories::one(services, held, &of, 1).await.map(|_| ()),
        Act::Change => world.ask_for_stories(who, of.details).await,
        Act::Close => gathering::set_open(services, held, false).await,
        Act::Open => gathering::set_open(services, held, true).await,
        Act::Renew => gathering::renew(services, held).await,
        Act::Choose => stories::choose(services, held, 1, true).await,
        Act::Note => stories::note(services, held, 1, "A note.".to_owned()).await,
        Act::Quote => world.quote(who, 1, "three days").await,
    }
}

on_both!(members_alone_gather_read_and_quote, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    world.gather().await;
    world.tell("I waited for three days.", "Ann", StoryUse::Named).await;
    let held = world.open(&world.owner).await;
    let mut tried = 0;
    for (name, who, role) in everyone(&world).await {
        for act in ALL {
            let done = make(&world, &who, &held, act).await;
            tried += 1;
            // Who was removed while their page was open can still look at what that page had.
            let stale = name == "one who was removed" && act.right() == Action::ReadStories;
            assert_eq!(done.is_ok(), role.is_some() || stale, "{name} {act:?}: {done:?}");
        }
    }
    assert_eq!(tried, 9 * 10);
});
