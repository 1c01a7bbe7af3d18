//! What people are trusted with, and where.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Action, Resource};
use crate::forms::{Form, Problems};

crate::named! {
    /// What a person is trusted with. Each role may do what its work needs and no more; a person may hold several.
    pub enum Role {
        // Of the portal
        Administrator => "administrator",
        DataProtectionOfficer => "data-protection-officer",
        // Of a call
        Owner => "owner",
        Editor => "editor",
        Moderator => "moderator",
        LeadAnalyst => "lead-analyst",
        Coder => "coder",
        Reader => "reader",
        Publisher => "publisher",
        // Of an assembly
        Secretariat => "secretariat",
        Chair => "chair",
        Member => "member",
        Observer => "observer",
    }
}

/// Where a role holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Scope {
    Platform,
    Call(Uuid),
    Assembly(Uuid),
}

impl Scope {
    /// It as it is stored: its kind, and the key of what it is.
    pub const fn columns(self) -> (&'static str, Option<Uuid>) {
        match self {
            Self::Platform => ("platform", None),
            Self::Call(call) => ("call", Some(call)),
            Self::Assembly(assembly) => ("assembly", Some(assembly)),
        }
    }

    /// The scope of these columns, if they are of one.
    pub fn parse(kind: &str, id: Option<Uuid>) -> Option<Self> {
        match (kind, id) {
            ("platform", None) => Some(Self::Platform),
            ("call", Some(call)) => Some(Self::Call(call)),
            ("assembly", Some(assembly)) => Some(Self::Assembly(assembly)),
            _ => None,
        }
    }

    /// What a role there is asked about.
    pub const fn resource(self) -> Resource {
        match self {
            Self::Platform => Resource::Platform,
            Self::Call(call) => Resource::Call(call),
            Self::Assembly(assembly) => Resource::Assembly(assembly),
        }
    }

    /// It as the field of a form holds it: `platform`, or `call:` or `assembly:` with the key.
    pub fn field(self) -> String {
        match self.columns() {
            (kind, None) => kind.to_owned(),
            (kind, Some(id)) => format!("{kind}:{id}"),
        }
    }

    fn of_field(typed: &str) -> Option<Self> {
        match typed.split_once(':') {
            None => Self::parse(typed, None),
            Some((kind, id)) => Self::parse(kind, Some(id.parse().ok()?)),
        }
    }
}

/// A role given to a person somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grant {
    pub role: Role,
    pub scope: Scope,
}

impl Grant {
    /// Reads the fields `role` and `place` of a form.
    pub fn parse(form: &Form) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let grant = Self::read(form, &mut problems);
        grant.filter(|_| problems.is_empty()).ok_or(problems)
    }

    pub(super) fn read(form: &Form, problems: &mut Problems) -> Option<Self> {
        let role = problems.require(Role::parse(form.value("role")), "role", "error-person-role");
        let scope = Scope::of_field(form.value("place"));
        let scope = problems.require(scope, "place", "error-role-place-missing");
        let grant = Self { role: role?, scope: scope? };
        problems.require(
            Some(grant).filter(|grant| grant.role.fits(grant.scope)),
            "place",
            "error-role-place",
        )
    }
}

impl Role {
    /// Whether the role can be held there. All but that of an administrator can also be held of one call or of one
    /// assembly, whichever they are about; a role on the portal holds on every one.
    pub const fn fits(self, scope: Scope) -> bool {
        match scope {
            Scope::Platform => true,
            Scope::Call(_) => self.of_a_call() || matches!(self, Self::DataProtectionOfficer),
            Scope::Assembly(_) => self.of_an_assembly(),
        }
    }

    /// Whether whoever holds it sees which person wrote what. Administrators alone give and take such a role: an owner who
    /// could would lift the veil for themselves.
    pub fn sees_people(self) -> bool {
        self.allows(Action::ReadPersonalData)
    }

    /// Whether it is about calls and their responses.
    pub const fn of_a_call(self) -> bool {
        matches!(
            self,
            Self::Owner
                | Self::Editor
                | Self::Moderator
                | Self::LeadAnalyst
                | Self::Coder
                | Self::Reader
                | Self::Publisher
        )
    }

    /// Whether it is about assemblies.
    pub const fn of_an_assembly(self) -> bool {
        matches!(self, Self::Secretariat | Self::Chair | Self::Member | Self::Observer)
    }

    /// Whether whoever holds it may do this, where it holds. Whoever runs the portal reads no responses, and who analyses
    /// responses does not see who wrote them: that is for those who decide what may be shown, and for whoever answers
    /// for data protection.
    pub(super) fn allows(self, action: Action) -> bool {
        use Action as A;
        if matches!(action, A::EnterTeam) {
            return true;
        }
        match self {
            Self::Administrator => matches!(
                action,
                A::CreateCall
                    | A::PreviewCall
                    | A::CreateAssembly
                    | A::ReadAssembly
                    | A::ReadLetters
                    | A::EditLetters
                    | A::ManageOrganisations
                    | A::AdmitMembers
                    | A::ManagePeople
                    | A::ManageRoles
                    | A::ReadAudit
            ),
            Self::DataProtectionOfficer => {
                reads(action)
                    || matches!(
                        action,
                        A::ReadPersonalData
                            | A::SeeInvited
                            | A::ExportResponses
                            | A::ReadLetters
                            | A::ReadAudit
                    )
            }
            Self::Owner => {
                Self::LeadAnalyst.allows(action)
                    || Self::Editor.allows(action)
                    || Self::Publisher.allows(action)
                    || matches!(
                        action,
                        A::RunCall
                            | A::SeeInvited
                            | A::InvitePeople
                            | A::DecideHeld
                            | A::EnterResponses
                            | A::ManageRoles
                            | A::ReadLetters
                            | A::EditLetters
                    )
            }
            Self::Editor => {
                matches!(action, A::CreateCall | A::PreviewCall | A::EditCall | A::KeepBank)
            }
            Self::Moderator => {
                reads(action) || matches!(action, A::ReadPersonalData | A::DecideHeld | A::EnterResponses)
            }
            Self::LeadAnalyst => {
                Self::Coder.allows(action)
                    || matches!(
                        action,
                        A::EditCodebook
                            | A::AnswerFlags
                            | A::ImportResponses
                            | A::ExportResponses
                            | A::EditOutcomes
                            | A::ManageOrganisations
                    )
            }
            Self::Coder => reads(action) || action == A::CodeResponses,
            Self::Reader => reads(action),
            Self::Publisher => reads(action) || matches!(action, A::EditOutcomes | A::PublishOutcomes),
            Self::Secretariat => {
                Self::Chair.allows(action)
                    || matches!(action, A::CreateAssembly | A::EditAssembly | A::ManageRoles)
            }
            Self::Chair => matches!(action, A::ReadAssembly | A::PublishAssembly),
            Self::Member | Self::Observer => action == A::ReadAssembly,
        }
    }
}

/// What everyone may do who reads the responses of a call. Whoever reads them must be able to help somebody in danger, so
/// each of them may see who wrote one, with a reason, on record, and with a letter to the data-protection officers.
const fn reads(action: Action) -> bool {
    use Action as A;
    matches!(
        action,
        A::PreviewCall
            | A::ReadResponses
            | A::OpenDocuments
            | A::BreakGlass
            | A::ReadCodebook
            | A::SearchResponses
    )
}
