//! A browser without script: it keeps cookies, follows links and redirects, and sends forms.

use std::collections::BTreeMap;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use cookie::Cookie;
use http_body_util::BodyExt;
use scraper::{ElementRef, Html, Selector};
use tower::ServiceExt;

/// How many redirects in a row are a circle.
const MOST_REDIRECTS: usize = 10;

/// Someone's browser. A copy of it holds the same cookies, as a second tab would.
#[derive(Clone)]
pub struct Browser {
    router: Router,
    cookies: BTreeMap<String, String>,
    headers: Vec<(&'static str, String)>,
}

impl Browser {
    /// A browser that was never here before.
    pub fn new(router: Router) -> Self {
        Self { router, cookies: BTreeMap::new(), headers: Vec::new() }
    }

    /// The same browser before another server of the same portal.
    pub fn at(self, router: Router) -> Self {
        Self { router, ..self }
    }

    /// Sends this header with every request.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// Holds a cookie as if the portal had set it.
    pub fn hold(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }

    /// The value of a cookie that it holds.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    /// Every cookie that it holds.
    pub fn cookies(&self) -> impl Iterator<Item = (String, String)> {
        self.cookies.iter().map(|(name, value)| (name.clone(), value.clone()))
    }

    /// Asks for a page and takes what comes, a redirect included.
    pub async fn get(&mut self, path: &str) -> Page {
        self.send(Method::GET, path, Vec::new()).await
    }

    /// Asks for a page and follows redirects.
    pub async fn open(&mut self, path: &str) -> Page {
        let page = self.get(path).await;
        self.follow(page).await
    }

    /// Sends a form and takes what comes, a redirect included.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.send(Method::POST, path, body.into_bytes()).await
    }

    /// Sends a form and follows redirects.
    pub async fn submit(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let page = self.post(path, fields).await;
        self.follow(page).await
    }

    /// Goes where a redirect points, until a page comes.
    pub async fn follow(&mut self, mut page: Page) -> Page {
        for _ in 0..MOST_REDIRECTS {
            let Some(to) = page.location() else { return page };
            page = self.get(&to).await;
        }
        panic!("{} is in a circle of redirects", page.address);
    }

    /// Sends a form with a file of these bytes in its field `file`.
    pub async fn upload(&mut self, path: &str, fields: &[(&str, &str)], file: &[u8]) -> Page {
        self.attach(path, fields, &[("file", "list.csv", file)]).await
    }

    /// Sends a form with files: each the field, the name of the file and its bytes.
    pub async fn attach(
        &mut self,
        path: &str,
        fields: &[(&str, &str)],
        files: &[(&str, &str, &[u8])],
    ) -> Page {
        const LINE: &str = "a-line-between-parts";
        let mut body = Vec::new();
        for (name, value) in fields {
            let part =
                format!("--{LINE}\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend_from_slice(part.as_bytes());
        }
        for (name, called, bytes) in files {
            let head = format!("content-disposition: form-data; name=\"{name}\"; filename=\"{called}\"");
            body.extend_from_slice(
                format!("--{LINE}\r\n{head}\r\ncontent-type: text/html\r\n\r\n").as_bytes(),
            );
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(format!("--{LINE}--\r\n").as_bytes());
        self.send_as(Method::POST, path, &format!("multipart/form-data; boundary={LINE}"), body).await
    }

    /// Sends bytes as the body of a form.
    pub async fn send(&mut self, method: Method, path: &str, body: Vec<u8>) -> Page {
        self.send_as(method, path, "application/x-www-form-urlencoded", body).await
    }

    async fn send_as(&mut self, method: Method, path: &str, kind: &str, body: Vec<u8>) -> Page {
        let mut request = Request::builder().method(&method).uri(path.split('#').next().unwrap_or_default());
        request = request.header(header::HOST, "folkmoot.test");
        if method != Method::GET {
            request = request.header(header::CONTENT_TYPE, kind);
            if self.headers.is_empty() {
                request = request.header("sec-fetch-site", "same-origin");
            }
        }
        if !self.cookies.is_empty() {
            let held: Vec<String> =
                self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request = request.header(header::COOKIE, held.join("; "));
        }
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        let request = request.body(Body::from(body)).expect("a request");
        let response = self.router.clone().oneshot(request).await.expect("the router always answers");
        let (parts, body) = response.into_parts();
        self.keep(&parts.headers);
        let bytes = body.collect().await.expect("a whole answer").to_bytes();
        Page {
            address: path.to_owned(),
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8_lossy(&bytes).into_owned(),
            bytes,
        }
    }

    fn keep(&mut self, headers: &HeaderMap) {
        for value in headers.get_all(header::SET_COOKIE) {
            let cookie = Cookie::parse(value.to_str().expect("a cookie of plain letters")).expect("a cookie");
            if cookie.max_age().is_some_and(cookie::time::SignedDuration::is_zero) {
                self.cookies.remove(cookie.name());
            } else {
                self.cookies.insert(cookie.name().to_owned(), cookie.value().to_owned());
            }
        }
    }
}

/// An answer of the portal.
#[derive(Clone, Debug)]
pub struct Page {
    /// The address that was asked for.
    pub address: String,
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
    /// The body as it came, where it is no text.
    pub bytes: Bytes,
}

impl Page {
    /// The page as a tree, as a browser builds it.
    pub fn html(&self) -> Html {
        Html::parse_document(&self.body)
    }

    /// Where a redirect points.
    pub fn location(&self) -> Option<String> {
        self.status.is_redirection().then(|| self.header("location").to_owned())
    }

    /// A header, or nothing at all.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The text of the first element that matches, with white space as a reader sees it; empty where none does.
    pub fn text(&self, selector: &str) -> String {
        self.texts(selector).into_iter().next().unwrap_or_default()
    }

    /// The text of every element that matches.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        self.html().select(&matching(selector)).map(said).collect()
    }

    /// The text of the first element that matches, exactly as it stands: what a `textarea` holds.
    pub fn raw(&self, selector: &str) -> String {
        let html = self.html();
        html.select(&matching(selector)).next().map(|found| found.text().collect()).unwrap_or_default()
    }

    /// An attribute of the first element that matches.
    pub fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        self.html().select(&matching(selector)).next()?.attr(name).map(str::to_owned)
    }

    /// Whether anything matches.
    pub fn has(&self, selector: &str) -> bool {
        self.html().select(&matching(selector)).next().is_some()
    }

    /// Fails with the page at hand where the status is another.
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(
            self.status.as_u16(),
            status,
            "{}: {:?} {}",
            self.address,
            self.location(),
            self.text("#main")
        );
        self
    }
}

fn matching(selector: &str) -> Selector {
    Selector::parse(selector).unwrap_or_else(|_| panic!("{selector} is no selector"))
}

fn said(element: ElementRef<'_>) -> String {
    domain::text::line(&element.text().collect::<String>())
}
