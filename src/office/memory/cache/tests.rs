//! A file that is damaged, cut, another's or old is as if there were none: answers stay those of an
//! index that is laid out from the records.

use super::*;
use crate::office::{
    Office,
    tests::{moment, roster},
};
use crate::text::Lang;

/// An office on disk with invented people.
struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let place = Self { folder };
        Office::create(&place.database(), Some("梁敏"), Lang::Zh, &moment()).unwrap();
        place.import(0..60);
        place
    }

    fn database(&self) -> PathBuf {
        self.folder.path().join("office.db")
    }

    fn index(&self) -> PathBuf {
        path_of(&self.database())
    }

    fn open(&self) -> Office {
        Office::open(&self.database(), None, Lang::Zh).unwrap()
    }

    fn import(&self, people: std::ops::Range<u32>) -> Office {
        let office = self.open();
        import(&office, self.folder.path(), people);
        office
    }

    /// Writes the file as it is due after the first search.
    fn keep(&self) -> Vec<u8> {
        let office = self.open();
        answers(&office);
        office.keep_index();
        fs::read(self.index()).unwrap()
    }

    /// Whether the file is read in.
    fn is_read(&self) -> bool {
        self.open().kept_index().unwrap().is_some()
    }

    /// What is found with this file, and without any.
    fn both(&self) -> [Vec<Found>; 2] {
        let fresh = self.open();
        fresh.leave_index();
        [answers(&self.open()), answers(&fresh)]
    }

    fn names_in_folder(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).unwrap();
        let name = |e: io::Result<fs::DirEntry>| e.unwrap().file_name().into_string().unwrap();
        let mut names: Vec<String> = entries.map(name).collect();
        names.retain(|name| !name.ends_with(".csv"));
        names.sort();
        names
    }
}

type Found = (usize, Vec<(String, i32)>);

fn answers(office: &Office) -> Vec<Found> {
    [
        "陈",
        "czq",
        "limei",
        "449901",
        "0001",
        "没有",
        "chenzq 0004",
        "李美",
    ]
    .iter()
    .map(|query| {
        let answer = office.search(query, 100, &moment()).unwrap();
        let found = answer.found.into_iter();
        (
            answer.total,
            found
                .map(|(hit, line)| (line.reference, hit.score))
                .collect(),
        )
    })
    .collect()
}

fn import(office: &Office, folder: &Path, people: std::ops::Range<u32>) {
    let rows: Vec<(String, String)> = people
        .map(|n| {
            let name = ["陈志强", "李美", "欧阳小明", "冼丽"][n as usize % 4];
            (name.to_owned(), format!("44990119900307{n:03}"))
        })
        .collect();
    let rows: Vec<(&str, &str)> = rows.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    let imported = office
        .import(&roster(folder, &rows), false, &moment())
        .unwrap();
    assert!(imported.stored);
}

#[test]
fn it_is_read_in_and_answers_as_the_records_do() {
    let place = Place::new();
    assert!(!place.is_read(), "nothing was searched yet");
    place.keep();
    assert!(place.is_read());
    let [with, without] = place.both();
    assert_eq!(with, without);
    assert_eq!(with[0].0, 15);
    assert_eq!(place.names_in_folder(), ["office.db", "office.db.index"]);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = fs::metadata(place.index()).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[test]
fn what_came_after_it_is_taken_in_and_what_went_is_gone() {
    let place = Place::new();
    place.keep();
    let office = place.import(60..90);
    let [with, without] = place.both();
    assert_eq!(with, without);
    assert_eq!(with[0].0, 23, "of 90");
    assert!(place.is_read(), "it is only a little behind");
    office.undo(&moment()).unwrap();
    let [with, without] = place.both();
    assert_eq!(with, without);
    assert_eq!(with[0].0, 15);
    // A file that knows those who went meanwhile.
    office.redo(&moment()).unwrap();
    fs::remove_file(place.index()).unwrap();
    place.keep();
    office.undo(&moment()).unwrap();
    let [with, without] = place.both();
    assert_eq!(with, without);
    assert_eq!(with[0].0, 15);
}

#[test]
fn cut_or_lengthened_it_is_none() {
    let place = Place::new();
    let whole = place.keep();
    let mut lengths: Vec<usize> = (0..whole.len()).step_by(whole.len() / 150 + 1).collect();
    lengths.extend([1, 15, 16, Head::LENGTH - 1, Head::LENGTH, whole.len() - 1]);
    let office = place.open();
    for length in lengths {
        fs::write(place.index(), &whole[..length]).unwrap();
        let read = office.kept_index().unwrap();
        assert!(read.is_none(), "{length} of {} bytes", whole.len());
    }
    let report = place.open().check().unwrap();
    assert!(report.ok, "nobody is the worse for it");
    assert_eq!(report.findings[0].part, "index");
    let [with, without] = place.both();
    assert_eq!(with, without);
    let longer = [whole.as_slice(), b"\0"].concat();
    fs::write(place.index(), longer).unwrap();
    assert!(!place.is_read());
    fs::write(place.index(), &whole).unwrap();
    assert!(place.is_read());
    assert!(place.open().check().unwrap().findings.is_empty());
}

#[test]
fn with_any_bit_turned_it_is_none() {
    let place = Place::new();
    let whole = place.keep();
    let office = place.open();
    // Bits of every field of the head, and of every piece after it.
    let head = (0..Head::LENGTH * 8).step_by(7);
    let body = (Head::LENGTH * 8..whole.len() * 8).step_by(whole.len() * 8 / 900 + 1);
    for bit in head.chain(body) {
        let mut turned = whole.clone();
        turned[bit / 8] ^= 1 << (bit % 8);
        fs::write(place.index(), turned).unwrap();
        assert!(office.kept_index().unwrap().is_none(), "bit {bit}");
    }
    let [with, without] = place.both();
    assert_eq!(with, without);
}

#[test]
fn another_databases_file_is_none() {
    let (here, there) = (Place::new(), Place::new());
    here.keep();
    // The same people in the same order, and one more.
    there.import(60..61);
    there.keep();
    fs::copy(there.index(), here.index()).unwrap();
    assert!(!here.is_read());
    let [with, without] = here.both();
    assert_eq!(with, without);
    // It is replaced by the next that is written.
    here.keep();
    assert!(here.is_read());
}

#[test]
fn a_database_that_went_back_makes_it_none() {
    let place = Place::new();
    let earlier = fs::read(place.database()).unwrap();
    drop(place.import(60..80));
    place.keep();
    fs::write(place.database(), &earlier).unwrap();
    assert!(!place.is_read(), "from an entry that is to come");
    let [with, without] = place.both();
    assert_eq!(with, without);
    assert_eq!(with[0].0, 15);
    // Another twenty people under the same entry's number.
    drop(place.import(80..100));
    assert!(!place.is_read(), "from another entry of this number");
    let [with, without] = place.both();
    assert_eq!(with, without);
}

#[test]
fn another_programs_or_tables_file_is_none() {
    let place = Place::new();
    place.keep();
    let cache = |fingerprint| Cache::open(place.index(), fingerprint);
    let head = Head::of(&fs::read(place.index()).unwrap()[..Head::LENGTH]).unwrap();
    assert!(cache(head.fingerprint).is_some());
    assert!(cache(head.fingerprint ^ 1).is_none());
}

#[test]
fn what_a_killed_program_left_is_cleared_and_never_read() {
    let place = Place::new();
    let whole = place.keep();
    let left = place.folder.path().join(".office.db.index-Ab12.part");
    fs::write(&left, &whole[..whole.len() / 2]).unwrap();
    fs::remove_file(place.index()).unwrap();
    assert!(!place.is_read());
    place.keep();
    assert!(place.is_read());
    assert!(!left.exists());
}

#[test]
fn a_writing_that_is_stopped_or_fails_leaves_the_old_file() {
    let place = Place::new();
    let whole = place.keep();
    let office = place.open();
    answers(&office);
    let seal = office.desk().seal(1).unwrap().unwrap();
    let stopped = office
        .with_people(|index| draft(place.index(), 0, &seal, index, &|| true).map(drop))
        .unwrap();
    assert_eq!(stopped.unwrap_err().kind(), ErrorKind::Other);
    let finished = office
        .with_people(|index| draft(place.index(), 0, &seal, index, &|| false).map(drop))
        .unwrap();
    assert!(
        finished.is_ok(),
        "written whole, and given up before its time"
    );
    assert_eq!(fs::read(place.index()).unwrap(), whole);
    assert_eq!(
        place.names_in_folder(),
        [
            "office.db",
            "office.db-shm",
            "office.db-wal",
            "office.db.index"
        ]
    );
    drop(office);
    // A place that can't be written costs the next start time and nothing else.
    fs::remove_file(place.index()).unwrap();
    fs::create_dir(place.index()).unwrap();
    let office = place.open();
    let found = answers(&office);
    office.keep_index();
    assert!(place.index().is_dir());
    assert_eq!(answers(&office), found);
    assert!(!office.is_behind(), "nor is it tried again and again");
}
