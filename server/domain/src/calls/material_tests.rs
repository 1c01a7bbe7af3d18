use proptest::prelude::*;
use uuid::Uuid;

use super::*;

fn fields(problems: &Problems) -> Vec<&str> {
    problems.iter().map(|problem| problem.field.as_str()).collect()
}

#[test]
fn a_document_has_a_title_and_stands_beside_a_question_of_its_call() {
    let (here, elsewhere) = (Uuid::from_u128(1), Uuid::from_u128(2).to_string());
    let blank = MaterialDetails::parse(&Form::default(), &[here]).expect_err("nothing was typed");
    assert_eq!(fields(&blank), ["title"]);
    let long = "word ".repeat(61);
    let wrong = Form::from_pairs([("title", "T"), ("summary", &long), ("question", &elsewhere)]);
    let wrong = MaterialDetails::parse(&wrong, &[here]).expect_err("wrong");
    assert_eq!(fields(&wrong), ["summary", "question"]);
    let id = here.to_string();
    let whole = Form::from_pairs([("title", "T"), ("title-cy", "Y"), ("question", &id)]);
    let taken = MaterialDetails::parse(&whole, &[here]).expect("taken");
    assert_eq!((taken.question, taken.title_cy.as_str()), (Some(here), "Y"));
    let call = Form::from_pairs([("title", "T"), ("question", "")]);
    assert_eq!(MaterialDetails::parse(&call, &[here]).expect("taken").question, None);
}

fn variant(pairs: &[(&str, &str)], file: bool) -> Result<VariantDetails, Problems> {
    VariantDetails::parse(&Form::from_pairs(pairs.iter().copied()), file)
}

#[test]
fn a_variant_is_a_file_or_a_link_and_never_both() {
    let main = [("format", "main"), ("language", "en")];
    assert_eq!(variant(&main, true).expect("a file").link, None);
    assert_eq!(fields(&variant(&main, false).expect_err("neither")), ["file"]);
    let linked = [("format", "main"), ("language", "cy"), ("link", "https://example.org/a.pdf")];
    assert_eq!(variant(&linked, false).expect("a link").link.as_deref(), Some("https://example.org/a.pdf"));
    assert_eq!(fields(&variant(&linked, true).expect_err("both")), ["file"]);
    for format in ["bsl", "web-page"] {
        let wrong = variant(&[("format", format), ("language", "en")], true).expect_err("no file");
        assert_eq!(fields(&wrong), ["link"], "{format}");
    }
    let film = [("format", "bsl"), ("language", "en"), ("link", "https://video.example/1")];
    assert_eq!(variant(&film, false).expect("a film").language, Tongue::Bsl);
    assert_eq!(fields(&variant(&[], false).expect_err("nothing")), ["format", "language", "file"]);
}

#[test]
fn sound_is_for_listening_and_nothing_else() {
    for kind in FileKind::ALL {
        assert_eq!(Format::Audio.fits(*kind), kind.is_sound(), "{kind}");
        assert_ne!(Format::Main.fits(*kind), kind.is_sound(), "{kind}");
        assert!(!Format::Bsl.fits(*kind) && !Format::WebPage.fits(*kind));
    }
}

#[test]
fn a_link_leads_to_a_named_site_by_https() {
    for (typed, taken) in [
        ("https://example.org", true),
        ("https://bsl.example.org/film?id=1#t", true),
        ("https://example.org:8443/a", true),
        ("http://example.org", false),
        ("javascript:alert(1)", false),
        ("https://", false),
        ("https://localhost/a", false),
        ("https://nhs.uk@evil.test/", false),
        ("https://example.org/a b", false),
        ("https://example.org\\@evil.test", false),
        ("//example.org", false),
        ("https://.org/", false),
    ] {
        assert_eq!(link(typed.to_owned()).is_ok(), taken, "{typed}");
    }
    assert_eq!(host("https://example.org:8443/a"), Some("example.org"));
}

proptest! {
    #[test]
    fn whatever_is_typed_a_link_that_is_taken_is_plain(typed in "(https://)?[a-z.@:/\\\\\"<> ]{0,30}") {
        if let Ok(link) = link(typed) {
            prop_assert!(link.starts_with("https://"));
            prop_assert!(!link.contains(['"', '<', '>', '\\', ' ']));
            prop_assert!(host(&link).is_some_and(|host| host.contains('.') && !host.contains('@')));
        }
    }
}
