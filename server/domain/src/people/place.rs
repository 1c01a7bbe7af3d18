//! Where someone goes after signing in.

/// The longest address that is kept over a sign-in, in characters.
const LONGEST: usize = 2000;

/// The address asked for, where it is a page of this portal; nothing where it could lead to another site.
pub fn own_place(asked: &str) -> Option<&str> {
    // Browsers pass over tabs and line ends in an address, and take a backslash for a slash.
    let plain = asked.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    let own = asked.starts_with('/') && !asked.starts_with("//");
    (plain && own && asked.len() <= LONGEST).then_some(asked)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The origin to which a browser that is at the portal would go.
    fn origin(asked: &str) -> url::Origin {
        let here = url::Url::parse("https://folkmoot.test/sign-in").expect("an address");
        here.join(asked).map_or_else(|_| here.origin(), |there| there.origin())
    }

    proptest! {
        #[test]
        fn no_place_leads_to_another_site(asked in r"[/\\@:?#a.\t\n\r %2fF-]{0,12}|(https?:)?[/\\]{0,3}evil\.test/?|\PC*") {
            if let Some(place) = own_place(&asked) {
                prop_assert_eq!(origin(place), origin("/"));
            }
        }

        #[test]
        fn pages_of_the_portal_are_kept(path in "/[a-z0-9][a-z0-9/-]{0,40}(\\?[a-z]=[a-z0-9%]{0,9})?") {
            prop_assert_eq!(own_place(&path), Some(path.as_str()));
        }
    }
}
