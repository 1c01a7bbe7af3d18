//! The audit as the team reads it: in sentences, by page, and in files.

mod doors;
mod files;
mod letters;
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

/// A portal, and a browser of somebody who may do everything.
async fn house(data: Throwaway) -> (House, Browser) {
    let house = House::new(data).await;
    let browser = house.browser_of(Who::Everything);
    (house, browser)
}

/// Invites a person, and gives the browser in which they have accepted with [`PASSWORD`].
async fn admit(house: &House, by: &mut Browser, name: &str, email: &str, role: &str) -> Browser {
    let link = invite(by, name, email, role).await;
    let mut browser = house.browser();
    browser.get(&link).await.expect(303);
    browser.post("/invitation", &[("password", PASSWORD)]).await.expect(303);
    browser
}

/// Invites a person, and gives the private link.
async fn invite(by: &mut Browser, name: &str, email: &str, role: &str) -> String {
    let typed = [("name", name), ("email", email), ("role", role), ("place", "platform")];
    let shown = by.submit("/team/people", &typed).await.expect(200).text(".fm-private-link");
    shown.strip_prefix("http://folkmoot.test").expect("a link to the portal").to_owned()
}

const PASSWORD: &str = "three random words";

/// How they are called.
const NAME: &str = "Everything";
