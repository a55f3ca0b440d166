//! The index's file over the real binary: made, used, replaced, killed while it is written; and what
//! one process writes in the search of another.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

const ROUNDS: u32 = if cfg!(feature = "long") { 300 } else { 12 };

/// An office in a folder of its own.
struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    fn demo(people: u32) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let place = Self { folder };
        place.run(&["demo", "--fill-only", "--people", &people.to_string()]);
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn index(&self) -> PathBuf {
        self.path("office.db.index")
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_zhipei"));
        command
            .args(["--today", "2026-11-20"])
            .args(arguments)
            .env_clear()
            .env("HOME", self.folder.path())
            .env("ZHIPEI_DB", self.path("office.db"))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    fn run(&self, arguments: &[&str]) -> String {
        let output = self.command(arguments).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.success(), "{arguments:?}: {said}");
        assert!(
            !said.contains("index"),
            "nobody is told of the file: {said}"
        );
        String::from_utf8(output.stdout).unwrap()
    }

    fn search(&self, query: &str) -> String {
        self.run(&["search", query, "--limit", "500"])
    }
}

fn names_in(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.starts_with("office") || name.starts_with('.'))
        .collect();
    names.sort();
    names
}

#[test]
fn it_is_made_once_and_no_damage_or_exchange_is_seen() {
    let place = Place::demo(200);
    assert!(!place.index().exists());
    let found = place.search("l");
    let whole = std::fs::read(place.index()).unwrap();
    assert_eq!(place.search("l"), found);
    assert_eq!(
        std::fs::read(place.index()).unwrap(),
        whole,
        "not written again"
    );

    for damaged in [&whole[..whole.len() / 2], b"", b"zhipei index  1\n"] {
        std::fs::write(place.index(), damaged).unwrap();
        assert_eq!(place.search("l"), found);
        assert_eq!(std::fs::read(place.index()).unwrap(), whole, "made anew");
    }
    let other = Place::demo(150);
    let others = other.search("l");
    assert_ne!(others, found);
    std::fs::copy(place.index(), other.index()).unwrap();
    assert_eq!(other.search("l"), others);
    place.run(&["check"]);
    assert_eq!(
        names_in(place.folder.path()),
        ["office.db", "office.db.index"]
    );
}

#[test]
fn a_restored_office_is_searched_by_its_own_people() {
    let place = Place::demo(100);
    let copy = place.path("copy.db");
    let copy = copy.to_str().unwrap();
    let before = place.search("明");
    place.run(&["backup", copy]);
    let roster = place.path("roster.csv");
    std::fs::write(&roster, "姓名,身份证号\n黎明明,449901199003078978\n").unwrap();
    place.run(&["import", "people", roster.to_str().unwrap()]);
    std::fs::remove_file(place.index()).unwrap();
    assert_ne!(place.search("明"), before);
    place.run(&["restore", copy]);
    assert_eq!(place.search("明"), before);
}

#[test]
fn killed_while_it_is_written_it_is_whole_or_not_there() {
    let place = Place::demo(300);
    let start = Instant::now();
    let found = place.search("l");
    let lasting = start.elapsed();
    for round in 0..ROUNDS {
        if round % 3 != 0 {
            let _ = std::fs::remove_file(place.index());
        }
        // From half its time on it lays out, answers and writes.
        let after = lasting.mul_f64(0.5 + 0.6 * f64::from(round) / f64::from(ROUNDS));
        let mut child = place.command(&["search", "l"]).spawn().unwrap();
        let spawned = Instant::now();
        while spawned.elapsed() < after && child.try_wait().unwrap().is_none() {
            std::thread::yield_now();
        }
        let _ = child.kill();
        child.wait().unwrap();
        assert_eq!(place.search("l"), found, "after {:?}", spawned.elapsed());
    }
    // What killed ones left is cleared by the next that writes.
    std::fs::remove_file(place.index()).unwrap();
    place.search("l");
    assert_eq!(
        names_in(place.folder.path()),
        ["office.db", "office.db.index"]
    );
}
