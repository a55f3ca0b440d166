//! Undo and redo: this window's changes only, never over another's.

use super::*;
use crate::domain::{contact::ContactState, draft::Draft, ids::DraftId};
use crate::text::Lang;
use uuid::Uuid;

#[test]
fn a_contact_is_taken_back_and_done_again_with_a_trace() {
    let mut office = Office::new();
    let act = office.act("2026-11-21T09:31:00+08:00");
    let record = office.record(0, "2026-11-21T09:30:00+08:00");
    let details = office.recommended(1);
    office
        .store
        .log_contact(&act, Office::id(1), &record, Some(&details), None)
        .unwrap();
    let done = office.store.state_digest().unwrap();

    let reverted = office.store.undo(&act).unwrap();
    assert_eq!(reverted.kind, EntryKind::Log);
    assert_eq!(reverted.name, "张三");
    let back = office.store.contact(Office::id(1)).unwrap().unwrap();
    assert_eq!(back.state, ContactState::Cancelled);
    assert!(
        office
            .store
            .recommendations_of(office.people[0])
            .unwrap()
            .is_empty()
    );
    let daybook = office
        .store
        .daybook(day("2026-11-21"), day("2026-11-21"), None)
        .unwrap();
    assert_eq!(daybook.rows.len(), 1, "it stays in the log, struck out");
    assert_eq!(daybook.rows[0].vacancies.len(), 1);
    assert_eq!(daybook.totals().contacts, 0);

    assert_eq!(office.store.redo(&act).unwrap().kind, EntryKind::Log);
    assert_eq!(office.store.state_digest().unwrap(), done);
    assert!(matches!(
        office.store.redo(&act),
        Err(Failure::NothingToRedo {})
    ));
    office.store.undo(&act).unwrap();
    office.store.redo(&act).unwrap();
    assert_eq!(office.store.state_digest().unwrap(), done);
    assert_eq!(
        office.store.head().unwrap().seq,
        7,
        "each of them is an entry"
    );
    assert!(office.store.check(true).unwrap().is_empty());
}

#[test]
fn a_new_change_ends_redo_and_looking_does_not() {
    let mut office = Office::new();
    let act = office.act("2026-11-21T09:31:00+08:00");
    office.log(1, 0, "2026-11-21T09:30:00+08:00");
    office.store.undo(&act).unwrap();
    office.store.note_opened(&act, office.people[0]).unwrap();
    office
        .store
        .note_revealed(&act, office.people[0], "核对")
        .unwrap();
    office.store.redo(&act).unwrap();
    office.store.undo(&act).unwrap();
    office.log(2, 0, "2026-11-21T10:30:00+08:00");
    assert!(matches!(
        office.store.redo(&act),
        Err(Failure::NothingToRedo {})
    ));

    // What was opened in between is no change to take back.
    office.store.note_opened(&act, office.people[1]).unwrap();
    assert_eq!(office.store.undo(&act).unwrap().kind, EntryKind::Log);
    assert_eq!(office.store.undo(&act).unwrap().kind, EntryKind::Import);
    assert!(matches!(
        office.store.undo(&act),
        Err(Failure::NothingToUndo {})
    ));
    assert_eq!(
        office.store.recent_people(9).unwrap(),
        [],
        "nobody is left on the register"
    );
}

#[test]
fn corrections_and_cancellings_are_taken_back_in_turn() {
    let mut office = Office::new();
    let act = office.act("2026-11-21T09:31:00+08:00");
    office.log(1, 0, "2026-11-21T09:30:00+08:00");
    let logged = office.store.state_digest().unwrap();
    let right = office.record(1, "2026-11-21T09:30:00+08:00");
    office
        .store
        .correct_contact(&act, Office::id(2), Office::id(1), &right, "记错人")
        .unwrap();
    office.store.undo(&act).unwrap();
    assert_eq!(
        office.store.contact(Office::id(1)).unwrap().unwrap().state,
        ContactState::Valid
    );
    office.store.redo(&act).unwrap();
    office.store.undo(&act).unwrap();
    office
        .store
        .cancel_contact(&act, Office::id(1), "误记")
        .unwrap();
    office.store.undo(&act).unwrap();
    let first = office.store.contact(Office::id(1)).unwrap().unwrap();
    assert_eq!(
        (first.state, first.state_reason.as_str()),
        (ContactState::Valid, "")
    );
    assert_ne!(
        office.store.state_digest().unwrap(),
        logged,
        "the void correction stays"
    );
}

#[test]
fn a_contact_of_an_exported_day_is_cancelled_with_a_reason() {
    let mut office = Office::new();
    let act = office.act("2026-11-21T17:00:00+08:00");
    let record = office.record(0, "2026-11-21T09:30:00+08:00");
    let details = office.recommended(0);
    office
        .store
        .log_contact(&act, Office::id(1), &record, Some(&details), None)
        .unwrap();
    let logged = office.store.state_digest().unwrap();
    office
        .store
        .note_exported(
            &act,
            &ExportNote {
                of: "daybook",
                purpose: String::new(),
                from: day("2026-11-20"),
                to: day("2026-11-21"),
                operator: None,
                path: "2026-11-21.xlsx".to_owned(),
                format: "xlsx".to_owned(),
                rows: 1,
            },
        )
        .unwrap();
    office.store.undo(&act).unwrap();
    let back = office.store.contact(Office::id(1)).unwrap().unwrap();
    assert_eq!(back.state, ContactState::Cancelled);
    assert!(back.was_taken_back(), "{back:?}");
    assert_eq!(back.why_closed(Lang::Zh), "撤销");
    assert_eq!(back.why_closed(Lang::En), "undone");
    let daybook = office
        .store
        .daybook(day("2026-11-21"), day("2026-11-21"), None)
        .unwrap();
    assert_eq!(daybook.rows[0].courses.len(), 1);
    assert!(
        office
            .store
            .recommendations_of(office.people[0])
            .unwrap()
            .is_empty()
    );
    office.store.redo(&act).unwrap();
    assert_eq!(office.store.state_digest().unwrap(), logged);
}

#[test]
fn another_hand_is_never_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("office.db");
    let mut here = Office::with(Store::create(&path, &founding(), Ids::seeded(3)).unwrap());
    let mut there = Store::open(&path).unwrap();
    let act = here.act("2026-11-21T10:00:00+08:00");

    // The other window cancels what this one logged.
    here.log(1, 0, "2026-11-21T09:30:00+08:00");
    assert!(there.changed_elsewhere().unwrap());
    assert!(!there.changed_elsewhere().unwrap());
    there.cancel_contact(&act, Office::id(1), "重复").unwrap();
    assert!(here.store.changed_elsewhere().unwrap());
    let before = here.store.state_digest().unwrap();
    assert!(matches!(
        here.store.undo(&act),
        Err(Failure::UndoConflict { what }) if what.starts_with("张三(")
    ));
    assert_eq!(here.store.state_digest().unwrap(), before);
    there.undo(&act).unwrap();
    here.store.undo(&act).unwrap();

    // The other window logs a contact with somebody whom this one imported.
    let record = here.record(1, "2026-11-21T11:00:00+08:00");
    there
        .log_contact(&act, Office::id(2), &record, None, None)
        .unwrap();
    assert!(matches!(
        here.store.undo(&act),
        Err(Failure::UndoConflict { what }) if what.starts_with("李小花(")
    ));
    there.undo(&act).unwrap();
    here.store.undo(&act).unwrap();
    assert_eq!(here.store.counts().unwrap().people, 0);

    // The number was given to somebody else meanwhile.
    let batch = ImportBatch {
        people: vec![invented("张三", 997)],
        ..ImportBatch::default()
    };
    there.commit_import(&act, &batch).unwrap();
    assert!(matches!(
        here.store.redo(&act),
        Err(Failure::UndoConflict { .. })
    ));
    there.undo(&act).unwrap();
    here.store.redo(&act).unwrap();
    assert_eq!(here.store.counts().unwrap().people, 2);
    assert!(here.store.check(true).unwrap().is_empty());
}

#[test]
fn own_changes_go_back_in_turn_across_an_export() {
    let mut office = Office::new();
    let act = office.act("2026-11-21T17:00:00+08:00");
    let record = office.record(0, "2026-11-21T09:30:00+08:00");
    let details = office.recommended(0);
    office
        .store
        .log_contact(&act, Office::id(1), &record, Some(&details), None)
        .unwrap();
    office.store.undo(&act).unwrap();
    office.store.redo(&act).unwrap();
    office
        .store
        .correct_contact(&act, Office::id(2), Office::id(1), &record, "记错")
        .unwrap();
    office
        .store
        .cancel_contact(&act, Office::id(2), "误记")
        .unwrap();
    let done = office.store.state_digest().unwrap();
    export(&mut office, &act);
    for kind in [EntryKind::Cancel, EntryKind::Correct, EntryKind::Log] {
        assert_eq!(office.store.undo(&act).unwrap().kind, kind);
    }
    for id in [1, 2] {
        let back = office.store.contact(Office::id(id)).unwrap().unwrap();
        assert!(back.was_taken_back(), "{back:?}");
    }
    let day = day("2026-11-21");
    let daybook = office.store.daybook(day, day, None).unwrap();
    assert_eq!(daybook.totals().contacts, 0);
    assert_eq!(daybook.rows.len(), 2, "what was exported stays, struck out");
    for _ in 0..3 {
        office.store.redo(&act).unwrap();
    }
    assert_eq!(office.store.state_digest().unwrap(), done);
    assert!(office.store.check(true).unwrap().is_empty());
}

#[test]
fn a_correction_of_an_exported_day_does_not_hold_its_first_entry() {
    let mut office = Office::new();
    let act = office.act("2026-11-21T17:00:00+08:00");
    // The first entry stood on a day that was never exported.
    office.log(1, 0, "2026-11-18T09:30:00+08:00");
    let right = office.record(0, "2026-11-21T09:30:00+08:00");
    office
        .store
        .correct_contact(&act, Office::id(2), Office::id(1), &right, "日期错")
        .unwrap();
    export(&mut office, &act);
    office.store.undo(&act).unwrap();
    assert_eq!(office.store.undo(&act).unwrap().name, "张三");
    assert!(office.store.check(true).unwrap().is_empty());
}

#[test]
fn a_form_that_undo_brought_back_can_be_saved_and_dropped() {
    let mut office = Office::new();
    let act = office.act("2026-11-21T17:00:00+08:00");
    let record = office.record(0, "2026-11-21T09:30:00+08:00");
    let draft = Draft {
        id: DraftId(Uuid::from_u128(77)),
        form: "contact".to_owned(),
        person: Some(office.people[0]),
        title: "记联系".to_owned(),
        fields: Vec::new(),
        saved_at: act.at,
    };
    let log = |office: &mut Office| {
        let store = &mut office.store;
        store.log_contact(&act, Office::id(1), &record, None, Some(draft.id))
    };
    office.store.keep_draft(&act, &draft).unwrap();
    let first = log(&mut office).unwrap();
    office.store.undo(&act).unwrap();
    assert_eq!(office.store.drafts(act.operator).unwrap().len(), 1);
    // Saved once more it is another contact; the one that was taken back stays struck out.
    let second = log(&mut office).unwrap();
    assert_eq!(second.state, ContactState::Valid);
    assert_ne!(second.id, first.id);
    assert_eq!(office.store.drafts(act.operator).unwrap(), []);
    // A form that was dropped meanwhile holds nothing up and does not come back.
    office.store.undo(&act).unwrap();
    office.store.drop_draft(&act, draft.id).unwrap();
    office.store.redo(&act).unwrap();
    let again = office.store.contact(second.id).unwrap().unwrap();
    assert_eq!(again.state, ContactState::Valid);
    assert_eq!(office.store.drafts(act.operator).unwrap(), []);
    assert!(office.store.check(true).unwrap().is_empty());
}

fn export(office: &mut Office, act: &Act) {
    let note = ExportNote {
        of: "daybook",
        purpose: String::new(),
        from: day("2026-11-21"),
        to: day("2026-11-21"),
        operator: None,
        path: "2026-11-21.xlsx".to_owned(),
        format: "xlsx".to_owned(),
        rows: 1,
    };
    office.store.note_exported(act, &note).unwrap();
}
