//! Puts the files of `server/assets` into the program: each under a name that carries its hash, plain and in the
//! compressed forms that lie beside it (`style/build.mjs` makes them). Without that folder the program still builds,
//! and says at start that it has no style.

use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

use sha2::{Digest, Sha256};

fn main() {
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("assets");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut names: Vec<String> = fs::read_dir(&folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| !matches!(name.rsplit('.').next(), Some("br" | "gz")))
        .collect();
    names.sort();
    let mut table = String::from("pub static FILES: &[Asset] = &[\n");
    for name in names {
        let path = folder.join(&name);
        let bytes = fs::read(&path).expect("an asset can be read");
        let hash: String = Sha256::digest(&bytes).iter().take(8).fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        });
        let (stem, ending) = name.rsplit_once('.').unwrap_or((&name, "bin"));
        let form = |suffix: &str| {
            let beside = folder.join(format!("{name}.{suffix}"));
            if beside.exists() {
                format!("Some(include_bytes!({:?}))", beside.display().to_string())
            } else {
                "None".to_owned()
            }
        };
        let _ = writeln!(
            table,
            "Asset {{ name: {name:?}, address: \"/assets/{stem}.{hash}.{ending}\", plain: include_bytes!({:?}), brotli: {}, gzip: {} }},",
            path.display().to_string(),
            form("br"),
            form("gz"),
        );
    }
    table.push_str("];\n");
    let out = Path::new(&env::var("OUT_DIR").expect("cargo sets it")).join("assets.rs");
    fs::write(out, table).expect("the table of assets can be written");
}
