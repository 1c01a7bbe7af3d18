//! Passwords: argon2id, off the threads that serve pages, and behind them: whoever reads a page does not wait for those who
//! sign in ([`quiet`]).

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::{PasswordHasher, PasswordVerifier};

use super::quiet::quietly;
use crate::{Failure, Services};

/// The hash of a password, salted by the clock's chance.
pub async fn hash(services: &Services, password: String) -> Result<String, Failure> {
    let salt: [u8; 16] = services.clock.bytes();
    quietly(move || {
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
    quietly(move || {
        let known = hash.is_some();
        let hash = hash.unwrap_or_else(|| NOBODY.to_owned());
        let right = PasswordHash::new(&hash)
            .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok());
        right && known
    })
    .await
}
