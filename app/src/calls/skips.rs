//! Skips and end pages in words.

use domain::calls::{EndPage, Skip, SkipTo};
use services::calls::Questionnaire;
use services::handout::{Part, Section};
use uuid::Uuid;

use super::questions::said;
use crate::t;

/// A skip in one sentence.
pub fn sentence(form: &Questionnaire, skip: &Skip) -> String {
    let place = place(form, skip.to);
    let first = form.skips_after(skip.after).next().is_some_and(|first| first.id == skip.id);
    match &skip.rule {
        Some(rule) => t!("skip-if", conditions = said(form, rule), place = place),
        None if first => t!("skip-always", place = place),
        None => t!("skip-otherwise", place = place),
    }
}

/// What happens after a question, skip by skip.
pub fn after(form: &Questionnaire, question: Uuid) -> Vec<String> {
    form.skips_after(question).map(|skip| sentence(form, skip)).collect()
}

/// Where a skip leads, as part of a sentence.
pub fn place(form: &Questionnaire, to: SkipTo) -> String {
    match to {
        SkipTo::Section(id) => {
            let title = form.section(id).map(|section| section.title.clone()).unwrap_or_default();
            t!("skip-to-section", title = title)
        }
        SkipTo::End(id) => {
            let title = form.end(id).map(|end| end.title.clone()).unwrap_or_default();
            t!("skip-to-end", title = title)
        }
    }
}

/// What an end page means for whoever comes to it.
pub fn meaning(end: &EndPage) -> String {
    if end.sends { t!("end-page-sends") } else { t!("end-page-unsent") }
}

/// The end pages as a part of what every copy of the questions says; nothing where there are none.
pub fn ends(form: &Questionnaire) -> Option<Section> {
    let page = |end: &EndPage| Section {
        heading: end.title.clone(),
        parts: vec![Part::Text(end.text.clone()), Part::Aside(meaning(end))],
        within: Vec::new(),
    };
    (!form.ends.is_empty()).then(|| Section {
        heading: t!("end-pages-title"),
        parts: vec![Part::Text(t!("end-pages-lead"))],
        within: form.ends.iter().map(page).collect(),
    })
}
