//! The codes by which registers know an organisation.

use crate::forms::Problem;

crate::named! {
    /// A register, and the codes it gives.
    pub enum CodeScheme {
        /// The Organisation Data Service of the NHS in England.
        Ods => "ods",
        /// The Charity Commission, the Scottish Charity Regulator, or the Charity Commission for Northern Ireland.
        Charity => "charity",
        /// Companies House.
        Company => "company",
        /// The Office for National Statistics: codes of places (GSS).
        Ons => "ons",
    }
}

/// A code in a register.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code {
    pub scheme: CodeScheme,
    /// In capital letters, without spaces.
    pub value: String,
}

impl CodeScheme {
    /// The name of its field.
    pub const fn field(self) -> &'static str {
        match self {
            Self::Ods => "code-ods",
            Self::Charity => "code-charity",
            Self::Company => "code-company",
            Self::Ons => "code-ons",
        }
    }

    const fn problem(self) -> &'static str {
        match self {
            Self::Ods => "error-organisation-ods",
            Self::Charity => "error-organisation-charity",
            Self::Company => "error-organisation-company",
            Self::Ons => "error-organisation-ons",
        }
    }

    /// Reads a code as typed. Only its form is checked: whether the register has given it, the register knows.
    pub fn read(self, typed: &str) -> Result<Code, Problem> {
        let value: String = typed.split_whitespace().collect::<String>().to_uppercase();
        if self.fits(&value) {
            Ok(Code { scheme: self, value })
        } else {
            Err(Problem::new(self.field(), self.problem()))
        }
    }

    fn fits(self, value: &str) -> bool {
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|c| c.is_ascii_digit());
        let after = |prefix: &str, long: usize| {
            value.strip_prefix(prefix).is_some_and(|rest| rest.len() == long && digits(rest))
        };
        match self {
            Self::Ods => (3..=10).contains(&value.len()) && value.bytes().all(|c| c.is_ascii_alphanumeric()),
            // England and Wales (a part of a charity has a number of its own behind a hyphen), Scotland, Northern Ireland.
            Self::Charity => {
                let (number, part) = value.split_once('-').unwrap_or((value, "1"));
                let here =
                    (6..=7).contains(&number.len()) && digits(number) && digits(part) && part.len() < 4;
                here || after("SC", 6) || after("NIC", 6)
            }
            // Eight digits, or two letters for where or what it is and six digits.
            Self::Company => {
                let letters = value.get(..2).is_some_and(|two| two.bytes().all(|c| c.is_ascii_alphabetic()));
                after("", 8) || (letters && after(&value[..2], 6))
            }
            // A letter for the nation and eight digits.
            Self::Ons => ["E", "W", "S", "N", "K"].into_iter().any(|nation| after(nation, 8)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn each_register_has_its_form() {
        let fits = |scheme: CodeScheme, typed: &str| scheme.read(typed).is_ok();
        for (scheme, right, wrong) in [
            (CodeScheme::Ods, &["qox", "Y56", "RJ1", "A81001"][..], &["Q", "QO-X", "", "ABCDEFGHIJK"][..]),
            (
                CodeScheme::Charity,
                &["1234567", "SC012345", "NIC100001", "209131", "208231-12"],
                &["12", "SC12", "1-1"],
            ),
            (
                CodeScheme::Company,
                &["01234567", "sc 123456", "OC300001"],
                &["1234567", "S1234567", "ÉÉ123456"],
            ),
            (CodeScheme::Ons, &["E40000003", "W06000015"], &["40000003", "X40000003", "E4000000"]),
        ] {
            for typed in right {
                assert!(fits(scheme, typed), "{scheme} {typed}");
            }
            for typed in wrong {
                assert!(!fits(scheme, typed), "{scheme} {typed}");
            }
        }
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_a_code_or_a_problem_and_a_code_reads_as_itself(typed in "\\PC{0,12}|[a-zA-Z0-9 -]{0,12}") {
            for scheme in CodeScheme::ALL {
                if let Ok(code) = scheme.read(&typed) {
                    prop_assert_eq!(scheme.read(&code.value), Ok(code));
                }
            }
        }
    }
}
