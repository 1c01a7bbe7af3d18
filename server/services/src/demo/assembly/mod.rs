//! The demonstration's assembly: constituencies, seats and those who sit in them, one meeting and what it decided.
//!
//! The Review proposed a body of this kind. Nothing is known of its members, seats, frequency or reporting line, so all
//! that is here is invented and claims to be nobody's.

mod meeting;
mod papers;

use chrono::NaiveTime;

use super::bank::content;
use super::model::{Assembly, Constituency, Finding, Member, Moment, Seat, Term};

/// When the first terms began and when they end, in days from the day the demonstration is made.
const TERM: (i64, i64) = (-420, 675);
/// When one member left and another came.
const CHANGE: (i64, i64) = (-110, -82);

const CONSTITUENCIES: [Constituency; 7] = [
    Constituency {
        key: "patients",
        name: "Patients, the public and carers",
        seats: 9,
        about: "People who use health and care, and those who look after them unpaid.",
    },
    Constituency {
        key: "staff",
        name: "People who work in health and care",
        seats: 7,
        about: "Clinicians, care workers and others who do the work.",
    },
    Constituency {
        key: "voluntary",
        name: "Voluntary and community organisations",
        seats: 6,
        about: "Charities, community groups and social enterprises, hospices among them.",
    },
    Constituency {
        key: "councils",
        name: "Local government",
        seats: 6,
        about: "Elected members and officers of councils of every kind.",
    },
    Constituency {
        key: "nhs",
        name: "NHS systems and providers",
        seats: 5,
        about: "Those who lead systems, places and NHS bodies.",
    },
    Constituency {
        key: "care",
        name: "Social care providers",
        seats: 4,
        about: "Providers of care at home, in homes and in other ways.",
    },
    Constituency { key: "young", name: "Young people", seats: 3, about: "People aged 16 to 25." },
];

/// A moment so many days from the making of the demonstration.
fn day(days: i64, hour: u32, minute: u32) -> Moment {
    Moment::Relative { days, time: NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default() }
}

/// The assembly with its meeting, which has these findings before it.
pub fn body(findings: &[Finding]) -> Assembly {
    let (members, seats) = seated();
    Assembly {
        key: "assembly",
        name: "Health, wellbeing and care assembly (demonstration)",
        name_cy: "Cynulliad iechyd, llesiant a gofal (arddangosiad)",
        purpose: "To bring together those who use, give and lead health and care, to read the evidence with them, to give \
            advice to a named body that must reply, and to ask the public about what the evidence leaves open.",
        note: "This assembly is invented. The Hewitt Review proposed a health, wellbeing and care assembly (think-tank \
            blog); its members, seats, frequency and reporting line are not known to us, and neither is the government's \
            reply. The constituencies, numbers and rules here are the demonstration's own.",
        quorum: 20,
        constituencies: CONSTITUENCIES.to_vec(),
        meeting: meeting::meeting(&members, &seats, findings),
        decisions: meeting::decisions(),
        members,
        seats,
    }
}

/// Reads the members and puts each in a seat. The first member is the chair.
fn seated() -> (Vec<Member>, Vec<Seat>) {
    let mut members: Vec<Member> = Vec::new();
    let mut seats: Vec<Seat> = Vec::new();
    let mut leaves_to_successor = false;
    for line in content(include_str!("../words/assembly_members.txt")) {
        let mut parts = line.split(" | ");
        let (Some(constituency), Some(name)) = (parts.next(), parts.next()) else { continue };
        let Some(constituency) = CONSTITUENCIES.iter().find(|known| known.key == constituency) else {
            continue;
        };
        if !leaves_to_successor {
            let number = seats.iter().filter(|seat| seat.constituency == constituency.key).count() + 1;
            let key = format!("seat-{}-{number}", constituency.key);
            seats.push(Seat { key, constituency: constituency.key, terms: Vec::new() });
        }
        let Some(seat) = seats.last_mut() else { continue };
        if name == "-" {
            continue;
        }
        let leaving = name.starts_with('!');
        let key = format!("m-{:02}", members.len() + 1);
        seat.terms.push(term(&key, leaving, leaves_to_successor));
        let about = parts.next().unwrap_or_default();
        members.push(Member { key, name: name.trim_start_matches(['!', ' ']), about });
        leaves_to_successor = leaving;
    }
    (members, seats)
}

fn term(member: &str, leaving: bool, succeeding: bool) -> Term {
    let starts = if succeeding { CHANGE.1 } else { TERM.0 };
    let ends = if leaving { CHANGE.0 } else { TERM.1 };
    Term {
        member: member.to_owned(),
        starts: day(starts, 0, 0),
        ends: day(ends, 23, 59),
        ended_because: leaving
            .then_some("Took up a post with a council, which belongs to another constituency."),
        personal_capacity: true,
    }
}
