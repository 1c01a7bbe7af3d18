//! Review: codes, excerpts, marks, how they are shown, and what is done to them.

mod act;
mod code;
mod lanes;
mod mark;
mod memo;
mod place;
mod segments;

pub use act::{Act, Subject};
pub use code::{COLOURS, CodeDetails, TreeNode, descendants, tree};
pub use lanes::lanes;
pub use mark::{Mark, MarkKind, Tally, Wish};
pub use memo::{LONGEST_NOTE, MemoOn, note};
pub use place::{Move, Place, arranged, may_stand_under, moved, place, siblings};
pub use segments::{Segment, segments};
