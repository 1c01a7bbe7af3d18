//! Making a call in the browser: every page of the team's for calls, and what the public then sees.

mod blank;
mod build;
mod corrected;
mod figures;
mod finder;
mod invited;
mod late;
mod life;
mod lists;
mod materials;
mod preview;
mod private;
mod safety;
mod skips;
mod stages;
mod team;

use domain::people::Role;

use crate::support::{Browser, House, Page, Who};

/// The texts of a call, as the form sends them.
const TEXTS: &[(&str, &str)] = &[
    ("kind", "call-for-evidence"),
    ("title", "Waiting for care"),
    ("summary", "What waiting does to people."),
    ("commissioner", "The assembly on care"),
    ("remit", "England alone.\r\nNot dentists."),
    ("contact", "evidence@folkmoot.test"),
    ("publication-policy", "Names only of those who agree."),
    ("privacy-controller", "The assembly on care."),
    ("privacy-purposes", "Your answers, to report on them."),
    ("privacy-lawful-basis", "Our public task."),
    ("privacy-processors", "Nobody."),
    ("privacy-sharing", "Nobody but us."),
    ("privacy-retention", "We keep it for two years."),
    ("privacy-rights", "Ask us, or complain."),
];

/// Times that the house's clock has before it.
const TIMES: &[(&str, &str)] = &[
    ("opens-date", "2023-01-16"),
    ("opens-time", "09:00"),
    ("closes-date", "2023-04-21"),
    ("closes-time", "12:00"),
    ("grace-minutes", "45"),
    ("run-reason", "It takes in Easter, and leaves twelve weeks beside it."),
];

/// The fields with some of them replaced or added.
fn with<'f>(fields: &[(&'f str, &'f str)], other: &[(&'f str, &'f str)]) -> Vec<(&'f str, &'f str)> {
    let replaced = |name: &str| other.iter().any(|(changed, _)| *changed == name);
    fields.iter().filter(|(name, _)| !replaced(name)).chain(other).copied().collect()
}

/// A lead analyst who makes a call.
struct Maker {
    browser: Browser,
    /// The address of the team's pages for the call.
    base: String,
    slug: String,
}

impl Maker {
    /// Someone who has just created a call.
    async fn new(house: &House) -> Self {
        let mut browser = house.browser_of(Who::OnPlatform(Role::Owner));
        let page = browser.post("/team/calls/new", TEXTS).await.expect(303);
        let base = page.location().expect("an address");
        let slug = base.trim_start_matches("/team/calls/").to_owned();
        Self { browser, base, slug }
    }

    /// Looks at a page of the call.
    async fn look(&mut self, path: &str) -> Page {
        self.browser.get(&format!("{}{path}", self.base)).await.expect(200)
    }

    /// Sends a form, which must be taken, and gives the page that follows.
    async fn send(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let page = self.browser.post(&format!("{}{path}", self.base), fields).await.expect(303);
        self.browser.follow(page).await.expect(200)
    }

    /// Sends a form that is sent back with this status.
    async fn refused(&mut self, path: &str, fields: &[(&str, &str)], status: u16) -> Page {
        self.browser.post(&format!("{}{path}", self.base), fields).await.expect(status)
    }

    /// Adds a section or a question and gives its id, which the address of the next page ends with.
    async fn add(&mut self, path: &str, fields: &[(&str, &str)]) -> String {
        let page = self.browser.post(&format!("{}/questions/{path}", self.base), fields).await.expect(303);
        let to = page.location().expect("an address");
        to.split_once("#item-").expect("the address leads to what was added").1.to_owned()
    }

    async fn section(&mut self, title: &str) -> String {
        self.add("sections/new", &[("title", title), ("intro", "Read this first.")]).await
    }

    /// The value that ticks "only if that question was answered with this choice" on the page of a question.
    async fn condition(&mut self, section: &str, choice: &str) -> String {
        let page = self.look(&format!("/questions/new?section={section}")).await;
        let labels = page.texts("#asked-if .govuk-checkboxes label");
        let at = labels.iter().position(|label| label.ends_with(&format!("“{choice}”"))).expect("a choice");
        page.attribute(&format!("#asked-if-{}", at + 1), "value").expect("a value")
    }

    /// A call with one section and one question, and times.
    async fn ready(house: &House) -> Self {
        let mut maker = Self::new(house).await;
        let section = maker.section("Your experience").await;
        maker.add("new", &[("section", &section), ("kind", "long-text"), ("title", "What happened?")]).await;
        maker.send("/schedule", TIMES).await;
        maker
    }
}
