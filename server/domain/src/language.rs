//! The languages in which Folkmoot speaks.

crate::named! {
    /// A language of the interface and of letters.
    pub enum Language {
        English => "en",
        Welsh => "cy",
    }
}

impl Language {
    /// The address of a public page in this language.
    pub fn href(self, path: &str) -> String {
        match self {
            Self::English => path.to_owned(),
            Self::Welsh if path == "/" => "/cy".to_owned(),
            Self::Welsh => format!("/cy{path}"),
        }
    }
}
