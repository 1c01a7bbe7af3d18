//! The domains by which an organisation's people are known. An address proves that somebody belongs to an organisation
//! only where its domain is that organisation's alone.

use crate::forms::Problem;
use crate::people::is_domain;

/// The most domains of one organisation.
const MOST: usize = 20;

/// Domains at which anyone, or everyone of a whole service, has an address. What is below them counts too.
const SHARED: &[&str] = &[
    // The mail of the NHS and of its professions, which thousands of bodies share.
    "nhs.net",
    "nhs.scot",
    "wales.nhs.uk",
    "hscni.net",
    "doctors.org.uk",
    "doctors.net.uk",
    "cjsm.net",
    // Mail for anyone.
    "aol.com",
    "aol.co.uk",
    "btconnect.com",
    "btinternet.com",
    "duck.com",
    "fastmail.com",
    "gmail.com",
    "gmx.com",
    "gmx.co.uk",
    "googlemail.com",
    "hey.com",
    "hotmail.com",
    "hotmail.co.uk",
    "hushmail.com",
    "icloud.com",
    "live.com",
    "live.co.uk",
    "mac.com",
    "mail.com",
    "me.com",
    "msn.com",
    "ntlworld.com",
    "outlook.com",
    "outlook.co.uk",
    "plus.net",
    "pm.me",
    "proton.me",
    "protonmail.com",
    "rocketmail.com",
    "sky.com",
    "talktalk.net",
    "tiscali.co.uk",
    "tuta.com",
    "tutanota.com",
    "virgin.net",
    "virginmedia.com",
    "yahoo.com",
    "yahoo.co.uk",
    "yandex.com",
    "ymail.com",
    "zoho.com",
];

/// Domains under which names are given out (the section for `uk` of the Public Suffix List, and what anyone can register
/// elsewhere). Nobody has an address at one of them; what is below belongs to whoever registered it.
const GIVEN_OUT: &[&str] = &[
    "ac.uk",
    "co.uk",
    "gov.uk",
    "gov.scot",
    "gov.wales",
    "llyw.cymru",
    "ltd.uk",
    "me.uk",
    "mod.uk",
    "net.uk",
    "nhs.uk",
    "nhs.wales",
    "org.uk",
    "parliament.uk",
    "plc.uk",
    "police.uk",
    "sch.uk",
    "uk.com",
    "uk.net",
];

/// Whether addresses at this domain are of many bodies, so that one proves nothing of any.
pub fn is_shared(domain: &str) -> bool {
    let below = |shared: &str| domain.strip_suffix(shared).is_some_and(|rest| rest.ends_with('.'));
    GIVEN_OUT.contains(&domain) || SHARED.iter().any(|shared| domain == *shared || below(shared))
}

/// What follows the @ in an e-mail address.
pub fn domain_of(email: &str) -> &str {
    email.rsplit_once('@').map_or("", |(_, domain)| domain)
}

/// Reads domains as typed, with blanks or commas between them: in small letters, each once. A domain stands for itself
/// alone: what is below it may be somebody else's, such as that of a university's students, until it is named too.
pub fn read_domains(field: &str, typed: &str) -> Result<Vec<String>, Problem> {
    let parts = typed.split([' ', '\t', '\n', ',', ';']).map(|part| part.trim().trim_start_matches('@'));
    let mut domains = Vec::new();
    for domain in parts.filter(|part| !part.is_empty()).map(str::to_lowercase) {
        if !is_domain(&domain) {
            return Err(Problem::new(field, "error-organisation-domain"));
        }
        if is_shared(&domain) {
            return Err(Problem::new(field, "error-organisation-domain-shared").with("typed", domain));
        }
        if !domains.contains(&domain) {
            domains.push(domain);
        }
    }
    if domains.len() > MOST {
        return Err(Problem::new(field, "error-organisation-domains").with("limit", MOST));
    }
    Ok(domains)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_domain_that_many_share_proves_nothing() {
        for shared in ["gmail.com", "nhs.net", "trust.nhs.net", "org.uk", "nhs.uk", "mail.yahoo.co.uk"] {
            assert!(is_shared(shared), "{shared}");
        }
        for own in ["council.example.org", "leedsth.nhs.uk", "notgmail.com", "students.leeds.ac.uk"] {
            assert!(!is_shared(own), "{own}");
        }
    }

    #[test]
    fn domains_are_read_however_they_are_parted() {
        let read = |typed| read_domains("email-domain", typed);
        assert_eq!(read(" @One.org, two.org\nONE.org"), Ok(vec!["one.org".to_owned(), "two.org".to_owned()]));
        assert_eq!(read(""), Ok(vec![]));
        for (typed, message) in [
            ("one", "error-organisation-domain"),
            ("one.org gmail.com", "error-organisation-domain-shared"),
            ("a@one.org", "error-organisation-domain"),
        ] {
            assert_eq!(read(typed).expect_err(typed).message, message);
        }
    }

    proptest! {
        #[test]
        fn what_is_read_reads_as_itself_and_is_never_shared(typed in "[a-zA-Z0-9.@ ,-]{0,40}|\\PC{0,20}") {
            if let Ok(domains) = read_domains("email-domain", &typed) {
                prop_assert!(domains.iter().all(|domain| is_domain(domain) && !is_shared(domain)));
                prop_assert_eq!(read_domains("email-domain", &domains.join(" ")), Ok(domains));
            }
        }

        #[test]
        fn the_domain_is_what_follows_the_last_at(local in "[a-z@.]{1,9}", domain in "[a-z]{1,5}\\.[a-z]{2,5}") {
            let email = format!("{local}@{domain}");
            prop_assert_eq!(domain_of(&email), domain);
        }
    }
}
