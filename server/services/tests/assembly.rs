//! Assemblies, their seats, and the people in them by term.

use chrono::NaiveDate;
use domain::assembly::{
    AssemblyDetails, AssemblyKind, Capacity, ConstituencyDetails, SeatDetails, SeatTerm, Term,
};
use services::assembly::{self, seats};
use services::testing::Throwaway;
use services::testing::spine::{day, gather, gathering};
use services::{Failure, on_both};

on_both!(assemblies_have_addresses_that_stay, |data: Throwaway| async move {
    let services = &data.services;
    let first = gather(services, "Care assembly").await;
    let second = gather(services, "Care assembly").await;
    assert_eq!((first.slug.as_str(), second.slug.as_str()), ("care-assembly", "care-assembly-2"));
    let typed = AssemblyDetails { kind: AssemblyKind::Citizens, ..gathering("A new name") };
    assembly::change(services, &first, typed.clone()).await.expect("changed");
    let changed = assembly::by_slug(services, "care-assembly").await.expect("the address stays");
    assert_eq!((changed.details(), changed.invented), (typed, true));
    let names: Vec<_> =
        assembly::list(services).await.expect("a list").into_iter().map(|one| one.name).collect();
    assert_eq!(names, ["A new name", "Care assembly"]);
});

fn seats_of(name: &str, seats: u32) -> ConstituencyDetails {
    ConstituencyDetails { name: name.to_owned(), seats }
}

fn term(holder: &str, starts: u32, ends: Option<u32>) -> SeatTerm {
    let term = Term { starts: day(starts), ends: ends.map(day) };
    SeatTerm { holder: holder.to_owned(), capacity: Capacity::Personal, term }
}

on_both!(seats_show_who_holds_them_on_a_day_and_who_did, |data: Throwaway| async move {
    let services = &data.services;
    let body = gather(services, "Care assembly").await;
    seats::add_constituency(services, &body, seats_of("Patients", 2)).await.expect("added");
    seats::add_constituency(services, &body, seats_of("Staff", 1)).await.expect("added");
    let empty = seats::seats(services, &body, day(10)).await.expect("the seats");
    let first = empty[0].seats[0].id;
    seats::appoint(services, &body, first, term("Ada", 1, Some(5))).await.expect("free");
    seats::appoint(services, &body, first, term("Bea", 6, Some(12))).await.expect("free");
    seats::appoint(services, &body, first, term("Cy", 20, None)).await.expect("free");
    let label = SeatDetails { label: "North".to_owned() };
    seats::label_seat(services, &body, first, label).await.expect("labelled");

    let on = async |on: NaiveDate| seats::seats(services, &body, on).await.expect("the seats");
    let patients = &on(day(10)).await[0];
    assert_eq!((patients.name.as_str(), patients.target, patients.filled), ("Patients", 2, 1));
    let seat = &patients.seats[0];
    let names = |holders: &[seats::Holder]| holders.iter().map(|one| one.name.clone()).collect::<Vec<_>>();
    assert_eq!(seat.holder.as_ref().map(|holder| holder.name.as_str()), Some("Bea"));
    assert_eq!((names(&seat.past), names(&seat.coming)), (vec!["Ada".to_owned()], vec!["Cy".to_owned()]));
    assert_eq!((seat.label.as_str(), patients.seats[1].label.as_str()), ("North", "2"));
    assert!(patients.seats[1].holder.is_none());
    // The last day counts; the day after it the seat is vacant.
    assert_eq!((on(day(12)).await[0].filled, on(day(13)).await[0].filled), (1, 0));
    assert_eq!(names(&on(day(25)).await[0].seats[0].past), ["Bea", "Ada"]);
    assert_eq!((on(day(10)).await[1].target, on(day(10)).await[1].filled), (1, 0));
});

on_both!(a_seat_has_one_holder_a_day_even_when_all_are_appointed_together, |data: Throwaway| async move {
    let services = &data.services;
    let body = gather(services, "Care assembly").await;
    seats::add_constituency(services, &body, seats_of("Patients", 1)).await.expect("added");
    let seat = seats::seats(services, &body, day(1)).await.expect("the seats")[0].seats[0].id;
    let appointments = (1..=8).map(|n| {
        let (services, body) = (services.clone(), body.clone());
        tokio::spawn(
            async move { seats::appoint(&services, &body, seat, term("Someone", n, Some(20))).await },
        )
    });
    let mut seated = Vec::new();
    for appointment in appointments.collect::<Vec<_>>() {
        match appointment.await.expect("no panic") {
            Ok(term) => seated.push(term),
            Err(Failure::Invalid(problems)) => assert!(problems.at("starts").is_some()),
            Err(other) => panic!("{other}"),
        }
    }
    assert_eq!(seated.len(), 1);
    let next =
        seats::appoint(services, &body, seat, term("Next", 21, None)).await.expect("free from then on");
    let longer = seats::change_term(services, &body, seated[0], term("Someone", 10, None)).await;
    assert!(matches!(longer, Err(Failure::Invalid(_))), "the next has the seat");
    seats::change_term(services, &body, seated[0], term("Someone", 10, Some(15))).await.expect("shorter");
    seats::change_term(services, &body, next, term("Next", 16, None))
        .await
        .expect("its own days do not count");
});

on_both!(seats_of_another_assembly_are_not_there, |data: Throwaway| async move {
    let services = &data.services;
    let (body, other) = (gather(services, "One").await, gather(services, "Other").await);
    let group = seats::add_constituency(services, &body, seats_of("Patients", 1)).await.expect("added");
    let seat = seats::seats(services, &body, day(1)).await.expect("the seats")[0].seats[0].id;
    let appointed = seats::appoint(services, &other, seat, term("Ada", 1, None)).await;
    assert!(matches!(appointed, Err(Failure::NotFound("seat"))));
    let changed = seats::change_constituency(services, &other, group, seats_of("X", 2)).await;
    assert!(matches!(changed, Err(Failure::NotFound("constituency"))));
});

on_both!(only_seats_that_nobody_ever_held_are_taken_away, |data: Throwaway| async move {
    let services = &data.services;
    let body = gather(services, "Care assembly").await;
    let group = seats::add_constituency(services, &body, seats_of("Patients", 4)).await.expect("added");
    let read = async || seats::seats(services, &body, day(10)).await.expect("the seats").remove(0);
    let last = read().await.seats[3].id;
    seats::appoint(services, &body, last, term("Ada", 1, Some(2))).await.expect("free");
    let resize =
        async |seats| seats::change_constituency(services, &body, group, seats_of("Carers", seats)).await;
    resize(2).await.expect("two were never held");
    let now = read().await;
    assert_eq!((now.name.as_str(), now.target, now.seats[1].id), ("Carers", 2, last));
    resize(1).await.expect("the first was never held");
    resize(3).await.expect("two more");
    let labels: Vec<_> = read().await.seats.into_iter().map(|seat| seat.label).collect();
    assert_eq!(labels, ["4", "5", "6"]);
    seats::appoint(services, &body, read().await.seats[2].id, term("Bea", 1, None)).await.expect("free");
    let refused = resize(1).await;
    assert!(matches!(refused, Err(Failure::Invalid(problems)) if problems.at("seats").is_some()));
    assert_eq!(read().await.target, 3);
});
