//! Privacy notices, put together from parts. The real notice of the Review's call is not known; these are the
//! demonstration's own, and true of it.

use domain::calls::{PrivacyNotice, PrivacyPart};

/// How a notice speaks of the call: who answers, and for how long what they say is kept.
#[derive(Clone, Copy)]
pub struct About {
    who: &'static str,
    retention: &'static str,
}

/// For the call whose responses are invented.
pub const CLOSED: About = About {
    who: "The responses to this call are invented, so no one's personal data are in them. This notice shows what a \
        notice of this kind looks like.",
    retention: "The invented responses stay for as long as the demonstration does.",
};

/// For calls that whoever runs the demonstration can answer.
pub const LIVE: About = About {
    who: "This is a demonstration. What you type stays on the machine that runs it, and nobody is collecting it. Please \
        make up your answers all the same.",
    retention: "What you type stays until the folder of the demonstration is deleted.",
};

/// What freedom of information law means for those who answer.
pub const DISCLOSURE: &str = "We would do our best to respect your choice. Information may all the same have to be \
    disclosed under the Freedom of Information Act 2000, the Data Protection Act 2018 or the Environmental Information \
    Regulations 2004. If something is confidential, please say what it is and why. An automatic disclaimer in an e-mail \
    does not bind us.";

/// The notice of a call.
pub fn notice(about: About) -> PrivacyNotice {
    PrivacyNotice::from_parts(|part| text(about, part))
}

fn text(About { who, retention }: About, part: PrivacyPart) -> String {
    match part {
        PrivacyPart::Controller => format!(
            "{who}\n\nThe controller is whoever runs this demonstration. There is no data protection officer: a real \
                call would name one here, with an address."
        ),
        PrivacyPart::Purposes => "What kind of respondent you are; for organisations the name, sector and integrated care \
            system; your answers; your choice about publication; the time. Your name and e-mail address only if you give \
            them.\n\nTo read, code and search the responses, to report what they say, and to write to you about the \
            outcome if you asked for that. People code the responses. The program groups those that are nearly the same \
            and shows them to people as groups; it decides nothing."
            .to_owned(),
        PrivacyPart::LawfulBasis => "A public body would rely on its public task, Article 6(1)(e) of the UK GDPR, and for \
            special category data, where there are any, on Article 9(2)(g). A demonstration needs neither."
            .to_owned(),
        PrivacyPart::Processors => {
            "No one. The program runs on one machine and sends nothing anywhere.".to_owned()
        }
        PrivacyPart::Sharing => "The people with an account in this demonstration: each sees only what its role allows, \
            and every act of coding is recorded. Published responses, as far as each respondent agreed, can be seen by \
            anyone who can open its pages."
            .to_owned(),
        PrivacyPart::Retention => retention.to_owned(),
        PrivacyPart::Rights => "You could ask for a copy of what is held about you, have it put right, object to its use, \
            or withdraw your response before it is published.\n\nIn a real call you could complain to the controller, and \
            after that to the Information Commissioner."
            .to_owned(),
    }
}
