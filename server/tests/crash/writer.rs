//! Somebody who writes a draft, and knows at every moment what it must hold.

use std::net::SocketAddr;

use serde_json::Value;

use super::call;
use super::client::Client;

/// How many questions everyone writes to.
pub const WRITTEN: usize = 2;

/// The most words of a text: more than a page of the database takes.
const MOST_WORDS: usize = 600;

/// What is known of the answer to a question, by the numbers of its texts.
#[derive(Clone, Copy, Default)]
struct Known {
    /// The last that was acknowledged, or that a server has shown since.
    kept: Option<usize>,
    /// One that was sent after it, while the server was killed: it may be kept or not.
    unsure: Option<usize>,
}

/// How often something happened.
#[derive(Clone, Copy, Default)]
pub struct Counts {
    /// A text was acknowledged that was sent by the form of its page.
    pub sent: usize,
    /// A text was acknowledged that the script sent while it was typed.
    pub typed: usize,
    /// A text was not acknowledged, because the server was gone.
    pub cut_off: usize,
    /// And was kept all the same.
    pub survived: usize,
}

/// One respondent.
pub struct Writer {
    client: Client,
    number: usize,
    /// The number of the last text, whichever question it was for.
    last: usize,
    known: [Known; WRITTEN],
    pub counts: Counts,
}

impl Writer {
    /// Somebody who has begun.
    pub async fn new(address: SocketAddr, number: usize) -> Self {
        let mut client = Client::new(address);
        call::begin(&mut client).await.expect("the server answers");
        Self { client, number, last: 0, known: [Known::default(); WRITTEN], counts: Counts::default() }
    }

    /// Goes through the questions again and again, as a browser with script does.
    pub async fn write_until_killed(&mut self) {
        while self.write().await.is_some() {}
    }

    /// One time through the questions; nothing where the server is gone.
    async fn write(&mut self) -> Option<()> {
        for question in 1..=WRITTEN {
            let seen = self.look(question).await?;
            let seen = self.type_on(question, &seen).await?;
            self.send(question, &seen).await?;
        }
        Some(())
    }

    /// Looks at everything that was written, as the server at this address shows it.
    pub async fn look_again(&mut self, address: SocketAddr) {
        self.client.move_to(address);
        for question in 1..=WRITTEN {
            self.look(question).await.expect("the server answers");
        }
    }

    /// The same in a browser that knows nothing but the private link.
    pub async fn look_by_link(&mut self, address: SocketAddr) {
        let secret = self.client.cookie("folkmoot-draft-crash").expect("the secret of the draft").to_owned();
        self.client = Client::new(address);
        let opened = self.client.get(&format!("/resume/{secret}")).await.expect("the server answers");
        assert_eq!((opened.status, opened.location.as_deref()), (303, Some("/calls/crash/answer")));
        self.look_again(address).await;
    }

    /// Opens the page of a question, and gives the mark of what it holds; nothing where the server is gone. It must hold what
    /// was kept, or what nobody knows of.
    async fn look(&mut self, question: usize) -> Option<String> {
        let page = self.client.get(&call::question(question)).await?;
        assert_eq!(page.status, 200, "{}", page.body);
        let field = between(&page.body, "<textarea", "</textarea>");
        let (_, held) = field.split_once(">\n").expect("a field with a text");
        let Known { kept, unsure } = self.known[question - 1];
        let survived = unsure.is_some() && held == self.text(question, unsure);
        assert!(
            survived || held == self.text(question, kept),
            "{} is to hold the text {kept:?} of respondent {}, or perhaps {unsure:?}; it holds {held:?}",
            call::question(question),
            self.number
        );
        self.counts.cut_off += usize::from(unsure.is_some());
        self.counts.survived += usize::from(survived);
        self.known[question - 1] = Known { kept: if survived { unsure } else { kept }, unsure: None };
        Some(between(&page.body, "name=\"seen\" value=\"", "\"").to_owned())
    }

    /// Has the next text kept while it is typed, and gives the mark of what is held then.
    async fn type_on(&mut self, question: usize, seen: &str) -> Option<String> {
        let text = self.next_text(question);
        let form = [("answer", text.as_str()), ("seen", seen), ("wording", "1"), ("autosave", "1")];
        let told = self.client.post_by_script(&call::question(question), &form).await?;
        assert_eq!(told.status, 200, "{}", told.body);
        let told: Value = serde_json::from_str(&told.body).expect("JSON");
        assert!(told["saved"].is_string() && told["problem"].is_null(), "{told}");
        self.acknowledged(question);
        self.counts.typed += 1;
        Some(told["seen"].as_str().expect("a mark").to_owned())
    }

    /// Sends the page with the next text, and is led on.
    async fn send(&mut self, question: usize, seen: &str) -> Option<()> {
        let text = self.next_text(question);
        let form = [("answer", text.as_str()), ("seen", seen), ("wording", "1")];
        let sent = self.client.post(&call::question(question), &form).await?;
        let next = call::question(question + 1);
        assert_eq!((sent.status, sent.location.as_deref()), (303, Some(next.as_str())), "{}", sent.body);
        self.acknowledged(question);
        self.counts.sent += 1;
        Some(())
    }

    /// The next text to a question as a form carries it. It may be kept from now on.
    fn next_text(&mut self, question: usize) -> String {
        self.last += 1;
        self.known[question - 1].unsure = Some(self.last);
        self.text(question, Some(self.last)).replace(' ', "+")
    }

    /// What was sent to a question last must be kept from now on.
    fn acknowledged(&mut self, question: usize) {
        let known = &mut self.known[question - 1];
        *known = Known { kept: known.unsure, unsure: None };
    }

    /// The text with this number. Each word of it says whose it is, so that no part of another goes unseen.
    fn text(&self, question: usize, number: Option<usize>) -> String {
        let Some(number) = number else { return String::new() };
        let word = format!("r{}q{question}n{number}", self.number);
        // Short and long ones follow each other.
        vec![word; 1 + number * 37 % MOST_WORDS].join(" ")
    }
}

/// What stands between two marks in a page.
fn between<'p>(page: &'p str, before: &str, after: &str) -> &'p str {
    let found = page.split_once(before).and_then(|(_, rest)| rest.split_once(after));
    found.unwrap_or_else(|| panic!("nothing stands between {before} and {after} in {page}")).0
}
