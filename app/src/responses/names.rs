//! The names of what a respondent chooses.

use domain::responses::{Channel, Consent, RespondentKind, Sector};

use crate::t;

/// The name of a kind of respondent.
pub fn kind(kind: RespondentKind) -> String {
    match kind {
        RespondentKind::Individual => t!("kind-individual"),
        RespondentKind::OnBehalf => t!("kind-on-behalf"),
        RespondentKind::Organisation => t!("kind-organisation"),
    }
}

/// The name of a sector.
pub fn sector(sector: Sector) -> String {
    match sector {
        Sector::Nhs => t!("sector-nhs"),
        Sector::LocalGovernment => t!("sector-local-government"),
        Sector::SocialCare => t!("sector-social-care"),
        Sector::Voluntary => t!("sector-voluntary"),
        Sector::PatientGroup => t!("sector-patient-group"),
        Sector::Academic => t!("sector-academic"),
        Sector::ThinkTank => t!("sector-think-tank"),
        Sector::Professional => t!("sector-professional"),
        Sector::Business => t!("sector-business"),
        Sector::Other => t!("sector-other"),
    }
}

/// The name of a publication choice.
pub fn consent(consent: Consent) -> String {
    match consent {
        Consent::WithName => t!("consent-with-name"),
        Consent::WithoutName => t!("consent-without-name"),
        Consent::NotAtAll => t!("consent-not-at-all"),
    }
}

/// How a response came.
pub fn channel(channel: Channel) -> String {
    match channel {
        Channel::Online => t!("channel-online"),
        Channel::Import => t!("channel-import"),
        Channel::Paper => t!("channel-paper"),
        Channel::Email => t!("channel-email"),
        Channel::Telephone => t!("channel-telephone"),
        Channel::Event => t!("channel-event"),
        Channel::Other => t!("channel-other"),
    }
}
