//! Imports: together or not at all, once, and taken back in one step.

use super::*;
use crate::domain::contact::ContactState;

fn people(count: u32) -> Vec<PersonRecord> {
    (0..count)
        .map(|n| {
            let birth = day("1960-01-01") + chrono::Days::new(u64::from(n / 4));
            let body = format!("449902{}{}", birth.format("%Y%m%d"), 996 + n % 4);
            let id = IdNumber::from_body(&body).unwrap();
            PersonRecord {
                id_number: Some(id),
                birth_date: Some(id.birth_date()),
                ..invented("王五", 996)
            }
        })
        .collect()
}

#[test]
fn who_is_there_already_is_not_added_again() {
    let mut office = Office::new();
    let act = office.act("2026-11-21T09:00:00+08:00");
    let mut newcomer = invented("赵六", 999);
    newcomer.reference = "P000003".to_owned();
    let unnumbered = PersonRecord {
        id_number: None,
        ..invented("钱七", 999)
    };
    let batch = ImportBatch {
        people: vec![
            invented("张三", 997),
            newcomer.clone(),
            newcomer,
            unnumbered,
        ],
        ..ImportBatch::default()
    };
    let receipt = office.store.commit_import(&act, &batch).unwrap();
    let landed: Vec<_> = receipt
        .people
        .iter()
        .map(|l| (l.reference.as_str(), l.added))
        .collect();
    assert_eq!(
        landed,
        [
            ("P000001", false),
            ("P000003", true),
            ("P000003", false),
            ("P000004", true)
        ],
        "a reference that is taken is passed over"
    );
    assert_eq!(receipt.people[0].id, office.people[0]);
    let head = office.store.head().unwrap();
    let again = office.store.commit_import(&act, &batch.clone());
    assert_eq!(
        again.unwrap().people.iter().filter(|l| l.added).count(),
        1,
        "no number, no twin"
    );
    let only_known = ImportBatch {
        people: vec![invented("张三", 997)],
        ..ImportBatch::default()
    };
    let seq = office.store.head().unwrap().seq;
    assert_eq!(seq, head.seq + 1);
    assert_eq!(
        office
            .store
            .commit_import(&act, &only_known)
            .unwrap()
            .added(),
        0
    );
    assert_eq!(
        office.store.head().unwrap().seq,
        seq,
        "nothing added, no entry"
    );
}

#[test]
fn a_large_import_is_one_entry_and_one_undo() {
    let mut office = Office::new();
    let act = office.act("2026-11-21T09:00:00+08:00");
    let before = office.store.state_digest().unwrap();
    let batch = ImportBatch {
        file: "五万人.csv".to_owned(),
        people: people(3_000),
        ..ImportBatch::default()
    };
    let receipt = office.store.commit_import(&act, &batch).unwrap();
    assert_eq!(receipt.added(), 3_000);
    assert_eq!(office.store.counts().unwrap().people, 3_002);
    assert_eq!(office.store.head().unwrap().seq, 3);

    let reverted = office.store.undo(&act).unwrap();
    assert_eq!(reverted.kind, EntryKind::Import);
    assert_eq!(reverted.name, "五万人.csv");
    assert_eq!(office.store.counts().unwrap().people, 2);
    assert_ne!(
        office.store.state_digest().unwrap(),
        before,
        "void rows stay"
    );
    office.store.redo(&act).unwrap();
    assert_eq!(office.store.counts().unwrap().people, 3_002);
    assert!(office.store.check(true).unwrap().is_empty());
}

#[test]
fn contacts_from_a_file_keep_their_own_time_and_hand() {
    let mut office = Office::new();
    let act = office.act("2026-11-21T09:00:00+08:00");
    let chen = office
        .store
        .add_operator(&act, "陈大文", Role::Clerk)
        .unwrap();
    let contact = |reference: &str, enterprise: &str| ImportedContact {
        reference: reference.to_owned(),
        record: office.record(0, "2026-10-08T10:00:00+08:00"),
        enterprise: enterprise.to_owned(),
        entered_at: Some(time("2026-10-09T08:00:00+08:00")),
        operator: Some(chen.id),
        recommended: vec![office.recommended(0)],
        history: ContactHistory::default(),
    };
    let batch = ImportBatch {
        contacts: vec![contact("旧-1", ""), contact("", "新开的厂")],
        ..ImportBatch::default()
    };
    let receipt = office.store.commit_import(&act, &batch).unwrap();
    let old = office.store.find_contact("旧-1").unwrap().unwrap();
    assert_eq!(old.id, receipt.contacts[0].id);
    assert!(old.is_late());
    assert_eq!(old.operator_name, "陈大文");
    let firm = office
        .store
        .contact(receipt.contacts[1].id)
        .unwrap()
        .unwrap();
    assert_eq!(firm.with_name, "新开的厂");
    assert_eq!(
        ContactWith::Enterprise(office.store.find_enterprise("新开的厂").unwrap().unwrap()),
        firm.record.with
    );
    assert_eq!(
        office
            .store
            .recommendations_of(office.people[0])
            .unwrap()
            .len(),
        1
    );
    let again = office.store.commit_import(&act, &batch).unwrap();
    assert!(
        !again.contacts[0].added,
        "the file's own reference makes it the same"
    );
}

#[test]
fn an_import_that_fails_leaves_nothing() {
    let mut office = Office::new();
    let act = office.act("2026-11-21T09:00:00+08:00");
    let (before, head) = (
        office.store.state_digest().unwrap(),
        office.store.head().unwrap(),
    );
    let batch = ImportBatch {
        people: people(10),
        contacts: vec![ImportedContact {
            reference: String::new(),
            record: ContactRecord {
                with: ContactWith::Person(PersonId(uuid::Uuid::nil())),
                ..office.record(0, "2026-10-08T10:00:00+08:00")
            },
            enterprise: String::new(),
            entered_at: None,
            operator: None,
            recommended: Vec::new(),
            history: ContactHistory::default(),
        }],
        ..ImportBatch::default()
    };
    assert!(matches!(
        office.store.commit_import(&act, &batch),
        Err(Failure::PersonNotFound { .. })
    ));
    assert_eq!(office.store.state_digest().unwrap(), before);
    assert_eq!(office.store.head().unwrap(), head);
}

#[test]
fn a_contact_brings_its_identity_and_what_became_of_it() {
    let mut office = Office::new();
    let act = office.act("2026-11-21T09:00:00+08:00");
    let ids: Vec<ContactId> = (1..=3)
        .map(|n| ContactId(crate::domain::ids::uuid_v7(n, [7; 10])))
        .collect();
    let contact = |n: usize, state, reason: &str, corrects| ImportedContact {
        reference: format!("旧-{n}"),
        record: office.record(0, "2026-10-08T10:00:00+08:00"),
        enterprise: String::new(),
        entered_at: None,
        operator: None,
        recommended: Vec::new(),
        history: ContactHistory {
            id: Some(ids[n]),
            state,
            state_reason: reason.to_owned(),
            corrects,
        },
    };
    let batch = ImportBatch {
        contacts: vec![
            // What corrects stands before what it corrects, as in a log in the order of time.
            contact(0, ContactState::Valid, "", Some(ids[1])),
            contact(1, ContactState::Corrected, "记错了", None),
            contact(2, ContactState::Cancelled, "重复", None),
        ],
        ..ImportBatch::default()
    };
    let receipt = office.store.commit_import(&act, &batch).unwrap();
    let landed: Vec<ContactId> = receipt.contacts.iter().map(|l| l.id).collect();
    assert_eq!(landed, ids, "in the order of the batch");
    let read = |id| office.store.contact(id).unwrap().unwrap();
    assert_eq!(read(ids[0]).corrects, Some(ids[1]));
    assert_eq!(
        (read(ids[1]).state, read(ids[1]).state_reason.as_str()),
        (ContactState::Corrected, "记错了")
    );
    assert_eq!(read(ids[2]).state, ContactState::Cancelled);
    let again = office.store.commit_import(&act, &batch).unwrap();
    assert_eq!(again.added(), 0, "the same identity is the same contact");
    assert!(office.store.check(true).unwrap().is_empty());

    // What was taken back keeps its identity; brought again it is a contact of its own.
    office.store.undo(&act).unwrap();
    let back = office.store.commit_import(&act, &batch).unwrap();
    assert_eq!(back.added(), 3);
    assert!(back.contacts.iter().all(|l| !ids.contains(&l.id)));
}
