//! Contacts with the hand-written people (`seed-data/demo/cast-contacts.tsv`).

use super::super::super::{
    problem::{Fault, Problem},
    tables,
    tsv::Source,
};
use super::super::{DemoContact, offers, offers::render, operators, people::cast};
use super::{
    Answers, Setting, moment, optional, recommended, working_day_after, working_day_before,
};
use chrono::{FixedOffset, NaiveDate, NaiveTime, TimeDelta};

const SOURCE: Source<'static> = Source {
    file: "demo/cast-contacts.tsv",
    text: tables::DEMO_CAST_CONTACTS,
};
const COLUMNS: [&str; 14] = [
    "姓名",
    "天前",
    "时间",
    "补录",
    "经办",
    "方式",
    "接谈人",
    "地点",
    "事由",
    "结果",
    "原因",
    "内容",
    "下次",
    "推荐",
];

/// The contacts with those of them who are in the office.
pub(super) fn contacts(setting: &Setting<'_>) -> Vec<DemoContact> {
    SOURCE
        .rows(COLUMNS, &mut Vec::new())
        .iter()
        .filter_map(|row| read(row.cells, setting).ok())
        .filter(|contact| contact.person.is_none_or(|index| index < setting.people))
        .collect()
}

/// What is wrong with the file; the rows are read as of some day.
pub(super) fn problems() -> Vec<Problem> {
    let Some((today, offset)) =
        NaiveDate::from_ymd_opt(2026, 1, 1).zip(FixedOffset::east_opt(8 * 3600))
    else {
        return Vec::new();
    };
    let (courses, vacancies) = (offers::courses(today), offers::vacancies(today));
    let setting = Setting {
        people: cast::size(),
        today,
        offset,
        courses: &courses,
        vacancies: &vacancies,
    };
    let mut problems = Vec::new();
    for row in SOURCE.rows(COLUMNS, &mut problems) {
        if let Err(column) = read(row.cells, &setting) {
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
fn read(cells: [&str; 14], setting: &Setting<'_>) -> Result<DemoContact, &'static str> {
    let [
        name,
        ago,
        time,
        entered,
        operator,
        channel,
        party,
        place,
        purposes,
        outcome,
        reason,
        note,
        next,
        offers,
    ] = cells;
    let Setting { today, offset, .. } = *setting;
    let answers = Answers::read([channel, party, purposes, outcome, reason])?;
    let day = working_day_before(today, ago.parse().map_err(|_| "天前")?);
    let time: NaiveTime = time.parse().map_err(|_| "时间")?;
    let at = moment(day, time, offset).ok_or("时间")?;
    let entered_at = match optional(entered, |days| days.parse().ok()).ok_or("补录")? {
        None => at + TimeDelta::minutes(4),
        Some(days) => {
            let late = moment(working_day_before(today, days), time, offset).ok_or("补录")?;
            late.max(at + TimeDelta::minutes(4))
        }
    };
    let operator: usize = operator.parse().map_err(|_| "经办")?;
    if operator >= operators().len() {
        return Err("经办");
    }
    Ok(DemoContact {
        person: optional(name, cast::position).ok_or("姓名")?,
        operator,
        at,
        entered_at,
        channel: answers.channel,
        party: answers.party,
        place: place.to_owned(),
        purposes: answers.purposes,
        outcome: answers.outcome,
        reason: answers.reason,
        note: render(note, today).ok_or("内容")?,
        next_due: due(next, today).ok_or("下次")?,
        recommended: recommended(setting, offers).ok_or("推荐")?,
    })
}

/// Days from today; those to come and those past are moved to a working day, today stays today.
fn due(days: &str, today: NaiveDate) -> Option<Option<NaiveDate>> {
    optional(days, |days| {
        let days: i64 = days.parse().ok()?;
        Some(match days {
            0 => today,
            1.. => working_day_after(today, days.unsigned_abs()),
            _ => working_day_before(today, days.unsigned_abs()),
        })
    })
}
