//! A letter as mail servers take it.

use std::time::{Duration, SystemTime};

use chrono::{DateTime, Utc};
use domain::Language;
use lettre::Message;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};

use super::Written;

/// What stands on the envelope and at the head of a letter.
pub struct Head<'h> {
    pub from: Mailbox,
    pub to: Mailbox,
    pub date: DateTime<Utc>,
    pub message_id: &'h str,
    pub language: Language,
    /// The whole address at which such letters are stopped with one click.
    pub stop: Option<String>,
}

/// The bytes of a letter: headers, plain text and HTML. Everything in it is ASCII, encoded where it was not.
pub fn compose(head: Head<'_>, written: Written) -> Result<Vec<u8>, String> {
    let seconds = u64::try_from(head.date.timestamp()).unwrap_or_default();
    let mut letter = Message::builder()
        .from(in_one_line(head.from))
        .to(in_one_line(head.to))
        .subject(written.subject)
        .date(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds))
        .message_id(Some(head.message_id.to_owned()))
        .raw_header(plain("Content-Language", head.language.to_string()))
        // Answering machines have nothing to say to a program (RFC 3834).
        .raw_header(plain("Auto-Submitted", "auto-generated".to_owned()));
    if let Some(address) = head.stop {
        // RFC 2369 and RFC 8058: mail programs show a button.
        letter = letter
            .raw_header(plain("List-Unsubscribe", format!("<{address}>")))
            .raw_header(plain("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned()));
    }
    let both = MultiPart::alternative_plain_html(written.plain, written.html);
    let letter = letter.multipart(both).map_err(|error| error.to_string())?;
    Ok(letter.formatted())
}

/// A name that breaks a line cannot stand in a header: the library would panic over it.
fn in_one_line(mailbox: Mailbox) -> Mailbox {
    Mailbox::new(mailbox.name.map(|name| domain::text::line(&name)), mailbox.email)
}

fn plain(name: &'static str, value: String) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(stop: Option<String>) -> Head<'static> {
        Head {
            from: "Folkmoot <evidence@folkmoot.test>".parse().expect("a mailbox"),
            to: Mailbox::new(
                Some("Siôn, \r\nBcc: x@evil.test".to_owned()),
                "a@b.test".parse().expect("an address"),
            ),
            date: crate::testing::morning(),
            message_id: "<1@folkmoot.test>",
            language: Language::Welsh,
            stop,
        }
    }

    fn written() -> Written {
        Written {
            subject: "Galwad – newydd\r\nBcc: y@evil.test".to_owned(),
            plain: ".\nline\n.\n".to_owned(),
            html: "<p>ŵ</p>".to_owned(),
        }
    }

    #[test]
    fn nothing_typed_becomes_a_header_and_everything_is_ascii() {
        let bytes = compose(head(None), written()).expect("a letter");
        assert!(bytes.is_ascii());
        let text = String::from_utf8(bytes).expect("text");
        let (head, _) = text.split_once("\r\n\r\n").expect("a head and a body");
        assert!(!head.lines().any(|line| line.starts_with("Bcc")), "{head}");
        assert!(
            head.contains("Message-ID: <1@folkmoot.test>") && head.contains("Content-Language: cy"),
            "{head}"
        );
        assert!(!head.contains("List-Unsubscribe"), "{head}");
        assert!(head.contains("Date: Tue, 13 Dec 2022 10:00:00 +0000"), "{head}");
    }

    #[test]
    fn a_letter_that_can_be_stopped_says_how_to_mail_programs() {
        let address = format!("https://folkmoot.test/letters/stop/{}", "a".repeat(64));
        let text = compose(head(Some(address.clone())), written()).expect("a letter");
        let text = String::from_utf8(text).expect("text").replace("\r\n ", " ");
        assert!(text.contains(&format!("List-Unsubscribe: <{address}>\r\n")), "{text}");
        assert!(text.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"), "{text}");
    }
}
