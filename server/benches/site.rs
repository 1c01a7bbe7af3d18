//! The demonstration, served: pages as people see them.

use std::path::Path;

use anyhow::Context;
use domain::people::Role;
use services::calls::{Call, by_slug, questionnaire};
use services::demo::{calls, load};
use services::{Clock, Place, Services};

use crate::asked::Asked;
use crate::client::{Ask, Client};
use crate::report::step;
use crate::server::Server;

/// The demonstration and who looks at it.
pub struct Site {
    pub services: Services,
    pub server: Server,
    /// The call that is open.
    pub open: Asked,
    /// The call whose responses are coded.
    pub coded: Call,
    /// A session of a lead analyst.
    pub session: String,
}

impl Site {
    /// Makes the demonstration in empty data and serves it.
    pub async fn start(folder: &Path) -> anyhow::Result<Self> {
        step("Pages: the demonstration is made and served");
        let services = Services::open(&Place::folder(folder), Clock::machine()).await?;
        let people = load::load(&services, 1).await?;
        let lead = people.iter().find(|person| person.roles.contains(&Role::Owner)).context("no owner")?;
        let server = Server::start(folder)?;
        let open = by_slug(&services, calls::HOME).await?;
        Ok(Self {
            coded: by_slug(&services, calls::HEWITT).await?,
            session: sign_in(&server, lead.email).await?,
            open: Asked { form: questionnaire(services.db.read(), open.id).await?, call: open },
            services,
            server,
        })
    }

    /// A new connection.
    pub async fn client(&self) -> anyhow::Result<Client> {
        Client::new(self.server.address).await
    }

    /// The address of the page on which a response is coded.
    pub fn desk(&self, reference: &str) -> String {
        format!("/team/calls/{}/responses/{reference}", self.coded.slug)
    }
}

async fn sign_in(server: &Server, email: &str) -> anyhow::Result<String> {
    let form = form_urlencoded::Serializer::new(String::new())
        .append_pair("email", email)
        .append_pair("password", load::PASSWORD)
        .finish();
    let answer = Client::new(server.address).await?.expect(&Ask::post("/sign-in", form), 303).await?;
    answer.cookie.context("no session")
}
