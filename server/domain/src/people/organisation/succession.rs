//! Which organisation followed which. Bodies merge and merge again; nobody comes after themselves.

use uuid::Uuid;

/// Whether an organisation that `next` follows would follow itself in the end, given those that follow one another
/// from `next` on.
pub fn leads_back(organisation: Uuid, next: Uuid, after: impl IntoIterator<Item = Uuid>) -> bool {
    std::iter::once(next).chain(after).any(|follower| follower == organisation)
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;
    use proptest::prelude::*;

    /// Those that follow an organisation, the nearest first. Fails where it never ends.
    fn followers(of: Uuid, next: &HashMap<Uuid, Uuid>) -> Vec<Uuid> {
        let mut found = Vec::new();
        let mut at = of;
        while let Some(follower) = next.get(&at) {
            found.push(*follower);
            at = *follower;
            assert!(found.len() <= next.len(), "it goes round and round");
        }
        found
    }

    proptest! {
        #[test]
        fn whoever_merges_with_whom_the_line_always_ends(
            merges in prop::collection::vec((0u128..12, 0u128..12), 0..60)
        ) {
            let mut next = HashMap::new();
            for (one, other) in merges.into_iter().map(|(one, other)| (Uuid::from_u128(one), Uuid::from_u128(other))) {
                if leads_back(one, other, followers(other, &next)) {
                    // It was refused for a reason: there is a way from the other to this one.
                    prop_assert!(other == one || followers(other, &next).contains(&one));
                } else {
                    next.insert(one, other);
                }
                for body in next.keys() {
                    prop_assert!(!followers(*body, &next).contains(body));
                }
            }
        }
    }
}
