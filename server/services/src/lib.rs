//! What Folkmoot does: one module an activity, over the store, the index and the clock.
//!
//! Every function takes [`Services`] and what it needs to know; who may call it was decided before, by
//! `domain::people::may` at the route or the command. A change and its outbox rows are one transaction.

pub mod assembly;
pub mod audit;
pub mod calls;
pub mod clock;
pub mod demo;
pub mod drawing;
pub mod files;
pub mod follow;
pub mod handout;
pub mod index;
pub mod mail;
pub mod outcomes;
pub mod people;
pub mod responses;
pub mod review;
pub mod search;
pub mod secrets;
pub mod sheet;
pub mod store;
#[cfg(any(test, feature = "testing"))]
pub mod testing;

use std::path::{Path, PathBuf};

use domain::forms::{Problem, Problems};
use domain::people::Actor;

pub use clock::Clock;
pub use store::{Db, StoreError};

/// The parts that every activity works with. Cheap to clone.
#[derive(Clone)]
pub struct Services {
    pub db: Db,
    pub clock: Clock,
    pub index: index::Index,
    pub forms: calls::Forms,
    pub files: files::Files,
    /// For whom things are done, as the audit notes it: the program itself, until [`Services::asked_by`] says who. It
    /// allows nothing; what someone may do was decided before.
    pub by: Actor,
}

/// Where the data is.
#[derive(Clone, Debug)]
pub struct Place {
    /// The folder of the data: the SQLite file, the index, files.
    pub folder: PathBuf,
    /// The address of the database, where it is not the SQLite file in the folder.
    pub database: Option<String>,
}

impl Place {
    /// A folder that holds everything.
    pub fn folder(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into(), database: None }
    }

    /// The address of the database.
    pub fn database(&self) -> String {
        self.database
            .clone()
            .unwrap_or_else(|| format!("sqlite:{}", self.folder.join("folkmoot.sqlite").display()))
    }

    /// The folder of the index.
    pub fn index(&self) -> PathBuf {
        self.folder.join("index")
    }

    /// The folder of the documents that people send along, where they are in no other store.
    pub fn files(&self) -> PathBuf {
        self.folder.join("files")
    }
}

impl Services {
    /// Opens the data at this place, bringing the schema up to date first.
    pub async fn open(place: &Place, clock: Clock) -> Result<Self, Failure> {
        make_folder(&place.folder)?;
        store::migrate(&place.database()).await?;
        let db = Db::open(&place.database()).await?;
        let index = index::Index::open(&place.index())?;
        let files = files::Files::new(&place.files(), files::Settings::default())?;
        Ok(Self { db, clock, index, forms: calls::Forms::default(), files, by: Actor::System })
    }

    /// The same parts, with documents kept, examined and scanned in this way.
    #[must_use]
    pub fn with_files(self, files: files::Files) -> Self {
        Self { files, ..self }
    }

    /// The same parts, at work for someone.
    #[must_use]
    pub fn asked_by(self, by: Actor) -> Self {
        Self { by, ..self }
    }

    /// What notes acts in the audit: it goes along into the transaction that does them.
    pub fn recorder(&self) -> audit::Recorder {
        audit::Recorder::new(self.by.clone(), self.clock.clone())
    }
}

fn make_folder(folder: &Path) -> Result<(), StoreError> {
    std::fs::create_dir_all(folder)?;
    // Others on the machine have no business with what people wrote.
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700))?;
    }
    Ok(())
}

/// Why a service did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// There is no such thing, or none that the asker may know of.
    #[error("there is no such {0}")]
    NotFound(&'static str),
    /// What was typed cannot be taken; each problem is at its field.
    #[error("what was typed cannot be taken: {0:?}")]
    Invalid(Problems),
    /// It cannot be done now; a Fluent key says why.
    #[error("it cannot be done now: {0}")]
    Refused(&'static str),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The index failed.
    #[error("the search index failed: {0}")]
    Index(#[from] tantivy::TantivyError),
    /// A file could not be read or written.
    #[error("a file could not be used: {0}")]
    File(String),
}

impl From<sea_orm::DbErr> for Failure {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Store(error.into())
    }
}

impl From<Problems> for Failure {
    fn from(problems: Problems) -> Self {
        Self::Invalid(problems)
    }
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self::Invalid(problem.into())
    }
}

/// Whether the portal holds a demonstration, which every page then says.
pub async fn demonstration(services: &Services) -> Result<bool, Failure> {
    use sea_orm::EntityTrait;
    let row = store::entities::setting::Entity::find_by_id("demonstration").one(services.db.read()).await?;
    Ok(row.is_some_and(|row| row.value == "yes"))
}
