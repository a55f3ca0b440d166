//! The daily log by its keys: days, marks, cancellations with a reason, the file.

use crate::{
    domain::{
        contact::{ContactState, ContactWith, Outcome},
        daybook::{Daybook, DaybookRow, JournalHead},
        ids::{ContactId, StationId},
    },
    effect::{Ask, Receipt, Reply},
    text::{Lang, width},
    ui::testing::{
        Probe,
        fixtures::{board, contact, day, person_id, summary},
    },
};
use chrono::{Duration, NaiveDate};
use uuid::Uuid;

const SMALL: (u16, u16) = (80, 24);

fn is_log(ask: &Ask) -> bool {
    matches!(ask, Ask::DayLog { .. })
}

/// A day with a plain contact, a late one, one without a name, a corrected one with its correction,
/// and a cancelled one.
fn rows(on: NaiveDate) -> Vec<DaybookRow> {
    (1..=6)
        .map(|n: u128| {
            let mut contact = contact(1);
            contact.id = ContactId(Uuid::from_u128(900 + n));
            contact.reference = format!("C{n:04}");
            let at = contact.record.at;
            let at = at
                + Duration::days((on - at.date_naive()).num_days())
                + Duration::minutes(i64::try_from(n).unwrap() * 7);
            contact.record.at = at;
            contact.entered_at = at;
            let mut person = summary(n);
            contact.record.with = ContactWith::Person(person.id);
            contact.with_name.clone_from(&person.name);
            match n {
                2 => contact.entered_at = at + Duration::days(1),
                3 => {
                    contact.record.with = ContactWith::Nobody;
                    contact.with_name.clear();
                    person.id_masked.clear();
                    contact.record.outcome = Outcome::Told;
                }
                4 => {
                    contact.state = ContactState::Corrected;
                    contact.state_reason = "记错人".to_owned();
                }
                5 => contact.corrects = Some(ContactId(Uuid::from_u128(904))),
                6 => {
                    contact.state = ContactState::Cancelled;
                    contact.state_reason = "重复登记".to_owned();
                }
                _ => {}
            }
            DaybookRow {
                contact,
                sex: person.sex,
                age: person.age,
                id_masked: person.id_masked,
                phone_masked: person.phone_masked,
                town: person.town,
                village: person.village,
                groups: person.groups,
                person_ref: person.reference,
                vacancies: vec!["好帮手家政有限公司/家政服务员".to_owned()],
                courses: Vec::new(),
            }
        })
        .collect()
}

fn book(on: NaiveDate) -> Daybook {
    Daybook {
        from: on,
        to: on,
        rows: rows(on),
        head: Some(JournalHead {
            station: StationId(Uuid::from_u128(2)),
            seq: 41,
            hash: "9f8e7d6c5b4a39281706".to_owned(),
        }),
    }
}

fn log(lang: Lang, size: (u16, u16)) -> Probe {
    let mut probe = Probe::new(lang, size);
    probe.answer(|ask| *ask == Ask::Today, Reply::Today(Box::new(board())));
    probe.keys("<f6>");
    let today = day("2026-11-20");
    let wanted = Ask::DayLog {
        day: today,
        everyone: false,
    };
    probe.answer(|ask| *ask == wanted, Reply::DayLog(Box::new(book(today))));
    probe
}

#[test]
fn todays_log_is_exported_with_two_keys() {
    let mut probe = Probe::new(Lang::Zh, SMALL);
    let keys = ["<f6>", "<ctrl-x>"];
    for key in keys {
        probe.keys(key);
    }
    let today = day("2026-11-20");
    // The key waits for the rows, so that what is exported is what was seen.
    probe.answer(is_log, Reply::DayLog(Box::new(book(today))));
    let export =
        |ask: &Ask| matches!(ask, Ask::ExportDay { day, everyone: false } if *day == today);
    let done = Receipt::Exported {
        path: "/home/clerk/文档/职配/日志/2026-11-20.xlsx".to_owned(),
        rows: 6,
        everyone: false,
    };
    probe.answer(export, Reply::Done(done));
    assert!(
        probe.dump().contains("已导出我记的 6 条：/home/clerk"),
        "{}",
        probe.dump()
    );
}

#[test]
fn rows_that_do_not_count_are_marked_in_words() {
    let probe = log(Lang::Zh, (120, 36));
    let picture = probe.dump();
    for word in [
        "补录",
        "已更正",
        "更正",
        "已作废",
        "不留名咨询",
        "41-9f8e7d6c5b4a",
    ] {
        assert!(picture.contains(word), "{word}\n{picture}");
    }
    assert!(picture.contains("4 人次 / 3 人"), "{picture}");
}

#[test]
fn the_arrows_change_the_day_and_never_reach_tomorrow() {
    let mut probe = log(Lang::Zh, SMALL);
    probe.keys("<right>");
    assert!(probe.asked(is_log).is_none(), "tomorrow has not come");
    probe.keys("<left>");
    let yesterday = day("2026-11-19");
    assert_eq!(
        probe.asked(is_log),
        Some(&Ask::DayLog {
            day: yesterday,
            everyone: false
        })
    );
    probe.answer(is_log, Reply::DayLog(Box::new(book(yesterday))));
    probe.keys("<tab>");
    assert_eq!(
        probe.asked(is_log),
        Some(&Ask::DayLog {
            day: yesterday,
            everyone: true
        })
    );
}

#[test]
fn a_cancellation_takes_words_not_a_bare_enter() {
    let is_cancel = |ask: &Ask| matches!(ask, Ask::CancelContact { .. });
    let mut probe = log(Lang::Zh, SMALL);
    probe.keys("<home><ctrl-d><enter>");
    assert!(probe.dump().contains("请写明原因"), "{}", probe.dump());
    probe.wait(400).keys("<enter>错<enter>");
    assert!(probe.asked(is_cancel).is_none());
    probe.keys("记重复<enter>");
    assert_eq!(
        probe.asked(is_cancel),
        Some(&Ask::CancelContact {
            id: ContactId(Uuid::from_u128(901)),
            reason: "错记重复".to_owned()
        })
    );
}

#[test]
fn esc_leaves_a_contact_as_it_is() {
    let mut probe = log(Lang::Zh, SMALL);
    probe.keys("<home><ctrl-d>不要了<esc>");
    let picture = probe.dump();
    assert!(
        !picture.contains("请写明原因") && picture.contains("我记的"),
        "{picture}"
    );
    assert!(
        probe
            .asked(|ask| matches!(ask, Ask::CancelContact { .. }))
            .is_none()
    );
}

#[test]
fn what_is_closed_already_is_not_closed_twice() {
    for key in ["<ctrl-k>", "<ctrl-d>"] {
        let mut probe = log(Lang::Zh, SMALL);
        probe.keys("<end>").keys(key);
        let picture = probe.dump();
        assert!(picture.contains("不能再改"), "{key}\n{picture}");
        assert!(picture.contains("我记的"), "{key}\n{picture}");
    }
}

#[test]
fn a_row_is_corrected_opened_and_spoken_to_again() {
    let mut probe = log(Lang::Zh, SMALL);
    probe.keys("<home><ctrl-k>");
    probe.answer(
        |ask| matches!(ask, Ask::Drafts { .. }),
        Reply::Drafts(Vec::new()),
    );
    assert!(
        probe.dump().contains("更正 11-20 15:07 的记录"),
        "{}",
        probe.dump()
    );
    probe.keys("<esc>");
    probe.answer(is_log, Reply::DayLog(Box::new(book(day("2026-11-20")))));
    probe.keys("<enter>");
    let opened = |ask: &Ask| *ask == Ask::OpenPerson(person_id(1));
    assert!(probe.asked(opened).is_some());

    let mut probe = log(Lang::Zh, SMALL);
    probe.keys("<home><ctrl-r>");
    assert!(probe.dump().contains("记联系"), "{}", probe.dump());
    // Nobody named: there is no file, and the reason is said.
    let mut probe = log(Lang::Zh, SMALL);
    probe.keys("<home><down><down><enter>");
    assert!(probe.dump().contains("没有留名"), "{}", probe.dump());
}

#[test]
fn somebody_without_a_name_and_a_firm_are_reached_from_here() {
    let mut probe = log(Lang::Zh, SMALL);
    probe.keys("<ctrl-b>");
    assert!(probe.dump().contains("不留名咨询"), "{}", probe.dump());
    let mut probe = log(Lang::Zh, SMALL);
    probe.keys("<ctrl-t>");
    assert!(
        probe
            .asked(|ask| matches!(ask, Ask::OfferList { .. }))
            .is_some()
    );
}

#[test]
fn every_row_can_be_asked_why() {
    let mut probe = log(Lang::Zh, SMALL);
    probe.keys("<end><ctrl-e>");
    let picture = probe.dump();
    for word in ["操作记录第 10 号", "不计入当日人次", "重复登记"] {
        assert!(picture.contains(word), "{word}\n{picture}");
    }
    assert!(!picture.contains("符合]"), "{picture}");
}

#[test]
fn pictures() {
    for (lang, tag) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        for size in [SMALL, (120, 36)] {
            let name = |part: &str| format!("{part}_{tag}_{}", size.0);
            let mut probe = log(lang, size);
            insta::assert_snapshot!(name("log"), probe.dump());
            probe.keys("<home><ctrl-d>");
            insta::assert_snapshot!(name("log_cancel"), probe.dump());
            for line in probe.dump().lines() {
                assert_eq!(width::cells(line), usize::from(size.0), "{line}");
            }
            let mut empty = log(lang, size);
            empty.keys("<tab>");
            let mut none = book(day("2026-11-20"));
            none.rows.clear();
            none.head = None;
            empty.answer(is_log, Reply::DayLog(Box::new(none)));
            insta::assert_snapshot!(name("log_empty"), empty.dump());
        }
    }
}

#[test]
fn a_day_without_contacts_makes_no_file() {
    let mut probe = Probe::new(Lang::Zh, SMALL);
    probe.keys("<f6>");
    let mut empty = book(day("2026-11-20"));
    empty.rows.clear();
    probe.answer(is_log, Reply::DayLog(Box::new(empty)));
    probe.keys("<ctrl-x>");
    let export = |ask: &Ask| matches!(ask, Ask::ExportDay { .. });
    assert!(probe.asked(export).is_none());
    assert!(
        probe.dump().contains("没有记录，没有导出"),
        "{}",
        probe.dump()
    );
}

#[test]
fn after_a_correction_the_new_row_is_selected() {
    let mut probe = Probe::new(Lang::Zh, SMALL);
    probe.keys("<f6>");
    let today = day("2026-11-20");
    let mut before = book(today);
    before.rows.truncate(4);
    before.rows[3].contact.state = ContactState::Valid;
    probe.answer(is_log, Reply::DayLog(Box::new(before)));
    probe.keys("<end>");
    let mut after = book(today);
    after.rows.truncate(5);
    let newest = after.rows[4]
        .contact
        .record
        .at
        .format("> %H:%M")
        .to_string();
    probe.keys("<tab>");
    probe.answer(is_log, Reply::DayLog(Box::new(after)));
    assert!(probe.dump().contains(&newest), "{}", probe.dump());
}

#[test]
fn marks_are_never_cut() {
    for (lang, whole) in [(Lang::Zh, "已更正 补录"), (Lang::En, "corrected late")] {
        let mut probe = Probe::new(lang, SMALL);
        probe.keys("<f6>");
        let mut marked = book(day("2026-11-20"));
        marked.rows[1].contact.state = ContactState::Corrected;
        probe.answer(is_log, Reply::DayLog(Box::new(marked)));
        assert!(probe.dump().contains(whole), "{}", probe.dump());
    }
}
