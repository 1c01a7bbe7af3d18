//! Which program wrote a table.

use std::collections::BTreeSet;

crate::named! {
    /// Which program wrote a table.
    pub enum Shape {
        /// Any: one heading, and what stands below it.
        Plain => "plain",
        /// Qualtrics: names of columns, then what was asked, then a line for programs.
        Qualtrics => "qualtrics",
        /// Citizen Space: references that begin with `ANON-`, headings that come again, a column for each option.
        CitizenSpace => "citizen-space",
    }
}

impl Shape {
    /// How many rows stand before the first response.
    pub const fn headings(self) -> usize {
        match self {
            Self::Qualtrics => 3,
            Self::Plain | Self::CitizenSpace => 1,
        }
    }

    /// What stands between several choices in one cell.
    pub const fn between(self) -> &'static str {
        match self {
            Self::Qualtrics => ",",
            Self::Plain | Self::CitizenSpace => ";",
        }
    }
}

/// Tells by its first rows which program wrote a table.
pub fn recognise<R: AsRef<[String]>>(rows: &[R]) -> Shape {
    let programs = |cell: &String| cell.trim_start().starts_with("{\"ImportId\"");
    if rows.get(2).is_some_and(|row| row.as_ref().iter().any(programs)) {
        return Shape::Qualtrics;
    }
    let anonymous = |row: &R| row.as_ref().iter().any(|cell| cell.trim().starts_with("ANON-"));
    if rows.iter().skip(1).take(5).any(anonymous) { Shape::CitizenSpace } else { Shape::Plain }
}

/// Headings of which no two are the same and none is empty, so that each names one column.
pub fn named_apart(headings: &[String]) -> Vec<String> {
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let mut named = Vec::with_capacity(headings.len());
    for (at, heading) in headings.iter().enumerate() {
        let heading = crate::text::line(heading);
        let plain = if heading.is_empty() { format!("Column {}", at + 1) } else { heading };
        let mut name = plain.clone();
        let mut times = 2;
        while taken.contains(&name) {
            name = format!("{plain} ({times})");
            times += 1;
        }
        taken.insert(name.clone());
        named.push(name);
    }
    named
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn rows(rows: &[&[&str]]) -> Vec<Vec<String>> {
        rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
    }

    #[test]
    fn two_programs_are_known_by_what_they_write() {
        let qualtrics = [
            &["ResponseId", "Q1"][..],
            &["Response ID", "What helped?"],
            &["{\"ImportId\":\"_recordId\"}", "{\"ImportId\":\"QID1\"}"],
        ];
        assert_eq!(recognise(&rows(&qualtrics)), Shape::Qualtrics);
        let citizen = [&["Response ID", "What helped?"][..], &["ANON-1ABC-2DEF-3", "A nurse"]];
        assert_eq!(recognise(&rows(&citizen)), Shape::CitizenSpace);
        assert_eq!(recognise(&rows(&[&["id", "words"], &["1", "A nurse"]])), Shape::Plain);
        assert_eq!(recognise::<Vec<String>>(&[]), Shape::Plain);
    }

    proptest! {
        #[test]
        fn no_two_columns_have_one_name(headings in prop::collection::vec("[ab ]{0,2}( \\([23]\\))?", 0..30)) {
            let named = named_apart(&headings);
            let apart: BTreeSet<&String> = named.iter().collect();
            prop_assert_eq!((named.len(), apart.len()), (headings.len(), headings.len()));
            prop_assert!(named.iter().all(|name| !name.is_empty()));
            prop_assert_eq!(named_apart(&named), named, "what is apart stays as it is");
        }
    }
}
