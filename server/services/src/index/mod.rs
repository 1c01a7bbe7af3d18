//! The search index: derived from the database, and always able to be made from it again (`design.md` §4.2).
//!
//! [`follow`] keeps it up to date in a server, [`catch_up`] in a command; [`rebuild`] makes it anew while it serves.
//! Searching itself is [`crate::search`]. Inside: [`home`] is the folder and its lock, [`schema`] and [`words`] say what
//! is indexed and how, [`document`] reads it from the database, [`keeper`] writes it, [`changes`] and [`progress`] follow
//! the outbox, [`bookmark`] remembers how far, and [`view`] reads the index.

mod bookmark;
mod changes;
pub(crate) mod columns;
mod document;
mod follow;
mod home;
mod keeper;
mod progress;
mod rebuild;
pub mod schema;
mod view;
pub mod words;

use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use sea_orm::{EntityTrait, PaginatorTrait};

use crate::store::entities::response;
use crate::{Failure, Services};

pub use follow::{catch_up, follow};
pub(crate) use keeper::blocking;
pub use rebuild::rebuild;
pub use view::View;

/// The index. Cheap to clone; opened when it is first needed.
#[derive(Clone)]
pub struct Index(Arc<Inner>);

struct Inner {
    home: home::Home,
    eye: view::Eye,
}

impl Index {
    /// The index in this folder. Nothing is read or made yet: a command that never searches pays nothing.
    pub fn open(folder: &Path) -> Result<Self, Failure> {
        let home = home::Home::new(folder);
        Ok(Self(Arc::new(Inner { eye: view::Eye::new(home.clone()), home })))
    }

    /// The index as it is now, or nothing while there is none. Reads files, so call it where waiting is allowed.
    pub fn view(&self) -> Option<View> {
        self.0.eye.view()
    }

    /// The index as it was a moment ago, where that is known without waiting.
    pub(crate) fn known(&self) -> Option<View> {
        self.0.eye.known()
    }

    fn home(&self) -> &home::Home {
        &self.0.home
    }

    fn look_now(&self) {
        self.0.eye.look_now();
    }
}

/// How fresh the index is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Freshness {
    /// How many changes wait to be indexed.
    pub behind: u64,
    /// When it was last written; nothing while there is no index yet.
    pub indexed_at: Option<DateTime<Utc>>,
}

/// How fresh the index is now.
pub async fn freshness(services: &Services) -> Result<Freshness, Failure> {
    let index = services.index.clone();
    freshness_of(services, blocking(move || Ok(index.view())).await?.as_ref()).await
}

pub(crate) async fn freshness_of(services: &Services, view: Option<&View>) -> Result<Freshness, Failure> {
    let read = services.db.read();
    Ok(match view {
        Some(view) => Freshness {
            behind: view.bookmark.behind(read).await?,
            indexed_at: Some(view.bookmark.indexed_at),
        },
        None => Freshness { behind: response::Entity::find().count(read).await?, indexed_at: None },
    })
}
