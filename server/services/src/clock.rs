//! Time and chance, the only two places where they enter. Everything else is given them (`design.md` §4.9).

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};

use chrono::{DateTime, SubsecRound, Utc};
use domain::responses::Reference;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use uuid::Uuid;

/// What time it is and what chance gives. Cheap to clone.
#[derive(Clone)]
pub struct Clock(Arc<Source>);

enum Source {
    Machine,
    Given { micros: AtomicI64, chance: Box<Mutex<StdRng>> },
}

impl Clock {
    /// The machine's own clock and the operating system's random numbers.
    pub fn machine() -> Self {
        Self(Arc::new(Source::Machine))
    }

    /// A clock that stands still until it is [`Clock::set`], with chance from a seed: for tests and demonstrations.
    pub fn given(at: DateTime<Utc>, seed: u64) -> Self {
        let micros = AtomicI64::new(at.timestamp_micros());
        Self(Arc::new(Source::Given { micros, chance: Box::new(Mutex::new(StdRng::seed_from_u64(seed))) }))
    }

    /// Moves a given clock. The machine's cannot be moved.
    pub fn set(&self, at: DateTime<Utc>) {
        if let Source::Given { micros, .. } = &*self.0 {
            micros.store(at.timestamp_micros(), Ordering::SeqCst);
        }
    }

    /// Now, to the microsecond: what both databases can hold.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks the machine for the time")]
    pub fn now(&self) -> DateTime<Utc> {
        match &*self.0 {
            Source::Machine => Utc::now().trunc_subsecs(6),
            Source::Given { micros, .. } => {
                DateTime::from_timestamp_micros(micros.load(Ordering::SeqCst)).unwrap_or_default()
            }
        }
    }

    /// Fills bytes that nobody can guess (from the machine) or that a seed decides.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks the machine for chance")]
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        match &*self.0 {
            Source::Machine => rand::rng().random(),
            Source::Given { chance, .. } => {
                chance.lock().unwrap_or_else(std::sync::PoisonError::into_inner).random()
            }
        }
    }

    /// A new key: a UUIDv7, so that rows lie in the order in which they were made. Never a secret.
    pub fn id(&self) -> Uuid {
        let millis = u64::try_from(self.now().timestamp_millis()).unwrap_or_default();
        uuid::Builder::from_unix_timestamp_millis(millis, &self.bytes()).into_uuid()
    }

    /// A new secret of 256 bits, as 64 hexadecimal letters.
    pub fn secret(&self) -> String {
        crate::secrets::hex(&self.bytes::<32>())
    }

    /// A new reference for a response.
    pub fn reference(&self) -> Reference {
        Reference::from_bytes(self.bytes())
    }
}
