//! Review: codes, excerpts and how they are shown.

mod code;
mod lanes;
mod segments;

pub use code::{COLOURS, CodeDetails, TreeNode, descendants, tree};
pub use lanes::lanes;
pub use segments::{Segment, segments};
