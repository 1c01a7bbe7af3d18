//! Documents that people send along, and those that the team puts beside a call: taken ([`Incoming`]), judged by their content in a process of their own ([`examine`]),
//! kept under their hash ([`keep`]), searched for viruses ([`scan`]), and looked after by a [`worker`].
//!
//! Whose they are is the business of `crate::responses::documents`, where they are answers, and of
//! `crate::calls::materials`, where they stand beside a call.

pub mod check;
pub mod examine;
mod incoming;
pub mod keep;
mod s3;
pub mod scan;
mod store;
mod sweep;
pub mod worker;

use std::path::Path;
use std::sync::Arc;

use tokio::sync::{Notify, Semaphore};

pub use examine::child::{Examined, Program};
pub use incoming::Incoming;
pub use s3::Bucket;
pub use scan::Clamd;
pub(crate) use store::failed;

use crate::Failure;
use store::Store;

/// How many files are examined at once. Each may use a processor and a gigabyte.
const EXAMINED_AT_ONCE: usize = 2;

/// How documents are kept, examined and scanned.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The most bytes of one.
    pub largest: u64,
    /// Where they are, if not in the folder of the data.
    pub bucket: Option<Bucket>,
    /// Who looks for viruses.
    pub clamd: Option<Clamd>,
    /// The program that examines them.
    pub program: Program,
}

/// The most bytes of a document where nothing is set.
pub const LARGEST: u64 = 10 * 1024 * 1024;

impl Default for Settings {
    fn default() -> Self {
        Self { largest: LARGEST, bucket: None, clamd: None, program: Program::this() }
    }
}

/// Everything that documents need. Cheap to clone.
#[derive(Clone)]
pub struct Files(Arc<Inner>);

struct Inner {
    store: Store,
    settings: Settings,
    examining: Semaphore,
    /// Wakes the worker.
    news: Notify,
}

impl Files {
    /// Documents in this folder, or where the settings say.
    pub fn new(folder: &Path, settings: Settings) -> Result<Self, Failure> {
        let store = match &settings.bucket {
            Some(bucket) => Store::bucket(bucket)?,
            None => Store::folder(folder),
        };
        let examining = Semaphore::new(EXAMINED_AT_ONCE);
        Ok(Self(Arc::new(Inner { store, settings, examining, news: Notify::new() })))
    }

    /// The most bytes of one document.
    pub fn largest(&self) -> u64 {
        self.0.settings.largest
    }

    /// The same in whole megabytes, as it is said.
    pub fn largest_megabytes(&self) -> u64 {
        self.largest() / (1024 * 1024)
    }

    fn store(&self) -> &Store {
        &self.0.store
    }

    fn clamd(&self) -> Option<&Clamd> {
        self.0.settings.clamd.as_ref()
    }

    /// Has the worker look now.
    pub(crate) fn tell_worker(&self) {
        self.0.news.notify_one();
    }
}
