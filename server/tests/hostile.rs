//! What people type is shown as text everywhere. Hostile text goes into every field of every form that can be reached,
//! and then every page is read again, as every kind of reader, for anything of it that came to life.
//!
//! Forms and pages are found by reading pages, so a new page is tested as soon as a link leads to it.

mod crawl;
mod fill;
mod form;
mod proof;
mod sources;

use std::io::Write;

use axum::http::Method;
use domain::calls::kinds::entries::{self, Limits};
use domain::calls::kinds::{Field, FieldKind, Group, List, Matrix, each};
use domain::calls::{Asks, QuestionDetails, QuestionKind, SectionDetails};
use domain::people::Role;
use folkmoot::web::routes;
use services::calls::{by_slug, edit, questionnaire};
use services::on_both;
use services::testing::Throwaway;

use crate::support::{House, Who};
use crawl::Crawl;
use fill::Filler;

/// Text that would do something if it were taken for anything but text. Each has a word of its own, so that the test
/// sees where it is shown.
const PAYLOADS: [&str; 8] = [
    "hostile-0</textarea><script>alert(1)</script>",
    "hostile-1</title></option></select></svg><script>alert(1)</script>",
    "hostile-2\"><img src=x onerror=alert(1)><foreign-tag>",
    "hostile-3' onfocus='alert(1)' autofocus foreign-attribute='1",
    "hostile-4{{7*7}}${7*7}<%= 7*7 %>{\"}",
    "hostile-5 =HYPERLINK(\"https://evil.test\",\"hostile\") javascript:alert(1)",
    "hostile-6\u{202e}txet desrever\u{2066}\u{200b}&lt;script&gt;&#60;script&#62;",
    "hostile-7-longest-word-longest-word-longest-word-longest-word-longest-word-longest-word-longest-word-longest-word-end",
];

/// Where walks begin: every page that can be asked for without knowing more than a call.
fn starts(house: &House) -> Vec<String> {
    let reads = routes::all().into_iter().filter(|route| route.method == Method::GET);
    let named = reads.map(|route| route.path.replace("{call}", &house.call.slug));
    let plain = named.filter(|path| !path.contains('{')).collect::<Vec<_>>();
    [vec!["/".to_owned(), "/cy".to_owned(), "/team".to_owned()], plain].concat()
}

/// The most pages of one shape (the same address but for names and numbers) that are read while filling, and after.
const MOST: usize = 12;

/// The ends of the addresses of forms that are left alone: they would end the walk, or close the door on those who walk
/// after. So are those which delete a call with all that others would fill, and which make it take two people, after which
/// whoever walks alone could do nothing there any more: `approvals.rs` fills these.
const LEFT_ALONE: [&str; 9] = [
    "/sign-out",
    "/sign-in",
    "/account/confirm",
    "/team/people/close",
    "/leave",
    "/hand-over",
    "/two-people",
    "/acts/delete",
    "/acts/archive",
];

on_both!(nothing_that_was_typed_comes_to_life_on_any_page, |data: Throwaway| async move {
    let house = House::new(data).await;
    let services = house.data.services.clone();
    // The questions of a call that was answered change no more, and these have rules that an empty call could not offer.
    house.draft_like_the_call().await;
    let mut filler = Filler::new(house.browser_of(Who::Everything), &house.call.slug, services);
    let starts = starts(&house);
    filler.fill(&starts).await;
    let never = filler.never_taken();
    assert!(never.is_empty(), "no hostile text was ever taken by {never:#?}");

    let silent = filler.never_recorded();
    assert!(silent.is_empty(), "the audit knows nothing of {silent:#?}");
    let whole = services::audit::check(&house.data.services, &[]).await.expect("the check runs");
    assert_eq!(whole.faults, vec![], "after all that, the audit is whole");

    let mut told = vec![format!("{} forms filled {} times", filler.forms(), filler.sent())];
    let mut shown = std::mem::take(&mut filler.shown);
    let readers =
        [Who::Everything, Who::OnPlatform(Role::Reader), Who::OnCall(Role::Coder), Who::Nobody, Who::Guest];
    for reader in readers {
        let mut browser = house.browser_of(reader);
        for (name, value) in filler.drafts() {
            browser.hold(&name, &value);
        }
        let mut crawl = Crawl::new(browser, MOST);
        for address in starts.iter().map(String::as_str).chain(filler.addresses()) {
            crawl.offer(address);
        }
        let mut pages = 0;
        while let Some(page) = crawl.next().await {
            pages += 1;
            assert!(page.status.as_u16() < 500, "{reader:?}: {} is {}", page.address, page.status);
            shown.extend(proof::inert(&page));
        }
        told.push(format!("{reader:?} read {pages} pages"));
    }
    let missing: Vec<_> = (0..PAYLOADS.len()).filter(|number| !shown.contains(number)).collect();
    assert!(missing.is_empty(), "nobody was shown the texts {missing:?}, so nothing was tested");
    std::io::stdout()
        .write_all(format!("{}\n", told.join("; ")).as_bytes())
        .expect("standard output is open");
});

/// A group whose every word is hostile.
fn hostile_group() -> Group {
    let fields = vec![
        Field::new(PAYLOADS[0], FieldKind::Text).needed(),
        Field::new(PAYLOADS[2], FieldKind::Choice).offering([PAYLOADS[1], PAYLOADS[3]]),
        Field::new(PAYLOADS[5], FieldKind::Line),
    ];
    Group { noun: PAYLOADS[3].to_owned(), fields, limits: Limits { least: 1, most: 2 } }
}

// The walk answers the questions of the house. These are of the other kinds that show what the team has typed.
on_both!(what_is_hostile_in_a_list_or_on_a_scale_stays_text, |data: Throwaway| async move {
    let house = House::new(data).await;
    let services = &house.data.services;
    let slug = house.draft_call().await;
    let call = by_slug(services, &slug).await.expect("the call");
    let section = edit::add_section(services, call.id, SectionDetails::new("You", "")).await.expect("one");
    let scale = Matrix { scale: PAYLOADS[..6].iter().map(|text| (*text).to_owned()).collect() };
    let kinds = [
        Asks::List(List { own: true }),
        Asks::Place(List { own: true }),
        Asks::Matrix(scale),
        Asks::plain(QuestionKind::Ranking),
        Asks::plain(QuestionKind::Points),
        Asks::plain(QuestionKind::Votes),
        Asks::Group(hostile_group()),
    ];
    for (title, asks) in PAYLOADS.into_iter().zip(kinds) {
        let details = QuestionDetails::new(section, title, asks);
        let offers = details.asks.settings().offers();
        let details = if offers { details.offering(PAYLOADS) } else { details };
        edit::put_question(services, call.id, None, details).await.expect("a question");
    }
    let form = questionnaire(services.db.read(), call.id).await.expect("the questions");
    let mut browser = house.browser_of(Who::Everything);
    let (team, preview) =
        (format!("/team/calls/{slug}/questions"), format!("/preview/{}", call.preview_token));
    let mut shown = std::collections::BTreeSet::new();
    for address in [team.clone(), format!("{team}/new"), format!("{preview}/questions")] {
        shown.extend(proof::inert(&browser.get(&address).await.expect(200)));
    }
    for (number, asked) in (1..).zip(&form.questions) {
        let address = format!("{preview}/answer/{number}");
        shown.extend(proof::inert(&browser.get(&format!("{team}/{}", asked.id)).await.expect(200)));
        shown.extend(proof::inert(&browser.get(&address).await.expect(200)));
        for payload in PAYLOADS {
            let mut fields = vec![("answer-typed".to_owned(), payload), ("answer-own".to_owned(), "Ours")];
            fields.extend(asked.choices.iter().map(|choice| (each::field(choice), payload)));
            fields.extend((0..3).map(|at| (entries::field(2, at), payload)));
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, *value)).collect();
            let page = browser.post(&address, &fields).await;
            shown.extend(proof::inert(&page));
            proof::every_problem_stands_beside_its_field(&page);
        }
    }
    assert_eq!(shown.len(), PAYLOADS.len(), "only {shown:?} were shown");
});
