//! Where the bytes are: a folder, or a bucket that speaks S3. Every name in it is a hash.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use bytes::Bytes;
use futures::stream::BoxStream;
use futures::{StreamExt, TryStreamExt};
use object_store::buffered::BufWriter;
use object_store::local::LocalFileSystem;
use object_store::path::Path as Key;
use object_store::{ObjectStore, ObjectStoreExt};
use tokio::io::AsyncWriteExt;

use super::s3::{self, Bucket};
use crate::Failure;

/// The most bytes of a file that are held at once on its way into the store.
const HELD: usize = 5 * 1024 * 1024;

/// A store of bytes.
pub struct Store {
    /// The folder, until it is first needed: most commands never do.
    folder: PathBuf,
    held: OnceLock<Arc<dyn ObjectStore>>,
}

/// A failure of the store as one of the program.
pub fn failed(error: impl std::fmt::Display) -> Failure {
    Failure::File(error.to_string())
}

/// Where the bytes with this hash are. Two letters make a folder, so that none becomes very long.
fn key(hash: &str) -> Key {
    Key::from(format!("{}/{hash}", &hash[..2.min(hash.len())]))
}

impl Store {
    /// A store in a folder, which is made when it is first needed.
    pub fn folder(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), held: OnceLock::new() }
    }

    /// A store in a bucket.
    pub fn bucket(bucket: &Bucket) -> Result<Self, Failure> {
        let held: Arc<dyn ObjectStore> = Arc::new(s3::open(bucket).map_err(failed)?);
        Ok(Self { folder: PathBuf::new(), held: OnceLock::from(held) })
    }

    fn held(&self) -> Result<Arc<dyn ObjectStore>, Failure> {
        if let Some(held) = self.held.get() {
            return Ok(Arc::clone(held));
        }
        std::fs::create_dir_all(&self.folder).map_err(failed)?;
        let made = LocalFileSystem::new_with_prefix(&self.folder).map_err(failed)?;
        // What is acknowledged as kept is on the disk.
        let made: Arc<dyn ObjectStore> = Arc::new(made.with_fsync(true).with_automatic_cleanup(false));
        Ok(Arc::clone(self.held.get_or_init(|| made)))
    }

    /// Puts the bytes of a file there, piece by piece.
    pub async fn put(&self, hash: &str, file: std::fs::File) -> Result<(), Failure> {
        let mut file = tokio::fs::File::from_std(file);
        let mut writer = BufWriter::with_capacity(self.held()?, key(hash), HELD);
        tokio::io::copy(&mut file, &mut writer).await.map_err(failed)?;
        writer.shutdown().await.map_err(failed)
    }

    /// The bytes, piece by piece.
    pub async fn get(&self, hash: &str) -> Result<BoxStream<'static, std::io::Result<Bytes>>, Failure> {
        let found = self.held()?.get(&key(hash)).await.map_err(failed)?;
        Ok(found.into_stream().map_err(std::io::Error::from).boxed())
    }

    /// Whether the bytes are there, and how many there are.
    pub async fn size(&self, hash: &str) -> Result<Option<u64>, Failure> {
        match self.held()?.head(&key(hash)).await {
            Ok(found) => Ok(Some(found.size)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(failed(error)),
        }
    }

    /// Removes the bytes; that there are none is as good.
    pub async fn remove(&self, hash: &str) -> Result<(), Failure> {
        match self.held()?.delete(&key(hash)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(failed(error)),
        }
    }
}
