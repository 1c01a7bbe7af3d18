//! Building a new generation beside the one that serves.

use std::time::Duration;

use domain::audit::Act;

use super::changes;
use super::document;
use super::home::Home;
use super::keeper::{BATCH, Keeper};
use super::{Freshness, freshness};
use crate::audit::Entry;
use crate::{Failure, Services, StoreError};

/// How often one who asked for a rebuild looks whether it is done.
const ASK_EVERY: Duration = Duration::from_millis(100);

/// Reads every response into a new generation, and then what has changed since it began.
pub(super) async fn build(services: &Services, home: &Home) -> Result<Keeper, Failure> {
    let progress = changes::from_now(&services.db).await?;
    let mut keeper = Keeper::create(services, home, progress)?;
    let mut after = None;
    loop {
        let ids = document::next_responses(services.db.read(), None, after, BATCH).await?;
        let Some(last) = ids.last() else { break };
        after = Some(*last);
        keeper.take(&ids).await?;
    }
    keeper.commit().await?;
    keeper.catch_up().await?;
    Ok(keeper)
}

/// Makes a generation the one that serves. Readers change over to it; the others can then be removed.
pub(super) fn publish(services: &Services, home: &Home, keeper: &Keeper) -> Result<(), Failure> {
    home.make_current(keeper.number).map_err(StoreError::from)?;
    services.index.look_now();
    Ok(())
}

/// Removes every generation but this keeper's, whose own process writes alone.
pub(super) fn tidy(home: &Home, keeper: &Keeper) -> Result<(), Failure> {
    Ok(home.keep_only(keeper.number).map_err(StoreError::from)?)
}

/// Rebuilds the index while the old one serves, and gives how fresh the new one is.
///
/// Only one process may write an index. Where none does, this one builds. Where a server runs on the same data, it is
/// asked to by a file beside the index, and builds while it serves; should it end before it is done, this one builds
/// after all.
pub async fn rebuild(services: &Services) -> Result<Freshness, Failure> {
    let fresh = rebuilt(services).await?;
    services.recorder().record_alone(&services.db, Entry::of_portal(Act::IndexRebuilt)).await?;
    Ok(fresh)
}

async fn rebuilt(services: &Services) -> Result<Freshness, Failure> {
    let home = services.index.home();
    let name = services.clock.id().simple().to_string();
    let mut asked = false;
    loop {
        if let Some(_lock) = home.try_lock().map_err(StoreError::from)? {
            let requests = home.requests().map_err(StoreError::from)?;
            let keeper = build(services, home).await?;
            publish(services, home, &keeper)?;
            tidy(home, &keeper)?;
            settle(home, &requests)?;
            return freshness(services).await;
        }
        if !asked {
            home.request(&name).map_err(StoreError::from)?;
            asked = true;
        } else if !home.requests().map_err(StoreError::from)?.contains(&name) {
            return match home.refusal(&name) {
                Some(reason) => Err(Failure::File(reason)),
                None => freshness(services).await,
            };
        }
        tokio::time::sleep(ASK_EVERY).await;
    }
}

/// Takes away requests that were met.
pub(super) fn settle(home: &Home, requests: &[String]) -> Result<(), Failure> {
    requests.iter().try_for_each(|name| home.settle(name)).map_err(StoreError::from)?;
    Ok(())
}
