//! Who may open a document, and as what it is handed out.

use domain::people::{Action, Resource, Role, may};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use services::on_both;
use services::store::entities::audit;
use services::testing::Throwaway;
use services::testing::files::pdf;

use super::{Sender, asking, listed};
use crate::support::{House, Page, Who};

/// The address of the first document that a page lists.
fn first(page: &Page) -> String {
    page.attribute(".fm-document__name a", "href").expect("a link to it")
}

#[track_caller]
fn harmless(page: &Page, name: &str) {
    assert_eq!(page.header("content-disposition"), format!("attachment; filename=\"{name}\""));
    assert_eq!(page.header("content-type"), "application/pdf");
    assert_eq!(page.header("x-content-type-options"), "nosniff");
    let policy = page.header("content-security-policy");
    assert!(policy.starts_with("default-src 'none'") && policy.ends_with("sandbox"), "{policy}");
    assert_eq!(page.header("cache-control"), "no-store");
}

on_both!(a_document_is_for_those_who_read_responses_and_for_whoever_sent_it, |data: Throwaway| async move {
    let house = House::new(data).await;
    asking(&house).await;
    let bytes = pdf(&["Our evidence."]);
    let mut someone = Sender::new(&house).await;
    someone.attach(&[("<b>ours</b>.pdf", &bytes)]).await.expect(303);
    let page = someone.look().await;
    assert_eq!(listed(&page), ["b>.pdf"]);
    let own = first(&page);
    let got = someone.browser.get(&own).await.expect(200);
    harmless(&got, "document.pdf");
    assert!(got.body.starts_with("%PDF-1.4"));
    // Another respondent has nothing of it, though they know its hash.
    let mut other = Sender::new(&house).await;
    other.browser.get(&own).await.expect(404);
    assert_eq!(house.browser().get(&own).await.status.as_u16(), 409, "who holds no draft is told so");

    let reference = someone.finish().await;
    someone.browser.get(&own).await.expect(200);
    let address = format!("/team/calls/{}/responses/{reference}", house.call.slug);
    let page = house.browser_of(Who::OnPlatform(Role::Reader)).get(&address).await.expect(200);
    let theirs = first(&page);
    for who in Who::all() {
        let allowed = may(&who.actor(&house.places()), Action::OpenDocuments, Resource::Call(house.call.id));
        let page = house.browser_of(who).get(&theirs).await;
        assert_eq!(page.status.as_u16() == 200, allowed, "{who:?}: {}", page.status);
        if allowed {
            harmless(&page, &format!("{reference}-1.pdf"));
        }
    }
    let mut reader = house.browser_of(Who::OnPlatform(Role::Reader));
    reader.get(&format!("{address}/documents/{}", "0".repeat(64))).await.expect(404);
    let rows = audit::Entity::find().filter(audit::Column::Act.eq("document-opened"));
    let rows = rows.all(house.data.services.db.read()).await.expect("the audit");
    assert!(!rows.is_empty());
    let told = format!("{rows:?}");
    assert!(told.contains(&reference) && !told.contains("ours"), "{told}");
});
