//! Review: codes, excerpts and how they are shown.

mod code;
mod segments;

pub use code::{COLOURS, CodeDetails, TreeNode, descendants, tree};
pub use segments::{Segment, segments};
