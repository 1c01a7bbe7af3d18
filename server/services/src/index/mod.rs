//! The search index.
use std::path::Path;
/// The index.
#[derive(Clone)]
pub struct Index;
impl Index {
    /// Opens it.
    pub fn open(_folder: &Path) -> Result<Self, crate::Failure> {
        Ok(Self)
    }
}
