//! Every address of the portal, and the action that each stands for. A test walks this table for every role.

mod gathering;
mod mail;
mod members;
mod spine;
mod together;

use axum::http::Method;
use axum::routing::{MethodRouter, get, post};
use domain::people::Action;

use super::mail as mail_pages;
use super::{Portal, assembly, audit, calls, outcomes, pages, people, responses, review, search};

/// One method of one address.
pub struct Route {
    pub method: Method,
    /// The address; `{call}` in it is a slug that the guard looks up.
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

/// What anyone may reach, and everyone's own account, in both languages.
pub fn public() -> Vec<Route> {
    use Action::{KeepAccount, ReadPublic, Respond, SignIn};
    use people::{
        account, authenticator, by_link, by_provider, invitations, organisations, passkeys, second_step,
    };
    use responses::keeping;
    vec![
        read("/", ReadPublic, get(pages::home)),
        read("/about", ReadPublic, get(pages::about)),
        read("/accessibility", ReadPublic, get(pages::accessibility)),
        read("/privacy", ReadPublic, get(pages::privacy)),
        read("/security", ReadPublic, get(pages::security)),
        // Calls
        read("/calls", ReadPublic, get(calls::list)),
        read("/calls/{call}", ReadPublic, get(calls::page)),
        read("/c/{short}", ReadPublic, get(calls::short)),
        read("/calls/{call}/questions", ReadPublic, get(calls::blank::page)),
        read("/calls/{call}/questions.docx", ReadPublic, get(calls::blank::document)),
        read("/calls/{call}/questions-large-print.docx", ReadPublic, get(calls::blank::large_print)),
        read("/calls/{call}/questions.txt", ReadPublic, get(calls::blank::plain)),
        read("/calls/{call}/materials/{variant}", ReadPublic, get(calls::materials::file)),
        // Calls before their announcement, by a private link
        read("/preview/{token}", ReadPublic, get(calls::preview::page)),
        read("/preview/{token}/questions", ReadPublic, get(calls::preview::questions)),
        read("/preview/{token}/materials/{variant}", ReadPublic, get(calls::materials::preview_file)),
        read("/preview/{token}/answer/{step}", ReadPublic, get(calls::preview::show)),
        write("/preview/{token}/answer/{step}", ReadPublic, post(calls::preview::go_on)),
        // Outcomes
        read("/calls/{call}/findings", ReadPublic, get(outcomes::findings_of)),
        read("/calls/{call}/findings/{number}", ReadPublic, get(outcomes::finding)),
        read("/recommendations", ReadPublic, get(outcomes::register)),
        read("/recommendations/{recommendation}", ReadPublic, get(outcomes::trace)),
        read("/my-words", ReadPublic, get(outcomes::ask)),
        write("/my-words", ReadPublic, post(outcomes::own_words)),
        // Assemblies
        read("/assemblies", ReadPublic, get(assembly::list)),
        read("/assemblies/{assembly}", ReadPublic, get(assembly::page)),
        read("/assemblies/{assembly}/meetings/{number}", ReadPublic, get(assembly::meeting)),
        // Organisations
        read("/organisations", ReadPublic, get(organisations::list)),
        read("/organisations/{organisation}", ReadPublic, get(organisations::page)),
        // Answering
        write("/calls/{call}/start", Respond, post(responses::start)),
        read("/calls/{call}/answer", Respond, get(responses::go_on)),
        read("/calls/{call}/answer/{step}", Respond, get(responses::show)),
        write("/calls/{call}/answer/{step}", Respond, post(responses::answer)),
        read("/calls/{call}/documents/{document}", Respond, get(responses::documents::own)),
        read("/calls/{call}/contents", Respond, get(responses::contents)),
        read("/calls/{call}/later", Respond, get(responses::later)),
        write("/calls/{call}/later", Respond, post(responses::write_later)),
        read("/calls/{call}/keep", Respond, get(keeping::ask)),
        write("/calls/{call}/keep", Respond, post(keeping::decide)),
        read("/calls/{call}/confirmation", Respond, get(responses::confirmation)),
        write("/calls/{call}/confirmation", Respond, post(responses::post_receipt)),
        read("/calls/{call}/receipt", Respond, get(responses::receipt)),
        read("/calls/{call}/receipt.docx", Respond, get(responses::receipt_document)),
        read("/calls/{call}/change", Respond, get(responses::change::page)),
        write("/calls/{call}/change", Respond, post(responses::change::decide)),
        read("/calls/{call}/withdraw", Respond, get(responses::withdraw::page)),
        write("/calls/{call}/withdraw", Respond, post(responses::withdraw::decide)),
        read("/resume/{token}", Respond, get(responses::resume)),
        read("/invited/{token}", Respond, get(calls::invited::open)),
        read("/late/{token}", Respond, get(calls::late::open)),
        write("/late/{token}", Respond, post(calls::late::begin)),
        // Letters
        read("/follow/sent", ReadPublic, get(mail_pages::follow::sent)),
        read("/follow/confirm/{token}", ReadPublic, get(mail_pages::follow::confirm_page)),
        write("/follow/confirm/{token}", ReadPublic, post(mail_pages::follow::confirm)),
        read("/follow/{subject}/{key}", ReadPublic, get(mail_pages::follow::page)),
        write("/follow/{subject}/{key}", ReadPublic, post(mail_pages::follow::ask)),
        read("/letters/stop/{token}", ReadPublic, get(mail_pages::stop::page)),
        write("/letters/stop/{token}", ReadPublic, post(mail_pages::stop::act)),
        // Signing in
        read("/sign-in", SignIn, get(people::sign_in_page)),
        write("/sign-in", SignIn, post(people::sign_in)),
        read("/sign-in/with/{provider}", SignIn, get(by_provider::set_out)),
        read("/sign-in/return/{provider}", SignIn, get(by_provider::come_back)),
        read("/sign-in/code", SignIn, get(second_step::page)),
        write("/sign-in/code", SignIn, post(second_step::take)),
        read("/sign-in/link", SignIn, get(by_link::ask_page)),
        write("/sign-in/link", SignIn, post(by_link::ask)),
        read("/sign-in/link/sent", SignIn, get(by_link::sent)),
        read("/sign-in/by-link/{token}", SignIn, get(by_link::open)),
        read("/sign-in/by-link", SignIn, get(by_link::page)),
        write("/sign-in/by-link", SignIn, post(by_link::sign_in)),
        write("/sign-in/passkey/begin", SignIn, post(passkeys::begin_sign_in)),
        read("/sign-in/passkey", SignIn, get(passkeys::sign_in_page)),
        write("/sign-in/passkey", SignIn, post(passkeys::take)),
        write("/sign-out", SignIn, post(people::sign_out)),
        read("/signed-out", SignIn, get(by_provider::signed_out)),
        read("/sign-out/provider", SignIn, get(by_provider::depart)),
        // Accepting an invitation
        read("/invitation/{token}", SignIn, get(invitations::open)),
        read("/invitation", SignIn, get(invitations::accept_page)),
        write("/invitation", SignIn, post(invitations::accept)),
        read("/invitation/with/{provider}", SignIn, get(invitations::accept_with)),
        // One's own account
        read("/account", KeepAccount, get(account::page)),
        read("/account/confirm", KeepAccount, get(account::confirm_page)),
        write("/account/confirm", KeepAccount, post(account::confirm)),
        read("/account/connect/{provider}", KeepAccount, get(account::connect)),
        write("/account/disconnect", KeepAccount, post(account::disconnect)),
        write("/account/sign-out-elsewhere", KeepAccount, post(account::sign_out_elsewhere)),
        read("/account/password", KeepAccount, get(account::password_page)),
        write("/account/password", KeepAccount, post(account::set_password)),
        // The second step of signing in
        read("/account/authenticator", KeepAccount, get(authenticator::page)),
        write("/account/authenticator", KeepAccount, post(authenticator::prove)),
        read("/account/authenticator/remove", KeepAccount, get(authenticator::remove_page)),
        write("/account/authenticator/remove", KeepAccount, post(authenticator::remove)),
        write("/account/passkeys", KeepAccount, post(passkeys::begin_adding)),
        read("/account/passkeys/new", KeepAccount, get(passkeys::add_page)),
        write("/account/passkeys/new", KeepAccount, post(passkeys::add)),
        write("/account/passkeys/remove", KeepAccount, post(passkeys::remove)),
        read("/account/recovery-codes", KeepAccount, get(authenticator::recovery_codes)),
        write("/account/recovery-codes", KeepAccount, post(authenticator::renew_codes)),
        // What one keeps in it
        read("/account/take-in", KeepAccount, get(keeping::take_in_page)),
        write("/account/take-in", KeepAccount, post(keeping::take_in)),
        read("/account/responses/{kept}", KeepAccount, get(keeping::page)),
        write("/account/responses/{kept}/open", KeepAccount, post(keeping::open)),
        write("/account/responses/{kept}/let-go", KeepAccount, post(keeping::let_go)),
    ]
    .into_iter()
    .chain(members::all())
    .chain(together::all())
    .chain(gathering::all())
    .collect()
}

/// What was held back, for the team to decide about.
fn held_of_the_team() -> Vec<Route> {
    use Action::DecideHeld;
    use responses::held;
    vec![
        read("/team/calls/{call}/held", DecideHeld, get(held::list)),
        read("/team/calls/{call}/held/{reference}", DecideHeld, get(held::show)),
        write("/team/calls/{call}/held/{reference}", DecideHeld, post(held::decide)),
    ]
}

/// What came another way, for the team to enter.
fn entering() -> Vec<Route> {
    use Action::EnterResponses;
    use responses::entering;
    vec![
        read("/team/calls/{call}/entering", EnterResponses, get(entering::list)),
        read("/team/calls/{call}/entering/new", EnterResponses, get(entering::begin_page)),
        write("/team/calls/{call}/entering/new", EnterResponses, post(entering::begin)),
        read("/team/calls/{call}/entering/{entry}", EnterResponses, get(entering::one)),
        read("/team/calls/{call}/entering/{entry}/answer/{step}", EnterResponses, get(entering::show)),
        write("/team/calls/{call}/entering/{entry}/answer/{step}", EnterResponses, post(entering::answer)),
        read(
            "/team/calls/{call}/entering/{entry}/documents/{document}",
            EnterResponses,
            get(entering::document),
        ),
        write("/team/calls/{call}/entering/{entry}/scans", EnterResponses, post(entering::add_scans)),
        read(
            "/team/calls/{call}/entering/{entry}/scans/{document}",
            EnterResponses,
            get(entering::open_scan),
        ),
        write(
            "/team/calls/{call}/entering/{entry}/scans/{document}/remove",
            EnterResponses,
            post(entering::remove_scan),
        ),
        read("/team/calls/{call}/entering/{entry}/discard", EnterResponses, get(entering::discard_page)),
        write("/team/calls/{call}/entering/{entry}/discard", EnterResponses, post(entering::discard)),
        write("/team/calls/{call}/entering/{entry}/checked", EnterResponses, post(entering::checked)),
        read("/team/calls/{call}/entering/{entry}/receipt", EnterResponses, get(entering::receipt)),
        read(
            "/team/calls/{call}/entering/{entry}/receipt.docx",
            EnterResponses,
            get(entering::receipt_document),
        ),
    ]
}

/// Files with responses, for the team to bring in.
fn imports_of_the_team() -> Vec<Route> {
    use Action::ImportResponses;
    use responses::import;
    vec![
        read("/team/calls/{call}/import", ImportResponses, get(import::list)),
        write("/team/calls/{call}/import", ImportResponses, post(import::upload)),
        read("/team/calls/{call}/import/{batch}", ImportResponses, get(import::one)),
        read("/team/calls/{call}/import/{batch}/columns", ImportResponses, get(import::columns_page)),
        write("/team/calls/{call}/import/{batch}/columns", ImportResponses, post(import::say_columns)),
        read("/team/calls/{call}/import/{batch}/values", ImportResponses, get(import::values_page)),
        write("/team/calls/{call}/import/{batch}/values", ImportResponses, post(import::say_values)),
        read("/team/calls/{call}/import/{batch}/report.csv", ImportResponses, get(import::report)),
        write("/team/calls/{call}/import/{batch}/begin", ImportResponses, post(import::begin)),
        write("/team/calls/{call}/import/{batch}/discard", ImportResponses, post(import::discard)),
    ]
}

/// What the team reaches.
pub fn team() -> Vec<Route> {
    let calls = calls_of_the_team().into_iter().chain(builder()).chain(materials());
    people_of_the_team()
        .into_iter()
        .chain(organisations_of_the_team())
        .chain(members::of_the_team())
        .chain(calls)
        .chain(held_of_the_team())
        .chain(entering())
        .chain(imports_of_the_team())
        .chain(review_of_the_team())
        .chain(notes_of_the_team())
        .chain(spine::all())
        .chain(mail::all())
        .collect()
}

fn people_of_the_team() -> Vec<Route> {
    use Action::{ManagePeople, ManageRoles, ReadAudit};
    use people::{invitations, roles, second_step};
    vec![
        read("/team/people", ManagePeople, get(people::list)),
        write("/team/people", ManagePeople, post(invitations::invite)),
        write("/team/people/close", ManagePeople, post(people::close)),
        write("/team/people/clear-second-step", ManagePeople, post(second_step::clear)),
        read("/team/people/invitations/{invitation}", ManagePeople, get(invitations::page)),
        write("/team/people/invitations/{invitation}/renew", ManagePeople, post(invitations::renew)),
        write("/team/people/invitations/{invitation}/withdraw", ManagePeople, post(invitations::withdraw)),
        read("/team/people/{person}", ManagePeople, get(roles::of_person)),
        write("/team/people/{person}", ManagePeople, post(roles::give)),
        write("/team/people/{person}/take", ManagePeople, post(roles::take)),
        read("/team/calls/{call}/people", ManageRoles, get(roles::here)),
        write("/team/calls/{call}/people", ManageRoles, post(roles::give_here)),
        write("/team/calls/{call}/people/take", ManageRoles, post(roles::take_here)),
        read("/team/assemblies/{assembly}/people", ManageRoles, get(roles::here)),
        write("/team/assemblies/{assembly}/people", ManageRoles, post(roles::give_here)),
        write("/team/assemblies/{assembly}/people/take", ManageRoles, post(roles::take_here)),
        read("/team/audit", ReadAudit, get(audit::page)),
        write("/team/audit/csv", ReadAudit, post(audit::csv)),
        write("/team/audit/json", ReadAudit, post(audit::json)),
    ]
}

/// The directory, and which of it a response is from.
fn organisations_of_the_team() -> Vec<Route> {
    use Action::{ManageOrganisations, ReadPersonalData};
    use people::organisations_of_the_team as keep;
    let one = "/team/calls/{call}/responses/{reference}/organisation";
    vec![
        read("/team/organisations", ManageOrganisations, get(keep::list)),
        read("/team/add-organisation", ManageOrganisations, get(keep::new_page)),
        write("/team/add-organisation", ManageOrganisations, post(keep::add)),
        read("/team/import-organisations", ManageOrganisations, get(keep::table_page)),
        write("/team/import-organisations", ManageOrganisations, post(keep::import)),
        read("/team/organisations/{organisation}", ManageOrganisations, get(keep::page)),
        read("/team/organisations/{organisation}/edit", ManageOrganisations, get(keep::edit_page)),
        write("/team/organisations/{organisation}/edit", ManageOrganisations, post(keep::change)),
        read("/team/organisations/{organisation}/end", ManageOrganisations, get(keep::end_page)),
        write("/team/organisations/{organisation}/end", ManageOrganisations, post(keep::end)),
        write("/team/organisations/{organisation}/reopen", ManageOrganisations, post(keep::reopen)),
        // What a respondent is called says who they are.
        read(one, ReadPersonalData, get(keep::link_page)),
        write(one, ReadPersonalData, post(keep::link)),
    ]
}

fn calls_of_the_team() -> Vec<Route> {
    use Action::{CreateCall, EditCall, EnterTeam, InvitePeople, PreviewCall, RunCall, SeeInvited};
    use calls::{acts, approvals, edit, figures, invited, keywords, late, private, stages, team};
    vec![
        read("/team", EnterTeam, get(team::home)),
        read("/team/permissions", EnterTeam, get(people::permissions)),
        read("/team/calls/new", CreateCall, get(edit::create_page)),
        write("/team/calls/new", CreateCall, post(edit::create)),
        read("/team/calls/{call}", PreviewCall, get(team::overview)),
        read("/team/calls/{call}/edit", EditCall, get(edit::texts)),
        write("/team/calls/{call}/edit", EditCall, post(edit::change)),
        read("/team/calls/{call}/schedule", RunCall, get(edit::times)),
        write("/team/calls/{call}/schedule", RunCall, post(edit::schedule)),
        read("/team/calls/{call}/keywords", EditCall, get(keywords::page)),
        write("/team/calls/{call}/keywords", EditCall, post(keywords::change)),
        read("/team/calls/{call}/stages", EditCall, get(stages::page)),
        write("/team/calls/{call}/stages", EditCall, post(stages::change)),
        read("/team/calls/{call}/late", RunCall, get(late::page)),
        write("/team/calls/{call}/late", RunCall, post(late::give)),
        write("/team/calls/{call}/late/{id}/end", RunCall, post(late::end)),
        read("/team/calls/{call}/two-people", RunCall, get(approvals::setting)),
        write("/team/calls/{call}/two-people", RunCall, post(approvals::set)),
        read("/team/calls/{call}/invited", SeeInvited, get(invited::page)),
        write("/team/calls/{call}/invited", InvitePeople, post(invited::add)),
        read("/team/calls/{call}/invited/remind", InvitePeople, get(invited::remind_page)),
        write("/team/calls/{call}/invited/remind", InvitePeople, post(invited::remind)),
        read("/team/calls/{call}/invited/{invitee}/remove", SeeInvited, get(invited::remove_page)),
        write("/team/calls/{call}/invited/{invitee}/remove", SeeInvited, post(invited::remove)),
        read("/team/calls/{call}/figures", PreviewCall, get(figures::page)),
        write("/team/calls/{call}/figures", RunCall, post(figures::set)),
        read("/team/calls/{call}/private", RunCall, get(private::page)),
        write("/team/calls/{call}/private", RunCall, post(private::set)),
        // Whoever may do the act itself decides about it: `services::calls::approvals` asks the policy which that is.
        read("/team/calls/{call}/approvals", PreviewCall, get(approvals::list)),
        read("/team/calls/{call}/approvals/{approval}", PreviewCall, get(approvals::page)),
        write("/team/calls/{call}/approvals/{approval}", PreviewCall, post(approvals::decide)),
        write("/team/calls/{call}/approvals/{approval}/withdraw", PreviewCall, post(approvals::withdraw)),
        write("/team/calls/{call}/preview-link", EditCall, post(team::new_preview_link)),
        read("/team/calls/{call}/acts/{act}", RunCall, get(acts::ask)),
        write("/team/calls/{call}/acts/{act}", RunCall, post(acts::perform)),
    ]
}

/// The sections and questions of a call, and the bank from which questions come.
fn builder() -> Vec<Route> {
    use Action::{EditCall, KeepBank};
    use calls::{bank, ends, questions, sections, skips};
    vec![
        read("/team/bank", KeepBank, get(bank::list)),
        read("/team/bank/new", KeepBank, get(bank::new_page)),
        write("/team/bank/new", KeepBank, post(bank::add)),
        read("/team/bank/{question}", KeepBank, get(bank::show)),
        write("/team/bank/{question}", KeepBank, post(bank::change)),
        read("/team/bank/{question}/remove", KeepBank, get(bank::remove_page)),
        write("/team/bank/{question}/remove", KeepBank, post(bank::remove)),
        read("/team/calls/{call}/questions/bank", EditCall, get(bank::pick)),
        write("/team/calls/{call}/questions/bank", EditCall, post(bank::take)),
        read("/team/calls/{call}/questions", EditCall, get(questions::build)),
        read("/team/calls/{call}/questions/sections/new", EditCall, get(sections::add_page)),
        write("/team/calls/{call}/questions/sections/new", EditCall, post(sections::add)),
        read("/team/calls/{call}/questions/sections/{section}", EditCall, get(sections::show)),
        write("/team/calls/{call}/questions/sections/{section}", EditCall, post(sections::change)),
        write("/team/calls/{call}/questions/sections/{section}/move", EditCall, post(sections::shift)),
        read("/team/calls/{call}/questions/sections/{section}/remove", EditCall, get(sections::remove_page)),
        write("/team/calls/{call}/questions/sections/{section}/remove", EditCall, post(sections::remove)),
        read("/team/calls/{call}/questions/new", EditCall, get(questions::add_page)),
        write("/team/calls/{call}/questions/new", EditCall, post(questions::add)),
        read("/team/calls/{call}/questions/{question}", EditCall, get(questions::show)),
        write("/team/calls/{call}/questions/{question}", EditCall, post(questions::change)),
        read("/team/calls/{call}/questions/{question}/keep", EditCall, get(bank::keep_page)),
        write("/team/calls/{call}/questions/{question}/keep", EditCall, post(bank::keep)),
        write("/team/calls/{call}/questions/{question}/move", EditCall, post(questions::shift)),
        read("/team/calls/{call}/questions/{question}/remove", EditCall, get(questions::remove_page)),
        write("/team/calls/{call}/questions/{question}/remove", EditCall, post(questions::remove)),
        read("/team/calls/{call}/questions/{question}/skips/new", EditCall, get(skips::add_page)),
        write("/team/calls/{call}/questions/{question}/skips/new", EditCall, post(skips::add)),
        read("/team/calls/{call}/questions/skips/{skip}", EditCall, get(skips::show)),
        write("/team/calls/{call}/questions/skips/{skip}", EditCall, post(skips::change)),
        write("/team/calls/{call}/questions/skips/{skip}/move", EditCall, post(skips::shift)),
        read("/team/calls/{call}/questions/skips/{skip}/remove", EditCall, get(skips::remove_page)),
        write("/team/calls/{call}/questions/skips/{skip}/remove", EditCall, post(skips::remove)),
        read("/team/calls/{call}/questions/ends/new", EditCall, get(ends::add_page)),
        write("/team/calls/{call}/questions/ends/new", EditCall, post(ends::add)),
        read("/team/calls/{call}/questions/ends/{end}", EditCall, get(ends::show)),
        write("/team/calls/{call}/questions/ends/{end}", EditCall, post(ends::change)),
        write("/team/calls/{call}/questions/ends/{end}/move", EditCall, post(ends::shift)),
        read("/team/calls/{call}/questions/ends/{end}/remove", EditCall, get(ends::remove_page)),
        write("/team/calls/{call}/questions/ends/{end}/remove", EditCall, post(ends::remove)),
    ]
}

/// The documents beside a call.
fn materials() -> Vec<Route> {
    use Action::EditCall;
    use calls::materials as keep;
    let one = "/team/calls/{call}/materials/{material}";
    let remove = "/team/calls/{call}/materials/{material}/remove";
    let variant = "/team/calls/{call}/materials/{material}/variants/new";
    let remove_variant = "/team/calls/{call}/materials/{material}/variants/{variant}/remove";
    vec![
        read("/team/calls/{call}/materials", EditCall, get(keep::list)),
        read("/team/calls/{call}/materials/new", EditCall, get(keep::add_page)),
        write("/team/calls/{call}/materials/new", EditCall, post(keep::add)),
        read(one, EditCall, get(keep::show)),
        write(one, EditCall, post(keep::change)),
        write("/team/calls/{call}/materials/{material}/move", EditCall, post(keep::shift)),
        read(remove, EditCall, get(keep::remove_page)),
        write(remove, EditCall, post(keep::remove)),
        read(variant, EditCall, get(keep::variant_page)),
        write(variant, EditCall, post(keep::add_variant)),
        read(remove_variant, EditCall, get(keep::remove_variant_page)),
        write(remove_variant, EditCall, post(keep::remove_variant)),
    ]
}

/// What analysts write beside codes: memos, and questions to the lead analyst.
fn notes_of_the_team() -> Vec<Route> {
    use Action::{AnswerFlags, CodeResponses, ReadResponses};
    use review::{flags, memos};
    vec![
        read("/team/calls/{call}/memos", ReadResponses, get(memos::list)),
        read("/team/calls/{call}/memos/new", CodeResponses, get(memos::new_page)),
        write("/team/calls/{call}/memos/new", CodeResponses, post(memos::add)),
        read("/team/calls/{call}/memos/{memo}", ReadResponses, get(memos::page)),
        write("/team/calls/{call}/memos/{memo}", CodeResponses, post(memos::change)),
        write("/team/calls/{call}/memos/{memo}/remove", CodeResponses, post(memos::remove)),
        read("/team/calls/{call}/flags", CodeResponses, get(flags::list)),
        read("/team/calls/{call}/flags/new", CodeResponses, get(flags::new_page)),
        write("/team/calls/{call}/flags/new", CodeResponses, post(flags::add)),
        read("/team/calls/{call}/flags/{flag}", CodeResponses, get(flags::page)),
        write("/team/calls/{call}/flags/{flag}", AnswerFlags, post(flags::reply)),
        write("/team/calls/{call}/flags/{flag}/close", CodeResponses, post(flags::close)),
    ]
}

fn review_of_the_team() -> Vec<Route> {
    use Action::{
        BreakGlass, CodeResponses, EditCodebook, OpenDocuments, ReadCodebook, ReadResponses, SearchResponses,
    };
    use review::{codebook, coding, glass, marks, versions};
    vec![
        read("/team/calls/{call}/search", SearchResponses, get(search::page)),
        read("/team/calls/{call}/responses", ReadResponses, get(review::list)),
        read("/team/calls/{call}/responses/{reference}", ReadResponses, get(review::response)),
        read(
            "/team/calls/{call}/responses/{reference}/documents/{document}",
            OpenDocuments,
            get(responses::documents::open),
        ),
        read("/team/calls/{call}/responses/{reference}/versions", ReadResponses, get(versions::page)),
        read("/team/calls/{call}/responses/{reference}/who", BreakGlass, get(glass::ask)),
        write("/team/calls/{call}/responses/{reference}/who", BreakGlass, post(glass::break_glass)),
        read(
            "/team/calls/{call}/responses/{reference}/answers/{answer}",
            CodeResponses,
            get(review::sentences),
        ),
        write("/team/calls/{call}/responses/{reference}/codings", CodeResponses, post(coding::apply)),
        write("/team/calls/{call}/responses/{reference}/codings/remove", CodeResponses, post(coding::remove)),
        write("/team/calls/{call}/responses/{reference}/marks", CodeResponses, post(marks::set)),
        read("/team/calls/{call}/stances", ReadResponses, get(marks::stances)),
        write("/team/calls/{call}/responses/{reference}/undo", CodeResponses, post(coding::undo)),
        write("/team/calls/{call}/responses/{reference}/redo", CodeResponses, post(coding::redo)),
        write("/team/calls/{call}/responses/{reference}/read", CodeResponses, post(coding::read)),
        read("/team/calls/{call}/codebook", ReadCodebook, get(codebook::page)),
        read("/team/calls/{call}/codebook/new", EditCodebook, get(codebook::new_page)),
        write("/team/calls/{call}/codebook/new", EditCodebook, post(codebook::add)),
        read("/team/calls/{call}/codebook/{code}", EditCodebook, get(codebook::edit_page)),
        write("/team/calls/{call}/codebook/{code}", EditCodebook, post(codebook::change)),
        write("/team/calls/{call}/codebook/{code}/move", EditCodebook, post(codebook::shift)),
        write("/team/calls/{call}/codebook/{code}/retire", EditCodebook, post(codebook::retire)),
        write("/team/calls/{call}/codebook/{code}/restore", EditCodebook, post(codebook::restore)),
        read("/team/calls/{call}/codebook/{code}/excerpts", ReadCodebook, get(codebook::excerpts)),
    ]
}
