//! Searching the answers of a call: words, themes and facets in any combination, with counts over all that is found.
//!
//! [`search`] answers one [`Query`]. Inside: [`plan`] turns it into questions that the index can answer, [`find`] asks
//! them, [`filter`] lets pass what else is asked for, [`facets`] counts all of it, [`rank`] keeps the best hits,
//! [`snippet`] shows why a hit is one, and [`json`] writes it all down for the command line.

mod facets;
mod filter;
mod find;
mod json;
mod plan;
mod rank;
pub mod snippet;

use std::time::{Duration, Instant};

use domain::search::Query;
use domain::text::Span;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::index::{Freshness, blocking, freshness_of};
use crate::responses::personal;
use crate::store::entities::code;
use crate::{Failure, Services};

pub use facets::{Facet, Facets};
pub use json::json;
pub use snippet::{Piece, plain};

/// What a search found.
#[derive(Clone, Debug)]
pub struct Results {
    /// How many answers hold all that was asked for.
    pub total: u64,
    /// How many responses these answers are from.
    pub responses: u64,
    /// One page of the answers, the best first; without words to rank by, the newest first.
    pub hits: Vec<Hit>,
    /// Counts over all that was found, not over the page.
    pub facets: Facets,
    /// Responses whose reference or respondent's name holds the words. They are not among the answers and not counted
    /// with them: else every answer of every *Trust* would be found by *trust*.
    pub respondents: Respondents,
    /// How long the index took.
    pub took: Duration,
    pub freshness: Freshness,
}

/// One answer that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    pub response: Uuid,
    pub reference: String,
    pub answer: Uuid,
    pub question: Uuid,
    /// Higher is better; 0 where there were no words to rank by.
    pub score: f32,
    /// The part of the answer that shows best why it was found.
    pub snippet: Vec<Piece>,
    /// The place of the best match, in code points of the answer; nothing where no words were asked for.
    pub span: Option<Span>,
}

/// Respondents who were found by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Respondents {
    pub total: u64,
    /// The first few.
    pub first: Vec<Respondent>,
}

/// A response that was found by its reference or by who sent it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Respondent {
    pub response: Uuid,
    pub reference: String,
    /// Who sent it, as far as names were given.
    pub name: String,
}

/// Answers a query over the responses of a call. People are found by name by those who may see who wrote what.
pub async fn search(services: &Services, call: Uuid, query: &Query) -> Result<Results, Failure> {
    let (index, query) = (services.index.clone(), query.clone());
    let known = index.known();
    let people = personal::shown(services, call);
    let finding = blocking(move || {
        let Some(view) = index.view() else { return Ok((find::Found::default(), Duration::ZERO, None)) };
        let began = Instant::now();
        let found = find::find(&view, call, &query, people)?;
        Ok((found, began.elapsed(), Some(view)))
    });
    // How fresh the index was a moment ago is asked at the same time: it can only have become fresher.
    let asking = async { Some(freshness_of(services, Some(known.as_ref()?)).await) };
    let (found, fresh) = tokio::join!(finding, asking);
    let (found, took, view) = found?;
    let freshness = match fresh {
        Some(fresh) => fresh?,
        None => freshness_of(services, view.as_ref()).await?,
    };
    let find::Found { total, responses, hits, facets, respondents } = found;
    Ok(Results { total, responses, hits, facets, respondents, took, freshness })
}

/// The code of a call that is meant by this id or name; capitals do not matter.
pub async fn code_named(services: &Services, call: Uuid, named: &str) -> Result<Uuid, Failure> {
    let codes = code::Entity::find().filter(code::Column::CallId.eq(call)).all(services.db.read()).await?;
    let named = named.trim();
    let found = codes
        .iter()
        .find(|code| code.id.to_string() == named || code.name == named)
        .or_else(|| codes.iter().find(|code| code.name.to_lowercase() == named.to_lowercase()));
    found.map(|code| code.id).ok_or(Failure::NotFound("code"))
}
