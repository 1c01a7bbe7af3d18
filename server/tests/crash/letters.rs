//! `kill -9` while letters are being sent: nobody gets one twice, and none is lost from sight.

use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;
use std::time::Duration;

use domain::Language;
use domain::mail::{LetterState, TestLetter};
use sea_orm::EntityTrait;
use services::mail::desk;
use services::store::entities::letter;
use services::testing::smtp::{MailServer, Manner, Terms};
use services::{Clock, Place, Services};

use super::server::Server;

/// How often the server is killed while many letters leave.
const KILLS: u32 = 12;

/// How many letters leave.
const LETTERS: usize = 60;

/// The portal's data, its mail server, and the program that is killed.
struct Post {
    folder: tempfile::TempDir,
    services: Services,
    server: MailServer,
}

impl Post {
    async fn new(letters: usize, terms: Terms) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let services =
            Services::open(&Place::folder(folder.path()), Clock::machine()).await.expect("the data");
        for number in 0..letters {
            let address = format!("person-{number}@folkmoot.test");
            desk::test(&services, TestLetter { address, language: Language::English }).await.expect("posted");
        }
        let server = MailServer::start_at(SocketAddr::from(([127, 0, 0, 1], 0)), terms);
        Self { folder, services, server }
    }

    fn serve(&self) -> Server {
        let at = self.server.address;
        Server::start_with(
            &Place::folder(self.folder.path()),
            &[
                ("FOLKMOOT_SMTP_HOST", at.ip().to_string()),
                ("FOLKMOOT_SMTP_PORT", at.port().to_string()),
                ("FOLKMOOT_SMTP_TLS", "none".to_owned()),
                ("FOLKMOOT_SMTP_FROM", "evidence@folkmoot.test".to_owned()),
            ],
        )
    }

    async fn letters(&self) -> Vec<letter::Model> {
        letter::Entity::find().all(self.services.db.read()).await.expect("the letters")
    }

    /// Waits until nothing is left to be done by itself.
    async fn until_settled(&self) -> Vec<letter::Model> {
        for _ in 0..600 {
            let letters = self.letters().await;
            if letters.iter().all(|letter| matches!(letter.state.as_str(), "sent" | "unsure")) {
                return letters;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("within a minute the letters came no further than {:?}", self.letters().await);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_letter_is_sent_once_through_three_kills_in_mid_send() {
    let post = Post::new(1, Terms::default()).await;
    post.server.next([Manner::SilentAtRecipient, Manner::SilentAtData, Manner::SilentAtData]);
    for kill in 1..=3 {
        let serving = post.serve();
        post.server.silent(kill).await;
        drop(serving);
        assert_eq!(post.letters().await[0].state, "sending");
    }
    let _serving = post.serve();
    let letters = post.until_settled().await;
    assert_eq!((letters[0].state.as_str(), post.server.arrived().len()), ("sent", 1));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_letter_that_the_mail_server_has_is_not_sent_again_when_the_last_kill_hid_its_answer() {
    let post = Post::new(1, Terms::default()).await;
    post.server.next([Manner::SilentAtRecipient, Manner::SilentAtData, Manner::SilentAtEnd]);
    for kill in 1..=3 {
        let serving = post.serve();
        post.server.silent(kill).await;
        drop(serving);
    }
    assert_eq!(post.letters().await[0].state, "handing");
    let _serving = post.serve();
    let letters = post.until_settled().await;
    tokio::time::sleep(Duration::from_secs(3)).await;
    assert_eq!(
        (letters[0].state.as_str(), post.server.arrived().len()),
        ("unsure", 1),
        "one, and it is said"
    );
    let counts = desk::counts(&post.services).await.expect("counts");
    assert_eq!(counts[&LetterState::Unsure], 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_gets_a_letter_twice_when_the_server_is_killed_at_any_moment() {
    let slow = Terms { delay: Duration::from_millis(8), ..Terms::default() };
    let post = Post::new(LETTERS, slow).await;
    // The moments only need to be spread over everything that sending does; they need no seed to be fair.
    let chance = Clock::machine();
    for _ in 0..KILLS {
        let serving = post.serve();
        let [moment] = chance.bytes::<1>();
        tokio::time::sleep(Duration::from_millis(30 + u64::from(moment))).await;
        drop(serving);
    }
    let _serving = post.serve();
    let letters = post.until_settled().await;
    let mut copies: BTreeMap<String, usize> = BTreeMap::new();
    for arrived in post.server.arrived() {
        *copies.entry(arrived.to).or_default() += 1;
    }
    assert!(copies.values().all(|count| *count == 1), "someone got a letter twice: {copies:?}");
    let (sent, unsure): (Vec<_>, Vec<_>) = letters.iter().partition(|letter| letter.state == "sent");
    for letter in &sent {
        assert!(
            copies.contains_key(&letter.address),
            "{} is noted as sent and never arrived",
            letter.address
        );
    }
    let known: BTreeSet<_> = letters.iter().map(|letter| &letter.address).collect();
    assert_eq!(known.len(), LETTERS);
    let arrived = unsure.iter().filter(|letter| copies.contains_key(&letter.address)).count();
    eprintln!(
        "{KILLS} kills, {LETTERS} letters: {} sent, {} not known, of which {arrived} had arrived; none twice",
        sent.len(),
        unsure.len()
    );
}
