//! Following the outbox, so that a change is found within two seconds (`design.md` §4.2).

use std::convert::Infallible;
use std::time::Duration;

use tokio::task::JoinHandle;

use super::home::{Home, Lock};
use super::keeper::Keeper;
use super::rebuild::{build, publish, settle, tidy};
use super::{Freshness, freshness};
use crate::{Failure, Services, StoreError};

/// How long it rests when nothing waits.
const REST: Duration = Duration::from_millis(200);

/// How long it waits after a failure, or for another process that writes.
const PAUSE: Duration = Duration::from_secs(1);

/// How long [`catch_up`] waits for the server that writes.
const PATIENCE: Duration = Duration::from_secs(10);

/// Follows the outbox for as long as it is polled. Where another process follows on the same data it waits for its
/// turn. A failure is logged and it begins again from the last commit, with a new index if the old one is damaged.
pub async fn follow(services: Services) {
    loop {
        let Err(error) = begin(&services).await;
        tracing::error!(%error, "indexing stopped and begins again");
        tokio::time::sleep(PAUSE).await;
    }
}

async fn begin(services: &Services) -> Result<Infallible, Failure> {
    let home = services.index.home();
    let lock = loop {
        match home.try_lock().map_err(StoreError::from)? {
            Some(lock) => break lock,
            None => tokio::time::sleep(PAUSE).await,
        }
    };
    let mut follower =
        Follower { services, home, keeper: open(services, home).await?, building: None, _lock: lock };
    loop {
        follower.rebuild_if_asked().await?;
        if !follower.keeper.step().await? {
            tokio::time::sleep(REST).await;
        }
    }
}

/// Brings the index up to date and gives how fresh it then is: by itself where no server writes on the same data,
/// otherwise by waiting for it. For commands that are to see what they, or others, have just written.
pub async fn catch_up(services: &Services) -> Result<Freshness, Failure> {
    let began = std::time::Instant::now();
    let home = services.index.home();
    loop {
        if let Some(_lock) = home.try_lock().map_err(StoreError::from)? {
            open(services, home).await?.catch_up().await?;
            return freshness(services).await;
        }
        let fresh = freshness(services).await?;
        if (fresh.behind == 0 && fresh.indexed_at.is_some()) || began.elapsed() >= PATIENCE {
            return Ok(fresh);
        }
        tokio::time::sleep(REST).await;
    }
}

/// Opens the generation that serves, or builds one where there is none that can.
async fn open(services: &Services, home: &Home) -> Result<Keeper, Failure> {
    if let Some(number) = home.current() {
        match Keeper::open(services, home, number).await {
            Ok(keeper) => {
                tidy(home, &keeper)?;
                return Ok(keeper);
            }
            Err(Failure::Index(error)) => tracing::warn!(%error, "the search index is built anew"),
            Err(error) => return Err(error),
        }
    }
    let keeper = build(services, home).await?;
    publish(services, home, &keeper)?;
    tidy(home, &keeper)?;
    Ok(keeper)
}

struct Follower<'s> {
    services: &'s Services,
    home: &'s Home,
    keeper: Keeper,
    building: Option<Building>,
    _lock: Lock,
}

/// A new generation on its way, and the requests it meets.
struct Building {
    requests: Vec<String>,
    task: JoinHandle<Result<Keeper, Failure>>,
}

impl Drop for Building {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Follower<'_> {
    /// Starts a rebuild where one is asked for, and changes over to the new generation when it is done. Until then the
    /// old one is kept up to date.
    async fn rebuild_if_asked(&mut self) -> Result<(), Failure> {
        match self.building.take() {
            None => {
                let requests = self.home.requests().map_err(StoreError::from)?;
                if !requests.is_empty() {
                    let (services, home) = (self.services.clone(), self.home.clone());
                    let task = tokio::spawn(async move { build(&services, &home).await });
                    self.building = Some(Building { requests, task });
                }
            }
            Some(building) if !building.task.is_finished() => self.building = Some(building),
            Some(mut building) => {
                let built = (&mut building.task).await;
                let stopped = |_| Err(Failure::File("the rebuild of the search index stopped".to_owned()));
                match built.unwrap_or_else(stopped) {
                    Ok(new) => {
                        self.change_over(new).await?;
                        settle(self.home, &building.requests)?;
                        tracing::info!(generation = self.keeper.number, "the search index was rebuilt");
                    }
                    Err(error) => self.refuse(&building.requests, &error)?,
                }
            }
        }
        Ok(())
    }

    /// The new generation first reads on to where the old one is, so that nothing that was found is lost from sight.
    async fn change_over(&mut self, mut new: Keeper) -> Result<(), Failure> {
        let position = self.keeper.progress().position();
        while new.progress().position() < position {
            new.step().await?;
        }
        new.catch_up().await?;
        publish(self.services, self.home, &new)?;
        self.keeper = new;
        tidy(self.home, &self.keeper)
    }

    /// The old generation serves on.
    fn refuse(&self, requests: &[String], error: &Failure) -> Result<(), Failure> {
        tracing::error!(%error, "the search index could not be rebuilt");
        for name in requests {
            self.home.refuse(name, &error.to_string()).map_err(StoreError::from)?;
        }
        tidy(self.home, &self.keeper)
    }
}
