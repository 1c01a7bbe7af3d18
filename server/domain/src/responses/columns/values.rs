//! What the values of somebody else's column mean among ours.

use super::{Target, likeness};
use crate::responses::{Channel, Consent, RespondentKind, Sector};

/// One of our values, with the words by which others may mean it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ours {
    /// As the map of a file has it.
    pub value: String,
    /// What it is called, here and elsewhere.
    pub words: Vec<String>,
}

impl Ours {
    /// A value with the names that it has.
    pub fn new(value: impl Into<String>, words: &[&str]) -> Self {
        let value = value.into();
        let words = words.iter().map(|word| (*word).to_owned()).chain([value.clone()]).collect();
        Self { value, words }
    }

    /// Every value that a column can have that stands for this; nothing where it can have any. What a question offers and the
    /// names of systems are known elsewhere.
    pub fn of(target: Target) -> Option<Vec<Self>> {
        Some(match target {
            Target::Kind => {
                RespondentKind::ALL.iter().map(|kind| Self::new(kind.as_str(), of_kind(*kind))).collect()
            }
            Target::Sector => {
                Sector::ALL.iter().map(|sector| Self::new(sector.as_str(), of_sector(*sector))).collect()
            }
            Target::Consent => {
                Consent::ALL.iter().map(|consent| Self::new(consent.as_str(), of_consent(*consent))).collect()
            }
            Target::Channel => {
                Channel::ALL.iter().map(|channel| Self::new(channel.as_str(), of_channel(*channel))).collect()
            }
            Target::Language => {
                vec![Self::new("en", &["English", "EN-GB"]), Self::new("cy", &["Welsh", "Cymraeg", "CY-GB"])]
            }
            _ => return None,
        })
    }
}

const fn of_kind(kind: RespondentKind) -> &'static [&'static str] {
    match kind {
        RespondentKind::Individual => {
            &["As an individual", "Member of the public", "Myself", "Personal", "Private individual"]
        }
        RespondentKind::OnBehalf => {
            &["On behalf of someone else", "On behalf of another person", "Carer", "For somebody else"]
        }
        RespondentKind::Organisation => &[
            "An organisation",
            "On behalf of an organisation",
            "Organization",
            "Company",
            "Group",
            "Charity",
        ],
    }
}

const fn of_sector(sector: Sector) -> &'static [&'static str] {
    match sector {
        Sector::Nhs => &["NHS", "NHS organisation", "NHS trust", "Integrated care board", "Health"],
        Sector::LocalGovernment => &["Local government", "Local authority", "Council"],
        Sector::SocialCare => &["Social care", "Care provider", "Adult social care"],
        Sector::Voluntary => &["Voluntary", "Charity", "Third sector", "Voluntary and community", "VCSE"],
        Sector::PatientGroup => &["Patient group", "Patient organisation", "Healthwatch"],
        Sector::Academic => &["Academic", "University", "Research", "Education"],
        Sector::ThinkTank => &["Think tank", "Policy institute"],
        Sector::Professional => &["Professional body", "Royal college", "Trade union", "Union", "Regulator"],
        Sector::Business => &["Business", "Company", "Private sector", "Industry"],
        Sector::Other => &["Other", "Another", "Something else"],
    }
}

const fn of_consent(consent: Consent) -> &'static [&'static str] {
    match consent {
        Consent::WithName => &["Yes", "Yes, with my name", "Publish with name", "Publish response and name"],
        Consent::WithoutName => &[
            "Yes, without my name",
            "Anonymously",
            "Publish anonymously",
            "Publish response only",
            "Anonymous",
        ],
        Consent::NotAtAll => &["No", "Do not publish", "Not for publication", "Confidential"],
    }
}

const fn of_channel(channel: Channel) -> &'static [&'static str] {
    match channel {
        Channel::Online => &["Web", "Website", "Online form"],
        Channel::Import => &["File"],
        Channel::Paper => &["Letter", "Post", "Paper form", "Hard copy"],
        Channel::Email => &["E-mail", "Mail"],
        Channel::Telephone => &["Phone", "Call"],
        Channel::Event => &["Meeting", "Workshop", "Focus group"],
        Channel::Other => &["Another way"],
    }
}

/// How alike a value and one of our words must be for the one to be proposed for the other.
const ALIKE: f64 = 0.6;

/// What a value of theirs may mean: the one of ours whose words are most like it, if any is like it enough.
pub fn propose_value<'o>(theirs: &str, ours: &'o [Ours]) -> Option<&'o str> {
    let like = |one: &Ours| one.words.iter().map(|word| likeness(theirs, word)).fold(0.0, f64::max);
    let best = ours.iter().map(|one| (like(one), one)).max_by(|one, other| one.0.total_cmp(&other.0))?;
    (best.0 >= ALIKE).then_some(best.1.value.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_others_say_is_understood() {
        for (target, theirs, ours) in [
            (Target::Kind, "On behalf of an organisation", Some("organisation")),
            (Target::Kind, "an individual", Some("individual")),
            (Target::Kind, "INDIVIDUAL", Some("individual")),
            (Target::Sector, "Local Authority", Some("local-government")),
            (Target::Consent, "Yes, without my name", Some("without-name")),
            (Target::Consent, "no", Some("not-at-all")),
            (Target::Language, "Welsh", Some("cy")),
            (Target::Channel, "letter", Some("paper")),
            (Target::Sector, "Zebra", None),
        ] {
            let all = Ours::of(target).expect("a column with values of ours");
            assert_eq!(propose_value(theirs, &all), ours, "{theirs}");
        }
        assert_eq!(Ours::of(Target::Name), None);
    }

    #[test]
    fn every_value_of_ours_means_itself() {
        for target in [Target::Kind, Target::Sector, Target::Consent, Target::Language, Target::Channel] {
            let all = Ours::of(target).expect("values");
            for one in &all {
                assert_eq!(propose_value(&one.value, &all), Some(one.value.as_str()));
            }
        }
    }
}
