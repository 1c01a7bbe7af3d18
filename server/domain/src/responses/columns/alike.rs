//! How much two texts are alike, by their words.

use std::collections::BTreeSet;

/// The words of a text that tell it from others: small letters, no numbering in front, no marks.
fn words(text: &str) -> BTreeSet<String> {
    let text = text.to_lowercase();
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut words: Vec<&str> = words.collect();
    // A number in front, such as "3." or "Q3", says where a question stood and not what it is.
    let numbers = |word: &str| word.trim_start_matches('q').chars().all(char::is_numeric);
    if words.len() > 1 && numbers(words[0]) {
        words.remove(0);
    }
    words.into_iter().map(str::to_owned).collect()
}

/// How much two texts are alike, from 0 to 1: twice the words that both have, among the words of both.
pub fn likeness(one: &str, other: &str) -> f64 {
    let (one, other) = (words(one), words(other));
    let all = one.len() + other.len();
    if all == 0 {
        return 0.0;
    }
    let both = one.intersection(&other).count();
    2.0 * both as f64 / all as f64
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_question_is_known_by_its_words_and_not_by_its_number() {
        let asked = "What helped you to come home?";
        assert!(likeness("Q3. what helped you, to come home", asked) > 0.99);
        assert!(likeness("12 - What helped you to come home?", asked) > 0.99);
        assert!(likeness("Where do you live?", asked) < 0.5);
        assert!(likeness("", "") < 0.01);
    }

    proptest! {
        #[test]
        fn likeness_is_the_same_both_ways_and_whole_with_itself(one in "[a-z]{1,5}( [a-z]{1,5}){0,5}", other in "[a-z ]{0,20}") {
            prop_assert!((likeness(&one, &other) - likeness(&other, &one)).abs() < 0.01);
            prop_assert!((0.0..=1.0).contains(&likeness(&one, &other)));
            prop_assert!(likeness(&one, &one) > 0.99);
        }
    }
}
