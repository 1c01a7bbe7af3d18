//! Followers: who wants letters of what and how often, what happened, and of what each has been told.

use sea_orm_migration::prelude::*;

use crate::step::{
    Step, index, instant, instant_null, string, string_uniq, table, text, unique, uuid, uuid_null,
};

pub const STEP: Step = Step { name: "m0018_followers", tables, indexes };

fn tables() -> Vec<TableCreateStatement> {
    vec![
        // Someone has asked at this address, and nobody has shown yet that it is theirs.
        table(
            "follow_request",
            vec![
                text("address"),
                string("address_hash"),
                string("language"),
                string("subject"),
                // The key of the row, or of a theme its name.
                text("subject_key"),
                string("rate"),
                string_uniq("token_hash"),
                instant("asked_at"),
                instant_null("confirmed_at"),
            ],
            &[],
        ),
        table(
            "follower",
            vec![
                text("address"),
                string_uniq("address_hash"),
                string("language"),
                instant("since"),
                // There is no such mailbox, so nothing is sent there until someone confirms it anew.
                instant_null("paused_at"),
            ],
            &[],
        ),
        table(
            "following",
            vec![
                uuid("follower_id"),
                string("subject"),
                text("subject_key"),
                string("rate"),
                instant("since"),
            ],
            &[("follower_id", "follower")],
        ),
        table(
            "news",
            vec![
                string("kind"),
                // What it happened to; its words are read when a letter is written, and only where they are public.
                uuid("object_id"),
                // News that is told twice under one key is one news.
                string_uniq("key"),
                instant("at"),
                // The follower up to whom it has been handed out, and when that was done for all.
                uuid_null("handed_to"),
                instant_null("handed_at"),
            ],
            &[],
        ),
        table(
            "news_about",
            vec![uuid("news_id"), string("subject"), text("subject_key")],
            &[("news_id", "news")],
        ),
        // Each follower hears of each news once.
        table(
            "news_item",
            vec![
                uuid("news_id"),
                uuid("follower_id"),
                string("subject"),
                text("subject_key"),
                instant("due_at"),
                instant_null("settled_at"),
                // Nothing where it was no longer public, or no longer wanted.
                uuid_null("letter_id"),
            ],
            &[("news_id", "news"), ("follower_id", "follower")],
        ),
    ]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        index("follow_request", &["address_hash", "asked_at"]),
        index("follow_request", &["asked_at"]),
        unique("following", &["follower_id", "subject", "subject_key"]),
        index("following", &["subject", "subject_key", "follower_id"]),
        index("news", &["handed_at", "at"]),
        index("news_about", &["news_id"]),
        unique("news_item", &["news_id", "follower_id"]),
        index("news_item", &["settled_at", "due_at"]),
        index("news_item", &["follower_id", "settled_at"]),
        index("news_item", &["letter_id"]),
    ]
}
