//! The names of all settings, in the file and as variables.

/// What a variable's text is read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words, an address, a path: as it stands.
    Text,
    /// A whole number.
    Number,
    /// `true` or `false`.
    Switch,
    /// A [`Secret`](super::Secret): as it stands, or by a file or variable that holds it.
    Secret,
}

/// One setting.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    /// Its name in the file, with the tables it is in: `smtp.host`. `provider[].issuer` is in a list of tables, which
    /// only the file can hold.
    pub key: &'static str,
    pub kind: Kind,
}

/// All settings.
pub const KNOWN: &[Known] = &[
    Known { key: "data", kind: Kind::Text },
    Known { key: "database-url", kind: Kind::Secret },
    Known { key: "listen", kind: Kind::Text },
    Known { key: "public-address", kind: Kind::Text },
    Known { key: "log", kind: Kind::Text },
    Known { key: "security-contact", kind: Kind::Text },
    Known { key: "trusted-proxies", kind: Kind::Text },
    Known { key: "sign-in.second-factor", kind: Kind::Text },
    Known { key: "limits.sign-in", kind: Kind::Number },
    Known { key: "limits.respond", kind: Kind::Number },
    Known { key: "limits.search", kind: Kind::Number },
    Known { key: "limits.export", kind: Kind::Number },
    Known { key: "limits.seconds-a-page", kind: Kind::Number },
    Known { key: "files.megabytes", kind: Kind::Number },
    Known { key: "files.clamd", kind: Kind::Text },
    Known { key: "files.bucket", kind: Kind::Text },
    Known { key: "files.endpoint", kind: Kind::Text },
    Known { key: "files.region", kind: Kind::Text },
    Known { key: "files.key-id", kind: Kind::Text },
    Known { key: "files.secret", kind: Kind::Secret },
    Known { key: "smtp.host", kind: Kind::Text },
    Known { key: "smtp.port", kind: Kind::Number },
    Known { key: "smtp.tls", kind: Kind::Text },
    Known { key: "smtp.user", kind: Kind::Text },
    Known { key: "smtp.password", kind: Kind::Secret },
    Known { key: "smtp.from", kind: Kind::Text },
    Known { key: "smtp.from-name", kind: Kind::Text },
    Known { key: "smtp.authority", kind: Kind::Text },
    Known { key: "provider[].id", kind: Kind::Text },
    Known { key: "provider[].name", kind: Kind::Text },
    Known { key: "provider[].kind", kind: Kind::Text },
    Known { key: "provider[].issuer", kind: Kind::Text },
    Known { key: "provider[].client-id", kind: Kind::Text },
    Known { key: "provider[].client-secret", kind: Kind::Secret },
    Known { key: "provider[].client-key", kind: Kind::Secret },
    Known { key: "provider[].client-key-id", kind: Kind::Text },
    Known { key: "provider[].scopes", kind: Kind::Text },
    Known { key: "provider[].authorize", kind: Kind::Text },
    Known { key: "provider[].token", kind: Kind::Text },
    Known { key: "provider[].userinfo", kind: Kind::Text },
    Known { key: "provider[].subject", kind: Kind::Text },
    Known { key: "provider[].second-factor", kind: Kind::Switch },
];

/// The variable that names the file of settings. It is read with the command line.
pub const FILE: &str = "FOLKMOOT_CONFIG";

impl Known {
    /// The variable that sets it: `FOLKMOOT_SMTP_HOST` for `smtp.host`. Nothing for what is in a list.
    pub fn variable(&self) -> Option<String> {
        let one = !self.key.contains("[]");
        one.then(|| format!("FOLKMOOT_{}", self.key.replace(['.', '-'], "_").to_uppercase()))
    }

    /// Whether this path of the file is this setting, or one of the two ways to point to a secret.
    pub fn is_at(&self, path: &str) -> bool {
        let rest = path.strip_prefix(self.key);
        match rest {
            Some("") => true,
            Some(".file" | ".variable") => self.kind == Kind::Secret,
            _ => false,
        }
    }
}

/// What was probably meant by a name that is not known, among those that are.
pub fn nearest(name: &str, names: impl Iterator<Item = String>) -> Option<String> {
    let likeness = |known: &String| strsim::normalized_damerau_levenshtein(name, known);
    names
        .map(|known| (likeness(&known), known))
        .filter(|(likeness, _)| *likeness > 0.6)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, known)| known)
}
