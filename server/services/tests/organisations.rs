//! The directory of organisations: what begins in it, what is kept in it, and whose a response is.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::forms::Form;
use domain::people::{
    CodeScheme, OrganisationDetails, OrganisationEnding, OrganisationFilter, OrganisationKind,
};
use domain::responses::{Consent, Sector};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use services::people::organisations::{self as bodies, Organisation, directory, edit, england, table};
use services::responses::read;
use services::testing::evidence::{Evidence, Sent, organisation};
use services::testing::{Throwaway, spine};
use services::{Failure, Services, on_both};
use uuid::Uuid;

fn body(name: &str, kind: OrganisationKind) -> OrganisationDetails {
    OrganisationDetails {
        name: name.to_owned(),
        name_cy: String::new(),
        kind,
        sector: Some(Sector::Nhs),
        codes: Vec::new(),
        area: None,
        valid_from: None,
        website: String::new(),
        email_domains: Vec::new(),
        contact: String::new(),
    }
}

async fn add(services: &Services, details: OrganisationDetails) -> Organisation {
    let slug = edit::add(services, details, false).await.expect("it is added");
    bodies::by_slug(services, &slug).await.expect("it is there")
}

async fn named(services: &Services, typed: &str) -> Vec<String> {
    let filter = OrganisationFilter { name: Some(typed.to_owned()), ..OrganisationFilter::default() };
    let found = directory::find(services, &filter, 1).await.expect("a list");
    assert_eq!(found.total, found.organisations.len() as u64);
    found.organisations.into_iter().map(|one| one.name).collect()
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn ending(last_day: &str, successor: &str) -> OrganisationEnding {
    let successor = Some(successor.to_owned()).filter(|typed| !typed.is_empty());
    OrganisationEnding { last_day: day(last_day), successor, note: String::new() }
}

#[track_caller]
fn at<T: std::fmt::Debug>(done: Result<T, Failure>, field: &str) -> &'static str {
    match done {
        Err(Failure::Invalid(problems)) => problems.at(field).expect("a problem there").message,
        other => panic!("{other:?}"),
    }
}

on_both!(a_portal_begins_with_the_regions_and_the_systems_of_2022_once, |data: Throwaway| async move {
    let services = &data.services;
    assert_eq!(england::load(services).await.expect("it loads"), 49);
    assert_eq!(england::load(services).await.expect("it loads"), 0);
    let areas = bodies::areas(services).await.expect("areas");
    let (regions, systems): (Vec<_>, Vec<_>) =
        areas.iter().partition(|area| area.kind == OrganisationKind::Region);
    assert_eq!((regions.len(), systems.len()), (7, 42));
    for system in &systems {
        assert!(regions.iter().any(|region| Some(region.id) == system.area), "{}", system.name);
        assert_eq!(system.codes.len(), 1, "{}", system.name);
        assert_eq!(system.valid_from, Some(day("2022-07-01")));
    }
    let midlands = regions.iter().find(|region| region.name == "Midlands").expect("the Midlands").id;
    let filter = OrganisationFilter { area: Some(midlands), ..OrganisationFilter::default() };
    assert_eq!(directory::find(services, &filter, 1).await.expect("a list").total, 11);
});

on_both!(what_is_looked_for_is_found_by_name_code_kind_and_place, |data: Throwaway| async move {
    let services = &data.services;
    england::load(services).await.expect("it loads");
    assert_eq!(named(services, "qop").await, ["Greater Manchester"]);
    assert_eq!(named(services, "MANCH").await, ["Greater Manchester"]);
    add(services, body("100%_Care \\ Co", OrganisationKind::Company)).await;
    for typed in ["100%", "%_", "\\", "care \\"] {
        assert_eq!(named(services, typed).await, ["100%_Care \\ Co"], "{typed}");
    }
    let system = bodies::areas(services).await.expect("areas");
    let system = system.iter().find(|area| area.name == "Dorset").expect("Dorset");
    let trust = OrganisationDetails {
        name_cy: "Ymddiriedolaeth".to_owned(),
        area: Some(system.id),
        ..body("Dorset Acute", OrganisationKind::NhsTrust)
    };
    add(services, trust).await;
    assert_eq!(named(services, "ymddir").await, ["Dorset Acute"]);
    // What is in a system is in the region of that system.
    let within = OrganisationFilter {
        area: system.area,
        kind: Some(OrganisationKind::NhsTrust),
        ..OrganisationFilter::default()
    };
    assert_eq!(directory::find(services, &within, 1).await.expect("a list").total, 1);
});

on_both!(no_two_of_a_kind_share_a_code_or_a_name_that_nothing_tells_apart, |data: Throwaway| async move {
    let services = &data.services;
    let code = |typed: &str| vec![CodeScheme::Ods.read(typed).expect("a code")];
    let board = OrganisationKind::IntegratedCareBoard;
    let coded = |name: &str, typed: &str| OrganisationDetails { codes: code(typed), ..body(name, board) };
    let first = add(services, coded("NHS North", "QA1")).await;
    assert_eq!(
        at(edit::add(services, coded("NHS South", "qa1"), false).await, "code-ods"),
        "error-organisation-code-taken"
    );
    assert_eq!(
        at(edit::add(services, body("NHS North", board), false).await, "name"),
        "error-organisation-name-taken"
    );
    // A system and its board share theirs, and so do bodies that follow one another.
    let system = OrganisationKind::IntegratedCareSystem;
    add(services, OrganisationDetails { codes: code("QA1"), ..body("NHS North", system) }).await;
    edit::end(services, first.id, ending("2022-12-01", "")).await.expect("it ends");
    let next = OrganisationDetails { valid_from: Some(day("2022-12-02")), ..coded("NHS North", "QA1") };
    let next = add(services, next).await;
    assert_ne!(next.slug, first.slug, "each has its own address");
    assert_eq!(at(edit::reopen(services, first.id).await, "name"), "error-organisation-name-taken");
    edit::change(services, next.id, next.details()).await.expect("nobody is in their own way");
});

on_both!(whoever_ends_may_be_followed_and_the_end_can_be_taken_back, |data: Throwaway| async move {
    let services = &data.services;
    let kind = OrganisationKind::NhsTrust;
    let (old, new) = (add(services, body("Old", kind)).await, add(services, body("New", kind)).await);
    assert_eq!(
        at(edit::end(services, old.id, ending("2022-06-30", "Newer")).await, "successor"),
        "error-organisation-unknown"
    );
    edit::end(services, old.id, ending("2022-06-30", "New")).await.expect("it ends");
    assert_eq!(
        at(edit::end(services, new.id, ending("2022-07-30", "Old")).await, "successor"),
        "error-organisation-unknown",
        "what has ended carries nothing on"
    );
    let page = bodies::page(services, new.clone()).await.expect("a page");
    assert_eq!(page.predecessors.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["Old"]);
    let held = bodies::by_slug(services, &old.slug).await.expect("it is there");
    assert_eq!(bodies::page(services, held).await.expect("a page").successor.expect("one").name, "New");
    assert_eq!(named(services, "Old").await, Vec::<String>::new(), "only those of today are listed");
    edit::reopen(services, old.id).await.expect("it goes on");
    assert_eq!(named(services, "Old").await, ["Old"]);
});

/// Random ends, of whoever by whomever: whatever is refused, the line of those that follow one another always ends.
#[test]
fn nobody_follows_themselves_however_bodies_merge() {
    let mut runner = TestRunner::new(Config { cases: 6, ..Config::default() });
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let merges = prop::collection::vec((0usize..6, 0usize..6), 1..25);
    let ran = runner.run(&merges, |merges| {
        runtime.block_on(async {
            let data = services::testing::sqlite().await;
            let services = &data.services;
            let mut all = Vec::new();
            for name in ["A", "B", "C", "D", "E", "F"] {
                all.push(add(services, body(name, OrganisationKind::Other)).await);
            }
            for (one, other) in merges {
                // All end on one far day, so that nothing but the circle is in the way.
                let ends = edit::end(services, all[one].id, ending("2150-01-01", &all[other].name)).await;
                if let Err(failure) = ends {
                    let message = at::<()>(Err(failure), "successor");
                    assert!(matches!(message, "error-organisation-circle" | "error-organisation-unknown"));
                }
            }
            let mut next: HashMap<Uuid, Uuid> = HashMap::new();
            for one in &all {
                let held = bodies::by_slug(services, &one.slug).await.expect("it is there");
                next.extend(held.successor.map(|follower| (one.id, follower)));
            }
            for one in &all {
                let mut at = one.id;
                for _ in 0..=next.len() {
                    at = next.get(&at).copied().unwrap_or(at);
                }
                assert!(!next.contains_key(&at), "the line from {} goes round", one.name);
            }
        });
        Ok(())
    });
    ran.expect("it holds for all");
}

on_both!(a_table_is_added_whole_or_not_at_all, |data: Throwaway| async move {
    let services = &data.services;
    england::load(services).await.expect("it loads");
    let before = named(services, "").await.len();
    let pasted = |text: &str| Form::from_pairs([("rows", text)]);
    let bad = "name,kind,ods,area\nOne,nhs-trust,RA1,QVV\nTwo,castle,RA2,\n,nhs-trust,,\nOne,nhs-trust,,Nowhere\nFive,nhs-trust,RA1,\n";
    let report =
        table::import(services, &pasted(bad)).await.expect("it is read").expect_err("rows are wrong");
    let wrong: Vec<_> = report.rows.iter().map(|row| (row.line, row.problems.iter().count())).collect();
    assert_eq!(wrong, [(2, 0), (3, 1), (4, 1), (5, 1), (6, 1)]);
    assert_eq!(named(services, "").await.len(), before, "nothing was added");

    let good = "Name\tKind\tODS\tArea\tValid from\r\nOne\tnhs-trust\tra1\tQVV\t2001-04-01\r\n\r\n\"Two, and more\"\tvoluntary\t\tDorset\t\r\n";
    assert_eq!(table::check(services, &pasted(good)).await.expect("it is read").wrong(), 0);
    assert_eq!(named(services, "").await.len(), before, "to check adds nothing");
    assert_eq!(table::import(services, &pasted(good)).await.expect("it is read"), Ok(2));
    let one = bodies::by_slug(services, "one").await.expect("it is there");
    assert_eq!((one.codes[0].value.as_str(), one.valid_from), ("RA1", Some(day("2001-04-01"))));
    let two = bodies::by_slug(services, "two-and-more").await.expect("it is there");
    assert_eq!(two.area, one.area);

    for (text, message) in [
        (" ", "error-table-empty"),
        ("name,kind\n", "error-table-empty"),
        ("name\nOne", "error-table-lacks"),
        ("name,kind,castle\nOne,other,x", "error-table-heading"),
    ] {
        assert_eq!(at(table::check(services, &pasted(text)).await, "rows"), message, "{text}");
    }
});

on_both!(nothing_begins_after_its_end, |data: Throwaway| async move {
    let services = &data.services;
    let one = add(services, body("Old", OrganisationKind::NhsTrust)).await;
    edit::end(services, one.id, ending("2022-06-30", "")).await.expect("it ends");
    let began = |text: &str| OrganisationDetails { valid_from: Some(day(text)), ..one.details() };
    let late = edit::change(services, one.id, began("2022-07-01")).await;
    assert_eq!(at(late, "valid-from"), "error-organisation-first-day");
    edit::change(services, one.id, began("2022-06-30")).await.expect("a day of existence");
    let early = edit::end(services, one.id, ending("2022-06-29", "")).await;
    assert_eq!(at(early, "valid-to"), "error-organisation-days", "whatever the page knew");
});

on_both!(to_check_a_table_waits_for_nobody_who_writes, |data: Throwaway| async move {
    let services = &data.services;
    let (begun, has_begun) = tokio::sync::oneshot::channel();
    let (go_on, may_go_on) = tokio::sync::oneshot::channel::<()>();
    let writing = services.clone();
    let writer = tokio::spawn(async move {
        let work = writing.db.write::<(), Failure, _>(move |_| {
            Box::pin(async move {
                begun.send(()).expect("somebody waits");
                may_go_on.await.expect("somebody lets it go on");
                Ok(())
            })
        });
        work.await
    });
    has_begun.await.expect("the writer is taken");
    let pasted = Form::from_pairs([("rows", "name,kind\nOne,other\nOne,other\n")]);
    let check = tokio::time::timeout(std::time::Duration::from_secs(30), table::check(services, &pasted));
    let report = check.await.expect("it does not wait").expect("it is read");
    assert_eq!(report.wrong(), 1, "the second is compared with the first");
    go_on.send(()).expect("the writer waits");
    writer.await.expect("it ran").expect("it wrote");
});

on_both!(a_long_table_gives_everybody_an_address_of_their_own, |data: Throwaway| async move {
    let services = &data.services;
    add(services, body("Surgery", OrganisationKind::Other)).await;
    add(services, body("Surgery 2", OrganisationKind::Other)).await;
    let row =
        |number: usize| format!("The Surgery,primary-care,A{number:05}\nSurgery,primary-care,B{number:05}\n");
    let rows: String = (0..600).map(row).collect();
    let pasted = Form::from_pairs([("rows", format!("name,kind,ods\n{rows}"))]);
    assert_eq!(table::import(services, &pasted).await.expect("it is read"), Ok(1200));
    let again = table::import(services, &pasted).await.expect("it is read").expect_err("all are there");
    assert_eq!(again.wrong(), 1200);
    for slug in ["surgery", "surgery-2", "surgery-3", "surgery-602", "the-surgery", "the-surgery-600"] {
        bodies::by_slug(services, slug).await.expect(slug);
    }
});

on_both!(a_response_is_the_organisations_that_it_names_exactly, |data: Throwaway| async move {
    let services = &data.services;
    let evidence = Evidence::new(services).await;
    let kind = OrganisationKind::Voluntary;
    let one = add(services, body("Harbour Lights", kind)).await;
    add(services, body("Twice", kind)).await;
    add(services, body("Twice", OrganisationKind::Company)).await;
    let gone = add(services, body("Gone", kind)).await;
    edit::end(services, gone.id, ending("2020-01-01", "")).await.expect("it ends");
    let of = async |name: &str| {
        let about = organisation(name, Sector::Voluntary);
        let reference = evidence.send(Sent { about, ..Sent::default() }).await;
        let response =
            read::by_reference(services, evidence.call.id, &reference).await.expect("it is there").id;
        (response, bodies::responses::of_response(services, response).await.expect("it is there"))
    };
    let (response, linked) = of("Harbour Lights").await;
    assert_eq!(linked.map(|held| held.id), Some(one.id));
    for name in ["Harbour", "Twice", "Gone", "Nobody knows it"] {
        assert_eq!(of(name).await.1, None, "{name}");
    }
    let call = evidence.call.id;
    bodies::responses::link(services, call, response, None).await.expect("it is taken away");
    assert_eq!(bodies::responses::of_response(services, response).await.expect("it is there"), None);
    let elsewhere = bodies::responses::link(services, Uuid::nil(), response, Some(one.id)).await;
    assert!(matches!(elsewhere, Err(Failure::NotFound(_))), "a response of another call is none");
    bodies::responses::link(services, call, response, Some(gone.id)).await.expect("the team knows better");
});

on_both!(findings_that_quote_an_organisation_by_name_are_on_its_page, |data: Throwaway| async move {
    let services = &data.services;
    let asked = spine::ask(services, "Home").await;
    let one = add(services, body("Harbour Lights", OrganisationKind::Voluntary)).await;
    let named = spine::respond(services, &asked, "named", Consent::WithName).await;
    let unnamed = spine::respond(services, &asked, "unnamed", Consent::WithoutName).await;
    for given in [&named, &unnamed] {
        let response = given.response.id;
        bodies::responses::link(services, asked.call.id, response, Some(one.id)).await.expect("linked");
    }
    let quoting = async || {
        let page = bodies::page(services, one.clone()).await.expect("a page");
        page.quoting.into_iter().map(|found| found.title).collect::<Vec<_>>()
    };
    let first = spine::find(services, &asked, "With its name", &[&named, &unnamed]).await;
    let second = spine::find(services, &asked, "Without", &[&unnamed]).await;
    assert_eq!(quoting().await, Vec::<String>::new(), "nothing is published");
    for finding in [&first, &second] {
        services::outcomes::findings::publish(services, finding).await.expect("published");
    }
    assert_eq!(quoting().await, ["With its name"]);
});
