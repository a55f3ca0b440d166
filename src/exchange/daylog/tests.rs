//! The log of a day in every form.

use super::*;
use crate::domain::{
    contact::{Channel, Contact, ContactRecord, ContactWith, Outcome, Party, Purpose},
    daybook::JournalHead,
    group::Group,
    ids::{ContactId, OperatorId, PersonId, StationId, uuid_v7},
    person::Sex,
};
use crate::exchange::sheet::{self, Cell, Encoding};
use chrono::DateTime;

fn contact(n: u8, state: ContactState) -> Contact {
    let at = DateTime::parse_from_rfc3339("2026-11-21T09:30:00+08:00").unwrap();
    Contact {
        id: ContactId(uuid_v7(1, [n; 10])),
        reference: format!("L{n:06}"),
        record: ContactRecord {
            with: ContactWith::Person(PersonId(uuid_v7(1, [n % 2; 10]))),
            at,
            channel: Channel::CallOut,
            party: Some(Party::Themself),
            place: String::new(),
            purposes: vec![Purpose::Vacancy, Purpose::FollowUp],
            outcome: Outcome::Interested,
            reason: None,
            note: "=1+1 <b>\u{1b}[2J".to_owned(),
            next_due: "2026-11-27".parse().ok(),
        },
        entered_at: at,
        operator: OperatorId(uuid_v7(1, [9; 10])),
        operator_name: "陈明".to_owned(),
        state,
        corrects: None,
        state_reason: if state == ContactState::Cancelled {
            "记错人".to_owned()
        } else {
            String::new()
        },
        with_name: "张三".to_owned(),
        journal: (StationId(uuid_v7(1, [7; 10])), u64::from(n)),
    }
}

fn book(rows: u8) -> Daybook {
    let rows: Vec<DaybookRow> = (0..rows)
        .map(|n| DaybookRow {
            contact: contact(
                n,
                if n == 2 {
                    ContactState::Cancelled
                } else {
                    ContactState::Valid
                },
            ),
            sex: Some(Sex::Male),
            age: Some(36),
            id_masked: "**************1234".to_owned(),
            phone_masked: "169****5678".to_owned(),
            town: "石岐".to_owned(),
            village: "莲峰".to_owned(),
            groups: vec![Group::YouthNotInSchool],
            person_ref: "P000001".to_owned(),
            vacancies: vec!["好厨房/厨工".to_owned()],
            courses: vec!["粤菜师傅".to_owned()],
        })
        .collect();
    let day = "2026-11-21".parse().unwrap();
    Daybook {
        from: day,
        to: day,
        head: (!rows.is_empty()).then(|| JournalHead {
            station: StationId(uuid_v7(1, [7; 10])),
            seq: 42,
            hash: "0123456789abcdef".to_owned(),
        }),
        rows,
    }
}

fn rows_of(bytes: &[u8]) -> Vec<Vec<String>> {
    let sheets = sheet::read(bytes, "f", Encoding::Auto, &|_| 0).unwrap();
    let texts = |row: &Vec<Cell>| row.iter().map(Cell::text).collect();
    sheets[0].rows.iter().map(texts).collect()
}

const COLUMNS: &str = "序号 日期 时间 方式 姓名 性别 年龄 证号(脱敏) 电话(脱敏) 镇街 村居 人员类别 接谈人 事由 沟通内容 \
推荐岗位(单位/岗位) 推荐课程 结果 原因 下次联系 经办人 补录/更正 备注";

#[test]
fn the_columns_stand_in_the_counters_order() {
    let bytes = file(&book(3), FileFormat::Csv, Lang::Zh).unwrap();
    let rows = rows_of(&bytes);
    assert_eq!(rows[0].join(" "), COLUMNS);
    let want = "1|2026-11-21|09:30|去电|张三|男|36|**************1234|169****5678|石岐|莲峰|两后生|本人|\
岗位推荐、跟踪回访|'=1+1 <b>␛[2J|好厨房/厨工|粤菜师傅|有意向待回复||2026-11-27|陈明||";
    assert_eq!(rows[1].join("|"), want);
    assert_eq!(rows[3][21..], ["已作废", "记错人"]);
    assert_eq!(rows[5][..3], ["合计", "2 人次", "2 人"]);
    assert_eq!(rows[6], ["校验码", "42-0123456789ab"]);
    assert_eq!(headers(Lang::En).len(), rows[0].len());
}

#[test]
fn the_same_log_is_the_same_bytes() {
    for format in [
        FileFormat::Csv,
        FileFormat::Xlsx,
        FileFormat::Html,
        FileFormat::Json,
    ] {
        for lang in [Lang::Zh, Lang::En] {
            let first = file(&book(3), format, lang).unwrap();
            assert_eq!(first, file(&book(3), format, lang).unwrap(), "{format:?}");
        }
    }
}

#[test]
fn a_workbook_has_the_log_and_the_totals() {
    let bytes = file(&book(3), FileFormat::Xlsx, Lang::Zh).unwrap();
    let sheets = sheet::read(&bytes, "f", Encoding::Auto, &|_| 0).unwrap();
    assert_eq!([&sheets[0].name, &sheets[1].name], ["工作日志", "合计"]);
    assert_eq!(sheets[0].rows[1][14].text(), "=1+1 <b>␛[2J");
    let totals: Vec<String> = sheets[1]
        .rows
        .iter()
        .map(|r| r.iter().map(Cell::text).collect::<Vec<_>>().join(" "))
        .collect();
    assert!(totals.contains(&"合计 人次 2".to_owned()), "{totals:?}");
    assert!(totals.contains(&"方式 去电 2".to_owned()));
    assert!(totals.contains(&"校验码 42-0123456789ab".to_owned()));
}

#[test]
fn a_page_for_paper_runs_nothing() {
    let page = String::from_utf8(file(&book(1), FileFormat::Html, Lang::Zh).unwrap()).unwrap();
    assert!(page.contains("=1+1 &lt;b&gt;␛[2J"));
    assert!(page.contains("校验码　42-0123456789ab"));
    assert!(page.contains("经办人签名"));
    assert!(!page.contains("<script") && !page.contains("http"));
}

#[test]
fn json_is_the_contracts_log() {
    let value: serde_json::Value =
        serde_json::from_slice(&file(&book(3), FileFormat::Json, Lang::Zh).unwrap()).unwrap();
    assert_eq!(value["date"], "2026-11-21");
    assert_eq!(value["rows"][0]["channel"], "call_out");
    assert_eq!(value["rows"][2]["state"], "cancelled");
    assert_eq!(value["rows"][0]["journal"]["seq"], 0);
    assert_eq!(value["totals"]["contacts"], 2);
    assert_eq!(value["totals"]["by_channel"]["call_out"], 2);
    assert_eq!(value["head"]["seq"], 42);
}

#[test]
fn a_day_without_contacts_says_so() {
    let rows = rows_of(&file(&book(0), FileFormat::Csv, Lang::Zh).unwrap());
    assert_eq!(rows[2][..3], ["合计", "0 人次", "0 人"]);
    let value: serde_json::Value =
        serde_json::from_slice(&file(&book(0), FileFormat::Json, Lang::Zh).unwrap()).unwrap();
    assert!(value["head"].is_null());
    file(&book(0), FileFormat::Xlsx, Lang::En).unwrap();
}
