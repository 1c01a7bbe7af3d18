//! The variants of a document: a file that is taken as those of respondents are, or a link.

use domain::audit::Act;
use domain::calls::{MOST_VARIANTS, MaterialChange, VariantDetails};
use domain::files::Refusal;
use domain::forms::Problem;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::change::note;
use super::edit::{entry, find, held, write_variant};
use super::{Held, HeldFile, Variant};
use crate::files::{Incoming, keep};
use crate::store::entities::material_variant;
use crate::{Failure, Services};

/// A file that came with a form, and what whoever sent it calls it.
pub struct Source {
    pub incoming: Incoming,
    pub name: String,
}

/// Adds a variant, after the others. What is wrong with its file is said at the field `file`, with its name.
pub async fn add_variant(
    services: &Services,
    (call, material): (Uuid, Uuid),
    details: VariantDetails,
    source: Option<Source>,
) -> Result<(), Failure> {
    let kept = match (&details.link, source) {
        (None, Some(source)) => Some(keep_file(services, &details, source).await?),
        _ => None,
    };
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let (call, all) = held(txn, call).await?;
                let material = find(&all, material)?;
                if material.variants.len() >= MOST_VARIANTS {
                    return Err(Failure::Refused("error-variant-too-many"));
                }
                let VariantDetails { format, language, note: said, link } = details;
                let held = match (link, kept) {
                    (Some(link), _) => Held::Link(link),
                    (None, Some(hash)) => Held::File(stored(txn, &hash).await?),
                    (None, None) => return Err(Problem::new("file", "error-variant-neither").into()),
                };
                let new = Variant { id: recorder.clock.id(), format, language, note: said, held };
                write_variant(txn, material.id, material.variants.len(), &new).await?;
                let titles = (material.title.as_str(), material.title_cy.as_str());
                let kind = if material.variants.is_empty() {
                    MaterialChange::Added
                } else {
                    MaterialChange::VariantAdded
                };
                note(txn, &recorder, &call, kind, titles, Some((format, language))).await?;
                recorder.record(txn, entry(Act::VariantAdded, call.id, material)).await?;
                Ok(())
            })
        })
        .await?;
    services.files.tell_worker();
    Ok(())
}

/// Judges a file and keeps it, and gives its hash.
async fn keep_file(services: &Services, details: &VariantDetails, source: Source) -> Result<String, Failure> {
    let Source { incoming, name } = source;
    let shown = domain::files::shown_name(&name);
    let wrong = |message: &'static str| {
        let megabytes = services.files.largest_megabytes();
        Failure::from(Problem::new("file", message).with("name", &shown).with("megabytes", megabytes))
    };
    let message = |why: Refusal| match why {
        Refusal::Unknown => "error-variant-unknown",
        why => why.message(),
    };
    let taken = incoming.judge(&services.files, &name).await?.map_err(|why| wrong(message(why)))?;
    if !details.format.fits(taken.document.kind) {
        return Err(wrong("error-variant-fits"));
    }
    Ok(keep::store(services, taken).await?.hash)
}

/// What is known of the file with this hash.
async fn stored(txn: &DatabaseTransaction, hash: &str) -> Result<HeldFile, Failure> {
    let known = keep::known(txn, [hash]).await?;
    let kept = known.get(hash).ok_or(Failure::NotFound("file"))?;
    Ok(HeldFile { file: kept.id, hash: hash.to_owned(), kind: kept.kind, size: kept.size, scan: kept.scan })
}

/// Removes a variant. Its file goes with the next sweep, if nobody else needs it.
pub async fn remove_variant(
    services: &Services,
    (call, material): (Uuid, Uuid),
    id: Uuid,
) -> Result<(), Failure> {
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let (call, all) = held(txn, call).await?;
                let material = find(&all, material)?;
                let gone = material.variants.iter().find(|variant| variant.id == id);
                let gone = gone.ok_or(Failure::NotFound("document"))?;
                material_variant::Entity::delete_many()
                    .filter(material_variant::Column::Id.eq(id))
                    .exec(txn)
                    .await?;
                let titles = (material.title.as_str(), material.title_cy.as_str());
                let of = Some((gone.format, gone.language));
                note(txn, &recorder, &call, MaterialChange::VariantRemoved, titles, of).await?;
                recorder.record(txn, entry(Act::VariantRemoved, call.id, material)).await?;
                Ok(())
            })
        })
        .await
}
