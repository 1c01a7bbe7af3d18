//! The audit: a page of it, and all of it out to a file.

use app::audit::{AuditPage, sentence, who};
use app::components::Fields;
use app::layout::Area;
use app::t;
use axum::body::{Body, Bytes};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::SecondsFormat;
use domain::audit::Filter;
use domain::forms::Problems;
use futures::{Stream, StreamExt, TryStreamExt, stream};
use serde_json::{Value, json};
use services::audit::{self, Head, Recorded};
use services::people::{Providers, accounts};
use services::sheet::harmless;
use services::{Failure, Services, calls};
use uuid::Uuid;

use super::typed::query;
use super::visit::{Stop, Visit};

/// How many acts are read and sent at once.
const PART: u64 = 500;

/// The columns of the CSV. All but `who` and `what` are the fields that are hashed.
const COLUMNS: [&str; 14] = [
    "number",
    "at",
    "who",
    "what",
    "actor",
    "actor id",
    "act",
    "scope",
    "scope id",
    "subject",
    "subject id",
    "details",
    "previous",
    "hash",
];

/// A page of acts.
pub async fn page(visit: Visit) -> Result<Response, Stop> {
    let (typed, services) = (query(&visit.uri), visit.services());
    let (filter, problems) = match Filter::parse(&typed) {
        Ok(filter) => (Some(filter), Problems::default()),
        Err(problems) => (None, problems),
    };
    let shown = AuditPage {
        page: match &filter {
            Some(filter) => Some(audit::page(services, &visit.portal.providers, filter).await?),
            None => None,
        },
        filter: filter.unwrap_or_default(),
        people: accounts::list(services).await?,
        calls: calls::all(services).await?,
        head: audit::head(services).await?,
    };
    let fields = Fields { form: typed, problems };
    Ok(visit.form(Area::Team, StatusCode::OK, fields, || t!("audit-title"), || app::audit::page(shown)))
}

/// The acts of a filter as CSV, oldest first.
pub async fn csv(visit: Visit) -> Result<Response, Stop> {
    let (filter, services) = (Filter::parse(&query(&visit.uri))?, visit.services().clone());
    let head = audit::export(&services, &filter, "csv").await?;
    let heading = lines([COLUMNS.map(str::to_owned)])?;
    let rows = parts(services, visit.portal.providers, filter, &head)
        .and_then(|part| std::future::ready(lines(part.iter().map(|recorded| fields(recorded).map(cell)))));
    Ok(file("csv", "text/csv; charset=utf-8", stream::iter([Ok(heading)]).chain(rows)))
}

/// The acts of a filter as one JSON document, oldest first, with the head of the audit.
pub async fn json(visit: Visit) -> Result<Response, Stop> {
    let (filter, services) = (Filter::parse(&query(&visit.uri))?, visit.services().clone());
    let head = audit::export(&services, &filter, "json").await?;
    let begins = format!("{{\"head\":{},\"acts\":[", json!(head));
    let mut between = "\n";
    let rows = parts(services, visit.portal.providers, filter, &head).map_ok(move |part| {
        let mut text = String::new();
        for recorded in &part {
            let object: serde_json::Map<String, Value> =
                COLUMNS.iter().map(|name| name.replace(' ', "_")).zip(fields(recorded)).collect();
            text.push_str(std::mem::replace(&mut between, ",\n"));
            text.push_str(&Value::Object(object).to_string());
        }
        Bytes::from(text)
    });
    let [begins, ends] = [begins, "\n]}\n".to_owned()].map(|text| stream::iter([Ok(Bytes::from(text))]));
    Ok(file("json", "application/json", begins.chain(rows).chain(ends)))
}

/// The acts of a filter up to a head, part by part, so that memory stays flat.
fn parts(
    services: Services,
    providers: Providers,
    filter: Filter,
    head: &Head,
) -> impl Stream<Item = Result<Vec<Recorded>, Failure>> + Send + 'static {
    let upto = head.sequence;
    stream::try_unfold(
        (services, providers, filter, 0),
        move |(services, providers, filter, after)| async move {
            let part = audit::part(&services, &providers, &filter, after, upto, PART).await?;
            let last = part.last().map(|recorded| recorded.row.sequence);
            Ok(last.map(|last| (part, (services, providers, filter, last))))
        },
    )
}

/// An act as the values of [`COLUMNS`].
fn fields(recorded: &Recorded) -> [Value; 14] {
    let row = &recorded.row;
    let id = |id: Option<Uuid>| id.map_or(Value::Null, |id| Value::from(id.to_string()));
    [
        row.sequence.into(),
        row.at.to_rfc3339_opts(SecondsFormat::Micros, true).into(),
        who(recorded).into(),
        sentence(recorded).into(),
        row.actor.clone().into(),
        id(row.actor_id),
        row.act.clone().into(),
        row.scope.clone().into(),
        id(row.scope_id),
        row.subject.clone().into(),
        id(row.subject_id),
        // As it is stored, because that is what is hashed.
        row.details.clone().into(),
        row.previous.clone().into(),
        row.hash.clone().into(),
    ]
}

fn cell(value: Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => harmless(&text),
        other => other.to_string(),
    }
}

fn lines(rows: impl IntoIterator<Item = [String; 14]>) -> Result<Bytes, Failure> {
    let failed = |error: String| Failure::File(error);
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).map_err(|error| failed(error.to_string()))?;
    }
    Ok(Bytes::from(writer.into_inner().map_err(|error| failed(error.to_string()))?))
}

/// A file that is made while it is sent.
fn file(
    ending: &str,
    kind: &'static str,
    body: impl Stream<Item = Result<Bytes, Failure>> + Send + 'static,
) -> Response {
    let disposition = format!("attachment; filename=\"audit.{ending}\"");
    let headers = [(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, disposition)];
    (headers, Body::from_stream(body)).into_response()
}
