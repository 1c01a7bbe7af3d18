//! The texts that a team has written for its letters, in place of those that come with the program.

use chrono::{DateTime, Utc};
use domain::Language;
use domain::audit::Act;
use domain::mail::{LetterKind, LetterText};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::audit::Entry;
use crate::store::entities::letter_text::{self, Column as C};
use crate::{Failure, Services};

/// A text that a team has written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    pub kind: LetterKind,
    pub language: Language,
    pub text: LetterText,
    pub changed_at: DateTime<Utc>,
}

/// Every text that was written. One of a kind that this version does not know is left out.
pub async fn all(services: &Services) -> Result<Vec<Own>, Failure> {
    let rows = letter_text::Entity::find().all(services.db.read()).await?;
    let known = |row: letter_text::Model| {
        Some(Own {
            kind: LetterKind::parse(&row.kind)?,
            language: Language::parse(&row.language)?,
            text: LetterText { subject: row.subject, body: row.body },
            changed_at: row.changed_at,
        })
    };
    Ok(rows.into_iter().filter_map(known).collect())
}

/// The text of a kind of letter in a language, where the team wrote its own.
pub async fn own(
    read: &impl ConnectionTrait,
    kind: LetterKind,
    language: Language,
) -> Result<Option<LetterText>, Failure> {
    let row = letter_text::Entity::find()
        .filter(C::Kind.eq(kind.as_str()))
        .filter(C::Language.eq(language.as_str()))
        .one(read)
        .await?;
    Ok(row.map(|row| LetterText { subject: row.subject, body: row.body }))
}

/// Writes the text of a kind of letter, from the next letter on.
pub async fn write(
    services: &Services,
    kind: LetterKind,
    language: Language,
    text: LetterText,
    by: Option<Uuid>,
) -> Result<(), Failure> {
    let row = letter_text::ActiveModel {
        id: Set(services.clock.id()),
        kind: Set(kind.to_string()),
        language: Set(language.to_string()),
        subject: Set(text.subject),
        body: Set(text.body),
        changed_at: Set(services.clock.now()),
        changed_by: Set(by),
    };
    let instead = OnConflict::columns([C::Kind, C::Language])
        .update_columns([C::Subject, C::Body, C::ChangedAt, C::ChangedBy])
        .to_owned();
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                letter_text::Entity::insert(row).on_conflict(instead).exec_without_returning(txn).await?;
                recorder.record(txn, entry(Act::LetterTextChanged, kind, language)).await?;
                Ok(())
            })
        })
        .await
}

fn entry(act: Act, kind: LetterKind, language: Language) -> Entry {
    Entry::of_portal(act).with("kind", kind.as_str()).with("language", language.as_str())
}

/// Takes the text back that comes with the program.
pub async fn reset(services: &Services, kind: LetterKind, language: Language) -> Result<(), Failure> {
    let recorder = services.recorder();
    services
        .db
        .write(move |txn| {
            Box::pin(async move {
                let gone = letter_text::Entity::delete_many()
                    .filter(C::Kind.eq(kind.as_str()))
                    .filter(C::Language.eq(language.as_str()))
                    .exec(txn)
                    .await?;
                if gone.rows_affected > 0 {
                    recorder.record(txn, entry(Act::LetterTextReset, kind, language)).await?;
                }
                Ok(())
            })
        })
        .await
}
