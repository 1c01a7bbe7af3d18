//! The Hewitt Review's call for evidence. The exercise was real; the questions are in our own words and the rest of
//! this call is invented. Facts carry the public source that states them.

use chrono::{NaiveDate, NaiveDateTime};
use domain::calls::Audience;

use super::{CONTACT, HEWITT, any_of, ask, ask_if, clock, found_by, long, one_of, privacy, short};
use crate::demo::model::{Call, CallKind, Fact, Moment, Publication, Section};

fn at(year: i32, month: u32, day: u32, (hour, minute): (u32, u32)) -> Moment {
    let date = NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
    Moment::At(NaiveDateTime::new(date, clock(hour, minute)))
}

pub fn call() -> Call {
    Call {
        key: "hewitt",
        slug: HEWITT,
        kind: CallKind::CallForEvidence,
        title: "The Hewitt Review: call for evidence",
        title_cy: "Adolygiad Hewitt: galwad am dystiolaeth",
        summary: "An independent review asked how the oversight and governance of integrated care systems in England \
            can best help them to succeed, with a balance of autonomy and accountability. It asked people who use \
            services, those who work in health and social care, and the organisations around them. This page is a \
            demonstration: the questions are put in our own words and every response is invented.",
        summary_cy: "Gofynnodd adolygiad annibynnol sut y gall trefniadau goruchwylio a llywodraethu systemau gofal \
            integredig yn Lloegr eu helpu i lwyddo, gan gydbwyso ymreolaeth ac atebolrwydd. Arddangosiad yw'r dudalen \
            hon: mae'r cwestiynau yn ein geiriau ni ein hunain, a dychmygol yw pob ymateb.",
        welsh_checked: false,
        commissioner: "The Hewitt Review, an independent review for the Secretary of State for Health and Social Care",
        keywords: found_by(
            &[("Integrated care systems", "Systemau gofal integredig"), ("Accountability", "Atebolrwydd")],
            &[("England", "Lloegr")],
            &[Audience::Nhs, Audience::Councils, Audience::Voluntary, Audience::Patients],
        ),
        plan: ["January to March 2023", "April 2023", "June 2023", ""],
        contact: CONTACT,
        remit: vec![
            "The Review looked at how integrated care systems are overseen and governed, and at how local leaders can \
                be given more room while they answer for what they do.",
            "Its terms of reference named three areas: to empower local leaders, with more control and more \
                accountability; the scope and options for far fewer national targets, beside local priorities; and a \
                larger part for the Care Quality Commission in the oversight of systems.",
            "The terms of reference were published on 6 December 2022 (gov.uk); the above is a summary in our own words.",
        ],
        applies_to: "England",
        opens: at(2022, 12, 13, (9, 30)),
        closes: at(2023, 1, 9, (23, 59)),
        zone: "Europe/London",
        grace_minutes: 60,
        times_note: "The call for evidence was published on 13 December 2022 (gov.uk). The hour of opening and the time \
            of closing shown here are invented for the demonstration. The real closing time is not known to us.",
        facts: facts(),
        invented_note: "Invented for the demonstration: the wording of the questions, the word limits, the times, the \
            privacy notice, the publication policy, the responses and everything made from them. The full list of the \
            Review's own questions is not known to us.",
        privacy: privacy::notice(privacy::CLOSED),
        publication: Publication {
            policy: "You chose, before you answered, whether your response may be published with your name, without \
                your name, or not at all. Organisations are published with their name unless they asked for something \
                else. A response that is not published is still read and coded. You can change your choice later.",
            disclosure: privacy::DISCLOSURE,
        },
        sections: sections(),
        put_by_decision: None,
    }
}

fn facts() -> Vec<Fact> {
    let fact = |text, source| Fact { text, source };
    vec![
        fact(
            "The Review was announced by the Chancellor in the Autumn Statement in November 2022 and commissioned by \
                the Health Secretary, Steve Barclay.",
            "LGA First; NHS Providers; trade news on publication",
        ),
        fact(
            "It was led by Patricia Hewitt, a former Health Secretary, chair of NHS Norfolk and Waveney Integrated Care \
                Board and deputy chair of its partnership.",
            "trade news on launch; LGA First",
        ),
        fact("Its terms of reference were published on 6 December 2022.", "gov.uk"),
        fact("The call for evidence was published on 13 December 2022 and applies to England.", "gov.uk"),
        fact(
            "It was addressed to people across health and social care, patients, the public and the wider voluntary \
                sector.",
            "gov.uk; integratedhlth.co.uk",
        ),
        fact(
            "It had five groups of questions: empowering local leaders, national targets and accountability, data and \
                transparency, system oversight, and additional evidence.",
            "integratedhlth.co.uk",
        ),
        fact(
            "More than 400 responses were received. No breakdown by kind of respondent is known to us.",
            "trade news on publication; LGA First",
        ),
        fact(
            "Those who responded came from the NHS, local government, social care, the voluntary sector, organisations \
                that represent patients, academia and think tanks.",
            "trade news on publication",
        ),
        fact(
            "One organisation called it a \u{201c}rather rushed call for evidence over the Christmas period\u{201d}.",
            "nationalvoices.org.uk",
        ),
        fact(
            "The final report was published on 4 April 2023 with 36 recommendations, many in several parts.",
            "mills-reeve.com; nationalhealthexecutive.com; bevanbrittan.com",
        ),
        fact("The report has 88 pages.", "county council chair\u{2019}s statement"),
        fact("The report has 89 pages.", "think-tank blog"),
        fact(
            "The government responded on 14 June 2023, in one command paper, CP 860, with its response to a report of \
                the Health and Social Care Committee.",
            "gov.uk",
        ),
    ]
}

fn sections() -> Vec<Section> {
    vec![
        Section {
            key: "leaders",
            title: "Empowering local leaders",
            intro: "What has worked where you live or work, what helped it and what got in its way. Examples are worth \
                more than opinions, and small ones count.",
            questions: vec![
                ask(
                    "change-example",
                    "Tell us about a change that made health or care better where you live or work. What made it \
                        possible?",
                    Some("Say who did what, and how you know that it was better."),
                    long(500),
                ),
                ask(
                    "policy-help",
                    "Has a national policy, fund or programme of support helped you to make a change?",
                    None,
                    one_of(&[("yes", "Yes"), ("no", "No"), ("not-sure", "Not sure")]),
                ),
                ask_if(
                    ("policy-help", "yes"),
                    "policy-helped",
                    "Which policy, fund or programme was it, and how did it help?",
                    None,
                    long(300),
                ),
                ask(
                    "barriers",
                    "What gets in the way? Tell us about rules, policies or habits that stop people from doing what \
                        they think best.",
                    None,
                    long(500),
                ),
                ask(
                    "partners",
                    "What would help systems to try new things, and help everyone concerned to take a full part?",
                    Some(
                        "For example councils, care providers, voluntary organisations, staff, patients and carers.",
                    ),
                    long(400),
                ),
            ],
        },
        Section {
            key: "targets",
            title: "National targets and accountability",
            intro: "Some things may need one standard for the whole country. Others may be better decided in each place.",
            questions: vec![
                ask(
                    "national-issues",
                    "Which of these, if any, need a national target?",
                    Some("Choose all that apply."),
                    any_of(&[
                        ("ambulance", "How soon an ambulance comes"),
                        ("emergency", "Waiting in emergency departments"),
                        ("cancer", "Finding and treating cancer"),
                        ("planned", "Waiting for planned operations"),
                        ("gp", "Getting an appointment with a GP practice"),
                        ("mental-health", "Waiting for mental health care"),
                        ("discharge", "Leaving hospital when ready"),
                        ("prevention", "Preventing illness and reducing inequalities"),
                        ("staff", "Having enough staff"),
                        ("none", "None of these"),
                        ("not-sure", "Not sure"),
                    ]),
                ),
                ask("targets-why", "Why those? And what should be decided locally?", None, long(500)),
                ask(
                    "performance-support",
                    "Apart from targets, what would help health and care to do better?",
                    None,
                    long(400),
                ),
            ],
        },
        Section {
            key: "data",
            title: "Data and transparency",
            intro: "How information is shared, used and asked for.",
            questions: vec![
                ask(
                    "data-example",
                    "Tell us about data or digital tools that are used well in your neighbourhood, place or system, or \
                        that could be.",
                    None,
                    long(400),
                ),
                ask(
                    "data-collect",
                    "Do you collect or report data for national bodies as a part of your work?",
                    None,
                    one_of(&[("yes", "Yes"), ("no", "No")]),
                ),
                ask_if(
                    ("data-collect", "yes"),
                    "data-streamline",
                    "How could the collection of data be made simpler?",
                    Some("Name a return, if you can, and say what you would do with it."),
                    long(300),
                ),
            ],
        },
        Section {
            key: "oversight",
            title: "System oversight",
            intro: "Who should hold systems to account, and how. The wording of the Review's own questions in this group \
                is not known to us, and this question is the demonstration's.",
            questions: vec![ask(
                "oversight",
                "What should change in how systems are overseen, by national bodies, by the Care Quality Commission and \
                    locally?",
                None,
                long(400),
            )],
        },
        Section {
            key: "more",
            title: "Additional evidence",
            intro: "Anything that we have not asked.",
            questions: vec![
                ask("one-change", "If you could change one thing, what would it be?", None, short(30)),
                ask(
                    "anything-else",
                    "Is there anything else that you would like to tell us?",
                    Some("Please leave out names and details by which someone could be recognised."),
                    long(2000),
                ),
            ],
        },
    ]
}
