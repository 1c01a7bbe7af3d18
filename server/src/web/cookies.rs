//! Cookies: the session of the team, the draft of a respondent, and what is under way between two pages. Each is a secret,
//! and none says who anyone is.

use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use cookie::{Cookie, SameSite};

use super::Site;

/// The name of the session's cookie.
pub const SESSION: &str = "folkmoot-session";

/// The name of the cookie by which a browser that went to a provider is known again.
pub const BROWSER: &str = "folkmoot-browser";

/// The name of the cookie of someone who may want to sign out at their provider too.
pub const DEPARTURE: &str = "folkmoot-departure";

/// The name of the cookie that holds an invitation.
pub const INVITATION: &str = "folkmoot-invitation";

/// The name of the cookie that holds the link of a letter that signs in.
pub const LINK: &str = "folkmoot-link";

/// The name of the cookie by which a browser that was asked for a passkey is known again.
pub const PASSKEY: &str = "folkmoot-passkey";

/// The name of the cookie that carries a secret to the one page that shows it.
pub const SHOWN_ONCE: &str = "folkmoot-shown-once";

/// The name of the cookie that holds the draft of a call.
pub fn draft(slug: &str) -> String {
    format!("folkmoot-draft-{slug}")
}

/// The name of the cookie that holds a personal invitation to answer a call.
pub fn invited(slug: &str) -> String {
    format!("folkmoot-invited-{slug}")
}

/// Browsers take a `__Host-` cookie only over https, from this host, for the whole site.
fn full_name(site: &Site, name: &str) -> String {
    if site.secure() { format!("__Host-{name}") } else { name.to_owned() }
}

/// The value of a cookie that the browser sent.
pub fn read(site: &Site, headers: &HeaderMap, name: &str) -> Option<String> {
    let name = full_name(site, name);
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(Cookie::split_parse)
        .flatten()
        .find(|cookie| cookie.name() == name)
        .map(|cookie| cookie.value().to_owned())
}

/// Gives the browser a secret to hold until it is closed.
pub fn set(site: &Site, response: &mut Response, name: &str, value: &str) {
    put(response, build(site, name, value.to_owned()));
}

/// Takes a secret back.
pub fn clear(site: &Site, response: &mut Response, name: &str) {
    let mut cookie = build(site, name, String::new());
    cookie.make_removal();
    put(response, cookie);
}

fn build(site: &Site, name: &str, value: String) -> Cookie<'static> {
    Cookie::build((full_name(site, name), value))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(site.secure())
        .build()
}

fn put(response: &mut Response, cookie: Cookie<'static>) {
    if let Ok(value) = HeaderValue::from_str(&cookie.to_string()) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}
