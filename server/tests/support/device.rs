//! A device that keeps a passkey, as far as a browser and a portal see it (`WebAuthn` level 3, §6).

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING as ALGORITHM, EcdsaKeyPair, KeyPair};
use ring::{digest, rand};
use serde_json::{Value, json};

/// Whether somebody touched it.
const PRESENT: u8 = 0x01;

/// Whether it has asked who holds it.
const VERIFIED: u8 = 0x04;

/// Whether the new key is enclosed.
const ENCLOSED: u8 = 0x40;

/// A key, and the device that keeps it.
pub struct Device {
    key: EcdsaKeyPair,
    id: [u8; 16],
    /// Whose key it says it is, in the portal's words.
    pub user: String,
    /// The site that asks, as the browser sees it.
    pub origin: String,
    /// Whether it asks for a finger.
    pub verifies: bool,
}

impl Device {
    /// Makes a key for what a page asks, and gives the browser's answer.
    pub fn make(origin: &str, options: &str) -> (Self, String) {
        let asked: Value = serde_json::from_str(options).expect("what is asked");
        let random = SystemRandom::new();
        let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ALGORITHM, &random).expect("a key");
        let key = EcdsaKeyPair::from_pkcs8(&ALGORITHM, pkcs8.as_ref(), &random).expect("a key");
        let id = rand::generate(&random).expect("random bytes").expose();
        let user = asked["publicKey"]["user"]["id"].as_str().expect("whose key").to_owned();
        let device = Self { key, id, user, origin: origin.to_owned(), verifies: true };
        let said = device.said("webauthn.create", &asked);
        let mut data = device.data(&asked["publicKey"]["rp"]["id"], ENCLOSED);
        data.extend([0; 16]);
        data.extend([0, 16]);
        data.extend(id);
        data.extend(device.public_key());
        // In CBOR: the form of the proof, which is none, and the data, of some 150 bytes.
        let mut object = vec![0xa3, 0x63];
        object.extend(b"fmt\x64none\x67attStmt\xa0\x68authData\x58");
        object.push(u8::try_from(data.len()).expect("less than 256 bytes"));
        object.extend(data);
        let response =
            json!({ "attestationObject": BASE64.encode(object), "clientDataJSON": BASE64.encode(said) });
        let answer = device.answer(&response);
        (device, answer)
    }

    /// Answers what a page asks for with the key.
    pub fn sign(&self, options: &str) -> String {
        let asked: Value = serde_json::from_str(options).expect("what is asked");
        let said = self.said("webauthn.get", &asked);
        let data = self.data(&asked["publicKey"]["rpId"], 0);
        let mut signed = data.clone();
        signed.extend(digest::digest(&digest::SHA256, said.as_bytes()).as_ref());
        let signature = self.key.sign(&SystemRandom::new(), &signed).expect("a signature");
        self.answer(&json!({
            "authenticatorData": BASE64.encode(data),
            "clientDataJSON": BASE64.encode(said),
            "signature": BASE64.encode(signature.as_ref()),
            "userHandle": self.user,
        }))
    }

    fn answer(&self, response: &Value) -> String {
        let id = BASE64.encode(self.id);
        json!({ "id": id, "rawId": id, "type": "public-key", "extensions": {}, "response": response })
            .to_string()
    }

    /// What the browser says of the page that asks.
    fn said(&self, kind: &str, asked: &Value) -> String {
        let challenge = &asked["publicKey"]["challenge"];
        json!({ "type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": false })
            .to_string()
    }

    fn data(&self, site: &Value, more: u8) -> Vec<u8> {
        let site = site.as_str().expect("the name of the site");
        let mut data = digest::digest(&digest::SHA256, site.as_bytes()).as_ref().to_vec();
        data.push(PRESENT | more | if self.verifies { VERIFIED } else { 0 });
        data.extend([0; 4]);
        data
    }

    /// The key in COSE: an elliptic curve, P-256, for ES256, and its point.
    fn public_key(&self) -> Vec<u8> {
        let point = self.key.public_key().as_ref();
        let mut cose = vec![0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20];
        cose.extend(&point[1..33]);
        cose.extend([0x22, 0x58, 0x20]);
        cose.extend(&point[33..]);
        cose
    }
}
