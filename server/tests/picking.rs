//! Picking words for a finding on the pages of the team, and the finding as the public then reads it.

use chrono::NaiveDate;
use domain::calls::{Reasons, Schedule};
use domain::responses::{About, Consent};
use domain::text::length;
use services::calls::Call;
use services::on_both;
use services::outcomes::findings;
use services::testing::Throwaway;
use services::testing::evidence::{Evidence, Sent, individual};

use crate::support::{Browser, House, Page, Who};

/// One long answer with a code on the whole of it, and a finding that has no words yet.
struct Desk {
    house: House,
    evidence: Evidence,
    words: String,
    analyst: Browser,
    /// The addresses of the code's excerpts, and of the finding.
    excerpts: String,
    finding: String,
}

impl Desk {
    /// With an answer of this many code points, of someone who agreed to this.
    async fn new(data: Throwaway, long: usize, consent: Consent) -> Self {
        let house = House::new(data).await;
        let evidence = Evidence::new(&house.data.services).await;
        let words: String = "Né à l’hôpital. ".chars().cycle().take(long - 1).chain(['.']).collect();
        let about = About { consent: Some(consent), ..individual() };
        let sent = Sent { about, text: words.clone(), ..Sent::default() };
        let reference = evidence.send(sent).await;
        let code = evidence.code("Told too late", None).await;
        evidence.apply(code, &reference).await;
        let base = format!("/team/calls/{}", evidence.call.slug);
        let mut analyst = house.browser_of(Who::Everything);
        let details = [("title", "People are not told"), ("text", "They are not told when.")];
        analyst.submit(&format!("{base}/findings/new"), &details).await.expect(200);
        let (excerpts, finding) = (format!("{base}/codebook/{code}/excerpts"), format!("{base}/findings/1"));
        Self { house, evidence, words, analyst, excerpts, finding }
    }

    /// How the form names the one excerpt: its answer, its first and last place, and its coding.
    async fn choice(&mut self) -> String {
        let page = self.analyst.get(&self.excerpts).await.expect(200);
        page.attribute("#excerpt", "value").expect("it can be chosen")
    }

    /// Sends the form of the page with this as what was chosen.
    async fn pick(&mut self, chosen: &[&str]) -> Page {
        let fields: Vec<_> =
            [("finding", "1")].into_iter().chain(chosen.iter().map(|one| ("excerpt", *one))).collect();
        self.analyst.submit(&self.excerpts, &fields).await
    }

    /// The words that the finding rests on.
    async fn held(&self) -> Vec<String> {
        let (services, call) = (&self.house.data.services, self.evidence.call.id);
        let finding = findings::by_number(services, call, 1).await.expect("the finding");
        let held = findings::excerpts(services, &finding, &Who::Everything.actor(&self.house.places())).await;
        let held = held.expect("its excerpts");
        held.iter().filter_map(|seen| seen.shown().map(|one| one.words.clone())).collect()
    }
}

on_both!(a_whole_answer_can_be_picked_however_long_it_is, |data: Throwaway| async move {
    let mut desk = Desk::new(data, 300_000, Consent::WithoutName).await;
    let page = desk.analyst.get(&desk.excerpts).await.expect(200);
    for said in [page.text("blockquote"), page.text("label[for=excerpt]")] {
        assert!(said.replace(',', "").contains("300000 characters"), "it says how long it is");
    }
    assert!(page.body.len() < 50_000, "only its beginning is in the page");
    let value = desk.choice().await;
    assert!(value.contains(" 0 300000 "), "{value}");
    let found = desk.pick(&[&value]).await.expect(200);
    // The beginning is shown, and the rest follows when it is asked for.
    let both = found.texts(".fm-quote blockquote");
    assert_eq!(both.len(), 2);
    assert!(length(&both[0]) <= 2000);
    assert_eq!(desk.held().await, [desk.words], "it rests on the whole answer");
});

on_both!(words_that_are_not_there_cannot_be_picked, |data: Throwaway| async move {
    let mut desk = Desk::new(data, 100, Consent::WithoutName).await;
    let value = desk.choice().await;
    let parts: Vec<_> = value.split(' ').collect();
    let (answer, coding) = (parts[0], parts[3]);
    let huge = u64::MAX.to_string();
    for (start, end) in [
        ("0", "101"),
        ("100", "101"),
        ("50", "50"),
        ("60", "50"),
        ("0", huge.as_str()),
        ("-1", "5"),
        ("x", "5"),
    ] {
        let wrong = format!("{answer} {start} {end} {coding}");
        // Not even together with what could be picked.
        for chosen in [vec![wrong.as_str()], vec![value.as_str(), wrong.as_str()]] {
            let page = desk.pick(&chosen).await.expect(422);
            assert!(page.has(".govuk-error-summary a[href='#excerpt']"), "{start} to {end}");
            assert!(
                page.text("#excerpt-error").contains("Choose words that are in the answer"),
                "{start} to {end}"
            );
            assert_eq!(page.attribute("select option[selected]", "value").as_deref(), Some("1"));
            assert_eq!(desk.held().await, [""; 0], "{start} to {end}");
        }
    }
    desk.pick(&[&value]).await.expect(200);
    assert_eq!(desk.held().await, [desk.words]);
});

on_both!(the_public_reads_a_finding_once_it_is_published, |data: Throwaway| async move {
    let mut desk = Desk::new(data, 100, Consent::NotAtAll).await;
    let value = desk.choice().await;
    desk.pick(&[&value]).await.expect(200);
    let call = announced(&desk).await;
    let list = format!("/calls/{}/findings", call.slug);
    let public = format!("{list}/1");
    desk.house.browser().get(&public).await.expect(404);
    let page = desk.analyst.get(&desk.finding).await.expect(200);
    assert!(page.has(&format!("a[href='{public}']")), "the team follows it before it is published");
    assert!(desk.analyst.get(&public).await.expect(200).text("main").contains("Not published"));
    let page = desk.house.browser().get(&format!("/calls/{}", call.slug)).await.expect(200);
    assert!(!page.has(&format!("a[href='{list}']")), "there is nothing to read yet");

    desk.analyst.submit(&format!("{}/publish", desk.finding), &[]).await.expect(200);
    for (prefix, heading) in [("", "Findings"), ("/cy", "Canfyddiadau")] {
        let page = desk.house.browser().get(&format!("{prefix}/calls/{}", call.slug)).await.expect(200);
        assert!(page.has(&format!("a[href='{prefix}{list}']")));
        let page = desk.house.browser().get(&format!("{prefix}{list}")).await.expect(200);
        assert_eq!(page.text("h1"), heading);
        let to = page.attribute("main ul a", "href").expect("a link to the finding");
        assert_eq!(to, format!("{prefix}{public}"));
        let page = desk.house.browser().get(&to).await.expect(200);
        assert_eq!(page.text("h1"), "People are not told");
        // Whoever wrote the words did not agree to publish them: they are counted, and nowhere on the page.
        assert!(page.has(".fm-quote--withheld") && !page.has("blockquote"));
        assert!(!page.body.contains("hôpital"));
    }
    for nowhere in ["2", "0", "-1", "x", "99999999999", "1%00"] {
        desk.house.browser().get(&format!("{list}/{nowhere}")).await.expect(404);
    }
    let other = format!("/calls/{}/findings/1", desk.house.call.slug);
    desk.house.browser().get(&other).await.expect(404);
});

/// The call, so far as the public knows it.
async fn announced(desk: &Desk) -> Call {
    let (services, call) = (&desk.house.data.services, &desk.evidence.call);
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).expect("a day");
    let times = Schedule {
        opens: day(2022, 12, 1).and_hms_opt(9, 0, 0).expect("a time"),
        closes: day(2023, 1, 9).and_hms_opt(23, 59, 0).expect("a time"),
        grace_minutes: 30,
        reasons: Reasons::for_run("It is a test."),
    };
    services::calls::edit::schedule(services, call, times).await.expect("times");
    let call = services::calls::by_slug(services, &call.slug).await.expect("the call");
    services::calls::edit::announce(services, &call).await.expect("announced");
    services::calls::by_slug(services, &call.slug).await.expect("the announced call")
}
