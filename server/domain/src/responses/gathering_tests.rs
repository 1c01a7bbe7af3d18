use proptest::prelude::*;

use super::*;

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, 1, day).expect("a day")
}

fn blank() -> impl Strategy<Value = &'static str> {
    prop::sample::select(&[" ", "\n", "\r\n", "\t", "  \n "][..])
}

fn words(most: usize) -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec("[a-zé’,.]{1,6}", 1..most)
}

proptest! {
    #[test]
    fn any_run_of_words_can_be_quoted_whatever_is_between_them(
        words in words(20), from in 0_usize..20, count in 1_usize..20, one in blank(), other in blank(),
    ) {
        let from = from % words.len();
        let picked = &words[from..(from + count).min(words.len())];
        let found = word_for_word(&words.join(one), &format!("{other}{}{other}", picked.join(other)));
        prop_assert_eq!(found, Some(picked.join(" ")));
    }

    #[test]
    fn what_is_quoted_stands_in_the_story_as_it_was_told(story in any::<String>(), wanted in any::<String>()) {
        if let Some(quoted) = word_for_word(&story, &wanted) {
            prop_assert!(text::line(&story).contains(&quoted));
            prop_assert!(stands(&story, &quoted));
        }
    }

    #[test]
    fn one_word_that_was_never_told_cannot_be_quoted(words in words(20), at in 0_usize..20) {
        let mut changed = words.clone();
        let at = at % changed.len();
        changed[at] = "INVENTED".to_owned();
        prop_assert_eq!(word_for_word(&words.join(" "), &changed.join(" ")), None);
    }

    #[test]
    fn a_passage_is_a_paragraph_of_its_own_and_nothing_before_it_is_lost(
        held in "[ a-z\n]{0,40}", words in words(10), number in 1_i32..1000, name in "[A-Z][a-z]{0,8}|",
    ) {
        let words = words.join(" ");
        let passage = passage(&words, number, &name, Language::English);
        let answer = with_passage(&held, &passage);
        prop_assert_eq!(answer.lines().next_back(), Some(passage.as_str()));
        prop_assert!(answer.starts_with(held.trim_end()));
        prop_assert!(stands(&answer, &words));
        let named = passage.ends_with(&format!("(Story {number}, {name})"));
        prop_assert_eq!(named, !name.is_empty());
    }

    #[test]
    fn nothing_is_sent_that_may_not_be_quoted(
        words in words(10), number in 1_i32..1000, name in "[A-Z][a-z]{1,8}|",
    ) {
        let quote = Quote { number, words: words.join(" "), name };
        let answer = with_passage("We asked.", &passage(&quote.words, number, &quote.name, Language::Welsh));
        prop_assert_eq!(quote.fault(&answer, StoryUse::ReadOnly), Some(QuoteFault::Words));
        prop_assert_eq!(quote.fault(&answer, StoryUse::Named), None);
        let unnamed = (!quote.name.is_empty()).then_some(QuoteFault::Name);
        prop_assert_eq!(quote.fault(&answer, StoryUse::Unnamed), unnamed);
        let without = passage(&quote.words, number, "", Language::English);
        prop_assert_eq!(quote.fault(&without, StoryUse::Unnamed), None);
        prop_assert_eq!(quote.fault("We asked", StoryUse::ReadOnly), None);
    }
}

#[test]
fn a_quote_begins_and_ends_where_words_do_and_keeps_the_marks_of_the_story() {
    let story = "She said: “Don’t start.”\n\nI waited for three days.";
    assert_eq!(word_for_word(story, "\"Don't start.\" I waited").as_deref(), Some("“Don’t start.” I waited"));
    assert_eq!(word_for_word(story, "three days").as_deref(), Some("three days"));
    for wrong in ["art.", "waite", "three day", "three  weeks", "She said “Don't start", " \n "] {
        assert_eq!(word_for_word(story, wrong), None, "{wrong}");
    }
    assert_eq!(word_for_word("xa a a", "a a").as_deref(), Some("a a"), "the first is within a word");
}

#[test]
fn another_of_the_same_name_elsewhere_in_the_answer_is_no_fault() {
    let quote = Quote { number: 3, words: "I waited for days.".to_owned(), name: "Ann".to_owned() };
    let beside = "Ann Lloyd chairs our group.\n\n“I waited for days.” (Story 3)";
    assert_eq!(quote.fault(beside, StoryUse::Unnamed), None);
    let said = "As Ann told us: “I waited for days.”";
    assert_eq!(quote.fault(said, StoryUse::Unnamed), Some(QuoteFault::Name));
    let apart = "“I waited\nfor days.” (Story 3, Ann)";
    assert_eq!(quote.fault(apart, StoryUse::Unnamed), Some(QuoteFault::Name));
}

#[test]
fn a_gathering_has_a_heading_a_request_and_a_day_within_the_call() {
    let typed = |heading: &str, asks: &str, last: &str| {
        let pairs = [("heading", heading), ("asks", asks), ("last-day", last), ("last-month", "1")];
        let mut form = Form::from_pairs(pairs);
        form.set("last-year", "2023");
        GatheringDetails::parse(&form, day(5), Some(day(9)))
    };
    let details = typed("Coming home", "Tell us.\r\nAll of it.", "9").expect("all of it");
    assert_eq!((details.asks.as_str(), details.last, details.named), ("Tell us.\nAll of it.", day(9), false));
    let again = GatheringDetails { named: true, ..details };
    assert_eq!(GatheringDetails::parse(&again.form(), day(5), Some(day(9))), Ok(again));
    for (field, wrong) in [
        ("heading", typed(" ", "Tell us.", "9")),
        ("asks", typed("Home", "", "9")),
        ("asks", typed("Home", &"a".repeat(LONGEST_WORDS + 1), "9")),
        ("last-day", typed("Home", "Tell us.", "4")),
        ("last-day", typed("Home", "Tell us.", "10")),
        ("last-day", typed("Home", "Tell us.", "x")),
    ] {
        assert!(wrong.expect_err(field).at(field).is_some(), "{field}");
    }
}

#[test]
fn a_story_says_how_it_may_be_used_and_a_name_is_needed_only_to_be_quoted_with_it() {
    let read = |story: &str, name: &str, uses: &str, asks_name| {
        let form = Form::from_pairs([("story", story), ("name", name), ("use", uses)]);
        StoryTold::parse(&form, asks_name)
    };
    let told = read("I waited.\r\nFor days.", " Ann ", "named", true).expect("a story");
    assert_eq!(
        told,
        StoryTold { text: "I waited.\nFor days.".to_owned(), name: "Ann".to_owned(), uses: StoryUse::Named }
    );
    assert_eq!(read("I waited.", "", "unnamed", true).map(|told| told.name), Ok(String::new()));
    assert_eq!(read("I waited.", "Ann", "unnamed", false).map(|told| told.name), Ok(String::new()));
    let many = "word ".repeat(STORY_WORDS as usize + 1);
    for (field, wrong) in [
        ("story", read(" \n", "Ann", "named", true)),
        ("story", read(&many, "Ann", "named", true)),
        ("story", read(&"a".repeat(LONGEST_STORY + 1), "Ann", "named", true)),
        ("name", read("I waited.", "", "named", true)),
        ("name", read("I waited.", &"a".repeat(LONGEST_TITLE + 1), "unnamed", true)),
        ("use", read("I waited.", "Ann", "", true)),
        ("use", read("I waited.", "Ann", "named", false)),
    ] {
        assert!(wrong.expect_err(field).at(field).is_some(), "{field}");
    }
}
