//! Key files, seed data and manifest as shipped.

use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Manifest {
    file: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    path: String,
    source: String,
    taken: toml::value::Datetime,
    rows: Option<usize>,
    licence: String,
    sha256: String,
    note: Option<String>,
}

fn seed_data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("seed-data")
}

fn manifest() -> Vec<Entry> {
    let text = fs::read_to_string(seed_data().join("MANIFEST.toml")).unwrap();
    toml::from_str::<Manifest>(&text).unwrap().file
}

fn files_below(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files_below(&path, found);
        } else {
            let name = path.strip_prefix(seed_data()).unwrap();
            found.insert(name.to_str().unwrap().replace('\\', "/"));
        }
    }
}

#[test]
fn every_file_is_in_the_manifest_and_is_what_it_says() {
    let mut there = BTreeSet::new();
    files_below(&seed_data(), &mut there);
    there.remove("MANIFEST.toml");
    let mut wrong = Vec::new();
    for entry in manifest() {
        let at = &entry.path;
        if !there.remove(at) {
            wrong.push(format!("{at}: listed, not there (or listed twice)"));
            continue;
        }
        let bytes = fs::read(seed_data().join(at)).unwrap();
        let hash: String = Sha256::digest(&bytes)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        if hash != entry.sha256 {
            wrong.push(format!("{at}: sha256 = \"{hash}\""));
        }
        let text = String::from_utf8(bytes).unwrap();
        let rows = at
            .ends_with(".tsv")
            .then(|| text.lines().count().saturating_sub(1));
        if rows != entry.rows {
            wrong.push(format!("{at}: rows = {rows:?}"));
        }
        if text.contains('\r') || !text.ends_with('\n') || text.starts_with('\u{feff}') {
            wrong.push(format!("{at}: UTF-8 without mark, LF, a last line feed"));
        }
        let known = ["MIT", "Apache-2.0", "CC0-1.0", "project", "public document"];
        if entry.source.is_empty()
            || entry.taken.date.is_none()
            || entry.note.is_some_and(|note| note.is_empty())
            || !known.contains(&entry.licence.as_str())
        {
            wrong.push(format!("{at}: source, day, licence or note"));
        }
    }
    wrong.extend(there.into_iter().map(|path| format!("{path}: not listed")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_table_is_embedded() {
    let listed: BTreeSet<String> = manifest()
        .into_iter()
        .map(|entry| entry.path)
        .filter(|path| path.ends_with(".tsv"))
        .collect();
    let embedded: BTreeSet<String> = zhipei::seed::tables::ALL
        .iter()
        .map(|(path, _)| (*path).to_owned())
        .collect();
    assert_eq!(listed, embedded);
}

#[test]
fn every_foreign_licence_has_its_text() {
    let read = |name: &str| fs::read_to_string(seed_data().join("LICENSES").join(name)).unwrap();
    let (mit, apache, notice) = (read("MIT.txt"), read("Apache-2.0.txt"), read("NOTICE.txt"));
    assert!(mit.contains("Permission is hereby granted") && mit.contains("WITHOUT WARRANTY"));
    assert!(apache.contains("TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION"));
    for entry in manifest() {
        if entry.licence != "project" && !entry.path.starts_with("LICENSES/") {
            assert!(notice.contains(&entry.path), "{}", entry.path);
        }
        if entry.licence == "MIT" && entry.path.ends_with(".tsv") {
            assert!(mit.contains(&entry.path), "{}", entry.path);
        }
    }
}
