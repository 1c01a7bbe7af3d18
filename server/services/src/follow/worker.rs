//! Whoever turns news into letters, for as long as the program runs.

use std::time::Duration;

use tokio::sync::watch;

use super::{ask, deliver, hand_out, news};
use crate::calls::invitees;
use crate::responses::gathering::retention;
use crate::{Failure, Services};

/// Between two looks.
const LOOK: Duration = Duration::from_secs(1);

/// How many looks are about an hour: what is old is forgotten so often.
const LOOKS_OF_AN_HOUR: u32 = 3600;

/// Turns news into letters until the program is asked to stop. Each step is a transaction of its own, so that it can be
/// ended between any two.
pub async fn run(services: Services, mut stopping: watch::Receiver<bool>) {
    for looks in 0_u32.. {
        if looks % LOOKS_OF_AN_HOUR == 0
            && let Err(error) = forget(&services).await
        {
            tracing::error!(%error, "old addresses could not be forgotten");
        }
        if let Err(error) = turn(&services, &stopping).await {
            tracing::error!(%error, "news could not be turned into letters");
        }
        if tokio::time::timeout(LOOK, stopping.wait_for(|asked| *asked)).await.is_ok() {
            return;
        }
    }
}

/// Forgets those who did not say yes in time, those who were invited to calls of long ago, and what
/// people told for such calls.
async fn forget(services: &Services) -> Result<(), Failure> {
    ask::forget(services).await?;
    invitees::forget(services).await?;
    retention::forget(services).await
}

async fn turn(services: &Services, stopping: &watch::Receiver<bool>) -> Result<(), Failure> {
    news::by_the_clock(services).await?;
    while !*stopping.borrow() && step(services).await? {}
    Ok(())
}

/// The next piece of work. Gives whether there may be more.
pub async fn step(services: &Services) -> Result<bool, Failure> {
    Ok(hand_out::hand_out(services).await? || deliver::deliver(services).await?)
}

/// Everything that there is to do now: what comes by the clock, then news to the last letter.
pub async fn catch_up(services: &Services) -> Result<(), Failure> {
    forget(services).await?;
    news::by_the_clock(services).await?;
    while step(services).await? {}
    Ok(())
}
