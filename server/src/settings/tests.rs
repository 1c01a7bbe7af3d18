use std::io::Write;

use super::known::{KNOWN, Kind};
use super::{Secret, Settings, Unfit};

const GUIDE: &str = include_str!("../../../docs/operating.md");

fn read(text: &str, variables: &[(&str, &str)]) -> Result<Settings, Unfit> {
    let mut file = tempfile::NamedTempFile::new().expect("a temporary file");
    file.write_all(text.as_bytes()).expect("the file is written");
    let variables = variables.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    Settings::read(Some(file.path()), variables)
}

fn refused(text: &str, variables: &[(&str, &str)]) -> String {
    read(text, variables).expect_err("these settings cannot be taken").to_string()
}

#[test]
fn with_nothing_set_the_portal_is_on_this_machine_alone() {
    let settings = Settings::read(None, []).expect("settings");
    assert_eq!(settings.listen.to_string(), "127.0.0.1:3000");
    assert_eq!(settings.place().folder.to_str(), Some("data"));
    assert_eq!(settings.place().database, None);
    assert_eq!(settings.public_address, None);
}

#[test]
fn a_variable_goes_before_the_file() {
    let text = "listen = '0.0.0.0:80'\ndata = '/srv/a'\npublic-address = 'https://a.example/'\n";
    let settings = read(text, &[("FOLKMOOT_DATA", "/srv/b"), ("FOLKMOOT_LOG", "")]).expect("settings");
    assert_eq!(settings.listen.to_string(), "0.0.0.0:80");
    assert_eq!(settings.data.to_str(), Some("/srv/b"));
    assert_eq!(settings.public_address.as_deref(), Some("https://a.example"));
    assert_eq!(settings.log, Settings::default().log, "an empty variable sets nothing");
}

#[test]
fn a_name_that_nobody_knows_is_an_error_with_a_sentence() {
    let said = refused("data = 'a'\nlisen = '0.0.0.0:80'\n", &[]);
    assert!(said.ends_with("in line 2: there is no setting `lisen`; `listen` may be meant."), "{said}");
    let said = refused("[listen]\naddress = 1\n", &[]);
    assert!(said.contains("line 2: there is no setting `listen.address`"), "{said}");
    let said = refused("[[provider]]\nfrog = 1\n", &[]);
    assert!(said.contains("line 2: there is no setting `provider[].frog`"), "{said}");
    let said = refused("", &[("FOLKMOOT_PUBLIK_ADDRESS", "https://a.example")]);
    assert_eq!(
        said,
        "The variable FOLKMOOT_PUBLIK_ADDRESS is no setting of Folkmoot. FOLKMOOT_PUBLIC_ADDRESS may be meant."
    );
}

#[test]
fn a_value_that_cannot_be_taken_names_its_setting() {
    for (text, name) in [
        ("listen = 'here'", "`listen`"),
        ("data = 3", "`data`"),
        ("public-address = 'evidence.example.org'", "`public-address`"),
        ("security-contact = 'security@example.org'", "`security-contact`"),
        ("trusted-proxies = '127.0.0.1, proxy'", "`trusted-proxies`"),
        ("limits = { sign-in = -1 }", "`limits.sign-in`"),
        ("public-address = 'https://a.example/path'", "`public-address`"),
        ("database-url = { file = '/no/such/file' }", "`database-url`"),
        ("database-url = { variable = 'NO_SUCH_VARIABLE' }", "`database-url`"),
    ] {
        let said = refused(text, &[]);
        assert!(said.contains(name) && said.ends_with('.'), "{text}: {said}");
    }
    assert!(refused("data = 'a'\nlisten =", &[]).contains("in line 2"));
    let said = Settings::read(Some("/no/such/file.toml".as_ref()), []).expect_err("no file").to_string();
    assert!(said.starts_with("The settings in /no/such/file.toml cannot be read"), "{said}");
}

#[test]
fn a_secret_is_here_or_in_a_file_or_in_a_variable_and_is_never_shown() {
    let mut file = tempfile::NamedTempFile::new().expect("a temporary file");
    writeln!(file, "postgres://a:word@b/c").expect("the file is written");
    let path = file.path().to_str().expect("a path");
    let of = |settings: Result<Settings, Unfit>| settings.expect("settings").database_url;
    let wanted = Some(Secret::from("postgres://a:word@b/c".to_owned()));
    assert_eq!(of(read("database-url = 'postgres://a:word@b/c'", &[])), wanted);
    assert_eq!(of(read(&format!("database-url = {{ file = '{path}' }}"), &[])), wanted);
    assert_eq!(of(read("", &[("FOLKMOOT_DATABASE_URL", "postgres://a:word@b/c")])), wanted);
    assert_eq!(of(read("", &[("FOLKMOOT_DATABASE_URL_FILE", path)])), wanted);
    let said = refused("", &[("FOLKMOOT_DATABASE_URL", "x"), ("FOLKMOOT_DATABASE_URL_FILE", path)]);
    assert!(said.starts_with("Two variables set `database-url`"), "{said}");
    // Cargo sets this one for every test.
    let by_variable = of(read("database-url = { variable = 'CARGO_PKG_NAME' }", &[]));
    assert_eq!(by_variable, Some(Secret::from("folkmoot".to_owned())));
    assert_eq!(format!("{wanted:?}"), "Some(Secret(…))");
}

#[test]
fn a_variable_that_holds_a_secret_of_the_file_may_have_any_name() {
    let text = "database-url = { variable = 'FOLKMOOT_MINE' }";
    // It is known, but this process has no such variable.
    assert!(
        refused(text, &[("FOLKMOOT_MINE", "x")]).contains("FOLKMOOT_MINE, which holds a secret, is not set")
    );
}

#[test]
fn what_kubernetes_puts_beside_a_service_of_this_name_is_passed_over() {
    let names =
        ["FOLKMOOT_SERVICE_HOST", "FOLKMOOT_SERVICE_PORT_HTTP", "FOLKMOOT_PORT", "FOLKMOOT_PORT_80_TCP"];
    assert!(read("", &names.map(|name| (name, "tcp://10.0.0.1:80"))).is_ok());
}

#[test]
fn every_setting_is_in_the_operating_guide() {
    for known in KNOWN {
        assert!(
            GUIDE.contains(&format!("`{}`", known.key)),
            "docs/operating.md does not say what {} is",
            known.key
        );
        if let Some(variable) = known.variable() {
            assert!(GUIDE.contains(&format!("`{variable}`")), "docs/operating.md does not name {variable}");
            assert!(
                !variable.starts_with("FOLKMOOT_PORT") && !variable.starts_with("FOLKMOOT_SERVICE_"),
                "{variable} would be passed over as one of Kubernetes"
            );
        }
    }
}

/// Were a known name not a field, it would pass the check of names and then fail with serde's words.
#[test]
fn every_known_setting_is_a_field() {
    for known in KNOWN.iter().filter(|known| !known.key.contains('[')) {
        let value = match known.kind {
            Kind::Text | Kind::Secret => "'x'",
            Kind::Number => "1",
            Kind::Switch => "true",
        };
        let said = read(&format!("{} = {value}", known.key), &[]).err().map(|unfit| unfit.to_string());
        assert!(said.iter().all(|said| !said.contains("unknown field")), "{}: {said:?}", known.key);
    }
}

#[test]
fn the_example_of_the_operating_guide_can_be_taken() {
    let example = GUIDE.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next());
    let example = example.expect("docs/operating.md has an example of a file");
    let settings = read(example, &[]).expect("the example can be taken");
    assert_eq!(settings.public_address.as_deref(), Some("https://evidence.example.org"));
}
