//! Passwords: argon2id, off the threads that serve pages, and never on every core at once: whoever reads a page does not
//! wait for those who sign in.

use std::sync::LazyLock;
use std::thread::available_parallelism;
use std::time::Duration;

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::{PasswordHasher, PasswordVerifier};
use tokio::sync::Semaphore;

use crate::{Failure, Services, StoreError};

/// How many passwords are hashed at once. Each takes a core, and twenty megabytes, for some hundredths of a second.
static TURNS: LazyLock<Semaphore> =
    LazyLock::new(|| Semaphore::new(available_parallelism().map_or(1, |cores| cores.get() / 2).max(1)));

/// How long a password waits for its turn. So many are only where somebody floods us, and a page that says so is better than
/// none.
const LONGEST_WAIT: Duration = Duration::from_secs(15);

/// The hash of a password, salted by the clock's chance.
pub async fn hash(services: &Services, password: String) -> Result<String, Failure> {
    let salt: [u8; 16] = services.clock.bytes();
    off_thread(move || {
        Argon2::default().hash_password_with_salt(password.as_bytes(), &salt).map(|hash| hash.to_string())
    })
    .await?
    .map_err(|error| Failure::File(error.to_string()))
}

/// Whether a password is the one that was hashed. Without a hash it takes as long and says no, so that time does not
/// tell which addresses have accounts.
pub async fn verify(password: String, hash: Option<String>) -> Result<bool, Failure> {
    /// The hash of a password that nobody was told.
    const NOBODY: &str =
        "$argon2id$v=19$m=19456,t=2,p=1$Zm9sa21vb3QtZm9sa21vb3Q$jFQ5SnRvhTvgTNm4zBVdqY3Yf5YV8Cq6fZQyUxUTr0U";
    off_thread(move || {
        let known = hash.is_some();
        let hash = hash.unwrap_or_else(|| NOBODY.to_owned());
        let right = PasswordHash::new(&hash)
            .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok());
        right && known
    })
    .await
}

async fn off_thread<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Failure> {
    let closing = || Failure::from(StoreError::Closing);
    let turn = tokio::time::timeout(LONGEST_WAIT, TURNS.acquire()).await;
    let turn = turn.map_err(|_| Failure::Refused("error-sign-in-busy"))?.map_err(|_| closing())?;
    // The turn goes with the work, which goes on where whoever asked for it has hung up.
    let done = tokio::task::spawn_blocking(move || {
        let done = work();
        drop(turn);
        done
    });
    done.await.map_err(|_| closing())
}
