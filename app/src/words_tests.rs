use std::collections::BTreeSet;
use std::path::Path;

use super::*;

fn keys(files: &[&str]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for line in files.iter().flat_map(|file| file.lines()) {
        let starts = line.chars().next().is_some_and(|c| c.is_ascii_lowercase());
        if let Some((key, _)) = line.split_once(" =").filter(|_| starts) {
            assert!(found.insert(key.to_owned()), "the key {key} is there twice");
        }
    }
    found
}

/// Every string literal of the sources that could be a key.
fn literals(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).expect("the folder of sources").flatten() {
        let path = entry.path();
        if path.is_dir() {
            literals(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = std::fs::read_to_string(&path).expect("a source file");
            found.extend(text.split('"').map(str::to_owned));
        }
    }
}

#[test]
fn every_file_is_understood_whole() {
    for file in ENGLISH.iter().chain(WELSH) {
        if let Err((_, errors)) = FluentResource::try_new((*file).to_owned()) {
            panic!("{errors:?} in a file that begins {}", &file[..file.len().min(60)]);
        }
    }
}

#[test]
fn welsh_has_every_key_of_the_public_pages_and_no_other() {
    let (english, welsh) = (keys(&ENGLISH[..WELSH.len()]), keys(WELSH));
    assert_eq!(english.difference(&welsh).collect::<Vec<_>>(), Vec::<&String>::new(), "missing in Welsh");
    assert_eq!(welsh.difference(&english).collect::<Vec<_>>(), Vec::<&String>::new(), "no longer in English");
}

#[test]
fn no_key_is_missing_and_none_is_unused() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut used = BTreeSet::new();
    for folder in ["app/src", "server/src", "server/domain/src", "server/services/src"] {
        literals(&root.join(folder), &mut used);
    }
    let known = keys(ENGLISH);
    let unused: Vec<_> = known.iter().filter(|key| !used.contains(*key)).collect();
    assert!(unused.is_empty(), "no source names {unused:?}");
    let mut asked = BTreeSet::new();
    for folder in ["app/src", "server/src"] {
        asked_for(&root.join(folder), &mut asked);
    }
    asked.extend(
        used.iter()
            .filter(|text| {
                text.len() > 6
                    && text.starts_with("error-")
                    && text.chars().all(|c| c.is_ascii_lowercase() || c == '-')
            })
            .cloned(),
    );
    let missing: Vec<_> = asked.difference(&known).collect();
    assert!(missing.is_empty(), "no Fluent file has {missing:?}");
}

/// Every key that a `t!` asks for.
fn asked_for(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).expect("the folder of sources").flatten() {
        let path = entry.path();
        if path.is_dir() {
            asked_for(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs")
            && !path.ends_with("words.rs")
            && !path.ends_with("words_tests.rs")
        {
            let text = std::fs::read_to_string(&path).expect("a source file");
            for (at, call) in text.match_indices("t!(") {
                // `format!(` ends like it, and is something else.
                let word = text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
                let key = text[at + call.len()..]
                    .trim_start()
                    .strip_prefix('"')
                    .and_then(|rest| rest.split('"').next());
                found.extend(key.filter(|_| !word).map(str::to_owned));
            }
        }
    }
}

#[test]
fn welsh_counts_as_welsh_does() {
    let said = |count: u64| {
        let mut args = FluentArgs::new();
        args.set("count", count);
        say(Language::Welsh, "count-questions", Some(&args))
    };
    let forms: BTreeSet<String> =
        [0_u64, 1, 2, 3, 6, 7].into_iter().map(|n| said(n).replace(char::is_numeric, "")).collect();
    assert!(forms.len() >= 2, "Welsh nouns change after numbers: {forms:?}");
}
