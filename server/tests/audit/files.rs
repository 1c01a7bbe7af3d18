//! The audit out to a file: whole, with its proof, on record itself, and safe to open.

use services::audit::{chain, check};
use services::on_both;
use services::store::entities::audit;
use services::testing::Throwaway;

use super::{NAME, admit, house};

on_both!(the_json_can_be_checked_by_anyone, |data: Throwaway| async move {
    let (house, mut browser) = house(data).await;
    let page = browser.post("/team/audit/json", &[]).await.expect(200);
    assert_eq!(page.header("content-type"), "application/json");
    assert_eq!(page.header("content-disposition"), "attachment; filename=\"audit.json\"");
    let document: serde_json::Value = serde_json::from_str(&page.body).expect("one JSON document");
    let report = check(&house.data.services, &[]).await.expect("the check runs");
    let head = report.head.expect("a head");
    assert_eq!(document["head"]["hash"], head.hash.as_str());
    let acts = document["acts"].as_array().expect("the acts");
    assert_eq!(acts.len() as i64, head.sequence);
    let last = acts.last().expect("an act");
    assert_eq!(
        last["what"],
        format!("{NAME} took the audit out to a file (json)"),
        "it holds its own taking out"
    );
    let mut previous = chain::NOTHING.to_owned();
    for act in acts {
        let row = row_of(act);
        assert_eq!((&row.previous, chain::hash(&row)), (&previous, row.hash.clone()), "row {}", row.sequence);
        previous = row.hash;
    }
    assert_eq!(previous, head.hash);
});

fn row_of(act: &serde_json::Value) -> audit::Model {
    let text = |name: &str| act[name].as_str().expect("a text").to_owned();
    let id = |name: &str| act[name].as_str().map(|id| id.parse().expect("an id"));
    audit::Model {
        sequence: act["number"].as_i64().expect("a number"),
        at: text("at").parse().expect("an instant"),
        actor: text("actor"),
        actor_id: id("actor_id"),
        act: text("act"),
        scope: text("scope"),
        scope_id: id("scope_id"),
        subject: text("subject"),
        subject_id: id("subject_id"),
        details: text("details"),
        previous: text("previous"),
        hash: text("hash"),
    }
}

on_both!(the_csv_is_safe_to_open_and_holds_what_was_asked_for, |data: Throwaway| async move {
    let (house, mut browser) = house(data).await;
    let formula = "=HYPERLINK(\"https://evil.test\")";
    admit(&house, &mut browser, formula, "eve@folkmoot.test", "reader").await;
    let page = browser.post("/team/audit/csv?act=signed-in", &[]).await.expect(200);
    assert!(page.header("content-type").starts_with("text/csv"));
    let mut reader = csv::Reader::from_reader(page.body.as_bytes());
    let headings: Vec<String> = reader.headers().expect("headings").iter().map(str::to_owned).collect();
    assert_eq!(headings[..4], ["number", "at", "who", "what"]);
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), 1);
    assert_eq!(&rows[0][3], "'=HYPERLINK(\"https://evil.test\") signed in");
    for cell in rows.iter().flatten() {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
    }
    let page = browser.get("/team/audit?act=audit-exported").await;
    assert!(page.text("tbody").contains("took the audit out to a file (csv)"));
});

on_both!(nobody_takes_it_out_by_a_link, |data: Throwaway| async move {
    let (_house, mut browser) = house(data).await;
    for form in ["csv", "json"] {
        browser.get(&format!("/team/audit/{form}")).await.expect(405);
    }
});
