//! Every kind goes out and comes back whole; every row of a sheet is accounted for.

use super::{KnownEntries, Resolve, open, read, write};
use crate::domain::{
    ids::{EntryId, uuid_v7},
    ledger::{
        Entry, Link, Linked, Listed,
        kinds::{self, class},
        testing::{Lot, drawn},
    },
};
use crate::exchange::{
    export::{FileFormat, Options},
    report::{Reason, RowOutcome},
    sheet::Encoding,
};
use crate::text::Lang;
use chrono::NaiveDate;
use uuid::Uuid;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Every link leads to one record, which has this identity and reference.
fn target() -> Uuid {
    uuid_v7(1, [9; 10])
}

struct Books;

impl Resolve for Books {
    fn by_id(&self, _: Link, uid: Uuid) -> Option<Uuid> {
        (uid == target()).then_some(uid)
    }

    fn by_words(&self, _: Link, text: &str) -> Option<Uuid> {
        (text == "X0001").then(target)
    }
}

fn listed(entry: Entry) -> Listed {
    let linked = entry
        .fields()
        .filter_map(|(slot, ..)| Some((slot, entry.link(slot)?)))
        .map(|(slot, uid)| {
            let linked = Linked {
                uid,
                name: "某".to_owned(),
                reference: "X0001".to_owned(),
            };
            (slot, linked)
        })
        .collect();
    Listed { entry, linked }
}

fn options(format: FileFormat, lang: Lang) -> Options {
    Options {
        format,
        lang,
        reveal: false,
        day: day("2026-11-22"),
    }
}

fn nothing_fresh() -> EntryId {
    EntryId(uuid_v7(2, [7; 10]))
}

#[test]
fn every_kind_comes_back_from_json_without_loss_and_from_sheets_but_for_identity() {
    for seed in 1..40 {
        for kind in kinds::ALL {
            let mut lot = Lot(seed);
            let mut entry = drawn(kind, &mut lot, |_| Some(target()));
            entry.reference = format!("{}0001", kind.letter);
            let rows = [listed(entry.clone())];
            for (format, lang) in [
                (FileFormat::Json, Lang::Zh),
                (FileFormat::Csv, Lang::Zh),
                (FileFormat::Csv, Lang::En),
                (FileFormat::Xlsx, Lang::Zh),
            ] {
                let bytes = write::entries(kind, &rows, options(format, lang)).unwrap();
                let sheet = open(kind, &bytes, "x", Encoding::Auto).unwrap();
                let known = KnownEntries::default();
                let back = read(&sheet, &known, &Books, day("2026-11-22"), nothing_fresh);
                assert_eq!(back.unknown_columns, Vec::<String>::new());
                let [(_, read)] = &back.records[..] else {
                    panic!("{} {format:?}: {:?}", kind.code, back.report);
                };
                assert_eq!(read.reference, entry.reference);
                if format == FileFormat::Json {
                    assert_eq!(*read, entry, "{}", kind.code);
                }
                for (slot, field, value) in entry.fields() {
                    assert_eq!(
                        read.get(slot),
                        value,
                        "{}.{} {format:?}",
                        kind.code,
                        field.name
                    );
                }
            }
        }
    }
}

#[test]
fn every_row_is_accounted_for() {
    let text = "某县培训班一览表\n编号,班名,阶段,名额,退役军人名额,开班日期,课程,颜色\n\
        ,叉车一班,已批准,30,5,2026.12.1,X0001,红\n\
        ,叉车一班,已批准,30,5,2026-12-01,X0001,红\n\
        ,,已批准,30,,,,\n\
        ,叉车二班,筹备,30,,,,\n\
        ,叉车三班,已批准,30,31,,,\n\
        ,叉车四班,已批准,30,,,K9999,\n\
        B0007,旧班,已批准,,,,,\n,,,,,,,\n";
    let sheet = open(&class::KIND, text.as_bytes(), "x", Encoding::Auto).unwrap();
    let mut known = KnownEntries::default();
    let mut old = Entry::blank(&class::KIND, EntryId(uuid_v7(3, [3; 10])));
    old.reference = "B0007".to_owned();
    known.insert(&old);
    let import = read(&sheet, &known, &Books, day("2026-11-22"), nothing_fresh);
    assert_eq!(import.unknown_columns, ["颜色"]);
    let outcomes: Vec<_> = import
        .report
        .details
        .iter()
        .map(|d| (d.outcome, d.reason))
        .collect();
    use RowOutcome::{Duplicate, Fixed, Rejected, Skipped};
    assert_eq!(
        outcomes,
        [
            (Skipped, None),
            (Skipped, None),
            (Fixed, None),
            (Duplicate, None),
            (Rejected, Some(Reason::FieldMissing)),
            (Rejected, Some(Reason::FieldUnread)),
            (Rejected, Some(Reason::FieldConflict)),
            (Rejected, Some(Reason::LinkUnknown)),
            (Duplicate, None),
            (Skipped, None),
        ]
    );
    assert_eq!(import.report.details[3].duplicate_of_row, Some(3));
    assert_eq!(import.report.details[8].reference.as_deref(), Some("B0007"));
    assert_eq!(
        import.records[0].1.date(class::OPENS_ON),
        Some(day("2026-12-01"))
    );
    assert_eq!(import.report.rows, 10);
}

#[test]
fn a_sheet_without_the_needed_columns_says_which() {
    let failure = open(
        &class::KIND,
        "姓名,年龄\n甲,3\n".as_bytes(),
        "x",
        Encoding::Auto,
    )
    .unwrap_err();
    assert!(failure.words(Lang::Zh).what.contains("班名"), "{failure:?}");
}
