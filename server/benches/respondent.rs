//! One respondent, who answers a call page by page through the same forms as everyone.

use anyhow::{Context, ensure};
use domain::calls::QuestionKind;

use crate::asked::Asked;
use crate::client::{Ask, Client};
use crate::texts::Texts;

/// How many words a long answer has.
pub const WORDS: usize = 90;
/// How many words a short answer has.
pub const SHORT: usize = 5;

/// A response that lacks nothing but to be sent.
pub struct Ready {
    /// The cookie that holds the draft.
    pub cookie: String,
    /// The pages on the way, the last of them the check.
    pub pages: Vec<String>,
}

impl Ready {
    /// What sends the response.
    pub fn submission(&self) -> Ask {
        let check = self.pages.last().cloned().unwrap_or_default();
        Ask::post(check, "").with(&self.cookie)
    }
}

/// Begins a response and answers every page up to the check.
pub async fn answer(client: &mut Client, asked: &Asked, texts: &mut Texts) -> anyhow::Result<Ready> {
    let begun = client.expect(&Ask::post(format!("/calls/{}/start", asked.call.slug), ""), 303).await?;
    let cookie = begun.cookie.context("no cookie")?;
    let mut page = begun.location.context("no first page")?;
    let mut pages = Vec::new();
    while !page.ends_with("/check") {
        let sent = sent(page.rsplit('/').next().unwrap_or_default(), asked, texts)?;
        let next = client.expect(&Ask::post(page.as_str(), sent).with(&cookie), 303).await?.location;
        let next = next.context("no next page")?;
        ensure!(next != page, "{page} leads nowhere");
        pages.push(std::mem::replace(&mut page, next));
    }
    pages.push(page);
    Ok(Ready { cookie, pages })
}

/// The form of one page, filled in and encoded.
fn sent(step: &str, asked: &Asked, texts: &mut Texts) -> anyhow::Result<String> {
    let (name, value) = match step {
        "who" => ("kind", "individual".to_owned()),
        "about" => ("name", String::new()),
        "consent" => ("consent", "without-name".to_owned()),
        number => {
            let question =
                number.parse::<usize>().ok().and_then(|number| asked.form.questions.get(number - 1));
            let question = question.with_context(|| format!("there is no question {number}"))?;
            let chosen = || question.choices.first().map(|choice| choice.id.to_string()).unwrap_or_default();
            let most = question.asks.word_limit().map_or(WORDS, |limit| WORDS.min(limit as usize));
            let value = match question.kind() {
                QuestionKind::ShortText => texts.answer(SHORT),
                QuestionKind::LongText => texts.answer(most),
                _ => chosen(),
            };
            ("answer", value)
        }
    };
    Ok(form_urlencoded::Serializer::new(String::new()).append_pair(name, &value).finish())
}
