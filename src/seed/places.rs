//! Places of Guangdong by code and by name, as people say them: 石岐 → 石岐街道 of 中山市.

use super::{
    problem::{Fault, Problem},
    tables,
    tsv::{Row, Source},
};
use std::{collections::HashMap, sync::LazyLock};

/// Level of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// 省.
    Province,
    /// 市.
    City,
    /// 县, 区.
    County,
    /// 镇, 街道; 东莞 and 中山 have them right under the city.
    Town,
}

/// A place of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Six digits, nine for a town.
    pub code: &'static str,
    /// Name, `小榄镇`.
    pub name: &'static str,
    /// Level.
    pub level: Level,
    /// Code of the place that it belongs to.
    pub parent: &'static str,
    /// Full name, `广东省中山市小榄镇`.
    pub full_name: &'static str,
}

struct Places {
    all: Vec<Place>,
    by_code: HashMap<&'static str, usize>,
    by_name: HashMap<&'static str, Vec<usize>>,
    problems: Vec<Problem>,
}

static PLACES: LazyLock<Places> = LazyLock::new(read);

fn read() -> Places {
    let source = Source {
        file: "codes/divisions-guangdong.tsv",
        text: tables::DIVISIONS_GUANGDONG,
    };
    let mut places = Places {
        all: Vec::new(),
        by_code: HashMap::new(),
        by_name: HashMap::new(),
        problems: Vec::new(),
    };
    let columns = ["code", "name", "level", "parent_code", "full_name"];
    for Row {
        line,
        cells: [code, name, level, parent, full_name],
    } in source.rows(columns, &mut places.problems)
    {
        let level = match level {
            "province" => Level::Province,
            "city" => Level::City,
            "county" => Level::County,
            "town" => Level::Town,
            other => {
                places.problems.push(source.problem(
                    line,
                    Fault::Value {
                        column: "level".to_owned(),
                        text: other.to_owned(),
                    },
                ));
                continue;
            }
        };
        let index = places.all.len();
        places.all.push(Place {
            code,
            name,
            level,
            parent,
            full_name,
        });
        if places.by_code.insert(code, index).is_some() {
            let fault = Fault::Repeated(code.to_owned());
            places.problems.push(source.problem(line, fault));
        }
        let full = [full_name, full_name.trim_start_matches("广东省")];
        let mut names = vec![name, spoken(name)];
        names.extend(full.into_iter().filter(|n| !n.is_empty()));
        names.sort_unstable();
        names.dedup();
        for name in names {
            places.by_name.entry(name).or_default().push(index);
        }
    }
    places
}

/// A name without its rank, as people say it: 石岐, 小榄, 顺德. A name of one character keeps it.
pub fn spoken(name: &str) -> &str {
    for rank in ["街道", "地区", "镇", "乡", "区", "县", "市", "省"] {
        if let Some(short) = name.strip_suffix(rank)
            && short.chars().count() >= 2
        {
            return short;
        }
    }
    name
}

/// Every place, in the table's order.
pub fn all() -> &'static [Place] {
    &PLACES.all
}

/// The place with a code.
pub fn by_code(code: &str) -> Option<&'static Place> {
    PLACES.by_code.get(code).map(|index| &PLACES.all[*index])
}

/// The places that a name may mean, wider ones first: 中山 is a city and, in 湛江 and 揭阳, a street.
/// Knows `小榄镇`, `小榄`, `中山市小榄镇` and the full name.
pub fn by_name(name: &str) -> Vec<&'static Place> {
    let mut found: Vec<&Place> = PLACES
        .by_name
        .get(name.trim())
        .into_iter()
        .flatten()
        .map(|index| &PLACES.all[*index])
        .collect();
    found.sort_by_key(|place| place.level);
    found
}

/// The place of a level that a place lies in, itself included.
pub fn within(place: &Place, level: Level) -> Option<&'static Place> {
    let mut place = by_code(place.code)?;
    while place.level > level {
        place = by_code(place.parent)?;
    }
    (place.level == level).then_some(place)
}

/// What is wrong with the table.
pub(super) fn problems() -> Vec<Problem> {
    PLACES.problems.clone()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_as_people_say_them() {
        for (said, code) in [
            ("石岐", "442000001"),
            ("石岐街道", "442000001"),
            ("小榄", "442000118"),
            ("中山市小榄镇", "442000118"),
            ("中山", "442000"),
            ("顺德", "440606"),
            ("广东省中山市", "442000"),
        ] {
            assert_eq!(by_name(said).first().map(|p| p.code), Some(code), "{said}");
        }
        assert!(by_name("").is_empty());
        assert!(by_name("火星").is_empty());
        assert!(
            by_name("中山").len() > 1,
            "a street of that name is offered after the city"
        );
    }

    #[test]
    fn a_town_knows_its_city() {
        let town = by_code("442000118").unwrap();
        assert_eq!(within(town, Level::City).unwrap().name, "中山市");
        assert_eq!(within(town, Level::County), None, "中山 has no counties");
        let village_town = by_name("顺德区")[0];
        assert_eq!(within(village_town, Level::City).unwrap().name, "佛山市");
    }
}
