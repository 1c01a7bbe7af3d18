//! The open call, put by the demonstration's assembly: help to live well at home. Invented throughout.

use domain::calls::Audience;

use super::{CONTACT, HOME, any_of, ask, ask_if, clock, found_by, long, one_of, privacy, short};
use crate::demo::model::{Call, CallKind, Moment, Publication, QuestionKind, Section};

pub fn call() -> Call {
    Call {
        key: "home",
        slug: HOME,
        kind: CallKind::CallForEvidence,
        title: "Help to live well at home",
        title_cy: "Cymorth i fyw\u{2019}n dda gartref",
        summary: "Many people need some help to stay well and independent at home: after a stay in hospital, because of \
            age or illness, or because they care for someone. The assembly would like to hear what helps, what gets in \
            the way, and what happens when help does not come. You need no special knowledge. It takes about ten minutes. \
            This call is a demonstration, and you can answer it to see how the program works.",
        summary_cy: "Mae angen rhywfaint o gymorth ar lawer o bobl i aros yn iach ac yn annibynnol gartref: ar \u{f4}l bod \
            yn yr ysbyty, oherwydd oedran neu salwch, neu am eu bod yn gofalu am rywun. Hoffai'r cynulliad glywed beth sy'n \
            helpu, beth sy'n rhwystro, a beth sy'n digwydd pan na ddaw cymorth. Nid oes angen gwybodaeth arbennig arnoch. \
            Mae'n cymryd tua deng munud. Arddangosiad yw'r alwad hon.",
        welsh_checked: false,
        commissioner: "The health, wellbeing and care assembly (demonstration)",
        keywords: found_by(
            &[("Care at home", "Gofal gartref"), ("Prevention", "Atal")],
            &[("England", "Lloegr"), ("Wales", "Cymru")],
            &[Audience::Public, Audience::Carers, Audience::Patients, Audience::Voluntary],
        ),
        plan: [
            "In the six weeks after it closes",
            "At the assembly after that",
            "Within two months of the report",
            "",
        ],
        contact: CONTACT,
        remit: vec![
            "The assembly decided to put this call after it had read what people said about leaving hospital, about care at \
                home and about those who care for others.",
            "It would like examples from people who get help, people who give it, paid or unpaid, and organisations. \
                Help means anything that lets someone live at home as they wish: care, nursing, equipment, company, \
                transport, a repair, or someone to ring.",
            "It does not look into individual cases. Please leave out names.",
        ],
        applies_to: "England",
        opens: Moment::Relative { days: -12, time: clock(9, 30) },
        closes: Moment::Relative { days: 40, time: clock(23, 59) },
        zone: "Europe/London",
        grace_minutes: 60,
        times_note: "This call is shorter than twelve weeks so that a demonstration can show it open and about to close: it opened \
            twelve days before the demonstration was made and closes forty days after it.",
        facts: Vec::new(),
        invented_note: "This call and the assembly that put it are invented for the demonstration.",
        privacy: privacy::notice(privacy::LIVE),
        publication: Publication {
            policy: "You choose whether your response may be published with your name, without your name, or not at all. \
                A response that is not published is read like any other. You can change your choice later.",
            disclosure: privacy::DISCLOSURE,
        },
        sections: vec![
            Section {
                key: "you",
                title: "You and home",
                intro: "So that we can see whom we have heard from.",
                questions: vec![
                    ask(
                        "part",
                        "What is your part in this?",
                        Some("Choose the one that fits best."),
                        one_of(&[
                            ("help", "I get help to live at home, or would like to"),
                            ("carer", "I look after a relative or friend, unpaid"),
                            ("work", "I work or volunteer in health, care or support"),
                            ("organisation", "I answer for an organisation"),
                            ("other", "Something else"),
                        ]),
                    ),
                    ask_if(
                        ("part", "carer"),
                        "break",
                        "When did you last have a break, and what made it possible?",
                        None,
                        long(150),
                    ),
                    ask(
                        "kinds",
                        "Which kinds of help matter most?",
                        Some("Choose all that apply."),
                        any_of(&[
                            ("personal", "Help with washing, dressing and meals"),
                            ("nursing", "Nursing or therapy at home"),
                            ("equipment", "Equipment, rails, alarms or repairs"),
                            ("company", "Company"),
                            ("transport", "Getting out and about"),
                            ("someone", "Someone to ring"),
                            ("break", "A break for those who care"),
                            ("money", "Advice on money or forms"),
                        ]),
                    ),
                ],
            },
            Section {
                key: "what-happens",
                title: "What happens now",
                intro: "Short answers are welcome. One true example is enough.",
                questions: vec![
                    ask(
                        "good",
                        "Tell us about a time when help at home worked well. What made it work?",
                        None,
                        long(300),
                    ),
                    ask(
                        "came",
                        "Has there been a time when help was needed and did not come, or came late?",
                        None,
                        one_of(&[("yes", "Yes"), ("no", "No"), ("rather-not", "I would rather not say")]),
                    ),
                    ask_if(
                        ("came", "yes"),
                        "when",
                        "On which day was help first asked for?",
                        Some("A guess is good enough."),
                        QuestionKind::Date,
                    ),
                    ask_if(
                        ("came", "yes"),
                        "days",
                        "How many days passed before help came?",
                        Some("Enter 0 if it came on the same day. Leave it out if it never came."),
                        QuestionKind::Number { unit: "days", most: 3650 },
                    ),
                    ask_if(
                        ("came", "yes"),
                        "missing",
                        "What happened, and what would have made the difference?",
                        Some("Please leave out names and dates."),
                        long(300),
                    ),
                ],
            },
            Section {
                key: "change",
                title: "What should change",
                intro: "The assembly will read this part aloud to those who can act on it.",
                questions: vec![
                    ask(
                        "easy",
                        "How much do you agree? It is easy to find out what help there is.",
                        None,
                        QuestionKind::Agreement { words: 100 },
                    ),
                    ask("one-thing", "What one thing would help most?", None, short(25)),
                    ask(
                        "who",
                        "Who should do it, and how would you know that it had been done?",
                        Some("For example the council, the NHS, a charity, neighbours, the government."),
                        long(200),
                    ),
                    ask("else", "Is there anything else that the assembly should know?", None, long(500)),
                    ask(
                        "again",
                        "May we ask you more? If so, at which e-mail address?",
                        Some("In this demonstration nobody will write to you."),
                        QuestionKind::Email,
                    ),
                ],
            },
        ],
        put_by_decision: Some("decision-home"),
    }
}
