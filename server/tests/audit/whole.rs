//! `folkmoot check audit`, as someone runs it.

use std::process::{Command, Output, Stdio};

use sea_orm::{ConnectionTrait, Database};

fn run(data: &std::path::Path, arguments: &[&str], typed: &str) -> Output {
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

#[tokio::test]
async fn a_removed_row_is_found_and_named() {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["Ada Lead", "Ben Coder", "Cat Reader"] {
        let email = format!("{}@folkmoot.test", name.replace(' ', "."));
        let add = ["user", "add", "--name", name, "--email", &email, "--role", "reader"];
        let added = run(folder.path(), &add, "three random words\n");
        assert!(added.status.success(), "{}", String::from_utf8_lossy(&added.stderr));
    }
    let sound = run(folder.path(), &["check", "audit"], "");
    assert_eq!(sound.status.code(), Some(0));
    assert!(said(&sound).starts_with("The audit is whole: 6 acts are on record, and nothing was touched.\n"));
    let head =
        said(&sound).lines().last().and_then(|line| line.rsplit(' ').next()).expect("a head").to_owned();
    let noted = run(folder.path(), &["check", "audit", "--head", &head], "");
    assert_eq!(noted.status.code(), Some(0));

    let address = format!("sqlite:{}", folder.path().join("folkmoot.sqlite").display());
    let owner = Database::connect(&address).await.expect("the database");
    owner.execute_unprepared("DROP TRIGGER audit_never_shrinks").await.expect("the owner may");
    owner.execute_unprepared("DELETE FROM audit WHERE sequence = 4").await.expect("and does");
    owner.close().await.expect("closes");

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
