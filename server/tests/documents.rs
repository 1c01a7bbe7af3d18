//! Documents that come along with a response: from the field to the store, the team's page and the search.

#[path = "documents/hostile.rs"]
mod hostile;
#[path = "documents/journey.rs"]
mod journey;
#[path = "documents/opening.rs"]
mod opening;
#[path = "documents/scanning.rs"]
mod scanning;
#[path = "documents/store.rs"]
mod store;

use domain::calls::kinds::Documents;
use domain::calls::{Asks, QuestionDetails};
use services::calls::edit;
use services::responses::{Response, read};

use crate::support::{ASKED, Browser, House, Page};

/// The number of the question that asks for documents.
const NUMBER: usize = 6;

/// Adds a question that asks for up to three documents at the end of the house's call.
async fn asking(house: &House) {
    let services = &house.data.services;
    let section = house.form.sections[1].id;
    let details = QuestionDetails::new(section, "Your documents", Asks::Documents(Documents { most: 3 }));
    edit::put_question(services, house.call.id, None, details).await.expect("a question");
}

/// Someone who answers up to the documents.
struct Sender {
    browser: Browser,
    base: String,
}

impl Sender {
    async fn new(house: &House) -> Self {
        let base = format!("/calls/{}", house.call.slug);
        let mut browser = house.browser();
        browser.submit(&format!("{base}/start"), &[]).await.expect(200);
        let no = house.choice(ASKED.route, "No");
        for (step, fields) in [
            ("who", vec![("kind", "individual")]),
            ("about", vec![("name", "Sioned Parry")]),
            ("1", vec![("answer", no.as_str())]),
            ("5", vec![("answer", "The bus was late.")]),
            ("consent", vec![("consent", "with-name")]),
        ] {
            browser.post(&format!("{base}/answer/{step}"), &fields).await.expect(303);
        }
        Self { browser, base }
    }

    fn step(&self) -> String {
        format!("{}/answer/{NUMBER}", self.base)
    }

    async fn look(&mut self) -> Page {
        self.browser.get(&self.step()).await.expect(200)
    }

    /// Chooses these files and presses "Attach".
    async fn attach(&mut self, files: &[(&str, &[u8])]) -> Page {
        self.press(&[("attach", "1")], files).await
    }

    /// Chooses these files and presses this button.
    async fn press(&mut self, button: &[(&str, &str)], files: &[(&str, &[u8])]) -> Page {
        let files: Vec<(&str, &str, &[u8])> =
            files.iter().map(|(name, bytes)| ("answer", *name, *bytes)).collect();
        let step = self.step();
        self.browser.attach(&step, button, &files).await
    }

    /// Sends the response and gives its reference.
    async fn finish(&mut self) -> String {
        self.browser.post(&format!("{}/answer/check", self.base), &[]).await.expect(303);
        let page = self.browser.get(&format!("{}/confirmation", self.base)).await.expect(200);
        page.text(".govuk-panel__body strong")
    }
}

/// The names of the documents that a page lists.
fn listed(page: &Page) -> Vec<String> {
    page.texts(".fm-document__name a")
}

/// The response with this reference.
async fn response(house: &House, reference: &str) -> Response {
    read::by_reference(&house.data.services, house.call.id, reference).await.expect("the response")
}
