//! A bucket that speaks S3, by our own client over hyper and rustls on ring: one TLS for the whole program.

use std::sync::Arc;

use futures::future::BoxFuture;
use http_body_util::BodyExt;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector as Tcp;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use object_store::aws::{AmazonS3, AmazonS3Builder};
use object_store::client::{
    HttpClient, HttpConnector, HttpError, HttpErrorKind, HttpRequest, HttpRequestBody, HttpResponse,
    HttpResponseBody, HttpService,
};
use object_store::{ClientOptions, Error};

use crate::people::providers::tls;

/// How long one request to the store may take until it is answered.
const LONGEST: std::time::Duration = std::time::Duration::from_secs(30);

/// Where a bucket is, and who may use it.
#[derive(Clone)]
pub struct Bucket {
    pub name: String,
    /// The address of the store, as `https://s3.eu-west-2.amazonaws.com`.
    pub endpoint: String,
    pub region: String,
    pub key_id: String,
    pub secret: String,
}

impl std::fmt::Debug for Bucket {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Bucket")
            .field("name", &self.name)
            .field("endpoint", &self.endpoint)
            .finish_non_exhaustive()
    }
}

/// The bucket as a store. Nothing is asked of it yet.
pub(super) fn open(bucket: &Bucket) -> object_store::Result<AmazonS3> {
    AmazonS3Builder::new()
        .with_bucket_name(&bucket.name)
        .with_endpoint(&bucket.endpoint)
        .with_region(&bucket.region)
        .with_access_key_id(&bucket.key_id)
        .with_secret_access_key(&bucket.secret)
        .with_allow_http(bucket.endpoint.starts_with("http://"))
        .with_virtual_hosted_style_request(false)
        .with_http_connector(Way)
        .build()
}

/// Makes the client.
#[derive(Debug)]
struct Way;

impl HttpConnector for Way {
    fn connect(&self, _: &ClientOptions) -> object_store::Result<HttpClient> {
        let connector =
            HttpsConnectorBuilder::new().with_tls_config(tls()).https_or_http().enable_http1().build();
        let client = Client::builder(TokioExecutor::new()).pool_timer(TokioTimer::new()).build(connector);
        Ok(HttpClient::new(Asker(Arc::new(client))))
    }
}

/// Sends requests.
#[derive(Clone, Debug)]
struct Asker(Arc<Client<HttpsConnector<Tcp>, HttpRequestBody>>);

impl HttpService for Asker {
    fn call<'s, 'f>(&'s self, request: HttpRequest) -> BoxFuture<'f, Result<HttpResponse, HttpError>>
    where
        's: 'f,
        Self: 'f,
    {
        Box::pin(async move {
            let answered = tokio::time::timeout(LONGEST, self.0.request(request)).await;
            let answered = answered.map_err(|slow| HttpError::new(HttpErrorKind::Timeout, slow))?;
            let answered = answered.map_err(|error| {
                let kind = if error.is_connect() { HttpErrorKind::Connect } else { HttpErrorKind::Request };
                HttpError::new(kind, error)
            })?;
            let broken = |error| HttpError::new(HttpErrorKind::Interrupted, error);
            Ok(answered.map(|body| HttpResponseBody::new(body.map_err(broken))))
        })
    }
}

/// What a store says that cannot be reached.
impl From<Error> for crate::Failure {
    fn from(error: Error) -> Self {
        Self::File(error.to_string())
    }
}
