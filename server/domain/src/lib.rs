//! What Folkmoot's words mean and what its rules are.
//!
//! No I/O, no clock, no randomness: every rule is a function of what it is given, so that it can be tested as one
//! and compiled for the browser as well as for the server. One module an activity, with the same names as in every
//! other layer; [`forms`], [`text`] and [`Language`] serve them all.

pub mod assembly;
pub mod audit;
pub mod calls;
pub mod files;
pub mod forms;
mod language;
pub mod mail;
pub mod outcomes;
pub mod people;
pub mod responses;
pub mod review;
pub mod search;
pub mod text;

pub use language::Language;

/// Declares an enumeration that is stored and sent as a short string.
///
/// It gives `as_str`, `parse`, `ALL` and `Display`. Stored names never change; names shown to people are Fluent keys.
#[macro_export]
macro_rules! named {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$vmeta:meta])* $variant:ident => $text:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$vmeta])* #[serde(rename = $text)] $variant),+ }

        impl $name {
            /// Every member, in the order it is shown to people.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stored name.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// The member with this stored name, if there is one.
            pub fn parse(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$variant),)+ _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}
