//! Where a request comes from, as far as the network tells.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use axum::extract::{ConnectInfo, Request};
use axum::http::HeaderMap;
use ipnet::IpNet;

/// The header in which each proxy notes whom it answers, the nearest last.
const FORWARDED: &str = "x-forwarded-for";

/// The address of whoever asks. What a header says counts only where a proxy that the operator trusts has written it:
/// anyone can send one. A request that came over no connection is from nowhere.
pub fn address(request: &Request, trusted: &[IpNet]) -> IpAddr {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0.ip());
    peer.map_or(IpAddr::V6(Ipv6Addr::UNSPECIFIED), |peer| behind(peer, request.headers(), trusted))
}

/// Follows the line of proxies from the nearest on, for as long as they are trusted.
fn behind(peer: IpAddr, headers: &HeaderMap, trusted: &[IpNet]) -> IpAddr {
    let is_trusted = |address: IpAddr| trusted.iter().any(|network| network.contains(&address));
    let mut found = peer.to_canonical();
    let values = headers.get_all(FORWARDED).iter().filter_map(|value| value.to_str().ok());
    let line: Vec<&str> = values.flat_map(|value| value.split(',')).map(str::trim).collect();
    for noted in line.into_iter().rev() {
        match noted.parse::<IpAddr>() {
            Ok(next) if is_trusted(found) => found = next.to_canonical(),
            _ => break,
        }
    }
    found
}

/// One household or office, as far as an address can tell: an IPv4 address, or the /64 that a line of IPv6 is given.
pub fn household(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(long) => IpAddr::V6(Ipv6Addr::from_bits(long.to_bits() & (u128::MAX << 64))),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn forwarded(values: &[&str]) -> HeaderMap {
        values
            .iter()
            .map(|value| (FORWARDED.parse().expect("a name"), value.parse().expect("a value")))
            .collect()
    }

    fn ip(text: &str) -> IpAddr {
        text.parse().expect("an address")
    }

    fn proxies() -> Vec<IpNet> {
        ["10.0.0.0/8", "fd00::/8"].map(|network| network.parse().expect("a network")).to_vec()
    }

    #[test]
    fn the_first_that_is_not_trusted_is_the_caller() {
        for (peer, headers, caller) in [
            ("10.0.0.1", &["203.0.113.7"][..], "203.0.113.7"),
            ("10.0.0.1", &["198.51.100.1, 203.0.113.7, 10.2.0.3"], "203.0.113.7"),
            ("10.0.0.1", &["198.51.100.1", "203.0.113.7"], "203.0.113.7"),
            ("fd00::1", &["2001:db8::7"], "2001:db8::7"),
            ("::ffff:10.0.0.1", &["203.0.113.7"], "203.0.113.7"),
            ("10.0.0.1", &[], "10.0.0.1"),
            ("10.0.0.1", &["not an address"], "10.0.0.1"),
            ("10.0.0.1", &["203.0.113.7, ?"], "10.0.0.1"),
        ] {
            assert_eq!(behind(ip(peer), &forwarded(headers), &proxies()), ip(caller), "{peer} {headers:?}");
        }
    }

    #[test]
    fn a_line_of_ipv6_is_one_household() {
        assert_eq!(household(ip("2001:db8:1:2:3:4:5:6")), ip("2001:db8:1:2::"));
        assert_eq!(household(ip("203.0.113.7")), ip("203.0.113.7"));
    }

    proptest! {
        #[test]
        fn nobody_who_is_not_trusted_is_believed(said in "[ -~]{0,60}", last in 0u8..=255) {
            let peer = IpAddr::from([203, 0, 113, last]);
            prop_assert_eq!(behind(peer, &forwarded(&[&said]), &proxies()), peer);
            prop_assert_eq!(behind(peer, &forwarded(&[&said]), &[]), peer);
        }
    }
}
