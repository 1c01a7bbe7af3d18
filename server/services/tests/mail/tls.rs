//! Words that nobody else reads, and a password that goes to nobody else.

use std::sync::Arc;

use domain::mail::LetterState as S;
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use services::mail::{Smtp, Tls};
use services::on_both;
use services::testing::Throwaway;
use services::testing::smtp::{MailServer, Terms, Upgrade, Wire};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring::default_provider;
use tokio_rustls::rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};

use crate::world::{Sending, letter_to, put, to, until, until_tried};

/// TLS for `localhost`, and the authority that vouches for it.
fn certified() -> (Upgrade, String) {
    let mut authority = CertificateParams::default();
    authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let authority =
        CertifiedIssuer::self_signed(authority, KeyPair::generate().expect("a key")).expect("an authority");
    let key = KeyPair::generate().expect("a key");
    let names = vec!["localhost".to_owned()];
    let leaf =
        CertificateParams::new(names).expect("a name").signed_by(&key, &authority).expect("a certificate");
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let config = ServerConfig::builder_with_provider(Arc::new(default_provider()))
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_no_client_auth()
        .with_single_cert(vec![leaf.der().clone()], key)
        .expect("a server's TLS");
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let upgrade: Upgrade = Arc::new(move |wire| {
        let acceptor = acceptor.clone();
        Box::pin(async move { Ok(Box::new(acceptor.accept(wire).await?) as Box<dyn Wire>) })
    });
    (upgrade, authority.pem())
}

fn login() -> (String, String) {
    ("folkmoot".to_owned(), "a secret of the mail server".to_owned())
}

fn reach(server: &MailServer, tls: Tls, authority: Option<String>) -> Smtp {
    Smtp { host: "localhost".to_owned(), tls, authority, login: Some(login()), ..to(server) }
}

fn served(terms: Terms) -> MailServer {
    MailServer::start_at(std::net::SocketAddr::from(([127, 0, 0, 1], 0)), terms)
}

on_both!(letters_leave_under_tls_from_the_first_word_or_after_it, |data: Throwaway| async move {
    let services = &data.services;
    for (number, tls) in [Tls::StartTls, Tls::Implicit].into_iter().enumerate() {
        let (upgrade, authority) = certified();
        let implicit = tls == Tls::Implicit;
        let server = served(Terms { login: Some(login()), tls: Some(upgrade), implicit, ..Terms::default() });
        put(services, letter_to(&format!("person-{number}@folkmoot.test"))).await;
        let sending = Sending::start(services, Some(reach(&server, tls, Some(authority))));
        until(services, &[S::Sent]).await;
        sending.stop().await;
        assert_eq!(server.arrived().len(), 1, "{tls}");
    }
});

on_both!(
    a_mail_server_that_cannot_be_trusted_gets_neither_letter_nor_password,
    |data: Throwaway| async move {
        let services = &data.services;
        put(services, letter_to("ann@folkmoot.test")).await;
        let (upgrade, _) = certified();
        let stranger = served(Terms { tls: Some(upgrade), ..Terms::default() });
        let open = served(Terms { login: Some(login()), ..Terms::default() });
        for (tries, smtp) in
            [reach(&stranger, Tls::StartTls, None), reach(&open, Tls::StartTls, None)].into_iter().enumerate()
        {
            let sending = Sending::start(services, Some(smtp));
            let held = until_tried(services, tries as i32 + 1, &[S::Waiting]).await;
            sending.stop().await;
            services.clock.set(held[0].due_at);
            let reason = if tries == 0 { "certificate" } else { "STARTTLS" };
            assert!(held[0].said.contains(reason), "{}", held[0].said);
        }
        assert!(stranger.arrived().is_empty() && open.arrived().is_empty());
    }
);

on_both!(a_wrong_password_is_told_to_the_team_and_letters_wait, |data: Throwaway| async move {
    let services = &data.services;
    put(services, letter_to("ann@folkmoot.test")).await;
    let server = served(Terms { login: Some(login()), ..Terms::default() });
    let wrong = ("folkmoot".to_owned(), "wrong".to_owned());
    let sending = Sending::start(services, Some(Smtp { login: Some(wrong), ..to(&server) }));
    let held = until_tried(services, 1, &[S::Waiting]).await;
    sending.stop().await;
    assert_eq!(held[0].said, "535 5.7.8 not with these");
});
