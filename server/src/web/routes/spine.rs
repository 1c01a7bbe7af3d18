//! The addresses of the team's pages for outcomes and assemblies, as part of the one table in [`super::routes`].

use axum::routing::{get, post};
use domain::people::Action::{
    CreateAssembly, EditAssembly, EditOutcomes, EnterTeam, PublishAssembly, PublishOutcomes, ReadAssembly,
    ReadResponses,
};

use super::{Route, read, write};
use crate::web::assembly::{agenda, bodies, decisions, evidence, meetings, papers, seats};
use crate::web::outcomes::{self, findings, picking, recommendations};

/// Every one of them.
pub(super) fn all() -> Vec<Route> {
    [of_findings(), of_recommendations(), of_assemblies(), of_meetings(), of_papers()]
        .into_iter()
        .flatten()
        .collect()
}

fn of_findings() -> Vec<Route> {
    vec![
        read("/team/calls/{call}/responses/{reference}/trace", ReadResponses, get(outcomes::words)),
        write("/team/calls/{call}/codebook/{code}/excerpts", EditOutcomes, post(picking::pick)),
        read("/team/calls/{call}/findings", EditOutcomes, get(findings::list)),
        read("/team/calls/{call}/findings/new", EditOutcomes, get(findings::new_page)),
        write("/team/calls/{call}/findings/new", EditOutcomes, post(findings::add)),
        read("/team/calls/{call}/findings/{number}", EditOutcomes, get(findings::page)),
        read("/team/calls/{call}/findings/{number}/edit", EditOutcomes, get(findings::edit_page)),
        write("/team/calls/{call}/findings/{number}/edit", EditOutcomes, post(findings::change)),
        write("/team/calls/{call}/findings/{number}/publish", PublishOutcomes, post(findings::publish)),
        write("/team/calls/{call}/findings/{number}/withdraw", PublishOutcomes, post(findings::withdraw)),
        write("/team/calls/{call}/findings/{number}/unpick", EditOutcomes, post(findings::unpick)),
    ]
}

fn of_recommendations() -> Vec<Route> {
    vec![
        read("/team/calls/{call}/recommendations", EditOutcomes, get(recommendations::list)),
        read("/team/calls/{call}/add-recommendation", EditOutcomes, get(recommendations::new_page)),
        write("/team/calls/{call}/add-recommendation", EditOutcomes, post(recommendations::add)),
        read("/team/calls/{call}/recommendations/{recommendation}", EditOutcomes, get(recommendations::page)),
        read(
            "/team/calls/{call}/recommendations/{recommendation}/edit",
            EditOutcomes,
            get(recommendations::edit_page),
        ),
        write(
            "/team/calls/{call}/recommendations/{recommendation}/edit",
            EditOutcomes,
            post(recommendations::change),
        ),
        write(
            "/team/calls/{call}/recommendations/{recommendation}/publish",
            PublishOutcomes,
            post(recommendations::publish),
        ),
        write(
            "/team/calls/{call}/recommendations/{recommendation}/withdraw",
            PublishOutcomes,
            post(recommendations::withdraw),
        ),
        read(
            "/team/calls/{call}/recommendations/{recommendation}/reply",
            EditOutcomes,
            get(recommendations::reply_page),
        ),
        write(
            "/team/calls/{call}/recommendations/{recommendation}/reply",
            EditOutcomes,
            post(recommendations::reply),
        ),
        read(
            "/team/calls/{call}/recommendations/{recommendation}/progress",
            EditOutcomes,
            get(recommendations::progress_page),
        ),
        write(
            "/team/calls/{call}/recommendations/{recommendation}/progress",
            EditOutcomes,
            post(recommendations::progress),
        ),
    ]
}

fn of_assemblies() -> Vec<Route> {
    vec![
        read("/team/assemblies", EnterTeam, get(bodies::list)),
        read("/team/add-assembly", CreateAssembly, get(bodies::new_page)),
        write("/team/add-assembly", CreateAssembly, post(bodies::add)),
        read("/team/assemblies/{assembly}", ReadAssembly, get(bodies::page)),
        read("/team/assemblies/{assembly}/edit", EditAssembly, get(bodies::edit_page)),
        write("/team/assemblies/{assembly}/edit", EditAssembly, post(bodies::change)),
        read("/team/assemblies/{assembly}/constituencies/new", EditAssembly, get(seats::new_constituency)),
        write("/team/assemblies/{assembly}/constituencies/new", EditAssembly, post(seats::add_constituency)),
        read(
            "/team/assemblies/{assembly}/constituencies/{constituency}",
            EditAssembly,
            get(seats::edit_constituency),
        ),
        write(
            "/team/assemblies/{assembly}/constituencies/{constituency}",
            EditAssembly,
            post(seats::change_constituency),
        ),
        read("/team/assemblies/{assembly}/seats/{seat}", EditAssembly, get(seats::seat)),
        write("/team/assemblies/{assembly}/seats/{seat}", EditAssembly, post(seats::label)),
        read("/team/assemblies/{assembly}/seats/{seat}/appoint", EditAssembly, get(seats::appoint_page)),
        write("/team/assemblies/{assembly}/seats/{seat}/appoint", EditAssembly, post(seats::appoint)),
        read("/team/assemblies/{assembly}/seats/{seat}/terms/{term}", EditAssembly, get(seats::term_page)),
        write(
            "/team/assemblies/{assembly}/seats/{seat}/terms/{term}",
            EditAssembly,
            post(seats::change_term),
        ),
    ]
}

fn of_meetings() -> Vec<Route> {
    vec![
        read("/team/assemblies/{assembly}/meetings/new", EditAssembly, get(meetings::new_page)),
        write("/team/assemblies/{assembly}/meetings/new", EditAssembly, post(meetings::add)),
        read("/team/assemblies/{assembly}/meetings/{number}", ReadAssembly, get(meetings::page)),
        read("/team/assemblies/{assembly}/meetings/{number}/edit", EditAssembly, get(meetings::edit_page)),
        write("/team/assemblies/{assembly}/meetings/{number}/edit", EditAssembly, post(meetings::change)),
        write(
            "/team/assemblies/{assembly}/meetings/{number}/publish",
            PublishAssembly,
            post(meetings::publish),
        ),
        write(
            "/team/assemblies/{assembly}/meetings/{number}/withdraw",
            PublishAssembly,
            post(meetings::withdraw),
        ),
        read("/team/assemblies/{assembly}/meetings/{number}/items/new", EditAssembly, get(agenda::new_page)),
        write("/team/assemblies/{assembly}/meetings/{number}/items/new", EditAssembly, post(agenda::add)),
        read(
            "/team/assemblies/{assembly}/meetings/{number}/items/{item}/edit",
            EditAssembly,
            get(agenda::edit_page),
        ),
        write(
            "/team/assemblies/{assembly}/meetings/{number}/items/{item}/edit",
            EditAssembly,
            post(agenda::change),
        ),
        write(
            "/team/assemblies/{assembly}/meetings/{number}/items/{item}/move",
            EditAssembly,
            post(agenda::shift),
        ),
        write(
            "/team/assemblies/{assembly}/meetings/{number}/items/{item}/remove",
            EditAssembly,
            post(agenda::remove),
        ),
        read(
            "/team/assemblies/{assembly}/meetings/{number}/items/{item}/record",
            EditAssembly,
            get(agenda::record_page),
        ),
        write(
            "/team/assemblies/{assembly}/meetings/{number}/items/{item}/record",
            EditAssembly,
            post(agenda::record),
        ),
        read(
            "/team/assemblies/{assembly}/meetings/{number}/items/{item}/decide",
            EditAssembly,
            get(decisions::new_page),
        ),
        write(
            "/team/assemblies/{assembly}/meetings/{number}/items/{item}/decide",
            EditAssembly,
            post(decisions::decide),
        ),
        read("/team/assemblies/{assembly}/decisions/{number}", EditAssembly, get(decisions::edit_page)),
        write("/team/assemblies/{assembly}/decisions/{number}", EditAssembly, post(decisions::correct)),
    ]
}

fn of_papers() -> Vec<Route> {
    vec![
        read(
            "/team/assemblies/{assembly}/meetings/{number}/items/{item}/papers/new",
            EditAssembly,
            get(papers::new_page),
        ),
        write(
            "/team/assemblies/{assembly}/meetings/{number}/items/{item}/papers/new",
            EditAssembly,
            post(papers::add),
        ),
        read(
            "/team/assemblies/{assembly}/meetings/{number}/items/{item}/papers/{paper}",
            EditAssembly,
            get(papers::edit_page),
        ),
        write(
            "/team/assemblies/{assembly}/meetings/{number}/items/{item}/papers/{paper}",
            EditAssembly,
            post(papers::change),
        ),
        write(
            "/team/assemblies/{assembly}/meetings/{number}/items/{item}/papers/{paper}/move",
            EditAssembly,
            post(papers::shift),
        ),
        write(
            "/team/assemblies/{assembly}/meetings/{number}/items/{item}/papers/{paper}/remove",
            EditAssembly,
            post(papers::remove),
        ),
        read(
            "/team/assemblies/{assembly}/meetings/{number}/items/{item}/evidence",
            EditAssembly,
            get(evidence::page),
        ),
        write(
            "/team/assemblies/{assembly}/meetings/{number}/items/{item}/evidence",
            EditAssembly,
            post(evidence::add),
        ),
        write(
            "/team/assemblies/{assembly}/meetings/{number}/items/{item}/evidence/{piece}/move",
            EditAssembly,
            post(evidence::shift),
        ),
        write(
            "/team/assemblies/{assembly}/meetings/{number}/items/{item}/evidence/{piece}/remove",
            EditAssembly,
            post(evidence::remove),
        ),
    ]
}
