//! What is looked for in the directory.

use uuid::Uuid;

use super::OrganisationKind;
use crate::forms::Form;

/// What is looked for. Everything given must hold; nothing given means every organisation of today.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrganisationFilter {
    /// A part of the name, or a whole code.
    pub name: Option<String>,
    pub kind: Option<OrganisationKind>,
    /// The region or the system that it is in, or in a part of which it is.
    pub area: Option<Uuid>,
    /// Whether those that have ended are looked for too.
    pub ended: bool,
}

impl OrganisationFilter {
    /// Reads the filter's form. What is not understood is left out: a directory never fails for its address.
    pub fn parse(form: &Form) -> Self {
        Self {
            name: form.text("name"),
            kind: OrganisationKind::parse(form.value("kind")),
            area: form.value("area").parse().ok(),
            ended: form.has("ended", "yes"),
        }
    }

    /// The same as a form.
    pub fn form(&self) -> Form {
        let mut form = Form::default();
        let mut set = |name: &str, value: Option<String>| {
            if let Some(value) = value {
                form.set(name, value);
            }
        };
        set("name", self.name.clone());
        set("kind", self.kind.map(|kind| kind.to_string()));
        set("area", self.area.map(|area| area.to_string()));
        set("ended", self.ended.then(|| "yes".to_owned()));
        form
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_reads_as_it_is_written_and_nonsense_is_left_out() {
        let filter = OrganisationFilter {
            name: Some("Avon".to_owned()),
            kind: Some(OrganisationKind::NhsTrust),
            area: Some(Uuid::from_u128(3)),
            ended: true,
        };
        assert_eq!(OrganisationFilter::parse(&filter.form()), filter);
        let nonsense = Form::from_pairs([("kind", "castle"), ("area", "nowhere"), ("ended", "no")]);
        assert_eq!(OrganisationFilter::parse(&nonsense), OrganisationFilter::default());
    }
}
