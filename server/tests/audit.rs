//! The audit as the team reads it: in sentences, by page, and in files.

mod files;
mod sentences;
mod silence;
mod whole;

use services::testing::Throwaway;

use crate::support::{Browser, House, Page, Who};

/// The sentences of the page at this address, the latest first.
async fn told(browser: &mut Browser, address: &str) -> Vec<String> {
    read_out(&browser.get(address).await.expect(200))
}

fn read_out(page: &Page) -> Vec<String> {
    page.texts("tbody th")
}

/// A portal, and a browser of its administrator.
async fn house(data: Throwaway) -> (House, Browser) {
    let house = House::new(data).await;
    let browser = house.browser_of(Who::administrator());
    (house, browser)
}

/// How the administrator is called.
const NAME: &str = "OnPlatform(Administrator)";
