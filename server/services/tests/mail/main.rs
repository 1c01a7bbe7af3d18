//! Letters from the outbox to a real mail server that misbehaves in every way it can.

mod desk;
mod drafts;
mod invited;
mod once;
mod secret;
mod sending;
mod stops;
mod tls;
mod world;
