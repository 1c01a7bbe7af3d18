//! The kinds of letters, and what the text of each may name.

crate::named! {
    /// What a letter is about.
    pub enum LetterKind {
        /// Shows that letters leave and arrive.
        Test => "test",
        /// Invites a person to the team, with the link that makes an account.
        TeamInvitation => "team-invitation",
        /// Lets somebody show that the address of their account is theirs.
        ProveAddress => "prove-address",
        /// Takes to an organisation the code by which one of its people becomes its owner here.
        OrganisationCode => "organisation-code",
        /// Tells an organisation that somebody acts for it here.
        OrganisationClaimed => "organisation-claimed",
        /// Invites a person to act for an organisation.
        MemberInvitation => "member-invitation",
        /// Tells those who decide that somebody asks to act for an organisation.
        MembershipAsked => "membership-asked",
        /// Tells a member which role they have from now on.
        MembershipGiven => "membership-given",
        /// Tells somebody who asked that they are not let in, and why.
        MembershipRefused => "membership-refused",
        /// Tells somebody that they act for an organisation no more.
        MembershipEnded => "membership-ended",
        /// Tells the owners of an organisation that somebody has joined.
        MemberJoined => "member-joined",
        /// Takes a link that signs in to whoever reads the mailbox.
        SignInLink => "sign-in-link",
        /// Tells who answers for data protection that somebody saw who wrote a response.
        GlassBroken => "glass-broken",
        /// Asks whoever may to agree to what somebody wants to do with a call.
        ApprovalAsked => "approval-asked",
        /// Tells whoever asked what was decided.
        ApprovalDecided => "approval-decided",
        /// Tells whoever keeps a draft that the closing time of its call is another.
        ClosingMoved => "closing-moved",
        /// Takes the private link of a draft to whoever writes it.
        DraftLink => "draft-link",
        /// Reminds whoever writes a draft, and asked for it, that its call closes soon.
        DraftReminder => "draft-reminder",
        /// Takes the receipt of a response to whoever sent it.
        Receipt => "receipt",
        /// Asks those who may to sign off what their organisation would send.
        SignOffAsked => "sign-off-asked",
        /// Tells the members of an organisation that it is signed off.
        SignedOff => "signed-off",
        /// Tells them that it was sent.
        SharedSent => "shared-sent",
        /// Asks somebody to sign a response together with whoever writes it.
        CoSignAsked => "co-sign-asked",
        /// Invites someone to answer a call.
        CallInvitation => "call-invitation",
        /// Reminds someone who was invited and has not answered.
        CallReminder => "call-reminder",
        /// Asks whether someone wants to follow something, with the link that says yes.
        Follow => "follow",
        /// One thing happened to what someone follows.
        News => "news",
        /// What happened to all that someone follows.
        Digest => "digest",
    }
}

crate::named! {
    /// Letters that whoever gets them can stop all at once, with one click.
    pub enum Stream {
        /// News of what someone follows.
        Following => "following",
        /// Invitations to answer calls, and reminders.
        Invitations => "invitations",
        /// About answers that are written or signed together.
        Together => "together",
        /// Letters that show whether letters arrive.
        Tests => "tests",
    }
}

/// A place in the text of a letter that the program fills.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// What stands between braces.
    pub name: &'static str,
    /// Whether the letter is of no use without it.
    pub needed: bool,
}

const fn optional(name: &'static str) -> Place {
    Place { name, needed: false }
}

const fn needed(name: &'static str) -> Place {
    Place { name, needed: true }
}

impl LetterKind {
    /// What its text may name.
    pub const fn places(self) -> &'static [Place] {
        match self {
            Self::Test => const { &[optional("site")] },
            Self::TeamInvitation | Self::ProveAddress => {
                const { &[optional("site"), optional("name"), needed("link"), optional("until")] }
            }
            Self::OrganisationCode => {
                const {
                    &[
                        optional("site"),
                        needed("organisation"),
                        needed("code"),
                        needed("page"),
                        optional("until"),
                    ]
                }
            }
            Self::OrganisationClaimed => {
                const { &[optional("site"), needed("organisation"), optional("page")] }
            }
            Self::MemberInvitation => {
                const {
                    &[
                        optional("site"),
                        optional("name"),
                        optional("who"),
                        needed("organisation"),
                        optional("role"),
                        needed("link"),
                        optional("until"),
                    ]
                }
            }
            Self::MembershipAsked | Self::MemberJoined => {
                const { &[optional("site"), needed("who"), needed("organisation"), needed("page")] }
            }
            Self::MembershipGiven => {
                const { &[optional("site"), needed("organisation"), needed("role"), needed("page")] }
            }
            Self::MembershipRefused => {
                const { &[optional("site"), needed("organisation"), needed("reason")] }
            }
            Self::MembershipEnded => const { &[optional("site"), needed("organisation")] },
            Self::SignInLink => const { &[optional("site"), needed("link"), optional("until")] },
            Self::GlassBroken => {
                const {
                    &[
                        optional("site"),
                        needed("who"),
                        needed("reference"),
                        optional("call"),
                        needed("reason"),
                    ]
                }
            }
            Self::ApprovalAsked => {
                const {
                    &[
                        optional("site"),
                        needed("who"),
                        needed("what"),
                        optional("call"),
                        optional("note"),
                        needed("link"),
                    ]
                }
            }
            Self::ApprovalDecided => {
                const {
                    &[
                        optional("site"),
                        needed("who"),
                        needed("what"),
                        needed("decision"),
                        optional("call"),
                        optional("reason"),
                        optional("link"),
                    ]
                }
            }
            Self::ClosingMoved => {
                const {
                    &[
                        optional("site"),
                        needed("title"),
                        optional("before"),
                        needed("until"),
                        optional("reason"),
                        optional("link"),
                    ]
                }
            }
            Self::DraftLink | Self::DraftReminder | Self::CoSignAsked => {
                const { &[optional("site"), needed("title"), needed("link"), optional("until")] }
            }
            Self::Receipt => {
                const {
                    &[
                        optional("site"),
                        needed("title"),
                        needed("reference"),
                        optional("when"),
                        optional("version"),
                        needed("code"),
                        optional("page"),
                    ]
                }
            }
            Self::SignOffAsked | Self::SignedOff => {
                const {
                    &[
                        optional("site"),
                        needed("who"),
                        needed("organisation"),
                        needed("title"),
                        needed("page"),
                    ]
                }
            }
            Self::SharedSent => {
                const {
                    &[
                        optional("site"),
                        optional("who"),
                        needed("organisation"),
                        needed("title"),
                        optional("reference"),
                        optional("page"),
                    ]
                }
            }
            Self::CallInvitation | Self::CallReminder => {
                const {
                    &[
                        optional("site"),
                        optional("name"),
                        needed("title"),
                        needed("link"),
                        optional("page"),
                        optional("opens"),
                        optional("until"),
                    ]
                }
            }
            Self::Follow => const { &[optional("site"), optional("title"), needed("link")] },
            Self::News => const { &[optional("site"), optional("title"), needed("news")] },
            Self::Digest => const { &[optional("site"), needed("news")] },
        }
    }

    /// Whether someone waits for it: such letters go before all others.
    pub const fn urgent(self) -> bool {
        !matches!(self, Self::CallInvitation | Self::CallReminder | Self::News | Self::Digest)
    }

    /// Whether it lets in whoever reads it. No desk shows such a letter; it is erased as soon as it has gone or will
    /// not go, so that nobody can have it sent again: who wants another makes a new one.
    pub const fn secret(self) -> bool {
        match self {
            Self::Test
            | Self::OrganisationClaimed
            | Self::MembershipAsked
            | Self::MembershipGiven
            | Self::MembershipRefused
            | Self::MembershipEnded
            | Self::MemberJoined
            | Self::GlassBroken
            | Self::ApprovalAsked
            | Self::ApprovalDecided
            | Self::ClosingMoved
            | Self::SignOffAsked
            | Self::SignedOff
            | Self::SharedSent
            | Self::CallInvitation
            | Self::CallReminder
            | Self::Follow
            | Self::News
            | Self::Digest => false,
            Self::TeamInvitation
            | Self::SignInLink
            | Self::ProveAddress
            | Self::OrganisationCode
            | Self::MemberInvitation
            | Self::DraftLink
            | Self::DraftReminder
            | Self::CoSignAsked
            | Self::Receipt => true,
        }
    }

    /// Whether nobody but the letter itself needs to know where it goes. The address is forgotten as soon as it has gone or
    /// will not go: with it one could tell who answers a call.
    pub const fn fleeting(self) -> bool {
        matches!(self, Self::DraftLink | Self::DraftReminder | Self::CoSignAsked | Self::Receipt)
    }
}
