//! Letters: what kinds there are, what their texts may name, what becomes of one, and when it is tried again.

mod fate;
mod fill;
mod follow;
mod invitees;
mod kind;
mod news;
mod test;
mod text;

pub use fate::{KEPT_DAYS, LetterState, Outcome, Stage, after, judge};
pub use fill::{Fill, Value};
pub use follow::{FollowForm, Followed, Rate, UNCONFIRMED_DAYS};
pub use invitees::{Invited, InviteeList, LEAVE_OUT, LONGEST_LIST, Wrong, WrongLine};
pub use kind::{LetterKind, Place, Stream};
pub use news::{NewsGroup, NewsItem, NewsKind};
pub use test::TestLetter;
pub use text::{LONGEST_BODY, LetterText, Piece, pieces};
