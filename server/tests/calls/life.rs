//! Times, and public acts.

use services::on_both;
use services::testing::Throwaway;

use super::{Maker, TEXTS, TIMES, with};
use crate::support::House;

on_both!(a_call_is_opened_closed_and_ended_by_hand, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut maker = Maker::ready(&house).await;
    let address = format!("/calls/{}", maker.slug);
    let mut guest = house.browser();

    house.set_clock("2023-01-02 10:30:20");
    assert!(
        maker.look("/acts/open-now").await.text("#main").contains("It closes at midday on 21 April 2023.")
    );
    maker.send("/acts/open-now", &[]).await;
    guest.submit(&format!("{address}/start"), &[]).await.expect(200);
    let overview = maker.look("").await;
    assert_eq!(
        overview.texts(".fm-facts dd"),
        ["Open", "10:30am on 2 January 2023", "midday on 21 April 2023", "45 minutes", "1", "0", "1"]
    );
    let acts: Vec<String> = overview.texts(".govuk-button-group a");
    assert_eq!(acts, ["Close the call now"]);
    // The form shows minutes, and the call opened at twenty seconds past one.
    let times = maker.look("/schedule").await;
    assert_eq!(times.attribute("#opens-time", "value").as_deref(), Some("10:30"));
    let same = [("opens-date", "2023-01-02"), ("opens-time", "10:30"), ("closes-date", "2023-05-01")];
    let page = maker.refused("/schedule", &with(TIMES, &same), 422).await;
    assert_eq!(
        page.text("#reason-error"),
        "Error: Say why the closing time moves. People plan by it, and read the reason"
    );
    let same = [same.as_slice(), &[("reason", "Schools asked for longer.")]].concat();
    let page = maker.send("/schedule", &with(TIMES, &same)).await;
    let moved = "On 2 January 2023 it was moved from midday on 21 April 2023 to midday on 1 May 2023.";
    assert!(page.text("#main").contains(moved) && page.text("#main").contains("Schools asked for longer."));
    let page = guest.get(&address).await.expect(200);
    assert!(page.text("#main").contains(moved) && page.text("#main").contains("Schools asked for longer."));

    maker.send("/acts/close-now", &[]).await;
    guest.post(&format!("{address}/start"), &[]).await.expect(409);
    let early = maker.refused("/acts/publish-outcome", &[], 409).await;
    assert!(early.text("#main").contains("may still finish"));
    house.set_clock("2023-01-02 11:16:00");
    maker.send("/acts/publish-outcome", &[]).await;
    let page = guest.get(&address).await.expect(200);
    assert!(page.text("#main").contains("its outcome is published"));
    for act in ["announce", "open-now", "close-now", "publish-outcome"] {
        maker.refused(&format!("/acts/{act}"), &[], 409).await;
        maker.browser.get(&format!("{}/acts/{act}", maker.base)).await.expect(409);
    }
    maker.browser.get(&format!("{}/acts/forget", maker.base)).await.expect(404);

    maker.send("/acts/archive", &[]).await;
    let page = guest.get(&address).await.expect(200);
    assert!(page.text(".fm-facts").contains("Archived") && page.text("#main").contains("no longer changes"));
    assert_eq!(guest.get("/calls").await.expect(200).texts("#archived + ul h3"), ["Waiting for care"]);
    let page = maker.refused("/edit", TEXTS, 409).await;
    assert!(page.text("#main").contains("Bring it back first"));
    maker.refused("/acts/archive", &[], 409).await;
    maker.send("/acts/bring-back", &[]).await;
    maker.send("/edit", TEXTS).await;
    assert!(guest.get(&address).await.expect(200).text(".fm-facts").contains("Outcome published"));
});

on_both!(a_call_is_written_bit_by_bit_and_then_whole, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut maker = Maker::new(&house).await;
    let blank = with(TEXTS, &[("remit", ""), ("privacy-rights", "")]);
    maker.send("/edit", &blank).await;
    let overview = maker.look("").await;
    let states = overview.texts(".govuk-task-list__status");
    assert_eq!(states[..2], ["To do", "To do"], "a text and a part of the notice");
    maker.send("/edit", TEXTS).await;
    let section = maker.section("Your experience").await;
    maker.add("new", &[("section", &section), ("kind", "long-text"), ("title", "What happened?")]).await;
    maker.send("/schedule", TIMES).await;
    maker.send("/acts/announce", &[]).await;
    let page = maker.refused("/edit", &blank, 422).await;
    assert_eq!(page.texts(".govuk-error-summary li").len(), 2);
    assert!(page.has("#remit-error") && page.has("#privacy-rights-error"));
    let mut guest = house.browser();
    let page = guest.get(&format!("/calls/{}", maker.slug)).await.expect(200);
    let parts = page.texts("#privacy ~ h3");
    assert_eq!((parts.len(), parts[0].as_str()), (7, "Who is responsible"));
});

on_both!(a_call_that_lacks_something_is_not_announced_and_says_what, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut maker = Maker::new(&house).await;
    let page = maker.refused("/acts/announce", &[], 409).await;
    assert!(page.text("#main").contains("Set when the call opens and closes first"));
    maker.send("/schedule", TIMES).await;
    let page = maker.refused("/acts/announce", &[], 409).await;
    assert!(page.text("#main").contains("Add at least one question first"));
});

on_both!(a_consultation_asks_for_the_principles_first, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut maker = Maker::ready(&house).await;
    maker.send("/edit", &with(TEXTS, &[("kind", "consultation")])).await;
    let page = maker.refused("/acts/announce", &[], 422).await;
    assert_eq!(
        page.text(".govuk-error-summary li"),
        "Confirm that the Consultation Principles were considered"
    );
    maker.send("/acts/announce", &[("principles", "yes")]).await;
    let page = maker.refused("/edit", TEXTS, 422).await;
    assert!(page.text("#kind-error").contains("cannot be changed"));
});

on_both!(short_runs_and_holidays_are_warned_of_and_taken, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut maker = Maker::ready(&house).await;
    let warned = maker.look("/schedule").await.texts(".govuk-warning-text__text");
    assert_eq!(warned.len(), 1, "over Easter: {warned:?}");
    let short = [("opens-date", "2022-12-14"), ("closes-date", "2023-01-09"), ("closes-time", "00:00")];
    let silent = [short.as_slice(), &[("run-reason", "")]].concat();
    let page = maker.refused("/schedule", &with(TIMES, &silent), 422).await;
    assert!(page.text("#run-reason-error").contains("less than twelve weeks, or over a holiday"));
    let page = maker.send("/schedule", &with(TIMES, &short)).await;
    let warned = page.texts(".govuk-warning-text__text");
    assert!(warned[0].contains("less than twelve weeks") && warned[1].contains("Christmas"), "{warned:?}");
    assert_eq!(page.texts(".fm-facts dd")[1], "11:59pm on 8 January 2023");
    assert_eq!(maker.look("").await.texts(".govuk-warning-text__text"), warned);
});

on_both!(times_that_cannot_be_are_sent_back_as_they_were_typed, |data: Throwaway| async move {
    let house = House::new(data).await;
    let mut maker = Maker::ready(&house).await;
    for (field, message, typed) in [
        ("opens-date", "Enter the date", [("opens-date", "16 January"), ("opens-time", "9")]),
        ("opens-time", "Enter the time", [("opens-date", "16 January"), ("opens-time", "9")]),
        ("closes-date", "must close after", [("closes-date", "2023-01-15"), ("closes-time", "08:59")]),
        ("closes-time", "must close after", [("closes-date", "2023-01-16"), ("closes-time", "08:59")]),
        ("closes-time", "Enter the time", [("closes-date", "2023-04-21"), ("closes-time", "noon")]),
        ("opens-time", "Choose another time", [("opens-date", "2023-01-17"), ("opens-time", "00:00")]),
        ("grace-minutes", "from 0 to 1440", [("grace-minutes", "a day"), ("closes-time", "11:00")]),
    ] {
        let page = maker.refused("/schedule", &with(TIMES, &typed), 422).await;
        assert!(page.text(&format!("#{field}-error")).contains(message), "{field}");
        for (name, value) in typed {
            assert_eq!(page.attribute(&format!("#{name}"), "value").as_deref(), Some(value));
        }
    }
});
