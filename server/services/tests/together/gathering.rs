//! Gathering stories: what people tell a group stays theirs, and only what may be quoted is, word for word.

use chrono::{Days, TimeDelta};
use domain::Language::{English, Welsh};
use domain::calls::{Answer, Given};
use domain::responses::{GatheringDetails, QuoteFault, STORIES_KEPT_DAYS, StoryTold, StoryUse};
use services::responses::gathering::quotes::{self, Cited, Wanted};
use services::responses::gathering::stories::{self, Story, StoryState};
use services::responses::gathering::{self, Gathering, record, told};
use services::responses::together::history;
use services::responses::{draft, read};
use services::testing::Throwaway;
use services::{Failure, follow, on_both};
use uuid::Uuid;

use crate::world::{Someone, World, refused, tick};

/// What a page is given once.
const ONCE: &str = "00000000000000000000000000000000000000000000000000000000000000ab";

const WAITED: &str = "I waited for three days.\n\nNobody told me “why”.";

impl World {
    /// Has the editor ask for stories until the call closes.
    pub async fn gather(&self) -> Gathering {
        let last = gathering::days(&self.call, self.services.clock.now()).1.expect("it closes");
        self.ask_for_stories(&self.editor, details(last)).await.expect("a member asks");
        self.gathering().await
    }

    pub async fn ask_for_stories(&self, who: &Someone, details: GatheringDetails) -> Result<(), Failure> {
        let held = self.open(&self.owner).await;
        gathering::put(&who.services, &self.call, &held, details).await
    }

    pub async fn gathering(&self) -> Gathering {
        let held = self.open(&self.owner).await;
        gathering::of_draft(&self.owner.services, &held).await.expect("a member asks").expect("one is there")
    }

    /// Tells something, and gives the secret of its own link.
    pub async fn tell(&self, text: &str, name: &str, uses: StoryUse) -> String {
        let secret = self.gathering().await.secret;
        let once = self.services.clock.secret();
        told::tell(&self.services, &secret, &once, story(text, name, uses)).await.expect("it is taken")
    }

    pub async fn story(&self, number: i32) -> Story {
        let (held, of) = (self.open(&self.owner).await, self.gathering().await);
        stories::one(&self.owner.services, &held, &of, number).await.expect("it is there")
    }

    /// Quotes these words of a story in the answer.
    pub async fn quote(&self, who: &Someone, number: i32, words: &str) -> Result<(), Failure> {
        let held = self.open(&self.owner).await;
        let wanted = Wanted { number, question: self.question, words: words.to_owned() };
        quotes::quote(&who.services, &self.call, &self.form, &held, wanted, English).await
    }

    async fn quotes(&self) -> Vec<Cited> {
        let held = self.open(&self.owner).await;
        quotes::list(&self.services, &self.form, &held).await.expect("a list")
    }

    async fn answer(&self) -> String {
        match self.open(&self.owner).await.answers.remove(&self.question).map(|answer| answer.given) {
            Some(Given::Text(text)) => text,
            None => String::new(),
            other => panic!("{other:?}"),
        }
    }
}

fn details(last: chrono::NaiveDate) -> GatheringDetails {
    let (heading, asks) = ("Coming home".to_owned(), "What happened to you?".to_owned());
    GatheringDetails { heading, asks, last, named: true }
}

fn story(text: &str, name: &str, uses: StoryUse) -> StoryTold {
    StoryTold { text: text.to_owned(), name: name.to_owned(), uses }
}

on_both!(a_gathering_takes_stories_until_its_last_day_and_while_it_is_open, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    let held = world.open(&world.editor).await;
    assert_eq!(gathering::of_draft(&world.editor.services, &held).await.expect("a member asks"), None);
    let of = world.gather().await;
    let open = async |secret: &str| told::by_secret(&world.services, secret).await.map(|asking| asking.open);
    assert!(open(&of.secret).await.expect("its link"));
    gathering::set_open(&world.editor.services, &held, false).await.expect("closed");
    assert!(!open(&of.secret).await.expect("its link"));
    let late = told::tell(&world.services, &of.secret, ONCE, story(WAITED, "", StoryUse::Unnamed)).await;
    assert_eq!(refused(late), "error-gathering-over");
    gathering::set_open(&world.editor.services, &held, true).await.expect("open again");
    gathering::renew(&world.editor.services, &held).await.expect("another link");
    assert_eq!(refused(open(&of.secret).await), "not found");
    let of = world.gathering().await;
    assert!(open(&of.secret).await.expect("the other link"));

    // Its last day is today, and then it is over.
    let (today, _) = gathering::days(&world.call, world.services.clock.now());
    world.ask_for_stories(&world.approver, details(today)).await.expect("changed");
    assert_eq!(world.gathering().await.secret, of.secret, "its link stays");
    assert!(open(&of.secret).await.expect("its link"));
    let tomorrow = today.checked_add_days(Days::new(1)).expect("a day").and_hms_opt(0, 0, 1).expect("a time");
    world.services.clock.set(domain::calls::zoned(tomorrow, world.call.zone).expect("an instant"));
    assert!(!open(&of.secret).await.expect("its link"));
});

on_both!(what_is_sent_twice_is_one_story_and_what_another_writes_is_another, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    let of = world.gather().await;
    let tell = async |once: &str, text: &str, name: &str| {
        let told = story(text, name, StoryUse::Named);
        told::tell(&world.services, &of.secret, once, told).await.expect("it is taken")
    };
    let (one, two) = futures::future::join(tell(ONCE, WAITED, "Ann"), tell(ONCE, WAITED, "Ann")).await;
    assert_eq!(one, two);
    // On one device another writes, who went back to the page of the first.
    let other = tell(ONCE, "The bus was late.", "Bob").await;
    assert_ne!(one, other);
    assert_eq!(other, tell(ONCE, "The bus was late.", "Bob").await);
    // Whoever makes up what a page is given has a link all the same that nobody can guess.
    assert_ne!(tell("x", "Short.", "Eve").await, tell("x", "Short.", "Eve").await);
    let held = world.open(&world.editor).await;
    let all = stories::list(&world.editor.services, &held, &of, false, (0, 9)).await.expect("all");
    let told: Vec<_> = all.iter().map(|story| (story.number, story.name.as_str())).collect();
    assert_eq!(told, [(1, "Ann"), (2, "Bob"), (3, "Eve"), (4, "Eve")]);
    let mine = told::mine(&world.services, &one).await.expect("their own link");
    assert_eq!((mine.number, mine.text.as_str(), mine.name.as_str()), (1, WAITED, "Ann"));
    assert_eq!(refused(told::mine(&world.services, &of.secret).await), "not found");
});

on_both!(stories_are_quoted_word_for_word_as_members_writing, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    world.gather().await;
    world.tell(WAITED, "Ann", StoryUse::Named).await;
    world.tell("The bus never came at all.", "Bob", StoryUse::Unnamed).await;
    world.tell("Tell nobody of this.", "", StoryUse::ReadOnly).await;
    world.write(&world.owner, "We asked our members.").await;
    for words in ["I waited for four days.", "three day", ""] {
        assert_eq!(refused(world.quote(&world.editor, 1, words).await), "error-quote-not-there");
    }
    assert_eq!(refused(world.quote(&world.editor, 3, "nobody of this").await), "error-story-not-quotable");
    assert_eq!(refused(world.quote(&world.editor, 4, "nobody").await), "not found");
    world.quote(&world.editor, 1, "three  days. Nobody told me \"why\".").await.expect("quoted");
    world.quote(&world.editor, 1, "three days.\nNobody told me “why”.").await.expect("it is there already");
    world.quote(&world.approver, 2, "The bus never came").await.expect("quoted");
    let whole = "We asked our members.\n\n“three days. Nobody told me “why”.” (Story 1, Ann)\n\n\
                 “The bus never came” (Story 2)";
    assert_eq!(world.answer().await, whole);
    let held = world.open(&world.owner).await;
    let all = history::of_question(&world.owner.services, &held, world.question).await.expect("all");
    let by: Vec<_> = all.iter().map(|change| change.by.as_str()).collect();
    assert_eq!(by, ["bob", "ann", "olwen"], "it is their writing");
    let quoted: Vec<_> = world.quotes().await.into_iter().map(|cited| cited.quote.number).collect();
    assert_eq!(quoted, [1, 2]);

    // Nothing is lost of what somebody writes who had opened the answer before.
    let before = world.open(&world.owner).await;
    world.quote(&world.editor, 2, "came at all.").await.expect("quoted");
    let late = Answer::text("Something else.");
    let saved = draft::save_answer(&world.owner.services, &before, world.question, Some(&late)).await;
    assert_eq!(saved.expect("a member"), draft::Saved::Overtaken);
    let wanted = Wanted { number: 2, question: world.question, words: "never".to_owned() };
    let held = world.open(&world.owner).await;
    quotes::quote(&world.editor.services, &world.call, &world.form, &held, wanted, Welsh)
        .await
        .expect("quoted");
    assert!(world.answer().await.ends_with("“came at all.” (Story 2)\n\n“never” (Stori 2)"));
    let wanted = Wanted { number: 2, question: Uuid::nil(), words: "never".to_owned() };
    let nowhere = quotes::quote(&world.editor.services, &world.call, &world.form, &held, wanted, English);
    assert_eq!(refused(nowhere.await), "error-quote-question");
});

on_both!(nothing_is_sent_of_what_was_taken_back, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    world.gather().await;
    let ann = world.tell(WAITED, "Ann", StoryUse::Named).await;
    let bob = world.tell("The bus never came at all.", "Bob", StoryUse::Named).await;
    let eve = world.tell("My notes were lost.", "Eve", StoryUse::Named).await;
    world.tell("Nobody asked me.", "", StoryUse::ReadOnly).await;
    world.finish(&world.editor, "We asked our members.").await;
    for (number, words) in [(1, "three days"), (2, "never came"), (3, "notes were lost")] {
        world.quote(&world.editor, number, words).await.expect("quoted");
    }
    world.sign(&world.approver).await.expect("signed");
    told::take_back(&world.services, &ann).await.expect("taken back");
    told::permit(&world.services, &bob, StoryUse::Unnamed).await.expect("changed");
    assert_eq!(refused(told::permit(&world.services, &ann, StoryUse::Named).await), "error-story-taken-back");
    let faults: Vec<_> = world.quotes().await.into_iter().map(|cited| cited.fault).collect();
    assert_eq!(faults, [Some(QuoteFault::Words), Some(QuoteFault::Name), None]);
    assert_eq!(refused(world.send(&world.owner).await), "error-quotes-withdrawn");
    let gone = world.story(1).await;
    assert!(matches!(gone.state, StoryState::TakenBack(_)) && gone.text.is_empty() && gone.name.is_empty());
    assert_eq!(refused(world.quote(&world.editor, 1, "three days").await), "error-story-not-quotable");

    // The words of the one go, and the name of the other.
    let text = "We asked.\n\n“never came” (Story 2)\n\n“notes were lost” (Story 3, Eve)";
    world.write(&world.editor, text).await;
    assert!(world.quotes().await.iter().all(|cited| cited.fault.is_none()));
    world.sign(&world.approver).await.expect("signed");
    let receipt = world.send(&world.owner).await.expect("sent");
    let response = read::by_reference(&world.services, world.call.id, &receipt.reference).await.expect("it");
    let quoted = record::of_response(&world.services, response.id).await.expect("read").expect("it quotes");
    assert_eq!((quoted.organisation.as_str(), quoted.gathered), ("Harbour Lights", 3));
    assert_eq!(quoted.numbers, [2, 3]);

    // What was sent stays; the story itself can be taken back, and nothing more is told.
    assert_eq!(refused(told::permit(&world.services, &eve, StoryUse::ReadOnly).await), "error-story-sent");
    told::take_back(&world.services, &eve).await.expect("taken back");
    let mine = told::mine(&world.services, &eve).await.expect("their own link");
    assert_eq!((mine.text.as_str(), mine.quotes.len(), mine.asking.open), ("", 1, false));
    assert_eq!(record::of_response(&world.services, response.id).await.expect("read"), Some(quoted));
    let secret = &mine.asking.gathering.secret;
    let late = told::tell(&world.services, secret, ONCE, story("Late.", "", StoryUse::Unnamed)).await;
    assert_eq!(refused(late), "error-gathering-over");
});

on_both!(
    a_story_that_is_taken_back_while_it_is_sent_is_sent_before_or_not_at_all,
    |data: Throwaway| async move {
        let mut world = World::new(&data.services).await;
        for round in 0..6 {
            world.answer_another(&format!("Call {round}")).await;
            world.gather().await;
            let token = world.tell(WAITED, "Ann", StoryUse::Named).await;
            world.finish(&world.editor, "We asked.").await;
            world.quote(&world.editor, 1, "three days").await.expect("quoted");
            world.sign(&world.approver).await.expect("signed");
            let (sent, changed) = futures::future::join(
                world.send(&world.owner),
                told::permit(&world.services, &token, StoryUse::ReadOnly),
            )
            .await;
            match sent {
                Ok(_) => assert_eq!(refused(changed), "error-story-sent"),
                sent => {
                    assert_eq!(refused(sent), "error-quotes-withdrawn");
                    changed.expect("it came before");
                }
            }
        }
    }
);

on_both!(members_choose_and_note_what_is_there, |data: Throwaway| async move {
    let world = World::new(&data.services).await;
    let of = world.gather().await;
    let token = world.tell(WAITED, "Ann", StoryUse::Named).await;
    world.tell("The bus never came at all.", "", StoryUse::Unnamed).await;
    let held = world.open(&world.editor).await;
    let services = &world.editor.services;
    stories::choose(services, &held, 2, true).await.expect("chosen");
    stories::note(services, &held, 1, "Ask her more.".to_owned()).await.expect("noted");
    assert_eq!(stories::count(services, &of).await.expect("counted"), (2, 1));
    let chosen = stories::list(services, &held, &of, true, (0, 9)).await.expect("those");
    assert_eq!(chosen.iter().map(|story| story.number).collect::<Vec<_>>(), [2]);
    stories::choose(services, &held, 2, false).await.expect("left");
    assert_eq!(stories::count(services, &of).await.expect("counted"), (2, 0));
    told::take_back(&world.services, &token).await.expect("taken back");
    assert!(world.story(1).await.note.is_empty(), "what was noted about it goes with it");
    assert_eq!(refused(stories::note(services, &held, 1, "Why?".to_owned()).await), "not found");
    assert_eq!(refused(stories::choose(services, &held, 9, true).await), "not found");
});

on_both!(stories_are_forgotten_in_time_and_what_was_sent_is_not, |data: Throwaway| async move {
    let mut world = World::new(&data.services).await;
    world.gather().await;
    let token = world.tell(WAITED, "Ann", StoryUse::Named).await;
    world.finish(&world.editor, "We asked.").await;
    world.quote(&world.editor, 1, "three days").await.expect("quoted");
    world.sign(&world.approver).await.expect("signed");
    let receipt = world.send(&world.owner).await.expect("sent");
    let sent = (world.draft, world.call.clone());
    let closes = sent.1.times.closes.expect("it closes");
    world.services.clock.set(closes + TimeDelta::days(STORIES_KEPT_DAYS) - TimeDelta::minutes(1));
    world.answer_another("A call of later").await;
    world.gather().await;
    let kept = world.tell("The bus never came at all.", "", StoryUse::Unnamed).await;
    follow::worker::catch_up(&world.services).await.expect("nothing is old");
    assert_eq!(told::mine(&world.services, &token).await.expect("their own link").text, WAITED);

    tick(&world.services);
    world.services.clock.set(closes + TimeDelta::days(STORIES_KEPT_DAYS) + TimeDelta::minutes(1));
    follow::worker::catch_up(&world.services).await.expect("what is old is forgotten");
    assert_eq!(refused(told::mine(&world.services, &token).await), "not found");
    told::mine(&world.services, &kept).await.expect("that of another call is kept");
    world.draft = sent.0;
    let gone = world.story(1).await;
    assert_eq!((gone.state, gone.text.as_str(), gone.name.as_str()), (StoryState::Forgotten, "", ""));
    let response = read::by_reference(&world.services, sent.1.id, &receipt.reference).await.expect("it");
    let quoted = record::of_response(&world.services, response.id).await.expect("read").expect("it quotes");
    assert_eq!((quoted.numbers, quoted.gathered), (vec![1], 1));
});
