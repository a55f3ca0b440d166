//! Ledgers: every kind is kept whole, goes back whole, and can be rebuilt from the journal.

use super::*;
use crate::domain::{
    ids::EntryId,
    ledger::{
        Entry, Holds, Link, Value, kinds,
        kinds::{class, class_check, enrolment, enterprise},
        testing::{Lot, drawn},
    },
};
use std::collections::HashMap;

/// One drawn entry of every kind, each leading to records that are there.
fn one_of_each(office: &mut Office, lot: &mut Lot, act: &Act) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for kind in kinds::ALL {
        let made: HashMap<&str, EntryId> = entries.iter().map(|e| (e.kind.code, e.id)).collect();
        let people = &office.people;
        let offers = &office.offers;
        let mut entry = drawn(kind, lot, |holds| match holds {
            Holds::Link(Link::Person) => Some(people[0].0),
            Holds::Link(Link::Enterprise) => Some(made["enterprise"].0),
            Holds::Link(Link::Course) => offers.iter().find_map(|o| match o {
                OfferId::Course(id) => Some(id.0),
                OfferId::Vacancy(_) => None,
            }),
            Holds::Link(Link::Vacancy) => offers.iter().find_map(|o| match o {
                OfferId::Vacancy(id) => Some(id.0),
                OfferId::Course(_) => None,
            }),
            Holds::Link(Link::Entry(code)) => Some(made[code].0),
            _ => None,
        });
        let given = office
            .store
            .save_entries(act, std::slice::from_ref(&entry))
            .unwrap();
        entry.reference = given[0].clone();
        entries.push(entry);
    }
    entries
}

#[test]
fn every_kind_is_kept_whole_and_rebuilt_from_the_journal() {
    let mut office = Office::new();
    let act = office.act("2026-11-21T09:31:00+08:00");
    for seed in 1..20 {
        let mut office = Office::new();
        let entries = one_of_each(&mut office, &mut Lot(seed), &act);
        for entry in &entries {
            let kept = office.store.entry(entry.kind, entry.id).unwrap();
            assert_eq!(kept.as_ref(), Some(entry), "{}", entry.kind.code);
            let named = office
                .store
                .entries_named(entry.kind, &entry.reference.to_lowercase());
            assert_eq!(named.unwrap(), std::slice::from_ref(entry));
        }
        assert!(
            office.store.check(true).unwrap().is_empty(),
            "rebuilt and compared"
        );
        let counts = office
            .store
            .entry_counts(Link::Person, office.people[0].0)
            .unwrap();
        assert_eq!(
            counts.len(),
            kinds::ALL.iter().filter(|k| k.is_about_people()).count()
        );
    }
    let entries = one_of_each(&mut office, &mut Lot(77), &act);
    let done = office.store.state_digest().unwrap();
    for _ in &entries {
        office.store.undo(&act).unwrap();
    }
    for entry in &entries {
        assert_eq!(office.store.entry(entry.kind, entry.id).unwrap(), None);
    }
    for _ in &entries {
        office.store.redo(&act).unwrap();
    }
    assert_eq!(office.store.state_digest().unwrap(), done);
}

#[test]
fn a_change_writes_only_what_changed_and_goes_back() {
    let mut office = Office::new();
    let act = office.act("2026-11-21T09:31:00+08:00");
    let mut entries = one_of_each(&mut office, &mut Lot(5), &act);
    let before = office.store.state_digest().unwrap();
    let firm = entries
        .iter_mut()
        .find(|e| e.kind.code == "enterprise")
        .unwrap();
    firm.set(enterprise::NOTE, Some(Value::Text("已走访".to_owned())));
    firm.set(
        enterprise::VERIFIED_ON,
        Some(Value::Date(day("2026-11-20"))),
    );
    office
        .store
        .save_entries(&act, std::slice::from_ref(firm))
        .unwrap();
    assert_eq!(
        office.store.entry(firm.kind, firm.id).unwrap().as_ref(),
        Some(&*firm)
    );
    office.store.undo(&act).unwrap();
    assert_eq!(office.store.state_digest().unwrap(), before);
}

#[test]
fn what_others_build_on_stays_and_a_second_seat_is_refused() {
    let mut office = Office::new();
    let act = office.act("2026-11-21T09:31:00+08:00");
    let entries = one_of_each(&mut office, &mut Lot(6), &act);
    let of = |code: &str| entries.iter().find(|e| e.kind.code == code).unwrap();
    let refused = office
        .store
        .remove_entry(&act, &class::KIND, of("class").id);
    assert!(
        matches!(refused, Err(Failure::StillReferredTo { .. })),
        "{refused:?}"
    );

    let seat = of("enrolment");
    let mut second = Entry::blank(
        &enrolment::KIND,
        EntryId(office.store.ids().next(act.at).unwrap()),
    );
    for slot in [
        enrolment::PERSON,
        enrolment::CLASS,
        enrolment::STATUS,
        enrolment::COMPLETED_ON,
    ] {
        second.set(slot, seat.get(slot).cloned());
    }
    let refused = office.store.save_entries(&act, &[second]);
    assert!(
        matches!(refused, Err(Failure::EntryTwice { .. })),
        "{refused:?}"
    );

    for code in ["feedback", "enrolment", "class_check", "class"] {
        let entry = of(code);
        office
            .store
            .remove_entry(&act, entry.kind, entry.id)
            .unwrap();
        assert_eq!(office.store.entry(entry.kind, entry.id).unwrap(), None);
    }
    assert!(office.store.entries(&class_check::KIND).unwrap().is_empty());
    office.store.undo(&act).unwrap();
    assert!(
        office
            .store
            .entry(&class::KIND, of("class").id)
            .unwrap()
            .is_some()
    );
}
