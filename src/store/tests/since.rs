//! What changed since a place of the journal, whoever changed it.

use super::*;
use crate::store::people::PERSON;

/// Gives a person another name, as a correction of a file does.
fn rename(store: &mut Store, act: &Act, person: PersonId, name: &str) {
    store
        .write(act, |writing| {
            writing.entry(EntryKind::Import, "person", Some(person.0));
            writing.part("person", person.0, |part| {
                part.update(&PERSON, person.0, |row| {
                    row[PERSON.column("name")?] = crate::store::row::Value::from(name);
                    Ok(())
                })
            })
        })
        .unwrap();
}

#[test]
fn who_changed_since_is_told_each_once_and_nobody_else() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("office.db");
    let mut here = Office::with(Store::create(&path, &founding(), Ids::seeded(3)).unwrap());
    let mut there = Store::open(&path).unwrap();
    let act = here.act("2026-11-21T10:00:00+08:00");
    let start = here.store.mark().unwrap();
    assert_eq!(there.mark().unwrap(), start);
    assert_eq!(here.store.people_since(start, 9).unwrap(), Some(vec![]));

    // A contact changes nobody's file.
    here.log(1, 0, "2026-11-21T09:30:00+08:00");
    assert!(here.store.mark().unwrap() > start);
    assert_eq!(here.store.people_since(start, 9).unwrap(), Some(vec![]));

    let renamed = here.people[1];
    rename(&mut there, &act, renamed, "李小芳");
    rename(&mut there, &act, renamed, "李晓芳");
    assert_eq!(
        here.store.people_since(start, 9).unwrap(),
        Some(vec![renamed])
    );
    let name = here.store.person(renamed).unwrap().unwrap().record.name;
    assert_eq!(name, "李晓芳");
    let upto = here.store.mark().unwrap();
    assert_eq!(here.store.people_since(upto, 9).unwrap(), Some(vec![]));

    // Taken back is changed too.
    there.undo(&act).unwrap();
    assert_eq!(
        here.store.people_since(upto, 9).unwrap(),
        Some(vec![renamed])
    );
    assert!(!here.store.offers_changed_since(start).unwrap());
    assert_eq!(here.store.people_since(Mark::default(), 1).unwrap(), None);
    assert!(here.store.offers_changed_since(Mark::default()).unwrap());
}

#[test]
fn a_seal_names_one_journal_and_one_entry() {
    let office = Office::new();
    let last = office.store.mark().unwrap().entry();
    let seal = office.store.seal(last).unwrap().unwrap();
    assert_eq!(seal.mark, office.store.mark().unwrap());
    assert_eq!(office.store.seal(last).unwrap(), Some(seal.clone()));
    assert_ne!(
        office.store.seal(last - 1).unwrap().unwrap().hash,
        seal.hash
    );
    assert_eq!(office.store.seal(last + 1).unwrap(), None);
    let mut other = founding();
    other.operator = "陈经办".to_owned();
    let other = Store::in_memory(&other, Ids::seeded(2)).unwrap();
    let elsewhere = other.seal(1).unwrap().unwrap();
    assert_ne!(elsewhere.database, seal.database);
}
