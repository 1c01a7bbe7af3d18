//! Documents beside a call or one of its questions: as everyone sees them ([`shown`]), and as the team keeps them ([`team`],
//! [`forms`]).

pub mod forms;
pub mod shown;
pub mod team;

use domain::calls::{Format, Tongue, host};
use services::calls::materials::{Held, Variant};

use crate::responses::fields::documents::{kind_name, size};
use crate::t;

/// What a format is called.
pub fn format_name(format: Format) -> String {
    match format {
        Format::Main => t!("format-main"),
        Format::EasyRead => t!("format-easy-read"),
        Format::LargePrint => t!("format-large-print"),
        Format::Bsl => t!("format-bsl"),
        Format::Audio => t!("format-audio"),
        Format::PlainText => t!("format-plain-text"),
        Format::WebPage => t!("format-web-page"),
    }
}

/// What a language is called.
pub fn tongue_name(tongue: Tongue) -> String {
    match tongue {
        Tongue::English => t!("tongue-en"),
        Tongue::Welsh => t!("tongue-cy"),
        Tongue::Bsl => t!("tongue-bfi"),
        Tongue::Arabic => t!("tongue-ar"),
        Tongue::Bengali => t!("tongue-bn"),
        Tongue::Gujarati => t!("tongue-gu"),
        Tongue::Polish => t!("tongue-pl"),
        Tongue::Portuguese => t!("tongue-pt"),
        Tongue::Punjabi => t!("tongue-pa"),
        Tongue::Romanian => t!("tongue-ro"),
        Tongue::Somali => t!("tongue-so"),
        Tongue::Spanish => t!("tongue-es"),
        Tongue::Ukrainian => t!("tongue-uk"),
        Tongue::Urdu => t!("tongue-ur"),
    }
}

/// What whoever opens a variant gets: its kind, its size and its language, or the site that it is on.
pub fn about(variant: &Variant) -> String {
    let language = tongue_name(variant.language);
    match &variant.held {
        Held::File(file) => {
            t!("material-about", kind = kind_name(file.kind), size = size(file.size), language = language)
        }
        Held::Link(link) => {
            t!("material-about-link", site = host(link).unwrap_or_default(), language = language)
        }
    }
}
