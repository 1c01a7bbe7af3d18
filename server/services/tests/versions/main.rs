//! Responses that were changed after they were sent.

mod any;
mod held;
mod rests;
mod withdrawn;
mod world;
