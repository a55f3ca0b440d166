//! From the start of a process to its first answer, to the whole index from its file, and to the whole
//! index without the file.
//!
//! `cargo bench --bench start [-- PEOPLE | -- DATABASE]` fills an office of made-up people (or takes
//! one that is there and has its file written), and prints the median and the longest of some starts.
//! Each start is a process of its own, measured from before it is begun until its answer is read; the
//! machine's own file cache is warm.

#![expect(
    clippy::print_stdout,
    reason = "a bench reports on standard output, and a start says that it has answered"
)]

use std::{
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};
use zhipei::{
    office::{Moment, Office},
    text::Lang,
};

/// Tells a process of this bench which start it is.
const START: &str = "ZHIPEI_BENCH_START";
const ROUNDS: usize = 7;
/// Meant by some of the made-up people.
const QUERY: &str = "陈志强";

fn moment() -> Moment {
    Moment {
        now: "2026-11-20T09:30:00+08:00".parse().unwrap_or_default(),
        today: "2026-11-20".parse().unwrap_or_default(),
    }
}

/// One start: opens the office as the screen does and answers as soon as it can in this way.
fn start(way: &str, database: &Path) {
    let office = Office::open(database, None, Lang::Zh).and_then(Office::for_screen);
    let Ok(office) = office else {
        return println!("no office");
    };
    if way == "anew" {
        office.leave_index();
    }
    if way != "first" && office.warm_up_people().is_err() {
        return println!("not laid out");
    }
    match office.search(QUERY, 50, &moment()) {
        Ok(answer) => println!("{} {}", answer.found.len(), answer.loading),
        Err(_) => println!("no answer"),
    }
}

fn measured(way: &str, database: &Path) -> Option<(Duration, String)> {
    let before = Instant::now();
    let mut child = Command::new(std::env::current_exe().ok()?)
        .arg(database)
        .env(START, way)
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    let mut said = String::new();
    BufReader::new(child.stdout.take()?)
        .read_line(&mut said)
        .ok()?;
    let lasting = before.elapsed();
    child.wait().ok()?;
    Some((lasting, said.trim().to_owned()))
}

fn report(name: &str, way: &str, rounds: usize, database: &Path) {
    let mut times: Vec<(Duration, String)> = (0..rounds)
        .filter_map(|_| measured(way, database))
        .collect();
    times.sort();
    if let (Some((middle, said)), Some((longest, _))) = (times.get(times.len() / 2), times.last()) {
        println!(
            "{name}: median {:.1} ms, longest {:.1} ms of {} starts; found, and still loading: {said}",
            middle.as_secs_f64() * 1e3,
            longest.as_secs_f64() * 1e3,
            times.len()
        );
    }
}

fn main() {
    let argument = std::env::args().skip(1).find(|a| !a.starts_with("--"));
    if let (Ok(way), Some(database)) = (std::env::var(START), &argument) {
        return start(&way, Path::new(database));
    }
    let folder = tempfile::tempdir();
    let there = argument.as_ref().map(PathBuf::from).filter(|p| p.is_file());
    let database = match (&there, &folder) {
        (Some(path), _) => path.clone(),
        (None, Ok(folder)) => folder.path().join("office.db"),
        (None, Err(_)) => return println!("no room for an office"),
    };
    if there.is_none() {
        let people = argument.and_then(|a| a.parse().ok()).unwrap_or(100_000);
        if Office::demo(&database, people, None, Lang::Zh, &moment(), |_| ()).is_err() {
            return println!("no office could be filled");
        }
        println!("{people} people");
    }
    let Ok(office) = Office::open(&database, None, Lang::Zh) else {
        return println!("no office");
    };
    if office.warm_up_people().is_ok() {
        office.keep_index();
    }
    drop(office);
    report("first answer", "first", ROUNDS, &database);
    report("whole index from its file", "whole", ROUNDS, &database);
    report("whole index laid out anew", "anew", 3, &database);
}
