//! How this server runs: the settings of the operator, from the command line, from variables `FOLKMOOT_…`, or from one
//! TOML file, each before the next. `docs/operating.md` lists them.
//!
//! To add a setting: a field here (or in a struct of its own under `settings/`, for a table such as `[smtp]`), its line
//! in [`known::KNOWN`], and its row in `docs/operating.md`. Tests hold the three together.

mod file;
pub mod files;
pub mod known;
pub mod limits;
mod provider;
mod secret;
pub mod sign_in;
pub mod smtp;
#[cfg(test)]
mod tests;
mod variables;

use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use ipnet::IpNet;
use serde::Deserialize;
use services::Place;
use services::people::Providers;
use services::people::providers::TIME_LIMIT;
use toml::Table;

pub use secret::Secret;

/// Everything an operator can set. Every command reads the same settings and takes from them what it needs.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct Settings {
    /// The folder of the data: database, index and files.
    pub data: PathBuf,
    /// The address of a PostgreSQL database, where SQLite in the folder is not wanted. It may hold a password.
    pub database_url: Option<Secret>,
    /// Where to listen.
    pub listen: SocketAddr,
    /// The address under which people reach the portal, without a slash at the end; where nothing is said, the one
    /// that is listened at.
    pub public_address: Option<String>,
    /// What is logged, as `tracing_subscriber` filters are written.
    pub log: String,
    /// Where a weakness is reported: `mailto:` and an address, or an `https:` page.
    pub security_contact: Option<String>,
    /// Proxies that are believed when they say whom they answer: addresses or networks, with commas between.
    pub trusted_proxies: String,
    /// What is asked of those who sign in.
    pub sign_in: sign_in::Settings,
    /// How often one caller may ask.
    pub limits: limits::Settings,
    /// How documents of respondents are kept and scanned.
    pub files: files::Settings,
    /// The mail server that takes letters; without one they are kept.
    pub smtp: Option<smtp::Settings>,
    /// Where people can sign in besides.
    pub provider: Vec<provider::Provider>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            data: PathBuf::from("data"),
            database_url: None,
            listen: SocketAddr::from(([127, 0, 0, 1], 3000)),
            public_address: None,
            security_contact: None,
            log: "warn,folkmoot=info".to_owned(),
            trusted_proxies: String::new(),
            sign_in: sign_in::Settings::default(),
            limits: limits::Settings::default(),
            files: files::Settings::default(),
            smtp: None,
            provider: Vec::new(),
        }
    }
}

/// Why settings cannot be taken: whole sentences for the operator.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Unfit(String);

impl Settings {
    /// Reads the file, if there is one, and then the variables, of which those that begin with `FOLKMOOT_` count.
    pub fn read(
        file: Option<&Path>,
        variables: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, Unfit> {
        let mut table = file.map(file::read).transpose()?.unwrap_or_else(Table::new);
        variables::lay_over(&mut table, variables)?;
        let settings: Self = table.try_into().map_err(|error: toml::de::Error| {
            // Two lines: what is wrong, and "in `key`".
            let said: Vec<_> = error.to_string().lines().map(str::to_owned).collect();
            Unfit(format!("A setting cannot be taken: {}.", said.join(" ")))
        })?;
        settings.checked()
    }

    /// Where the data is.
    pub fn place(&self) -> Place {
        Place {
            folder: self.data.clone(),
            database: self.database_url.as_ref().map(|address| address.reveal().to_owned()),
        }
    }

    /// The proxies that are believed.
    pub fn proxies(&self) -> Result<Vec<IpNet>, Unfit> {
        let named = self.trusted_proxies.split(',').map(str::trim).filter(|named| !named.is_empty());
        named.map(network).collect()
    }

    /// The providers of sign-in.
    pub fn providers(&self) -> Result<Providers, Unfit> {
        Ok(Providers::new(provider::read(&self.provider)?, TIME_LIMIT))
    }

    /// The same settings, if what types cannot say holds too.
    pub fn checked(mut self) -> Result<Self, Unfit> {
        if let Some(address) = &mut self.public_address {
            address.truncate(address.trim_end_matches('/').len());
            check_address(address)?;
        }
        if let Some(smtp) = &self.smtp {
            smtp.check()?;
        }
        self.files.read()?;
        check_contact(self.security_contact.as_deref())?;
        self.proxies()?;
        provider::read(&self.provider)?;
        Ok(self)
    }
}

/// A network as operators write it; an address alone is a network of one.
fn network(named: &str) -> Result<IpNet, Unfit> {
    let network = named.parse().or_else(|_| named.parse::<IpAddr>().map(IpNet::from));
    network.map_err(|_| {
        Unfit(format!("The setting `trusted-proxies` must be addresses or networks such as 10.0.0.0/8; {named:?} is none."))
    })
}

/// RFC 9116 wants a contact as a whole address of mail or of a page.
fn check_contact(contact: Option<&str>) -> Result<(), Unfit> {
    let fits = |contact: &str| {
        let named = contact.strip_prefix("mailto:").or_else(|| contact.strip_prefix("https://"));
        named.is_some_and(|named| !named.is_empty()) && !contact.contains(char::is_whitespace)
    };
    match contact {
        Some(contact) if !fits(contact) => Err(Unfit(format!(
            "The setting `security-contact` must begin with mailto: or https://; it is {contact:?}."
        ))),
        _ => Ok(()),
    }
}

/// Links in pages are put together from this address and a path.
fn check_address(address: &str) -> Result<(), Unfit> {
    let host = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    match host {
        Some(host) if !host.is_empty() && !host.contains(['/', '?', '#', '@', ' ']) => Ok(()),
        _ => Err(Unfit(format!(
            "The setting `public-address` must be like https://evidence.example.org, with no path; it is {address:?}."
        ))),
    }
}
