//! The place of first issue of an id number: its first six digits, old codes too.

use super::{
    problem::{Fault, Problem},
    tables,
    tsv::{Row, Source},
};
use std::{collections::HashMap, sync::LazyLock};

struct Named {
    full_name: &'static str,
    from: i32,
    until: i32,
}

struct Origins {
    by_code: HashMap<&'static str, Vec<Named>>,
    problems: Vec<Problem>,
}

static ORIGINS: LazyLock<Origins> = LazyLock::new(|| {
    let source = Source {
        file: "codes/id-origin-codes.tsv",
        text: tables::ID_ORIGIN_CODES,
    };
    let mut origins = Origins {
        by_code: HashMap::new(),
        problems: Vec::new(),
    };
    let columns = ["code", "full_name", "from_year", "until_year"];
    for Row {
        line,
        cells: [code, full_name, from, until],
    } in source.rows(columns, &mut origins.problems)
    {
        let until_year = if until.is_empty() {
            Ok(i32::MAX)
        } else {
            until.parse()
        };
        match (from.parse(), until_year) {
            (Ok(from), Ok(until)) => origins.by_code.entry(code).or_default().push(Named {
                full_name,
                from,
                until,
            }),
            (from_year, _) => {
                let (column, text) = if from_year.is_err() {
                    ("from_year", from)
                } else {
                    ("until_year", until)
                };
                let fault = Fault::Value {
                    column: column.to_owned(),
                    text: text.to_owned(),
                };
                origins.problems.push(source.problem(line, fault));
            }
        }
    }
    origins
});

/// The full name that a six-digit code had in a year; outside the years on record, the nearest
/// name. `None` where the code was never assigned: shown, never refused.
pub fn full_name(code: &str, year: i32) -> Option<&'static str> {
    ORIGINS
        .by_code
        .get(code)?
        .iter()
        .min_by_key(|named| {
            // A year shared by two names belongs to the later one.
            let away = (named.from.saturating_sub(year)).max(year.saturating_sub(named.until));
            (away.max(0), std::cmp::Reverse(named.from))
        })
        .map(|named| named.full_name)
}

/// What is wrong with the table.
pub(super) fn problems() -> Vec<Problem> {
    ORIGINS.problems.clone()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_named_as_it_was_then() {
        assert_eq!(full_name("442000", 2020), Some("广东省中山市"));
        assert_eq!(full_name("110101", 1960), Some("北京市东城区"));
        assert_eq!(full_name("440623", 1985), Some("广东省佛山市顺德县"));
        assert_eq!(full_name("440623", 2020), Some("广东省佛山市顺德县"));
        assert_eq!(full_name("449901", 2020), None);
        assert_eq!(full_name("", 2020), None);
    }
}
