//! Work as people wish for it (`seed-data/demo/wishes.tsv`), by age, sex and disability.

use super::super::super::{
    problem::{Fault, Problem},
    tables,
    tsv::Source,
};
use super::super::{offers::render, random::Chance};
use super::plan::Plan;
use crate::domain::{
    group::Group,
    person::{DisabilityKind, PersonRecord, Sex},
};
use chrono::NaiveDate;
use std::sync::LazyLock;

struct Wishes {
    /// Wish and certificates, by position in [`KINDS`].
    by_kind: Vec<Vec<(&'static str, &'static str)>>,
    problems: Vec<Problem>,
}

/// Wishes by who has them, in the order of [`KINDS`].
static WISHES: LazyLock<Wishes> = LazyLock::new(|| {
    let source = Source {
        file: "demo/wishes.tsv",
        text: tables::DEMO_WISHES,
    };
    let mut problems = Vec::new();
    let mut by_kind = vec![Vec::new(); KINDS.len()];
    for row in source.rows(["谁", "意向", "证书"], &mut problems) {
        let [who, wish, certs] = row.cells;
        let kind = KINDS.iter().position(|kind| *kind == who);
        match (kind, render(certs, NaiveDate::default())) {
            (Some(kind), Some(_)) => by_kind[kind].push((wish, certs)),
            (kind, _) => {
                let (column, text) = if kind.is_some() {
                    ("证书", certs)
                } else {
                    ("谁", who)
                };
                let (column, text) = (column.to_owned(), text.to_owned());
                problems.push(source.problem(row.line, Fault::Value { column, text }));
            }
        }
    }
    Wishes { by_kind, problems }
});

const KINDS: [&str; 14] = [
    "视力", "听力", "言语", "肢体", "智力", "精神", "多重", "男青", "男壮", "男长", "女青", "女壮",
    "女长", "农",
];

/// What is wrong with the table of wishes.
pub(in crate::seed) fn problems() -> Vec<Problem> {
    WISHES.problems.clone()
}

/// Writes a wish, sometimes two, and the certificate that goes with it.
pub(super) fn fill(
    record: &mut PersonRecord,
    plan: &Plan,
    age: i32,
    today: NaiveDate,
    chance: &mut Chance,
) {
    if chance.percent(12) {
        return;
    }
    let by_age = match (plan.sex, age) {
        (Sex::Male, ..30) => 7,
        (Sex::Male, 30..50) => 8,
        (Sex::Male, _) => 9,
        (Sex::Female, ..30) => 10,
        (Sex::Female, 30..48) => 11,
        (Sex::Female, _) => 12,
    };
    let rural = plan.groups.contains(&Some(Group::RuralLabour));
    let kind = match plan.disability {
        Some((kind, _)) => DisabilityKind::ALL
            .iter()
            .position(|k| *k == kind)
            .unwrap_or(by_age),
        None if rural && chance.percent(25) => 13,
        None => by_age,
    };
    let Some(list) = WISHES.by_kind.get(kind) else {
        return;
    };
    let (wish, certs) = chance.pick(list);
    record.wishes = wish.to_owned();
    if chance.percent(12) {
        let (other, _) = chance.pick(list);
        if other != wish {
            record.wishes = format!("{wish}；{other}");
        }
    }
    if !certs.is_empty() && age >= 18 && chance.percent(60) {
        let written = render(certs, today).unwrap_or_default();
        record.certs = written.split('、').map(str::to_owned).collect();
    }
}
