//! Names as they are in Guangdong, of their years; some hard ones on purpose.

use super::super::super::tables;
use super::super::random::Chance;
use crate::domain::person::Sex;
use std::sync::LazyLock;

/// Each surname as often as its weight.
static SURNAMES: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let mut drawn = Vec::new();
    for line in tables::SURNAMES.lines().skip(1) {
        let mut cells = line.split('\t');
        if let (Some(surname), Some(weight)) = (cells.next(), cells.nth(2)) {
            drawn.extend(std::iter::repeat_n(surname, weight.parse().unwrap_or(0)));
        }
    }
    drawn
});

struct Given {
    sex: Sex,
    until: i32,
    chars: Vec<char>,
}

static GIVEN: LazyLock<Vec<Given>> = LazyLock::new(|| {
    tables::GIVEN_NAME_CHARS
        .lines()
        .skip(1)
        .filter_map(|line| {
            let mut cells = line.split('\t');
            let sex = if cells.next()? == "M" {
                Sex::Male
            } else {
                Sex::Female
            };
            let (_, until) = cells.next()?.split_once('-')?;
            Some(Given {
                sex,
                until: until.parse().ok()?,
                chars: cells.next()?.chars().collect(),
            })
        })
        .collect()
});

/// A surname.
pub(super) fn surname(chance: &mut Chance) -> &'static str {
    chance.pick(&SURNAMES)
}

/// A given name of somebody born in a year.
pub(super) fn given(chance: &mut Chance, sex: Sex, born: i32) -> String {
    let of_sex = || GIVEN.iter().filter(|given| given.sex == sex);
    let row = of_sex()
        .find(|given| born <= given.until)
        .or_else(|| of_sex().next_back());
    let Some(row) = row else {
        return String::new();
    };
    let first = chance.pick(&row.chars);
    if chance.percent(12) {
        return first.to_string();
    }
    [first, chance.pick(&row.chars)].iter().collect()
}

/// A few names that programs stumble over: a dot in them, characters outside the basic plane.
pub(super) fn rare(index: u64) -> Option<&'static str> {
    const NAMES: [&str; 6] = [
        "阿卜杜拉·艾山",
        "古丽娜尔·吐尔逊",
        "赵𬭚",
        "林㛃",
        "何𣲗",
        "𠮷田明",
    ];
    let turn = usize::try_from(index / 487).unwrap_or(0);
    (index % 487 == 150).then(|| NAMES[turn % NAMES.len()])
}
