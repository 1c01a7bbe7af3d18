//! The questions of a call, to be taken along: every copy says what the form asks, and all of them say the same.

use domain::calls::kinds::{Agreement, Declaration};
use domain::calls::{Asks, Label, QuestionDetails, QuestionKind, Rule, SectionDetails, Test};
use domain::files::FileKind;
use services::calls::{by_slug, edit, questionnaire};
use services::files::examine::{Judged, judge};
use services::on_both;
use services::testing::Throwaway;

use super::Maker;
use crate::support::{Browser, House};

const DECLARED: &str = "I may say this.";

/// What a choice, a title or a section is called that would do harm if it were taken for more than a text.
const HOSTILE: &str = "</w:t><script>alert(1)</script> & ]]>";

/// A call with a question of every kind, and one more that is asked only after "Yes".
async fn every_kind(house: &House) -> Maker {
    let maker = Maker::ready(house).await;
    let services = &house.data.services;
    let call = by_slug(services, &maker.slug).await.expect("the call");
    let section = SectionDetails::new(HOSTILE, "Read this.\n\nAnd this.");
    let section = edit::add_section(services, call.id, section).await.expect("a section");
    for kind in QuestionKind::ALL {
        let asks = match kind {
            QuestionKind::Declaration => Asks::Declaration(Declaration { words: DECLARED.to_owned() }),
            other => Asks::plain(*other),
        };
        let choices = match kind {
            QuestionKind::Agreement => Agreement::points(),
            kind if kind.has_choices() => vec![Label::new("Yes"), Label::new(HOSTILE)],
            _ => Vec::new(),
        };
        let title = format!("About {kind} {HOSTILE}");
        let details = QuestionDetails { choices, ..QuestionDetails::new(section, title, asks) };
        edit::put_question(services, call.id, None, details).await.expect("a question");
    }
    let form = questionnaire(services.db.read(), call.id).await.expect("the questions");
    let decides = form.questions.iter().find(|asked| asked.kind() == QuestionKind::SingleChoice);
    let decides = decides.expect("a question that decides");
    let asked_if = Some(Rule::only(decides.id, Test::AnyOf(vec![decides.choices[0].id])));
    let why = QuestionDetails {
        help: "In your words.".to_owned(),
        required: true,
        asked_if,
        ..QuestionDetails::new(section, "Why?", Asks::long_text(Some(250)))
    };
    edit::put_question(services, call.id, None, why).await.expect("a question");
    maker
}

/// The lines of a document of Word's, as whoever is sent one reads it.
async fn lines_of_document(guest: &mut Browser, address: &str) -> Vec<String> {
    let page = guest.get(address).await.expect(200);
    assert_eq!(page.header("content-type"), FileKind::Docx.media_type(), "{address}");
    match judge(&page.bytes) {
        Ok(Judged::Read(FileKind::Docx, read)) => read.lines().map(str::to_owned).collect(),
        other => panic!("{address}: {other:?}"),
    }
}

/// The lines of plain text, without what marks headings and lists.
fn lines_of_text(text: &str) -> Vec<String> {
    let lines = text.lines().map(|line| line.strip_prefix("- ").unwrap_or(line));
    lines.filter(|line| !line.trim_matches(['=', '-', '.']).is_empty()).map(str::to_owned).collect()
}

on_both!(every_copy_of_the_questions_says_all_that_is_asked, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut maker = every_kind(&house).await;
    let base = format!("/calls/{}", maker.slug);
    let mut guest = house.browser();
    let copies = ["questions.docx", "questions-large-print.docx", "questions.txt"];
    for copy in copies {
        guest.get(&format!("{base}/{copy}")).await.expect(404);
    }
    maker.send("/acts/announce", &[]).await;

    for (language, mark) in [("", ""), ("/cy", "cy-")] {
        let base = format!("{language}{base}");
        let page = guest.get(&base).await.expect(200);
        for copy in copies {
            assert!(page.has(&format!("a[download][href='{base}/{copy}']")), "{base}: {copy}");
            let saved = guest.get(&format!("{base}/{copy}")).await.expect(200);
            let name = format!("attachment; filename=\"{}-{mark}{copy}\"", maker.slug);
            assert_eq!(saved.header("content-disposition"), name);
        }
        let text = guest.get(&format!("{base}/questions.txt")).await.expect(200);
        assert_eq!(text.header("content-type"), "text/plain; charset=utf-8");
        let said = lines_of_text(&text.body);
        assert_eq!(lines_of_document(&mut guest, &format!("{base}/questions.docx")).await, said);
        assert_eq!(lines_of_document(&mut guest, &format!("{base}/questions-large-print.docx")).await, said);
        let page = guest.get(&format!("{base}/questions")).await.expect(200);
        assert!(!page.has("main script"));
        let shown = page.text("main");
        for line in &said {
            let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(shown.contains(&line), "the page does not say {line:?}");
        }
        let call = by_slug(&house.data.services, &maker.slug).await.expect("the call");
        let form = questionnaire(house.data.services.db.read(), call.id).await.expect("the questions");
        assert_eq!(form.questions.len(), QuestionKind::ALL.len() + 2);
        for (at, asked) in form.questions.iter().enumerate() {
            assert!(said.contains(&format!("{}. {}", at + 1, asked.title)), "{}: {said:#?}", asked.title);
            let points = asked.kind() == QuestionKind::Agreement && !language.is_empty();
            for choice in asked.choices.iter().filter(|_| !points) {
                assert!(said.contains(&choice.label), "{}: {said:#?}", choice.label);
            }
        }
        for part in [DECLARED, "Read this.", "And this.", "evidence@folkmoot.test", "Ask us, or complain."] {
            assert!(said.iter().any(|line| line == part), "{part}: {said:#?}");
        }
        let here = format!("http://folkmoot.test{base}");
        assert!(said.iter().any(|line| line.contains(&here)), "{here}: {said:#?}");
    }

    let said = guest.get(&format!("{base}/questions.txt")).await.expect(200).body;
    for part in [
        "You can answer from 9am on 16 January 2023.",
        "We must have your answers by midday on 21 April 2023.",
        "is “Yes”.",
        "You can use up to 250 words. An answer is needed.",
        "In your words.",
        "Your answer:",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let said = guest.get(&format!("/cy{base}/questions.txt")).await.expect(200).body;
    assert!(said.contains("Eich ateb:") && said.contains("Cytuno’n gryf"), "{said}");

    house.set_clock("2023-04-21 14:00:00");
    let said = guest.get(&format!("{base}/questions.txt")).await.expect(200).body;
    assert!(said.contains("About long-text") && said.contains("This call closed at midday"), "{said}");
    assert!(!said.contains("evidence@folkmoot.test"), "nobody answers any more: {said}");
});
