//! A store that speaks S3, over the network and with keys: documents go there and come back, and nothing of them is in the
//! folder of the data.

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use s3s::auth::SimpleAuth;
use s3s::service::{S3Service, S3ServiceBuilder};
use s3s_fs::FileSystem;
use services::files::{Bucket, Settings, check, worker};
use services::on_both;
use services::testing::Throwaway;
use services::testing::files::pdf;
use tower::ServiceExt;

use super::{Sender, asking, listed};
use crate::support::House;

const KEY: &str = "folkmoot";
const SECRET: &str = "zinnober-zinnober";

/// A server of S3 over this folder, whose bucket is `documents`; gives its address.
async fn serve(folder: &std::path::Path) -> String {
    std::fs::create_dir(folder.join("documents")).expect("a bucket");
    let mut builder = S3ServiceBuilder::new(FileSystem::new(folder).expect("a store"));
    builder.set_auth(SimpleAuth::from_single(KEY, SECRET));
    let service = builder.build();
    let router = Router::new().fallback(move |request| answer(service.clone(), request));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let at = listener.local_addr().expect("its address");
    tokio::spawn(async move { axum::serve(listener, router).await });
    format!("http://{at}")
}

async fn answer(service: S3Service, request: Request) -> Response {
    match service.oneshot(request).await {
        Ok(response) => response.map(Body::new),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

fn bucket(endpoint: &str, secret: &str) -> Settings {
    let (name, region) = ("documents".to_owned(), "eu-west-2".to_owned());
    let (endpoint, key_id, secret) = (endpoint.to_owned(), KEY.to_owned(), secret.to_owned());
    Settings { bucket: Some(Bucket { name, endpoint, region, key_id, secret }), ..Settings::default() }
}

on_both!(documents_are_kept_in_a_bucket, |data: Throwaway| async move {
    let folder = tempfile::tempdir().expect("a folder");
    let endpoint = serve(folder.path()).await;
    let house = House::new(data).await;
    asking(&house).await;
    let house = house.with_files(bucket(&endpoint, SECRET));
    let services = &house.data.services;
    let mut someone = Sender::new(&house).await;
    // One that goes in one piece, and one that goes in several.
    let (small, large) = (pdf(&["Our evidence."]), "A line of evidence.\n".repeat(350_000).into_bytes());
    someone.attach(&[("small.pdf", &small), ("large.txt", &large)]).await.expect(303);
    let page = someone.look().await;
    assert_eq!(listed(&page), ["small.pdf", "large.txt"]);
    let report = check::check(services).await.expect("checked");
    assert_eq!((report.whole(), report.files), (true, 2));
    let own = page.attribute(".fm-document__name a", "href").expect("a link to it");
    assert!(someone.browser.get(&own).await.expect(200).body.starts_with("%PDF-1.4"));
    assert!(!house.data.place.files().exists(), "nothing is in the folder of the data");

    for _ in 0..2 {
        let hash =
            someone.look().await.attribute("button[name=remove]", "value").expect("a way to remove it");
        someone.press(&[("remove", &hash)], &[]).await.expect(303);
    }
    services.clock.set(services.clock.now() + chrono::TimeDelta::hours(2));
    worker::catch_up(services).await.expect("looked after");
    assert_eq!(check::check(services).await.expect("checked").files, 0);
});

on_both!(a_store_that_refuses_is_a_failure_that_says_so, |data: Throwaway| async move {
    let folder = tempfile::tempdir().expect("a folder");
    let endpoint = serve(folder.path()).await;
    let house = House::new(data).await;
    asking(&house).await;
    let house = house.with_files(bucket(&endpoint, "another secret"));
    let mut someone = Sender::new(&house).await;
    let page = someone.attach(&[("ours.txt", b"Ours.")]).await.expect(500);
    assert!(page.has("h1"));
    assert!(listed(&someone.look().await).is_empty(), "what was not kept is not listed");
});
