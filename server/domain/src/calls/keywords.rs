//! By what people find a call: themes, places, and whom it wants to hear from.

use serde::{Deserialize, Serialize};

use crate::Language;
use crate::forms::{Form, Problem, Problems};
use crate::text;

/// The most themes or places of one call, and the most characters of each.
const MOST: usize = 20;
const LONGEST: usize = 80;

crate::named! {
    /// Whom a call wants to hear from.
    pub enum Audience {
        Public => "public",
        /// People who use health and care, and those who speak for them.
        Patients => "patients",
        Carers => "carers",
        YoungPeople => "young-people",
        /// Voluntary, community and social enterprise organisations.
        Voluntary => "voluntary",
        /// People who work in health and care.
        Workforce => "workforce",
        /// NHS bodies and integrated care systems.
        Nhs => "nhs",
        Councils => "councils",
        /// Providers of health and care.
        Providers => "providers",
        Researchers => "researchers",
    }
}

/// A theme or a place, as the team calls it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keyword {
    pub name: String,
    /// Empty where it is the same in Welsh, or nobody has said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name_cy: String,
}

impl Keyword {
    /// What it is called in a language.
    pub fn name_in(&self, language: Language) -> &str {
        match language {
            Language::Welsh if !self.name_cy.is_empty() => &self.name_cy,
            _ => &self.name,
        }
    }

    /// One line of a form: `Mental health`, or `Mental health = Iechyd meddwl`.
    fn of_line(line: &str) -> Self {
        let (name, name_cy) = line.split_once('=').unwrap_or((line, ""));
        Self { name: text::line(name.trim()), name_cy: text::line(name_cy.trim()) }
    }

    fn line(&self) -> String {
        if self.name_cy.is_empty() { self.name.clone() } else { format!("{} = {}", self.name, self.name_cy) }
    }
}

/// All that a call is found by.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Keywords {
    pub themes: Vec<Keyword>,
    pub places: Vec<Keyword>,
    pub audiences: Vec<Audience>,
}

impl Keywords {
    /// Reads a form; each may be left out.
    pub fn parse(form: &Form) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let themes = problems.take(lines(form, "themes")).unwrap_or_default();
        let places = problems.take(lines(form, "places")).unwrap_or_default();
        let chosen = |audience: &Audience| form.has("audiences", audience.as_str());
        let audiences = Audience::ALL.iter().copied().filter(chosen).collect();
        if problems.is_empty() { Ok(Self { themes, places, audiences }) } else { Err(problems) }
    }

    /// The form again.
    pub fn form(&self) -> Form {
        let lines = |keywords: &[Keyword]| keywords.iter().map(Keyword::line).collect::<Vec<_>>().join("\n");
        let mut form = Form::from_pairs([("themes", lines(&self.themes)), ("places", lines(&self.places))]);
        for audience in &self.audiences {
            form.add("audiences", audience.as_str());
        }
        form
    }
}

/// The keywords of a field, one a line, each once.
fn lines(form: &Form, field: &'static str) -> Result<Vec<Keyword>, Problem> {
    let typed = text::normalise(form.value(field));
    let mut keywords: Vec<Keyword> = Vec::new();
    for keyword in typed.lines().map(Keyword::of_line).filter(|keyword| !keyword.name.is_empty()) {
        if text::length(&keyword.name).max(text::length(&keyword.name_cy)) > LONGEST {
            return Err(Problem::new(field, "error-keyword-long").with("most", LONGEST));
        }
        if !keywords.iter().any(|other| other.name == keyword.name) {
            keywords.push(keyword);
        }
    }
    if keywords.len() > MOST {
        return Err(Problem::new(field, "error-keywords-many").with("most", MOST));
    }
    Ok(keywords)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keywords_are_read_line_by_line_and_shown_again() {
        let form = Form::from_pairs([
            ("themes", " Mental health =Iechyd meddwl\r\n\r\nData\nData"),
            ("places", "Wales = Cymru"),
            ("audiences", "voluntary"),
            ("audiences", "robots"),
        ]);
        let keywords = Keywords::parse(&form).expect("keywords");
        assert_eq!(keywords.themes.len(), 2);
        assert_eq!(keywords.themes[0].name_in(Language::Welsh), "Iechyd meddwl");
        assert_eq!(keywords.themes[1].name_in(Language::Welsh), "Data");
        assert_eq!(keywords.audiences, [Audience::Voluntary]);
        assert_eq!(keywords.form().value("themes"), "Mental health = Iechyd meddwl\nData");
        assert_eq!(Keywords::parse(&keywords.form()).expect("keywords"), keywords);
    }

    #[test]
    fn too_long_and_too_many_are_said_at_their_field() {
        let wrong = |field: &'static str, typed: String| {
            let problems = Keywords::parse(&Form::from_pairs([(field, typed)])).expect_err("a problem");
            problems.at(field).map(|problem| problem.message)
        };
        assert_eq!(wrong("themes", "a".repeat(81)), Some("error-keyword-long"));
        assert_eq!(wrong("places", format!("Wales = {}", "a".repeat(81))), Some("error-keyword-long"));
        let many = (0..21).map(|number| number.to_string()).collect::<Vec<_>>().join("\n");
        assert_eq!(wrong("places", many), Some("error-keywords-many"));
    }
}
