//! What an assembly is.

use crate::forms::{Form, Problems};

crate::named! {
    /// What kind of body an assembly is. A stakeholder assembly is appointed and standing; a citizens' assembly is
    /// drawn by lot for one question.
    pub enum AssemblyKind {
        Stakeholder => "stakeholder",
        Citizens => "citizens",
        Forum => "forum",
        Committee => "committee",
    }
}

/// An assembly as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssemblyDetails {
    pub name: String,
    pub kind: AssemblyKind,
    pub remit: String,
}

impl AssemblyDetails {
    /// Reads the form.
    pub fn parse(form: &Form) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let name = problems.title(form, "name", "error-assembly-name");
        let kind = problems.require(AssemblyKind::parse(form.value("kind")), "kind", "error-assembly-kind");
        let remit = problems.require(form.long_text("remit"), "remit", "error-assembly-remit");
        match (name, kind, remit) {
            (Some(name), Some(kind), Some(remit)) => Ok(Self { name, kind, remit }),
            _ => Err(problems),
        }
    }

    /// These details as the fields of their form.
    pub fn form(&self) -> Form {
        Form::from_pairs([
            ("name", self.name.as_str()),
            ("kind", self.kind.as_str()),
            ("remit", self.remit.as_str()),
        ])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_assembly_says_what_it_is_and_what_it_is_for() {
        let details = AssemblyDetails {
            name: "Health and care assembly".to_owned(),
            kind: AssemblyKind::Stakeholder,
            remit: "To advise.".to_owned(),
        };
        assert_eq!(AssemblyDetails::parse(&details.form()), Ok(details));
        let problems = AssemblyDetails::parse(&Form::default()).expect_err("nothing was typed");
        assert_eq!(problems.iter().count(), 3);
    }
}
