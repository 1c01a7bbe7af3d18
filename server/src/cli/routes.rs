//! `folkmoot routes`

use clap::Args;
use domain::people::{Action, Actor, Grant, Resource, Role, Scope, may};
use serde_json::{Value, json};
use uuid::Uuid;

use super::print;
use crate::web::{Route, routes};

/// Lists every address of the portal: what it stands for, and who may ask for it.
#[derive(Args)]
pub struct Routes {
    /// Print one JSON document
    #[arg(long)]
    json: bool,
}

impl Routes {
    /// Prints the one table of routes, each with the answer of the one policy.
    pub fn run(&self) {
        let all = routes::all();
        if self.json {
            print(&Value::Array(all.iter().map(document).collect()).to_string());
            return;
        }
        for Route { method, path, action, .. } in &all {
            print(&format!("{method:<5} {path}  {action}  {}", who(*action).join(", ")));
        }
    }
}

fn document(route: &Route) -> Value {
    let Route { method, path, action, .. } = route;
    json!({ "method": method.as_str(), "path": path, "action": action.as_str(), "who": who(*action) })
}

/// Guests, and the roles that open it where they hold.
fn who(action: Action) -> Vec<&'static str> {
    let holder = |role| Actor::Person {
        id: Uuid::nil(),
        grants: vec![Grant { role, scope: Scope::Platform }],
        memberships: vec![],
    };
    let guest = may(&Actor::Guest, action, Resource::Platform).then_some("guest");
    let roles = Role::ALL.iter().filter(|role| may(&holder(**role), action, Resource::Platform));
    guest.into_iter().chain(roles.map(|role| role.as_str())).collect()
}
