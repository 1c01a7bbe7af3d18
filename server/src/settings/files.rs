//! `[files]`: the documents that respondents send along.

use serde::Deserialize;
use services::files::{self, Bucket, Clamd};

use super::{Secret, Unfit};

/// How large they may be, where they are kept, and who scans them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct Settings {
    /// The most megabytes of one.
    pub megabytes: u64,
    /// `host:port`, or the path of a socket.
    pub clamd: Option<String>,
    pub bucket: Option<String>,
    pub endpoint: Option<String>,
    pub region: Option<String>,
    pub key_id: Option<String>,
    pub secret: Option<Secret>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            megabytes: 10,
            clamd: None,
            bucket: None,
            endpoint: None,
            region: None,
            key_id: None,
            secret: None,
        }
    }
}

impl Settings {
    /// The settings as they are worked with, if they can be.
    pub fn read(&self) -> Result<files::Settings, Unfit> {
        if !(1..=100).contains(&self.megabytes) {
            return Err(Unfit("The setting `files.megabytes` must be from 1 to 100.".to_owned()));
        }
        let clamd = self.clamd.as_deref().map(|named| {
            Clamd::parse(named).ok_or_else(|| {
                Unfit(format!("The setting `files.clamd` must be a host and a port, or the path of a socket; it is {named:?}."))
            })
        });
        Ok(files::Settings {
            largest: self.megabytes * 1024 * 1024,
            bucket: self.bucket()?,
            clamd: clamd.transpose()?,
            ..files::Settings::default()
        })
    }

    fn bucket(&self) -> Result<Option<Bucket>, Unfit> {
        let missing = || {
            Unfit("With `files.bucket` the settings `files.endpoint`, `files.key-id` and `files.secret` are needed.".to_owned())
        };
        let Some(name) = &self.bucket else {
            let beside = self.endpoint.is_some() || self.key_id.is_some() || self.secret.is_some();
            return if beside {
                Err(Unfit("The settings of a store say nothing without `files.bucket`.".to_owned()))
            } else {
                Ok(None)
            };
        };
        Ok(Some(Bucket {
            name: name.clone(),
            endpoint: self.endpoint.clone().ok_or_else(missing)?,
            region: self.region.clone().unwrap_or_else(|| "eu-west-2".to_owned()),
            key_id: self.key_id.clone().ok_or_else(missing)?,
            secret: self.secret.as_ref().ok_or_else(missing)?.reveal().to_owned(),
        }))
    }
}
