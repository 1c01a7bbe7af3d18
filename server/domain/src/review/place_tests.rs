use proptest::prelude::*;

use super::*;

const CODES: usize = 8;

fn code(number: usize) -> Uuid {
    Uuid::from_u128(number as u128 + 1)
}

fn flat() -> Vec<(Uuid, Option<Uuid>)> {
    (0..CODES).map(|number| (code(number), None)).collect()
}

/// The codes after one of them was put at a place.
fn put(codes: &[(Uuid, Option<Uuid>)], id: Uuid, place: Place) -> Vec<(Uuid, Option<Uuid>)> {
    let order = arranged(codes, id, place);
    let others = codes.iter().filter(|(other, _)| !order.contains(other)).copied();
    order.iter().map(|known| (*known, place.parent)).chain(others).collect()
}

fn moves() -> impl Strategy<Value = (usize, Move)> {
    let other = 0..CODES;
    let way = prop_oneof![
        Just(Move::Up),
        Just(Move::Down),
        prop::option::of(other.clone()).prop_map(|under| Move::LastUnder(under.map(code))),
        other.clone().prop_map(|other| Move::Before(code(other))),
        other.prop_map(|other| Move::After(code(other))),
    ];
    (0..CODES, way)
}

fn apply(codes: &mut Vec<(Uuid, Option<Uuid>)>, id: Uuid, to: Move) -> Option<Place> {
    let place = moved(codes, id, to)?;
    *codes = put(codes, id, place);
    Some(place)
}

proptest! {
    #[test]
    fn no_sequence_of_moves_makes_a_code_its_own_ancestor(sequence in prop::collection::vec(moves(), 0..60)) {
        let mut codes = flat();
        for (number, to) in sequence {
            apply(&mut codes, code(number), to);
        }
        for (id, _) in &codes {
            let parent = |id| found(&codes, id).and_then(|(_, parent)| parent);
            let mut above = parent(*id);
            for _ in 0..CODES {
                prop_assert_ne!(above, Some(*id));
                above = above.and_then(parent);
            }
            prop_assert_eq!(above, None);
        }
    }

    #[test]
    fn a_moved_code_stands_where_it_was_said_to_and_can_be_put_back(
        sequence in prop::collection::vec(moves(), 0..20), number in 0..CODES, to in moves(),
    ) {
        let mut codes = flat();
        for (number, to) in sequence {
            apply(&mut codes, code(number), to);
        }
        let before = super::super::tree(&codes);
        let held = place(&codes, code(number)).expect("every code stands somewhere");
        if let Some(wished) = apply(&mut codes, code(number), to.1) {
            prop_assert_eq!(place(&codes, code(number)), Some(wished));
            codes = put(&codes, code(number), held);
        }
        prop_assert_eq!(place(&codes, code(number)), Some(held));
        prop_assert_eq!(super::super::tree(&codes).len(), before.len());
    }
}

#[test]
fn up_and_down_stop_at_the_ends() {
    let codes = flat();
    assert_eq!(moved(&codes, code(0), Move::Up), place(&codes, code(0)));
    assert_eq!(moved(&codes, code(CODES - 1), Move::Down), place(&codes, code(CODES - 1)));
    assert_eq!(moved(&codes, code(0), Move::Down).map(|place| place.position), Some(1));
}

#[test]
fn before_and_after_count_without_the_code_itself() {
    let mut codes = flat();
    apply(&mut codes, code(0), Move::After(code(2)));
    assert_eq!(siblings(&codes, None, Uuid::nil())[..3], [code(1), code(2), code(0)]);
    apply(&mut codes, code(0), Move::Before(code(1)));
    assert_eq!(siblings(&codes, None, Uuid::nil())[..3], [code(0), code(1), code(2)]);
    assert_eq!(moved(&codes, code(3), Move::After(code(3))), place(&codes, code(3)));
}

#[test]
fn an_unknown_code_moves_nowhere() {
    let stranger = Uuid::from_u128(99);
    assert_eq!(moved(&flat(), stranger, Move::Up), None);
    assert_eq!(moved(&flat(), code(0), Move::LastUnder(Some(stranger))), None);
    assert_eq!(moved(&flat(), code(0), Move::After(stranger)), None);
}
