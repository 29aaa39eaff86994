//! A folder with an export, a catalogue and a package to import into.

use super::{data, files};
use ozg_state_comparison::data::Date;
use ozg_state_comparison::data::check::Rule;
use ozg_state_comparison::import::{INVENTED, ImportError, Options, Outcome, import, sample::sample};
use ozg_state_comparison::publish::read_package_files;
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

pub fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// An export that stands for a real one: the sample without the column that says that it is invented.
pub fn official(bytes: &[u8], excel: bool) -> Vec<u8> {
    let delimiter = if excel { b';' } else { b',' };
    let mark: &[u8] = if excel { b"\xEF\xBB\xBF" } else { b"" };
    let bytes = bytes.strip_prefix(mark).unwrap();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).delimiter(delimiter).from_reader(bytes);
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(mark.to_vec());
    for record in reader.records().map(Result::unwrap) {
        let mut cells: Vec<&str> = record.iter().collect();
        assert!(matches!(cells.pop(), Some("ja" | INVENTED)));
        writer.write_record(cells).unwrap();
    }
    writer.into_inner().unwrap()
}

/// A folder with a sample export, its catalogue and a package of which nobody has figures yet.
pub struct Room {
    pub folder: tempfile::TempDir,
}

impl Room {
    pub fn new(rows: u64) -> Self {
        let room = Self { folder: tempfile::tempdir().unwrap() };
        room.export("export.csv", rows, "2026-09-30", false);
        fs::write(room.path("catalogue.csv"), sample(&data(), 7, rows, day("2026-09-30")).catalogue()).unwrap();
        fs::create_dir(room.path("data")).unwrap();
        for (name, bytes) in files() {
            let bytes = match name.as_str() {
                "observations.csv" | "breaks.csv" | "events.csv" => {
                    bytes.split_inclusive(|byte| *byte == b'\n').next().unwrap().to_vec()
                }
                _ => bytes,
            };
            fs::write(room.path("data").join(name), bytes).unwrap();
        }
        // A package has at least one figure.
        let row = "ozg-catalogue-size,DE,all,2020-01-01,2020-12-31,2020,,99999,,exact,,insm-2024-01,2026-11-01,,,,\n";
        let mut file = fs::File::options().append(true).open(room.path("data/observations.csv")).unwrap();
        file.write_all(row.as_bytes()).unwrap();
        room
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn export(&self, name: &str, rows: u64, date: &str, excel: bool) {
        let mut made = sample(&data(), 7, rows, day(date));
        made.excel = excel;
        let mut bytes = Vec::new();
        made.write(&mut bytes).unwrap();
        fs::write(self.path(name), official(&bytes, excel)).unwrap();
    }

    pub fn options(&self, file: &str, date: &str) -> Options {
        Options {
            files: vec![self.path(file)],
            catalogue: self.path("catalogue.csv"),
            date: day(date),
            today: day("2026-11-25"),
            package: self.path("data"),
            dry_run: false,
            accept: vec![Rule::Source],
            reason: ["Probe", "trial"].map(str::to_owned),
            leave_out: 0,
            supersede: None,
            without_services: false,
            invented: false,
        }
    }

    pub fn import(&self, file: &str) -> Result<Outcome, ImportError> {
        import(&self.options(file, "2026-09-30"), Arc::default())
    }

    pub fn package(&self) -> Vec<(String, Vec<u8>)> {
        read_package_files(&self.path("data")).unwrap().into_iter().collect()
    }
}
