//! What the report says beside outcomes, and what our own files bring back.

use super::*;

#[test]
fn cells_beyond_the_header_are_reported_too() {
    let csv = format!("姓名,身份证号,备注\n张三,{},好,丙\n合计,1,,,丁\n", id(2));
    let import = import(&csv);
    assert_eq!(import.unknown_columns, ["列4"], "a sum has none");
    assert_eq!(import.records[0].1.extra["列4"], "丙");
}

#[test]
fn a_duplicate_says_what_is_new_in_it() {
    let stored = |reference: &str| {
        (reference == "P000001").then(|| PersonRecord {
            reference: "P000001".to_owned(),
            name: "张三".to_owned(),
            id_number: IdNumber::parse(&id(2)).ok(),
            phone: crate::domain::phone::Phone::parse("16900000001"),
            phone2: crate::domain::phone::Phone::parse("16900000002"),
            schooling: crate::domain::written::Written::unread("初中"),
            address: "旧街1号".to_owned(),
            ..PersonRecord::default()
        })
    };
    let known = KnownPeople {
        by_id: [(
            IdNumber::parse(&id(2)).unwrap(),
            ("P000001".to_owned(), "张三".to_owned()),
        )]
        .into(),
        record: Some(&stored),
        ..KnownPeople::default()
    };
    let csv = format!(
        "姓名,身份证号,联系电话,地址,镇街\n张三,{0},16900000002,旧街1号,\n张三,{0},16400000009,,\n李四,{1},16400000001,,\n李四,{1},16400000002,,石岐\n",
        id(2),
        id(3)
    );
    let import = import_with(&csv, &known);
    let told = |at: usize| {
        let differs = import.report.details[at].differs.iter();
        let told: Vec<String> = differs
            .map(|c| format!("{} {}", c.column, c.value))
            .collect();
        told.join(", ")
    };
    assert_eq!(
        told(1),
        "",
        "what follows from the id number stands in no cell"
    );
    assert_eq!(told(2), "phone *******0009");
    assert_eq!(
        told(4),
        "phone *******0002, town 石岐",
        "an earlier row counts too"
    );
}

#[test]
fn words_that_are_not_understood_are_kept_and_said() {
    let csv = format!(
        "姓名,身份证号,人员类别,登记日期,文化程度,残疾等级\n张三,{},某种人,去年,念过书,—\n",
        id(2)
    );
    let import = import(&csv);
    let columns: Vec<&str> = import.report.details[1]
        .warnings
        .iter()
        .map(|w| w.cell.column.as_str())
        .collect();
    assert_eq!(columns, ["groups", "reg_date", "schooling"]);
    assert_eq!(import.records[0].1.extra["登记日期（原文）"], "去年");
}

#[test]
fn only_our_own_json_brings_people_whose_id_is_to_follow() {
    let one = |state: &str, name: &str| {
        format!(r#"{{"ref":"P1","name":"{name}","id_number":"","note":"a  b","state":{state}}}"#)
    };
    let json = format!("[{}]", one(r#""id_pending""#, "张三"));
    let import_one = import(&json);
    assert_eq!(outcomes(&import_one), ["accepted"]);
    let record = &import_one.records[0].1;
    assert_eq!(record.state, Some(PersonState::IdPending));
    assert_eq!(record.note, "a  b", "as it was");
    for state in ["null", r#""active""#, r#""whatever""#] {
        let json = format!("[{}]", one(state, "张三"));
        assert_eq!(outcomes(&import(&json)), ["id_missing"], "{state}");
    }
    let known = KnownPeople {
        by_reference: [("P1".to_owned(), "张三".to_owned())].into(),
        ..KnownPeople::default()
    };
    assert_eq!(
        outcomes(&import_with(&json, &known)),
        ["duplicate None Some(\"P1\")"]
    );
}

#[test]
fn english_labels_are_read_back() {
    use crate::domain::person::{
        DisabilityKind, DisabilityLevel, Schooling, Sex, Wish, WorkStatus,
    };
    use crate::domain::{group::Membership, written::Written};
    use crate::exchange::export::{self, FileFormat, Options};
    let body = IdNumber::parse(&id(2)).unwrap();
    let people: Vec<PersonRecord> = (0..Group::ALL.len())
        .map(|n| PersonRecord {
            name: "张三".to_owned(),
            id_number: Some(IdNumber::parse(&id(u32::try_from(n).unwrap())).unwrap()),
            sex: Some(if n % 2 == 1 { Sex::Male } else { Sex::Female }),
            birth_date: Some(body.birth_date()),
            groups: vec![
                Membership::undated(Group::ALL[n]),
                Membership::undated(Group::ALL[(n + 1) % Group::ALL.len()]),
            ],
            schooling: Written {
                text: String::new(),
                value: Some(Schooling::ALL[n % Schooling::ALL.len()]),
            },
            work_status: Written {
                text: String::new(),
                value: Some(WorkStatus::ALL[n % WorkStatus::ALL.len()]),
            },
            training_wish: Written {
                text: String::new(),
                value: Some(Wish::ALL[n % Wish::ALL.len()]),
            },
            disability_kind: Some(DisabilityKind::ALL[n % DisabilityKind::ALL.len()]),
            disability_level: Some(DisabilityLevel::ALL[n % DisabilityLevel::ALL.len()]),
            ..PersonRecord::default()
        })
        .collect();
    for format in [FileFormat::Csv, FileFormat::Xlsx] {
        let options = Options {
            format,
            lang: crate::text::Lang::En,
            reveal: true,
            day: "2026-11-21".parse().unwrap(),
        };
        let bytes = export::people(&people, options).unwrap();
        let source = source::open(&bytes, "f", Encoding::Auto).unwrap();
        let back = read(
            &source,
            &words(),
            &KnownPeople::default(),
            "2026-11-21".parse().unwrap(),
        );
        assert_eq!(back.report.accepted, people.len(), "{format:?}");
        for ((_, back), person) in back.records.iter().zip(&people) {
            assert_eq!(back.groups, person.groups);
            assert_eq!(back.sex, person.sex);
            assert_eq!(back.schooling.value, person.schooling.value);
            assert_eq!(back.work_status.value, person.work_status.value);
            assert_eq!(back.training_wish.value, person.training_wish.value);
            assert_eq!(back.disability_kind, person.disability_kind);
            assert_eq!(back.disability_level, person.disability_level);
            assert!(back.extra.is_empty(), "{:?}", back.extra);
        }
    }
}
