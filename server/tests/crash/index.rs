//! The search index after all the kills: a server that starts once more brings it up to date by itself.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use domain::search::Query;
use services::calls::by_slug;
use services::search::{Results, search};
use services::{Clock, Place, Services, index};
use uuid::Uuid;

use super::server::Server;

/// Within this time of the last start, everything that is stored can be found. What was stored while the server was
/// being killed is a few seconds of submissions; the rest was indexed between kills.
const CATCHES_UP_WITHIN: Duration = Duration::from_secs(10);

/// Waits for a server to catch up, and then looks for everything: each submission once, with all its answers, and
/// counted right. `stored` has the mark of each submission and its reference.
pub async fn check(place: &Place, stored: &HashMap<String, String>, questions: usize) {
    let services = Services::open(place, Clock::machine()).await.expect("the data opens");
    let call = by_slug(&services, "crash").await.expect("the call").id;
    let began = Instant::now();
    let _server = Server::start(place);
    let took = caught_up(&services, began).await;
    let all = find(&services, call, super::SHARED).await;
    assert_eq!(all.responses, stored.len() as u64, "every response is counted once");
    assert_eq!(all.total, (stored.len() * questions) as u64, "every answer is counted once");
    assert_eq!(all.facets.questions.len(), questions);
    for facet in &all.facets.questions {
        let counted = (facet.answers, facet.responses);
        assert_eq!(
            counted,
            (stored.len() as u64, stored.len() as u64),
            "each question has an answer of each"
        );
    }
    for (mark, reference) in stored {
        let found = find(&services, call, mark).await;
        assert_eq!((found.responses, found.total), (1, questions as u64), "{mark} is found once");
        assert!(
            found.hits.iter().all(|hit| hit.reference == *reference),
            "{mark} is found under its reference"
        );
    }
    assert!(took <= CATCHES_UP_WITHIN, "the index caught up {took:?} after the last start");
    eprintln!(
        "the index caught up {took:?} after the last start; {} submissions found, once each",
        stored.len()
    );
}

/// Waits until nothing waits to be indexed, and gives the time that had gone by since `began`.
async fn caught_up(services: &Services, began: Instant) -> Duration {
    loop {
        let fresh = index::freshness(services).await.expect("how fresh the index is");
        if fresh.behind == 0 && fresh.indexed_at.is_some() {
            return began.elapsed();
        }
        // Far beyond what is allowed: a test that waits for ever says nothing.
        assert!(began.elapsed() < 10 * CATCHES_UP_WITHIN, "the index never caught up: {fresh:?}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

async fn find(services: &Services, call: Uuid, words: &str) -> Results {
    let query = Query { words: words.to_owned(), page: 1, ..Query::default() };
    search(services, call, &query).await.expect("a search")
}
