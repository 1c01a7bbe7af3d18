//! Numbers as people write them: exact, with up to four places after the point.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// How many of the smallest part make one.
const ONE: i64 = 10_000;

/// The most digits before the point.
const DIGITS: usize = 12;

/// A decimal number, exactly as it was meant: what was typed as `0.1` is no more and no less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Number(i64);

/// What was typed is no number, or one with too many digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a number with at most 12 digits before the point and 4 after it")]
pub struct NoNumber;

impl Number {
    /// A whole number.
    pub fn whole(number: u32) -> Self {
        Self(i64::from(number) * ONE)
    }

    /// Whether there is nothing after the point.
    pub const fn is_whole(self) -> bool {
        self.0 % ONE == 0
    }

    /// The whole number that is not above it.
    #[must_use]
    pub const fn floor(self) -> Self {
        Self(self.0 - self.0.rem_euclid(ONE))
    }

    /// One more.
    #[must_use]
    pub const fn above(self) -> Self {
        Self(self.0 + ONE)
    }

    /// One less.
    #[must_use]
    pub const fn below(self) -> Self {
        Self(self.0 - ONE)
    }

    /// The next number that can be written, larger by the smallest part.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0 + 1)
    }

    /// The number just before.
    #[must_use]
    pub const fn before(self) -> Self {
        Self(self.0 - 1)
    }
}

impl FromStr for Number {
    type Err = NoNumber;

    /// Takes `1,234.5`, `-3`, `.5` and `1 000`: spaces, and commas between groups of three digits, tell nothing.
    fn from_str(typed: &str) -> Result<Self, NoNumber> {
        let typed: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
        let (negative, digits) = match typed.strip_prefix(['-', '−']) {
            Some(rest) => (true, rest),
            None => (false, typed.strip_prefix('+').unwrap_or(&typed)),
        };
        let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
        let whole = ungrouped(whole).ok_or(NoNumber)?;
        let figures = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let part = part.trim_end_matches('0');
        let none = whole.is_empty() && !digits.contains(|c: char| c.is_ascii_digit());
        if none || !figures(&whole) || !figures(part) || part.len() > 4 {
            return Err(NoNumber);
        }
        let whole = whole.trim_start_matches('0');
        if whole.len() > DIGITS {
            return Err(NoNumber);
        }
        let all = format!("{whole}{part:0<4}").parse::<i64>().map_err(|_| NoNumber)?;
        Ok(Self(if negative { -all } else { all }))
    }
}

/// The digits without the commas between their groups; nothing where a comma stands elsewhere.
fn ungrouped(whole: &str) -> Option<String> {
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let mut digits = first.to_owned();
    for group in groups {
        if group.len() != 3 || first.is_empty() || first.len() > 3 {
            return None;
        }
        digits.push_str(group);
    }
    Some(digits)
}

impl TryFrom<String> for Number {
    type Error = NoNumber;

    fn try_from(text: String) -> Result<Self, NoNumber> {
        text.parse()
    }
}

impl From<Number> for String {
    fn from(number: Number) -> Self {
        number.to_string()
    }
}

impl fmt::Display for Number {
    /// Without groups, and without noughts that say nothing.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = (self.0.unsigned_abs() / ONE as u64, self.0.unsigned_abs() % ONE as u64);
        let sign = if self.0 < 0 { "-" } else { "" };
        if part == 0 {
            write!(f, "{sign}{whole}")
        } else {
            write!(f, "{sign}{whole}.{}", format!("{part:04}").trim_end_matches('0'))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        let said = |typed: &str| typed.parse::<Number>().map(|number| number.to_string());
        for (typed, meant) in [
            ("1,234.50", "1234.5"),
            (" 12 ", "12"),
            ("1 000", "1000"),
            (".5", "0.5"),
            ("-0.10", "-0.1"),
            ("−3", "-3"),
            ("007", "7"),
            ("0", "0"),
        ] {
            assert_eq!(said(typed), Ok(meant.to_owned()), "{typed}");
        }
        for typed in
            ["", ".", "-", "1,23", "1,2345", ",123", "1.23456", "1e3", "١", "1234567890123", "12 hours"]
        {
            assert_eq!(said(typed), Err(NoNumber), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn a_number_reads_as_it_is_written(parts in -9_999_999_999_999_999_i64..9_999_999_999_999_999) {
            let number = Number(parts);
            prop_assert_eq!(number.to_string().parse(), Ok(number));
        }

        #[test]
        fn nothing_typed_stops_the_program(typed in "[-+0-9., a−]{0,24}") {
            if let Ok(number) = typed.parse::<Number>() {
                prop_assert_eq!(number.to_string().parse(), Ok(number));
            }
        }
    }
}
