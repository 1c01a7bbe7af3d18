//! The call to come: records that follow people. Invented throughout.

use domain::calls::Audience;

use super::{CONTACT, RECORDS, any_of, ask, ask_if, clock, found_by, long, one_of, privacy, short};
use crate::demo::model::{Call, CallKind, Moment, Publication, Section};

pub fn call() -> Call {
    Call {
        key: "records",
        slug: RECORDS,
        kind: CallKind::CallForEvidence,
        title: "Records that follow people",
        title_cy: "Cofnodion sy\u{2019}n dilyn pobl",
        summary: "When you see someone new about your health or care, how much should they already know? This call will ask \
            what people would like to be shared, with whom, and what they would want to be asked about first. It will be \
            open to everyone. This call is a demonstration.",
        summary_cy: "Pan fyddwch yn gweld rhywun newydd ynghylch eich iechyd neu'ch gofal, faint y dylent ei wybod yn barod? \
            Bydd yr alwad hon yn gofyn beth yr hoffai pobl ei rannu, \u{e2} phwy, a beth y dylid gofyn yn ei gylch yn gyntaf. \
            Bydd yn agored i bawb. Arddangosiad yw'r alwad hon.",
        welsh_checked: false,
        commissioner: "The health, wellbeing and care assembly (demonstration)",
        keywords: found_by(
            &[("Data and records", "Data a chofnodion")],
            &[("England", "Lloegr")],
            &[Audience::Public, Audience::Patients, Audience::Workforce],
        ),
        plan: ["", "", "", ""],
        contact: CONTACT,
        remit: vec![
            "This call is about the sharing of records between those who care for a person: practices, hospitals, pharmacies, \
                councils, care providers, hospices and charities.",
            "It is also about what people want to be asked before anything is shared for another purpose, such as \
                planning or research.",
        ],
        applies_to: "England",
        opens: Moment::Relative { days: 21, time: clock(9, 30) },
        closes: Moment::Relative { days: 84, time: clock(23, 59) },
        zone: "Europe/London",
        grace_minutes: 60,
        times_note: "The call opens three weeks after this demonstration was made. Its nine weeks, which the assembly set, are \
            invented like the rest of it.",
        facts: Vec::new(),
        invented_note: "This call and the assembly that asks are invented for the demonstration.",
        privacy: privacy::notice(privacy::LIVE),
        publication: Publication {
            policy: "You choose whether your response may be published with your name, without your name, or not at all. \
                A response that is not published is read like any other. You can change your choice later.",
            disclosure: privacy::DISCLOSURE,
        },
        sections: vec![
            Section {
                key: "telling",
                title: "Telling it again",
                intro: "What happens now.",
                questions: vec![
                    ask(
                        "repeat",
                        "In the last year, how often did you have to tell your history to someone who could have known it?",
                        None,
                        one_of(&[
                            ("never", "Never"),
                            ("once", "Once or twice"),
                            ("several", "Several times"),
                            ("often", "Nearly every time"),
                        ]),
                    ),
                    ask_if(
                        ("repeat", "often"),
                        "repeat-example",
                        "Tell us about one of those times. What would it have changed, had they known?",
                        None,
                        long(250),
                    ),
                ],
            },
            Section {
                key: "sharing",
                title: "Who should see what",
                intro: "There are no right answers. We would like to know where you would draw the line, and why.",
                questions: vec![
                    ask(
                        "who-sees",
                        "Who should be able to see what they need of your record, while they look after you?",
                        Some("Choose all that apply."),
                        any_of(&[
                            ("practice", "My GP practice"),
                            ("hospital", "Hospitals"),
                            ("ambulance", "Ambulance crews"),
                            ("pharmacy", "My pharmacy"),
                            ("council", "Social workers at the council"),
                            ("care", "Care homes and home care"),
                            ("hospice", "Hospices"),
                            ("charity", "A charity that supports me"),
                            ("carer", "The person who cares for me"),
                        ]),
                    ),
                    ask("line", "What should never be shared without asking you first?", None, long(250)),
                    ask(
                        "looked",
                        "Would you like to be able to see who has looked at your record?",
                        None,
                        one_of(&[("yes", "Yes"), ("no", "No"), ("do-not-mind", "I do not mind")]),
                    ),
                ],
            },
            Section {
                key: "beyond",
                title: "Beyond your own care",
                intro: "Records can also be used, without names, to plan services and to find out what works.",
                questions: vec![
                    ask(
                        "planning",
                        "What would you need to be told before you were content with that?",
                        None,
                        long(300),
                    ),
                    ask("one-rule", "If there were to be one rule, what should it be?", None, short(25)),
                ],
            },
        ],
        put_by_decision: None,
    }
}
