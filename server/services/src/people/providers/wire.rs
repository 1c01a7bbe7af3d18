//! Requests to providers. Each has a time limit and a limit of size, and none follows a redirect: a provider that sends
//! us elsewhere is not the one that the operator named.

use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::header::{HeaderValue, USER_AGENT};
use http_body_util::{BodyExt, Full, Limited};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse};
use rustls::{ClientConfig, RootCertStore};

/// The most bytes of an answer. Documents and tokens have some kilobytes.
const LARGEST: usize = 512 * 1024;

/// Why no answer came that could be used.
#[derive(Debug, thiserror::Error)]
pub enum WireError {
    #[error("it did not answer in time")]
    Slow,
    #[error("it cannot be reached: {0}")]
    Unreachable(#[source] Box<dyn std::error::Error + Send + Sync>),
    #[error("it answered with status {0}")]
    Failing(u16),
}

/// The way to providers.
pub struct Wire {
    client: Client<HttpsConnector<HttpConnector>, Full<Bytes>>,
    limit: Duration,
}

impl Wire {
    /// A way on which one request takes no longer than this, from its first byte to its last.
    pub fn new(limit: Duration) -> Self {
        let connector =
            HttpsConnectorBuilder::new().with_tls_config(tls()).https_or_http().enable_http1().build();
        let client = Client::builder(TokioExecutor::new())
            .pool_timer(TokioTimer::new())
            .pool_idle_timeout(Duration::from_secs(30))
            .build(connector);
        Self { client, limit }
    }

    /// Sends a request and gives the whole answer.
    pub async fn send(&self, request: HttpRequest) -> Result<HttpResponse, WireError> {
        let mut request = request.map(|body| Full::new(Bytes::from(body)));
        request.headers_mut().insert(USER_AGENT, HeaderValue::from_static("Folkmoot"));
        let answered = tokio::time::timeout(self.limit, self.exchange(request));
        answered.await.map_err(|_| WireError::Slow)?
    }

    async fn exchange(&self, request: http::Request<Full<Bytes>>) -> Result<HttpResponse, WireError> {
        let response =
            self.client.request(request).await.map_err(|error| WireError::Unreachable(error.into()))?;
        let (parts, body) = response.into_parts();
        if parts.status.is_server_error() {
            return Err(WireError::Failing(parts.status.as_u16()));
        }
        let body = Limited::new(body, LARGEST).collect().await.map_err(WireError::Unreachable)?;
        Ok(HttpResponse::from_parts(parts, body.to_bytes().to_vec()))
    }
}

impl<'c> AsyncHttpClient<'c> for Wire {
    type Error = WireError;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, WireError>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.send(request))
    }
}

/// Trusts what browsers trust, and what the operator has added to the machine: company providers often have an authority
/// of their own.
pub(crate) fn tls() -> ClientConfig {
    let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("ring knows TLS 1.2 and 1.3")
        .with_root_certificates(roots)
        .with_no_client_auth()
}
