//! How often this disk makes a write durable: no store that keeps its word can commit oftener, one piece at a time.

use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

/// How long is measured.
const FOR: Duration = Duration::from_secs(2);

/// Writes of 4 kB with `fdatasync` after each, in a file of this folder, per second.
pub fn fdatasyncs(folder: &Path) -> anyhow::Result<f64> {
    let path = folder.join("fdatasync");
    let mut file = File::create(&path)?;
    let began = Instant::now();
    let mut writes = 0;
    while began.elapsed() < FOR {
        file.write_all(&[b'x'; 4096])?;
        file.sync_data()?;
        writes += 1;
    }
    let rate = f64::from(writes) / began.elapsed().as_secs_f64();
    std::fs::remove_file(path)?;
    Ok(rate)
}
