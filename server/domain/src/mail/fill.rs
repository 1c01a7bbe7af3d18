//! What a letter is filled with: kept as data until it is written, so that its words can still be mended.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::NewsGroup;
use crate::calls::{ApprovalState, AskedKind};
use crate::people::MemberRole;

/// One value of a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Value {
    /// Words of one line, shown as they are.
    Words(String),
    /// The address of a public page, without the site and the language.
    Page(String),
    /// The same for a page that only whoever gets the letter may open. Forgotten once the letter has gone.
    Private(String),
    /// Words that open something, such as a code. Only whoever gets the letter reads them, and they are forgotten once it has
    /// gone.
    Secret(String),
    /// What a member of an organisation may do, said in the language of the letter.
    Role(MemberRole),
    /// An instant, said in the language of the letter.
    When(DateTime<Utc>),
    /// An act that takes two people, said in the language of the letter.
    Asked(AskedKind),
    /// What became of it, said likewise.
    Decided(ApprovalState),
    /// What happened, by what it happened to.
    News(Vec<NewsGroup>),
}

/// The values of a letter by the names of their places.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Fill(BTreeMap<String, Value>);

impl Fill {
    /// Nothing to fill in.
    pub fn new() -> Self {
        Self::default()
    }

    /// Fills one more place.
    #[must_use]
    pub fn with(mut self, name: &str, value: Value) -> Self {
        self.0.insert(name.to_owned(), value);
        self
    }

    /// What fills a place.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }

    /// The same without what opens anything.
    #[must_use]
    pub fn without_private(self) -> Self {
        let kept = |value| match value {
            Value::Private(_) => Value::Private(String::new()),
            Value::Secret(_) => Value::Secret(String::new()),
            other => other,
        };
        Self(self.0.into_iter().map(|(name, value)| (name, kept(value))).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_opens_something_is_forgotten_and_the_rest_is_not() {
        let fill = Fill::new()
            .with("title", Value::Words("Home {link}".to_owned()))
            .with("link", Value::Private("/letters/mine/secret".to_owned()))
            .with("code", Value::Secret("7KXD-93QM".to_owned()));
        let stored = serde_json::to_string(&fill.clone().without_private()).expect("JSON");
        assert_eq!(stored, r#"{"code":{"secret":""},"link":{"private":""},"title":{"words":"Home {link}"}}"#);
        let read: Fill = serde_json::from_str(&serde_json::to_string(&fill).expect("JSON")).expect("a fill");
        assert_eq!(read, fill);
    }
}
