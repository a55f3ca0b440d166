//! The journal: rebuilt from, checked, and never changed without being noticed.

use super::*;
use crate::store::rebuild;
use proptest::prelude::*;

/// Something that happens at the counter.
#[derive(Debug, Clone)]
enum Deed {
    Log(u8, usize, Option<usize>),
    Correct(u8, u8),
    Cancel(u8),
    Import(u32),
    Undo,
    Redo,
    Export,
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let deed = prop_oneof![
        3 => (0u8..12, 0usize..2, proptest::option::of(0usize..2)).prop_map(|(n, p, o)| Deed::Log(n, p, o)),
        1 => (0u8..12, 0u8..12).prop_map(|(n, of)| Deed::Correct(n + 100, of)),
        1 => (0u8..12).prop_map(Deed::Cancel),
        1 => (0u32..6).prop_map(Deed::Import),
        3 => Just(Deed::Undo),
        2 => Just(Deed::Redo),
        1 => Just(Deed::Export),
    ];
    proptest::collection::vec(deed, 1..40)
}

/// Does it; a refusal is an answer, a fault is not.
fn perform(office: &mut Office, deed: &Deed) {
    let act = office.act("2026-11-21T10:00:00+08:00");
    let answer = match deed {
        Deed::Log(n, person, offer) => {
            let record = ContactRecord {
                next_due: (n % 2 == 0).then(|| day("2026-12-01")),
                ..office.record(*person, "2026-11-21T09:00:00+08:00")
            };
            let details = offer.map(|o| office.recommended(o));
            office
                .store
                .log_contact(&act, Office::id(*n), &record, details.as_ref(), None)
                .map(|_| ())
        }
        Deed::Correct(n, of) => {
            let record = office.record(1, "2026-11-21T09:00:00+08:00");
            office
                .store
                .correct_contact(&act, Office::id(*n), Office::id(*of), &record, "更正")
                .map(|_| ())
        }
        Deed::Cancel(n) => office
            .store
            .cancel_contact(&act, Office::id(*n), "误记")
            .map(|_| ()),
        Deed::Import(n) => {
            let mut record = invented("郑十", 996);
            record.id_number = IdNumber::from_body(&format!("449903199001{:02}999", n + 1)).ok();
            let batch = ImportBatch {
                people: vec![record],
                vacancies: vec![VacancyRecord {
                    employer: format!("厂{}", n % 2),
                    ..VacancyRecord::default()
                }],
                ..ImportBatch::default()
            };
            office.store.commit_import(&act, &batch).map(|_| ())
        }
        Deed::Undo => office.store.undo(&act).map(|_| ()),
        Deed::Redo => office.store.redo(&act).map(|_| ()),
        Deed::Export => office.store.note_exported(
            &act,
            &ExportNote {
                of: "daybook",
                purpose: String::new(),
                from: day("2026-11-21"),
                to: day("2026-11-21"),
                operator: None,
                path: String::new(),
                format: "csv".to_owned(),
                rows: 0,
            },
        ),
    };
    if let Err(failure) = answer {
        assert_eq!(
            failure.kind(),
            crate::domain::failure::FailureKind::Refused,
            "{failure}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_tables_are_what_the_journal_says(deeds in deeds()) {
        let mut office = Office::new();
        for deed in &deeds {
            perform(&mut office, deed);
        }
        prop_assert_eq!(office.store.check(true).unwrap(), []);
    }

    #[test]
    fn undoing_all_and_redoing_all_changes_nothing(deeds in deeds()) {
        let mut office = Office::new();
        for deed in &deeds {
            perform(&mut office, deed);
        }
        let act = office.act("2026-11-21T12:00:00+08:00");
        while office.store.redo(&act).is_ok() {}
        let before = office.store.state_digest().unwrap();
        let mut undone = 0;
        while office.store.undo(&act).is_ok() { undone += 1; }
        for _ in 0..undone {
            office.store.redo(&act).unwrap();
        }
        prop_assert_eq!(office.store.state_digest().unwrap(), before);
    }
}

#[test]
fn a_rebuilt_office_is_the_same_office() {
    let folder = tempfile::tempdir().unwrap();
    let (path, copy) = (folder.path().join("a.db"), folder.path().join("b.db"));
    let mut office = Office::with(Store::create(&path, &founding(), Ids::seeded(3)).unwrap());
    for n in 0..5 {
        office.log(n, usize::from(n % 2), "2026-11-21T09:00:00+08:00");
    }
    let act = office.act("2026-11-21T10:00:00+08:00");
    office.store.undo(&act).unwrap();
    office.store.rebuild(&copy).unwrap();
    let mut rebuilt = Store::open(&copy).unwrap();
    assert_eq!(
        rebuilt.state_digest().unwrap(),
        office.store.state_digest().unwrap()
    );
    assert_eq!(rebuilt.head().unwrap(), office.store.head().unwrap());
    assert_eq!(rebuilt.check(true).unwrap(), []);
    let today = day("2026-11-21");
    assert_eq!(
        rebuilt.daybook(today, today, None).unwrap(),
        office.store.daybook(today, today, None).unwrap()
    );
    let record = office.record(0, "2026-11-21T11:00:00+08:00");
    rebuilt
        .log_contact(&act, Office::id(50), &record, None, None)
        .unwrap();
    assert!(matches!(
        office.store.rebuild(&copy),
        Err(Failure::DatabaseExists { .. })
    ));
}

#[test]
fn the_same_seed_makes_the_same_office() {
    let head = |seed| {
        let office = Office::with(Store::in_memory(&founding(), Ids::seeded(seed)).unwrap());
        (
            office.store.head().unwrap(),
            office.store.state_digest().unwrap(),
        )
    };
    assert_eq!(head(5), head(5));
    assert_ne!(head(5), head(6));
}

/// An office with one contact, changed behind the program's back.
fn tampered(sql: &str) -> Vec<Finding> {
    let mut office = Office::new();
    office.log(1, 0, "2026-11-21T09:00:00+08:00");
    office.log(2, 1, "2026-11-21T09:30:00+08:00");
    assert_eq!(office.store.check(true).unwrap(), []);
    let guards =
        "DROP TRIGGER journal_fixed; DROP TRIGGER journal_kept; DROP TRIGGER payload_fixed;
                  DROP TRIGGER payload_kept; PRAGMA foreign_keys = OFF;";
    office
        .store
        .conn
        .execute_batch(&format!("{guards}{sql}"))
        .unwrap();
    office.store.check(true).unwrap()
}

#[test]
fn what_was_changed_from_outside_is_named() {
    let station = || "一号窗".to_owned();
    assert_eq!(
        tampered("UPDATE contact SET note = '改过' WHERE number = 1"),
        [Finding::TableDiffers {
            table: "contact".to_owned()
        }]
    );
    assert_eq!(
        tampered("UPDATE journal SET at = '2026-11-21T09:00:00.000+09:00' WHERE seq = 3"),
        [Finding::BrokenChain {
            station: station(),
            seq: 3
        }]
    );
    assert!(
        tampered("DELETE FROM journal WHERE seq = 3").contains(&Finding::Gap {
            station: station(),
            seq: 3
        })
    );
    assert!(
        tampered("UPDATE payload SET body = replace(body, 'counter', 'sms')").contains(
            &Finding::PayloadChanged {
                station: station(),
                seq: 3
            }
        )
    );
    assert!(
        tampered("DELETE FROM payload WHERE entry = 4").contains(&Finding::PayloadChanged {
            station: station(),
            seq: 4
        })
    );
    assert!(
        tampered("DELETE FROM person WHERE number = 1")
            .iter()
            .any(|f| matches!(f, Finding::Dangling { .. }))
    );
}

#[test]
fn the_journal_is_never_rewritten_but_may_forget_words() {
    let mut office = Office::new();
    office.log(1, 0, "2026-11-21T09:00:00+08:00");
    let conn = &office.store.conn;
    for sql in [
        "UPDATE journal SET seq = seq + 9",
        "DELETE FROM journal",
        "DELETE FROM payload",
        "UPDATE payload SET body = 'x'",
        "UPDATE payload SET salt = NULL, body = NULL, commitment = zeroblob(32)",
    ] {
        let error = conn.execute_batch(sql).unwrap_err().to_string();
        assert!(error.contains("never changed"), "{sql}: {error}");
    }
    conn.execute_batch("UPDATE payload SET salt = NULL, body = NULL WHERE entry = 3")
        .unwrap();
    assert_eq!(
        office.store.check(false).unwrap(),
        [],
        "the chain vouches for what was erased"
    );
    assert_eq!(
        office.store.check(true).unwrap(),
        [Finding::TableDiffers {
            table: "contact".to_owned()
        }],
        "the rows themselves must go as well"
    );
    // Undo has nothing to go by.
    let act = office.act("2026-11-21T10:00:00+08:00");
    assert!(matches!(
        office.store.undo(&act),
        Err(Failure::UndoConflict { .. })
    ));
}

#[test]
fn the_clock_of_the_journal_never_runs_backwards() {
    let mut office = Office::new();
    for (n, at) in [
        (1, "2026-11-21T09:00:00+08:00"),
        (2, "2026-11-21T07:00:00+08:00"),
        (3, "2026-11-21T09:00:00+08:00"),
    ] {
        office.log(n, 0, at);
    }
    let mut clocks = office
        .store
        .conn
        .prepare("SELECT clock FROM journal ORDER BY id")
        .unwrap();
    let clocks: Vec<i64> = clocks
        .query_map([], |r| r.get(0))
        .unwrap()
        .map(|row| row.unwrap())
        .collect();
    assert!(clocks.windows(2).all(|w| w[0] < w[1]), "{clocks:?}");
}

#[test]
fn the_digest_sees_every_column() {
    let mut office = Office::new();
    office.log(1, 0, "2026-11-21T09:00:00+08:00");
    let conn = &office.store.conn;
    for table in crate::store::tables::all() {
        let before = rebuild::table_digest(conn, table).unwrap();
        for column in table.columns {
            let other = match column.kind {
                crate::store::row::Kind::Flag => "1",
                _ => continue,
            };
            let sql = format!("UPDATE {} SET {} = {other}", table.name, column.name);
            let changed = conn.execute(&sql, []).unwrap();
            let now = rebuild::table_digest(conn, table).unwrap();
            assert_eq!(changed > 0, now != before, "{}.{}", table.name, column.name);
        }
    }
}
