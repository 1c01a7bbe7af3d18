//! Many requests at once: as fast as they are answered, or as often as people come.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::ensure;
use futures::future::try_join_all;
use tokio::time::sleep_until;

use crate::client::{Ask, Client};

/// The requests of a run and the status that each must be answered with.
pub struct Load {
    pub address: SocketAddr,
    pub clients: usize,
    pub asks: Vec<Ask>,
    pub status: u16,
}

/// How a run went.
pub struct Run {
    pub took: Duration,
    pub times: Times,
}

impl Run {
    /// How many were answered in a second.
    pub fn rate(&self) -> f64 {
        self.times.0.len() as f64 / self.took.as_secs_f64()
    }
}

/// How long each of many took, in order of length.
pub struct Times(Vec<Duration>);

impl Times {
    /// Puts them in order.
    pub fn new(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        Self(times)
    }

    /// What so many of a hundred did not exceed.
    pub fn percentile(&self, percent: f64) -> Duration {
        let at = (self.0.len() as f64 * percent / 100.0).ceil() as usize;
        self.0.get(at.clamp(1, self.0.len().max(1)) - 1).copied().unwrap_or_default()
    }

    /// What 99 of a hundred did not exceed.
    pub fn p99(&self) -> Duration {
        self.percentile(99.0)
    }

    /// The longest.
    pub fn longest(&self) -> Duration {
        self.0.last().copied().unwrap_or_default()
    }
}

/// Each client asks again as soon as it was answered.
pub async fn closed(load: Load) -> anyhow::Result<Run> {
    run(load, None).await
}

/// A request falls due so often in a second, whether those before were answered or not. Each is timed from when it
/// fell due, so that whatever waits for a slow one counts as slow too.
pub async fn open(load: Load, per_second: f64) -> anyhow::Result<Run> {
    run(load, Some(per_second)).await
}

async fn run(load: Load, per_second: Option<f64>) -> anyhow::Result<Run> {
    let mut clients = Vec::with_capacity(load.clients);
    for _ in 0..load.clients {
        clients.push(Client::new(load.address).await?);
    }
    let (load, next) = (Arc::new(load), Arc::new(AtomicUsize::new(0)));
    let began = Instant::now();
    let due =
        move |number: usize| per_second.map(|rate| began + Duration::from_secs_f64(number as f64 / rate));
    let tasks = clients.into_iter().map(|mut client| {
        let (load, next) = (load.clone(), next.clone());
        tokio::spawn(async move {
            let mut times = Vec::new();
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                let Some(ask) = load.asks.get(number) else { return anyhow::Ok(times) };
                if let Some(due) = due(number) {
                    sleep_until(due.into()).await;
                }
                let asked = due(number).unwrap_or_else(Instant::now);
                let answer = client.ask(ask).await?;
                times.push(asked.elapsed());
                let wanted = load.status;
                ensure!(
                    answer.status == wanted,
                    "{} answered {} in place of {wanted}",
                    ask.path,
                    answer.status
                );
            }
        })
    });
    let mut times = Vec::with_capacity(load.asks.len());
    for task in try_join_all(tasks).await? {
        times.extend(task?);
    }
    Ok(Run { took: began.elapsed(), times: Times::new(times) })
}
