//! What the audit holds: who did what to what. Stored names never change, because they are part of what is hashed.

mod filter;

use crate::people::Actor;

pub use filter::{Doer, Filter};

crate::named! {
    /// An act that is on record. The sentence that tells of it is the Fluent key `audit-` with its stored name.
    pub enum Act {
        // People
        SignedIn => "signed-in",
        SignedInByProvider => "signed-in-by-provider",
        LinkAsked => "link-asked",
        SignedInByLink => "signed-in-by-link",
        SignedInWithPasskey => "signed-in-with-passkey",
        SignInBegun => "sign-in-begun",
        SignedInWithCode => "signed-in-with-code",
        RecoveryCodeUsed => "recovery-code-used",
        CodeFailed => "code-failed",
        SignInFailed => "sign-in-failed",
        SignInRefused => "sign-in-refused",
        SignedOut => "signed-out",
        SignedOutElsewhere => "signed-out-elsewhere",
        Confirmed => "confirmed",
        ConfirmationFailed => "confirmation-failed",
        PasswordSet => "password-set",
        AppSetUp => "app-set-up",
        AppRemoved => "app-removed",
        PasskeyAdded => "passkey-added",
        PasskeyRemoved => "passkey-removed",
        RecoveryCodesMade => "recovery-codes-made",
        SecondStepCleared => "second-step-cleared",
        IdentityConnected => "identity-connected",
        IdentityDisconnected => "identity-disconnected",
        AddressProved => "address-proved",
        InvitationMade => "invitation-made",
        InvitationRenewed => "invitation-renewed",
        InvitationWithdrawn => "invitation-withdrawn",
        InvitationAccepted => "invitation-accepted",
        AccountMade => "account-made",
        AccountTakenBack => "account-taken-back",
        AccountAdded => "account-added",
        AccountClosed => "account-closed",
        RoleGiven => "role-given",
        RoleTaken => "role-taken",
        // Organisations
        OrganisationAdded => "organisation-added",
        OrganisationChanged => "organisation-changed",
        OrganisationEnded => "organisation-ended",
        OrganisationReopened => "organisation-reopened",
        OrganisationsImported => "organisations-imported",
        ClaimCodeIssued => "claim-code-issued",
        ClaimCodeWithdrawn => "claim-code-withdrawn",
        ClaimCodeFailed => "claim-code-failed",
        MemberJoined => "member-joined",
        MembershipAsked => "membership-asked",
        MembershipAskWithdrawn => "membership-ask-withdrawn",
        MembershipAccepted => "membership-accepted",
        MembershipRefused => "membership-refused",
        MemberInvited => "member-invited",
        MemberInvitationRenewed => "member-invitation-renewed",
        MemberInvitationWithdrawn => "member-invitation-withdrawn",
        MemberInvitationAccepted => "member-invitation-accepted",
        MemberRoleChanged => "member-role-changed",
        MemberRemoved => "member-removed",
        MemberLeft => "member-left",
        OrganisationHandedOver => "organisation-handed-over",
        ResponseLinked => "response-linked",
        ResponseUnlinked => "response-unlinked",
        // Calls
        CallCreated => "call-created",
        CallChanged => "call-changed",
        CallScheduled => "call-scheduled",
        CallAnnounced => "call-announced",
        CallOpened => "call-opened",
        CallClosed => "call-closed",
        InviteesAdded => "invitees-added",
        InviteesReminded => "invitees-reminded",
        InviteesSeen => "invitees-seen",
        InviteeRemoved => "invitee-removed",
        OutcomePublished => "outcome-published",
        LateLeaveGiven => "late-leave-given",
        LateLeaveEnded => "late-leave-ended",
        CallArchived => "call-archived",
        CallBroughtBack => "call-brought-back",
        CallDeleted => "call-deleted",
        TwoPeopleSet => "two-people-set",
        TwoPeopleEnded => "two-people-ended",
        ApprovalAsked => "approval-asked",
        ApprovalGiven => "approval-given",
        ApprovalRefused => "approval-refused",
        ApprovalWithdrawn => "approval-withdrawn",
        ApprovalLapsed => "approval-lapsed",
        PreviewLinkRenewed => "preview-link-renewed",
        SectionAdded => "section-added",
        SectionChanged => "section-changed",
        SectionMoved => "section-moved",
        SectionRemoved => "section-removed",
        QuestionAdded => "question-added",
        QuestionChanged => "question-changed",
        QuestionMoved => "question-moved",
        QuestionRemoved => "question-removed",
        // Responses
        EntryBegun => "entry-begun",
        EntryWritten => "entry-written",
        EntryDropped => "entry-dropped",
        ScanAdded => "scan-added",
        ScanRemoved => "scan-removed",
        ScanOpened => "scan-opened",
        ResponseEntered => "response-entered",
        EntryChecked => "entry-checked",
        ImportUploaded => "import-uploaded",
        ImportMapped => "import-mapped",
        ImportDiscarded => "import-discarded",
        ImportBegun => "import-begun",
        ResponsesImported => "responses-imported",
        ResponsesExported => "responses-exported",
        GlassBroken => "glass-broken",
        DocumentOpened => "document-opened",
        HeldAdmitted => "held-admitted",
        HeldKeptOut => "held-kept-out",
        // The codebook
        CodeAdded => "code-added",
        CodeChanged => "code-changed",
        CodeMoved => "code-moved",
        CodeRetired => "code-retired",
        CodeRestored => "code-restored",
        CodeActUndone => "code-act-undone",
        CodeActRedone => "code-act-redone",
        // Outcomes
        FindingAdded => "finding-added",
        FindingChanged => "finding-changed",
        FindingPublished => "finding-published",
        FindingWithdrawn => "finding-withdrawn",
        WordsPicked => "words-picked",
        WordsUnpicked => "words-unpicked",
        RecommendationAdded => "recommendation-added",
        RecommendationChanged => "recommendation-changed",
        RecommendationPublished => "recommendation-published",
        RecommendationWithdrawn => "recommendation-withdrawn",
        ReplyAdded => "reply-added",
        ProgressAdded => "progress-added",
        // Assemblies
        AssemblyCreated => "assembly-created",
        AssemblyChanged => "assembly-changed",
        ConstituencyAdded => "constituency-added",
        ConstituencyChanged => "constituency-changed",
        SeatRenamed => "seat-renamed",
        TermAdded => "term-added",
        TermChanged => "term-changed",
        MeetingAdded => "meeting-added",
        MeetingChanged => "meeting-changed",
        MeetingPublished => "meeting-published",
        MeetingWithdrawn => "meeting-withdrawn",
        ItemAdded => "item-added",
        ItemChanged => "item-changed",
        ItemMoved => "item-moved",
        ItemRemoved => "item-removed",
        ItemRecorded => "item-recorded",
        PaperAdded => "paper-added",
        PaperChanged => "paper-changed",
        PaperMoved => "paper-moved",
        PaperRemoved => "paper-removed",
        EvidenceAdded => "evidence-added",
        EvidenceMoved => "evidence-moved",
        EvidenceRemoved => "evidence-removed",
        DecisionTaken => "decision-taken",
        DecisionCorrected => "decision-corrected",
        // Letters
        LetterTextChanged => "letter-text-changed",
        LetterTextReset => "letter-text-reset",
        LetterSentAgain => "letter-sent-again",
        LettersSentAgain => "letters-sent-again",
        LetterArrived => "letter-arrived",
        LettersPaused => "letters-paused",
        LettersResumed => "letters-resumed",
        TestLetterPosted => "test-letter-posted",
        // The portal
        IndexRebuilt => "index-rebuilt",
        DemonstrationLoaded => "demonstration-loaded",
        AuditExported => "audit-exported",
    }
}

crate::named! {
    /// Who did it.
    pub enum By {
        /// Someone who was not signed in.
        Guest => "guest",
        /// A person with an account.
        Person => "person",
        /// Whoever was at the command line of the machine, or the program itself.
        System => "system",
    }
}

impl By {
    /// The kind of an actor.
    pub const fn of(actor: &Actor) -> Self {
        match actor {
            Actor::Guest => Self::Guest,
            Actor::Person { .. } => Self::Person,
            Actor::System => Self::System,
        }
    }
}

crate::named! {
    /// The kind of thing that it was done to.
    pub enum Subject {
        /// The portal itself.
        Portal => "portal",
        Person => "person",
        Invitation => "invitation",
        Organisation => "organisation",
        Letter => "letter",
        Call => "call",
        Section => "section",
        Question => "question",
        Response => "response",
        HeldResponse => "held-response",
        /// A response that one of the team is entering.
        Entry => "entry",
        Code => "code",
        Finding => "finding",
        Recommendation => "recommendation",
        Assembly => "assembly",
        Constituency => "constituency",
        Seat => "seat",
        Term => "term",
        Meeting => "meeting",
        AgendaItem => "agenda-item",
        Paper => "paper",
        Evidence => "evidence",
        Decision => "decision",
    }
}
