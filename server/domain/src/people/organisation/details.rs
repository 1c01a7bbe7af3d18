//! An organisation as typed.

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Code, CodeScheme};
use crate::forms::{Form, Problem, Problems};
use crate::people::{is_address, read_domains};
use crate::responses::Sector;

crate::named! {
    /// What kind of body an organisation is, in the words of health and care in the United Kingdom.
    pub enum OrganisationKind {
        /// A region of NHS England.
        Region => "region",
        IntegratedCareSystem => "integrated-care-system",
        IntegratedCareBoard => "integrated-care-board",
        NhsTrust => "nhs-trust",
        PrimaryCare => "primary-care",
        NhsBody => "nhs-body",
        LocalAuthority => "local-authority",
        CareProvider => "care-provider",
        Voluntary => "voluntary",
        PatientGroup => "patient-group",
        ProfessionalBody => "professional-body",
        TradeUnion => "trade-union",
        Regulator => "regulator",
        Government => "government",
        Research => "research",
        Company => "company",
        Other => "other",
    }
}

impl OrganisationKind {
    /// Whether it is a place in which others are: only such a one can be the area of another.
    pub const fn is_area(self) -> bool {
        matches!(self, Self::Region | Self::IntegratedCareSystem)
    }
}

/// What the team says of an organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganisationDetails {
    pub name: String,
    /// Empty where it has none of its own.
    pub name_cy: String,
    pub kind: OrganisationKind,
    pub sector: Option<Sector>,
    /// At most one of each register.
    pub codes: Vec<Code>,
    /// The integrated care system or the region that it is in.
    pub area: Option<Uuid>,
    /// Its first day, where that is known.
    pub valid_from: Option<NaiveDate>,
    /// An address on the web, or empty.
    pub website: String,
    /// What follows the @ in the e-mail addresses of its people, and of nobody else's.
    pub email_domains: Vec<String>,
    /// The address to which it wants letters, or empty. It is not published.
    pub contact: String,
}

impl OrganisationDetails {
    /// Reads the form. `areas` are those offered.
    pub fn parse(form: &Form, areas: &[Uuid]) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let name = problems.title(form, "name", "error-organisation-name");
        let name_cy = match form.text("name-cy") {
            None => Some(String::new()),
            Some(_) => problems.title(form, "name-cy", "error-organisation-name"),
        };
        let kind =
            problems.require(OrganisationKind::parse(form.value("kind")), "kind", "error-organisation-kind");
        let sector = optional(form, "sector", &mut problems, "error-organisation-sector", |typed| {
            Sector::parse(typed)
        });
        let mut codes = Vec::new();
        for scheme in CodeScheme::ALL {
            if let Some(typed) = form.text(scheme.field()) {
                codes.extend(problems.take(scheme.read(&typed)));
            }
        }
        let area = optional(form, "area", &mut problems, "error-organisation-area", |typed| {
            typed.parse().ok().filter(|id| areas.contains(id))
        });
        let valid_from = optional(form, "valid-from", &mut problems, "error-organisation-day", |_| {
            form.date("valid-from")
        });
        let website = optional(form, "website", &mut problems, "error-organisation-website", |typed| {
            is_website(typed).then(|| typed.to_owned())
        });
        let email_domains = problems.take(read_domains("email-domain", form.value("email-domain")));
        let contact = optional(form, "contact", &mut problems, "error-email-form", |typed| {
            is_address(typed).then(|| typed.to_lowercase())
        });
        match (name, name_cy, kind) {
            (Some(name), Some(name_cy), Some(kind)) if problems.is_empty() => Ok(Self {
                name,
                name_cy,
                kind,
                sector,
                codes,
                area,
                valid_from,
                website: website.unwrap_or_default(),
                email_domains: email_domains.unwrap_or_default(),
                contact: contact.unwrap_or_default(),
            }),
            _ => Err(problems),
        }
    }

    /// These details as the fields of their form.
    pub fn form(&self) -> Form {
        let mut form = Form::from_pairs([
            ("name", self.name.as_str()),
            ("name-cy", &self.name_cy),
            ("kind", self.kind.as_str()),
            ("sector", self.sector.map_or("", Sector::as_str)),
            ("website", &self.website),
            ("email-domain", &self.email_domains.join(" ")),
            ("contact", &self.contact),
        ]);
        form.set("area", self.area.map(|id| id.to_string()).unwrap_or_default());
        form.set("valid-from", self.valid_from.map(|day| day.to_string()).unwrap_or_default());
        for code in &self.codes {
            form.set(code.scheme.field(), code.value.as_str());
        }
        form
    }
}

/// What was typed into a field that may be left blank; a problem where it says nothing.
fn optional<T>(
    form: &Form,
    field: &str,
    problems: &mut Problems,
    message: &'static str,
    read: impl FnOnce(&str) -> Option<T>,
) -> Option<T> {
    let typed = form.text(field)?;
    let read = read(&typed);
    if read.is_none() {
        problems.add(Problem::new(field, message));
    }
    read
}

/// Whether a text has the form of a domain name, such as `council.example.org`.
pub fn is_domain(text: &str) -> bool {
    let letters = |part: &str| {
        let hyphens = part.starts_with('-') || part.ends_with('-');
        (1..=63).contains(&part.len())
            && !hyphens
            && part.bytes().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-')
    };
    text.len() <= 253 && text.contains('.') && text.split('.').all(letters)
}

/// Whether a text is an address on the web that can be made a link.
fn is_website(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
        is_domain(&host.to_lowercase()) && text.len() <= 500 && text.bytes().all(|c| c.is_ascii_graphic())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_form_reads_as_the_details_it_was_made_of() {
        let area = Uuid::from_u128(7);
        let details = OrganisationDetails {
            name: "Powys Teaching Health Board".to_owned(),
            name_cy: "Bwrdd Iechyd Addysgu Powys".to_owned(),
            kind: OrganisationKind::NhsBody,
            sector: Some(Sector::Nhs),
            codes: vec![CodeScheme::Ods.read("7A7").expect("a code")],
            area: Some(area),
            valid_from: NaiveDate::from_ymd_opt(2003, 4, 1),
            website: "https://pthb.nhs.wales/about".to_owned(),
            email_domains: ["pthb.example.org", "pthb.example.com"].map(str::to_owned).to_vec(),
            contact: "office@pthb.example.org".to_owned(),
        };
        assert_eq!(OrganisationDetails::parse(&details.form(), &[area]), Ok(details.clone()));
        let problems = OrganisationDetails::parse(&details.form(), &[]).expect_err("an area that is none");
        assert!(problems.at("area").is_some());
    }

    #[test]
    fn each_thing_that_is_wrong_is_named_at_its_field() {
        let wrong = [
            ("sector", "space"),
            ("code-ods", "?"),
            ("code-charity", "x"),
            ("area", "here"),
            ("valid-from", "soon"),
            ("website", "javascript:alert(1)"),
            ("email-domain", "nowhere"),
            ("contact", "nobody"),
        ];
        let problems = OrganisationDetails::parse(&Form::from_pairs(wrong), &[]).expect_err("all is wrong");
        for field in wrong.map(|(field, _)| field).into_iter().chain(["name", "kind"]) {
            assert!(problems.at(field).is_some(), "{field}");
        }
    }

    proptest! {
        #[test]
        fn a_website_is_never_anything_but_a_web_address(typed in "(https?://|javascript:|data:|//)?[a-z.:/@?#'\" -]{0,30}") {
            if is_website(&typed) {
                prop_assert!(typed.starts_with("https://") || typed.starts_with("http://"));
                prop_assert!(typed.bytes().all(|c| c.is_ascii_graphic()));
            }
        }
    }
}
