//! Whom a team invites to answer a call: a list that is typed, pasted from a spreadsheet, or read from a file of one.

use std::collections::BTreeSet;

use crate::forms::{Form, Problem, Problems};
use crate::people::is_address;
use crate::text;

/// The most people of one list: it is taken in one transaction with its letters.
pub const LONGEST_LIST: usize = 2000;

/// The most characters of a name.
const LONGEST_NAME: usize = 200;

/// One of those to be invited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invited {
    /// Empty where only an address was given.
    pub name: String,
    /// In lower case, so that one mailbox is invited once.
    pub address: String,
}

crate::named! {
    /// Why a line is no person.
    pub enum Wrong {
        /// There is no e-mail address in it.
        NoAddress => "no-address",
        /// There are several.
        Addresses => "addresses",
        /// What should be an address is none.
        Unfit => "unfit",
    }
}

/// A line that is no person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongLine {
    /// Counted from 1.
    pub number: usize,
    pub text: String,
    pub wrong: Wrong,
}

/// A list as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InviteeList {
    pub people: Vec<Invited>,
    /// How many lines named someone again.
    pub repeated: usize,
    /// Lines that are no person.
    pub wrong: Vec<WrongLine>,
}

impl InviteeList {
    /// Reads lines of a name and an address, in any order, with commas, semicolons or tabs between them, or as mail
    /// programs write them: `Ann Example <ann@example.org>`. A heading above them is passed over.
    pub fn read(typed: &str) -> Self {
        let mut list = Self::default();
        let mut known = BTreeSet::new();
        // Spreadsheets put a mark at the start of a file.
        let lines = typed.trim_start_matches('\u{feff}').lines().enumerate();
        for (at, line) in lines.filter(|(_, line)| !line.trim().is_empty()) {
            match person(line) {
                Ok(one) if !known.insert(one.address.clone()) => list.repeated += 1,
                Ok(one) => list.people.push(one),
                Err(_) if at == 0 && is_heading(line) => {}
                Err(wrong) => list.wrong.push(WrongLine { number: at + 1, text: text::line(line), wrong }),
            }
        }
        list
    }

    /// The list of a form: of its field `list`, and without the lines that are no person where `wrong` says so. Nothing of
    /// it is taken where anything is wrong.
    pub fn of(form: &Form) -> Result<Self, Problems> {
        let mut list = Self::read(form.value("list"));
        if form.has("wrong", LEAVE_OUT) {
            list.wrong.clear();
        }
        let problem = if !list.wrong.is_empty() {
            Problem::new("list", "error-invitees-lines").with("count", list.wrong.len())
        } else if list.people.is_empty() {
            Problem::new("list", "error-invitees-none")
        } else if list.people.len() > LONGEST_LIST {
            Problem::new("list", "error-invitees-many").with("limit", LONGEST_LIST)
        } else {
            return Ok(list);
        };
        Err(problem.into())
    }
}

/// What the field `wrong` of a form says where lines that are no person are to be left out.
pub const LEAVE_OUT: &str = "leave-out";

/// Whether the first line of a list names its columns.
fn is_heading(line: &str) -> bool {
    !line.contains('@') && line.contains(SEPARATORS)
}

/// What stands between the columns of a line, and around an address or a name.
const SEPARATORS: [char; 6] = ['\t', ',', ';', '<', '>', '"'];

/// The person of a line, where there is exactly one address in it.
fn person(line: &str) -> Result<Invited, Wrong> {
    let parts = line.split(SEPARATORS).map(str::trim).filter(|part| !part.is_empty());
    let (addresses, names): (Vec<&str>, Vec<&str>) = parts.partition(|part| is_address(part));
    let meant = names.iter().any(|name| name.contains('@'));
    match addresses.as_slice() {
        _ if meant => Err(Wrong::Unfit),
        [] => Err(Wrong::NoAddress),
        [address] => {
            let name = text::line(&names.join(" ")).chars().take(LONGEST_NAME).collect();
            Ok(Invited { name, address: address.to_lowercase() })
        }
        _ => Err(Wrong::Addresses),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(list: &str, wrong: &str) -> Result<InviteeList, Problems> {
        InviteeList::of(&Form::from_pairs([("list", list), ("wrong", wrong)]))
    }

    #[test]
    fn lists_are_read_as_people_write_them() {
        let typed = "\u{feff}Name,E-mail\nAnn Example,Ann@example.org\r\n\n\"Siôn Parry\" <sion@example.org>\n\
                     bob@example.org\tBob\nann@example.org\nnobody\na@b.org, c@d.org\nEve;eve@example\n";
        let list = InviteeList::read(typed);
        let read: Vec<_> = list.people.iter().map(|one| (one.name.as_str(), one.address.as_str())).collect();
        let expected = [
            ("Ann Example", "ann@example.org"),
            ("Siôn Parry", "sion@example.org"),
            ("Bob", "bob@example.org"),
        ];
        assert_eq!(read, expected);
        assert_eq!(list.repeated, 1);
        let wrong: Vec<_> =
            list.wrong.iter().map(|line| (line.number, line.text.as_str(), line.wrong)).collect();
        let expected = [
            (7, "nobody", Wrong::NoAddress),
            (8, "a@b.org, c@d.org", Wrong::Addresses),
            (9, "Eve;eve@example", Wrong::Unfit),
        ];
        assert_eq!(wrong, expected);
        assert!(of(typed, "").is_err(), "nothing of it");
        assert_eq!(of(typed, LEAVE_OUT).expect("the good lines").people, list.people);
    }

    #[test]
    fn a_first_line_without_columns_is_no_heading() {
        assert_eq!(InviteeList::read("Ann Example").wrong.len(), 1);
        assert!(of("Name,E-mail", LEAVE_OUT).is_err(), "nobody is on it");
    }

    proptest! {
        #[test]
        fn every_line_is_a_person_a_repetition_or_wrong(lines in prop::collection::vec("[ab@.,;<> ]{0,12}", 1..12)) {
            let list = InviteeList::read(&lines.join("\n"));
            let full = lines.iter().filter(|line| !line.trim().is_empty()).count();
            let counted = list.people.len() + list.repeated + list.wrong.len();
            prop_assert!(counted == full || counted + 1 == full, "but for one heading");
            let mut addresses: Vec<_> = list.people.iter().map(|one| &one.address).collect();
            addresses.sort_unstable();
            addresses.dedup();
            prop_assert_eq!(addresses.len(), list.people.len());
            prop_assert!(list.people.iter().all(|one| is_address(&one.address)));
        }
    }
}
