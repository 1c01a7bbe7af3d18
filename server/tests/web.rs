//! The portal as people and browsers meet it: every test asks the whole router, on SQLite and on PostgreSQL.
//!
//! One program holds them all, because each program of tests links the whole server once more. A new file of tests is
//! one more line here; a test below fails where that line was forgotten.

mod hostile;
mod people;
mod responses;
mod routes;
mod support;

/// A file beside this one that is not named above would silently not run.
#[test]
fn every_file_of_tests_is_run() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let here = std::fs::read_to_string(folder.join("web.rs")).expect("this file");
    for entry in std::fs::read_dir(folder).expect("the folder of tests").flatten() {
        let name = entry.file_name().into_string().expect("a name in UTF-8");
        let module = name.trim_end_matches(".rs");
        let named = here.lines().any(|line| line == format!("mod {module};"));
        // The test that kills the server is a program of its own.
        assert!(module == "web" || module == "crash" || named, "add `mod {module};` to tests/web.rs");
    }
}
