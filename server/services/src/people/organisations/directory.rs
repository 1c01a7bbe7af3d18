//! Looking in the directory.

use chrono::NaiveDate;
use domain::people::OrganisationFilter;
use sea_orm::sea_query::{Expr, ExprTrait, Func, LikeExpr, Query};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use uuid::Uuid;

use super::{Organisation, today, whole};
use crate::store::entities::{organisation, organisation_code};
use crate::{Failure, Services};

/// How many organisations a page lists.
pub const PAGE: u64 = 50;

/// The most names that are offered to someone who types one: more would make the page heavy on a telephone.
const OFFERED: u64 = 400;

/// A page of the organisations that a filter asks for, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    pub organisations: Vec<Organisation>,
    /// How many there are on all pages.
    pub total: u64,
}

/// The page of this number, counted from 1.
pub async fn find(services: &Services, filter: &OrganisationFilter, page: u64) -> Result<Found, Failure> {
    let read = services.db.read();
    let wanted = organisation::Entity::find().filter(condition(filter, today(services)));
    let total = wanted.clone().count(read).await?;
    let rows = wanted
        .order_by_asc(organisation::Column::Name)
        .order_by_asc(organisation::Column::Id)
        .offset(page.saturating_sub(1).saturating_mul(PAGE))
        .limit(PAGE);
    let organisations = whole(read, rows.all(read).await?).await?;
    Ok(Found { organisations, total })
}

fn condition(filter: &OrganisationFilter, today: NaiveDate) -> Condition {
    let kind = filter.kind.map(|kind| organisation::Column::Kind.eq(kind.as_str()));
    Condition::all()
        .add_option(filter.name.as_deref().map(|typed| named(typed).add(coded(typed))))
        .add_option(kind)
        .add_option(filter.area.map(within))
        .add_option((!filter.ended).then(|| holds_on(today)))
}

/// Those whose name, in either language, has this in it.
fn named(typed: &str) -> Condition {
    let escaped = typed.to_lowercase().replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    let like = |column: organisation::Column| {
        Func::lower(Expr::col(column)).like(LikeExpr::new(format!("%{escaped}%")).escape('\\'))
    };
    Condition::any().add(like(organisation::Column::Name)).add(like(organisation::Column::NameCy))
}

/// Those with exactly this code, of whatever register.
fn coded(typed: &str) -> Expr {
    let code: String = typed.split_whitespace().collect::<String>().to_uppercase();
    let held = Query::select()
        .column(organisation_code::Column::OrganisationId)
        .from(organisation_code::Entity)
        .and_where(organisation_code::Column::Value.eq(code))
        .take();
    organisation::Column::Id.in_subquery(held)
}

/// Those in this area, or in an area that is in it.
fn within(area: Uuid) -> Condition {
    let parts = Query::select()
        .column(organisation::Column::Id)
        .from(organisation::Entity)
        .and_where(organisation::Column::AreaId.eq(area))
        .and_where(organisation::Column::Kind.eq(super::OrganisationKind::IntegratedCareSystem.as_str()))
        .take();
    Condition::any()
        .add(organisation::Column::AreaId.eq(area))
        .add(organisation::Column::AreaId.in_subquery(parts))
}

/// Those that have not ended before this day.
pub(super) fn holds_on(day: NaiveDate) -> Condition {
    Condition::any().add(organisation::Column::ValidTo.is_null()).add(organisation::Column::ValidTo.gte(day))
}

/// The names that someone who answers for an organisation is offered while they type: those of every body of today that
/// could answer, or none where there are too many to send.
pub async fn offered(services: &Services) -> Result<Vec<String>, Failure> {
    let region = super::OrganisationKind::Region.as_str();
    let names: Vec<String> = organisation::Entity::find()
        .select_only()
        .column(organisation::Column::Name)
        .filter(holds_on(today(services)))
        .filter(organisation::Column::Kind.ne(region))
        .order_by_asc(organisation::Column::Name)
        .limit(OFFERED + 1)
        .into_tuple()
        .all(services.db.read())
        .await?;
    Ok(if names.len() as u64 > OFFERED { Vec::new() } else { names })
}

/// The organisations that hold on this day and are called exactly this, in either language, or have this code.
pub(super) async fn exactly(
    read: &impl ConnectionTrait,
    typed: &str,
    day: Option<NaiveDate>,
) -> Result<Vec<organisation::Model>, Failure> {
    let called = Condition::any()
        .add(organisation::Column::Name.eq(typed))
        .add(organisation::Column::NameCy.eq(typed))
        .add(coded(typed));
    let rows = organisation::Entity::find()
        .filter(Condition::all().add(called).add_option(day.map(holds_on)))
        .order_by_asc(organisation::Column::Name);
    Ok(rows.all(read).await?)
}
