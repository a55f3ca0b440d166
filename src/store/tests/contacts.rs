//! Contacts: logged once, corrected and cancelled with a trace, promised and settled, printed.

use super::*;
use crate::domain::{contact::ContactState, draft::Draft, ids::DraftId};

#[test]
fn the_same_id_twice_is_one_contact() {
    let mut office = Office::new();
    // Times are kept to the millisecond; a finer clock must not make the repeat a stranger.
    let mut record = office.record(0, "2026-11-21T09:30:00.123456789+08:00");
    record.next_due = Some(day("2026-11-28"));
    let act = office.act("2026-11-21T09:31:00+08:00");
    let details = office.recommended(1);
    let mut log = |record: &ContactRecord, details: Option<&RecommendationDetails>| {
        office
            .store
            .log_contact(&act, Office::id(1), record, details, None)
    };
    let first = log(&record, Some(&details)).unwrap();
    assert_eq!(first, log(&record, Some(&details)).unwrap());
    assert_eq!(first.reference, "C-000001");
    assert_eq!(first.with_name, "张三");
    assert_eq!(first.operator_name, "林经办");
    assert_eq!(first.record.purposes, record.purposes);
    assert_eq!(first.journal.1, 3, "founding, import, this");

    let other = ContactRecord {
        note: "别的内容".to_owned(),
        ..record.clone()
    };
    for (record, details) in [(&other, Some(&details)), (&record, None)] {
        assert!(matches!(
            log(record, details),
            Err(Failure::ContactIdTaken { .. })
        ));
    }
    assert_eq!(office.store.counts().unwrap().contacts, 1);
    assert_eq!(
        office.store.head().unwrap().seq,
        3,
        "a repeat leaves no entry"
    );
    let recommended = office.store.recommendations_of(office.people[0]).unwrap();
    assert_eq!(recommended.len(), 1);
    assert_eq!(recommended[0].offer, office.offers[1]);
    assert_eq!(recommended[0].on, day("2026-11-21"));
}

#[test]
fn a_name_that_points_nowhere_is_refused() {
    let mut office = Office::new();
    let act = office.act("2026-11-21T09:31:00+08:00");
    let nobody = ContactRecord {
        with: ContactWith::Person(PersonId(uuid::Uuid::nil())),
        ..office.record(0, "2026-11-21T09:30:00+08:00")
    };
    assert!(matches!(
        office
            .store
            .log_contact(&act, Office::id(1), &nobody, None, None),
        Err(Failure::PersonNotFound { .. })
    ));
    let record = office.record(0, "2026-11-21T09:30:00+08:00");
    let nothing = RecommendationDetails {
        offer: OfferId::Course(crate::domain::ids::CourseId(uuid::Uuid::nil())),
        ..office.recommended(0)
    };
    assert!(matches!(
        office
            .store
            .log_contact(&act, Office::id(1), &record, Some(&nothing), None),
        Err(Failure::OfferNotFound { .. })
    ));
    assert_eq!(office.store.head().unwrap().seq, 2);
}

#[test]
fn a_correction_keeps_both_and_cancelling_keeps_one() {
    let mut office = Office::new();
    let act = office.act("2026-11-21T09:31:00+08:00");
    let record = office.record(0, "2026-11-21T09:30:00+08:00");
    let details = office.recommended(1);
    office
        .store
        .log_contact(&act, Office::id(1), &record, Some(&details), None)
        .unwrap();

    // It was the other person.
    let right = office.record(1, "2026-11-21T09:30:00+08:00");
    let correct =
        |store: &mut Store, id| store.correct_contact(&act, id, Office::id(1), &right, "记错人");
    let corrected = correct(&mut office.store, Office::id(2)).unwrap();
    assert_eq!(corrected.corrects, Some(Office::id(1)));
    assert_eq!(
        corrected,
        correct(&mut office.store, Office::id(2)).unwrap(),
        "the same correction twice is one"
    );
    let old = office.store.contact(Office::id(1)).unwrap().unwrap();
    assert_eq!(old.state, ContactState::Corrected);
    assert_eq!(old.state_reason, "记错人");
    assert!(matches!(
        correct(&mut office.store, Office::id(3)),
        Err(Failure::ContactClosed { reference }) if reference == "C-000001"
    ));
    assert!(
        office
            .store
            .recommendations_of(office.people[0])
            .unwrap()
            .is_empty()
    );
    assert_eq!(
        office
            .store
            .recommendations_of(office.people[1])
            .unwrap()
            .len(),
        1
    );

    let cancelled = office
        .store
        .cancel_contact(&act, Office::id(2), "没有这回事")
        .unwrap();
    assert_eq!(cancelled.state, ContactState::Cancelled);
    assert!(
        office
            .store
            .recommendations_of(office.people[1])
            .unwrap()
            .is_empty()
    );
    assert!(matches!(
        office.store.cancel_contact(&act, Office::id(2), "再一次"),
        Err(Failure::ContactClosed { .. })
    ));
    assert!(matches!(
        office.store.cancel_contact(&act, Office::id(9), ""),
        Err(Failure::ContactNotFound { .. })
    ));

    let daybook = office
        .store
        .daybook(day("2026-11-21"), day("2026-11-21"), None)
        .unwrap();
    assert_eq!(daybook.rows.len(), 2, "nothing leaves the log");
    assert_eq!(daybook.totals().contacts, 0);
    assert_eq!(daybook.rows[0].vacancies, ["明华电子/仓管"]);
    assert_eq!(daybook.rows[1].vacancies, ["明华电子/仓管"]);
    assert_eq!(
        daybook.head.unwrap().seq,
        5,
        "the cancelling is the last change"
    );
}

#[test]
fn a_later_contact_settles_a_promise() {
    let mut office = Office::new();
    let act = office.act("2026-11-01T09:31:00+08:00");
    for (n, person, at, next) in [
        (1, 0, "2026-11-01T09:00:00+08:00", Some("2026-11-10")),
        (2, 1, "2026-11-02T09:00:00+08:00", Some("2026-11-05")),
        (3, 1, "2026-11-06T09:00:00+08:00", None),
    ] {
        let record = ContactRecord {
            next_due: next.map(day),
            ..office.record(person, at)
        };
        office
            .store
            .log_contact(&act, Office::id(n), &record, None, None)
            .unwrap();
    }
    let due = |office: &Office, today| office.store.due(day(today), 10).unwrap();
    assert_eq!(due(&office, "2026-11-09").total, 0);
    let one = due(&office, "2026-11-10");
    assert_eq!(one.total, 1);
    assert_eq!(
        one.promises,
        [(
            office.people[0],
            day("2026-11-10"),
            "想找近一点的".to_owned()
        )]
    );
    // The contact that settled it never was: the promise stands again.
    office
        .store
        .cancel_contact(&act, Office::id(3), "误记")
        .unwrap();
    assert_eq!(
        due(&office, "2026-11-10")
            .promises
            .iter()
            .map(|p| p.0)
            .collect::<Vec<_>>(),
        [office.people[1], office.people[0]],
        "longest overdue first"
    );
    assert_eq!(
        office
            .store
            .due(day("2026-11-10"), 1)
            .unwrap()
            .promises
            .len(),
        1
    );

    let lines = office
        .store
        .summaries(&[office.people[1], office.people[0]], day("2026-11-10"))
        .unwrap();
    assert_eq!(lines[0].name, "李小花");
    assert_eq!(lines[0].next_due, Some(day("2026-11-05")));
    assert_eq!(lines[0].last_contact.unwrap().1, Outcome::Interested);
    assert_eq!(lines[0].id_masked.len(), 18);
    assert_eq!(lines[0].phone_masked, "169****5678");
    assert_eq!(lines[0].age, Some(36));
    assert_eq!(lines[0].groups, [Group::RuralLabour]);
}

#[test]
fn lists_are_of_local_days_and_in_order() {
    let mut office = Office::new();
    office.log(1, 0, "2026-11-21T23:59:59.999+08:00");
    office.log(2, 1, "2026-11-22T00:00:00+08:00");
    office.log(3, 0, "2026-11-21T08:00:00+08:00");
    let of = |filter: &ContactFilter| -> Vec<ContactId> {
        office
            .store
            .contacts(filter)
            .unwrap()
            .iter()
            .map(|c| c.id)
            .collect()
    };
    let on = |from, to| ContactFilter {
        from: Some(day(from)),
        to: Some(day(to)),
        ..ContactFilter::default()
    };
    assert_eq!(
        of(&on("2026-11-21", "2026-11-21")),
        [Office::id(3), Office::id(1)]
    );
    assert_eq!(of(&on("2026-11-22", "2026-11-22")), [Office::id(2)]);
    assert_eq!(of(&ContactFilter::default()).len(), 3);
    let of_person = ContactFilter {
        person: Some(office.people[1]),
        operator: Some(office.operator),
        ..ContactFilter::default()
    };
    assert_eq!(of(&of_person), [Office::id(2)]);
    let newest_first: Vec<_> = office
        .store
        .contacts_of(office.people[0])
        .unwrap()
        .iter()
        .map(|c| c.id)
        .collect();
    assert_eq!(newest_first, [Office::id(1), Office::id(3)]);
    assert_eq!(
        office
            .store
            .logged_on(day("2026-11-21"), office.operator)
            .unwrap(),
        2
    );
    assert_eq!(
        office.store.find_contact("C-000002").unwrap().unwrap().id,
        Office::id(2)
    );
    let daybook = office
        .store
        .daybook(day("2026-11-21"), day("2026-11-21"), Some(office.operator))
        .unwrap();
    assert_eq!(daybook.rows.len(), 2);
    assert_eq!(daybook.rows[0].person_ref, "P000001");
    assert_eq!(daybook.head.unwrap().seq, 5);
}

#[test]
fn a_saved_contact_takes_its_draft_along() {
    let mut office = Office::new();
    let act = office.act("2026-11-21T09:00:00+08:00");
    let mut draft = Draft {
        id: DraftId(uuid::Uuid::from_u128(5)),
        form: "contact".to_owned(),
        person: Some(office.people[0]),
        title: "张三".to_owned(),
        fields: vec![("note".to_owned(), "讲到一半".to_owned())],
        saved_at: act.at,
    };
    office.store.keep_draft(&act, &draft).unwrap();
    draft.fields[0].1.push_str("，再讲");
    office.store.keep_draft(&act, &draft).unwrap();
    let before = office.store.head().unwrap();
    office.store.keep_draft(&act, &draft).unwrap();
    assert_eq!(
        office.store.head().unwrap(),
        before,
        "nothing new, no entry"
    );
    assert_eq!(
        office.store.drafts(office.operator).unwrap(),
        [draft.clone()]
    );

    let record = office.record(0, "2026-11-21T09:00:00+08:00");
    office
        .store
        .log_contact(&act, Office::id(1), &record, None, Some(draft.id))
        .unwrap();
    assert!(office.store.drafts(office.operator).unwrap().is_empty());
    // Taking the contact back gives the words back.
    office.store.undo(&act).unwrap();
    assert_eq!(
        office.store.drafts(office.operator).unwrap(),
        [draft.clone()]
    );
    office.store.drop_draft(&act, draft.id).unwrap();
    assert!(office.store.drafts(office.operator).unwrap().is_empty());
    office.store.drop_draft(&act, draft.id).unwrap();
}
