//! The meeting that was held, its agenda, and its decisions. Invented throughout.

use super::day;
use super::papers;
use crate::demo::model::{
    AgendaItem, Decision, EvidencePack, Excerpt, Finding, Meeting, Member, Moment, Seat,
};

/// The day of the meeting, before the open call that it put.
const HELD: i64 = -26;

/// Which of the seated members sent apologies, by their place in the list.
const AWAY: [usize; 5] = [5, 13, 22, 29, 37];

pub fn meeting(members: &[Member], seats: &[Seat], findings: &[Finding]) -> Meeting {
    let seated: Vec<&Member> = members.iter().filter(|member| sits(member, seats)).collect();
    let (away, present): (Vec<_>, Vec<_>) = seated.iter().enumerate().partition(|(at, _)| AWAY.contains(at));
    Meeting {
        key: "meeting-1",
        title: "First meeting on the evidence of the call",
        starts: day(HELD, 10, 0),
        place: "Corn Exchange, Kelmsworth (an invented town), and by video",
        present: present.into_iter().map(|(_, member)| member.key.clone()).collect(),
        apologies: away.into_iter().map(|(_, member)| member.key.clone()).collect(),
        agenda: agenda(),
        pack: pack(findings),
    }
}

/// Whether a member was in a seat on the day of the meeting.
fn sits(member: &Member, seats: &[Seat]) -> bool {
    seats.iter().flat_map(|seat| &seat.terms).any(|term| {
        let ends = match term.ends {
            Moment::Relative { days, .. } => days,
            Moment::At(_) => HELD,
        };
        term.member == member.key && ends >= HELD
    })
}

fn agenda() -> Vec<AgendaItem> {
    let item = |key, number, title, purpose, papers, minutes, with_pack| AgendaItem {
        key,
        number,
        title,
        purpose,
        papers,
        minutes,
        with_pack,
    };
    vec![
        item(
            "item-1",
            1,
            "Welcome, interests and how we shall read the evidence",
            "information",
            vec![papers::READING],
            "The chair welcomed members and one new member, Yewande Tranter. Mr Udall declared that his firm sells home care. \
                Members agreed to read excerpts aloud, in turn, with no names, and to hear the evidence against a finding \
                before the evidence for it.",
            false,
        ),
        item(
            "item-2",
            2,
            "Leaving hospital and care at home: what people said",
            "discussion",
            vec![papers::LEAVING],
            "Members read the evidence pack. Ms Brocklesby said that the excerpts were what she hears each week, and that she \
                had not known that care workers say the same. Mr Sethi said that hospitals are not without fault, and asked that \
                the minutes show the evidence on late letters and medicines. Miss Oakshott noticed how few of the excerpts came from anyone under thirty.",
            true,
        ),
        item(
            "item-3",
            3,
            "Advice on pay and the supply of care at home",
            "decision",
            vec![papers::PAY],
            "Members agreed on the aim and not on the means. Mrs Hebblethwaite said that councils cannot pay what they do not \
                have. Ms Tembo asked members to picture a day of thirteen hours of which nine are paid. Mr Quainton and others \
                would not ask for a figure that they could not cost. The advice was put to the vote without a figure and carried. \
                It goes to the department, which is asked to reply within twelve weeks.",
            false,
        ),
        item(
            "item-4",
            4,
            "What we still do not know: a call for evidence on help at home",
            "decision",
            vec![papers::CALL],
            "Members noted that the call of 2022 did not ask people who live at home with some help what keeps them well, and \
                that few of them answered. They agreed to put a call of their own, in plain English, open for about seven weeks, and as far as can be not over a holiday. Mr Garside asked that it be in Welsh too, and that someone check the Welsh.",
            false,
        ),
        item(
            "item-5",
            5,
            "Few targets or kept promises: a first discussion",
            "discussion",
            vec![papers::TARGETS],
            "The chair asked members to sit beside somebody who disagreed with them. It was agreed that there are two questions, \
                of what people can expect and of how systems are managed, and that the evidence mixes them. No decision was \
                sought. Ms Gallowby asked that any list of ten be shown together with those who are not on it.",
            false,
        ),
    ]
}

/// Findings on leaving hospital and care at home, and words from each.
fn pack(findings: &[Finding]) -> EvidencePack {
    let chosen = ["f-leaving", "f-carepay", "f-records", "f-pots"];
    let excerpts: Vec<Excerpt> = findings
        .iter()
        .filter(|finding| chosen.contains(&finding.key))
        .flat_map(|finding| finding.excerpts.iter().take(3).cloned())
        .collect();
    EvidencePack {
        key: "pack-1",
        title: "Evidence pack: leaving hospital and care at home",
        intro: "Four findings, and twelve of the excerpts that they rest on. Every word is invented for the \
            demonstration. What a respondent did not agree to publish was read by members and is not shown to others.",
        findings: chosen.to_vec(),
        excerpts,
    }
}

pub fn decisions() -> Vec<Decision> {
    vec![
        Decision {
            key: "decision-pay",
            item: "item-3",
            title: "Advice: pay and the supply of care at home come first",
            text: "The assembly advises the department that people stay in hospital, and lose strength there, chiefly because care \
                at home cannot start, and that the pay of care workers, travel time included, sets the limit. It advises \
                that there be one workforce plan for health and social care, with pay in it and money behind it, and that \
                funds to help people leave hospital be given for several years and announced before the year begins. It \
                asks for a reply within twelve weeks.",
            votes_for: 25,
            votes_against: 4,
            abstained: 5,
            dissent: Some(
                "Four members asked to have recorded that advice on pay without a cost, or without saying who is to bear it, is \
                    advice that can be ignored. They would have asked first for the fees that councils pay to be set \
                    independently.",
            ),
            findings: vec!["f-leaving", "f-carepay", "f-pots"],
            recommendations: vec!["care-workforce", "small-pots", "multi-year", "pooled-budgets"],
            puts_call: None,
        },
        Decision {
            key: "decision-home",
            item: "item-4",
            title: "To put a call for evidence: help to live well at home",
            text: "The assembly will ask the public, in plain words, what helps people to live well at home, what gets in the way, \
                and what happens when help does not come. It will read the answers at its next meeting but one, and publish \
                what it made of them.",
            votes_for: 32,
            votes_against: 0,
            abstained: 2,
            dissent: None,
            findings: vec!["f-leaving", "f-upstream"],
            recommendations: vec!["assembly"],
            puts_call: Some("home"),
        },
    ]
}
