//! The page of a call, which everyone opens first: made anew for each visitor, compressed as browsers ask for it.

use std::time::Duration;

use crate::client::Ask;
use crate::load::{self, Load};
use crate::report::{Figure, found, ms, rate, step};
use crate::site::Site;

/// How many clients ask as fast as they are answered.
const CLIENTS: usize = 64;
/// How many pages these get.
const AT_ONCE: usize = 10_000;
/// For how long the open loop runs, in seconds.
const SECONDS: f64 = 8.0;
/// More than ever wait, so that none waits for a free connection.
const CONNECTIONS: usize = 256;

/// Measures.
pub async fn figures(site: &Site) -> anyhow::Result<Vec<Figure>> {
    step("The call page: 64 clients, then half as many pages a second");
    let page = Ask::get(format!("/calls/{}", site.open.call.slug));
    let load = |ask: &Ask, clients, count| Load {
        address: site.server.address,
        clients,
        asks: vec![ask.clone(); count],
        status: 200,
    };
    let plain = load::closed(load(&page, CLIENTS, AT_ONCE / 2)).await?;
    found(&format!("{} uncompressed, p99 {}", rate(plain.rate()), ms(plain.times.p99())));
    let page = page.compressed();
    let closed = load::closed(load(&page, CLIENTS, AT_ONCE)).await?;
    found(&format!("{} compressed, p99 {}", rate(closed.rate()), ms(closed.times.p99())));
    let half = closed.rate() / 2.0;
    let open = load::open(load(&page, CONNECTIONS, (half * SECONDS) as usize), half).await?;
    let (p50, p99) = (open.times.percentile(50.0), open.times.p99());
    found(&format!(
        "{} compressed: p50 {}, p99 {}, longest {}",
        rate(half),
        ms(p50),
        ms(p99),
        ms(open.times.longest())
    ));
    Ok(vec![
        Figure {
            what: "The call page, 64 clients",
            measured: rate(closed.rate()),
            aim: "over 1000/s".to_owned(),
            yardstick: String::new(),
            ratio: None,
            met: closed.rate() > 1000.0,
        },
        Figure {
            what: "The call page at half of that, p99",
            measured: ms(p99),
            aim: "under 50 ms".to_owned(),
            yardstick: String::new(),
            ratio: None,
            met: p99 < Duration::from_millis(50),
        },
    ])
}
