//! Who answers, and what may be published of it.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::forms::{Form, Problem, Problems};

/// The most people or organisations that a response can speak for: far more than there are.
const MOST_REPRESENTED: u32 = 1_000_000_000;

crate::named! {
    /// In what capacity someone answers.
    pub enum RespondentKind {
        Individual => "individual",
        OnBehalf => "on-behalf",
        Organisation => "organisation",
    }
}

crate::named! {
    /// The part of health and care that an organisation belongs to (the sectors that press reports of the Hewitt
    /// Review name, and two that any call meets).
    pub enum Sector {
        Nhs => "nhs",
        LocalGovernment => "local-government",
        SocialCare => "social-care",
        Voluntary => "voluntary",
        PatientGroup => "patient-group",
        Academic => "academic",
        ThinkTank => "think-tank",
        Professional => "professional",
        Business => "business",
        Other => "other",
    }
}

crate::named! {
    /// What the respondent lets the team publish. The law may still require disclosure.
    pub enum Consent {
        WithName => "with-name",
        WithoutName => "without-name",
        NotAtAll => "not-at-all",
    }
}

/// Who answers, as held in a draft and stored with the response.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct About {
    pub kind: Option<RespondentKind>,
    /// The person's name; not asked for again where they prefer to give none.
    pub name: String,
    /// For whom they answer, where it is on behalf of someone else.
    pub on_behalf_of: String,
    pub organisation: String,
    pub sector: Option<Sector>,
    /// The integrated care system they name, by its organisation id.
    pub system: Option<Uuid>,
    pub consent: Option<Consent>,
    /// For how many people or organisations an organisation speaks, where it says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub represented: Option<u32>,
}

impl About {
    /// Takes the kind of respondent from its page.
    pub fn take_kind(&mut self, form: &Form) -> Result<(), Problems> {
        let mut problems = Problems::default();
        let kind =
            problems.require(RespondentKind::parse(form.value("kind")), "kind", "error-respondent-kind");
        self.kind = kind.or(self.kind);
        // What was only asked of another kind of respondent is nobody's answer any more.
        if self.kind != Some(RespondentKind::Organisation) {
            self.organisation = String::new();
            self.sector = None;
            self.represented = None;
        }
        if self.kind != Some(RespondentKind::OnBehalf) {
            self.on_behalf_of = String::new();
        }
        if problems.is_empty() { Ok(()) } else { Err(problems) }
    }

    /// Takes the details that this kind of respondent is asked for. `systems` are those offered.
    pub fn take_details(&mut self, form: &Form, systems: &[Uuid]) -> Result<(), Problems> {
        let mut problems = Problems::default();
        let system = match form.text("system") {
            None => None,
            Some(typed) => {
                let found = typed.parse().ok().filter(|id| systems.contains(id));
                problems.require(found, "system", "error-respondent-system")
            }
        };
        let organisation = self.kind == Some(RespondentKind::Organisation);
        if organisation {
            let name =
                problems.require(form.text("organisation"), "organisation", "error-respondent-organisation");
            let sector =
                problems.require(Sector::parse(form.value("sector")), "sector", "error-respondent-sector");
            let represented = problems.take(represented(form)).flatten();
            if problems.is_empty() {
                self.organisation = name.unwrap_or_default();
                self.sector = sector;
                self.represented = represented;
            }
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        if !organisation {
            self.organisation = String::new();
            self.sector = None;
            self.represented = None;
        }
        let on_behalf = self.kind == Some(RespondentKind::OnBehalf);
        self.on_behalf_of = form.text("on-behalf-of").filter(|_| on_behalf).unwrap_or_default();
        self.name = form.text("name").unwrap_or_default();
        self.system = system;
        Ok(())
    }

    /// Takes what may be published. A respondent who gave no name cannot be published with one.
    pub fn take_consent(&mut self, form: &Form) -> Result<(), Problems> {
        let mut problems = Problems::default();
        let consent =
            problems.require(Consent::parse(form.value("consent")), "consent", "error-consent-missing");
        if consent == Some(Consent::WithName) && !self.named() {
            problems.add(Problem::new("consent", "error-consent-no-name"));
        }
        if problems.is_empty() {
            self.consent = consent;
            Ok(())
        } else {
            Err(problems)
        }
    }

    /// Takes as much of a page as there is while it is typed. Nothing is missing yet, and nothing is taken away: neither by a
    /// field that is empty for a moment, nor by a kind of respondent for whom something that is held would be nobody's answer.
    pub fn take_typed(&mut self, form: &Form, systems: &[Uuid]) {
        let held = !self.organisation.is_empty() || self.sector.is_some() || !self.on_behalf_of.is_empty();
        self.kind = RespondentKind::parse(form.value("kind")).filter(|_| !held).or(self.kind);
        self.consent = Consent::parse(form.value("consent")).or(self.consent);
        let system = form.value("system").parse().ok().filter(|id| systems.contains(id));
        self.system = system.or(self.system);
        let take =
            |field: &str, held: &mut String| *held = form.text(field).unwrap_or_else(|| std::mem::take(held));
        take("name", &mut self.name);
        if self.kind == Some(RespondentKind::Organisation) {
            take("organisation", &mut self.organisation);
            self.sector = Sector::parse(form.value("sector")).or(self.sector);
        }
        if self.kind == Some(RespondentKind::OnBehalf) {
            take("on-behalf-of", &mut self.on_behalf_of);
        }
    }

    /// Whether the details page has all that it requires.
    pub fn details_complete(&self) -> bool {
        self.kind != Some(RespondentKind::Organisation)
            || (!self.organisation.is_empty() && self.sector.is_some())
    }

    /// Whether a publication choice was made that the given names allow.
    pub fn consent_complete(&self) -> bool {
        self.consent.is_some_and(|consent| consent != Consent::WithName || self.named())
    }

    /// Whether a name of a person or an organisation was given.
    pub fn named(&self) -> bool {
        !self.name.is_empty() || !self.organisation.is_empty()
    }

    /// These details as the fields of their forms.
    pub fn form(&self) -> Form {
        let mut form = Form::default();
        form.set("kind", self.kind.map_or("", RespondentKind::as_str));
        form.set("name", self.name.as_str());
        form.set("on-behalf-of", self.on_behalf_of.as_str());
        form.set("organisation", self.organisation.as_str());
        form.set("sector", self.sector.map_or("", Sector::as_str));
        form.set("system", self.system.map(|id| id.to_string()).unwrap_or_default());
        form.set("consent", self.consent.map_or("", Consent::as_str));
        form.set("represented", self.represented.map(|count| count.to_string()).unwrap_or_default());
        form
    }
}

/// For how many an organisation speaks: a number in figures, which may have spaces or commas between thousands.
fn represented(form: &Form) -> Result<Option<u32>, Problem> {
    let Some(typed) = form.text("represented") else { return Ok(None) };
    let figures: String = typed.chars().filter(|c| !matches!(c, ' ' | ',' | '\u{a0}')).collect();
    let count = figures.parse().ok().filter(|count| (1..=MOST_REPRESENTED).contains(count));
    count.map(Some).ok_or_else(|| Problem::new("represented", "error-respondent-represented"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_organisation_must_say_which_and_of_what_sector() {
        let mut about = About { kind: Some(RespondentKind::Organisation), ..About::default() };
        let problems = about.take_details(&Form::default(), &[]).expect_err("both are missing");
        assert!(problems.at("organisation").is_some() && problems.at("sector").is_some());
    }

    #[test]
    fn an_organisation_may_say_for_how_many_it_speaks() {
        let read = |typed: &str| {
            let mut about = About { kind: Some(RespondentKind::Organisation), ..About::default() };
            let fields =
                [("organisation", "Harbour Lights"), ("sector", "voluntary"), ("represented", typed)];
            about.take_details(&Form::from_pairs(fields), &[]).map(|()| about.represented)
        };
        assert_eq!(read(""), Ok(None));
        assert_eq!(read("12"), Ok(Some(12)));
        assert_eq!(read(" 1,200 000"), Ok(Some(1_200_000)));
        for wrong in ["0", "-3", "about 40", "2.5", "99999999999"] {
            assert!(read(wrong).expect_err(wrong).at("represented").is_some(), "{wrong}");
        }
    }

    #[test]
    fn who_answered_before_is_held_as_it_was() {
        let held = serde_json::to_string(&About::default()).expect("JSON");
        assert!(!held.contains("represented"), "{held}");
    }

    #[test]
    fn what_is_only_typed_takes_nothing_away() {
        let typed = |fields: &[(&str, &str)]| Form::from_pairs(fields.iter().copied());
        let mut about = About { kind: Some(RespondentKind::Organisation), ..About::default() };
        about.take_typed(
            &typed(&[("organisation", "Gofal Cymru"), ("name", " "), ("on-behalf-of", "x")]),
            &[],
        );
        assert!(!about.details_complete(), "the sector is still to come");
        about.take_typed(
            &typed(&[("organisation", ""), ("sector", "voluntary"), ("system", "nonsense")]),
            &[],
        );
        assert!(about.details_complete());
        let before = about.clone();
        about.take_typed(&typed(&[("kind", "individual")]), &[]);
        assert_eq!(about, before, "the organisation is not given up by pressing a button");
        about.take_typed(&typed(&[("consent", "with-name")]), &[]);
        assert_eq!(about, About { consent: Some(Consent::WithName), ..before });
    }

    #[test]
    fn nobody_is_published_with_a_name_they_did_not_give() {
        let mut about = About { kind: Some(RespondentKind::Individual), ..About::default() };
        let form = Form::from_pairs([("consent", "with-name")]);
        assert!(about.take_consent(&form).is_err());
        about.name = "Sioned Parry".to_owned();
        assert!(about.take_consent(&form).is_ok() && about.consent_complete());
    }

    #[test]
    fn an_organisation_that_becomes_a_person_leaves_its_name_behind() {
        let mut about = About {
            kind: Some(RespondentKind::Organisation),
            organisation: "Left over".to_owned(),
            sector: Some(Sector::Nhs),
            consent: Some(Consent::WithName),
            ..About::default()
        };
        about.take_kind(&Form::from_pairs([("kind", "individual")])).expect("a kind");
        assert_eq!((about.organisation.as_str(), about.sector), ("", None));
        assert!(!about.consent_complete(), "there is no name to be published with");
    }

    #[test]
    fn a_person_who_was_an_organisation_a_moment_ago_is_one_no_more() {
        let mut about = About {
            kind: Some(RespondentKind::Individual),
            organisation: "Left over".to_owned(),
            sector: Some(Sector::Nhs),
            ..About::default()
        };
        about.take_details(&Form::default(), &[]).expect("nothing is required of a person");
        assert_eq!((about.organisation.as_str(), about.sector), ("", None));
    }
}
