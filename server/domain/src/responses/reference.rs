//! References: short names for responses that people can read out, without look-alike letters.

use std::fmt;

/// Digits and consonants that are not mistaken for one another, on paper or by telephone; no vowels, so no words.
pub const ALPHABET: &[u8; 24] = b"234679BCDFGHJKMNPQRTVWXY";

/// The reference of a response, such as `7KXD-93QM`: eight letters, about 10¹¹ of them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Reference(String);

impl Reference {
    /// Makes a reference from eight random bytes. The slight lean towards early letters does not matter: a reference
    /// is a name, never a secret.
    pub fn from_bytes(bytes: [u8; 8]) -> Self {
        let letters = bytes.map(|byte| char::from(ALPHABET[usize::from(byte) % ALPHABET.len()]));
        let (first, last) = letters.split_at(4);
        Self(format!("{}-{}", first.iter().collect::<String>(), last.iter().collect::<String>()))
    }

    /// Reads a reference as people type it: small letters, no hyphen, stray spaces.
    pub fn parse(typed: &str) -> Option<Self> {
        let letters: String =
            typed.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect();
        let known = letters.len() == 8 && letters.bytes().all(|letter| ALPHABET.contains(&letter));
        known.then(|| Self(format!("{}-{}", &letters[..4], &letters[4..])))
    }

    /// The reference as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_was_made_can_be_read_however_it_is_typed(bytes in any::<[u8; 8]>()) {
            let made = Reference::from_bytes(bytes);
            let typed = format!(" {} ", made.as_str().to_lowercase().replace('-', " "));
            prop_assert_eq!(Reference::parse(&typed), Some(made));
        }

        #[test]
        fn nothing_else_is_read(typed in "[AEIOU0158LSZ-]{0,12}") {
            prop_assert_eq!(Reference::parse(&typed), None);
        }
    }
}
