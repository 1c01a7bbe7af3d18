//! What the sources may not say, because Leptos 0.8 does not encode it or would put unseen data into the page.

use std::path::{Path, PathBuf};

/// The one file that owns `textarea`, and encodes what it holds.
const OWNER: &str = "app/src/components/inputs.rs";

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder of sources").flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// The files, by their path in the project, that hold this text.
fn holding(text: &str) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut files = Vec::new();
    for folder in ["app/src", "app/hydrate/src", "server/src", "server/services/src", "server/domain/src"] {
        sources(&root.join(folder), &mut files);
    }
    assert!(files.len() > 50, "the sources are found");
    let holds = |path: &&PathBuf| std::fs::read_to_string(path).expect("a source file").contains(text);
    let name = |path: &PathBuf| path.strip_prefix(&root).expect("in the project").display().to_string();
    let mut found: Vec<String> = files.iter().filter(holds).map(name).collect();
    found.sort();
    found
}

#[test]
fn one_component_owns_what_leptos_does_not_encode() {
    assert_eq!(holding("<textarea"), [OWNER]);
    assert_eq!(holding("inner_html"), [OWNER]);
    for never in ["<Title", "Resource::new", "LocalResource", "OnceResource", "<style", "set_inner_html"] {
        assert_eq!(holding(never), Vec::<String>::new(), "{never}");
    }
}
