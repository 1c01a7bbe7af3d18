//! Two people in two browsers: asking, deciding, and what each of them is shown.

use domain::people::Role;
use services::on_both;
use services::testing::Throwaway;

use crate::support::{Browser, House, Page, Who};

/// What does harm wherever it is taken for HTML.
const HOSTILE: &str =
    "</textarea></title><script>alert(1)</script><img src=x onerror=alert(2)> \"quoted\" 'too'";

/// Two people who run the house's call, which takes two.
struct Two {
    house: House,
    base: String,
    asker: Browser,
    other: Browser,
}

impl Two {
    async fn new(data: Throwaway) -> Self {
        let house = House::new(data).await;
        let base = format!("/team/calls/{}", house.call.slug);
        let mut asker = house.browser_of(Who::OnCall(Role::Owner));
        let other = house.browser_of(Who::OnPlatform(Role::Owner));
        let page = asker.post(&format!("{base}/two-people"), &[("people", "two")]).await.expect(303);
        let page = asker.follow(page).await.expect(200);
        assert!(page.text("#main").contains("It takes two people"));
        Self { house, base, asker, other }
    }

    /// What the asker asks for at this page of the call: its address, and the page on which it waits.
    async fn asks(&mut self, path: &str, fields: &[(&str, &str)]) -> (String, Page) {
        let page = self.asker.post(&format!("{}{path}", self.base), fields).await.expect(303);
        let to = page.location().expect("an address");
        assert!(to.contains("/approvals/"), "it waits: {to}");
        let page = self.asker.get(&to).await.expect(200);
        (to, page)
    }
}

#[track_caller]
fn harmless(page: &Page) {
    assert!(!page.has("script:not([src])") && !page.has("img") && !page.has("[onerror]"), "{}", page.address);
}

on_both!(a_call_is_closed_by_two, |data: Throwaway| async move {
    let mut two = Two::new(data).await;
    let asking = two.asker.get(&format!("{}/acts/close-now", two.base)).await.expect(200);
    assert!(asking.text("#main form button").contains("Close the call now: ask for approval"));
    assert!(asking.text(".govuk-inset-text").contains("OnPlatform(Owner)"));
    let (address, page) = two.asks("/acts/close-now", &[("note", "Everyone has answered")]).await;
    assert!(page.text(".govuk-inset-text").contains("OnPlatform(Owner)"), "who can: {}", page.body);
    assert!(!page.has("input[name=decision]") && page.has("form[action$='/withdraw']"));
    let mut guest = two.house.browser();
    guest.submit(&format!("/calls/{}/start", two.house.call.slug), &[]).await.expect(200);

    // The other sees it at home, on the call and among the approvals, and what it would do.
    for path in ["/team", &two.base, &format!("{}/approvals", two.base)] {
        let page = two.other.get(path).await.expect(200);
        assert!(page.has(&format!("a[href='{address}']")), "{path}");
    }
    let page = two.other.get(&address).await.expect(200);
    assert!(page.text("#main").contains("Everyone has answered"));
    assert!(page.text("#main").contains("From this moment nobody can begin a response."));
    let own = two.asker.post(&address, &[("decision", "approve")]).await.expect(409);
    assert!(own.text("#main").contains("You asked for this yourself"));
    two.other.post(&address, &[("decision", "approve")]).await.expect(303);
    let again = two.other.post(&address, &[("decision", "approve")]).await.expect(409);
    assert!(again.text("#main").contains("This no longer waits"));
    let page = two.asker.get(&address).await.expect(200);
    assert!(page.text("#main").contains("Approved") && !page.has("#main form"));
    let mut late = two.house.browser();
    late.post(&format!("/calls/{}/start", two.house.call.slug), &[]).await.expect(409);

    let audit = two.house.browser_of(Who::administrator()).get("/team/audit").await.expect(200);
    // Beside each sentence stands a link to the call.
    let told = audit.texts("tbody th");
    let told: Vec<&str> = told.iter().map(|line| line.trim_end_matches(" Home and hospital")).collect();
    assert_eq!(
        told[..4],
        [
            "OnPlatform(Owner) approved what OnCall(Owner) asked for on the call ‘Home and hospital’: to close the call now",
            "OnPlatform(Owner) closed the call ‘Home and hospital’, as OnCall(Owner) had asked",
            "OnCall(Owner) asked for approval on the call ‘Home and hospital’: to close the call now",
            "OnCall(Owner) decided that the call ‘Home and hospital’ takes two people",
        ]
    );
});

on_both!(new_times_are_shown_beside_the_old, |data: Throwaway| async move {
    let mut two = Two::new(data).await;
    let times = [
        ("opens-date", "2022-12-01"),
        ("opens-time", "09:00"),
        ("closes-date", "2023-02-28"),
        ("closes-time", "12:00"),
        ("grace-minutes", "30"),
        ("run-reason", "Winter is when it is needed."),
        ("reason", "Schools asked for longer."),
    ];
    let (address, _) = two.asks("/schedule", &times).await;
    let page = two.other.get(&address).await.expect(200);
    for reason in ["Winter is when it is needed.", "Schools asked for longer."] {
        assert!(page.text("#main").contains(reason));
    }
    assert_eq!(
        page.texts("tbody td"),
        [
            "9am on 1 December 2022",
            "stays 9am on 1 December 2022",
            "11:59pm on 9 January 2023",
            "midday on 28 February 2023",
            "30 minutes",
            "stays 30 minutes"
        ]
    );
    assert!(page.text("#main").contains("Europe/London"));
    let refused =
        two.other.post(&address, &[("decision", "refuse"), ("reason", "Too late")]).await.expect(303);
    two.other.follow(refused).await.expect(200);
    let page = two.asker.get(&address).await.expect(200);
    assert!(page.text("#main").contains("Too late") && page.text("#main").contains("Refused"));
    let closes = two.asker.get(&format!("{}/schedule", two.base)).await.expect(200);
    assert_eq!(closes.attribute("#closes-date", "value").as_deref(), Some("2023-01-09"));
});

on_both!(what_is_wrong_stands_beside_its_field, |data: Throwaway| async move {
    let mut two = Two::new(data).await;
    let long = "word ".repeat(201);
    for (path, field) in [
        ("/acts/close-now", "note"),
        ("/schedule", "note"),
        ("/two-people", "note"),
        ("/two-people", "people"),
    ] {
        let page = two.asker.post(&format!("{}{path}", two.base), &[("note", &long)]).await.expect(422);
        assert!(page.has(&format!("#{field}-error")), "{path} {field}");
        assert_eq!(page.raw("#note"), long, "{path}");
    }
    let (address, _) = two.asks("/acts/close-now", &[]).await;
    for (fields, field, said) in [
        (vec![("reason", "So")], "decision", "Choose whether you approve"),
        (vec![("decision", "refuse")], "reason", "Say why you refuse"),
        (vec![("decision", "approve"), ("reason", &long)], "reason", "it has 201"),
    ] {
        let page = two.other.post(&address, &fields).await.expect(422);
        assert!(page.text(&format!("#{field}-error")).contains(said), "{fields:?}");
    }
    let page = two.other.post(&address, &[("decision", "refuse"), ("reason", &long)]).await.expect(422);
    assert_eq!(page.raw("#reason"), long);
    assert!(page.has("input[value=refuse][checked]"));
    for nothing in ["x", "0198c0de-0000-7000-8000-000000000000"] {
        let there = format!("{}/approvals/{nothing}", two.base);
        two.other.get(&there).await.expect(404);
        two.other.post(&there, &[("decision", "approve")]).await.expect(404);
        two.other.post(&format!("{there}/withdraw"), &[]).await.expect(404);
    }
    // Whoever may not do it is told nothing of it.
    let mut editor = two.house.browser_of(Who::OnCall(Role::Editor));
    editor.get(&address).await.expect(404);
    assert!(!editor.get(&two.base).await.expect(200).has(&format!("a[href='{address}']")));
    two.other.post(&format!("{address}/withdraw"), &[]).await.expect(409);
    two.asker.post(&format!("{address}/withdraw"), &[]).await.expect(303);
    two.other.post(&address, &[("decision", "approve")]).await.expect(409);
});

on_both!(notes_and_reasons_are_shown_as_text, |data: Throwaway| async move {
    let mut two = Two::new(data).await;
    let (address, page) = two.asks("/acts/close-now", &[("note", HOSTILE)]).await;
    harmless(&page);
    assert!(page.text("#main").contains("<script>alert(1)</script>"));
    let page = two.other.post(&address, &[("reason", HOSTILE)]).await.expect(422);
    harmless(&page);
    two.other.post(&address, &[("decision", "refuse"), ("reason", HOSTILE)]).await.expect(303);
    for path in ["/team", "/team/audit", &two.base, &address, &format!("{}/approvals", two.base)] {
        let mut reader = two.house.browser_of(Who::Everything);
        harmless(&reader.get(path).await.expect(200));
    }
    assert!(two.asker.get(&address).await.text("#main").contains("<script>alert(1)</script>"));
});

on_both!(outcomes_wait_on_their_own_pages, |data: Throwaway| async move {
    let mut two = Two::new(data).await;
    let add = format!("{}/add-recommendation", two.base);
    let typed =
        [("title", "Call the next day"), ("text", "Somebody calls."), ("theme", "Home"), ("source", "Us")];
    let made = two.asker.post(&add, &typed).await.expect(303).location().expect("an address");
    let page = two.asker.get(&made).await.expect(200);
    assert!(page.text("form[action$='/publish']").contains("ask for approval"));
    let path = made.trim_start_matches(&two.base).to_owned();
    let (address, _) = two.asks(&format!("{path}/publish"), &[("note", "It is ready")]).await;
    let page = two.other.get(&made).await.expect(200);
    assert!(page.has(&format!("a[href='{address}']")) && !page.has("form[action$='/publish']"));
    let page = two.other.get(&address).await.expect(200);
    assert!(page.text(".govuk-inset-text").contains("Somebody calls."));
    two.other.post(&address, &[("decision", "approve")]).await.expect(303);
    two.house.browser().get("/recommendations/call-the-next-day").await.expect(200);
    // What is public is not changed under its readers.
    let page = two.asker.post(&format!("{made}/edit"), &typed).await.expect(422);
    assert!(page.text("#title-error").contains("Withdraw it"));
    let reply = [("status", "partly"), ("words", "In part."), ("source", "A letter"), ("on", "2022-12-12")];
    let (address, page) = two.asks(&format!("{path}/reply"), &reply).await;
    assert!(page.text("#main").contains("In part."));
    assert!(!two.house.browser().get("/recommendations/call-the-next-day").await.body.contains("In part."));
    two.other.post(&address, &[("decision", "approve")]).await.expect(303);
    assert!(two.house.browser().get("/recommendations/call-the-next-day").await.body.contains("In part."));
});

on_both!(a_draft_is_deleted_and_its_address_is_gone, |data: Throwaway| async move {
    let house = House::new(data).await;
    let slug = house.draft_call().await;
    let base = format!("/team/calls/{slug}");
    let mut owner = house.browser_of(Who::OnPlatform(Role::Owner));
    let overview = owner.get(&base).await.expect(200);
    let preview = overview.text(".fm-private-link").replace("http://folkmoot.test", "");
    assert!(overview.has("a[href$='/acts/delete']"));
    let page = owner.get(&format!("{base}/acts/delete")).await.expect(200);
    assert!(page.text("#main").contains("The call goes for good, with its 0 questions"));
    let page = owner.submit(&format!("{base}/acts/delete"), &[]).await.expect(200);
    assert_eq!(page.address, "/team");
    for gone in [base.as_str(), &preview, &format!("/calls/{slug}")] {
        owner.get(gone).await.expect(404);
    }
    // A call that people know of is never deleted.
    let kept = format!("/team/calls/{}", house.call.slug);
    assert!(!owner.get(&kept).await.has("a[href$='/acts/delete']"));
    let page = owner.post(&format!("{kept}/acts/delete"), &[]).await.expect(409);
    assert!(page.text("#main").contains("The call was announced, so it stays"));
});
