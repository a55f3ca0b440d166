//! What the counter's form holds goes out and comes back.

use super::*;
use crate::domain::{
    division::DivisionCode,
    group::{EvidenceKind, GroupSource, Membership},
    id_number::DoubtfulId,
    person::{
        ContactInstructions, HukouKind, RemoteNeed, RetireCategory, SchoolingState, SkillLevel,
        SubsidyStanding,
    },
};
use crate::exchange::export::{self, FileFormat, Options};
use crate::text::Lang;

fn full() -> PersonRecord {
    let day = |text: &str| Some(text.parse().unwrap());
    let number = IdNumber::parse(&id(7)).unwrap();
    PersonRecord {
        name: "𠮷野·阿妹".to_owned(),
        id_number: Some(number),
        birth_date: Some(number.birth_date()),
        sex: Some(number.sex()),
        groups: vec![Membership {
            from: day("2025-07-01"),
            evidence: Some("学校名单".to_owned()),
            evidence_kind: Some(EvidenceKind::List),
            recognised_on: day("2025-08-01"),
            source: Some(GroupSource::School),
            verified: true,
            ..Membership::undated(Group::YouthNotInSchool)
        }],
        id_seen_on: day("2026-11-20"),
        hukou_kind: Some(HukouKind::Rural),
        hukou_division: DivisionCode::parse("442000"),
        home_division: DivisionCode::parse("442000001"),
        hamlet: "上基".to_owned(),
        schooling_state: Some(SchoolingState::Graduated),
        graduated_on: day("2025-07-01"),
        grad_school: "岐江中学".to_owned(),
        in_school: Some(false),
        family_note: "与祖母同住".to_owned(),
        unemployed_since: day("2026-01-31"),
        urban_unemp_reg: Some(true),
        retire_category: Some(RetireCategory::WomenWorkers),
        skill_level: Some(SkillLevel::Five),
        skills: "打字".to_owned(),
        high_craft: Some(false),
        remote_needs: vec![RemoteNeed::Scattered, RemoteNeed::Remote],
        subsidy: SubsidyStanding {
            eligible: Some(true),
            ground: "首次取证".to_owned(),
            judged_on: day("2026-11-01"),
        },
        instructions: ContactInstructions {
            keep_from_family: true,
            do_not_contact: true,
            hours: "晚上7点后".to_owned(),
        },
        consent_on: day("2026-11-20"),
        state: Some(PersonState::MovedAway),
        state_since: day("2026-11-19"),
        state_reason: "迁往佛山".to_owned(),
        former_refs: vec!["旧-7".to_owned(), "旧、8".to_owned()],
        ..PersonRecord::default()
    }
}

fn there_and_back(records: &[PersonRecord], format: FileFormat) -> Vec<PersonRecord> {
    let options = Options {
        format,
        lang: Lang::Zh,
        reveal: true,
        day: "2026-11-21".parse().unwrap(),
    };
    let bytes = export::people(records, options).unwrap();
    let table = source::open::<PersonColumn>(&bytes, "f", Encoding::Auto).unwrap();
    let known = KnownPeople::default();
    let import = read(&table, &words(), &known, options.day);
    import
        .records
        .into_iter()
        .map(|(_, record)| record)
        .collect()
}

#[test]
fn json_loses_nothing() {
    let pending = PersonRecord {
        name: "林阿妹".to_owned(),
        state: Some(PersonState::IdPending),
        ..PersonRecord::default()
    };
    let doubtful = PersonRecord {
        name: "陈大文".to_owned(),
        doubtful_id: DoubtfulId::parse("449901199001019999"),
        state: Some(PersonState::Unverified),
        ..PersonRecord::default()
    };
    let all = [full(), pending, doubtful];
    assert_eq!(there_and_back(&all, FileFormat::Json), all);
}

#[test]
fn a_sheet_keeps_all_but_the_dates_of_groups() {
    let record = full();
    let wanted = PersonRecord {
        groups: vec![Membership::undated(Group::YouthNotInSchool)],
        // A list in one cell is parted at its marks.
        former_refs: ["旧-7", "旧", "8"].map(str::to_owned).to_vec(),
        ..record.clone()
    };
    assert_eq!(there_and_back(&[record], FileFormat::Csv), [wanted]);
}

#[test]
fn a_masked_file_gives_no_number_away() {
    let number = IdNumber::parse(&id(7)).unwrap();
    let person = PersonRecord {
        name: "张三".to_owned(),
        id_number: Some(number),
        birth_date: Some(number.birth_date()),
        note: format!("证号{number}，电话16912345601"),
        ..PersonRecord::default()
    };
    for format in [FileFormat::Csv, FileFormat::Json] {
        let bytes = |reveal| {
            let options = Options {
                format,
                lang: Lang::Zh,
                reveal,
                day: "2026-11-21".parse().unwrap(),
            };
            String::from_utf8(export::people(std::slice::from_ref(&person), options).unwrap())
        };
        let (masked, full) = (bytes(false).unwrap(), bytes(true).unwrap());
        let born = number.birth_date();
        for secret in [
            number.to_string(),
            born.to_string(),
            "16912345601".to_owned(),
        ] {
            assert!(!masked.contains(&secret), "{secret} in {masked}");
            assert!(full.contains(&secret), "{secret} not in {full}");
        }
        assert!(
            masked.contains(&born.format("%Y-%m").to_string()),
            "{masked}"
        );
    }
}

#[test]
fn columns_that_nobody_needs_are_left_out() {
    let options = Options {
        format: FileFormat::Csv,
        lang: Lang::Zh,
        reveal: false,
        day: "2026-11-21".parse().unwrap(),
    };
    let plain = PersonRecord {
        name: "张三".to_owned(),
        hamlet: "上基".to_owned(),
        ..PersonRecord::default()
    };
    let text = String::from_utf8(export::people(&[plain], options).unwrap()).unwrap();
    let header = text.lines().next().unwrap();
    assert!(header.ends_with("备注,自然村"), "{header}");
}
