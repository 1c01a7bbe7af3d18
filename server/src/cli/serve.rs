//! `folkmoot serve`

use std::io::IsTerminal;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use clap::Args;
use services::mail::{Office, Pace, sender};
use services::responses::import;
use services::{files, follow};
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

use super::{Data, open, print};
use crate::settings::sign_in::SecondFactor;
use crate::settings::{Settings, smtp};
use crate::web::{Limits, Portal, Site, router};

/// How often callers who have not asked for a while are forgotten.
const FORGETTING: Duration = Duration::from_mins(1);

/// Serves the portal.
#[derive(Args)]
pub struct Serve {
    #[command(flatten)]
    data: Data,
    /// Where to listen [variable: `FOLKMOOT_LISTEN`] [default: 127.0.0.1:3000]
    #[arg(long, value_name = "ADDR:PORT")]
    listen: Option<SocketAddr>,
    /// The address under which people reach the portal, such as `https://evidence.example.org` [variable:
    /// `FOLKMOOT_PUBLIC_ADDRESS`]
    #[arg(long, value_name = "ADDRESS")]
    public_address: Option<String>,
}

impl Serve {
    /// Serves until it is asked to stop; requests that are under way are answered first.
    pub async fn run(self) -> anyhow::Result<()> {
        let settings = self.settings()?;
        log(&settings)?;
        let services = open(&settings).await?;
        let listener = TcpListener::bind(settings.listen)
            .await
            .with_context(|| format!("nothing can listen at {}", settings.listen))?;
        let at = listener.local_addr().context("the listening address is not known")?;
        let site = Site {
            public_address: settings.public_address.clone().unwrap_or_else(|| format!("http://{at}")),
            demonstration: services::demonstration(&services).await?,
        };
        services::people::organisations::england::load(&services).await?;
        // Whoever keeps the log elsewhere keeps a head that nobody can write anew.
        if let Some(head) = services::audit::head(&services).await? {
            tracing::info!(%head, "the audit");
        }
        // The index follows the outbox for as long as the server runs.
        tokio::spawn(services::index::follow(services.clone()));
        let office = Office {
            smtp: settings.smtp.as_ref().map(smtp::Settings::mail_server),
            site: site.public_address.clone(),
            pen: app::mail::write,
            pace: Pace::default(),
        };
        let (stop, stopping) = watch::channel(false);
        let documents = tokio::spawn(files::worker::run(services.clone(), stopping.clone()));
        let imports = tokio::spawn(import::worker::run(services.clone(), stopping.clone()));
        let news = tokio::spawn(follow::worker::run(services.clone(), stopping.clone()));
        let letters = tokio::spawn(sender::run(services.clone(), office, stopping));
        let portal = Portal {
            services,
            providers: settings.providers()?,
            proxies: settings.proxies()?.into(),
            limits: Arc::new(Limits::new(&settings.limits)),
            settings: Arc::new(settings),
            site: Arc::new(site),
        };
        print(&format!("Folkmoot is at {}", portal.site.public_address));
        if portal.settings.sign_in.second_factor == SecondFactor::Offered {
            print(SecondFactor::OFFERED);
        }
        tokio::spawn(forget(portal.limits.clone()));
        let app = router(portal).into_make_service_with_connect_info::<SocketAddr>();
        let served = axum::serve(listener, app).with_graceful_shutdown(asked_to_stop()).await;
        // A letter that is on its way is waited for: who hangs up does not know what became of it.
        stop.send_replace(true);
        documents.await.context("documents could not be looked after to the end")?;
        imports.await.context("imports could not be brought to an end")?;
        news.await.context("news could not be brought to an end")?;
        letters.await.context("letters could not be brought to an end")?;
        served.context("the server stopped")
    }

    /// What the command line says goes before everything else.
    fn settings(&self) -> anyhow::Result<Settings> {
        let settings = self.data.settings()?;
        let settings = Settings {
            listen: self.listen.unwrap_or(settings.listen),
            public_address: self.public_address.clone().or(settings.public_address),
            ..settings
        };
        Ok(settings.checked()?)
    }
}

/// Keeps the list of callers short: who has not asked for a while has all of their limit again.
async fn forget(limits: Arc<Limits>) {
    let mut turns = tokio::time::interval(FORGETTING);
    loop {
        turns.tick().await;
        limits.forget();
    }
}

fn log(settings: &Settings) -> anyhow::Result<()> {
    let filter = tracing_subscriber::EnvFilter::try_new(&settings.log)
        .with_context(|| format!("the setting `log` cannot be taken: {:?} is no filter", settings.log))?;
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // Colours are for people at a terminal: in a file or a journal they would be noise.
    if std::io::stderr().is_terminal() {
        log.init();
    } else {
        log.with_ansi(false).init();
    }
    Ok(())
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
