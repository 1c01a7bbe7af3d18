//! Every address of the portal, and the action that each stands for. A test walks this table for every role.

use axum::http::Method;
use axum::routing::{MethodRouter, get, post};
use domain::people::Action;

use super::{Portal, calls, pages, people, responses};

/// One method of one address.
pub struct Route {
    pub method: Method,
    /// The address; `{call}` and `{assembly}` in it are slugs that the guard looks up.
    pub path: &'static str,
    /// What whoever asks must be allowed to do.
    pub action: Action,
    pub(super) handler: MethodRouter<Portal>,
}

fn read(path: &'static str, action: Action, handler: MethodRouter<Portal>) -> Route {
    Route { method: Method::GET, path, action, handler }
}

fn write(path: &'static str, action: Action, handler: MethodRouter<Portal>) -> Route {
    Route { method: Method::POST, path, action, handler }
}

/// Every route.
pub fn all() -> Vec<Route> {
    public().into_iter().chain(team()).collect()
}

/// What anyone may reach, in both languages.
pub fn public() -> Vec<Route> {
    use Action::{ReadPublic, Respond, SignIn};
    vec![
        read("/", ReadPublic, get(pages::home)),
        read("/about", ReadPublic, get(pages::about)),
        read("/accessibility", ReadPublic, get(pages::accessibility)),
        read("/privacy", ReadPublic, get(pages::privacy)),
        // Calls
        read("/calls", ReadPublic, get(calls::list)),
        read("/calls/{call}", ReadPublic, get(calls::page)),
        read("/calls/{call}/questions", ReadPublic, get(calls::questions)),
        // Answering
        write("/calls/{call}/start", Respond, post(responses::start)),
        read("/calls/{call}/answer", Respond, get(responses::go_on)),
        read("/calls/{call}/answer/{step}", Respond, get(responses::show)),
        write("/calls/{call}/answer/{step}", Respond, post(responses::answer)),
        read("/calls/{call}/later", Respond, get(responses::later)),
        read("/calls/{call}/confirmation", Respond, get(responses::confirmation)),
        read("/calls/{call}/receipt", Respond, get(responses::receipt)),
        read("/resume/{token}", Respond, get(responses::resume)),
        // Signing in
        read("/sign-in", SignIn, get(people::sign_in_page)),
        write("/sign-in", SignIn, post(people::sign_in)),
        write("/sign-out", SignIn, post(people::sign_out)),
    ]
}

/// What the team reaches.
pub fn team() -> Vec<Route> {
    use Action::ManagePeople;
    vec![
        read("/team/people", ManagePeople, get(people::list)),
        write("/team/people", ManagePeople, post(people::add)),
        write("/team/people/close", ManagePeople, post(people::close)),
    ]
}
