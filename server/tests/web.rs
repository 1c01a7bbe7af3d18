//! The portal as people and browsers meet it: every test asks the whole router, on SQLite and on PostgreSQL.
//!
//! One program holds them all, because each program of tests links the whole server once more. A new file of tests is
//! one more line here; a test below fails where that line was forgotten.

mod approvals;
mod audit;
mod calls;
mod channels;
mod documents;
mod glass;
mod hostile;
mod letters;
mod marks;
mod members;
mod notes;
mod organisations;
mod people;
mod picking;
mod responses;
mod routes;
mod support;
mod together;

/// A file of tests that neither this one nor `Cargo.toml` names would silently not run.
#[test]
fn every_file_of_tests_is_run() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path| std::fs::read_to_string(root.join(path)).expect("a file of this package");
    let (here, package) = (read("tests/web.rs"), read("Cargo.toml"));
    for entry in std::fs::read_dir(root.join("tests")).expect("the folder of tests").flatten() {
        let name = entry.file_name().into_string().expect("a name in UTF-8");
        let name = name.trim_end_matches(".rs");
        let module = here.lines().any(|line| line == format!("mod {name};"));
        let program = package.lines().any(|line| line == format!("name = \"{name}\""));
        assert!(module || program, "add `mod {name};` to tests/web.rs");
    }
}
