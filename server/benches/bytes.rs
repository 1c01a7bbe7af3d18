//! Bytes: what a browser that has nothing yet gets for a page, with all that the page loads, compressed as it is sent.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::ensure;
use services::responses::read;

use crate::client::{Ask, Client};
use crate::report::{Figure, found, step};
use crate::respondent;
use crate::site::Site;
use crate::texts::Texts;

/// The most bytes of a respondent's page.
const RESPONDENT: usize = 60_000;
/// The most bytes of the coding page.
const CODING: usize = 250_000;

/// A page and what it weighs.
struct Weight {
    path: String,
    html: usize,
    loaded: usize,
}

impl Weight {
    const fn all(&self) -> usize {
        self.html + self.loaded
    }
}

/// The files that pages load, each fetched once.
#[derive(Default)]
struct Files(BTreeMap<String, usize>);

/// Weighs every page that a respondent meets, and the desk of every coded response.
pub async fn figures(site: &Site) -> anyhow::Result<Vec<Figure>> {
    step("Bytes: every page of a respondent, and the coding page of every response");
    let (mut client, mut files) = (site.client().await?, Files::default());
    let mut pages = Vec::new();
    for ask in respondents_pages(site, &mut client).await? {
        let weight = files.weigh(&mut client, &ask).await?;
        found(&format!("{:>6} bytes  {}", weight.all(), weight.path));
        pages.push(weight);
    }
    let wasm = files.0.keys().any(|file| file.contains(".wasm"));
    let style = folkmoot::assets::address("main.css");
    ensure!(files.0.contains_key(style), "the pages do not load {style:?}: run `make build` again");
    let mut desks = Vec::new();
    for response in read::list(&site.services, site.coded.id, 0, 10_000).await? {
        let ask = Ask::get(site.desk(&response.reference)).with(&site.session);
        desks.push(files.weigh(&mut client, &ask).await?);
    }
    let heaviest = |weights: &[Weight]| weights.iter().map(Weight::all).max().unwrap_or_default();
    desks.sort_by_key(Weight::all);
    for (what, desk) in [("a middling", desks.get(desks.len() / 2)), ("the heaviest", desks.last())] {
        let Some(Weight { html, loaded, .. }) = desk else { continue };
        found(&format!(
            "{:>6} bytes  {what} coding page: {html} of the page itself, {loaded} loaded",
            html + loaded
        ));
    }
    let (page, desk) = (heaviest(&pages), heaviest(&desks));
    let kilobytes = |bytes: usize| format!("{:.1} kB", bytes as f64 / 1000.0);
    Ok(vec![
        Figure {
            what: "Heaviest page of a respondent",
            measured: format!("{}, {} WASM", kilobytes(page), if wasm { "with" } else { "no" }),
            aim: "60 kB, no WASM".to_owned(),
            yardstick: String::new(),
            ratio: None,
            met: page <= RESPONDENT && !wasm,
        },
        Figure {
            what: "Heaviest coding page",
            measured: kilobytes(desk),
            aim: "250 kB".to_owned(),
            yardstick: String::new(),
            ratio: None,
            met: desk <= CODING,
        },
    ])
}

/// Every page on the way from the home page to the receipt.
async fn respondents_pages(site: &Site, client: &mut Client) -> anyhow::Result<Vec<Ask>> {
    let call = format!("/calls/{}", site.open.call.slug);
    let mut pages: Vec<Ask> = ["/", "/calls", &call, &format!("{call}/questions")].map(Ask::get).into();
    let ready = respondent::answer(client, &site.open, &mut Texts::new(4)).await?;
    pages.extend(ready.pages.iter().map(|page| Ask::get(page).with(&ready.cookie)));
    pages.push(Ask::get(format!("{call}/later")).with(&ready.cookie));
    // A draft that is sent shows its pages no more, so another is sent.
    let sent = respondent::answer(client, &site.open, &mut Texts::new(4)).await?;
    client.expect(&sent.submission(), 303).await?;
    let after = ["confirmation", "receipt"].map(|page| Ask::get(format!("{call}/{page}")).with(&sent.cookie));
    pages.extend(after);
    Ok(pages)
}

impl Files {
    /// Weighs a page and what it loads.
    async fn weigh(&mut self, client: &mut Client, ask: &Ask) -> anyhow::Result<Weight> {
        let html = client.expect(ask, 200).await?.text();
        // Every file of ours has its whole address in quotes, whatever loads it.
        let named: BTreeSet<&str> = html.split('"').filter(|part| part.starts_with("/assets/")).collect();
        let mut loaded = 0;
        for file in named {
            loaded += self.fetch(client, file).await?;
        }
        let html = client.expect(&ask.clone().compressed(), 200).await?.body.len();
        Ok(Weight { path: ask.path.clone(), html, loaded })
    }

    async fn fetch(&mut self, client: &mut Client, file: &str) -> anyhow::Result<usize> {
        if let Some(bytes) = self.0.get(file) {
            return Ok(*bytes);
        }
        let bytes = client.expect(&Ask::get(file).compressed(), 200).await?.body.len();
        self.0.insert(file.to_owned(), bytes);
        Ok(bytes)
    }
}
