//! The assembly: seats, people in them, the meeting that was held, and what it decided.

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use domain::assembly::{
    AgendaItemDetails, AssemblyDetails, AssemblyKind, Capacity, ConstituencyDetails, DecisionDetails,
    MeetingDetails, PaperDetails, Purpose, RecordDetails, SeatTerm, Term,
};

use super::outcomes::span;
use super::{Keys, instant};
use crate::assembly::meetings::{self, Meeting, agenda, evidence, papers};
use crate::assembly::{self as body, decisions, seats};
use crate::calls::edit::ZONE;
use crate::demo::model::{self, Demonstration};
use crate::{Failure, Services};

/// How long each item of the agenda was given, in minutes.
const MINUTES: u32 = 30;

/// Loads the assembly.
pub(super) async fn load(
    services: &Services,
    content: &Demonstration,
    made: DateTime<Utc>,
    keys: &Keys,
) -> Result<(), Failure> {
    let given = &content.assembly;
    let starts = instant(given.meeting.starts, made, ZONE)?;
    services.clock.set(starts - TimeDelta::days(120));
    let details = AssemblyDetails {
        name: given.name.to_owned(),
        kind: AssemblyKind::Stakeholder,
        remit: format!("{}\n\n{}", given.purpose, given.note),
    };
    let slug = body::create(services, details, true).await?;
    let assembly = body::by_slug(services, &slug).await?;
    people(services, &assembly, given, made).await?;
    services.clock.set(starts - TimeDelta::days(14));
    let local = starts.with_timezone(&ZONE).naive_local();
    let length = TimeDelta::minutes(i64::from(MINUTES) * given.meeting.agenda.len() as i64);
    let details = MeetingDetails {
        title: given.meeting.title.to_owned(),
        place: given.meeting.place.to_owned(),
        starts: local,
        ends: local + length,
    };
    let meeting = meetings::add(services, &assembly, details).await?;
    agenda_items(services, &meeting, given, keys, starts + length).await?;
    meetings::publish(services, &meeting).await
}

async fn people(
    services: &Services,
    assembly: &body::Assembly,
    given: &model::Assembly,
    made: DateTime<Utc>,
) -> Result<(), Failure> {
    for constituency in &given.constituencies {
        let details = ConstituencyDetails { name: constituency.name.to_owned(), seats: constituency.seats };
        seats::add_constituency(services, assembly, details).await?;
    }
    let held = seats::seats(services, assembly, body::today(services)).await?;
    for constituency in &given.constituencies {
        let mine = given.seats.iter().filter(|seat| seat.constituency == constituency.key);
        let rows = held
            .iter()
            .find(|row| row.name == constituency.name)
            .map(|row| row.seats.as_slice())
            .unwrap_or_default();
        for (seat, row) in mine.zip(rows) {
            for term in &seat.terms {
                let member = given.members.iter().find(|member| member.key == term.member);
                let typed = SeatTerm {
                    holder: member.map(|member| member.name.to_owned()).unwrap_or_default(),
                    capacity: if term.personal_capacity { Capacity::Personal } else { Capacity::Delegate },
                    term: Term { starts: day(term.starts, made)?, ends: Some(day(term.ends, made)?) },
                };
                seats::appoint(services, assembly, row.id, typed).await?;
            }
        }
    }
    Ok(())
}

fn day(moment: model::Moment, made: DateTime<Utc>) -> Result<chrono::NaiveDate, Failure> {
    let zone: Tz = ZONE;
    Ok(instant(moment, made, zone)?.with_timezone(&zone).date_naive())
}

async fn agenda_items(
    services: &Services,
    meeting: &Meeting,
    given: &model::Assembly,
    keys: &Keys,
    ended: DateTime<Utc>,
) -> Result<(), Failure> {
    for item in &given.meeting.agenda {
        let prepared = services.clock.now();
        let details = AgendaItemDetails {
            title: item.title.to_owned(),
            text: if item.with_pack { given.meeting.pack.intro.to_owned() } else { String::new() },
            minutes: MINUTES,
            purpose: Purpose::parse(item.purpose).unwrap_or(Purpose::Information),
        };
        let id = agenda::add(services, meeting, details).await?;
        for paper in &item.papers {
            let details = PaperDetails {
                title: paper.title.to_owned(),
                author: paper.author.to_owned(),
                body: paper.body.to_owned(),
            };
            papers::add(services, meeting, id, details).await?;
        }
        if item.with_pack {
            pack(services, meeting, id, &given.meeting.pack, keys).await?;
        }
        services.clock.set(ended);
        agenda::record(services, meeting, id, RecordDetails { text: item.minutes.to_owned() }).await?;
        for decision in given.decisions.iter().filter(|decision| decision.item == item.key) {
            decisions::decide(services, meeting, id, decided(decision, keys)?).await?;
        }
        services.clock.set(prepared);
    }
    Ok(())
}

async fn pack(
    services: &Services,
    meeting: &Meeting,
    item: uuid::Uuid,
    pack: &model::EvidencePack,
    keys: &Keys,
) -> Result<(), Failure> {
    for finding in &pack.findings {
        let finding = Keys::get(&keys.findings, finding)?;
        evidence::add(services, meeting, item, evidence::Piece::Finding(finding)).await?;
    }
    for excerpt in &pack.excerpts {
        let answer = Keys::get(&keys.answers, &(excerpt.response.clone(), excerpt.question))?;
        let words = evidence::Piece::Words { answer, span: span(excerpt.span) };
        evidence::add(services, meeting, item, words).await?;
    }
    Ok(())
}

fn decided(decision: &model::Decision, keys: &Keys) -> Result<DecisionDetails, Failure> {
    let all = |rows: &std::collections::HashMap<&'static str, uuid::Uuid>, named: &[&'static str]| {
        named.iter().map(|key| Keys::get(rows, key)).collect::<Result<Vec<_>, _>>()
    };
    Ok(DecisionDetails {
        title: decision.title.to_owned(),
        text: decision.text.to_owned(),
        votes_for: decision.votes_for,
        votes_against: decision.votes_against,
        abstained: decision.abstained,
        dissent: decision.dissent.unwrap_or_default().to_owned(),
        findings: all(&keys.findings, &decision.findings)?,
        recommendations: all(&keys.recommendations, &decision.recommendations)?,
        call: decision.puts_call.map(|key| Keys::get(&keys.calls, &key)).transpose()?,
    })
}
