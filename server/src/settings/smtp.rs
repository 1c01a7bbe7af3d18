//! `[smtp]`: the mail server that takes letters.

use std::net::IpAddr;
use std::path::PathBuf;

use domain::people::is_address;
use serde::Deserialize;
use services::mail::{Smtp, Tls};

use super::{Secret, Unfit};

/// The mail server, and whom letters are from.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct Settings {
    pub host: String,
    /// Where nothing is said: 465 for TLS from the first word, 587 after it, 25 without.
    pub port: Option<u16>,
    /// `starttls`, `implicit` or `none`.
    pub tls: Option<Tls>,
    pub user: Option<String>,
    pub password: Option<Secret>,
    /// The address that letters are from.
    pub from: String,
    /// The name that letters are from.
    pub from_name: Option<String>,
    /// A file with a certificate, in PEM, of an authority that the mail server is vouched for by.
    pub authority: Option<Authority>,
}

/// A certificate that was read when the settings were, so that what is missing is known before anything is served.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "PathBuf")]
pub struct Authority(String);

impl TryFrom<PathBuf> for Authority {
    type Error = String;

    fn try_from(file: PathBuf) -> Result<Self, String> {
        let text = std::fs::read_to_string(&file)
            .map_err(|error| format!("the certificate in {} cannot be read: {error}", file.display()))?;
        if text.contains("-----BEGIN CERTIFICATE-----") {
            Ok(Self(text))
        } else {
            Err(format!("there is no certificate in {}", file.display()))
        }
    }
}

impl Settings {
    /// Whether letters can leave with these settings at all.
    pub(super) fn check(&self) -> Result<(), Unfit> {
        let unfit = |said: &str| Err(Unfit(said.to_owned()));
        if self.host.is_empty() || self.host.contains([' ', '/', ':']) {
            return unfit(
                "The setting `smtp.host` must name the mail server, as mail.example.org, with no port.",
            );
        }
        if !is_address(&self.from) {
            return unfit("The setting `smtp.from` must be the e-mail address that letters are from.");
        }
        if self.user.is_some() != self.password.is_some() {
            return unfit("Of `smtp.user` and `smtp.password` either both or none must be set.");
        }
        if self.tls() == Tls::None && self.password.is_some() && !self.is_here() {
            return unfit("A password is not sent in the open: set `smtp.tls` to starttls or implicit.");
        }
        Ok(())
    }

    fn tls(&self) -> Tls {
        self.tls.unwrap_or(Tls::StartTls)
    }

    /// Whether the mail server is on this machine.
    fn is_here(&self) -> bool {
        self.host == "localhost" || self.host.parse().is_ok_and(|address: IpAddr| address.is_loopback())
    }

    /// The same for whoever sends.
    pub fn mail_server(&self) -> Smtp {
        let port = self.port.unwrap_or(match self.tls() {
            Tls::Implicit => 465,
            Tls::StartTls => 587,
            Tls::None => 25,
        });
        let password = self.password.as_ref().map(|password| password.reveal().to_owned());
        Smtp {
            host: self.host.clone(),
            port,
            tls: self.tls(),
            login: self.user.clone().zip(password),
            from: self.from.clone(),
            name: self.from_name.clone().unwrap_or_else(|| "Folkmoot".to_owned()),
            authority: self.authority.clone().map(|Authority(text)| text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Settings as All;
    use super::*;

    fn read(variables: &[(&str, &str)]) -> Result<Smtp, String> {
        let named = |(name, value): &(&str, &str)| (format!("FOLKMOOT_SMTP_{name}"), (*value).to_owned());
        let settings = All::read(None, variables.iter().map(named)).map_err(|unfit| unfit.to_string())?;
        Ok(settings.smtp.expect("a mail server").mail_server())
    }

    const LEAST: [(&str, &str); 2] = [("HOST", "mail.example.org"), ("FROM", "evidence@example.org")];

    #[test]
    fn the_least_that_is_needed_is_a_host_and_an_address() {
        let smtp = read(&LEAST).expect("a mail server");
        assert_eq!((smtp.port, smtp.tls, smtp.name.as_str()), (587, Tls::StartTls, "Folkmoot"));
        let implicit = read(&[LEAST[0], LEAST[1], ("TLS", "implicit"), ("FROM_NAME", "A Review")]);
        let smtp = implicit.expect("a mail server");
        assert_eq!((smtp.port, smtp.name.as_str()), (465, "A Review"));
    }

    #[test]
    fn what_cannot_work_is_said_before_anything_is_served() {
        let and = |more: &[(&'static str, &'static str)]| [LEAST.as_slice(), more].concat();
        for (variables, said) in [
            (vec![LEAST[0]], "smtp.from"),
            (vec![LEAST[1]], "smtp.host"),
            (vec![LEAST[1], ("HOST", "https://mail.example.org")], "smtp.host"),
            (and(&[("USER", "a")]), "either both or none"),
            (and(&[("USER", "a"), ("PASSWORD", "b"), ("TLS", "none")]), "in the open"),
            (and(&[("TLS", "ssl")]), "smtp"),
            (and(&[("AUTHORITY", "/no/such/file")]), "/no/such/file"),
            (and(&[("PORT", "70000")]), "smtp"),
        ] {
            let refused = read(&variables).expect_err("it cannot work");
            assert!(refused.contains(said), "{variables:?}: {refused}");
        }
        let here = [("HOST", "127.0.0.1"), LEAST[1], ("USER", "a"), ("PASSWORD", "b"), ("TLS", "none")];
        assert_eq!(read(&here).expect("on this machine").login, Some(("a".to_owned(), "b".to_owned())));
    }
}
