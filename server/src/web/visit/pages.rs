//! The pages that a request is answered with.

use app::components::Fields;
use app::layout::{Area, Shell, render};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use domain::forms::Form;
use domain::people::{Action, Resource, may};
use leptos::prelude::{AnyView, Owner, provide_context};
use services::Failure;

use super::{Stop, Visit};

impl Visit {
    fn shell(&self, area: Area) -> Shell {
        let query = self.uri.query().map(|query| format!("?{query}")).unwrap_or_default();
        Shell {
            language: self.language,
            path: format!("{}{query}", self.path()),
            area,
            person: self.person.as_ref().map(|person| person.name.clone()),
            allowed: self.allowed(),
            team: may(&self.actor_to_be(), Action::EnterTeam, Resource::Platform),
            demonstration: self.portal.site.demonstration,
            assets: crate::assets::addresses(),
        }
    }

    /// A page for anyone. `title` and `body` are made in the language of the page.
    pub fn page(&self, title: impl FnOnce() -> String, body: impl FnOnce() -> AnyView) -> Response {
        self.form(Area::Public, StatusCode::OK, Fields::default(), title, body)
    }

    /// A page of the team area.
    pub fn team(&self, title: impl FnOnce() -> String, body: impl FnOnce() -> AnyView) -> Response {
        self.form(Area::Team, StatusCode::OK, Fields::default(), title, body)
    }

    /// Words in the language of this request, where there is no page to say them on.
    pub fn said<T>(&self, words: impl FnOnce() -> T) -> T {
        let owner = Owner::new();
        owner.with(|| {
            provide_context(self.language);
            words()
        })
    }

    /// A page with a form, its values and its problems. With problems the status is 422 whatever is given.
    pub fn form(
        &self,
        area: Area,
        status: StatusCode,
        fields: Fields,
        title: impl FnOnce() -> String,
        body: impl FnOnce() -> AnyView,
    ) -> Response {
        let status = if fields.problems.is_empty() { status } else { StatusCode::UNPROCESSABLE_ENTITY };
        let html = render(&self.shell(area), title, fields, body);
        (status, Html(html)).into_response()
    }

    /// On to where a form led, or the form again with what is wrong and all that was typed.
    pub fn done(
        &self,
        done: Result<String, Failure>,
        typed: Form,
        again: impl FnOnce(Fields) -> Response,
    ) -> Result<Response, Stop> {
        match done {
            Err(Failure::Invalid(problems)) => Ok(again(Fields { form: typed, problems })),
            done => Ok(self.go(&done?)),
        }
    }

    /// On to another address in the same language.
    pub fn go(&self, path: &str) -> Response {
        Redirect::to(&self.href(path)).into_response()
    }
}
