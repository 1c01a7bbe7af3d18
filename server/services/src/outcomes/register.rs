//! The public register: every published recommendation with the latest reply and the latest progress.

use std::collections::BTreeMap;

use domain::outcomes::{RegisterFilter, ReplyFilter};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::replies::{self, Progress, Reply};
use super::{CallName, Recommendation, call_names};
use crate::store::entities::recommendation;
use crate::{Failure, Services};

/// One line of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub call: CallName,
    pub slug: String,
    /// Its number in the report it comes from, only where that was verified.
    pub number: Option<u32>,
    pub title: String,
    pub theme: String,
    /// Where its words come from.
    pub source: String,
    pub reply: Option<Reply>,
    pub progress: Option<Progress>,
}

impl Entry {
    fn has_theme(&self, filter: &RegisterFilter) -> bool {
        filter.theme.as_ref().is_none_or(|theme| *theme == self.theme)
    }

    fn has_reply(&self, filter: &RegisterFilter) -> bool {
        filter.reply.is_none_or(|wanted| wanted.takes(self.reply.as_ref().map(|reply| reply.status)))
    }
}

/// The register under a filter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    pub entries: Vec<Entry>,
    /// How many recommendations are published, whatever the chosen theme and reply.
    pub total: usize,
    /// The themes, with how many recommendations each has under the chosen reply.
    pub themes: Vec<(String, usize)>,
    /// The replies, with how many recommendations each has under the chosen theme.
    pub replies: Vec<(ReplyFilter, usize)>,
}

/// Reads the register, call by call, each in its own order.
pub async fn register(services: &Services, filter: &RegisterFilter) -> Result<Register, Failure> {
    let mut all = published(services).await?;
    if let Some(call) = &filter.call {
        all.retain(|entry| entry.call.slug == *call);
    }
    let mut themes: BTreeMap<&str, usize> = BTreeMap::new();
    for entry in all.iter().filter(|entry| !entry.theme.is_empty()) {
        *themes.entry(&entry.theme).or_default() += usize::from(entry.has_reply(filter));
    }
    let themes = themes.into_iter().map(|(theme, count)| (theme.to_owned(), count)).collect();
    let under_theme: Vec<_> = all.iter().filter(|entry| entry.has_theme(filter)).collect();
    let replies = ReplyFilter::all()
        .map(|choice| {
            let status = |entry: &&&Entry| choice.takes(entry.reply.as_ref().map(|reply| reply.status));
            (choice, under_theme.iter().filter(status).count())
        })
        .collect();
    let total = all.len();
    let entries =
        all.into_iter().filter(|entry| entry.has_theme(filter) && entry.has_reply(filter)).collect();
    Ok(Register { entries, total, themes, replies })
}

async fn published(services: &Services) -> Result<Vec<Entry>, Failure> {
    let read = services.db.read();
    let rows = recommendation::Entity::find()
        .filter(recommendation::Column::PublishedAt.is_not_null())
        .order_by_asc(recommendation::Column::CallId)
        .order_by_asc(recommendation::Column::Position);
    let all: Vec<_> = rows.all(read).await?.into_iter().map(Recommendation::new).collect();
    let calls = call_names(read, all.iter().map(|one| one.call)).await?;
    let mut replies = replies::replies(read, all.iter().map(|one| one.id)).await?;
    let mut progress = replies::progress(read, all.iter().map(|one| one.id)).await?;
    all.into_iter()
        .map(|one| {
            Ok(Entry {
                call: calls.get(&one.call).cloned().ok_or(Failure::NotFound("call"))?,
                number: one.number(),
                reply: replies.remove(&one.id).and_then(|mut all| all.pop()),
                progress: progress.remove(&one.id).and_then(|mut all| all.pop()),
                slug: one.slug,
                title: one.title,
                theme: one.theme,
                source: one.source,
            })
        })
        .collect()
}
