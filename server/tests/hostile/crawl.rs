//! Walking from page to page by their links.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use scraper::Selector;

use crate::support::{Browser, Page};

/// A walk through the portal: every link once, and of pages of one shape only so many.
pub struct Crawl {
    pub browser: Browser,
    most: usize,
    seen: BTreeSet<String>,
    shapes: BTreeMap<String, usize>,
    waiting: VecDeque<String>,
}

impl Crawl {
    /// A walk that reads at most this many pages of one shape.
    pub fn new(browser: Browser, most: usize) -> Self {
        Self { browser, most, seen: BTreeSet::new(), shapes: BTreeMap::new(), waiting: VecDeque::new() }
    }

    /// Notes an address to be read, unless it leads elsewhere or enough of its shape were.
    pub fn offer(&mut self, address: &str) {
        let address = address.split('#').next().unwrap_or_default();
        if !address.starts_with('/') || address.starts_with("//") || self.seen.contains(address) {
            return;
        }
        let count = self.shapes.entry(shape(address)).or_default();
        if *count < self.most {
            *count += 1;
            self.seen.insert(address.to_owned());
            self.waiting.push_back(address.to_owned());
        }
    }

    /// Reads the next page and notes where it leads.
    pub async fn next(&mut self) -> Option<Page> {
        let address = self.waiting.pop_front()?;
        let page = self.browser.get(&address).await;
        self.follow(&page);
        Some(page)
    }

    /// Notes where a page leads.
    pub fn follow(&mut self, page: &Page) {
        if let Some(to) = page.location() {
            self.offer(&to);
        }
        let links = Selector::parse("a[href]").expect("a selector");
        for link in page.html().select(&links) {
            self.offer(link.attr("href").unwrap_or_default());
        }
    }

    /// Every address that was asked for.
    pub fn addresses(&self) -> impl Iterator<Item = &str> {
        self.seen.iter().map(String::as_str)
    }
}

/// An address without names and numbers: pages of one shape are made by one handler.
pub fn shape(address: &str) -> String {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let mut before = "";
    let parts: Vec<&str> = path
        .split('/')
        .map(|part| {
            let named = matches!(
                before,
                "calls" | "assemblies" | "recommendations" | "findings" | "responses" | "organisations"
            );
            let name = named || part.len() > 20 || part.contains(|c: char| c.is_ascii_digit());
            // The steps of answering are few, and each is a page of its own.
            let step = before == "answer" || part == "new";
            before = part;
            if name && !step { "*" } else { part }
        })
        .collect();
    let keys: BTreeSet<&str> =
        query.split('&').filter_map(|pair| pair.split('=').next()).filter(|key| !key.is_empty()).collect();
    format!("{}?{}", parts.join("/"), keys.into_iter().collect::<Vec<_>>().join("&"))
}
