//! What tests of this package and of the server share: throw-away data on SQLite and on a real PostgreSQL.
//!
//! [`on_both!`](crate::on_both) turns one test into two, `sqlite` and `postgres`. The PostgreSQL is started by the test
//! process itself, in a temporary folder on a Unix socket, and ends with the process. Where the programs are missing
//! the test fails and says what to install: a test that silently does not run is worth nothing.

pub mod clamd;
pub mod files;
pub mod smtp;
pub mod spine;

pub mod evidence;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, OnceLock};

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, Database};

use crate::{Clock, Place, Services};

/// The instant at which given clocks start: a Tuesday morning in December.
pub fn morning() -> DateTime<Utc> {
    DateTime::from_timestamp(1_670_925_600, 0).unwrap_or_default()
}

/// Services over data that goes away with the last copy of this value.
#[derive(Clone)]
pub struct Throwaway {
    pub services: Services,
    pub place: Place,
    _folder: Arc<tempfile::TempDir>,
}

/// Services on a new SQLite file, with a clock that stands still at [`morning`].
pub async fn sqlite() -> Throwaway {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let place = Place::folder(folder.path());
    open(place, folder).await
}

/// Services on a new database of the test process's own PostgreSQL.
pub async fn postgres() -> Throwaway {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let cluster = cluster();
    let name = format!("test_{}", NUMBER.fetch_add(1, Ordering::SeqCst));
    let admin =
        Database::connect(cluster.address("postgres")).await.expect("the test's own PostgreSQL answers");
    admin.execute_unprepared(&format!("CREATE DATABASE {name}")).await.expect("a new database");
    admin.close().await.expect("the connection closes");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let place = Place { folder: folder.path().into(), database: Some(cluster.address(&name)) };
    open(place, folder).await
}

async fn open(place: Place, folder: tempfile::TempDir) -> Throwaway {
    let services = Services::open(&place, Clock::given(morning(), 1)).await.expect("the data opens");
    Throwaway { services, place, _folder: Arc::new(folder) }
}

/// Turns one test into two: `on_both!(a_name, async |data| { … })` where `data` is a [`Throwaway`].
#[macro_export]
macro_rules! on_both {
    ($name:ident, $test:expr) => {
        mod $name {
            use super::*;

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                let test: fn($crate::testing::Throwaway) -> _ = $test;
                let data = $crate::testing::sqlite().await;
                test(data.clone()).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                let test: fn($crate::testing::Throwaway) -> _ = $test;
                let data = $crate::testing::postgres().await;
                test(data.clone()).await;
            }
        }
    };
}

struct Cluster {
    folder: PathBuf,
    // Its standard input is ours: when this process ends, however it ends, the guard sees the end of it and stops.
    _guard: Child,
}

impl Cluster {
    fn address(&self, database: &str) -> String {
        format!("postgres://postgres@localhost/{database}?host={}", self.folder.display())
    }
}

fn cluster() -> &'static Cluster {
    static CLUSTER: OnceLock<Cluster> = OnceLock::new();
    CLUSTER.get_or_init(start)
}

/// Where Debian, and most others, put the server programs.
fn programs() -> PathBuf {
    let mut found: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path().join("bin"))
        .filter(|bin| bin.join("initdb").exists())
        .collect();
    found.sort();
    found.pop().expect("PostgreSQL's server programs under /usr/lib/postgresql: apt-get install postgresql")
}

/// Makes and starts a cluster. PostgreSQL refuses to run as root, so root hands it to the user `postgres`.
fn start() -> Cluster {
    let folder = tempfile::tempdir().expect("a temporary folder").keep();
    let script = r#"
        set -e
        trap '' INT TERM
        run() { if [ "$(id -u)" = 0 ]; then setpriv --reuid=postgres --regid=postgres --init-groups "$@"; else "$@"; fi; }
        if [ "$(id -u)" = 0 ]; then chown postgres "$1"; fi
        run "$2/initdb" -D "$1/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$1/initdb.log" 2>&1
        run "$2/postgres" -D "$1/data" -k "$1" -c listen_addresses= -c fsync=off -c max_connections=300 >"$1/log" 2>&1 </dev/null &
        read -r _ || true
        kill -QUIT "$(head -n 1 "$1/data/postmaster.pid")" || true
        wait
        rm -rf "$1"
    "#;
    let guard = Command::new("sh")
        .args(["-c", script, "guard"])
        .arg(&folder)
        .arg(programs())
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("a shell to start PostgreSQL");
    wait_for(&folder);
    Cluster { folder, _guard: guard }
}

fn wait_for(folder: &Path) {
    let socket = folder.join(".s.PGSQL.5432");
    for _ in 0..300 {
        let log = std::fs::read_to_string(folder.join("log")).unwrap_or_default();
        if socket.exists() && log.contains("ready to accept connections") {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    let mut out = std::io::stderr();
    for name in ["initdb.log", "log"] {
        let log = std::fs::read_to_string(folder.join(name)).unwrap_or_default();
        out.write_all(log.as_bytes()).expect("standard error is open");
    }
    panic!("PostgreSQL did not start within 30 s; its log is above");
}
