//! The store on disk: what a file must be, one door for several windows, backup and restore.

use chrono::{DateTime, FixedOffset};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use zhipei::domain::{
    contact::{Channel, ContactRecord, ContactWith, Outcome},
    failure::Failure,
    ids::{ContactId, PersonId},
    offer::VacancyRecord,
    operator::Role,
    person::PersonRecord,
};
use zhipei::store::{Act, Founding, Ids, ImportBatch, Store};

fn now() -> DateTime<FixedOffset> {
    "2026-11-21T09:00:00+08:00".parse().unwrap()
}

/// A new office with one invented person and one post.
pub(crate) fn new_office(path: &Path) -> Store {
    let founding = Founding {
        station: "一号窗".to_owned(),
        operator: "林经办".to_owned(),
        role: Role::Supervisor,
        at: now(),
    };
    let mut store = Store::create(path, &founding, Ids::system()).unwrap();
    let batch = ImportBatch {
        people: vec![PersonRecord {
            name: "张三".to_owned(),
            ..PersonRecord::default()
        }],
        vacancies: vec![VacancyRecord {
            title: "仓管".to_owned(),
            employer: "明华电子".to_owned(),
            ..VacancyRecord::default()
        }],
        ..ImportBatch::default()
    };
    store.commit_import(&act(&store), &batch).unwrap();
    store
}

pub(crate) fn act(store: &Store) -> Act {
    Act {
        operator: store.operators().unwrap()[0].id,
        at: now(),
    }
}

pub(crate) fn person_in(store: &Store) -> PersonId {
    store.find_person("P000001").unwrap().unwrap()
}

pub(crate) fn record(person: PersonId) -> ContactRecord {
    ContactRecord {
        with: ContactWith::Person(person),
        at: now(),
        channel: Channel::Counter,
        party: None,
        place: String::new(),
        purposes: Vec::new(),
        outcome: Outcome::Told,
        reason: None,
        note: String::new(),
        next_due: None,
    }
}

fn log(store: &mut Store) -> Result<ContactId, Failure> {
    let act = act(store);
    let id = ContactId(store.ids().next(act.at)?);
    let record = record(person_in(store));
    store.log_contact(&act, id, &record, None, None)?;
    Ok(id)
}

/// Every file of a folder with its bytes; the shared-memory file is an index that SQLite makes anew.
fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file() && !path.to_string_lossy().ends_with("-shm"))
        .map(|path| (path.clone(), fs::read(&path).unwrap()))
        .collect()
}

fn beside(path: &Path, suffix: &str) -> PathBuf {
    PathBuf::from(format!("{}{suffix}", path.display()))
}

/// An office that has been closed, and its bytes.
fn closed_office(folder: &Path) -> (PathBuf, Vec<u8>) {
    let path = folder.join("office.db");
    let mut store = new_office(&path);
    for _ in 0..50 {
        log(&mut store).unwrap();
    }
    drop(store);
    assert!(!beside(&path, "-wal").exists(), "closing leaves one file");
    let bytes = fs::read(&path).unwrap();
    (path, bytes)
}

/// What is done to a file of an office; the answer is the path to open.
type Ruin = fn(&Path, Vec<u8>);

fn pragma(path: &Path, sql: &str) {
    let conn = rusqlite::Connection::open(path).unwrap();
    conn.execute_batch(sql).unwrap();
}

#[test]
fn each_wrong_file_has_its_words_and_stays_as_it_is() {
    let cases: &[(&str, Ruin, &str)] = &[
        (
            "missing",
            |p, _| fs::remove_file(p).unwrap(),
            "database_missing",
        ),
        (
            "a folder",
            |p, _| {
                fs::remove_file(p).unwrap();
                fs::create_dir(p).unwrap();
            },
            "database_is_folder",
        ),
        (
            "no bytes",
            |p, _| fs::write(p, "").unwrap(),
            "database_empty",
        ),
        (
            "a CSV",
            |p, _| fs::write(p, "姓名,身份证号\n张三,\n".repeat(400)).unwrap(),
            "not_a_database",
        ),
        (
            "a workbook",
            |p, _| fs::write(p, b"PK\x03\x04".repeat(2000)).unwrap(),
            "not_a_database",
        ),
        (
            "a photograph",
            |p, _| fs::write(p, b"\xff\xd8\xff\xe0\0\x10JFIF".repeat(900)).unwrap(),
            "not_a_database",
        ),
        (
            "encrypted",
            |p, b| fs::write(p, b.iter().map(|x| x ^ 0x5a).collect::<Vec<u8>>()).unwrap(),
            "not_a_database",
        ),
        (
            "its first 50 bytes",
            |p, b| fs::write(p, &b[..50]).unwrap(),
            "database_damaged",
        ),
        (
            "its first 100 bytes",
            |p, b| fs::write(p, &b[..100]).unwrap(),
            "database_damaged",
        ),
        (
            "half of it",
            |p, b| fs::write(p, &b[..b.len() / 2]).unwrap(),
            "database_damaged",
        ),
        (
            "a page overwritten",
            |p, mut b| {
                b[5 * 4096..6 * 4096].fill(0x2a);
                fs::write(p, b).unwrap();
            },
            "database_damaged",
        ),
        (
            "a newer file format",
            |p, mut b| {
                b[19] = 3;
                fs::write(p, b).unwrap();
            },
            "not_a_database",
        ),
        (
            "a newer program's",
            |p, _| pragma(p, "PRAGMA user_version = 99"),
            "schema_too_new",
        ),
        (
            "another program's",
            |p, _| pragma(p, "PRAGMA application_id = 7"),
            "foreign_database",
        ),
        (
            "a second name",
            |p, _| fs::hard_link(p, p.with_extension("two")).unwrap(),
            "hard_linked",
        ),
        (
            "the log of another office",
            |p, b| {
                let other = p.with_extension("other");
                let mut store = new_office(&other);
                for _ in 0..20 {
                    log(&mut store).unwrap();
                }
                fs::write(p, b).unwrap();
                fs::copy(beside(&other, "-wal"), beside(p, "-wal")).unwrap();
                drop(store);
                fs::remove_file(&other).unwrap();
            },
            "database_damaged",
        ),
    ];
    for (what, ruin, code) in cases {
        let folder = tempfile::tempdir().unwrap();
        let (path, bytes) = closed_office(folder.path());
        ruin(&path, bytes);
        let before = contents(folder.path());
        let failure = Store::open(&path).expect_err(what);
        assert_eq!(failure.code(), *code, "{what}: {failure}");
        let after = contents(folder.path());
        assert_eq!(
            before.keys().collect::<Vec<_>>(),
            after.keys().collect::<Vec<_>>(),
            "{what}: no file comes or goes"
        );
        assert!(before == after, "{what}: every byte stays");
    }
}

#[test]
fn harmless_oddities_open() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = closed_office(folder.path());
    fs::write(beside(&path, "-wal"), "garbage".repeat(999)).unwrap();
    assert_eq!(Store::open(&path).unwrap().counts().unwrap().contacts, 50);
    #[cfg(unix)]
    {
        let link = folder.path().join("link.db");
        std::os::unix::fs::symlink(&path, &link).unwrap();
        let store = Store::open(&link).unwrap();
        assert_eq!(store.path().unwrap(), fs::canonicalize(&path).unwrap());
    }
    // A name that looks like an address is a name.
    let address = PathBuf::from(format!("file:{}?mode=memory", path.display()));
    assert_eq!(
        Store::open(&address).unwrap_err().code(),
        "database_missing"
    );
}

#[cfg(unix)]
#[test]
fn a_closed_folder_is_read_only_in_words() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let (path, bytes) = closed_office(folder.path());
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o500)).unwrap();
    let answer = Store::open(&path).map(|_| ());
    // Nothing is closed to root.
    let root = fs::write(folder.path().join("probe"), "").is_ok();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o700)).unwrap();
    if !root {
        assert_eq!(answer.unwrap_err().code(), "read_only");
    }
    assert_eq!(fs::read(&path).unwrap(), bytes);
}

#[test]
fn a_new_office_is_never_made_over_something() {
    let folder = tempfile::tempdir().unwrap();
    let (path, bytes) = closed_office(folder.path());
    let founding = Founding {
        station: String::new(),
        operator: "陈".to_owned(),
        role: Role::Admin,
        at: now(),
    };
    let create = |path: &Path| Store::create(path, &founding, Ids::system()).map(|_| ());
    assert_eq!(create(&path).unwrap_err().code(), "database_exists");
    assert_eq!(fs::read(&path).unwrap(), bytes);
    // The log that a lost file left behind may hold records.
    let lost = folder.path().join("lost.db");
    fs::write(beside(&lost, "-wal"), "records").unwrap();
    assert_eq!(create(&lost).unwrap_err().code(), "database_exists");
    assert_eq!(
        create(&folder.path().join("none/office.db"))
            .unwrap_err()
            .code(),
        "output_failed"
    );
    assert_eq!(
        fs::read_dir(folder.path()).unwrap().count(),
        2,
        "nothing is left about"
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "for its owner only");
    }
}

#[test]
fn a_window_of_an_older_program_stops_writing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("office.db");
    let mut store = new_office(&path);
    let head = store.head().unwrap();
    pragma(&path, "PRAGMA user_version = 99");
    assert_eq!(log(&mut store).unwrap_err().code(), "upgraded");
    assert_eq!(store.head().unwrap(), head);
}

#[cfg(unix)]
#[test]
fn a_file_replaced_while_open_is_not_written_to() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("office.db");
    let mut store = new_office(&path);
    let other = folder.path().join("other.db");
    drop(new_office(&other));
    fs::rename(&other, &path).unwrap();
    assert_eq!(log(&mut store).unwrap_err().code(), "database_replaced");
    fs::remove_file(&path).unwrap();
    assert_eq!(log(&mut store).unwrap_err().code(), "database_replaced");
}

#[test]
fn a_backup_is_whole_and_a_restore_brings_it_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("office.db");
    let backup = folder.path().join("backup.db");
    let mut store = new_office(&path);
    log(&mut store).unwrap();
    store.backup(&backup).unwrap();
    assert_eq!(store.backup(&backup).unwrap_err().code(), "backup_exists");
    let (head, state) = (store.head().unwrap(), store.state_digest().unwrap());
    log(&mut store).unwrap();

    assert_eq!(Store::restore(&backup, &path).unwrap_err().code(), "in_use");
    assert_eq!(store.counts().unwrap().contacts, 2);
    drop(store);

    let kept = Store::restore(&backup, &path).unwrap().unwrap();
    let restored = Store::open(&path).unwrap();
    assert_eq!(restored.head().unwrap(), head);
    assert_eq!(restored.state_digest().unwrap(), state);
    assert_eq!(restored.check(true).unwrap(), []);
    drop(restored);
    assert_eq!(
        Store::open(&kept).unwrap().counts().unwrap().contacts,
        2,
        "what was there is kept"
    );
}

/// The file with one bit of the stored name turned. No page is torn: only the journal knows better.
fn with_a_flipped_name(bytes: &[u8]) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("flipped.db");
    fs::write(&path, bytes).unwrap();
    let root: u32 = rusqlite::Connection::open(&path)
        .unwrap()
        .query_row(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'person'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    let begin = (usize::try_from(root).unwrap() - 1) * 4096;
    let name = "张三".as_bytes();
    let at = bytes[begin..begin + 4096]
        .windows(name.len())
        .position(|window| window == name)
        .unwrap();
    let mut flipped = bytes.to_vec();
    flipped[begin + at + 2] ^= 1;
    flipped
}

#[test]
fn a_bad_backup_replaces_nothing_and_a_damaged_office_can_be_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let (path, bytes) = closed_office(folder.path());
    let bad = folder.path().join("bad.db");
    let mut torn = bytes.clone();
    torn[5 * 4096..6 * 4096].fill(0x2a);
    for (what, content) in [
        ("backup_bad", torn),
        ("backup_bad", with_a_flipped_name(&bytes)),
        ("not_a_database", b"a,b\n".repeat(2000)),
        ("backup_empty", Vec::new()),
    ] {
        fs::write(&bad, content).unwrap();
        let before = contents(folder.path());
        let refused = Store::restore(&bad, &path).unwrap_err();
        assert_eq!(refused.code(), what);
        let words = refused.words(zhipei::text::Lang::Zh).what;
        assert!(words.contains("bad.db"), "{words}");
        assert!(!words.contains(".zhipei-"), "{words}");
        assert!(contents(folder.path()) == before, "{what}");
    }
    for (what, backup) in [
        ("same_file", path.as_path()),
        ("file_is_folder", folder.path()),
    ] {
        assert_eq!(Store::restore(backup, &path).unwrap_err().code(), what);
    }
    assert_eq!(
        Store::restore(&folder.path().join("none.db"), &path)
            .unwrap_err()
            .code(),
        "file_missing"
    );

    // The office is lost: empty, and a log of something else beside it.
    let backup = folder.path().join("backup.db");
    Store::open(&path).unwrap().backup(&backup).unwrap();
    fs::write(&path, "").unwrap();
    fs::write(beside(&path, "-wal"), "garbage").unwrap();
    Store::restore(&backup, &path).unwrap();
    assert!(!beside(&path, "-wal").exists());
    assert_eq!(Store::open(&path).unwrap().counts().unwrap().contacts, 50);
    fs::remove_file(&path).unwrap();
    assert_eq!(Store::restore(&backup, &path).unwrap(), None);
    assert_eq!(Store::open(&path).unwrap().counts().unwrap().contacts, 50);
}

#[cfg(unix)]
#[test]
fn a_backup_on_a_medium_that_can_only_be_read_is_as_good_as_any() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("office.db");
    let medium = folder.path().join("medium");
    fs::create_dir(&medium).unwrap();
    let backup = medium.join("backup.db");
    let mut store = new_office(&path);
    log(&mut store).unwrap();
    store.backup(&backup).unwrap();
    log(&mut store).unwrap();
    drop(store);
    for (place, mode) in [(&backup, 0o400), (&medium, 0o500)] {
        fs::set_permissions(place, fs::Permissions::from_mode(mode)).unwrap();
    }
    let before = contents(&medium);
    Store::restore(&backup, &path).unwrap();
    let after = contents(&medium);
    fs::set_permissions(&medium, fs::Permissions::from_mode(0o700)).unwrap();
    assert!(before == after, "nothing is left beside a backup");
    let mut store = Store::open(&path).unwrap();
    assert_eq!(store.counts().unwrap().contacts, 1);
    log(&mut store).unwrap();
}

#[test]
fn what_stands_in_the_log_of_a_backup_is_restored_too() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("office.db");
    let copied = folder.path().join("copied.db");
    let mut store = new_office(&path);
    log(&mut store).unwrap();
    // Copied by hand while the window was open: file and log together.
    for suffix in ["", "-wal"] {
        fs::copy(beside(&path, suffix), beside(&copied, suffix)).unwrap();
    }
    assert!(fs::metadata(beside(&copied, "-wal")).unwrap().len() > 0);
    drop(store);
    Store::restore(&copied, &path).unwrap();
    assert_eq!(Store::open(&path).unwrap().counts().unwrap().contacts, 1);
}

#[test]
fn who_only_reads_does_not_wait_for_a_window_that_saves() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("office.db");
    let mut store = new_office(&path);
    log(&mut store).unwrap();
    let other = rusqlite::Connection::open(&path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let reader = Store::open_to_read(&path).unwrap();
    assert_eq!(reader.counts().unwrap().contacts, 1);
    other.execute_batch("ROLLBACK").unwrap();
    let mut reader = reader;
    log(&mut reader).unwrap();
}

#[test]
fn another_programs_file_is_refused_without_a_trace_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("other.db");
    let other = rusqlite::Connection::open(&path).unwrap();
    other.pragma_update(None, "journal_mode", "wal").unwrap();
    other.execute_batch("CREATE TABLE t (x)").unwrap();
    // The window is still open: its log is there, and stays as it is.
    let log = fs::read(beside(&path, "-wal")).unwrap();
    assert_eq!(Store::open(&path).unwrap_err().code(), "foreign_database");
    assert!(fs::read(beside(&path, "-wal")).unwrap() == log);
    drop(other);
    let before = contents(folder.path());
    assert_eq!(Store::open(&path).unwrap_err().code(), "foreign_database");
    assert_eq!(
        Store::restore(&path, &folder.path().join("office.db"))
            .unwrap_err()
            .code(),
        "foreign_database"
    );
    assert!(contents(folder.path()) == before);
}

#[test]
fn references_are_found_whatever_the_case_of_their_letters() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = new_office(&folder.path().join("office.db"));
    let id = log(&mut store).unwrap();
    let contact = store.contact(id).unwrap().unwrap();
    let person = person_in(&store);
    let reference = store.person(person).unwrap().unwrap().record.reference;
    assert_ne!(reference.to_ascii_lowercase(), reference);
    assert_eq!(
        store.find_person(&reference.to_ascii_lowercase()).unwrap(),
        Some(person)
    );
    let found = store.find_contact(&contact.reference.to_ascii_lowercase());
    assert_eq!(found.unwrap().map(|c| c.id), Some(id));
}

#[test]
fn another_window_that_saves_for_long_is_waited_for_and_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("office.db");
    let mut store = new_office(&path);
    let other = rusqlite::Connection::open(&path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert_eq!(log(&mut store).unwrap_err().code(), "busy");
    // Reading goes on meanwhile.
    assert_eq!(store.counts().unwrap().people, 1);
    other.execute_batch("ROLLBACK").unwrap();
    log(&mut store).unwrap();
}

#[test]
fn two_windows_share_one_journal() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("office.db");
    drop(new_office(&path));
    let windows: Vec<_> = (0..2)
        .map(|_| {
            let path = path.clone();
            std::thread::spawn(move || {
                let mut store = Store::open(&path).unwrap();
                for _ in 0..25 {
                    log(&mut store).unwrap();
                }
            })
        })
        .collect();
    for window in windows {
        window.join().unwrap();
    }
    let store = Store::open(&path).unwrap();
    assert_eq!(store.counts().unwrap().contacts, 50);
    assert_eq!(store.head().unwrap().seq, 52, "no gap and no fork");
    assert_eq!(store.check(true).unwrap(), []);
}
