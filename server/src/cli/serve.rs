//! `folkmoot serve`

use std::net::SocketAddr;
use std::sync::Arc;

use anyhow::Context;
use clap::Args;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

use super::{Data, print};
use crate::web::{Portal, Settings, router};

/// Serves the portal.
#[derive(Args)]
pub struct Serve {
    #[command(flatten)]
    data: Data,
    /// Where to listen
    #[arg(long, value_name = "ADDR:PORT", env = "FOLKMOOT_LISTEN", default_value = "127.0.0.1:3000")]
    listen: SocketAddr,
    /// The address under which people reach the portal, such as `https://evidence.example.org`
    #[arg(long, value_name = "ADDRESS", env = "FOLKMOOT_PUBLIC_ADDRESS")]
    public_address: Option<String>,
}

impl Serve {
    /// Serves until it is asked to stop; requests that are under way are answered first.
    pub async fn run(self) -> anyhow::Result<()> {
        log();
        let services = self.data.open().await?;
        let listener = TcpListener::bind(self.listen)
            .await
            .with_context(|| format!("nothing can listen at {}", self.listen))?;
        let at = listener.local_addr().context("the listening address is not known")?;
        let public_address = self.public_address.unwrap_or_else(|| format!("http://{at}"));
        let demonstration = services::demonstration(&services).await?;
        let settings =
            Settings { public_address: public_address.trim_end_matches('/').to_owned(), demonstration };
        // The index follows the outbox for as long as the server runs.
        tokio::spawn(services::index::follow(services.clone()));
        let portal = Portal { services, settings: Arc::new(settings) };
        print(&format!("Folkmoot is at {}", portal.settings.public_address));
        let app = router(portal);
        axum::serve(listener, app).with_graceful_shutdown(asked_to_stop()).await.context("the server stopped")
    }
}

fn log() {
    let filter = tracing_subscriber::EnvFilter::try_from_env("FOLKMOOT_LOG")
        .unwrap_or_else(|_| "warn,folkmoot=info".into());
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
}

async fn asked_to_stop() {
    let mut terminate = signal(SignalKind::terminate()).ok();
    let terminated = async {
        match terminate.as_mut() {
            Some(signal) => signal.recv().await,
            None => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminated => {}
    }
}
