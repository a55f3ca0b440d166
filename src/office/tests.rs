//! The office as a whole, in memory and on disk: what a clerk does is found, logged and taken back.

use super::*;
use crate::domain::{
    contact::{Channel, ContactRecord, ContactState, ContactWith, Outcome},
    ids::{ContactId, PersonId},
    operator::Role,
};
use std::path::PathBuf;

pub(super) fn moment() -> Moment {
    Moment {
        now: "2026-11-20T09:30:00+08:00".parse().unwrap(),
        today: "2026-11-20".parse().unwrap(),
    }
}

pub(super) fn office() -> Office {
    Office::in_memory("梁敏", Lang::Zh, &moment()).unwrap()
}

pub(super) fn roster(folder: &Path, rows: &[(&str, &str)]) -> ImportFile {
    let mut text = String::from("姓名,身份证号\n");
    for (name, body) in rows {
        let id = crate::domain::id_number::IdNumber::from_body(body).unwrap();
        text.push_str(&format!("{name},{id}\n"));
    }
    let path: PathBuf = folder.join(format!("{}.csv", rows.len()));
    std::fs::write(&path, text).unwrap();
    ImportFile::read(RecordKind::People, &path, Encoding::Auto).unwrap()
}

pub(super) fn contact(person: PersonId) -> ContactRecord {
    ContactRecord {
        with: ContactWith::Person(person),
        at: moment().now,
        channel: Channel::CallOut,
        party: None,
        place: String::new(),
        purposes: Vec::new(),
        outcome: Outcome::Told,
        reason: None,
        note: String::new(),
        next_due: None,
    }
}

pub(super) fn found(office: &Office, text: &str) -> usize {
    office.search(text, 10, &moment()).unwrap().found.len()
}

pub(super) const FIRST: (&str, &str) = ("李明朗", "44990119900307001");
pub(super) const SECOND: (&str, &str) = ("陈秀英", "44990119910307001");

#[test]
fn who_comes_in_is_found_at_once_and_an_undone_roster_is_gone() {
    let folder = tempfile::tempdir().unwrap();
    let office = office();
    assert_eq!(
        found(&office, "李明朗"),
        0,
        "the index is laid out and empty"
    );
    let imported = office
        .import(&roster(folder.path(), &[FIRST]), false, &moment())
        .unwrap();
    assert!(imported.stored);
    assert!(
        imported
            .account
            .report
            .details
            .iter()
            .any(|d| d.reference.is_some())
    );
    assert_eq!(found(&office, "李明朗"), 1);
    office
        .import(&roster(folder.path(), &[FIRST, SECOND]), false, &moment())
        .unwrap();
    assert_eq!(found(&office, "陈秀英"), 1);
    office.undo(&moment()).unwrap();
    assert_eq!((found(&office, "李明朗"), found(&office, "陈秀英")), (1, 0));
    office.redo(&moment()).unwrap();
    assert_eq!(found(&office, "陈秀英"), 1);
}

#[test]
fn a_preview_stores_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let office = office();
    let imported = office
        .import(&roster(folder.path(), &[FIRST]), true, &moment())
        .unwrap();
    assert_eq!(
        (imported.stored, imported.account.report.accepted),
        (false, 1)
    );
    assert_eq!(found(&office, "李明朗"), 0);
}

#[test]
fn opening_and_revealing_are_journalled_and_searching_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let office = office();
    office
        .import(&roster(folder.path(), &[FIRST]), false, &moment())
        .unwrap();
    let person = office.search("李明朗", 1, &moment()).unwrap().found[0].1.id;
    let entries = || office.check().unwrap().head;
    let before = entries();
    office.search("李", 5, &moment()).unwrap();
    office.refresh_person(person, &moment()).unwrap();
    assert_eq!(entries(), before);
    office.open_person(person, &moment()).unwrap();
    let opened = entries();
    assert_ne!(opened, before);
    let numbers = office.reveal(person, "核对", &moment()).unwrap();
    assert_eq!(numbers.id_number.len(), 18);
    assert_ne!(entries(), opened);
}

#[test]
fn a_contact_is_logged_cancelled_and_never_in_the_future() {
    let folder = tempfile::tempdir().unwrap();
    let office = office();
    office
        .import(&roster(folder.path(), &[FIRST]), false, &moment())
        .unwrap();
    let person = office.find_person("44990119900307001X").unwrap();
    let id = office.new_contact_id(&moment()).unwrap();
    let record = contact(person);
    let logged = office
        .log_contact(&moment(), id, &record, None, None)
        .unwrap();
    let again = office
        .log_contact(&moment(), id, &record, None, None)
        .unwrap();
    assert_eq!(logged, again);
    assert_eq!(office.today(&moment()).unwrap().logged_today, 1);
    let tomorrow = ContactRecord {
        at: moment().now + chrono::TimeDelta::days(1),
        ..contact(person)
    };
    let other = ContactId(uuid::Uuid::from_u128(7));
    assert!(matches!(
        office.log_contact(&moment(), other, &tomorrow, None, None),
        Err(Failure::ContactInFuture { .. })
    ));
    let cancelled = office.cancel_contact(&moment(), id, "记错人").unwrap();
    assert_eq!(cancelled.state, ContactState::Cancelled);
}

#[test]
fn an_auditor_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("office.db");
    let founder = Office::create(&path, Some("梁敏"), Lang::Zh, &moment()).unwrap();
    founder
        .import(&roster(folder.path(), &[FIRST]), false, &moment())
        .unwrap();
    founder
        .add_operator(&moment(), "何审", Role::Auditor)
        .unwrap();
    assert!(matches!(
        founder.add_operator(&moment(), " 何审 ", Role::Clerk),
        Err(Failure::OperatorExists { .. })
    ));
    let auditor = Office::open(&path, Some("何审"), Lang::Zh).unwrap();
    let person = auditor.find_person("44990119900307001X").unwrap();
    let refused = |failure| matches!(failure, Failure::NotAllowed { .. });
    let id = ContactId(uuid::Uuid::from_u128(7));
    let log = auditor.log_contact(&moment(), id, &contact(person), None, None);
    assert!(refused(log.unwrap_err()));
    assert!(refused(
        auditor.reveal(person, "看看", &moment()).err().unwrap()
    ));
    assert!(refused(auditor.undo(&moment()).unwrap_err()));
    assert!(refused(
        auditor.backup(&folder.path().join("b.db")).unwrap_err()
    ));
    let file = roster(folder.path(), &[FIRST, SECOND]);
    assert!(refused(auditor.import(&file, true, &moment()).unwrap_err()));
    assert!(auditor.check().unwrap().ok);
}

#[test]
fn nobody_was_spoken_with_before_they_were_born() {
    let folder = tempfile::tempdir().unwrap();
    let office = office();
    let file = roster(folder.path(), &[FIRST]);
    office.import(&file, false, &moment()).unwrap();
    let person = office.search(FIRST.0, 1, &moment()).unwrap().found[0].1.id;
    let mut record = contact(person);
    record.at = "1990-03-06T09:00:00+08:00".parse().unwrap();
    let id = ContactId(uuid::Uuid::from_u128(5));
    let refused = office.log_contact(&moment(), id, &record, None, None);
    assert!(matches!(
        refused,
        Err(Failure::ContactBeforeBirth { at }) if at == "1990-03-06"
    ));
    record.at = "1990-03-07T09:00:00+08:00".parse().unwrap();
    office
        .log_contact(&moment(), id, &record, None, None)
        .unwrap();
}

/// What an office exports, without the journal's place and with ids that tests can compare.
fn exported(office: &Office, kind: RecordKind, folder: &Path, name: &str) -> PathBuf {
    let path = folder.join(name);
    let order = ExportOrder {
        kind,
        filter: None,
        format: FileFormat::Json,
        reveal: Some("搬家".to_owned()),
        target: Target::File(path.clone(), false),
    };
    office.export(&order, &moment()).unwrap();
    path
}

fn records(path: &Path) -> serde_json::Value {
    let mut records: serde_json::Value =
        serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    for record in records.as_array_mut().unwrap() {
        record.as_object_mut().unwrap().remove("journal");
    }
    records
}

#[test]
fn an_office_moves_by_json_without_loss() {
    let folder = tempfile::tempdir().unwrap();
    let old = office();
    let roster = |rows: &[(&str, &str)]| roster(folder.path(), rows);
    old.import(&roster(&[FIRST, SECOND]), false, &moment())
        .unwrap();
    let courses = folder.path().join("courses.csv");
    std::fs::write(&courses, "课程名称,培训机构,费用\n电工,甲校,—\n").unwrap();
    let courses = ImportFile::read(RecordKind::Courses, &courses, Encoding::Auto).unwrap();
    old.import(&courses, false, &moment()).unwrap();
    let person = old.search("李明朗", 1, &moment()).unwrap().found[0].1.id;
    let offer = crate::domain::offer::OfferId::Course(old.desk().courses().unwrap()[0].id);
    let id = |n: u64| ContactId(crate::domain::ids::uuid_v7(n, [5; 10]));
    let said = ContactRecord {
        note: " -两个  空格\n第二行".to_owned(),
        ..contact(person)
    };
    let recommend = Recommend {
        offer,
        response: crate::domain::recommendation::Response::Willing,
        override_reason: "本人坚持".to_owned(),
    };
    old.log_contact(&moment(), id(1), &said, Some(&recommend), None)
        .unwrap();
    old.log_contact(&moment(), id(2), &contact(person), None, None)
        .unwrap();
    let earlier = ContactRecord {
        at: "2026-11-19T08:00:00+08:00".parse().unwrap(),
        ..said
    };
    old.correct_contact(&moment(), id(3), id(1), &earlier, "时间记错")
        .unwrap();
    old.cancel_contact(&moment(), id(2), "重复").unwrap();
    old.log_contact(&moment(), id(4), &contact(person), None, None)
        .unwrap();
    old.undo(&moment()).unwrap();

    let new = office();
    for (kind, import) in [
        (RecordKind::People, RecordKind::People),
        (RecordKind::Courses, RecordKind::Courses),
        (RecordKind::Contacts, RecordKind::Contacts),
    ] {
        let name = |of: &str| format!("{}-{of}.json", kind.code());
        let before = exported(&old, kind, folder.path(), &name("old"));
        let file = ImportFile::read(import, &before, Encoding::Auto).unwrap();
        let report = new.import(&file, false, &moment()).unwrap().account.report;
        assert_eq!((report.accepted, report.rows), (report.rows, report.rows));
        let after = exported(&new, kind, folder.path(), &name("new"));
        assert_eq!(records(&before), records(&after));
        for office in [&old, &new] {
            let again = office.import(&file, false, &moment()).unwrap();
            assert!(!again.stored, "{:?}", again.account.report);
            assert_eq!(again.account.report.duplicates, again.account.report.rows);
            assert!(
                again
                    .account
                    .report
                    .details
                    .iter()
                    .all(|d| d.differs.is_empty())
            );
        }
    }
    assert_eq!(new.check().unwrap().findings.len(), 0);
}
