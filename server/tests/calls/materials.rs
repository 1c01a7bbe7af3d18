//! Documents beside a call: from the team's forms to everyone's pages, and out as nothing that runs.

use domain::people::Role;
use services::files::{Clamd, Settings, worker};
use services::on_both;
use services::testing::Throwaway;
use services::testing::clamd::Scanner;
use services::testing::files::{docx, eicar, mp3, pdf};

use crate::support::{ASKED, Browser, House, Page, Who};

/// A member of the team who puts documents beside the house's call.
struct Keeper {
    browser: Browser,
    base: String,
}

impl Keeper {
    fn new(house: &House, slug: &str) -> Self {
        let browser = house.browser_of(Who::OnPlatform(Role::Editor));
        Self { browser, base: format!("/team/calls/{slug}/materials") }
    }

    /// Adds a document and gives its address.
    async fn add(&mut self, fields: &[(&str, &str)]) -> String {
        let done = self.browser.post(&format!("{}/new", self.base), fields).await.expect(303);
        let to = done.location().expect("on to its first version");
        to.strip_suffix("/variants/new").expect("the form of a version").to_owned()
    }

    async fn file(&mut self, material: &str, format: &str, name: &str, bytes: &[u8]) -> Page {
        let fields = [("format", format), ("language", "en")];
        self.browser.attach(&format!("{material}/variants/new"), &fields, &[("file", name, bytes)]).await
    }
}

/// The addresses of the files that a page offers.
fn offered(page: &Page) -> Vec<String> {
    let html = page.html();
    let links = scraper::Selector::parse(".fm-material a[download]").expect("a selector");
    html.select(&links).filter_map(|link| link.attr("href").map(str::to_owned)).collect()
}

on_both!(documents_stand_beside_the_call_and_its_questions, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut keeper = Keeper::new(&house, &house.call.slug);
    let whole = [("title", "What <b>we</b> know"), ("title-cy", "Beth a wyddom"), ("summary", "Facts.")];
    let whole = keeper.add(&whole).await;
    let question = house.form.questions[0].id.to_string();
    let asked = keeper.add(&[("title", "About coming home"), ("question", &question)]).await;
    let page = house.browser().get(&format!("/calls/{}", house.call.slug)).await.expect(200);
    assert!(!page.has("#documents"), "what has no version is not there");

    keeper.file(&whole, "main", "facts.pdf", &pdf(&["Facts."])).await.expect(303);
    keeper.file(&whole, "audio", "facts.mp3", &mp3(20)).await.expect(303);
    let welsh = [("format", "web-page"), ("language", "cy"), ("link", "https://example.org/cy")];
    keeper.browser.post(&format!("{whole}/variants/new"), &welsh).await.expect(303);
    keeper.file(&asked, "plain-text", "home.txt", b"Coming home").await.expect(303);

    let call = format!("/calls/{}", house.call.slug);
    let mut guest = house.browser();
    let page = guest.get(&call).await.expect(200);
    assert_eq!(page.texts(".fm-material__title"), ["What <b>we</b> know", "About coming home"]);
    let said = page.text(".fm-material");
    for part in [
        "Facts.",
        "Main document",
        "(PDF, ",
        ", English)",
        "(audio, 9 KB, English)",
        "(on example.org, Welsh)",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(page.text("main").contains("Ask for another format"));
    assert!(page.text("main").contains("For question 1"));
    assert!(page.text("main").contains("another version of “What <b>we</b> know” added (Audio, English)"));
    let questions = guest.get(&format!("{call}/questions")).await.expect(200);
    assert_eq!(questions.texts(".fm-material__title"), ["What <b>we</b> know", "About coming home"]);
    assert!(questions.text(".fm-question").contains("About coming home"));
    guest.post(&format!("{call}/start"), &[]).await.expect(303);
    let step = guest.get(&format!("{call}/answer/{}", ASKED.route)).await.expect(200);
    assert_eq!(step.texts(".fm-beside .fm-material__title"), ["About coming home"]);
    let other = guest.get(&format!("{call}/answer/{}", ASKED.any)).await.expect(200);
    assert!(!other.has(".fm-beside"), "it belongs to another question");
    let welsh = guest.get(&format!("/cy{call}")).await.expect(200);
    assert_eq!(welsh.text(".fm-material__title"), "Beth a wyddom");
    assert!(welsh.text(".fm-material li").contains("Tudalen we"), "what is in Welsh comes first");

    let copy = guest.get(&format!("{call}/questions.txt")).await.expect(200).body;
    let first = offered(&page)[0].clone();
    for part in ["What <b>we</b> know", "Facts.", "For question 1", "https://example.org/cy", &first] {
        assert!(copy.contains(part), "a copy on paper names the documents: {part}: {copy}");
    }

    let files = offered(&page);
    assert_eq!(files.len(), 3);
    for (file, name, kind) in [
        (&files[0], "what-b-we-b-know-main-en.pdf", "application/pdf"),
        (&files[1], "what-b-we-b-know-audio-en.mp3", "audio/mpeg"),
        (&files[2], "about-coming-home-plain-text-en.txt", "text/plain; charset=utf-8"),
    ] {
        let got = guest.get(file).await.expect(200);
        assert_eq!(got.header("content-disposition"), format!("attachment; filename=\"{name}\""));
        assert_eq!(got.header("content-type"), kind);
        assert!(got.header("content-security-policy").ends_with("sandbox"));
        assert_eq!(got.header("x-content-type-options"), "nosniff");
    }
    // A file of one call is nothing at the address of another, nor after it was removed.
    let elsewhere = files[0].replace(&house.call.slug, &house.other.slug);
    guest.get(&elsewhere).await.expect(404);
    guest.get(&format!("{call}/materials/nothing")).await.expect(404);
    keeper.browser.get(&format!("{whole}/remove")).await.expect(200);
    keeper.browser.post(&format!("{whole}/remove"), &[]).await.expect(303);
    guest.get(&files[0]).await.expect(404);
});

on_both!(what_is_wrong_with_a_version_is_said_and_nothing_typed_is_lost, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut keeper = Keeper::new(&house, &house.call.slug);
    let one = keeper.add(&[("title", "Facts")]).await;
    let form = format!("{one}/variants/new");
    let page = keeper.file(&one, "main", "trap.pdf", b"<html><script>alert(1)</script>").await.expect(422);
    assert!(page.text("#file-error").contains("“trap.pdf” has something in it that would run"));
    let page = keeper.file(&one, "main", "facts.mp3", &mp3(20)).await.expect(422);
    assert!(page.text("#file-error").contains("does not fit what this version is"));
    let page = keeper.file(&one, "bsl", "film.pdf", &pdf(&["A film."])).await.expect(422);
    assert!(page.text("#link-error").contains("videos and web pages are not kept here"));
    assert!(page.text("#file-error").contains("Choose “film.pdf” again"));
    let typed = [("format", "bsl"), ("language", "pl"), ("link", "javascript:alert(1)"), ("note", "Mine")];
    let page = keeper.browser.post(&form, &typed).await.expect(422);
    assert_eq!(page.attribute("#link", "value").as_deref(), Some("javascript:alert(1)"));
    assert_eq!(page.attribute("#note", "value").as_deref(), Some("Mine"));
    assert!(page.has("input[name=format][value=bsl][checked]"));
    let large = vec![b'a'; 10 * 1024 * 1024 + 1];
    let page = keeper.file(&one, "main", "long.txt", &large).await.expect(422);
    assert!(page.text("#file-error").contains("larger than 10 MB"));
    let page =
        keeper.browser.post(&format!("{}/new", keeper.base), &[("summary", "Typed")]).await.expect(422);
    assert_eq!(page.raw("#summary").trim(), "Typed");
    let docx = docx(&["Facts"]);
    let done = keeper.file(&one, "main", "facts.docx", &docx).await.expect(303);
    assert!(done.location().is_some_and(|to| to.contains("/materials#document-")));
    // Nobody sends sound with a response.
    let page = keeper.browser.get(&keeper.base.clone()).await.expect(200);
    assert!(page.text("main").contains("(Word, "));
});

on_both!(before_the_announcement_they_are_for_the_team_and_the_private_link, |data: Throwaway| async move {
    let house = House::new(data).await;
    let slug = house.draft_call().await;
    let mut keeper = Keeper::new(&house, &slug);
    let one = keeper.add(&[("title", "Facts")]).await;
    keeper.file(&one, "main", "facts.pdf", &pdf(&["Facts."])).await.expect(303);
    let call = services::calls::by_slug(&house.data.services, &slug).await.expect("the call");
    let preview = format!("/preview/{}", call.preview_token);
    let page = house.browser().get(&preview).await.expect(200);
    let [file] = offered(&page).try_into().expect("one file");
    assert!(file.starts_with(&preview), "{file}");
    house.browser().get(&file).await.expect(200);
    let own = file.replace(&preview, &format!("/calls/{slug}"));
    house.browser().get(&own).await.expect(404);
    house.browser_of(Who::Nobody).get(&own).await.expect(404);
    keeper.browser.get(&own).await.expect(200);
    house.browser().get(&file.replace(&call.preview_token, "no-such-link")).await.expect(404);
});

on_both!(what_waits_or_has_a_virus_is_handed_to_nobody_and_the_team_is_told, |data: Throwaway| async move {
    let scanner = tokio::task::spawn_blocking(Scanner::start).await.expect("a scanner");
    let settings = |clamd| Settings { clamd: Some(clamd), ..Settings::default() };
    let house = House::new(data).await.with_files(settings(Clamd::Tcp("127.0.0.1:1".to_owned())));
    let mut keeper = Keeper::new(&house, &house.call.slug);
    let one = keeper.add(&[("title", "Facts")]).await;
    keeper.file(&one, "main", "facts.txt", b"Facts.").await.expect(303);
    keeper.file(&one, "plain-text", "eicar.txt", &eicar()).await.expect(303);
    let call = format!("/calls/{}", house.call.slug);
    let page = house.browser().get(&call).await.expect(200);
    assert!(offered(&page).is_empty());
    assert!(page.text(".fm-material").contains("being checked for viruses"));
    let listed = keeper.browser.get(&keeper.base.clone()).await.expect(200);
    assert!(listed.text("main").contains("waits to be scanned for viruses"), "{}", listed.text("main"));

    let house = house.with_files(settings(scanner.tcp()));
    let clock = house.data.services.clock.clone();
    clock.set(clock.now() + chrono::TimeDelta::minutes(10));
    worker::catch_up(&house.data.services).await.expect("looked after");
    let page = house.browser().get(&call).await.expect(200);
    let [file] = offered(&page).try_into().expect("the other is not offered");
    house.browser().get(&file).await.expect(200);
    let held = services::calls::materials::list(&house.data.services, &house.call).await.expect("them");
    let infected = held[0].variants[1].id;
    for mut browser in [house.browser(), keeper.browser.clone().at(house.router.clone())] {
        let page = browser.get(&format!("{call}/materials/{infected}")).await.expect(409);
        assert!(page.text("main").contains("A virus was found"));
    }
    let listed = keeper.browser.at(house.router.clone()).get(&keeper.base).await.expect(200);
    assert!(listed.text("main").contains("Virus found"), "{}", listed.text("main"));
});
