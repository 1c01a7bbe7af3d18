use chrono::DateTime;
use proptest::prelude::*;

use super::*;

/// A sound chain of so many rows.
fn chain(rows: usize) -> Vec<Model> {
    let mut chain: Vec<Model> = Vec::new();
    for number in 1..=rows as i64 {
        let mut row = Model {
            sequence: number,
            at: DateTime::from_timestamp(1_670_925_600 + number, 0).expect("an instant"),
            actor: "person".to_owned(),
            actor_id: Some(Uuid::from_u128(number as u128 % 3)),
            act: "call-closed".to_owned(),
            scope: "call".to_owned(),
            scope_id: Some(Uuid::from_u128(7)),
            subject: "call".to_owned(),
            subject_id: Some(Uuid::from_u128(7)),
            details: format!("{{\"count\":{number}}}"),
            previous: chain.last().map_or_else(|| NOTHING.to_owned(), |last| last.hash.clone()),
            hash: String::new(),
        };
        row.hash = hash(&row);
        chain.push(row);
    }
    chain
}

/// What is wrong with these rows under the head of this chain.
fn faults(sound: &[Model], rows: &[Model]) -> Vec<Fault> {
    let head = sound.last().map_or((0, NOTHING.to_owned()), |last| (last.sequence, last.hash.clone()));
    under(head, rows)
}

fn under((sequence, hash): (i64, String), rows: &[Model]) -> Vec<Fault> {
    let mut sorted = rows.to_vec();
    sorted.sort_by_key(|row| std::cmp::Reverse(row.sequence));
    let mut walk = Walk::from(sequence, hash);
    for row in sorted {
        walk.take(row);
    }
    walk.faults()
}

/// Changes one field of a row, chosen by a number; with `anew` the row gets the hash that goes with it.
fn change(row: &mut Model, field: usize, anew: bool) {
    let other = Some(Uuid::from_u128(99));
    match field {
        0 => row.at += chrono::TimeDelta::microseconds(1),
        1 => row.actor = "system".to_owned(),
        2 => row.actor_id = other,
        3 => row.act = "call-opened".to_owned(),
        4 => row.scope = "platform".to_owned(),
        5 => row.scope_id = None,
        6 => row.subject = "person".to_owned(),
        7 => row.subject_id = other,
        8 => row.details.push(' '),
        9 => row.previous = "f".repeat(64),
        _ => row.hash = "e".repeat(64),
    }
    if anew {
        row.hash = hash(row);
    }
}

/// A chain's length, and a place in it.
fn place() -> impl Strategy<Value = (usize, usize)> {
    (1_usize..30).prop_flat_map(|rows| (Just(rows), 0..rows))
}

proptest! {
    #[test]
    fn a_sound_chain_has_no_fault(rows in 0_usize..40) {
        let sound = chain(rows);
        prop_assert_eq!(faults(&sound, &sound), vec![]);
    }

    #[test]
    fn a_changed_row_is_named((rows, at) in place(), field in 0_usize..11, anew in any::<bool>()) {
        let sound = chain(rows);
        let mut touched = sound.clone();
        change(&mut touched[at], field, anew);
        // The hash alone, written anew, is the right one again.
        prop_assume!(touched != sound);
        let row = at as i64 + 1;
        let last_anew = at + 1 == rows && hash(&touched[at]) == touched[at].hash;
        let expected = if last_anew { Fault::Head { row } } else { Fault::Changed { row } };
        prop_assert_eq!(faults(&sound, &touched), vec![expected]);
    }

    #[test]
    fn removed_rows_are_named((rows, at) in place(), many in 1_usize..4) {
        let sound = chain(rows);
        let end = (at + many).min(rows);
        let mut touched = sound.clone();
        touched.drain(at..end);
        let expected = Fault::Missing { from: at as i64 + 1, to: end as i64 };
        prop_assert_eq!(faults(&sound, &touched), vec![expected]);
    }

    #[test]
    fn a_removed_row_is_named_though_all_after_it_close_up((rows, at) in place(), head_too in any::<bool>()) {
        let sound = chain(rows);
        let mut touched = sound.clone();
        touched.remove(at);
        touched.iter_mut().skip(at).for_each(|row| row.sequence -= 1);
        let found = if head_too {
            under((rows as i64 - 1, sound[rows - 1].hash.clone()), &touched)
        } else {
            faults(&sound, &touched)
        };
        let row = at as i64 + 1;
        if head_too && at + 1 == rows {
            // The head tells of a last row that is not there: then the one before it cannot be right.
            prop_assert!(rows == 1 || found == vec![Fault::Head { row: row - 1 }], "{:?}", found);
        } else {
            prop_assert!(found.contains(&Fault::Missing { from: row, to: row }), "{:?}", found);
            let moved = |fault: &Fault| matches!(fault, Fault::Moved { row, from } if *from == row + 1);
            prop_assert_eq!(found.iter().filter(|fault| moved(fault)).count(), found.len() - 1);
        }
    }

    #[test]
    fn swapped_rows_are_named((rows, a) in place(), b in 0_usize..30) {
        let b = b % rows;
        prop_assume!(a != b);
        let sound = chain(rows);
        let mut touched = sound.clone();
        (touched[a].sequence, touched[b].sequence) = (touched[b].sequence, touched[a].sequence);
        let (low, high) = (a.min(b) as i64 + 1, a.max(b) as i64 + 1);
        let expected = vec![Fault::Moved { row: low, from: high }, Fault::Moved { row: high, from: low }];
        prop_assert_eq!(faults(&sound, &touched), expected);
    }

    #[test]
    fn an_inserted_row_is_named_where_the_others_make_room((rows, at) in place(), anew in any::<bool>()) {
        let sound = chain(rows);
        let mut touched = sound.clone();
        touched.iter_mut().skip(at).for_each(|row| row.sequence += 1);
        let mut put = sound[at].clone();
        put.details = "{}".to_owned();
        if anew {
            put.hash = hash(&put);
        }
        touched.insert(at, put);
        let found = under((rows as i64 + 1, sound[rows - 1].hash.clone()), &touched);
        prop_assert!(found.contains(&Fault::Inserted { row: at as i64 + 1 }), "{:?}", found);
        let moved = found.iter().filter(|fault| matches!(fault, Fault::Moved { .. })).count();
        prop_assert_eq!((moved, found.len()), (rows - at, rows - at + 1), "{:?}", found);
    }

    #[test]
    fn a_row_after_the_head_or_before_the_first_is_named(rows in 0_usize..20, after in any::<bool>()) {
        let sound = chain(rows + 1);
        let mut touched = sound[..rows].to_vec();
        let mut put = sound[rows].clone();
        put.sequence = if after { rows as i64 + 1 } else { 0 };
        put.hash = hash(&put);
        let row = put.sequence;
        touched.push(put);
        prop_assert_eq!(faults(&sound[..rows], &touched), vec![Fault::Inserted { row }]);
    }

    #[test]
    fn a_changed_head_is_named(rows in 1_usize..20, more in 1_i64..5) {
        let sound = chain(rows);
        let (last, hash) = (rows as i64, sound[rows - 1].hash.clone());
        prop_assert_eq!(under((last, "f".repeat(64)), &sound), vec![Fault::Head { row: last }]);
        prop_assert_eq!(under((last + more, hash), &sound), vec![Fault::Missing { from: last + 1, to: last + more }]);
    }

    /// Whatever is done to rows, in any number, something is found.
    #[test]
    fn nothing_that_was_done_goes_unseen(
        (rows, at) in place(),
        acts in prop::collection::vec((0_usize..4, any::<prop::sample::Index>(), 0_usize..11, any::<bool>()), 1..6),
    ) {
        let sound = chain(rows);
        let mut touched = sound.clone();
        for (act, place, field, anew) in acts {
            if touched.is_empty() {
                break;
            }
            let here = place.index(touched.len());
            match act {
                0 => change(&mut touched[here], field, anew),
                1 => drop(touched.remove(here)),
                2 => {
                    let there = at % touched.len();
                    let (a, b) = (touched[here].sequence, touched[there].sequence);
                    (touched[here].sequence, touched[there].sequence) = (b, a);
                }
                _ => {
                    let mut put = touched[here].clone();
                    put.sequence = touched.iter().map(|row| row.sequence).max().unwrap_or(0) + 1;
                    touched.push(put);
                }
            }
        }
        touched.sort_by_key(|row| row.sequence);
        prop_assert_eq!(faults(&sound, &touched).is_empty(), touched == sound);
    }
}

#[test]
fn the_canonical_form_is_what_the_documentation_says() {
    let row = &chain(1)[0];
    let form = "16:folkmoot-audit-1\n1:1\n27:2022-12-13T10:00:01.000000Z\n6:person\n\
                36:00000000-0000-0000-0000-000000000001\n11:call-closed\n4:call\n\
                36:00000000-0000-0000-0000-000000000007\n4:call\n36:00000000-0000-0000-0000-000000000007\n\
                11:{\"count\":1}\n64:0000000000000000000000000000000000000000000000000000000000000000\n";
    assert_eq!(row.hash, crate::secrets::hash(form));
}

#[test]
fn a_long_chain_that_closed_up_is_told_row_by_row() {
    let sound = chain(3000);
    let mut touched = sound.clone();
    touched.remove(4);
    touched.iter_mut().skip(4).for_each(|row| row.sequence -= 1);
    let found = faults(&sound, &touched);
    assert_eq!(found[0], Fault::Missing { from: 5, to: 5 });
    assert_eq!(found.len(), 2996);
    assert!(found[1..].iter().all(|fault| matches!(fault, Fault::Moved { row, from } if *from == row + 1)));
}
