//! Documents beside a call or one of its questions: reading them, and in the modules below putting them there ([`edit`]),
//! with their variants ([`variants`]), and what the public hears of it ([`changes()`]).
//!
//! A variant that is a file is kept as documents of respondents are: under its hash, judged by its content, and handed out
//! only once it may be opened.

mod change;
mod edit;
mod read;
mod variants;

use domain::Language;
use domain::calls::{Format, Tongue};
use domain::files::{FileKind, ScanState};
use uuid::Uuid;

use crate::{Failure, Services};

use super::Call;

pub use change::Change;
pub(in crate::calls) use change::of as changes_of;
pub(in crate::calls) use edit::write_copied;
pub use edit::{add, change, move_material, remove};
pub(in crate::calls) use read::of_call;
pub use variants::{Source, add_variant, remove_variant};

/// A document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Material {
    pub id: Uuid,
    /// The question that it stands beside; beside the whole call where there is none.
    pub question: Option<Uuid>,
    pub title: String,
    /// Empty where the team has given none in Welsh.
    pub title_cy: String,
    pub summary: String,
    pub summary_cy: String,
    pub variants: Vec<Variant>,
}

impl Material {
    /// Its title in a language, or in English where the team has given no other.
    pub fn title_in(&self, language: Language) -> &str {
        match language {
            Language::Welsh if !self.title_cy.is_empty() => &self.title_cy,
            _ => &self.title,
        }
    }

    /// What it is, in the same way.
    pub fn summary_in(&self, language: Language) -> &str {
        match language {
            Language::Welsh if !self.summary_cy.is_empty() => &self.summary_cy,
            _ => &self.summary,
        }
    }
}

/// One form in which a document is offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    pub id: Uuid,
    pub format: Format,
    pub language: Tongue,
    pub note: String,
    pub held: Held,
}

/// Where a variant is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Held {
    Link(String),
    File(HeldFile),
}

/// A variant that is a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldFile {
    pub file: Uuid,
    pub hash: String,
    pub kind: FileKind,
    pub size: u64,
    pub scan: ScanState,
}

impl Variant {
    /// Whether a scanner has still to look at it, or has found something.
    pub const fn scan(&self) -> Option<ScanState> {
        match &self.held {
            Held::Link(_) => None,
            Held::File(file) => Some(file.scan),
        }
    }
}

/// The documents of a call in their order, with where each file stands now.
pub async fn list(services: &Services, call: &Call) -> Result<Vec<Material>, Failure> {
    let mut all = super::forms::materials(services, call).await?;
    let held = |variant: &Variant| match &variant.held {
        Held::File(file) => Some(file.file),
        Held::Link(_) => None,
    };
    let ids: Vec<Uuid> = all.iter().flat_map(|one| &one.variants).filter_map(held).collect();
    if ids.is_empty() {
        return Ok(all);
    }
    let known = read::files(services.db.read(), ids.into_iter()).await?;
    for variant in all.iter_mut().flat_map(|one| &mut one.variants) {
        if let Held::File(file) = &mut variant.held {
            *file = known.get(&file.file).cloned().ok_or(Failure::NotFound("file"))?;
        }
    }
    Ok(all)
}

/// The same as anyone may see it: without what a scanner has found something in, without documents of which nothing is
/// left, and with what is in the language of the page first.
pub async fn shown(services: &Services, call: &Call, language: Language) -> Result<Vec<Material>, Failure> {
    let mut all = list(services, call).await?;
    for material in &mut all {
        material.variants.retain(|variant| variant.scan() != Some(ScanState::Infected));
        material.variants.sort_by_key(|variant| !variant.language.is_of(language));
    }
    all.retain(|material| !material.variants.is_empty());
    Ok(all)
}

/// How the documents of a call have changed since it was announced, the last first.
pub async fn changes(services: &Services, call: &Call) -> Result<Vec<Change>, Failure> {
    Ok(super::forms::material_changes(services, call).await?)
}

/// A file beside a call that may be handed out now, with the document that it is of.
pub async fn open(
    services: &Services,
    call: &Call,
    id: Uuid,
) -> Result<(Material, Variant, HeldFile), Failure> {
    let all = list(services, call).await?;
    let mut found = all.into_iter().filter_map(|material| {
        let variant = material.variants.iter().find(|variant| variant.id == id)?.clone();
        Some((material, variant))
    });
    let (material, variant) = found.next().ok_or(Failure::NotFound("document"))?;
    let Held::File(file) = variant.held.clone() else { return Err(Failure::NotFound("document")) };
    match file.scan {
        ScanState::Waiting => Err(Failure::Refused("error-document-waiting")),
        ScanState::Infected => Err(Failure::Refused("error-document-infected")),
        ScanState::Clean | ScanState::NotScanned => Ok((material, variant, file)),
    }
}
