//! The shipped courses and vacancies, their day tokens turned into dates.
//!
//! A token is `{days}` or `{days manner}`: so many days from today (`{+12}`, `{-3}`), in the clerk's
//! own manner of writing: none `2026-12-03`, `.` `2026.12.3`, `/` `2026/12/3`, `年` `2026年12月3日`,
//! `月` `12月3日`, `8` `20261203`.

use super::super::{
    problem::{Fault, Problem},
    tables,
    tsv::{Row, Source},
};
use crate::domain::{
    dates,
    offer::{CourseRecord, VacancyRecord},
    written::Written,
};
use chrono::{Datelike, Days, NaiveDate};
use std::collections::BTreeMap;

const COURSES: Source<'static> = Source {
    file: "courses/demo-courses.tsv",
    text: tables::DEMO_COURSES,
};
const VACANCIES: Source<'static> = Source {
    file: "vacancies/demo-vacancies.tsv",
    text: tables::DEMO_VACANCIES,
};
const COURSE_COLUMNS: [&str; 11] = [
    "编号",
    "课程名称",
    "培训机构",
    "地点",
    "开班日期",
    "课时",
    "等级",
    "招生对象",
    "条件",
    "费用",
    "备注",
];
const VACANCY_COLUMNS: [&str; 11] = [
    "编号",
    "岗位名称",
    "用人单位",
    "地点",
    "薪资",
    "人数",
    "要求",
    "备注",
    "福利",
    "发布日期",
    "截止日期",
];

/// The courses as they stand on a day.
pub(super) fn courses(today: NaiveDate) -> Vec<CourseRecord> {
    read_rows(COURSES, COURSE_COLUMNS, today, &mut Vec::new())
        .into_iter()
        .map(|cells| {
            let [
                reference,
                title,
                org,
                place,
                start,
                hours,
                level,
                target,
                condition,
                fee,
                remark,
            ] = cells;
            CourseRecord {
                reference,
                title,
                org,
                place,
                start: date(start),
                hours: number(hours),
                level,
                target,
                condition,
                fee,
                remark,
                extra: BTreeMap::new(),
            }
        })
        .collect()
}

/// The vacancies as they stand on a day.
pub(super) fn vacancies(today: NaiveDate) -> Vec<VacancyRecord> {
    read_rows(VACANCIES, VACANCY_COLUMNS, today, &mut Vec::new())
        .into_iter()
        .map(|cells| {
            let [
                reference,
                title,
                employer,
                place,
                pay,
                headcount,
                requirement,
                remark,
                benefit,
                posted,
                closes,
            ] = cells;
            VacancyRecord {
                reference,
                title,
                employer,
                place,
                pay,
                headcount: number(headcount),
                requirement,
                remark,
                benefit,
                posted: date(posted),
                closes: date(closes),
                extra: BTreeMap::new(),
            }
        })
        .collect()
}

/// What is wrong with the two files.
pub(super) fn problems() -> Vec<Problem> {
    let mut problems = Vec::new();
    read_rows(COURSES, COURSE_COLUMNS, NaiveDate::default(), &mut problems);
    read_rows(
        VACANCIES,
        VACANCY_COLUMNS,
        NaiveDate::default(),
        &mut problems,
    );
    problems
}

fn read_rows<const N: usize>(
    source: Source<'_>,
    columns: [&str; N],
    today: NaiveDate,
    problems: &mut Vec<Problem>,
) -> Vec<[String; N]> {
    let mut references = std::collections::HashSet::new();
    let mut rows = Vec::new();
    for Row { line, cells } in source.rows(columns, problems) {
        if !references.insert(cells[0]) {
            problems.push(source.problem(line, Fault::Repeated(cells[0].to_owned())));
        }
        let mut bad = None;
        let rendered = cells.map(|cell| {
            render(cell, today).unwrap_or_else(|| {
                bad = Some(cell);
                String::new()
            })
        });
        match bad {
            None => rows.push(rendered),
            Some(cell) => {
                let column = cells.iter().position(|c| *c == cell).unwrap_or(0);
                let fault = Fault::Value {
                    column: columns[column].to_owned(),
                    text: cell.to_owned(),
                };
                problems.push(source.problem(line, fault));
            }
        }
    }
    rows
}

/// A cell with its tokens turned into dates; `None` where a token is not one.
pub(super) fn render(cell: &str, today: NaiveDate) -> Option<String> {
    let mut out = String::with_capacity(cell.len());
    let mut rest = cell;
    while let Some((before, after)) = rest.split_once('{') {
        let (token, after) = after.split_once('}')?;
        out.push_str(before);
        out.push_str(&written(token, today)?);
        rest = after;
    }
    out.push_str(rest);
    (!out.contains('}')).then_some(out)
}

fn written(token: &str, today: NaiveDate) -> Option<String> {
    let (days, manner) = token.split_once(' ').unwrap_or((token, ""));
    let (sign, digits) = days.split_at_checked(1)?;
    let count = Days::new(digits.parse().ok()?);
    let day = match sign {
        "+" => today.checked_add_days(count)?,
        "-" => today.checked_sub_days(count)?,
        _ => return None,
    };
    let (y, m, d) = (day.year(), day.month(), day.day());
    Some(match manner {
        "" => format!("{y}-{m:02}-{d:02}"),
        "." => format!("{y}.{m}.{d}"),
        "/" => format!("{y}/{m}/{d}"),
        "年" => format!("{y}年{m}月{d}日"),
        "月" => format!("{m}月{d}日"),
        "8" => format!("{y}{m:02}{d:02}"),
        _ => return None,
    })
}

fn date(text: String) -> Written<NaiveDate> {
    let value = dates::parse_date(&text);
    Written { text, value }
}

/// The number that a cell begins with: `40课时`, `5人`.
fn number(text: String) -> Written<u32> {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let value = text[..digits].parse().ok();
    Written { text, value }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_become_dates_in_the_clerks_manner() {
        let today = "2026-11-21".parse().unwrap();
        for (cell, want) in [
            ("{+12}", "2026-12-03"),
            ("{+12 .}", "2026.12.3"),
            ("{+12 /}（周末班）", "2026/12/3（周末班）"),
            ("{+12 年}开班", "2026年12月3日开班"),
            ("{-21 月}至{+12 月}", "10月31日至12月3日"),
            ("{+12 8}", "20261203"),
            ("长期", "长期"),
        ] {
            assert_eq!(render(cell, today).as_deref(), Some(want), "{cell}");
        }
        for bad in [
            "{12}",
            "{+}",
            "{+1",
            "+1}",
            "{+1 x}",
            "{}",
            "{+999999999999}",
        ] {
            assert_eq!(render(bad, today), None, "{bad}");
        }
    }

    #[test]
    fn the_office_is_alive_on_any_day() {
        for today in ["2026-11-21", "2028-02-29", "2031-12-31"] {
            let today = today.parse().unwrap();
            let (courses, vacancies) = (courses(today), vacancies(today));
            assert!(courses.len() >= 60 && vacancies.len() >= 300);
            let cells = courses.iter().map(|c| format!("{c:?}"));
            for cell in cells.chain(vacancies.iter().map(|v| format!("{v:?}"))) {
                // Debug output has braces of its own; a token's sign follows its brace.
                assert!(!cell.contains("{+") && !cell.contains("{-"), "{cell}");
            }
            let coming = |day: &Written<NaiveDate>| day.value.is_some_and(|d| d > today);
            assert!(courses.iter().filter(|c| coming(&c.start)).count() >= 40);
            assert!(vacancies.iter().filter(|v| coming(&v.closes)).count() >= 250);
            assert!(
                vacancies
                    .iter()
                    .any(|v| v.closes.value.is_some_and(|d| d < today)),
                "a few are past, as on any real list"
            );
            assert!(
                vacancies
                    .iter()
                    .all(|v| v.posted.value.is_none_or(|d| d <= today))
            );
        }
    }

    #[test]
    fn a_bad_token_is_told_by_file_and_line() {
        let source = Source {
            file: "courses/x.tsv",
            text: "编号\t课程名称\nK1\t电工\nK2\t{12}\nK1\t焊工\n",
        };
        let mut problems = Vec::new();
        let rows = read_rows(
            source,
            ["编号", "课程名称"],
            NaiveDate::default(),
            &mut problems,
        );
        assert_eq!(rows.len(), 2);
        let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "seed-data/courses/x.tsv:3: “{12}” is not known in column “课程名称”",
                "seed-data/courses/x.tsv:4: “K1” stands here a second time",
            ]
        );
    }
}
