//! Threads for what takes a whole core and can wait a little: never on every core at once, and at a low priority, so
//! that a page that is asked for meanwhile comes first.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::thread::{available_parallelism, spawn};
use std::time::Duration;

use tokio::sync::{Semaphore, oneshot};

use crate::{Failure, StoreError};

type Work = Box<dyn FnOnce() + Send>;

/// The threads, and a turn for each of them.
struct Quiet {
    turns: Semaphore,
    work: Mutex<Sender<Work>>,
}

static QUIET: LazyLock<Quiet> = LazyLock::new(|| {
    let threads = available_parallelism().map_or(1, |cores| cores.get() / 2).max(1);
    let (work, queue) = channel();
    let queue = Arc::new(Mutex::new(queue));
    for _ in 0..threads {
        let queue = Arc::clone(&queue);
        spawn(move || serve(&queue));
    }
    Quiet { turns: Semaphore::new(threads), work: Mutex::new(work) }
});

/// How long work waits for its turn. So much waits only where somebody floods us, and a page that says so is better than
/// none.
const LONGEST_WAIT: Duration = Duration::from_secs(15);

/// How far behind pages this work comes, as `nice` counts it. On a core that has no rest it still gets a tenth, so that nobody is
/// locked out while many read.
#[cfg(target_os = "linux")]
const BEHIND: i32 = 10;

/// Does some work on a quiet thread. It goes on where whoever asked for it has hung up.
pub(super) async fn quietly<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Failure> {
    let closing = || Failure::from(StoreError::Closing);
    let turn = tokio::time::timeout(LONGEST_WAIT, QUIET.turns.acquire()).await;
    let turn = turn.map_err(|_| Failure::Refused("error-sign-in-busy"))?.map_err(|_| closing())?;
    let (done, answer) = oneshot::channel();
    let job = Box::new(move || {
        // Nobody may be there any more to hear it.
        let _ = done.send(work());
        drop(turn);
    });
    let sent = QUIET.work.lock().unwrap_or_else(PoisonError::into_inner).send(job);
    sent.map_err(|_| closing())?;
    answer.await.map_err(|_| closing())
}

/// Works for as long as the program runs.
fn serve(queue: &Mutex<Receiver<Work>>) {
    step_back();
    loop {
        let next = queue.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(work) = next else { return };
        // Work that fails is no answer to whoever asked; the thread is there for the next.
        if catch_unwind(AssertUnwindSafe(work)).is_err() {
            tracing::error!("work on a quiet thread failed");
        }
    }
}

/// Gives this thread a low priority. Elsewhere than on Linux a priority is that of the whole program.
fn step_back() {
    #[cfg(target_os = "linux")]
    if let Err(error) = rustix::process::setpriority_process(Some(rustix::thread::gettid()), BEHIND) {
        tracing::warn!(%error, "passwords are checked at the priority of pages");
    }
}
