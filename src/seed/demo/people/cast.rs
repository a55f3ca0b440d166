//! The people written by hand (`seed-data/demo/cast.tsv`): they stand first, each for a case of the counter.

use super::super::super::{
    groups,
    problem::{Fault, Problem},
    schooling, tables,
    tsv::{Row, Source},
    work_status,
};
use super::super::offers::render;
use super::{disability_cert, homes, numbers};
use crate::domain::{
    group::Membership,
    person::{DisabilityKind, DisabilityLevel, PersonRecord, PersonState, Sex, Wish},
    phone::Phone,
    written::Written,
};
use chrono::{Datelike, Days, Months, NaiveDate};
use std::sync::LazyLock;

const SOURCE: Source<'static> = Source {
    file: "demo/cast.tsv",
    text: tables::DEMO_CAST,
};
const COLUMNS: [&str; 26] = [
    "姓名",
    "性别",
    "民族",
    "年龄",
    "证件",
    "电话",
    "镇街",
    "村居",
    "户籍地",
    "文化程度",
    "人员类别",
    "残疾",
    "退役",
    "证书",
    "就业状态",
    "求职意向",
    "培训意愿",
    "期望薪资",
    "通勤",
    "户主",
    "与户主关系",
    "监护人",
    "务工单位",
    "月收入",
    "责任人",
    "备注",
];

/// The rows, and what is wrong with the file as such.
static ROWS: LazyLock<(Vec<Row<'static, 26>>, Vec<Problem>)> = LazyLock::new(|| {
    let mut problems = Vec::new();
    let rows = SOURCE.rows(COLUMNS, &mut problems);
    (rows, problems)
});

/// How many there are.
pub(in crate::seed::demo) fn size() -> u64 {
    ROWS.0.len() as u64
}

/// The position of the first with a name.
pub(in crate::seed::demo) fn position(name: &str) -> Option<u64> {
    let at = ROWS.0.iter().position(|row| row.cells[0] == name)?;
    u64::try_from(at).ok()
}

/// The person at a position, if it is one of these.
pub(super) fn person(index: u64, today: NaiveDate) -> Option<PersonRecord> {
    let row = ROWS.0.get(usize::try_from(index).ok()?)?;
    read(index, row, today).ok()
}

/// What is wrong with the file; the rows are read as of some day.
pub(in crate::seed) fn problems() -> Vec<Problem> {
    let today = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap_or_default();
    let mut problems = ROWS.1.clone();
    for (index, row) in (0..).zip(&ROWS.0) {
        if let Err(column) = read(index, row, today) {
            let at = COLUMNS.iter().position(|name| *name == column).unwrap_or(0);
            let fault = Fault::Value {
                column: column.to_owned(),
                text: row.cells[at].to_owned(),
            };
            problems.push(SOURCE.problem(row.line, fault));
        }
    }
    problems
}

/// Reads one row; the error is the column that could not be read.
fn read(index: u64, row: &Row<'_, 26>, today: NaiveDate) -> Result<PersonRecord, &'static str> {
    let [
        name,
        sex,
        ethnic,
        age,
        id,
        phone,
        town,
        village,
        hukou,
        schooling,
        groups,
        disability,
        veteran,
        certs,
        status,
        wishes,
        training,
        pay,
        commute,
        householder,
        relation,
        guardian,
        unit,
        income,
        worker,
        note,
    ] = row.cells;
    let sex = Sex::parse(sex).ok_or("性别")?;
    let birth = lived(age, today).ok_or("年龄")?;
    let mut record = PersonRecord {
        reference: format!("P{:08}", index + 1),
        name: name.to_owned(),
        sex: Some(sex),
        ethnic: ethnic.to_owned(),
        birth_date: Some(birth),
        hukou: hukou.to_owned(),
        city: "中山市".to_owned(),
        town: homes::town(town).ok_or("镇街")?.name.to_owned(),
        village: village.to_owned(),
        schooling: read_words(schooling, schooling::alias),
        groups: memberships(groups).ok_or("人员类别")?,
        work_status: read_words(status, work_status::alias),
        wishes: wishes.to_owned(),
        training_wish: read_words(training, Wish::parse),
        expected_pay: read_words(pay, |text| text.parse().ok()),
        commute: commute.to_owned(),
        householder: householder.to_owned(),
        household_relation: relation.to_owned(),
        guardian: guardian.to_owned(),
        work_unit: unit.to_owned(),
        income: read_words(income, |text| text.parse().ok()),
        worker: worker.to_owned(),
        note: render(note, today).ok_or("备注")?,
        reg_date: today.checked_sub_days(Days::new(40 + index * 11 % 300)),
        ..PersonRecord::default()
    };
    record.id_number = match id {
        "无" => {
            record.state = Some(PersonState::IdPending);
            None
        }
        "" => Some(numbers::hand_id_number(index, sex, birth).ok_or("证件")?),
        tail => Some(numbers::id_number_with_tail(tail, birth).ok_or("证件")?),
    };
    record.phone = match phone {
        "无" => None,
        "" => Phone::parse(&numbers::phone(index)),
        shared => {
            let whose = shared.strip_prefix('同').and_then(position).ok_or("电话")?;
            Phone::parse(&numbers::phone(whose))
        }
    };
    if !disability.is_empty() {
        let (kind, level) = disability.split_at_checked("视力".len()).ok_or("残疾")?;
        let kind = DisabilityKind::parse(kind).ok_or("残疾")?;
        let level = DisabilityLevel::parse(level).ok_or("残疾")?;
        record.disability_kind = Some(kind);
        record.disability_level = Some(level);
        record.disability_cert = record
            .id_number
            .map(|id| disability_cert(&id, kind, level))
            .unwrap_or_default();
    }
    if !veteran.is_empty() {
        let ago: i32 = veteran.parse().map_err(|_| "退役")?;
        record.veteran_year = Some(today.year() - ago);
    }
    let certs = render(certs, today).ok_or("证书")?;
    record.certs = certs
        .split('、')
        .filter(|cert| !cert.is_empty())
        .map(str::to_owned)
        .collect();
    Ok(record)
}

fn read_words<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Written<T> {
    Written {
        text: text.to_owned(),
        value: read(text),
    }
}

/// `34.2.10`: who has lived so many years, months and days was born when.
fn lived(age: &str, today: NaiveDate) -> Option<NaiveDate> {
    let mut parts = age.split('.').map(|part| part.parse::<u32>().ok());
    let (years, months, days) = (parts.next()??, parts.next()??, parts.next()??);
    today
        .checked_sub_days(Days::new(days.into()))?
        .checked_sub_months(Months::new(years * 12 + months))
}

/// `低保、建档立卡（2016-01-01至2020-12-31）`.
fn memberships(text: &str) -> Option<Vec<Membership>> {
    text.split('、')
        .filter(|part| !part.is_empty())
        .map(|part| {
            let (label, dates) = part.split_once('（').unwrap_or((part, ""));
            let mut membership = Membership::undated(groups::alias(label)?);
            if let Some((from, to)) = dates.trim_end_matches('）').split_once('至') {
                membership.from = Some(from.parse().ok()?);
                membership.to = Some(to.parse().ok()?);
            }
            Some(membership)
        })
        .collect()
}
