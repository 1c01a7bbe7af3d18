//! Review: reading responses and coding them.

pub mod workbench;

#[cfg(feature = "ssr")]
pub mod codebook;
#[cfg(feature = "ssr")]
pub mod documents;
#[cfg(feature = "ssr")]
pub mod excerpts;
#[cfg(feature = "ssr")]
pub mod flags;
#[cfg(feature = "ssr")]
pub mod glass;
#[cfg(feature = "ssr")]
pub mod list;
#[cfg(feature = "ssr")]
pub mod marks;
#[cfg(feature = "ssr")]
pub mod memos;
#[cfg(feature = "ssr")]
pub mod page;
#[cfg(feature = "ssr")]
pub mod sentences;
#[cfg(feature = "ssr")]
pub mod told;
#[cfg(feature = "ssr")]
pub mod versions;
