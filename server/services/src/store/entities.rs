//! The rows of each table. The schema itself, with its reasons, is in the `migrations` package.

/// Declares the entity of a table whose key is a UUID named `id`.
macro_rules! entity {
    ($name:ident, $table:literal, { $($column:ident: $kind:ty),+ $(,)? }) => {
        pub mod $name {
            use sea_orm::entity::prelude::*;

            #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
            #[sea_orm(table_name = $table)]
            pub struct Model {
                #[sea_orm(primary_key, auto_increment = false)]
                pub id: Uuid,
                $(pub $column: $kind,)+
            }

            #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
            pub enum Relation {}

            impl ActiveModelBehavior for ActiveModel {}
        }
    };
}

// The store
pub mod outbox {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "outbox")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub seq: i64,
        pub kind: String,
        pub subject_id: Option<Uuid>,
        pub at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod audit {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "audit")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub sequence: i64,
        pub at: DateTimeUtc,
        pub actor: String,
        pub actor_id: Option<Uuid>,
        pub act: String,
        pub scope: String,
        pub scope_id: Option<Uuid>,
        pub subject: String,
        pub subject_id: Option<Uuid>,
        pub details: String,
        pub previous: String,
        pub hash: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod audit_head {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "audit_head")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: i32,
        pub sequence: i64,
        pub hash: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod setting {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "setting")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub key: String,
        pub value: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

// People
entity!(person, "person", {
    email: String, name: String, password_hash: Option<String>, created_at: DateTimeUtc, disabled_at: Option<DateTimeUtc>,
    email_proven_at: Option<DateTimeUtc>,
});
entity!(role_grant, "role_grant", { person_id: Uuid, role: String, scope: String, scope_id: Option<Uuid>, granted_at: DateTimeUtc });
entity!(broken_glass, "broken_glass", {
    call_id: Uuid, response_id: Uuid, person_id: Uuid, reason: String, at: DateTimeUtc, until: DateTimeUtc,
});
entity!(session, "session", {
    person_id: Uuid, token_hash: String, created_at: DateTimeUtc, expires_at: DateTimeUtc, confirmed_at: Option<DateTimeUtc>,
    provider: Option<String>, id_token: Option<String>, used_at: Option<DateTimeUtc>, waits: Option<bool>,
    second_factor: Option<String>,
});
entity!(authenticator, "authenticator", {
    person_id: Uuid, secret: String, begun_at: DateTimeUtc, proved_at: Option<DateTimeUtc>, last_step: i64,
});
entity!(recovery_code, "recovery_code", {
    person_id: Uuid, code_hash: String, made_at: DateTimeUtc, used_at: Option<DateTimeUtc>,
});
entity!(passkey, "passkey", {
    person_id: Uuid, name: String, credential_id: String, credential: String, added_at: DateTimeUtc,
    used_at: Option<DateTimeUtc>,
});
entity!(passkey_request, "passkey_request", {
    token_hash: String, options: String, state: String, expires_at: DateTimeUtc,
});
entity!(sign_in_failure, "sign_in_failure", { subject_hash: String, at: DateTimeUtc });
entity!(identity, "identity", {
    person_id: Uuid, provider: String, issuer: String, subject: String, label: String, linked_at: DateTimeUtc,
    used_at: Option<DateTimeUtc>,
});
entity!(sign_in_attempt, "sign_in_attempt", {
    state_hash: String, browser_hash: String, provider: String, purpose: String, subject_id: Option<Uuid>, nonce: String,
    verifier: String, language: String, place: String, afresh: bool, begun_at: DateTimeUtc, expires_at: DateTimeUtc,
});
entity!(sign_in_link, "sign_in_link", {
    address: String, address_hash: String, token_hash: String, place: Option<String>, asked_at: DateTimeUtc,
    expires_at: DateTimeUtc, used_at: Option<DateTimeUtc>,
});
entity!(invitation, "invitation", {
    name: String, email: String, role: String, scope: Option<String>, scope_id: Option<Uuid>, token_hash: String, invited_by: Option<Uuid>, invited_at: DateTimeUtc,
    expires_at: DateTimeUtc, accepted_at: Option<DateTimeUtc>, withdrawn_at: Option<DateTimeUtc>, language: Option<String>,
});
entity!(departure, "departure", { token_hash: String, provider: String, id_token: String, expires_at: DateTimeUtc });
entity!(organisation, "organisation", {
    slug: String, name: String, name_cy: String, kind: String, sector: Option<String>, area_id: Option<Uuid>,
    valid_from: Option<Date>, valid_to: Option<Date>, successor_id: Option<Uuid>, note: String, website: String,
    contact: String, invented: bool,
});
entity!(organisation_code, "organisation_code", { organisation_id: Uuid, scheme: String, value: String });
entity!(organisation_domain, "organisation_domain", { organisation_id: Uuid, domain: String });
entity!(organisation_check, "organisation_check", { organisation_id: Uuid, kind: String, domain: String, at: DateTimeUtc });
entity!(membership, "membership", {
    organisation_id: Uuid, person_id: Uuid, role: String, language: String, joined_at: DateTimeUtc,
});
entity!(removed_member, "removed_member", { organisation_id: Uuid, person_id: Uuid, removed_at: DateTimeUtc });
entity!(membership_request, "membership_request", {
    organisation_id: Uuid, person_id: Uuid, note: String, language: String, asked_at: DateTimeUtc,
    refused_at: Option<DateTimeUtc>, reason: String,
});
entity!(claim_code, "claim_code", {
    organisation_id: Uuid, code_hash: String, passing: String, issued_at: DateTimeUtc, expires_at: DateTimeUtc,
});
entity!(address_proof, "address_proof", { person_id: Uuid, token_hash: String, expires_at: DateTimeUtc });

// Calls
entity!(call, "call", {
    slug: String, kind: String, title: String, summary: String, title_cy: String, summary_cy: String, remit: String,
    commissioner: String, contact: String, privacy_notice: String, publication_policy: String, zone: String,
    announced_at: Option<DateTimeUtc>, opens_at: Option<DateTimeUtc>, closes_at: Option<DateTimeUtc>, grace_minutes: i32,
    outcome_at: Option<DateTimeUtc>, invented: bool, preview_token: String, created_by: Option<Uuid>,
    created_at: DateTimeUtc, version: i32, two_people: bool, run_reason: String,
    archived_at: Option<DateTimeUtc>, plan: String, keywords: String, private: bool, early_figures: bool,
});
entity!(section, "section", { call_id: Uuid, position: i32, title: String, intro: String, asked_if: Option<String> });
entity!(question, "question", {
    call_id: Uuid, section_id: Uuid, position: i32, kind: String, title: String, help: String, required: bool,
    asked_if: Option<String>, settings: Option<String>, bank_id: Option<Uuid>,
});
entity!(bank_question, "bank_question", {
    title: String, help: String, required: bool, kind: String, settings: Option<String>, choices: String, note: String,
    kept_by: Option<Uuid>, kept_at: DateTimeUtc,
});
entity!(skip, "skip", {
    call_id: Uuid, question_id: Uuid, position: i32, rule: Option<String>, section_id: Option<Uuid>, end_id: Option<Uuid>,
});
entity!(end_page, "end_page", { call_id: Uuid, position: i32, title: String, text: String, sends: bool });
entity!(wording, "wording", {
    call_id: Uuid, subject_id: Uuid, number: i32, title: String, said: String, replaced_at: DateTimeUtc, note: String,
});
entity!(choice, "choice", { question_id: Uuid, position: i32, label: String, alone: bool });
entity!(material, "material", {
    call_id: Uuid, question_id: Option<Uuid>, position: i32, title: String, title_cy: String, summary: String,
    summary_cy: String,
});
entity!(material_variant, "material_variant", {
    material_id: Uuid, position: i32, format: String, language: String, note: String, link: Option<String>,
    file_id: Option<Uuid>,
});
entity!(material_change, "material_change", {
    call_id: Uuid, at: DateTimeUtc, kind: String, title: String, title_cy: String, format: Option<String>,
    language: Option<String>,
});

entity!(approval, "approval", {
    call_id: Uuid, kind: String, act: String, seen: String, open_slot: Option<String>, asked_by: Uuid,
    asked_at: DateTimeUtc, note: String, state: String, decided_by: Option<Uuid>, decided_at: Option<DateTimeUtc>,
    reason: String,
});

// Responses
entity!(draft, "draft", {
    call_id: Uuid, token_hash: String, language: String, about: String, begun_at: DateTimeUtc, saved_at: DateTimeUtc,
    submitted_at: Option<DateTimeUtc>, late_id: Option<Uuid>, organisation_id: Option<Uuid>,
    changing_since: Option<DateTimeUtc>, before_change: Option<String>,
});
entity!(late_leave, "late_leave", {
    call_id: Uuid, token: String, name: String, reason: String, until: DateTimeUtc, given_at: DateTimeUtc,
    ended_at: Option<DateTimeUtc>,
});
entity!(draft_answer, "draft_answer", {
    draft_id: Uuid, question_id: Uuid, value: String, saved_at: DateTimeUtc, wording: i32,
});
entity!(draft_change, "draft_change", {
    draft_id: Uuid, question_id: Option<Uuid>, person_id: Uuid, value: Option<String>, typed: bool, begun_at: DateTimeUtc,
    saved_at: DateTimeUtc,
});
entity!(draft_comment, "draft_comment", {
    draft_id: Uuid, question_id: Option<Uuid>, person_id: Uuid, text: String, written_at: DateTimeUtc,
    resolved_at: Option<DateTimeUtc>, resolved_by: Option<Uuid>,
});
entity!(draft_sign_off, "draft_sign_off", {
    draft_id: Uuid, person_id: Uuid, content: String, alone: bool, signed_at: DateTimeUtc, ended_at: Option<DateTimeUtc>,
    ended_by: Option<Uuid>,
});
entity!(co_signatory, "co_signatory", {
    draft_id: Uuid, name: String, address: String, address_hash: String, token_hash: String, language: String,
    asked_at: DateTimeUtc, asked: i32, state: String, content: String, answered_at: Option<DateTimeUtc>,
});
entity!(gathering, "gathering", {
    draft_id: Uuid, heading: String, asks: String, last: Date, named: bool, secret: String, opened_at: DateTimeUtc,
    closed_at: Option<DateTimeUtc>, sent_at: Option<DateTimeUtc>, gathered: Option<i32>,
});
entity!(story, "story", {
    gathering_id: Uuid, number: i32, text: String, name: String, uses: String, token_hash: String, told_at: DateTimeUtc,
    changed_at: Option<DateTimeUtc>, taken_back_at: Option<DateTimeUtc>, forgotten: bool, chosen: bool, note: String,
});
entity!(story_citation, "story_citation", {
    draft_id: Uuid, question_id: Uuid, number: i32, quote: String, name: String, person_id: Uuid, quoted_at: DateTimeUtc,
});
entity!(response, "response", {
    call_id: Uuid, reference: String, idempotency_key: String, kind: String, name: String, on_behalf_of: String,
    organisation: String, sector: Option<String>, system_id: Option<Uuid>, channel: String, language: String,
    consent: String, submitted_at: DateTimeUtc, receipt_hash: String, invented: bool, organisation_id: Option<Uuid>, late: bool,
    represented: Option<i32>,
    version: i32, changed_at: Option<DateTimeUtc>, withdrawn_at: Option<DateTimeUtc>,
});
entity!(response_version, "response_version", {
    response_id: Uuid, number: i32, sent_at: DateTimeUtc, receipt_hash: String, about: String, language: String, late: bool,
    answers: String,
});
entity!(closing_change, "closing_change", {
    call_id: Uuid, changed_at: DateTimeUtc, before: DateTimeUtc, after: DateTimeUtc, reason: String,
});
entity!(kept_response, "kept_response", { person_id: Uuid, call_id: Uuid, key: String, kept_at: DateTimeUtc });
entity!(answer, "answer", {
    response_id: Uuid, question_id: Uuid, position: i32, text: String, words: i32, value: Option<String>, since: i32,
    replaced_in: Option<i32>, wording: i32,
});
entity!(file, "file", {
    hash: String, kind: String, size: i64, stored_at: DateTimeUtc, scan: String, scan_note: String, tries: i32,
    next_scan_at: DateTimeUtc, scanned_at: Option<DateTimeUtc>, text: String, text_state: String,
});
entity!(file_use, "file_use", { file_id: Uuid, draft_id: Uuid, question_id: Uuid, key: String, settled: bool });
entity!(entry, "entry", {
    call_id: Uuid, channel: String, received_at: DateTimeUtc, late: bool, late_reason: String, language: String,
    note: String, entered_by: Option<Uuid>, begun_at: DateTimeUtc, entered_at: Option<DateTimeUtc>,
    checked_by: Option<Uuid>, checked_at: Option<DateTimeUtc>,
});
entity!(entry_scan, "entry_scan", {
    entry_id: Uuid, file_id: Uuid, hash: String, name: String, kind: String, size: i64, added_at: DateTimeUtc,
});
entity!(import_batch, "import_batch", {
    call_id: Uuid, name: String, shape: String, state: String, heading: String, asked: String, heading_hash: String,
    map: Option<String>, uploaded_by: Option<Uuid>, uploaded_at: DateTimeUtc, done_at: Option<DateTimeUtc>, rows: i32,
    seen: i32, good: i32, bad: i32, there: i32, skipped: i32, imported: i32,
});
entity!(import_row, "import_row", {
    batch_id: Uuid, number: i32, line: i64, cells: String, state: String, key: String, wrong_column: String,
    reason: String,
});
entity!(answer_choice, "answer_choice", { answer_id: Uuid, choice_id: Uuid });
entity!(held_response, "held_response", {
    call_id: Uuid, key: String, reference: String, receipt_hash: String, submission: String, suspicions: String,
    submitted_at: DateTimeUtc, state: String, decided_at: Option<DateTimeUtc>, decided_by: Option<Uuid>,
    reason: String,
});

// Review
entity!(code, "code", {
    call_id: Uuid, parent_id: Option<Uuid>, position: i32, name: String, definition: String, include: String,
    exclude: String, example: String, colour: i16, created_at: DateTimeUtc, retired_at: Option<DateTimeUtc>,
    removed_at: Option<DateTimeUtc>,
});
entity!(coding, "coding", {
    call_id: Uuid, response_id: Uuid, answer_id: Uuid, code_id: Uuid, coder_id: Uuid, start_at: Option<i32>,
    end_at: Option<i32>, created_at: DateTimeUtc, removed_at: Option<DateTimeUtc>, set_aside: bool,
});
entity!(review_event, "review_event", {
    call_id: Uuid, number: i32, actor_id: Uuid, kind: String, subject_id: Uuid, response_id: Option<Uuid>, before: String,
    after: String, at: DateTimeUtc, undone_by: Option<Uuid>, act_id: Option<Uuid>, passed_over: Option<String>,
});
entity!(mark, "mark", {
    call_id: Uuid, response_id: Uuid, answer_id: Uuid, person_id: Uuid, kind: String, mark: String, set_at: DateTimeUtc,
});
entity!(memo, "memo", {
    call_id: Uuid, code_id: Option<Uuid>, response_id: Option<Uuid>, answer_id: Option<Uuid>, start_at: Option<i32>,
    end_at: Option<i32>, author_id: Uuid, text: String, written_at: DateTimeUtc, changed_at: Option<DateTimeUtc>,
});
entity!(flag, "flag", {
    call_id: Uuid, response_id: Uuid, answer_id: Option<Uuid>, asked_by: Uuid, text: String, asked_at: DateTimeUtc,
    replied_by: Option<Uuid>, reply: String, replied_at: Option<DateTimeUtc>, closed_by: Option<Uuid>,
    closed_at: Option<DateTimeUtc>,
});
entity!(reading, "reading", { call_id: Uuid, response_id: Uuid, person_id: Uuid, done_at: DateTimeUtc });

// Outcomes
entity!(finding, "finding", {
    call_id: Uuid, number: i32, title: String, text: String, created_by: Option<Uuid>, created_at: DateTimeUtc,
    published_at: Option<DateTimeUtc>,
});
entity!(finding_excerpt, "finding_excerpt", {
    finding_id: Uuid, answer_id: Uuid, start_at: i32, end_at: i32, coding_id: Option<Uuid>, position: i32,
});
entity!(recommendation, "recommendation", {
    call_id: Uuid, slug: String, position: i32, official_number: Option<i32>, verified: bool, title: String, text: String,
    theme: String, source: String, created_at: DateTimeUtc, published_at: Option<DateTimeUtc>,
});
entity!(recommendation_finding, "recommendation_finding", { recommendation_id: Uuid, finding_id: Uuid });
entity!(reply, "reply", { recommendation_id: Uuid, status: String, words: String, source: String, replied_on: Date });
entity!(progress, "progress", { recommendation_id: Uuid, status: String, words: String, source: String, noted_on: Date });

// Assembly
entity!(assembly, "assembly", { slug: String, name: String, kind: String, remit: String, invented: bool, created_at: DateTimeUtc });
entity!(constituency, "constituency", { assembly_id: Uuid, position: i32, name: String });
entity!(seat, "seat", { assembly_id: Uuid, constituency_id: Uuid, position: i32, label: String });
entity!(term, "term", { seat_id: Uuid, holder: String, capacity: String, starts_on: Date, ends_on: Option<Date> });
entity!(meeting, "meeting", {
    assembly_id: Uuid, number: i32, title: String, starts_at: DateTimeUtc, ends_at: DateTimeUtc, zone: String, place: String,
    published_at: Option<DateTimeUtc>,
});
entity!(agenda_item, "agenda_item", { meeting_id: Uuid, position: i32, title: String, text: String, minutes: i32, purpose: String, record: String });
entity!(paper, "paper", { agenda_item_id: Uuid, position: i32, title: String, author: String, body: String });
entity!(evidence, "evidence", {
    agenda_item_id: Uuid, position: i32, finding_id: Option<Uuid>, answer_id: Option<Uuid>, start_at: Option<i32>,
    end_at: Option<i32>,
});
entity!(decision, "decision", {
    assembly_id: Uuid, agenda_item_id: Uuid, number: i32, title: String, text: String, votes_for: i32,
    votes_against: i32, abstained: i32, dissent: String, decided_on: Date, call_id: Option<Uuid>,
});
entity!(citation, "citation", { decision_id: Uuid, finding_id: Option<Uuid>, recommendation_id: Option<Uuid> });

// Letters
entity!(letter, "letter", {
    kind: String, stream: Option<String>, address: String, address_hash: String, name: String, language: String,
    fill: String, key: String, token_hash: Option<String>, posted_at: DateTimeUtc, state: String, rank: i16, due_at: DateTimeUtc, tries: i32,
    lease_by: Option<Uuid>, lease_until: Option<DateTimeUtc>, message_id: Option<String>, said: String,
    settled_at: Option<DateTimeUtc>, subject: Option<String>, body: Option<String>,
});
entity!(letter_text, "letter_text", {
    kind: String, language: String, subject: String, body: String, changed_at: DateTimeUtc, changed_by: Option<Uuid>,
});
entity!(follow_request, "follow_request", {
    address: String, address_hash: String, language: String, subject: String, subject_key: String, rate: String,
    token_hash: String, asked_at: DateTimeUtc, confirmed_at: Option<DateTimeUtc>,
});
entity!(follower, "follower", {
    address: String, address_hash: String, language: String, since: DateTimeUtc, paused_at: Option<DateTimeUtc>,
});
entity!(following, "following", {
    follower_id: Uuid, subject: String, subject_key: String, rate: String, since: DateTimeUtc,
});
entity!(news, "news", {
    kind: String, object_id: Uuid, key: String, at: DateTimeUtc, handed_to: Option<Uuid>, handed_at: Option<DateTimeUtc>,
});
entity!(news_about, "news_about", { news_id: Uuid, subject: String, subject_key: String });
entity!(news_item, "news_item", {
    news_id: Uuid, follower_id: Uuid, subject: String, subject_key: String, due_at: DateTimeUtc,
    settled_at: Option<DateTimeUtc>, letter_id: Option<Uuid>,
});
entity!(call_invitee, "call_invitee", {
    call_id: Uuid, name: String, address: String, address_hash: String, language: String, invited_at: DateTimeUtc,
    written_at: DateTimeUtc, letter_key: String, begun: bool, answered: bool,
});
entity!(invitee_link, "invitee_link", { invitee_id: Uuid, token_hash: String });
entity!(letter_stop, "letter_stop", { address_hash: String, stream: String, stopped_at: DateTimeUtc });
