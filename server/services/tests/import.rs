//! Imports: what is good goes in whole and once, what is bad is named.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use domain::calls::kinds::entries::Limits;
use domain::calls::kinds::{Field, FieldKind, Group};
use domain::calls::{
    Asks, CallDetails, CallKind, PrivacyNotice, QuestionDetails, QuestionKind, SectionDetails,
};
use domain::people::{Grant, NewAccount, Role, Scope};
use sea_orm::{EntityTrait, PaginatorTrait};
use services::calls::{by_slug, edit, questionnaire};
use services::people::accounts;
use services::responses::import::{Map, import, read};
use services::responses::read as responses;
use services::store::entities::{coding, response};
use services::testing::Throwaway;
use services::{Services, on_both, review};
use uuid::Uuid;

/// A call with a long text and a Yes or No.
async fn call(services: &Services) -> Uuid {
    let text = || "Text".to_owned();
    let details = CallDetails {
        kind: CallKind::CallForEvidence,
        title: "Import".to_owned(),
        summary: text(),
        remit: text(),
        commissioner: text(),
        contact: text(),
        privacy_notice: PrivacyNotice::from_parts(|_| text()),
        publication_policy: text(),
    };
    let slug = edit::create(services, details, None).await.expect("a call");
    let call = by_slug(services, &slug).await.expect("the call").id;
    let section =
        edit::add_section(services, call, SectionDetails::new(text(), "")).await.expect("a section");
    for (kind, choices) in [(QuestionKind::LongText, vec![]), (QuestionKind::SingleChoice, vec!["Yes", "No"])]
    {
        let question = QuestionDetails::new(section, "Why?", Asks::plain(kind)).offering(choices);
        edit::put_question(services, call, None, question).await.expect("a question");
    }
    call
}

async fn coder(services: &Services) -> Uuid {
    let account = NewAccount {
        name: "A coder".to_owned(),
        email: "coder@folkmoot.example".to_owned(),
        password: "a long password".to_owned(),
        grant: Grant { role: Role::Coder, scope: Scope::Platform },
    };
    accounts::add(services, account).await.expect("an account")
}

fn file(content: &[u8]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("file.csv");
    std::fs::write(&path, content).expect("a file");
    (folder, path)
}

const MAP: &str = "id = \"id\"\n[questions]\n1 = \"words\"\n2 = \"position\"\n";

on_both!(good_rows_go_in_bad_rows_are_named_and_a_second_time_adds_nothing, |data: Throwaway| async move {
    let services = &data.services;
    call(services).await;
    let csv = "\u{feff}id,words,position\r\n1,\"Two\r\nlines\",Yes\r\n2,=SUM(A1),no\r\n3,Perhaps,Maybe\r\n,No id,Yes\r\n5,,\r\n6,short\r\n1,Again,Yes\r\n";
    let (_folder, path) = file(csv.as_bytes());
    let (map, table) = (Map::parse(MAP).expect("a map"), read(&path, None).expect("a table"));
    let dry = import(services, "import", &map, &table, None, true).await.expect("a dry run");
    assert_eq!(
        response::Entity::find().count(services.db.read()).await.expect("a count"),
        0,
        "a dry run writes nothing"
    );
    let first = import(services, "import", &map, &table, None, false).await.expect("an import");
    assert_eq!(dry, first);
    assert_eq!((first.rows, first.imported, first.bad.len()), (7, 2, 5));
    let reasons: Vec<(u64, &str)> = first.bad.iter().map(|bad| (bad.line, bad.column.as_str())).collect();
    assert_eq!(reasons, [(5, "position"), (6, "id"), (7, "words, position"), (8, ""), (9, "id")]);
    let second = import(services, "import", &map, &table, None, false).await.expect("a second import");
    assert_eq!((second.imported, second.already_there), (0, 2));
    assert_eq!(response::Entity::find().count(services.db.read()).await.expect("a count"), 2);
});

on_both!(each_statement_and_each_option_has_a_column_of_its_own, |data: Throwaway| async move {
    let services = &data.services;
    let call = call(services).await;
    let form = questionnaire(services.db.read(), call).await.expect("the questions");
    for (kind, lines) in
        [(QuestionKind::Votes, ["Pay carers.", "Build homes."]), (QuestionKind::Points, ["A", "B"])]
    {
        let details = QuestionDetails::new(form.sections[0].id, "And these?", Asks::plain(kind));
        edit::put_question(services, call, None, details.offering(lines)).await.expect("a question");
    }
    let map = "id = \"id\"\n[questions]\n3 = [\"pay\", \"build\"]\n4 = [\"a\", \"b\"]\n";
    let map = Map::parse(map).expect("a map");
    let csv =
        b"id,pay,build,a,b\n1,agree,PASS,60,40\n2,,Disagree,,\n3,Perhaps,,,\n4,Agree,Agree,60,60\n5,,,,\n";
    let (_folder, path) = file(csv);
    let table = read(&path, None).expect("a table");
    let done = import(services, "import", &map, &table, None, false).await.expect("an import");
    assert_eq!(done.imported, 2);
    let reasons: Vec<(u64, &str)> = done.bad.iter().map(|bad| (bad.line, bad.column.as_str())).collect();
    assert_eq!(reasons, [(4, "pay, build"), (5, "a, b"), (6, "pay, build, a, b")]);
    let mut texts: Vec<String> = Vec::new();
    for response in responses::list(services, call, 0, 9).await.expect("the responses") {
        let answers = responses::answers(services, response.id).await.expect("the answers");
        texts.extend(answers.into_iter().map(|answer| answer.text));
    }
    texts.sort();
    let expected = ["60: A\n40: B", "Agree: Pay carers.\nPass: Build homes.", "Disagree: Build homes."];
    assert_eq!(texts, expected);
    let few = Map::parse("[questions]\n3 = [\"pay\"]\n").expect("a map");
    let refused = import(services, "import", &few, &table, None, true).await.expect_err("one is missing");
    assert!(refused.to_string().contains("question 3 takes 2 columns, and the map names 1"));
});

on_both!(each_field_of_each_entry_has_a_column_of_its_own, |data: Throwaway| async move {
    let services = &data.services;
    let call = call(services).await;
    let form = questionnaire(services.db.read(), call).await.expect("the questions");
    let fields = vec![Field::new("What", FieldKind::Line).needed(), Field::new("Cost", FieldKind::Number)];
    let group = Group { noun: "example".to_owned(), fields, limits: Limits { least: 2, most: 2 } };
    let details = QuestionDetails::new(form.sections[0].id, "Your examples?", Asks::Group(group));
    edit::put_question(services, call, None, details).await.expect("a question");
    let map = "id = \"id\"\n[questions]\n3 = [\"a\", \"b\", \"c\", \"d\"]\n";
    let map = Map::parse(map).expect("a map");
    // Who was asked elsewhere may have given one example alone, and may have left out what is needed here.
    let csv = b"id,a,b,c,d\n1,A fall,12.50,,3\n2,,,A visit,\n3,A fall,much,,\n4,,,,\n";
    let (_folder, path) = file(csv);
    let table = read(&path, None).expect("a table");
    let done = import(services, "import", &map, &table, None, false).await.expect("an import");
    let lines: Vec<u64> = done.bad.iter().map(|bad| bad.line).collect();
    assert_eq!((done.imported, lines), (2, vec![4, 5]));
    let mut texts: Vec<String> = Vec::new();
    for response in responses::list(services, call, 0, 9).await.expect("the responses") {
        let answers = responses::answers(services, response.id).await.expect("the answers");
        texts.extend(answers.into_iter().map(|answer| answer.text));
    }
    texts.sort();
    let expected = ["Example 1\nWhat: A fall\nCost: 12.5\n\nExample 2\nCost: 3", "Example 1\nWhat: A visit"];
    assert_eq!(texts, expected);
});

on_both!(a_file_that_does_not_fit_is_refused_whole, |data: Throwaway| async move {
    let services = &data.services;
    call(services).await;
    let (_folder, path) = file(b"id,other\n1,x\n");
    let table = read(&path, None).expect("a table");
    let refused = import(services, "import", &Map::parse(MAP).expect("a map"), &table, None, false).await;
    assert!(refused.expect_err("no such columns").to_string().contains("no column words, position"));
    let (_folder, latin) = file(b"id,words,position\n1,caf\xe9,Yes\n");
    assert!(read(&latin, None).expect_err("not UTF-8").to_string().contains("UTF-8"));
    assert!(Map::parse("nonsense = 1").is_err(), "an unknown key is a slip of the pen");
});

/// The shared data, where it lies beside the project.
fn shared(file: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(file);
    if !path.exists() {
        eprintln!("{file} is not beside the project, so it was not tried");
    }
    path.exists().then_some(path)
}

fn ready_map(name: &str) -> Map {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/import").join(name);
    Map::parse(&std::fs::read_to_string(path).expect("a ready map")).expect("a map")
}

on_both!(a_thousand_answers_with_their_themes, |data: Throwaway| async move {
    let Some(path) = shared("themefinder/eval_sentiments.csv") else { return };
    let services = &data.services;
    let (call, coder) = (call(services).await, coder(services).await);
    let (map, table) = (ready_map("themefinder.toml"), read(&path, None).expect("a table"));
    let report = import(services, "import", &map, &table, Some(coder), false).await.expect("an import");
    assert_eq!((report.rows, report.imported, report.bad.as_slice()), (1000, 1000, [].as_slice()));
    let codes = review::codebook(services, call).await.expect("a codebook");
    let uses = review::uses(services, call).await.expect("counts");
    let counted: BTreeMap<&str, u64> = codes
        .iter()
        .map(|code| (code.name.as_str(), uses.get(&code.id).map_or(0, |uses| uses.codings)))
        .collect();
    // The counts that are published with the data.
    let published = [170, 171, 188, 170, 185, 144, 63, 62, 57, 57, 63, 55];
    let letters: Vec<String> = ('A'..='L').map(String::from).collect();
    assert_eq!(counted, letters.iter().map(String::as_str).zip(published).collect());
    let again = import(services, "import", &map, &table, Some(coder), false).await.expect("a second import");
    assert_eq!((again.imported, again.already_there), (0, 1000));
    assert_eq!(coding::Entity::find().count(services.db.read()).await.expect("a count"), 1385);
});

on_both!(comments_of_a_conversation_without_the_rejected_ones, |data: Throwaway| async move {
    let Some(path) = shared("polis/vtaiwan.uberx/comments.csv") else { return };
    let services = &data.services;
    call(services).await;
    let table = read(&path, None).expect("a table");
    let report =
        import(services, "import", &ready_map("polis.toml"), &table, None, false).await.expect("an import");
    assert_eq!((report.rows, report.imported, report.skipped), (197, 119, 78));
});
