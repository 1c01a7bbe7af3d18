//! What is taken of the files that people send, and what is read in them.

use domain::files::{FileKind, Refusal, TextState, ending};
use services::files::examine::{LONGEST_TEXT, child, judge};
use services::files::{Examined, Program};
use services::testing::files::{Trial, docx, docx_with, odt, pdf, rtf, trials};

/// Judges a file as the process does that opens it, and its name as the portal does.
fn judged(trial: &Trial) -> Result<(), Refusal> {
    let kind = judge(&trial.bytes)?.kind();
    match ending(trial.name) {
        Some(ending) if !kind.is_named(ending) => Err(Refusal::WrongEnding),
        _ => Ok(()),
    }
}

#[test]
fn every_hostile_file_is_refused_for_what_it_is_and_no_other() {
    let all = trials();
    let hostile = all.iter().filter(|trial| trial.refusal.is_some()).count();
    assert!(hostile >= 50, "{hostile} hostile files");
    let wrong: Vec<_> = all
        .iter()
        .map(|trial| (trial.name, trial.refusal, judged(trial).err()))
        .filter(|(_, expected, said)| expected != said)
        .collect();
    assert!(wrong.is_empty(), "name, what was to be said, what was said: {wrong:#?}");
}

fn text(bytes: &[u8]) -> (TextState, String) {
    judge(bytes).expect("it is taken").text()
}

#[test]
fn the_words_of_every_kind_of_document_are_read() {
    let lines = ["We waited for 14 weeks.", "Nobody told us why."];
    let joined = lines.join("\n");
    assert_eq!(text(&docx(&lines)), (TextState::Whole, joined.clone()));
    assert_eq!(text(&odt(&lines)), (TextState::Whole, joined.clone()));
    assert_eq!(text(&rtf(&lines)), (TextState::Whole, joined.clone()));
    assert_eq!(text(joined.replace('\n', "\r\n").as_bytes()), (TextState::Whole, joined));
    let (state, read) = text(&pdf(&lines));
    assert_eq!(state, TextState::Whole);
    assert!(lines.iter().all(|line| read.contains(line)), "{read}");
}

#[test]
fn letters_are_read_as_they_were_meant() {
    assert_eq!(text(b"{\\rtf1\\ansi caf\\'e9 \\u8217?s \\u-10179?\\u-8704? \\{ok\\}}").1, "café ’s 😀 {ok}");
    assert_eq!(text("\u{feff}Tŷ’r cyffredin".as_bytes()).1, "Tŷ’r cyffredin");
    assert_eq!(text(b"\xff\xfeT\0\x77\x01").1, "Tŷ");
    assert_eq!(text(b"caf\xe9 \x93quoted\x94").1, "café “quoted”");
    let body = "<w:document><w:body><w:p><w:r><w:t>A &amp; B&#8212;</w:t><w:tab/><w:t>C</w:t></w:r></w:p><w:p><w:del><w:r>\
                <w:delText>gone</w:delText></w:r></w:del><w:r><w:t>D</w:t><w:br/><w:t>E</w:t></w:r></w:p></w:body></w:document>";
    assert_eq!(text(&docx_with(body, &[])).1, "A & B—\tC\nD\nE");
    let spaces = "A<text:s text:c=\"3\"/>B<text:line-break/>C";
    assert_eq!(text(&odt(&[spaces])).1, "A   B\nC");
}

#[test]
fn a_text_that_is_too_long_is_cut_and_says_so() {
    let long = "word ".repeat(LONGEST_TEXT / 5 + 10);
    let (state, read) = text(long.as_bytes());
    assert_eq!(state, TextState::Cut);
    assert!(read.chars().count() <= LONGEST_TEXT);
}

/// What is made of the answer of a process that is this script.
fn answered_by(script: &str) -> Result<Examined, Refusal> {
    let program = Program(["/bin/sh", "-c", script].map(Into::into).to_vec());
    let file = tempfile::tempfile().expect("a file");
    child::ask(&program, file).expect("the process runs")
}

#[test]
fn a_process_that_fails_is_the_fault_of_the_file_until_it_has_said_what_it_is() {
    let failed = Examined { kind: FileKind::Pdf, text: String::new(), text_state: TextState::Failed };
    for (script, said) in [
        ("exit 1", Err(Refusal::TooHard)),
        ("kill -9 $$", Err(Refusal::TooHard)),
        ("echo nonsense", Err(Refusal::TooHard)),
        ("echo refused macros", Err(Refusal::Macros)),
        ("echo is pdf; kill -9 $$", Ok(failed.clone())),
        ("echo is pdf; echo whole; echo half; exit 1", Ok(failed.clone())),
        ("echo is pdf; echo unheard-of; echo words", Ok(failed)),
    ] {
        assert_eq!(answered_by(script), said, "{script}");
    }
    let whole = answered_by("echo is txt; echo whole; echo; printf 'two\\nlines'").expect("taken");
    assert_eq!((whole.text.as_str(), whole.text_state), ("\ntwo\nlines", TextState::Whole));
}

#[test]
fn a_process_that_never_stops_talking_is_heard_no_longer_than_it_may_be() {
    let read = answered_by("echo is txt; echo whole; yes").expect("taken");
    assert!(read.text.len() <= LONGEST_TEXT * 4 + 1024);
}
