//! Providers of sign-in: one table `[[provider]]` for each.

use serde::Deserialize;
use services::people::providers::{ClientKey, ClientProof, ClientSecret, Kind, ProviderSettings};

use super::{Secret, Unfit};

/// What is asked of a provider about a person, where nothing is said: enough for them to know the account again.
const SCOPES: [&str; 2] = ["email", "profile"];

/// One provider as the file has it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Provider {
    id: String,
    name: String,
    #[serde(default)]
    kind: Named,
    client_id: String,
    client_secret: Option<Secret>,
    /// A private key in PEM, for providers that want a signature instead of a secret.
    client_key: Option<Secret>,
    client_key_id: Option<String>,
    scopes: Option<Vec<String>>,
    issuer: Option<String>,
    authorize: Option<String>,
    token: Option<String>,
    userinfo: Option<String>,
    subject: Option<String>,
    #[serde(default)]
    second_factor: bool,
}

#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Named {
    #[default]
    Openid,
    Oauth2,
}

/// These providers, if they can be worked with.
pub fn read(all: &[Provider]) -> Result<Vec<ProviderSettings>, Unfit> {
    let mut read: Vec<ProviderSettings> = Vec::new();
    for provider in all {
        let settings = provider.read().map_err(|what| Unfit(format!("The setting `provider`: {what}.")))?;
        if read.iter().any(|other| other.id == settings.id) {
            return Err(Unfit(format!(
                "The setting `provider`: there are two with the id {:?}.",
                settings.id
            )));
        }
        read.push(settings);
    }
    Ok(read)
}

impl Provider {
    fn read(&self) -> Result<ProviderSettings, String> {
        let needs = |name: &str, value: &Option<String>| {
            value.clone().ok_or_else(|| format!("the provider {} needs `{name}`", self.id))
        };
        let has_not = |name: &str, value: &Option<String>| match value {
            Some(_) => Err(format!("the provider {} has `{name}`, which its kind has no use for", self.id)),
            None => Ok(()),
        };
        let kind = match self.kind {
            Named::Openid => {
                has_not("authorize", &self.authorize)?;
                has_not("token", &self.token)?;
                has_not("userinfo", &self.userinfo)?;
                has_not("subject", &self.subject)?;
                Kind::OpenId { issuer: needs("issuer", &self.issuer)? }
            }
            Named::Oauth2 => {
                has_not("issuer", &self.issuer)?;
                Kind::OAuth2 {
                    authorize: needs("authorize", &self.authorize)?,
                    token: needs("token", &self.token)?,
                    userinfo: needs("userinfo", &self.userinfo)?,
                    subject: self.subject.clone().unwrap_or_else(|| "sub".to_owned()),
                }
            }
        };
        let scopes = self.scopes.clone().unwrap_or_else(|| SCOPES.map(str::to_owned).to_vec());
        let settings = ProviderSettings {
            id: self.id.clone(),
            name: self.name.trim().to_owned(),
            client: self.client_id.clone(),
            proof: self.proof()?,
            scopes,
            second_factor: self.second_factor,
            kind,
        };
        settings.check()?;
        Ok(settings)
    }

    fn proof(&self) -> Result<ClientProof, String> {
        match (&self.client_secret, &self.client_key, self.kind) {
            (None, None, _) => Ok(ClientProof::None),
            (Some(secret), None, _) => Ok(ClientProof::Secret(ClientSecret::new(secret.reveal().to_owned()))),
            (None, Some(pem), Named::Openid) => ClientKey::from_pem(pem.reveal(), self.client_key_id.clone())
                .map(ClientProof::Key)
                .map_err(|what| format!("the provider {}: {what}", self.id)),
            (None, Some(_), Named::Oauth2) => {
                Err(format!("the provider {} has `client-key`, which its kind has no use for", self.id))
            }
            (Some(_), Some(_), _) => {
                Err(format!("the provider {} has `client-secret` and `client-key`; it can use one", self.id))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Result<Vec<ProviderSettings>, String> {
        #[derive(Deserialize)]
        struct File {
            provider: Vec<Provider>,
        }
        let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
        read(&file.provider).map_err(|unfit| unfit.to_string())
    }

    const OPENID: &str = "[[provider]]\nid = 'nhs'\nname = 'NHS'\nclient-id = 'x'\n";

    #[test]
    fn providers_of_both_kinds() {
        let text = format!(
            "{OPENID}issuer = 'https://id.example.org'\nclient-secret = 's'\n\
             [[provider]]\nid = 'town'\nname = 'Town'\nkind = 'oauth2'\nclient-id = 'y'\n\
             authorize = 'https://a.example/a'\ntoken = 'https://a.example/t'\nuserinfo = 'https://a.example/u'\nscopes = []\n"
        );
        let all = of(&text).expect("two providers");
        assert!(matches!(&all[0].kind, Kind::OpenId { issuer } if issuer == "https://id.example.org"));
        assert!(matches!(all[0].proof, ClientProof::Secret(_)));
        assert_eq!(all[0].scopes, SCOPES);
        assert!(matches!(&all[1].kind, Kind::OAuth2 { subject, .. } if subject == "sub"));
        assert!(matches!(all[1].proof, ClientProof::None) && all[1].scopes.is_empty());
        assert!(!format!("{all:?}").contains("\"s\""), "secrets are not shown");
    }

    #[test]
    fn what_cannot_be_worked_with_is_said() {
        let whole = format!("{OPENID}issuer = 'https://id.example.org'\n");
        for (text, said) in [
            (OPENID.to_owned(), "needs `issuer`"),
            (format!("{OPENID}issuer = 'http://id.example.org'\n"), "must be an https address"),
            (format!("{whole}userinfo = 'https://a.example/'\n"), "has `userinfo`"),
            (format!("{whole}client-key = 'no key'\n"), "holds no private key"),
            (format!("{whole}client-key = 'k'\nclient-secret = 's'\n"), "it can use one"),
            (format!("{whole}{whole}"), "two with the id \"nhs\""),
            (whole.replace("'nhs'", "'N HS'"), "lower-case letters"),
            (format!("{whole}kind = 'oauth2'\n"), "has `issuer`"),
        ] {
            let answer = of(&text).expect_err("it cannot be taken");
            assert!(answer.contains(said) && answer.ends_with('.'), "{answer}");
        }
    }
}
