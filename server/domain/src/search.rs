//! What can be asked of the search over responses.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::forms::Form;
use crate::responses::{RespondentKind, Sector};

/// How many hits a page shows.
pub const PAGE: usize = 20;

/// A question put to the index. Everything given must hold; nothing given means everything.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Query {
    /// Words and "phrases".
    pub words: String,
    /// A code; codes under it count as well.
    pub code: Option<Uuid>,
    pub kind: Option<RespondentKind>,
    pub sector: Option<Sector>,
    /// An integrated care system, by its organisation id.
    pub system: Option<Uuid>,
    pub question: Option<Uuid>,
    /// Pages count from 1.
    pub page: usize,
}

impl Query {
    /// Reads the search form. What is not understood is left out: a search never fails for its address.
    pub fn parse(form: &Form) -> Self {
        let id = |name: &str| form.value(name).parse().ok();
        Self {
            words: form.text("words").unwrap_or_default(),
            code: id("code"),
            kind: RespondentKind::parse(form.value("kind")),
            sector: Sector::parse(form.value("sector")),
            system: id("system"),
            question: id("question"),
            page: form.value("page").parse().ok().filter(|page| (1..=500).contains(page)).unwrap_or(1),
        }
    }
}
