//! The command line: a public interface on which scripts depend. Results go to standard output, everything else to
//! standard error; the exit status is 0 only on success.

mod check;
mod demo;
mod examine;
mod export;
mod import;
mod routes;
mod search;
mod serve;
mod user;

use std::path::PathBuf;

use anyhow::Context;
use clap::{Args, Parser, Subcommand};
use services::files::Files;
use services::{Clock, Services};
use tokio::runtime;

use crate::settings::known;
use crate::settings::{Secret, Settings};

/// Runs calls for evidence and the assemblies that follow from them.
#[derive(Parser)]
#[command(name = "folkmoot", version, about)]
pub struct Command {
    #[command(subcommand)]
    act: Act,
}

#[derive(Subcommand)]
enum Act {
    /// Serves the portal, after bringing the schema up to date
    Serve(serve::Serve),
    /// Creates a demonstration in an empty folder and fills it
    Demo(demo::Demo),
    /// Brings records in from files
    Import(import::Import),
    /// Takes records out to files
    Export(export::Export),
    /// Searches the responses of a call
    Search(search::Search),
    /// Rebuilds the search index, also while a server runs on the same data
    Reindex(search::Reindex),
    /// Checks that the data is whole
    Check(check::Check),
    /// Keeps accounts
    User(user::User),
    /// Brings the schema of the database up to date
    Migrate(Data),
    /// Judges the file that comes in at standard input: how the portal examines documents, within limits
    #[command(hide = true)]
    Examine(examine::Examine),
    /// Lists every address of the portal, and who may ask for it
    Routes(routes::Routes),
}

/// Where the data is, and the file of settings. Every command takes them.
#[derive(Args, Clone)]
pub struct Data {
    /// A file of settings in TOML; docs/operating.md lists them
    #[arg(long, value_name = "FILE", env = known::FILE)]
    config: Option<PathBuf>,
    /// The folder of the data: database, index and files [variable: `FOLKMOOT_DATA`] [default: data]
    #[arg(long = "data", value_name = "DIR")]
    folder: Option<PathBuf>,
    /// The address of a PostgreSQL database, where SQLite in the folder is not wanted [variable:
    /// `FOLKMOOT_DATABASE_URL`]
    #[arg(long, value_name = "ADDRESS")]
    database: Option<String>,
}

impl Data {
    /// The settings, in which what the command line says goes before variables, and these before the file.
    fn settings(&self) -> anyhow::Result<Settings> {
        // An empty variable names no file.
        let file = self.config.as_deref().filter(|file| !file.as_os_str().is_empty());
        // Those that are not text are not ours, or come out as something that cannot be taken.
        let variables = std::env::vars_os()
            .map(|(name, value)| (name.to_string_lossy().into_owned(), value.to_string_lossy().into_owned()));
        let settings = Settings::read(file, variables)?;
        Ok(Settings {
            data: self.folder.clone().unwrap_or(settings.data),
            database_url: self.database.clone().map(Secret::from).or(settings.database_url),
            ..settings
        })
    }

    /// Opens the data, bringing its schema up to date.
    async fn open(&self) -> anyhow::Result<Services> {
        open(&self.settings()?).await
    }
}

/// Opens the data of these settings, bringing its schema up to date.
async fn open(settings: &Settings) -> anyhow::Result<Services> {
    let place = settings.place();
    let services = Services::open(&place, Clock::machine())
        .await
        .with_context(|| format!("the data in {} cannot be opened", place.folder.display()))?;
    let files = Files::new(&place.files(), settings.files.read()?).context("documents cannot be kept")?;
    Ok(services.with_files(files))
}

impl Command {
    /// Does what was asked.
    pub fn run(self) -> anyhow::Result<()> {
        match self.act {
            // What opens files of strangers is one thread: the memory of others would count towards its own.
            Act::Examine(examine) => examine.run(),
            act => runtime::Builder::new_multi_thread().enable_all().build()?.block_on(act.run()),
        }
    }
}

impl Act {
    async fn run(self) -> anyhow::Result<()> {
        match self {
            Self::Serve(serve) => serve.run().await,
            Self::Check(check) => check.run().await,
            Self::Demo(demo) => demo.run().await,
            Self::Examine(examine) => examine.run(),
            Self::Export(export) => export.run().await,
            Self::Import(import) => import.run().await,
            Self::Search(search) => search.run().await,
            Self::Reindex(reindex) => reindex.run().await,
            Self::User(user) => user.run().await,
            Self::Migrate(data) => services::store::migrate(&data.settings()?.place().database())
                .await
                .context("the schema cannot be brought up to date"),
            Self::Routes(routes) => {
                routes.run();
                Ok(())
            }
        }
    }
}

/// Prints a line of results.
pub fn print(line: &str) {
    use std::io::{ErrorKind, Write};
    // Where standard output is closed nobody reads on, and a server goes on serving all the same.
    match writeln!(std::io::stdout(), "{line}") {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            complain(&anyhow::Error::new(error).context("the results could not be printed"));
        }
        _ => {}
    }
}

/// Says on standard error what went wrong, with every cause.
pub fn complain(error: &anyhow::Error) {
    use std::io::Write;
    // Where standard error is closed there is nobody to tell.
    let _ = writeln!(std::io::stderr(), "folkmoot: {error:#}");
}
