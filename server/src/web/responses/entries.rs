//! Questions that are answered with one entry after another: a form of theirs holds the whole answer, and its buttons say
//! which entry is to be open next.

use domain::calls::Question;
use domain::calls::kinds::entries::{OPEN, numbers, without};
use domain::forms::{Form, Problems};

/// How an address says which entry is open.
const ENTRY: &str = "entry";

/// Where a form leads that does not go on to the next question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::web) enum Aim {
    /// To the list of all entries.
    List,
    /// To an entry, to change it or to add it.
    Entry(u32),
}

/// Where a form leads, which loses the entry that is to go; nothing where the way goes on. Whoever has just written an entry
/// is shown the list first, and can add another.
pub(in crate::web) fn aim(asked: &Question, typed: &mut Form) -> Option<Aim> {
    asked.asks.settings().entries()?;
    let number = |name: &str| typed.value(name).parse::<u32>().ok();
    if let Some(gone) = number("remove") {
        *typed = without(typed, gone);
        return Some(Aim::List);
    }
    let written = || number(OPEN).filter(|open| numbers(typed).contains(open));
    number(ENTRY).map(Aim::Entry).or_else(|| written().map(|_| Aim::List))
}

impl Aim {
    /// What the address of the question ends with; `change` is what it says of why the respondent is there.
    pub(super) fn query(self, change: Option<&str>) -> String {
        let entry = match self {
            Self::List => None,
            Self::Entry(number) => Some(format!("{ENTRY}={number}")),
        };
        let said: Vec<String> =
            change.map(|from| format!("change={from}")).into_iter().chain(entry).collect();
        if said.is_empty() { String::new() } else { format!("?{}", said.join("&")) }
    }

    /// The form as its page is to show it.
    pub(in crate::web) fn shown(self, typed: &Form) -> Form {
        let mut form = Form::from_pairs(typed.pairs().filter(|(name, _)| *name != OPEN));
        if let Self::Entry(number) = self {
            form.set(OPEN, number.to_string());
        }
        form
    }
}

/// The fields of a question, with the entry open that its address names.
pub(super) fn opened(asked: &Question, mut form: Form, address: &Form) -> Form {
    if asked.asks.settings().entries().is_some() && address.sent(ENTRY) {
        form.set(OPEN, address.value(ENTRY));
    }
    form
}

/// Whether a form may be left with these problems: with none, or for another of its entries where nothing is wrong with any
/// that is there. At most there are too few of them then, or too many.
pub(in crate::web) fn may_leave(aim: Option<Aim>, problems: &Problems) -> bool {
    problems.is_empty() || (aim.is_some() && problems.iter().all(|problem| problem.field == "answer"))
}
