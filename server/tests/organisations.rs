//! The directory of organisations: what anyone reads of it, and how the team keeps it.

use services::on_both;
use services::people::organisations::england;
use services::testing::Throwaway;

use crate::support::{Browser, House, Who};

/// What is typed to add an organisation of this name.
fn typed<'t>(name: &'t str, kind: &'t str) -> Vec<(&'t str, &'t str)> {
    vec![("name", name), ("kind", kind)]
}

async fn add(keeper: &mut Browser, fields: &[(&str, &str)]) -> String {
    let page = keeper.post("/team/add-organisation", fields).await.expect(303);
    page.location().expect("its page")
}

on_both!(the_directory_is_looked_through_by_anyone_in_both_languages, |data: Throwaway| async move {
    let house = House::new(data).await;
    england::load(&house.data.services).await.expect("it loads");
    let mut browser = house.browser();
    let page = browser.get("/organisations").await.expect(200);
    // 49 bodies, and the two systems of the house.
    assert!(page.text("main").contains("51 organisations"));
    assert_eq!(page.texts(".fm-directory li").len(), 50, "the rest is on the next page");
    assert_eq!(browser.get("/organisations?page=2").await.expect(200).texts(".fm-directory li").len(), 1);
    let page = browser.get("/organisations?name=manchester&kind=integrated-care-system").await.expect(200);
    assert_eq!(page.texts(".fm-directory li").len(), 1);
    let page = browser.get("/cy/organisations/greater-manchester").await.expect(200);
    assert_eq!(page.text("h1"), "Greater Manchester");
    assert!(page.text(".fm-facts").contains("QOP"));
    assert_eq!(page.attribute(".fm-facts a", "href").as_deref(), Some("/cy/organisations/north-west"));
    let page = browser.get("/organisations/north-west").await.expect(200);
    let inside = page.attribute("main a[href*='area=']", "href").expect("what is in it");
    assert_eq!(browser.get(&inside).await.expect(200).texts(".fm-directory li").len(), 3);
    browser.get("/organisations/nobody").await.expect(404);
    // Nonsense in an address is no error.
    browser.get("/organisations?kind=x&area=y&page=z&name=%25").await.expect(200);
});

on_both!(the_team_adds_changes_and_ends_an_organisation, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut keeper = house.browser_of(Who::administrator());
    let wrong = [("name", ""), ("code-ods", "?"), ("website", "javascript:alert(1)"), ("contact", "nobody")];
    let page = keeper.post("/team/add-organisation", &wrong).await.expect(422);
    for field in ["name", "kind", "code-ods", "website", "contact"] {
        assert!(page.has(&format!(".govuk-error-summary a[href='#{field}']")), "{field}");
    }
    assert_eq!(page.attribute("#website", "value").as_deref(), Some("javascript:alert(1)"));

    let area = house.systems[0].to_string();
    let full = [
        typed("Harbour Lights", "voluntary"),
        vec![
            ("name-cy", "Goleuadau’r Harbwr"),
            ("code-charity", "1234567"),
            ("area", &area),
            ("website", "https://harbour.example.org/"),
            ("contact", "office@harbour.example.org"),
        ],
    ]
    .concat();
    let old = add(&mut keeper, &full).await;
    let new = add(&mut keeper, &typed("Harbour and Bay", "voluntary")).await;
    let mut anyone = house.browser();
    let public = old.trim_start_matches("/team").to_owned();
    let page = anyone.get(&public).await.expect(200);
    assert!(page.text("main").contains("1234567") && page.text("main").contains("Avonside"));
    assert!(!page.body.contains("office@harbour"), "the address for letters is nobody's business");
    let page = anyone.get(&format!("/cy{public}")).await.expect(200);
    assert_eq!(page.text("h1"), "Goleuadau’r Harbwr");

    let end = format!("{old}/end");
    let page = keeper.post(&end, &[("valid-to", "2022-11-30"), ("successor", "Nobody")]).await.expect(422);
    assert!(page.text(".govuk-error-summary").contains("Nobody"));
    let ending = [("valid-to", "2022-11-30"), ("successor", "Harbour and Bay"), ("note", "They merged.")];
    keeper.post(&end, &ending).await.expect(303);
    let page = anyone.get(&public).await.expect(200);
    let told = page.text(".govuk-inset-text");
    assert!(told.contains("30 November 2022") && told.contains("They merged."), "{told}");
    assert_eq!(
        page.attribute(".govuk-inset-text a", "href"),
        Some(new.trim_start_matches("/team").to_owned())
    );
    let page = anyone.get(new.trim_start_matches("/team")).await.expect(200);
    assert!(page.text("main").contains("Harbour Lights"), "what came before is there too");
    keeper.post(&format!("{old}/reopen"), &[]).await.expect(303);
    assert!(!anyone.get(&public).await.expect(200).has(".govuk-inset-text"));
});

on_both!(a_table_is_checked_first_and_then_added_whole, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut keeper = house.browser_of(Who::administrator());
    let to = "/team/import-organisations";
    let page = keeper.post(to, &[("rows", "name,kind\nOne,voluntary\nTwo,castle\n")]).await.expect(200);
    assert!(page.text(".govuk-warning-text").contains("1 row"), "one row is wrong");
    assert!(!page.has("button[name=act]"), "there is no way on");
    let sent = [("rows", "name,kind\nOne,voluntary\nTwo,castle\n"), ("act", "import")];
    keeper.post(to, &sent).await.expect(422);
    house.browser().get("/organisations/one").await.expect(404);
    let page = keeper.post(to, &[("rows", "name,kind\nOne,voluntary\nTwo,company\n")]).await.expect(200);
    let rows = page.attribute("input[name=rows]", "value").expect("the table goes along");
    let done = keeper.post(to, &[("rows", &rows), ("act", "import")]).await.expect(303);
    let page = keeper.get(&done.location().expect("the list")).await.expect(200);
    assert!(page.text(".govuk-inset-text").contains("2 organisations"));
    house.browser().get("/organisations/two").await.expect(200);
});

on_both!(a_name_is_offered_and_never_forced, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut keeper = house.browser_of(Who::administrator());
    add(&mut keeper, &typed("Harbour <b>Lights", "voluntary")).await;
    let mut browser = house.browser();
    let base = format!("/calls/{}", house.call.slug);
    browser.submit(&format!("{base}/start"), &[]).await.expect(200);
    let about = browser.submit(&format!("{base}/answer/who"), &[("kind", "organisation")]).await.expect(200);
    // The two systems of the house can answer too.
    assert_eq!(about.texts("datalist option").len(), 3);
    assert_eq!(about.attribute("#organisation", "list").as_deref(), Some("organisation-offers"));
    let any = [("organisation", "One that nobody knows"), ("sector", "other")];
    browser.post(&format!("{base}/answer/about"), &any).await.expect(303);
});
