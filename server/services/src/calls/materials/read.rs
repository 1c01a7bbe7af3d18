//! Documents beside a call as the store has them.

use std::collections::HashMap;

use domain::calls::{Format, Tongue};
use domain::files::{FileKind, ScanState};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::{Held, HeldFile, Material, Variant};
use crate::StoreError;
use crate::store::entities::{file, material, material_variant};

/// The documents of a call in their order.
pub async fn of_call(read: &impl ConnectionTrait, call: Uuid) -> Result<Vec<Material>, StoreError> {
    let rows = material::Entity::find()
        .filter(material::Column::CallId.eq(call))
        .order_by_asc(material::Column::Position)
        .order_by_asc(material::Column::Id)
        .all(read)
        .await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let mut variants = variants(read, rows.iter().map(|row| row.id)).await?;
    let material = |row: material::Model| Material {
        variants: variants.remove(&row.id).unwrap_or_default(),
        id: row.id,
        question: row.question_id,
        title: row.title,
        title_cy: row.title_cy,
        summary: row.summary,
        summary_cy: row.summary_cy,
    };
    Ok(rows.into_iter().map(material).collect())
}

async fn variants(
    read: &impl ConnectionTrait,
    materials: impl Iterator<Item = Uuid>,
) -> Result<HashMap<Uuid, Vec<Variant>>, StoreError> {
    let rows = material_variant::Entity::find()
        .filter(material_variant::Column::MaterialId.is_in(materials))
        .order_by_asc(material_variant::Column::Position)
        .order_by_asc(material_variant::Column::Id)
        .all(read)
        .await?;
    let files = files(read, rows.iter().filter_map(|row| row.file_id)).await?;
    let mut found: HashMap<Uuid, Vec<Variant>> = HashMap::new();
    for row in rows {
        let of = row.material_id;
        let file = row.file_id.and_then(|file| files.get(&file));
        found.entry(of).or_default().push(variant(row, file)?);
    }
    Ok(found)
}

/// What is known of these files, without their texts, of which some are long.
pub(super) async fn files(
    read: &impl ConnectionTrait,
    ids: impl Iterator<Item = Uuid>,
) -> Result<HashMap<Uuid, HeldFile>, StoreError> {
    use file::Column as C;
    let rows = file::Entity::find()
        .select_only()
        .columns([C::Id, C::Hash, C::Kind, C::Size, C::Scan])
        .filter(C::Id.is_in(ids));
    let rows: Vec<(Uuid, String, String, i64, String)> = rows.into_tuple().all(read).await?;
    let mut found = HashMap::new();
    for (id, hash, kind, size, scan) in rows {
        let kind =
            FileKind::parse(&kind).ok_or_else(|| StoreError::corrupt("a kind of file", kind.as_str()))?;
        let scan =
            ScanState::parse(&scan).ok_or_else(|| StoreError::corrupt("a state of a scan", scan.as_str()))?;
        found.insert(id, HeldFile { file: id, hash, kind, size: size as u64, scan });
    }
    Ok(found)
}

fn variant(row: material_variant::Model, file: Option<&HeldFile>) -> Result<Variant, StoreError> {
    let corrupt = |what, value: &str| StoreError::corrupt(what, value);
    let held = match (row.link, file) {
        (_, Some(file)) => Held::File(file.clone()),
        (Some(link), None) => Held::Link(link),
        (None, None) => return Err(corrupt("a variant of a document", &row.id.to_string())),
    };
    Ok(Variant {
        format: Format::parse(&row.format).ok_or_else(|| corrupt("a format", &row.format))?,
        language: Tongue::parse(&row.language).ok_or_else(|| corrupt("a language", &row.language))?,
        id: row.id,
        note: row.note,
        held,
    })
}
