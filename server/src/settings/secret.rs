//! A setting that must not be shown.

use std::fmt;
use std::path::PathBuf;

use serde::Deserialize;

/// A password, a key, an address with a password in it. In the file it is a text, `{ file = "…" }` or
/// `{ variable = "…" }`; it is read when the settings are, so that what is missing is known before anything is served.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "Source")]
pub struct Secret(String);

impl Secret {
    /// The secret itself, for the one place that needs it.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// Where a secret is.
#[derive(Deserialize)]
#[serde(untagged, expecting = "a secret is a text, { file = \"…\" } or { variable = \"…\" }")]
enum Source {
    Here(String),
    File(InFile),
    Variable(InVariable),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct InFile {
    file: PathBuf,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct InVariable {
    variable: String,
}

impl TryFrom<Source> for Secret {
    type Error = String;

    fn try_from(source: Source) -> Result<Self, String> {
        let text = match source {
            Source::Here(text) => text,
            Source::File(InFile { file }) => {
                let text = std::fs::read_to_string(&file)
                    .map_err(|error| format!("the secret in {} cannot be read: {error}", file.display()))?;
                // Editors and `echo` end a file with a line's end that is no part of the secret.
                text.trim_end_matches(['\r', '\n']).to_owned()
            }
            Source::Variable(InVariable { variable }) => std::env::var(&variable)
                .map_err(|_| format!("the variable {variable}, which holds a secret, is not set"))?,
        };
        if text.is_empty() { Err("a secret is empty".to_owned()) } else { Ok(Self(text)) }
    }
}
