//! Writing a letter from what is known: the text of the team or the one that comes with the program, with its places
//! filled, as plain text and as HTML.

use chrono::{DateTime, Utc};
use domain::Language;
use domain::calls::{ApprovalState, AskedKind};
use domain::mail::{
    Fill, Followed, LetterKind, LetterText, NewsGroup, NewsItem, NewsKind, Piece, Value, pieces,
};
use domain::people::MemberRole;
use leptos::prelude::{Owner, provide_context};
use services::calls::edit::ZONE;
use services::mail::{Sheet, Written};

use super::html::{self, Part};
use super::{names, news};
use crate::components::when_in;
use crate::people::members::names::role as member_role;
use crate::words::{Args, Filling, say};

/// The text that comes with the program, with its places in braces.
pub fn original(kind: LetterKind, language: Language) -> LetterText {
    let (subject, body) = match kind {
        LetterKind::Test => ("letter-test-subject", "letter-test-body"),
        LetterKind::TeamInvitation => ("letter-team-invitation-subject", "letter-team-invitation-body"),
        LetterKind::ProveAddress => ("letter-prove-address-subject", "letter-prove-address-body"),
        LetterKind::OrganisationCode => ("letter-organisation-code-subject", "letter-organisation-code-body"),
        LetterKind::OrganisationClaimed => {
            ("letter-organisation-claimed-subject", "letter-organisation-claimed-body")
        }
        LetterKind::MemberInvitation => ("letter-member-invitation-subject", "letter-member-invitation-body"),
        LetterKind::MembershipAsked => ("letter-membership-asked-subject", "letter-membership-asked-body"),
        LetterKind::MembershipGiven => ("letter-membership-given-subject", "letter-membership-given-body"),
        LetterKind::MembershipRefused => {
            ("letter-membership-refused-subject", "letter-membership-refused-body")
        }
        LetterKind::MembershipEnded => ("letter-membership-ended-subject", "letter-membership-ended-body"),
        LetterKind::MemberJoined => ("letter-member-joined-subject", "letter-member-joined-body"),
        LetterKind::SignInLink => ("letter-sign-in-link-subject", "letter-sign-in-link-body"),
        LetterKind::GlassBroken => ("letter-glass-broken-subject", "letter-glass-broken-body"),
        LetterKind::ApprovalAsked => ("letter-approval-asked-subject", "letter-approval-asked-body"),
        LetterKind::ApprovalDecided => ("letter-approval-decided-subject", "letter-approval-decided-body"),
        LetterKind::ClosingMoved => ("letter-closing-moved-subject", "letter-closing-moved-body"),
        LetterKind::DraftLink => ("letter-draft-link-subject", "letter-draft-link-body"),
        LetterKind::DraftReminder => ("letter-draft-reminder-subject", "letter-draft-reminder-body"),
        LetterKind::Receipt => ("letter-receipt-subject", "letter-receipt-body"),
        LetterKind::SignOffAsked => ("letter-sign-off-asked-subject", "letter-sign-off-asked-body"),
        LetterKind::SignedOff => ("letter-signed-off-subject", "letter-signed-off-body"),
        LetterKind::SharedSent => ("letter-shared-sent-subject", "letter-shared-sent-body"),
        LetterKind::CoSignAsked => ("letter-co-sign-asked-subject", "letter-co-sign-asked-body"),
        LetterKind::CallInvitation => ("letter-call-invitation-subject", "letter-call-invitation-body"),
        LetterKind::CallReminder => ("letter-call-reminder-subject", "letter-call-reminder-body"),
        LetterKind::Follow => ("letter-follow-subject", "letter-follow-body"),
        LetterKind::News => ("letter-news-subject", "letter-news-body"),
        LetterKind::Digest => ("letter-digest-subject", "letter-digest-body"),
    };
    let mut args = Args::new();
    for place in kind.places() {
        args.set(place.name, Filling::fill(format!("{{{}}}", place.name)));
    }
    LetterText { subject: say(language, subject, Some(&args)), body: say(language, body, Some(&args)) }
}

/// What a letter of this kind could be filled with, to show how a text will look.
pub fn sample(kind: LetterKind) -> Fill {
    let words = |key: &str| Value::Words(say(Language::English, key, None));
    match kind {
        LetterKind::Test => Fill::new(),
        LetterKind::TeamInvitation => Fill::new()
            .with("name", words("letter-sample-name"))
            .with("link", Value::Private("/invitation/…".to_owned()))
            .with("until", Value::When(SOME_DAY)),
        LetterKind::ProveAddress
        | LetterKind::OrganisationCode
        | LetterKind::OrganisationClaimed
        | LetterKind::MemberInvitation
        | LetterKind::MembershipAsked
        | LetterKind::MembershipGiven
        | LetterKind::MembershipRefused
        | LetterKind::MembershipEnded
        | LetterKind::MemberJoined => sample_of_members(kind),
        LetterKind::SignInLink => Fill::new()
            .with("link", Value::Private("/sign-in/by-link/…".to_owned()))
            .with("until", Value::When(SOME_DAY)),
        LetterKind::GlassBroken => Fill::new()
            .with("who", words("letter-sample-name"))
            .with("reference", words("letter-sample-reference"))
            .with("call", words("letter-sample-call"))
            .with("reason", words("letter-sample-reason")),
        LetterKind::ApprovalAsked => Fill::new()
            .with("who", words("letter-sample-name"))
            .with("what", Value::Asked(AskedKind::OpenNow))
            .with("call", words("letter-sample-call"))
            .with("note", words("letter-sample-note"))
            .with("link", Value::Page("/team/calls/…/approvals/…".to_owned())),
        LetterKind::ApprovalDecided => Fill::new()
            .with("who", words("letter-sample-name"))
            .with("what", Value::Asked(AskedKind::OpenNow))
            .with("decision", Value::Decided(ApprovalState::Approved))
            .with("call", words("letter-sample-call"))
            .with("reason", words("letter-sample-note"))
            .with("link", Value::Page("/team/calls/…/approvals/…".to_owned())),
        LetterKind::ClosingMoved => Fill::new()
            .with("title", words("letter-sample-call"))
            .with("before", Value::When(SOME_DAY))
            .with("until", Value::When(SOME_DAY))
            .with("reason", words("letter-sample-note"))
            .with("link", Value::Page("/account".to_owned())),
        LetterKind::DraftLink | LetterKind::DraftReminder => Fill::new()
            .with("title", words("letter-sample-call"))
            .with("link", Value::Private("/resume/…".to_owned()))
            .with("until", Value::When(SOME_DAY)),
        LetterKind::Receipt => Fill::new()
            .with("title", words("letter-sample-call"))
            .with("reference", Value::Words("7KXD-93QM".to_owned()))
            .with("when", Value::When(SOME_DAY))
            .with("version", Value::Words("1".to_owned()))
            .with("code", Value::Secret("0123456789abcdef".to_owned()))
            .with("page", Value::Page("/my-words".to_owned())),
        LetterKind::SignOffAsked | LetterKind::SignedOff | LetterKind::SharedSent => Fill::new()
            .with("who", words("letter-sample-name"))
            .with("organisation", words("letter-sample-organisation"))
            .with("title", words("letter-sample-call"))
            .with("reference", words("letter-sample-reference"))
            .with("page", Value::Page("/account/organisations/…".to_owned())),
        LetterKind::CoSignAsked => Fill::new()
            .with("title", words("letter-sample-call"))
            .with("link", Value::Private("/co-sign/…".to_owned()))
            .with("until", Value::When(SOME_DAY)),
        LetterKind::CallInvitation | LetterKind::CallReminder => Fill::new()
            .with("name", words("letter-sample-name"))
            .with("title", words("letter-sample-call"))
            .with("link", Value::Private("/invited/…".to_owned()))
            .with("page", Value::Page("/calls/…".to_owned()))
            .with("opens", Value::When(SOME_DAY))
            .with("until", Value::When(SOME_DAY)),
        LetterKind::Follow => Fill::new()
            .with("title", words("letter-sample-call"))
            .with("link", Value::Private("/follow/confirm/…".to_owned())),
        LetterKind::News => Fill::new().with("news", Value::News(some_news(&[NewsKind::CallOpened]))),
        LetterKind::Digest => {
            let kinds = [NewsKind::CallClosed, NewsKind::FindingPublished];
            Fill::new().with("news", Value::News(some_news(&kinds)))
        }
    }
}

/// What a letter about an organisation and its members could be filled with.
fn sample_of_members(kind: LetterKind) -> Fill {
    let words = |key: &str| Value::Words(say(Language::English, key, None));
    let link = match kind {
        LetterKind::ProveAddress => "/account/address/…",
        _ => "/invitation/…",
    };
    Fill::new()
        .with("name", words("letter-sample-name"))
        .with("who", words("letter-sample-name"))
        .with("organisation", words("letter-sample-organisation"))
        .with("reason", words("letter-sample-reason"))
        .with("role", Value::Role(MemberRole::Editor))
        .with("code", Value::Secret("7KXD-93QM-BCD4-RWT6".to_owned()))
        .with("link", Value::Private(link.to_owned()))
        .with("page", Value::Page("/account/organisations/…".to_owned()))
        .with("until", Value::When(SOME_DAY))
}

/// News to show how a text will look.
fn some_news(kinds: &[NewsKind]) -> Vec<NewsGroup> {
    let (call, finding) = ("letter-sample-call", "letter-sample-finding");
    let named = |key: &str| say(Language::English, key, None);
    let item = |kind: &NewsKind| {
        let found = *kind == NewsKind::FindingPublished;
        NewsItem {
            kind: *kind,
            title: named(if found { finding } else { call }),
            page: if found { "/calls/…/findings/1" } else { "/calls/…" }.to_owned(),
            when: Some(SOME_DAY),
        }
    };
    let items = kinds.iter().map(item).collect();
    vec![NewsGroup { of: Followed::Call, title: named(call), page: "/calls/…".to_owned(), items }]
}

/// A day to show how a text will look.
const SOME_DAY: DateTime<Utc> =
    DateTime::from_timestamp(1_673_308_740, 0).expect("11:59pm on 9 January 2023");

/// Writes a letter.
pub fn write(sheet: &Sheet<'_>) -> Written {
    // Words are those of the letter's language, whatever page this may be asked from.
    Owner::new().with(|| {
        provide_context(sheet.language);
        written(sheet)
    })
}

fn written(sheet: &Sheet<'_>) -> Written {
    let text = sheet.text.cloned().unwrap_or_else(|| original(sheet.kind, sheet.language));
    let fill = |template: &str| -> Vec<Part> {
        pieces(template).into_iter().flat_map(|piece| filled(sheet, piece)).collect()
    };
    let subject = domain::text::line(&plain(&fill(&text.subject)));
    // Paragraphs are those of the text: no value makes one but news, of which each thing that is followed has its own.
    let paragraph = |block: String| match (pieces(&block).as_slice(), sheet.fill.get("news")) {
        ([Piece::Place("news")], Some(Value::News(groups))) => {
            groups.iter().map(|group| news::paragraph(group, |page| address(sheet, page))).collect()
        }
        _ => vec![fill(&block)],
    };
    let paragraphs: Vec<Vec<Part>> = blocks(&text.body).into_iter().flat_map(paragraph).collect();
    let below = below(sheet);
    let block = |parts: &Vec<Part>| format!("{}\n\n", plain(parts));
    let above: String = paragraphs.iter().map(block).collect();
    let under: Vec<String> = below.iter().map(|parts| plain(parts)).collect();
    Written {
        html: html::page(sheet.language, &subject, &paragraphs, &below),
        // "-- " is what mail programs know a signature by.
        plain: format!("{above}-- \n{}\n", under.join("\n")),
        subject,
    }
}

/// The parts of a text between blank lines.
fn blocks(text: &str) -> Vec<String> {
    let mut blocks = vec![String::new()];
    for line in text.lines() {
        match blocks.last_mut() {
            Some(block) if !line.trim().is_empty() => {
                if !block.is_empty() {
                    block.push('\n');
                }
                block.push_str(line.trim_end());
            }
            _ => blocks.push(String::new()),
        }
    }
    blocks.retain(|block| !block.is_empty());
    blocks
}

fn filled(sheet: &Sheet<'_>, piece: Piece<'_>) -> Vec<Part> {
    match (piece, sheet.fill.get("news")) {
        (Piece::Words(words), _) => vec![Part::Words(words.to_owned())],
        (Piece::Place("site"), _) => vec![Part::Link(address(sheet, "/"))],
        // What the news is of.
        (Piece::Place("title"), Some(Value::News(groups))) => {
            groups.first().map(|group| Part::Words(group.title.clone())).into_iter().collect()
        }
        (Piece::Place(name), _) => match sheet.fill.get(name) {
            Some(value) => shown(sheet, value),
            None => vec![Part::Words(format!("{{{name}}}"))],
        },
    }
}

fn shown(sheet: &Sheet<'_>, value: &Value) -> Vec<Part> {
    let one = match value {
        Value::Words(words) => Part::Words(words.clone()),
        Value::Page(path) => Part::Link(address(sheet, path)),
        Value::Private(path) if sheet.reveal && !path.is_empty() => Part::Link(address(sheet, path)),
        Value::Secret(words) if sheet.reveal && !words.is_empty() => Part::Words(words.clone()),
        Value::Secret(_) => Part::Words(say(sheet.language, "letter-secret-words", None)),
        Value::Role(role) => Part::Words(member_role(*role)),
        Value::Asked(kind) => Part::Words(names::asked(*kind)),
        Value::Decided(state) => Part::Words(names::decided(*state)),
        Value::When(instant) => Part::Words(when_in(*instant, ZONE)),
        Value::Private(_) => Part::Words(say(sheet.language, "letter-private", None)),
        Value::News(groups) => {
            return groups
                .iter()
                .flat_map(|group| news::paragraph(group, |page| address(sheet, page)))
                .collect();
        }
    };
    vec![one]
}

/// The whole address of a public page in the language of the letter.
fn address(sheet: &Sheet<'_>, path: &str) -> String {
    let path = sheet.language.href(path);
    format!("{}{}", sheet.site, if path == "/" { "" } else { &path })
}

/// What every letter says below: who sent it, and how to get no more.
fn below(sheet: &Sheet<'_>) -> Vec<Vec<Part>> {
    let words = |key| Part::Words(format!("{} ", say(sheet.language, key, None)));
    let mut below = vec![vec![words("letter-from"), Part::Link(address(sheet, "/"))]];
    if let Some(way) = sheet.fill.get("stop") {
        let said = match sheet.kind {
            LetterKind::News | LetterKind::Digest => "letter-stop-following",
            _ => "letter-stop",
        };
        below.push(std::iter::once(words(said)).chain(shown(sheet, way)).collect());
    }
    below
}

fn plain(parts: &[Part]) -> String {
    let text = |part: &Part| match part {
        Part::Words(text) | Part::Head(text) | Part::Link(text) => text.clone(),
    };
    parts.iter().map(text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet<'s>(fill: &'s Fill, text: Option<&'s LetterText>, reveal: bool) -> Sheet<'s> {
        let (kind, language) = (LetterKind::Test, Language::Welsh);
        Sheet { kind, language, fill, text, site: "https://folkmoot.test", reveal }
    }

    #[test]
    fn every_text_that_comes_with_the_program_is_one_that_a_team_could_have_written() {
        let every = |kind: &LetterKind| Language::ALL.iter().map(|it| (*kind, *it)).collect::<Vec<_>>();
        for (kind, language) in LetterKind::ALL.iter().flat_map(every) {
            let text = original(kind, language);
            assert_eq!(LetterText::parse(&text.form(), kind), Ok(text), "{kind} {language}");
            let fill = sample(kind);
            let written = write(&Sheet { kind, language, fill: &fill, ..sheet(&fill, None, true) });
            assert!(!written.plain.contains('{') && !written.subject.contains('{'), "{written:?}");
        }
    }

    #[test]
    fn a_value_is_never_read_as_a_place() {
        let text = LetterText { subject: "{site}".to_owned(), body: "One {title}\n\n\ntwo".to_owned() };
        let fill = Fill::new().with("title", Value::Words("{site}\n\n<b>".to_owned()));
        let written = write(&sheet(&fill, Some(&text), true));
        assert_eq!(written.subject, "https://folkmoot.test/cy");
        assert!(written.plain.starts_with("One {site}\n\n<b>\n\ntwo\n\n-- \n"), "{}", written.plain);
        assert!(
            written.html.contains("<p>One {site}<br>\n<br>\n&lt;b&gt;</p>\n<p>two</p>"),
            "{}",
            written.html
        );
    }

    #[test]
    fn only_whoever_gets_it_reads_a_code() {
        let fill = Fill::new().with("code", Value::Secret("7KXD".to_owned()));
        let text = LetterText { subject: "Code".to_owned(), body: "{code}".to_owned() };
        assert!(write(&sheet(&fill, Some(&text), true)).plain.contains("7KXD"));
        let shown = write(&sheet(&fill, Some(&text), false));
        assert!(!shown.plain.contains("7KXD") && !shown.html.contains("7KXD"), "{}", shown.plain);
    }

    #[test]
    fn only_whoever_gets_it_reads_what_opens_something() {
        let fill = Fill::new().with("stop", Value::Private("/letters/stop/secret".to_owned()));
        let open = write(&sheet(&fill, None, true));
        let address = "https://folkmoot.test/cy/letters/stop/secret";
        assert!(open.plain.contains(address) && open.html.contains(address));
        let shown = write(&sheet(&fill, None, false));
        assert!(!shown.plain.contains("secret") && !shown.html.contains("secret"), "{}", shown.plain);
    }
}
