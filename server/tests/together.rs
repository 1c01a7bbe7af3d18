//! Answering together: three people of an organisation, those who sign too, the stories of others, and answers of earlier responses.

mod co_signing;
mod gathering;
mod journey;
mod reusing;

use domain::people::MemberRole;

use crate::support::{ASKED, Browser, House, Page, Who};

/// Where the drafts of the organisation are.
const DRAFTS: &str = "/account/organisations/avonside/drafts";

/// A member of the organisation, who writes in its draft of the call of the house.
struct Member<'h> {
    house: &'h House,
    browser: Browser,
    /// The page of the draft.
    desk: String,
}

impl<'h> Member<'h> {
    /// The member who begins it.
    async fn beginning(house: &'h House, role: MemberRole) -> Self {
        let mut browser = house.browser_of(Who::Of(role));
        let fields = [("call", house.call.slug.as_str())];
        let page = browser.submit(&format!("{DRAFTS}/new"), &fields).await.expect(200);
        Self { house, desk: page.address, browser }
    }

    /// Another, who opens it.
    async fn other(&self, role: MemberRole) -> Self {
        let mut other = Self {
            house: self.house,
            browser: self.house.browser_of(Who::Of(role)),
            desk: self.desk.clone(),
        };
        other.open("contents").await;
        other
    }

    /// Opens the draft in this browser.
    async fn open(&mut self, to: &str) -> Page {
        self.browser.submit(&format!("{}/open", self.desk), &[("to", to)]).await.expect(200)
    }

    /// Looks at a page under the call.
    async fn look(&mut self, path: &str) -> Page {
        self.browser.get(&format!("/calls/{}{path}", self.house.call.slug)).await
    }

    /// Sends the form of a step.
    async fn send(&mut self, step: &str, fields: &[(&str, &str)]) -> Page {
        self.browser.post(&format!("/calls/{}/answer/{step}", self.house.call.slug), fields).await
    }

    /// The page of an answer, or of the whole.
    fn question(&self, number: Option<usize>) -> String {
        let id = number.map(|number| self.house.form.questions[number - 1].id.to_string());
        format!("{}/questions/{}", self.desk, id.as_deref().unwrap_or("whole"))
    }

    /// Answers all that must be answered.
    async fn answer_all(&mut self) {
        let no = self.house.choice(ASKED.route, "No");
        self.send("about", &[("sector", "nhs"), ("represented", "1,200")]).await.expect(303);
        self.send("1", &[("answer", &no)]).await.expect(303);
        self.send("5", &[("answer", "The bus was late.")]).await.expect(303);
        self.send("consent", &[("consent", "with-name")]).await.expect(303);
    }

    /// Signs off what stands there.
    async fn sign(&mut self) -> Page {
        let there = format!("{}/sign-off", self.desk);
        let page = self.browser.get(&there).await.expect(200);
        let content = page.attribute("input[name=content]", "value").expect("a mark of what is signed");
        self.browser.post(&there, &[("content", &content)]).await
    }
}
