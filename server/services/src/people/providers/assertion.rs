//! A client that proves itself by a signature (RFC 7523, `private_key_jwt`): nothing secret leaves the house.

use std::sync::Arc;

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use openidconnect::core::CoreJwsSigningAlgorithm as Alg;
use ring::rand::SystemRandom;
use ring::signature::{self, EcdsaKeyPair, RsaKeyPair};
use rustls::pki_types::PrivatePkcs8KeyDer;
use rustls::pki_types::pem::PemObject;
use serde_json::json;

use crate::Clock;

/// For how long an assertion holds, in seconds: as long as one request.
const SECONDS: i64 = 60;

/// What an assertion is, in the words of the token request.
pub const ASSERTION_TYPE: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/// The private key of a client.
#[derive(Clone)]
pub struct ClientKey {
    pair: Arc<Pair>,
    /// The name under which the provider knows the public half.
    id: Option<String>,
}

enum Pair {
    Rsa(RsaKeyPair),
    P256(EcdsaKeyPair),
}

impl std::fmt::Debug for ClientKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ClientKey").field("id", &self.id).finish_non_exhaustive()
    }
}

impl ClientKey {
    /// Reads an RSA or P-256 key from a PEM text (PKCS #8).
    pub fn from_pem(pem: &str, id: Option<String>) -> Result<Self, String> {
        let der = PrivatePkcs8KeyDer::from_pem_slice(pem.as_bytes())
            .map_err(|_| "the file holds no private key (PKCS #8, PEM)".to_owned())?;
        let der = der.secret_pkcs8_der();
        let p256 = &signature::ECDSA_P256_SHA256_FIXED_SIGNING;
        let pair = match RsaKeyPair::from_pkcs8(der) {
            Ok(pair) => Pair::Rsa(pair),
            Err(_) => EcdsaKeyPair::from_pkcs8(p256, der, &SystemRandom::new())
                .map(Pair::P256)
                .map_err(|_| "the key is neither RSA (2048 bits or more) nor P-256".to_owned())?,
        };
        Ok(Self { pair: Arc::new(pair), id })
    }

    /// An assertion of this client for this address, signed in the first way that the provider takes.
    pub fn assertion(
        &self,
        client: &str,
        audience: &str,
        takes: Option<&Vec<Alg>>,
        clock: &Clock,
    ) -> Result<String, String> {
        let (alg, name) = self.algorithm(takes)?;
        let now = clock.now().timestamp();
        let header = match &self.id {
            Some(id) => json!({ "alg": name, "typ": "JWT", "kid": id }),
            None => json!({ "alg": name, "typ": "JWT" }),
        };
        let claims = json!({
            "iss": client, "sub": client, "aud": audience, "jti": clock.secret(), "iat": now, "exp": now + SECONDS,
        });
        let part = |value: serde_json::Value| BASE64_URL_SAFE_NO_PAD.encode(value.to_string());
        let message = format!("{}.{}", part(header), part(claims));
        let signature = self.sign(&alg, message.as_bytes())?;
        Ok(format!("{message}.{}", BASE64_URL_SAFE_NO_PAD.encode(signature)))
    }

    fn algorithm(&self, takes: Option<&Vec<Alg>>) -> Result<(Alg, &'static str), String> {
        let ways: &[(Alg, &'static str)] = match *self.pair {
            Pair::Rsa(_) => &[
                (Alg::RsaSsaPkcs1V15Sha256, "RS256"),
                (Alg::RsaSsaPkcs1V15Sha512, "RS512"),
                (Alg::RsaSsaPssSha256, "PS256"),
            ],
            Pair::P256(_) => &[(Alg::EcdsaP256Sha256, "ES256")],
        };
        let taken = ways.iter().find(|(alg, _)| takes.is_none_or(|takes| takes.contains(alg)));
        taken.cloned().ok_or_else(|| "it takes no signature that the key can make".to_owned())
    }

    fn sign(&self, alg: &Alg, message: &[u8]) -> Result<Vec<u8>, String> {
        let (random, failed) = (SystemRandom::new(), |_| "the key cannot sign".to_owned());
        match &*self.pair {
            Pair::P256(pair) => {
                pair.sign(&random, message).map(|signed| signed.as_ref().to_vec()).map_err(failed)
            }
            Pair::Rsa(pair) => {
                let padding: &dyn signature::RsaEncoding = match alg {
                    Alg::RsaSsaPkcs1V15Sha512 => &signature::RSA_PKCS1_SHA512,
                    Alg::RsaSsaPssSha256 => &signature::RSA_PSS_SHA256,
                    _ => &signature::RSA_PKCS1_SHA256,
                };
                let mut signed = vec![0; pair.public().modulus_len()];
                pair.sign(padding, &random, message, &mut signed).map_err(failed)?;
                Ok(signed)
            }
        }
    }
}
