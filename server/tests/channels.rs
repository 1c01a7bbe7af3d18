//! Other channels: what one of the team enters for somebody who answered another way, and what is brought in from a file.

#[path = "channels/entering.rs"]
mod entering;
#[path = "channels/importing.rs"]
mod importing;
#[path = "channels/originals.rs"]
mod originals;

use domain::people::Role;

use crate::support::{Browser, House, Who};

/// Somebody who enters a response: a browser of a moderator, and where the entry is.
struct Keyer {
    browser: Browser,
    entry: String,
}

impl Keyer {
    /// Begins to enter a response that came on paper on this day.
    async fn begin(house: &House, received: &str) -> Self {
        let mut browser = house.browser_of(Who::OnCall(Role::Moderator));
        let fields = [("channel", "paper"), ("received", received), ("language", "en")];
        let page =
            browser.post(&format!("/team/calls/{}/entering/new", house.call.slug), &fields).await.expect(303);
        let to = page.location().expect("the first step");
        let entry = to.strip_suffix("/answer/who").expect("the first step asks who answers").to_owned();
        Self { browser, entry }
    }

    /// Sends a step and gives where it leads.
    async fn send(&mut self, step: &str, fields: &[(&str, &str)]) -> String {
        let page = self.browser.post(&format!("{}/answer/{step}", self.entry), fields).await.expect(303);
        page.location().expect("the next step")
    }

    /// Enters who has answered, and what may be published.
    async fn name(&mut self) {
        self.send("who", &[("kind", "individual")]).await;
        self.send("about", &[("name", "Sioned Parry")]).await;
        self.send("consent", &[("consent", "with-name")]).await;
    }
}
