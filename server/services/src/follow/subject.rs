//! What can be followed: found by its address, and named as the public reads it.

use domain::Language;
use domain::mail::Followed;
use domain::text::slug;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use crate::calls::Call;
use crate::people::organisations;
use crate::store::entities::{assembly, call, organisation, recommendation};
use crate::{Clock, Failure, Services, secrets};

/// One thing that can be followed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Subject {
    pub of: Followed,
    /// The key of its row, or of a theme its name.
    pub key: String,
}

impl Subject {
    /// A thing by its row.
    pub fn row(of: Followed, id: Uuid) -> Self {
        Self { of, key: id.to_string() }
    }

    /// A theme of the register, where a recommendation has one.
    pub fn theme(name: &str) -> Option<Self> {
        (!name.is_empty()).then(|| Self { of: Followed::Theme, key: name.to_owned() })
    }

    pub(super) fn id(&self) -> Result<Uuid, Failure> {
        self.key.parse().map_err(|_| Failure::NotFound("what is followed"))
    }
}

/// What can be followed, as the public sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub subject: Subject,
    pub title: String,
    /// The address of its page, without the language.
    pub page: String,
    /// What names it in an address.
    pub slug: String,
}

/// What is public under this name.
pub async fn find(
    services: &Services,
    of: Followed,
    named: &str,
    language: Language,
) -> Result<Found, Failure> {
    let read = services.db.read();
    let subject = match of {
        Followed::Call => {
            let row = call::Entity::find().filter(call::Column::Slug.eq(named)).one(read).await?;
            row.map(|row| Subject::row(of, row.id))
        }
        Followed::Recommendation => {
            let row = recommendation::Entity::find().filter(recommendation::Column::Slug.eq(named));
            row.one(read).await?.map(|row| Subject::row(of, row.id))
        }
        Followed::Assembly => {
            let row = assembly::Entity::find().filter(assembly::Column::Slug.eq(named)).one(read).await?;
            row.map(|row| Subject::row(of, row.id))
        }
        Followed::Organisation => {
            let row = organisation::Entity::find().filter(organisation::Column::Slug.eq(named));
            row.one(read).await?.map(|row| Subject::row(of, row.id))
        }
        Followed::Theme => {
            let themes = themes(read).await?;
            themes
                .into_iter()
                .find(|theme| theme_slug(theme) == named)
                .and_then(|theme| Subject::theme(&theme))
        }
    };
    let nothing = Failure::NotFound("what can be followed");
    let Some(subject) = subject else { return Err(nothing) };
    by_subject(read, &services.clock, &subject, language).await?.ok_or(nothing)
}

/// What names a theme in an address. Two names can have one slug, so a part of the name's hash follows it.
pub fn theme_slug(theme: &str) -> String {
    format!("{}-{}", slug(theme, "theme"), &secrets::hash(theme)[..8])
}

async fn themes(read: &impl ConnectionTrait) -> Result<Vec<String>, Failure> {
    let rows = recommendation::Entity::find()
        .select_only()
        .column(recommendation::Column::Theme)
        .distinct()
        .filter(recommendation::Column::PublishedAt.is_not_null());
    Ok(rows.into_tuple().all(read).await?)
}

/// What this is, where it is public.
pub(super) async fn by_subject(
    read: &impl ConnectionTrait,
    clock: &Clock,
    subject: &Subject,
    language: Language,
) -> Result<Option<Found>, Failure> {
    let found = |title: String, base: &str, slug: String| Found {
        subject: subject.clone(),
        title,
        page: format!("{base}/{slug}"),
        slug,
    };
    Ok(match subject.of {
        Followed::Call => {
            let row = call::Entity::find_by_id(subject.id()?).one(read).await?;
            let call = row.map(Call::try_from).transpose()?;
            let call = call.filter(|call| !call.is_hidden(clock.now()));
            call.map(|call| found(call.title_in(language).to_owned(), "/calls", call.slug))
        }
        Followed::Recommendation => {
            let row = recommendation::Entity::find_by_id(subject.id()?).one(read).await?;
            let row = row.filter(|row| row.published_at.is_some());
            row.map(|row| found(row.title, "/recommendations", row.slug))
        }
        Followed::Assembly => {
            let row = assembly::Entity::find_by_id(subject.id()?).one(read).await?;
            row.map(|row| found(row.name, "/assemblies", row.slug))
        }
        Followed::Organisation => {
            let row = organisation::Entity::find_by_id(subject.id()?).one(read).await?;
            row.map(|row| found(organisations::name_in(&row, language), "/organisations", row.slug))
        }
        Followed::Theme => {
            let slug = theme_slug(&subject.key);
            let query: String = url::form_urlencoded::byte_serialize(subject.key.as_bytes()).collect();
            let page = format!("/recommendations?theme={query}");
            Some(Found { subject: subject.clone(), title: subject.key.clone(), page, slug })
        }
    })
}
