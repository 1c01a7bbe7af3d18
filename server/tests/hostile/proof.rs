//! Reading a page as a browser does, for anything in it that is not ours.

use std::collections::BTreeSet;

use scraper::node::Element;
use scraper::{Html, Node};

use super::PAYLOADS;
use crate::support::Page;

/// Elements that no page of the portal has.
const FOREIGN: [&str; 10] =
    ["img", "iframe", "object", "embed", "base", "style", "foreign-tag", "marquee", "audio", "video"];

/// The one address elsewhere that is meant to be a link: that of a film, which the team gives for a version of a document.
pub const FILM: &str = "https://films.example.org/1";

/// Attributes that hold an address.
const ADDRESSES: [&str; 6] = ["href", "src", "action", "formaction", "xlink:href", "data"];

/// Fails where anything on the page could run or come from elsewhere. Gives the numbers of the hostile texts that it
/// shows as text.
pub fn inert(page: &Page) -> BTreeSet<usize> {
    if !page.header("content-type").starts_with("text/html") {
        inert_file(page);
        return BTreeSet::new();
    }
    let html = Html::parse_document(&page.body);
    for node in html.tree.nodes() {
        if let Node::Element(element) = node.value() {
            inert_element(element, page);
        }
        if let Node::Comment(comment) = node.value() {
            assert!(!comment.contains("hostile-"), "{}: a comment holds {comment:?}", page.address);
        }
    }
    assert_eq!(page.texts("title").len(), 1, "{}: one title", page.address);
    let ours = html.select(&scraper::Selector::parse("head > script").expect("a selector")).count();
    let all = html.select(&scraper::Selector::parse("script").expect("a selector")).count();
    assert_eq!(ours, all, "{}: scripts are in the head alone", page.address);
    let text: String = html.root_element().text().collect();
    let values: String =
        page.body.split("value=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    (0..PAYLOADS.len())
        .filter(|number| {
            let mark = format!("hostile-{number}");
            text.contains(&mark) || values.contains(&mark)
        })
        .collect()
}

fn inert_element(element: &Element, page: &Page) {
    let (name, at) = (element.name(), &page.address);
    assert!(!FOREIGN.contains(&name), "{at}: there is a <{name}>");
    assert!(!name.contains("hostile"), "{at}: there is a <{name}>");
    if name == "script" {
        let source = element.attr("src").unwrap_or_default();
        assert!(
            source.starts_with("/assets/") || source.is_empty() && is_unbuilt(element),
            "{at}: {element:?}"
        );
    }
    if name == "meta" {
        assert!(element.attr("http-equiv").is_none(), "{at}: {element:?}");
    }
    for (attribute, value) in element.attrs() {
        assert!(!attribute.starts_with("on"), "{at}: <{name} {attribute}={value:?}>");
        assert!(attribute != "style", "{at}: <{name} style={value:?}>, which our own policy forbids");
        assert!(
            !attribute.contains("foreign") && !attribute.contains("hostile"),
            "{at}: <{name} {attribute}>"
        );
        assert!(attribute != "autofocus" && attribute != "srcdoc", "{at}: <{name} {attribute}>");
        if ADDRESSES.contains(&attribute) {
            let own = value.is_empty() || value.starts_with(['/', '#', '?']) && !value.starts_with("//");
            let private = value.starts_with("http://folkmoot.test/");
            let letter = value.starts_with("mailto:");
            assert!(own || private || letter || value == FILM, "{at}: <{name} {attribute}={value:?}>");
        }
    }
}

/// A program built without its assets names empty addresses, and nothing stands inside the element.
fn is_unbuilt(element: &Element) -> bool {
    element.attr("src").is_some() && element.attr("type") == Some("module")
}

/// What is not a page must not be taken for one, nor for a formula.
fn inert_file(page: &Page) {
    let (kind, at) = (page.header("content-type"), &page.address);
    assert_eq!(page.header("x-content-type-options"), "nosniff", "{at}");
    assert!(!kind.contains("xml") || kind.contains("openxml"), "{at}: a browser may run {kind}");
    if kind.starts_with("text/csv") {
        assert!(page.header("content-disposition").starts_with("attachment"), "{at}");
        for line in page.body.lines() {
            let formula =
                ["=", "+", "-", "@", "\"=", "\"+", "\"-", "\"@"].iter().any(|sign| line.starts_with(sign));
            assert!(!formula && !line.contains(",=") && !line.contains(",\"="), "{at}: {line}");
        }
    }
}

/// Fails where the summary leads to nothing, or says what the field it leads to does not say.
pub fn every_problem_stands_beside_its_field(page: &Page) {
    let html = page.html();
    let summary = scraper::Selector::parse(".govuk-error-summary li a").expect("a selector");
    for link in html.select(&summary) {
        let field = link.attr("href").unwrap_or_default().trim_start_matches('#');
        let said: String = link.text().collect();
        let by_id =
            |id: &str| html.root_element().descendent_elements().find(|one| one.attr("id") == Some(id));
        assert!(by_id(field).is_some(), "{}: there is no {field} for {said:?}", page.address);
        let beside = by_id(&format!("{field}-error")).map(|message| message.text().collect::<String>());
        let beside = beside.unwrap_or_default();
        assert!(beside.ends_with(&said), "{}: {field} says {beside:?} and not {said:?}", page.address);
    }
}
