//! One question as a respondent meets it: one file for each kind of answer, and one line in each table below.
//!
//! A kind is the field that takes the answer, the rule that is said before anyone writes, and the answer in the language
//! of whoever reads it.

mod choice;
mod contact;
mod date;
mod declaration;
pub mod documents;
mod each;
mod entries;
mod evidence;
mod list;
mod long_text;
mod number;
mod short_text;
mod why;

use domain::calls::{Answer, Asks, Question, QuestionKind};
use leptos::prelude::*;

use crate::t;

pub use choice::label;
pub use documents::Attached;

/// The fields that take the answer, and the documents that are attached already. The question is the heading of its page.
/// `places` are offered to whoever is asked for a place and may name any.
pub fn field(asked: &Question, attached: &Attached, places: &[String]) -> AnyView {
    let heading = Heading {
        title: asked.title.clone(),
        hint: [asked.help.clone(), rules(asked)]
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join("\n"),
    };
    let field = match &asked.asks {
        Asks::ShortText(_) => short_text::field(heading),
        Asks::LongText(settings) => long_text::field(heading, *settings),
        Asks::SingleChoice(_) | Asks::Agreement(_) => choice::one(asked, heading),
        Asks::MultipleChoice(_) => choice::any(asked, heading),
        Asks::Number(settings) => number::field(heading, settings),
        Asks::Date(_) => date::field(heading),
        Asks::Email(_) => contact::email(heading),
        Asks::Telephone(_) => contact::telephone(heading),
        Asks::Declaration(settings) => declaration::field(heading, settings),
        Asks::Documents(_) => documents::field(heading, attached),
        Asks::List(settings) | Asks::Place(settings) => list::field(asked, heading, *settings),
        Asks::Matrix(_) | Asks::Votes(_) => each::rated(asked, heading),
        Asks::Ranking(settings) => each::ranked(asked, heading, *settings),
        Asks::Points(settings) => each::shared_out(asked, heading, *settings),
        Asks::Group(_) | Asks::Evidence(_) => {
            asked.asks.settings().entries().map(|shape| entries::field(&shape, heading, places)).into_any()
        }
    };
    view! { {field} {asked.asks.why().map(why::field)} }.into_any()
}

/// What stands beside the button that goes on, where one entry after another is asked for: the way to take out the one that is
/// open.
pub fn remove(asked: &Question) -> Option<AnyView> {
    asked.asks.settings().entries().as_ref().and_then(entries::remove)
}

/// What stands over the field of a question.
struct Heading {
    title: String,
    /// Help, and what an answer must be.
    hint: String,
}

/// What an answer must be: said before anyone begins to write.
pub fn rules(asked: &Question) -> String {
    let kind = match &asked.asks {
        Asks::ShortText(_) => t!("rule-short"),
        Asks::LongText(settings) => long_text::rule(*settings),
        Asks::SingleChoice(_) => t!("rule-one"),
        Asks::Agreement(_) => t!("rule-agreement"),
        Asks::MultipleChoice(_) => t!("rule-any"),
        Asks::Number(settings) => number::rule(settings),
        Asks::Date(_) => t!("rule-date"),
        Asks::Email(_) => t!("rule-email"),
        Asks::Telephone(_) => t!("rule-telephone"),
        Asks::Declaration(_) => t!("rule-declaration"),
        Asks::Documents(settings) => documents::rule(*settings),
        Asks::List(settings) => list::rule(*settings, t!("rule-list")),
        Asks::Place(settings) => list::rule(*settings, t!("rule-place")),
        Asks::Matrix(_) => t!("rule-matrix", points = each::listed(&asked.asks)),
        Asks::Votes(_) => t!("rule-votes"),
        Asks::Ranking(settings) => each::ranking_rule(asked, *settings),
        Asks::Points(settings) => each::points_rule(*settings),
        Asks::Group(_) | Asks::Evidence(_) => {
            asked.asks.settings().entries().as_ref().map(entries::rule).unwrap_or_default()
        }
    };
    let why = asked.asks.why().map(why::rule);
    let need = match asked.kind() {
        QuestionKind::Declaration => None,
        QuestionKind::Matrix | QuestionKind::Votes => {
            Some(if asked.required { t!("rule-required-each") } else { t!("rule-optional-each") })
        }
        _ if asked.required => Some(t!("rule-required")),
        _ => Some(t!("rule-optional")),
    };
    [Some(kind), why, need].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What is asked for in each entry, a line a field, where one entry after another is asked for.
pub fn of_each_entry(asked: &Question) -> Vec<String> {
    asked.asks.settings().entries().as_ref().map(entries::asked).unwrap_or_default()
}

/// An answer in the language of the page.
pub fn said(asked: &Question, answer: &Answer) -> String {
    let given = match &asked.asks {
        Asks::Date(_) => date::said(answer),
        Asks::Agreement(_) => choice::said(asked, answer),
        Asks::Documents(_) => documents::said(answer.documents()),
        Asks::Matrix(_) | Asks::Votes(_) => each::said(asked, answer),
        Asks::Group(_) | Asks::Evidence(_) => entries::said(asked, &answer.given),
        _ => asked.plain(&Answer::from(answer.given.clone())),
    };
    if answer.why.is_empty() { given } else { format!("{given}\n\n{}", answer.why) }
}

/// What a kind is called, for the team to choose.
pub fn kind_name(kind: QuestionKind) -> String {
    match kind {
        QuestionKind::ShortText => t!("question-kind-short"),
        QuestionKind::LongText => t!("question-kind-long"),
        QuestionKind::SingleChoice => t!("question-kind-one"),
        QuestionKind::MultipleChoice => t!("question-kind-any"),
        QuestionKind::Agreement => t!("question-kind-agreement"),
        QuestionKind::Number => t!("question-kind-number"),
        QuestionKind::Date => t!("question-kind-date"),
        QuestionKind::Email => t!("question-kind-email"),
        QuestionKind::Telephone => t!("question-kind-telephone"),
        QuestionKind::Declaration => t!("question-kind-declaration"),
        QuestionKind::Documents => t!("question-kind-documents"),
        QuestionKind::List => t!("question-kind-list"),
        QuestionKind::Place => t!("question-kind-place"),
        QuestionKind::Matrix => t!("question-kind-matrix"),
        QuestionKind::Ranking => t!("question-kind-ranking"),
        QuestionKind::Points => t!("question-kind-points"),
        QuestionKind::Votes => t!("question-kind-votes"),
        QuestionKind::Group => t!("question-kind-group"),
        QuestionKind::Evidence => t!("question-kind-evidence"),
    }
}
