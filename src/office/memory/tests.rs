//! What is laid out is always what the store holds, whoever wrote it.

use crate::office::{
    Office,
    tests::{FIRST, SECOND, found, moment, roster},
};
use crate::text::Lang;
use std::path::Path;

fn open(path: &Path) -> Office {
    let office = Office::open(path, None, Lang::Zh).unwrap();
    office.for_screen().unwrap()
}

fn new_office(folder: &Path) -> std::path::PathBuf {
    let path = folder.join("office.db");
    Office::create(&path, Some("梁敏"), Lang::Zh, &moment()).unwrap();
    path
}

#[test]
fn another_windows_people_are_in_the_next_answer_and_gone_when_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = new_office(folder.path());
    let (mine, theirs) = (open(&path), open(&path));
    let both = |office: &Office| (found(office, "limingl"), found(office, "cxy"));
    mine.import(&roster(folder.path(), &[FIRST]), false, &moment())
        .unwrap();
    assert_eq!(both(&mine), (1, 0));
    theirs
        .import(&roster(folder.path(), &[FIRST, SECOND]), false, &moment())
        .unwrap();
    assert_eq!(both(&mine), (1, 1), "before anybody looked around");
    assert!(mine.look_around().unwrap());
    assert!(!mine.look_around().unwrap(), "told once");
    theirs.undo(&moment()).unwrap();
    assert!(mine.look_around().unwrap());
    assert_eq!(both(&mine), (1, 0));
    theirs.redo(&moment()).unwrap();
    assert_eq!(both(&mine), (1, 1));
}
