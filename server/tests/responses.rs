//! Answering a call: every kind of respondent, from the first page to the receipt.

mod amend;
mod deadline;
mod each;
mod entries;
mod held;
mod journey;
mod keeping;
mod kinds;
mod once;
mod receipt;
mod safety;
mod steps;
mod typed;
mod withdraw;

use domain::responses::Consent;
use services::responses::{AnswerText, Response, read};

use crate::support::{ASKED, Browser, House, Page};

/// Someone who answers: a browser, and the language of the addresses it asks for.
struct Respondent<'h> {
    house: &'h House,
    browser: Browser,
    /// Where the call is, in the language of the respondent.
    base: String,
}

impl<'h> Respondent<'h> {
    /// Someone who has pressed "Start now".
    async fn new(house: &'h House) -> Self {
        Self::reading(house, "").await
    }

    /// Someone who has pressed "Start now" on a page whose address begins with this.
    async fn reading(house: &'h House, language: &str) -> Self {
        let base = format!("{language}/calls/{}", house.call.slug);
        let mut browser = house.browser();
        let page = browser.submit(&format!("{base}/start"), &[]).await.expect(200);
        assert_eq!(page.address, format!("{base}/answer/who"));
        Self { house, browser, base }
    }

    /// Looks at a page under the call.
    async fn look(&mut self, path: &str) -> Page {
        self.browser.get(&format!("{}{path}", self.base)).await
    }

    /// Sends the form of a step and takes what comes.
    async fn send(&mut self, step: &str, fields: &[(&str, &str)]) -> Page {
        self.browser.post(&format!("{}/answer/{step}", self.base), fields).await
    }

    /// Answers a step that then leads to this place.
    async fn answer(&mut self, step: &str, fields: &[(&str, &str)], next: &str) {
        let page = self.send(step, fields).await.expect(303);
        assert_eq!(page.location(), Some(format!("{}/{next}", self.base)), "after {step}");
    }

    /// Answers the question with this number by what was typed or chosen.
    async fn answer_question(&mut self, number: usize, value: &str, next: &str) {
        self.answer(&number.to_string(), &[("answer", value)], next).await;
    }

    /// Answers everything in the shortest way, up to the check.
    async fn answer_all(&mut self) {
        let no = self.house.choice(ASKED.route, "No");
        self.answer("who", &[("kind", "individual")], "answer/about").await;
        self.answer("about", &[("name", "Sioned Parry")], "answer/1").await;
        self.answer_question(ASKED.route, &no, "answer/3").await;
        self.answer("3", &[], "answer/4").await;
        self.answer_question(ASKED.line, "Llandudno", "answer/5").await;
        self.answer_question(ASKED.free, "The bus was late.", "answer/consent").await;
        self.answer("consent", &[("consent", Consent::WithName.as_str())], "answer/check").await;
    }

    /// Sends the response and gives its reference as the confirmation shows it.
    async fn finish(&mut self) -> String {
        self.answer("check", &[], "confirmation").await;
        let page = self.look("/confirmation").await.expect(200);
        page.text(".govuk-panel__body strong")
    }
}

/// Everything that came in under the call.
async fn received(house: &House) -> Vec<Response> {
    read::list(&house.data.services, house.call.id, 0, 100).await.expect("the responses")
}

/// The only response that came in, with its answers.
async fn only(house: &House) -> (Response, Vec<AnswerText>) {
    let mut all = received(house).await;
    assert_eq!(all.len(), 1, "one response");
    let response = all.remove(0);
    let answers = read::answers(&house.data.services, response.id).await.expect("its answers");
    (response, answers)
}

/// The texts of answers, in order.
fn texts(answers: &[AnswerText]) -> Vec<&str> {
    answers.iter().map(|answer| answer.text.as_str()).collect()
}
