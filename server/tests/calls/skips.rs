//! A form that skips and ends early: built in the browser, tried, read, and answered along three routes.

use services::on_both;
use services::testing::Throwaway;

use super::{Maker, TIMES};
use crate::support::{Browser, House, Page};

/// A call that asks carers alone: whoever is none is led to a page where nothing is sent, whoever does not work past a section.
struct Routed {
    maker: Maker,
    /// The questions in order.
    asked: Vec<String>,
    sections: Vec<String>,
    end: String,
}

impl Routed {
    async fn new(house: &House) -> Self {
        let mut maker = Maker::new(house).await;
        let mut sections = Vec::new();
        for title in ["You", "Work", "Care"] {
            sections.push(maker.section(title).await);
        }
        let yes_or_no = [("kind", "single-choice"), ("choices", "Yes\nNo"), ("required", "yes")];
        let mut asked = Vec::new();
        for (section, title, rest) in [
            (0, "Are you a carer?", yes_or_no.as_slice()),
            (0, "Do you work?", &yes_or_no),
            (1, "What is your work?", &[("kind", "short-text"), ("required", "yes")]),
            (2, "What would help?", &[("kind", "long-text"), ("required", "yes")]),
        ] {
            let mut fields = vec![("section", sections[section].as_str()), ("title", title)];
            fields.extend(rest);
            asked.push(maker.add("new", &fields).await);
        }
        let page =
            [("title", "Not for you"), ("text", "We ask carers.\n\nTry the council."), ("sends", "no")];
        let end = maker.add("ends/new", &page).await;
        Self { maker, asked, sections, end }
    }

    /// The value by which a question (from 0) is answered with a choice, as the form of a skip has it.
    async fn ticked(&mut self, question: usize, choice: &str) -> String {
        let page = self.maker.look(&format!("/questions/{}/skips/new", self.asked[question])).await;
        let labels = page.texts("#asked-if .govuk-checkboxes label");
        let said = format!("The answer to question {} is “{choice}”", question + 1);
        let at = labels.iter().position(|label| *label == said).expect("a choice");
        page.attribute(&format!("#asked-if-{}", at + 1), "value").expect("a value")
    }

    async fn skip(&mut self, question: usize, choice: &str, to: String) -> String {
        let ticked = self.ticked(question, choice).await;
        let path = format!("{}/skips/new", self.asked[question]);
        self.maker.add(&path, &[("to", to.as_str()), ("asked-if", &ticked)]).await
    }

    /// The form with its two skips.
    async fn whole(house: &House) -> Self {
        let mut made = Self::new(house).await;
        let (end, care) = (format!("end:{}", made.end), format!("section:{}", made.sections[2]));
        made.skip(0, "No", end).await;
        made.skip(1, "No", care).await;
        made
    }
}

const OUT: &str = "If the answer to question 1 is “No”, go to the page “Not for you”, where the form ends.";
const PAST: &str = "If the answer to question 2 is “No”, go to the section “Care”.";

on_both!(skips_and_pages_are_built_by_plain_forms_and_said_in_words, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut made = Routed::new(&house).await;
    let builder = made.maker.look("/questions").await;
    assert!(builder.text("#main").contains("Nobody can ever come to this page"));
    let path = format!("/questions/{}/skips/new", made.asked[0]);
    let page = made.maker.refused(&path, &[("to", "")], 422).await;
    assert!(page.text("#to-error").contains("Choose a later section"));
    let back = format!("section:{}", made.sections[0]);
    made.maker.refused(&path, &[("to", &back)], 422).await;
    let page = made.maker.refused("/questions/ends/new", &[("title", "Half")], 422).await;
    assert_eq!(page.attribute("#title", "value").as_deref(), Some("Half"), "nothing typed is lost");
    assert!(page.has("#text-error") && page.has("#sends-error"));

    let end = format!("end:{}", made.end);
    let first = made.skip(0, "No", end.clone()).await;
    let care = format!("section:{}", made.sections[2]);
    let second = made.skip(1, "No", care.clone()).await;
    let builder = made.maker.look("/questions").await;
    assert_eq!(builder.texts(".fm-skips > li > p:first-child"), [OUT, PAST]);
    assert!(!builder.text("#main").contains("Nobody can ever"));

    // A second skip that can never be, and one that holds where the first does.
    let never = made.skip(0, "No", care.clone()).await;
    let builder = made.maker.look("/questions").await.text("#main");
    assert!(builder.contains("a skip above it always comes first"), "{builder}");
    assert!(builder.contains("Some answers satisfy this skip and another too"), "{builder}");
    let builder = made.maker.send(&format!("/questions/skips/{never}/move"), &[("to", "up")]).await;
    assert!(builder.texts(".fm-skips > li > p:first-child")[0].contains("the section “Care”"));
    let ask = made.maker.look(&format!("/questions/skips/{never}/remove")).await;
    assert!(ask.text("#main").contains("go to the section “Care”"));
    made.maker.send(&format!("/questions/skips/{never}/remove"), &[]).await;
    let shown = made.maker.look(&format!("/questions/skips/{first}")).await;
    assert_eq!(shown.attribute("#to option[selected]", "value"), Some(end));
    let ticked = made.ticked(1, "Yes").await;
    made.maker.send(&format!("/questions/skips/{second}"), &[("to", &care), ("asked-if", &ticked)]).await;
    let builder = made.maker.look("/questions").await;
    assert!(builder.texts(".fm-skips > li > p:first-child")[1].contains("question 2 is “Yes”"));
    let refused = made.maker.refused(&format!("/questions/ends/{}/remove", made.end), &[], 422).await;
    assert!(refused.text("#main").contains("A skip leads to this page."));
    let page = [("title", "Not for you"), ("text", "We ask carers alone."), ("sends", "yes")];
    let builder = made.maker.send(&format!("/questions/ends/{}", made.end), &page).await;
    assert!(builder.text("#main").contains("What was answered so far can still be sent."));
});

on_both!(the_preview_follows_a_skip_that_its_own_answer_decides, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut made = Routed::whole(&house).await;
    let link = made.maker.look("").await.text(".fm-private-link");
    let link = link.strip_prefix("http://folkmoot.test").expect("the portal's own address").to_owned();
    let mut guest = house.browser();
    let step = guest.get(&format!("{link}/answer/1")).await.expect(200);
    assert!(step.text("#main").contains(OUT));
    let no = step.attribute("#answer-2", "value").expect("the second choice");
    let end = guest.submit(&format!("{link}/answer/1"), &[("answer", &no)]).await.expect(200);
    assert_eq!(
        (end.address.as_str(), end.text("h1").as_str()),
        (&*format!("{link}/answer/end-1"), "Not for you")
    );
    let consent = guest.submit(&format!("{link}/answer/end-1"), &[]).await.expect(200);
    assert_eq!(consent.text("h1"), "May we publish your response?");
    let step = guest.get(&format!("{link}/answer/2")).await.expect(200);
    let no = step.attribute("#answer-2", "value").expect("the second choice");
    let care = guest.submit(&format!("{link}/answer/2"), &[("answer", &no)]).await.expect(200);
    assert_eq!(care.text("h1"), "What would help?");
    guest.get(&format!("{link}/answer/end-2")).await.expect(404);
});

/// Somebody who answers: sends each step and follows.
async fn walk(guest: &mut Browser, base: &str, steps: &[(&str, &str, &str)]) -> Page {
    let mut page = guest.submit(&format!("{base}/start"), &[]).await.expect(200);
    for (step, field, value) in steps {
        assert_eq!(page.address, format!("{base}/answer/{step}"));
        let value = if *field == "answer" && ["1", "2"].contains(step) {
            page.attribute(if *value == "Yes" { "#answer" } else { "#answer-2" }, "value").expect("a choice")
        } else {
            (*value).to_owned()
        };
        page = guest.submit(&page.address.clone(), &[(field, &value)]).await.expect(200);
    }
    page
}

on_both!(three_routes_lead_to_what_each_is_asked, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut made = Routed::whole(&house).await;
    made.maker.send("/schedule", TIMES).await;
    made.maker.send("/acts/announce", &[]).await;
    let base = format!("/calls/{}", made.maker.slug);
    house.set_clock("2023-01-16 09:00:00");
    let all = house.browser().get(&format!("{base}/questions")).await.expect(200);
    assert!(all.text("#main").contains(OUT) && all.text("#main").contains(PAST));
    assert!(all.texts("h2").contains(&"Where the form can end early".to_owned()));
    assert!(all.text("#main").contains("Try the council."));
    let text = house.browser().get(&format!("{base}/questions.txt")).await.expect(200);
    assert!(text.body.contains("go to the section “Care”"));
    let welsh = house.browser().get(&format!("/cy{base}/questions")).await.expect(200);
    assert!(welsh.text("#main").contains("ewch i’r adran “Care”"));

    let who = [("who", "kind", "individual"), ("about", "name", "")];
    let with = |rest: &[(&'static str, &'static str, &'static str)]| [who.as_slice(), rest].concat();
    let mut out = house.browser();
    let end = walk(&mut out, &base, &with(&[("1", "answer", "No")])).await;
    assert_eq!((end.text("h1").as_str(), end.has("main form")), ("Not for you", false));
    assert!(end.text("#main").contains("There is nothing to send."));
    for step in ["consent", "check"] {
        let page = out.get(&format!("{base}/answer/{step}")).await.expect(303);
        assert_eq!(page.location(), Some(format!("{base}/answer/end-1")), "{step}");
    }
    out.post(&format!("{base}/answer/check"), &[]).await.expect(303);
    out.get(&format!("{base}/confirmation")).await.expect(404);
    let link = end.attribute("#main ul a", "href").expect("a way back");
    assert_eq!(link, format!("{base}/answer/1"));
    let contents = out.get(&format!("{base}/contents")).await.expect(200);
    assert!(
        contents.text("#main").contains("Not for you") && !contents.text("#main").contains("Do you work?")
    );

    // Back, and on along another way.
    let step = out.get(&link).await.expect(200);
    let yes = step.attribute("#answer", "value").expect("a choice");
    let next = out.submit(&link, &[("answer", &yes)]).await.expect(200);
    assert_eq!(next.text("h1"), "Do you work?");
    let page = out.get(&format!("{base}/answer/end-1")).await.expect(303);
    assert_eq!(page.location(), Some(format!("{base}/answer/2")), "the answers do not lead there any more");

    let past = with(&[
        ("1", "answer", "Yes"),
        ("2", "answer", "No"),
        ("4", "answer", "Time."),
        ("consent", "consent", "without-name"),
    ]);
    let check = walk(&mut house.browser(), &base, &past).await;
    assert!(!check.text("#main").contains("What is your work?"));
    assert!(check.has("form button[type=submit]"));

    let whole = with(&[
        ("1", "answer", "Yes"),
        ("2", "answer", "Yes"),
        ("3", "answer", "I teach."),
        ("4", "answer", "Time."),
        ("consent", "consent", "without-name"),
    ]);
    let mut guest = house.browser();
    let check = walk(&mut guest, &base, &whole).await;
    assert!(check.text("#main").contains("I teach."));
    // A changed answer ends it: nothing is sent, and nothing is lost.
    let step = guest.get(&format!("{base}/answer/1?change=1")).await.expect(200);
    let no = step.attribute("#answer-2", "value").expect("a choice");
    let end = guest.submit(&format!("{base}/answer/1?change=1"), &[("answer", &no)]).await.expect(200);
    assert_eq!(end.text("h1"), "Not for you");
    let yes = step.attribute("#answer", "value").expect("a choice");
    guest.submit(&format!("{base}/answer/1"), &[("answer", &yes)]).await.expect(200);
    let check = guest.get(&format!("{base}/answer/check")).await.expect(200);
    assert!(check.text("#main").contains("I teach."));
    guest.submit(&format!("{base}/answer/check"), &[]).await.expect(200);
    let receipt = guest.get(&format!("{base}/receipt")).await.expect(200);
    assert!(receipt.text("#main").contains("I teach."));

    // Now that people answer, skips stay.
    let builder = made.maker.look("/questions").await;
    assert!(!builder.has("a[href*='/skips/']") && !builder.has("a[href$='/ends/new']"));
    made.maker.refused(&format!("/questions/ends/{}", made.end), &[("title", ""), ("text", "x")], 422).await;
    let words = [("title", "Not for you"), ("text", "We ask carers, sorry.")];
    made.maker.send(&format!("/questions/ends/{}", made.end), &words).await;
});
