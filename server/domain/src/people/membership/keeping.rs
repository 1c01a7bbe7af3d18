//! The rule that an organisation which has members keeps an owner.

use uuid::Uuid;

use super::MemberRole;

/// A change to who the members are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MemberChange {
    /// A member goes, of their own will or an owner's.
    Go(Uuid),
    /// A member has another role from now on.
    Give(Uuid, MemberRole),
    /// An owner makes another member owner, and is an editor from now on.
    HandOver { from: Uuid, to: Uuid },
}

/// Why a change is not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unkept {
    /// It is about somebody who is no member, or hands over what they do not hold, or to themselves.
    NotThere,
    /// Members would be left without an owner.
    LastOwner,
}

/// The members after a change. The last owner neither goes nor steps down without handing over, unless nobody else is a
/// member. Members whom a closed account has left without an owner may go as they like.
pub fn keep(members: &[(Uuid, MemberRole)], change: MemberChange) -> Result<Vec<(Uuid, MemberRole)>, Unkept> {
    let role_of = |id| members.iter().find(|(held, _)| *held == id).map(|(_, role)| *role);
    let mut after = members.to_vec();
    match change {
        MemberChange::Go(who) => {
            role_of(who).ok_or(Unkept::NotThere)?;
            after.retain(|(held, _)| *held != who);
        }
        MemberChange::Give(who, role) => {
            role_of(who).ok_or(Unkept::NotThere)?;
            set(&mut after, who, role);
        }
        MemberChange::HandOver { from, to } => {
            if from == to || role_of(from) != Some(MemberRole::Owner) || role_of(to).is_none() {
                return Err(Unkept::NotThere);
            }
            set(&mut after, from, MemberRole::Editor);
            set(&mut after, to, MemberRole::Owner);
        }
    }
    if owned(members) && !after.is_empty() && !owned(&after) {
        return Err(Unkept::LastOwner);
    }
    Ok(after)
}

fn set(members: &mut [(Uuid, MemberRole)], who: Uuid, role: MemberRole) {
    for member in members.iter_mut().filter(|(held, _)| *held == who) {
        member.1 = role;
    }
}

fn owned(members: &[(Uuid, MemberRole)]) -> bool {
    members.iter().any(|(_, role)| *role == MemberRole::Owner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn role() -> impl Strategy<Value = MemberRole> {
        prop::sample::select(MemberRole::ALL)
    }

    fn change() -> impl Strategy<Value = MemberChange> {
        let who = || (0_u128..5).prop_map(Uuid::from_u128);
        prop_oneof![
            who().prop_map(MemberChange::Go),
            (who(), role()).prop_map(|(who, role)| MemberChange::Give(who, role)),
            (who(), who()).prop_map(|(from, to)| MemberChange::HandOver { from, to }),
        ]
    }

    proptest! {
        #[test]
        fn whatever_members_do_they_keep_an_owner(
            others in prop::collection::vec(role(), 0..4),
            changes in prop::collection::vec(change(), 0..40),
        ) {
            let mut members = vec![(Uuid::from_u128(0), MemberRole::Owner)];
            members.extend(others.into_iter().zip(1..).map(|(role, id)| (Uuid::from_u128(id), role)));
            for change in changes {
                let Ok(after) = keep(&members, change) else { continue };
                prop_assert!(after.is_empty() || owned(&after), "{:?} {:?}", members, change);
                let grew = after.iter().any(|(id, _)| !members.iter().any(|(held, _)| held == id));
                prop_assert!(!grew, "no change makes a member");
                members = after;
            }
        }

        #[test]
        fn only_what_would_leave_members_without_an_owner_is_refused(
            members in prop::collection::btree_map((0_u128..5).prop_map(Uuid::from_u128), role(), 0..5),
            change in change(),
        ) {
            let members: Vec<_> = members.into_iter().collect();
            if keep(&members, change) == Err(Unkept::LastOwner) {
                let owners = members.iter().filter(|(_, role)| *role == MemberRole::Owner).count();
                prop_assert!(owners == 1 && members.len() > usize::from(matches!(change, MemberChange::Go(_))));
            }
        }

        #[test]
        fn whoever_hands_over_is_an_editor_and_the_other_an_owner(role in role()) {
            let [from, to] = [1, 2].map(Uuid::from_u128);
            let members = [(from, MemberRole::Owner), (to, role)];
            let after = keep(&members, MemberChange::HandOver { from, to });
            prop_assert_eq!(after, Ok(vec![(from, MemberRole::Editor), (to, MemberRole::Owner)]));
        }
    }
}
