//! `folkmoot check audit`, as someone runs it.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use sea_orm::{ConnectionTrait, Database};

fn run(data: &Path, arguments: &[&str], typed: &str) -> Output {
    use std::io::Write;
    let mut child = Command::new(env!("CARGO_BIN_EXE_folkmoot"))
        .args(arguments)
        .arg("--data")
        .arg(data)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program");
    child.stdin.take().expect("its input").write_all(typed.as_bytes()).expect("it reads");
    child.wait_with_output().expect("it ends")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// A folder of data with six acts on record.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["Ada Lead", "Ben Coder", "Cat Reader"] {
        let email = format!("{}@folkmoot.test", name.replace(' ', "."));
        let add = ["user", "add", "--name", name, "--email", &email, "--role", "reader"];
        let added = run(folder.path(), &add, "three random words\n");
        assert!(added.status.success(), "{}", String::from_utf8_lossy(&added.stderr));
    }
    folder
}

/// Does this to the database, as someone who may do anything with it.
async fn touch(folder: &Path, statements: &[&str]) {
    let address = format!("sqlite:{}", folder.join("folkmoot.sqlite").display());
    let owner = Database::connect(&address).await.expect("the database");
    for statement in statements {
        owner.execute_unprepared(statement).await.expect("the owner may, and does");
    }
    owner.close().await.expect("closes");
}

#[tokio::test]
async fn a_removed_row_is_found_and_named() {
    let folder = folder();
    let sound = run(folder.path(), &["check", "audit"], "");
    assert_eq!(sound.status.code(), Some(0));
    assert!(said(&sound).starts_with("The audit is whole: 6 acts are on record, and nothing was touched.\n"));
    let head =
        said(&sound).lines().last().and_then(|line| line.rsplit(' ').next()).expect("a head").to_owned();
    let noted = run(folder.path(), &["check", "audit", "--head", &head], "");
    assert_eq!(noted.status.code(), Some(0));

    let removal = ["DROP TRIGGER audit_never_shrinks", "DELETE FROM audit WHERE sequence = 4"];
    touch(folder.path(), &removal).await;
    let found = run(folder.path(), &["check", "audit"], "");
    assert_eq!(found.status.code(), Some(1));
    assert!(said(&found).starts_with("Row 4 is missing.\n"), "{}", said(&found));
    let found = run(folder.path(), &["check", "audit", "--json"], "");
    assert_eq!(found.status.code(), Some(1));
    let report: serde_json::Value = serde_json::from_str(&said(&found)).expect("one JSON document");
    assert_eq!(report["rows"], 5);
    assert_eq!(report["faults"], serde_json::json!([{ "fault": "missing", "from": 4, "to": 4 }]));
    let other = format!("6:{}", "0".repeat(64));
    let noted = run(folder.path(), &["check", "audit", "--head", &other], "");
    assert!(said(&noted).contains("Row 6 is not the one that the given head was of."));
}

#[tokio::test]
async fn a_changed_row_and_rows_in_another_order_are_found_and_named() {
    let folder = folder();
    let change = [
        "DROP TRIGGER audit_never_changes",
        "UPDATE audit SET details = '{\"role\":\"administrator\"}' WHERE sequence = 2",
    ];
    touch(folder.path(), &change).await;
    let found = run(folder.path(), &["check", "audit"], "");
    assert_eq!(found.status.code(), Some(1));
    assert!(said(&found).starts_with("Row 2 was changed.\n"), "{}", said(&found));
    let order = [
        "UPDATE audit SET sequence = 0 WHERE sequence = 3",
        "UPDATE audit SET sequence = 3 WHERE sequence = 5",
        "UPDATE audit SET sequence = 5 WHERE sequence = 0",
    ];
    touch(folder.path(), &order).await;
    let found = run(folder.path(), &["check", "audit"], "");
    let expected = "Row 2 was changed.\nRow 3 was moved there: it was recorded as row 5.\n\
                    Row 5 was moved there: it was recorded as row 3.\n";
    assert!(said(&found).starts_with(expected), "{}", said(&found));
    assert!(String::from_utf8_lossy(&found.stderr).contains("the audit is not whole: 3 faults"));
}
