//! A file in the browser: uploaded, told what its columns are, checked, brought in.

use domain::people::Role;
use services::on_both;
use services::responses::import::worker;
use services::responses::read;
use services::testing::Throwaway;
use services::testing::files::{docx, workbook};

use crate::support::{Browser, House, Page, Who};

/// Uploads a file and gives where it is, and the page that asks what its columns are.
async fn upload(house: &House, browser: &mut Browser, name: &str, bytes: &[u8]) -> (String, Page) {
    let base = format!("/team/calls/{}/import", house.call.slug);
    let page = browser.attach(&base, &[], &[("file", name, bytes)]).await.expect(303);
    let to = page.location().expect("the page of its columns");
    let page = browser.get(&to).await.expect(200);
    (to.trim_end_matches("/columns").to_owned(), page)
}

/// What is chosen on a page for each of these fields.
fn chosen(page: &Page, fields: &[&str]) -> Vec<String> {
    let value =
        |field: &&str| page.attribute(&format!("#{field} option[selected]"), "value").unwrap_or_default();
    fields.iter().map(value).collect()
}

const ROWS: [&[&str]; 4] = [
    &[
        "id",
        "Did you go home on the day you were told?",
        "Is there anything else?",
        "Type of respondent",
        "=evil()",
    ],
    &["1", "Yes", "The bus was late.", "Member of the public", "=1+1"],
    &["2", "Perhaps", "=HYPERLINK(\"https://evil.test\")", "Member of the public", ""],
    &["3", "No", "<script>alert(1)</script>", "Charity", ""],
];

fn csv() -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in ROWS {
        writer.write_record(row).expect("a row");
    }
    writer.into_inner().expect("a file")
}

/// From the page of the columns to the rows that are brought in, with one that cannot be.
async fn all_the_way(house: &House, name: &str, bytes: &[u8]) {
    let services = &house.data.services;
    let mut browser = house.browser_of(Who::OnCall(Role::LeadAnalyst));
    let (here, page) = upload(house, &mut browser, name, bytes).await;
    let proposed = chosen(&page, &["column-0", "column-1", "column-2", "column-3", "column-4"]);
    assert_eq!(proposed, ["id", "answer-1", "answer-5", "kind", "ignore"]);
    assert!(page.text("tbody").contains("<script>alert(1)</script>"), "what is in it is shown as text");
    let columns: Vec<(String, String)> =
        proposed.into_iter().enumerate().map(|(at, target)| (format!("column-{at}"), target)).collect();
    let mut fields: Vec<(&str, &str)> = columns.iter().map(|(field, target)| (&**field, &**target)).collect();
    fields.extend([("between", "semicolon"), ("channel", "event"), ("consent", "without-name")]);
    let twice = [fields.as_slice(), &[("column-0", "kind")]].concat();
    let twice: Vec<_> = twice.into_iter().rev().collect();
    let page = browser.post(&format!("{here}/columns"), &twice).await.expect(422);
    assert!(page.has("#column-3-error"), "{}", page.text(".govuk-error-summary"));
    let page = browser.submit(&format!("{here}/columns"), &fields).await.expect(200);
    assert_eq!(page.text("h1"), "What do these mean?");
    let meant = chosen(&page, &["value-1-0", "value-3-0", "value-3-1"]);
    assert_eq!(meant, ["", "organisation", "individual"]);
    let fields: Vec<(&str, &str)> =
        ["value-1-0", "value-3-0", "value-3-1"].into_iter().zip(meant.iter().map(String::as_str)).collect();
    let page = browser.submit(&format!("{here}/values"), &fields).await.expect(200);
    assert!(page.text("main").contains("0 of 3 rows are checked"));
    assert_eq!(page.header("refresh"), "5", "it says how far it is without script");
    browser.get(&format!("{here}/columns")).await.expect(409);

    worker::catch_up(services).await.expect("checked");
    let page = browser.get(&here).await.expect(200);
    assert_eq!(page.header("refresh"), "");
    assert!(page.text("tbody").contains("\"Perhaps\" is not among the choices"), "{}", page.text("main"));
    let report = browser.get(&format!("{here}/report.csv")).await.expect(200);
    assert!(report.body.starts_with("line,column,reason\n3,"), "{}", report.body);
    let before = read::count(services, house.call.id).await.expect("a count");
    let page = browser.post(&format!("{here}/begin"), &[]).await.expect(422);
    assert!(page.has("#knowing-error"), "whoever leaves rows out says that they know");
    browser.post(&format!("{here}/begin"), &[("knowing", "yes")]).await.expect(303);
    worker::catch_up(services).await.expect("brought in");
    let page = browser.get(&here).await.expect(200);
    assert!(page.text("main").contains("2 responses were brought in"), "{}", page.text("main"));
    assert_eq!(read::count(services, house.call.id).await.expect("a count"), before + 2);
}

on_both!(a_text_with_commas_is_brought_in, |data: Throwaway| async move {
    let house = House::new(data).await;
    all_the_way(&house, "responses.csv", &csv()).await;
    let all = read::list(&house.data.services, house.call.id, 0, 9).await.expect("the responses");
    assert!(all.iter().all(|one| one.channel == "event" && one.consent.as_str() == "without-name"));
    let mut reader = house.browser_of(Who::OnCall(Role::Reader));
    let page = reader.get(&format!("/team/calls/{}/responses", house.call.slug)).await.expect(200);
    assert!(page.text("tbody").contains("At an event"));
    let page = house
        .browser_of(Who::OnCall(Role::Owner))
        .get(&format!("/team/calls/{}/import", house.call.slug))
        .await;
    let row = page.expect(200).text("tbody tr");
    assert!(row.contains("responses.csv") && row.contains("OnCall(LeadAnalyst)"), "{row}");
});

on_both!(a_workbook_is_brought_in, |data: Throwaway| async move {
    let house = House::new(data).await;
    all_the_way(&house, "responses.xlsx", &workbook(&ROWS)).await;
});

on_both!(what_is_no_table_is_told_beside_the_field, |data: Throwaway| async move {
    let house = House::new(data).await;
    let base = format!("/team/calls/{}/import", house.call.slug);
    let mut browser = house.browser_of(Who::OnCall(Role::LeadAnalyst));
    let words = docx(&["Words"]);
    for (name, bytes, said) in [
        ("empty.csv", &b""[..], "has no rows below its headings"),
        ("heads.csv", b"id,words\n", "has no rows below its headings"),
        ("page.csv", b"<html><script>alert(1)</script></html>", "a page that a browser would run"),
        ("words.xlsx", &words, "is neither CSV nor a workbook"),
        ("report.pdf", b"%PDF-1.7\nnothing", "is neither CSV nor a workbook"),
        ("broken.xlsx", b"PK\x03\x04 nothing", "cannot be read"),
    ] {
        let page = browser.attach(&base, &[], &[("file", name, bytes)]).await.expect(422);
        let told = page.text("#file-error");
        assert!(told.contains(said) && told.contains(&format!("“{name}”")), "{name}: {told}");
    }
    browser.attach(&base, &[], &[]).await.expect(422);
    browser.post(&base, &[]).await.expect(422);
});

on_both!(what_is_in_a_file_is_for_whoever_uploaded_it, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut browser = house.browser_of(Who::OnCall(Role::LeadAnalyst));
    let (here, _) = upload(&house, &mut browser, "responses.csv", &csv()).await;
    let mut other = house.browser_of(Who::OnPlatform(Role::LeadAnalyst));
    for there in ["/columns", "/values", "/report.csv"] {
        let page = other.get(&format!("{here}{there}")).await.expect(409);
        assert!(!page.body.contains("The bus was late"), "{there}");
    }
    let page = other.get(&here).await.expect(200);
    assert!(page.text("main").contains("Somebody else has uploaded this file"));
    other.post(&format!("{here}/discard"), &[]).await.expect(409);
    house.browser_of(Who::OnCall(Role::Coder)).get(&here).await.expect(403);
    browser.post(&format!("{here}/discard"), &[]).await.expect(303);
    let page = browser.get(&here).await.expect(200);
    assert!(page.text("main").contains("nothing of it was brought in"));
});
