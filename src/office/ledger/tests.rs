//! Seats, what speaks against an enrolment, and links by words.

use super::super::{Moment, Office};
use crate::domain::{
    failure::Failure,
    ids::{EntryId, uuid_v7},
    ledger::{
        Entry, Holds, Link, Slot, Value,
        kinds::{class, course_facts, enrolment},
    },
};
use crate::text::Lang;

/// An office of made-up people, its folder kept as long as the office.
fn office() -> (Office, Moment, tempfile::TempDir) {
    let moment = Moment {
        now: "2026-11-21T09:00:00+08:00".parse().unwrap(),
        today: "2026-11-21".parse().unwrap(),
    };
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("office.db");
    let office = Office::demo(&path, 40, None, Lang::Zh, &moment, |_| ()).unwrap();
    (office, moment, folder)
}

fn fresh(kind: &'static crate::domain::ledger::Kind, n: u8) -> Entry {
    Entry::blank(kind, EntryId(uuid_v7(u64::from(n) + 1, [n; 10])))
}

fn set(entry: &mut Entry, slot: Slot, text: &str, moment: &Moment) {
    let holds: Holds = entry.kind[slot].holds;
    entry.set(slot, holds.read(text, moment.today).unwrap());
}

fn a_class(office: &Office, moment: &Moment, n: u8, seats: &str, kept: &str) -> Entry {
    let mut entry = fresh(&class::KIND, n);
    for (slot, text) in [
        (class::TITLE, format!("叉车班{n}")),
        (class::STAGE, "已批准".to_owned()),
        (class::OPENS_ON, "2026-12-01".to_owned()),
        (class::CLOSES_ON, "2026-12-20".to_owned()),
        (class::SEATS, seats.to_owned()),
        (class::VETERAN_SEATS, kept.to_owned()),
    ] {
        set(&mut entry, slot, &text, moment);
    }
    let course = office
        .link_choices(Link::Course, "班", moment)
        .unwrap()
        .remove(0);
    entry.set(class::COURSE, Some(Value::Link(course.uid)));
    office
        .save_entries(moment, std::slice::from_ref(&entry), None)
        .unwrap();
    entry
}

fn seat(office: &Office, moment: &Moment, class: &Entry, person: &str, n: u8) -> Entry {
    let mut entry = fresh(&enrolment::KIND, n);
    let person = office.link_named(Link::Person, person).unwrap().unwrap();
    entry.set(enrolment::PERSON, Some(Value::Link(person.uid)));
    entry.set(enrolment::CLASS, Some(Value::Link(class.id.0)));
    set(&mut entry, enrolment::STATUS, "已报名", moment);
    entry
}

/// References of two people, the second a veteran, the first not.
fn two(office: &Office, moment: &Moment) -> (String, String, String) {
    let mut plain = Vec::new();
    let mut veteran = None;
    for (_, line) in office
        .search("chen", 50, moment)
        .unwrap()
        .found
        .into_iter()
        .chain(
            ["li", "huang", "zhang", "wang", "liang", "zhou"]
                .iter()
                .flat_map(|w| office.search(w, 50, moment).unwrap().found),
        )
    {
        let file = office.refresh_person(line.id, moment).unwrap();
        let record = file.person.record;
        let is_veteran = record
            .groups
            .iter()
            .any(|m| m.group.code().starts_with("veteran"));
        if is_veteran || record.veteran_year.is_some() {
            veteran.get_or_insert(record.reference);
        } else if !plain.contains(&record.reference) {
            plain.push(record.reference);
        }
    }
    (
        plain[0].clone(),
        plain[1].clone(),
        veteran.expect("the demo has veterans"),
    )
}

#[test]
fn a_full_class_refuses_and_keeps_the_seats_of_veterans() {
    let (office, moment, _folder) = office();
    let (one, other, veteran) = two(&office, &moment);
    let class = a_class(&office, &moment, 1, "2", "1");
    let first = seat(&office, &moment, &class, &one, 2);
    office.save_entries(&moment, &[first], None).unwrap();
    let second = seat(&office, &moment, &class, &other, 3);
    let refused = office.save_entries(&moment, std::slice::from_ref(&second), None);
    assert!(
        matches!(refused, Err(Failure::ClassFull { .. })),
        "{refused:?}"
    );
    let third = seat(&office, &moment, &class, &veteran, 4);
    office.save_entries(&moment, &[third], None).unwrap();
    let rows = office
        .ledger(&enrolment::KIND, Some((Link::Entry("class"), class.id.0)))
        .unwrap();
    assert_eq!(rows.len(), 2);
    assert!(
        rows[0]
            .linked
            .iter()
            .any(|(slot, l)| *slot == enrolment::CLASS && l.name == "叉车班1")
    );
    // Both at once would have overfilled it, and neither came in.
    let empty = a_class(&office, &moment, 5, "1", "0");
    let both = [
        seat(&office, &moment, &empty, &one, 6),
        seat(&office, &moment, &empty, &other, 7),
    ];
    assert!(office.save_entries(&moment, &both, None).is_err());
    let rows = office
        .ledger(&enrolment::KIND, Some((Link::Entry("class"), empty.id.0)))
        .unwrap();
    assert!(rows.is_empty());
}

#[test]
fn what_speaks_against_an_enrolment_is_said_and_it_is_saved() {
    let (office, moment, _folder) = office();
    let (one, ..) = two(&office, &moment);
    let class = a_class(&office, &moment, 1, "30", "0");
    let other = a_class(&office, &moment, 2, "30", "0");
    let course = office
        .link_choices(Link::Course, "班", &moment)
        .unwrap()
        .remove(0);
    let mut facts = fresh(&course_facts::KIND, 3);
    facts.set(course_facts::COURSE, Some(Value::Link(course.uid)));
    set(&mut facts, course_facts::MAX_AGE, "1", &moment);
    office.save_entries(&moment, &[facts], None).unwrap();
    let saved = office
        .save_entries(&moment, &[seat(&office, &moment, &class, &one, 4)], None)
        .unwrap();
    assert_eq!(saved.warnings.len(), 1, "{:?}", saved.warnings);
    assert!(saved.warnings[0].contains("课程要求 1 岁以下"));
    let saved = office
        .save_entries(&moment, &[seat(&office, &moment, &other, &one, 5)], None)
        .unwrap();
    assert!(
        saved
            .warnings
            .iter()
            .any(|w| w.contains("同期已在 叉车班1")),
        "{:?}",
        saved.warnings
    );
}

#[test]
fn a_link_is_found_by_reference_by_name_and_while_it_is_typed() {
    let (office, moment, _folder) = office();
    let class = a_class(&office, &moment, 1, "30", "0");
    for text in ["B0001", "b0001", "叉车班1"] {
        let found = office
            .link_named(Link::Entry("class"), text)
            .unwrap()
            .unwrap();
        assert_eq!(found.uid, class.id.0, "{text}");
    }
    let offered = office
        .link_choices(Link::Entry("class"), "车班", &moment)
        .unwrap();
    assert_eq!(offered.len(), 1);
    assert!(
        office
            .link_choices(Link::Course, "K002", &moment)
            .unwrap()
            .len()
            == 1
    );
    assert!(
        !office
            .link_choices(Link::Person, "chen", &moment)
            .unwrap()
            .is_empty()
    );
    assert!(
        office
            .link_named(Link::Enterprise, "没有这家厂")
            .unwrap()
            .is_none()
    );
}
