//! Who may see the words that findings rest on. What a reader may not see is counted, not shown.

use uuid::Uuid;

use crate::people::{Action, Actor, Resource, may};
use crate::responses::{Consent, RespondentKind};

/// In what capacity someone reads the words of a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// Anyone at all.
    Public,
    /// The respondent whose words they are.
    Respondent,
    /// A member of the team who may read the responses of the call.
    Team,
    /// One who may also see which person wrote them.
    Officer,
}

impl Reader {
    /// How this actor reads the responses of a call. Only a receipt makes a [`Reader::Respondent`].
    pub fn of(actor: &Actor, call: Uuid) -> Self {
        let may = |action| may(actor, action, Resource::Call(call));
        match (may(Action::ReadResponses), may(Action::ReadPersonalData)) {
            (true, true) => Self::Officer,
            (true, false) => Self::Team,
            (false, _) => Self::Public,
        }
    }

    /// Whether this reader sees what is not published.
    pub fn sees_unpublished(self) -> bool {
        matches!(self, Self::Team | Self::Officer)
    }
}

/// What a reader may see of an excerpt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Disclosure {
    /// Only that there is one.
    Nothing,
    /// The words, without the name of whoever wrote them.
    Words,
    /// The words and the name.
    WordsAndName,
}

/// The rule: the public sees words only where the team has published what they support *and* the respondent lets them
/// be published; the respondent sees their own; the team sees all words, and the names of people only where these may be
/// published, unless it is their work to know who wrote what.
pub const fn disclosure(reader: Reader, consent: Consent, published: bool) -> Disclosure {
    match (reader, published, consent) {
        (Reader::Officer | Reader::Respondent, _, _)
        | (Reader::Team, _, Consent::WithName)
        | (Reader::Public, true, Consent::WithName) => Disclosure::WordsAndName,
        (Reader::Team, _, _) | (Reader::Public, true, Consent::WithoutName) => Disclosure::Words,
        (Reader::Public, true, Consent::NotAtAll) | (Reader::Public, false, _) => Disclosure::Nothing,
    }
}

/// The name under which a response is published: an organisation's, or a person's own. The person who wrote for an
/// organisation, and the one on whose behalf someone wrote, were not asked.
pub fn published_name<'n>(kind: RespondentKind, name: &'n str, organisation: &'n str) -> Option<&'n str> {
    let shown = if kind == RespondentKind::Organisation { organisation } else { name };
    (!shown.is_empty()).then_some(shown)
}

/// Something as one reader may have it: the thing itself, or only how many were withheld. What is withheld is nowhere
/// in it, so that no page can show it by mistake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen<T> {
    Shown(T),
    Counted(usize),
}

impl<T> Seen<T> {
    /// A list of what may be shown, in order, with one count of the rest at its end where anything was withheld.
    pub fn list(things: impl IntoIterator<Item = Option<T>>) -> Vec<Self> {
        let mut withheld = 0;
        let mut list: Vec<Self> = Vec::new();
        for thing in things {
            match thing {
                Some(thing) => list.push(Self::Shown(thing)),
                None => withheld += 1,
            }
        }
        if withheld > 0 {
            list.push(Self::Counted(withheld));
        }
        list
    }

    /// The thing, where it may be seen.
    pub const fn shown(&self) -> Option<&T> {
        match self {
            Self::Shown(thing) => Some(thing),
            Self::Counted(_) => None,
        }
    }

    /// How many things it stands for.
    pub const fn count(&self) -> usize {
        match self {
            Self::Shown(_) => 1,
            Self::Counted(withheld) => *withheld,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::{Grant, Role, Scope};
    use proptest::prelude::*;

    #[test]
    fn the_public_sees_what_was_published_and_consented_to_and_nothing_else() {
        use Disclosure::{Nothing, Words, WordsAndName};
        let rows = [
            (Consent::WithName, true, WordsAndName),
            (Consent::WithoutName, true, Words),
            (Consent::NotAtAll, true, Nothing),
            (Consent::WithName, false, Nothing),
            (Consent::WithoutName, false, Nothing),
            (Consent::NotAtAll, false, Nothing),
        ];
        for (consent, published, expected) in rows {
            assert_eq!(disclosure(Reader::Public, consent, published), expected, "{consent} {published}");
            assert_eq!(disclosure(Reader::Respondent, consent, published), WordsAndName);
            assert_eq!(disclosure(Reader::Officer, consent, published), WordsAndName);
            let named = if consent == Consent::WithName { WordsAndName } else { Words };
            assert_eq!(disclosure(Reader::Team, consent, published), named);
        }
    }

    #[test]
    fn whoever_wrote_for_an_organisation_is_not_named() {
        let name = |kind| published_name(kind, "Sioned Parry", "Gofal Cymru");
        assert_eq!(name(RespondentKind::Organisation), Some("Gofal Cymru"));
        assert_eq!(name(RespondentKind::OnBehalf), Some("Sioned Parry"));
        assert_eq!(published_name(RespondentKind::Individual, "", "left over"), None);
    }

    #[test]
    fn a_role_on_another_call_makes_no_team_reader() {
        let (here, there) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let grants = vec![Grant { role: Role::LeadAnalyst, scope: Scope::Call(here) }];
        let actor = Actor::Person { id: Uuid::nil(), grants, memberships: vec![] };
        assert_eq!((Reader::of(&actor, here), Reader::of(&actor, there)), (Reader::Team, Reader::Public));
        assert_eq!(Reader::of(&Actor::Guest, here), Reader::Public);
        let grants = vec![Grant { role: Role::Moderator, scope: Scope::Call(here) }];
        let moderator = Actor::Person { id: Uuid::nil(), grants, memberships: vec![] };
        assert_eq!(
            (Reader::of(&moderator, here), Reader::of(&moderator, there)),
            (Reader::Officer, Reader::Public)
        );
    }

    proptest! {
        #[test]
        fn a_list_holds_what_is_shown_and_counts_all(things in prop::collection::vec(prop::option::of(any::<u8>()), 0..20)) {
            let list = Seen::list(things.clone());
            prop_assert_eq!(list.iter().map(Seen::count).sum::<usize>(), things.len());
            let shown: Vec<u8> = list.iter().filter_map(|seen| seen.shown().copied()).collect();
            prop_assert_eq!(shown, things.into_iter().flatten().collect::<Vec<_>>());
        }
    }
}
