//! The files inside the program: style sheet, scripts, the browser's half, pictures.

use app::layout::Assets;
use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// A file, under an address that changes with its content, so that it can be kept for ever.
pub struct Asset {
    pub name: &'static str,
    pub address: &'static str,
    plain: &'static [u8],
    brotli: Option<&'static [u8]>,
    gzip: Option<&'static [u8]>,
}

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// The address of a file by its plain name; empty where the program was built without it.
pub fn address(name: &str) -> &'static str {
    FILES.iter().find(|file| file.name == name).map_or("", |file| file.address)
}

/// The addresses that every page needs.
pub fn addresses() -> Assets {
    Assets {
        style: address("main.css"),
        script: address("page.js"),
        islands: address("islands.js"),
        app_script: address("app.js"),
        app_wasm: address("app_bg.wasm"),
        list: address("list.js"),
        builder: address("builder.js"),
        icon: address("icon.svg"),
    }
}

/// Serves a file in the smallest form that the browser takes.
pub async fn serve(Path(name): Path<String>, headers: HeaderMap) -> Response {
    let address = format!("/assets/{name}");
    let Some(file) = FILES.iter().find(|file| file.address == address) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let accepted =
        headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let takes = |coding: &str| {
        accepted.split(',').any(|part| part.split(';').next().is_some_and(|name| name.trim() == coding))
    };
    let (bytes, coding) = match (file.brotli.filter(|_| takes("br")), file.gzip.filter(|_| takes("gzip"))) {
        (Some(bytes), _) => (bytes, Some("br")),
        (None, Some(bytes)) => (bytes, Some("gzip")),
        (None, None) => (file.plain, None),
    };
    let mut response = bytes.into_response();
    let out = response.headers_mut();
    out.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind(file.name)));
    out.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    out.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Some(coding) = coding {
        out.insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding));
    }
    response
}

fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}
