//! Two records become one and two again; any order of changes ends as the journal says.

use super::register::{person, unnumbered};
use super::*;
use crate::domain::person::PersonState;
use proptest::prelude::*;

#[test]
fn a_merge_moves_what_was_logged_finds_both_and_is_taken_back_whole() {
    let mut office = Office::new();
    let act = office.act("2026-11-21T09:31:00+08:00");
    office
        .store
        .register_person(&act, person(1), &unnumbered("张三"), None)
        .unwrap();
    office.people.push(person(1));
    office.log(1, 2, "2026-11-21T09:30:00+08:00");
    let before = office.store.state_digest().unwrap();
    let (keep, gone) = (person(1), office.people[0]);
    let was = office.store.person(keep).unwrap().unwrap().record;
    let other = office.store.person(gone).unwrap().unwrap().record;
    // The id number goes over to the record that stays.
    let now = PersonRecord {
        id_number: other.id_number,
        state: None,
        former_refs: vec![other.reference.clone()],
        ..was.clone()
    };
    office.log(2, 0, "2026-11-21T09:31:00+08:00");
    let with_contact = office.store.state_digest().unwrap();
    assert_ne!(before, with_contact);
    let merged = office
        .store
        .merge_people(&act, keep, gone, &was, &now)
        .unwrap();
    assert_eq!(merged.record.id_number, other.id_number);
    assert_eq!(office.store.contacts_of(keep).unwrap().len(), 2);
    assert_eq!(office.store.counts().unwrap().people, 2);
    for reference in [&was.reference, &other.reference] {
        assert_eq!(
            office.store.find_person(reference).unwrap(),
            Some(keep),
            "{reference}"
        );
    }
    assert_eq!(office.store.standing_record(gone).unwrap(), Some(keep));
    assert_eq!(
        office.store.known_people().unwrap().by_reference[&other.reference],
        keep
    );
    let ended = office.store.person(gone).unwrap().unwrap().record;
    assert_eq!(ended.state, Some(PersonState::Merged));
    assert!(office.store.check(true).unwrap().is_empty());

    assert_eq!(office.store.undo(&act).unwrap().kind, EntryKind::Merge);
    assert_eq!(office.store.state_digest().unwrap(), with_contact);
    assert_eq!(
        office.store.find_person(&other.reference).unwrap(),
        Some(gone)
    );
    office.store.redo(&act).unwrap();
    assert_eq!(office.store.contacts_of(keep).unwrap().len(), 2);
    assert!(office.store.check(true).unwrap().is_empty());
}

#[test]
fn two_valid_numbers_are_two_people() {
    let mut office = Office::new();
    let act = office.act("2026-11-21T09:31:00+08:00");
    let (one, two) = (office.people[0], office.people[1]);
    let was = office.store.person(one).unwrap().unwrap().record;
    assert_eq!(
        office.store.merge_people(&act, one, two, &was, &was),
        Err(Failure::MergeTwoIds {})
    );
    assert_eq!(
        office.store.merge_people(&act, one, one, &was, &was),
        Err(Failure::MergeSame {})
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever is registered, edited, merged, taken back and done again: the tables are what the
    /// journal says.
    #[test]
    fn any_order_of_changes_ends_as_the_journal_says(steps in proptest::collection::vec(0u8..6, 1..14)) {
        let mut office = Office::new();
        let act = office.act("2026-11-21T09:31:00+08:00");
        let mut ids = office.people.clone();
        for (at, step) in steps.into_iter().enumerate() {
            let n = at as u128 + 100;
            let last = *ids.last().unwrap();
            let there = office.store.person(last).unwrap().map(|p| p.record);
            match (step, there) {
                (0, _) => {
                    let record = unnumbered("陈小燕");
                    office.store.register_person(&act, person(n), &record, None).unwrap();
                    ids.push(person(n));
                }
                (1, Some(was)) => {
                    let now = PersonRecord { wishes: format!("第{n}种"), ..was.clone() };
                    office.store.edit_person(&act, last, &was, &now, None).unwrap();
                }
                (2, Some(was)) => {
                    let mut now = was.clone();
                    now.groups.push(Membership::undated(Group::Veteran));
                    office.store.edit_person(&act, last, &was, &now, None).unwrap();
                }
                (3, Some(_)) => {
                    let keep = ids[0];
                    let was = office.store.person(keep).unwrap();
                    if let Some(was) = was.map(|p| p.record) {
                        let _ = office.store.merge_people(&act, keep, last, &was, &was);
                    }
                }
                (4, _) => { let _ = office.store.undo(&act); }
                _ => { let _ = office.store.redo(&act); }
            }
        }
        prop_assert!(office.store.check(true).unwrap().is_empty());
    }
}
