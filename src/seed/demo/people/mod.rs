//! The people, each made from its position alone, so that an office of 200 is the beginning of one of 10,000,000.
//!
//! The first are written by hand ([`cast`]); after them every group of the register has one person;
//! the rest are drawn. Nothing is drawn in sequence: person `i` is the same whoever stands before.

pub(super) mod cast;
mod homes;
mod names;
mod numbers;
mod plan;
mod wishes;
mod words;

#[cfg(test)]
mod tests;

use super::random::Chance;
use crate::domain::{
    dates,
    group::{Group, Membership},
    id_number::IdNumber,
    person::{DisabilityKind, DisabilityLevel, PersonRecord, PersonState, Sex},
    phone::Phone,
};
use chrono::{Datelike, Days, NaiveDate};
use homes::Home;
use plan::Plan;
use std::ops::Range;

/// The people of the made-up office, one by one.
#[derive(Debug, Clone)]
pub struct People {
    today: NaiveDate,
    left: Range<u64>,
}

impl People {
    /// The first `count` people as they are on a day.
    pub fn new(count: u64, today: NaiveDate) -> Self {
        Self {
            today,
            left: 0..count,
        }
    }
}

impl Iterator for People {
    type Item = PersonRecord;

    fn next(&mut self) -> Option<PersonRecord> {
        self.left.next().map(|index| person(index, self.today))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.left.size_hint()
    }

    fn nth(&mut self, skipped: usize) -> Option<PersonRecord> {
        self.left
            .nth(skipped)
            .map(|index| person(index, self.today))
    }
}

/// The person at a position (from 0), as they are on a day: the same in an office of any size.
pub fn person(index: u64, today: NaiveDate) -> PersonRecord {
    cast::person(index, today).unwrap_or_else(|| drawn(index, today))
}

/// What the members of a household share, and what the rest of a record rests on.
struct Core {
    plan: Plan,
    surname: &'static str,
    given: String,
    sex: Sex,
    birth: NaiveDate,
    age: i32,
    home: Home,
}

impl Core {
    fn of(index: u64, today: NaiveDate) -> Self {
        let mut chance = Chance::new(1, index);
        let plan = plan::of(index, &mut chance);
        let sex = plan.sex;
        let age = i32::try_from(chance.between(plan.ages.0, plan.ages.1)).unwrap_or(30);
        let birth = numbers::birthday(index, age, today);
        Self {
            surname: names::surname(&mut chance),
            given: names::given(&mut chance, sex, birth.year()),
            home: Home::draw(&mut chance),
            plan,
            sex,
            birth,
            age,
        }
    }

    fn name(&self) -> String {
        format!("{}{}", self.surname, self.given)
    }
}

/// The parent of a drawn person, where the one before is old enough to be it: they share the
/// surname, the home and the phone.
fn parent(index: u64, core: &Core, today: NaiveDate) -> Option<(u64, Core)> {
    let before = index.checked_sub(1)?;
    if index % 23 != 5 || before < cast::size() || before % 23 == 5 {
        return None;
    }
    let parent = Core::of(before, today);
    (parent.age - core.age >= 20 && parent.age - core.age <= 42).then_some((before, parent))
}

fn drawn(index: u64, today: NaiveDate) -> PersonRecord {
    let mut core = Core::of(index, today);
    let mut chance = Chance::new(2, index);
    let mut phone_of = index;
    let mut record = PersonRecord {
        reference: format!("P{:08}", index + 1),
        sex: Some(core.sex),
        birth_date: Some(core.birth),
        ..PersonRecord::default()
    };
    if let Some((before, parent)) = parent(index, &core, today) {
        core.surname = parent.surname;
        core.home = parent.home;
        phone_of = before;
        record.householder = parent.name();
        let relation = if core.sex == Sex::Male {
            "之子"
        } else {
            "之女"
        };
        record.household_relation = relation.to_owned();
    } else if chance.percent(45) {
        record.householder = core.name();
        record.household_relation = "本人".to_owned();
    }
    record.name = names::rare(index).map_or_else(|| core.name(), str::to_owned);
    if record.household_relation == "本人" {
        record.householder.clone_from(&record.name);
    }
    if core.age < 18 {
        record.guardian = if record.household_relation.starts_with('之') {
            record.householder.clone()
        } else {
            format!(
                "{}{}",
                core.surname,
                names::given(&mut chance, Sex::Male, core.birth.year() - 27)
            )
        };
    }
    identity(&mut record, index, core.sex, core.birth, &mut chance);
    if !chance.percent(3) {
        record.phone = Phone::parse(&numbers::phone(phone_of));
    }
    if chance.percent(9) {
        record.phone2 = Phone::parse(&numbers::second_phone(index));
    }
    core.home.write_to(&mut record, &mut chance);
    groups(&mut record, &core, today, &mut chance);
    words::fill(&mut record, &core.plan, core.age, today, &mut chance);
    record
}

fn identity(
    record: &mut PersonRecord,
    index: u64,
    sex: Sex,
    birth: NaiveDate,
    chance: &mut Chance,
) {
    record.ethnic = if record.name.contains('·') {
        "维吾尔族"
    } else if chance.percent(96) {
        "汉族"
    } else {
        chance.pick(&[
            "壮族",
            "瑶族",
            "畲族",
            "苗族",
            "土家族",
            "侗族",
            "回族",
            "满族",
        ])
    }
    .to_owned();
    if chance.below(1000) < 12 {
        record.state = Some(PersonState::IdPending);
        if chance.percent(50) {
            record.birth_date = None;
        }
    } else {
        record.id_number = numbers::id_number(index, sex, birth);
        if chance.below(1000) < 5 {
            record.state = Some(PersonState::Unverified);
        }
    }
}

fn groups(record: &mut PersonRecord, core: &Core, today: NaiveDate, chance: &mut Chance) {
    let plan = &core.plan;
    record.groups = plan
        .groups
        .iter()
        .flatten()
        .map(|group| membership(*group, core, today, chance))
        .collect();
    if let Some((kind, level)) = plan.disability {
        record.disability_kind = Some(kind);
        record.disability_level = Some(level);
        record.disability_cert = record
            .id_number
            .map(|id| disability_cert(&id, kind, level))
            .unwrap_or_default();
    }
    if record
        .groups
        .iter()
        .any(|m| m.group.is_within(Group::Veteran))
    {
        let longest = i64::from((core.age - 19).clamp(0, 35));
        let ago = if chance.percent(30) {
            0
        } else {
            chance.between(0, longest)
        };
        record.veteran_year = i32::try_from(ago).ok().map(|ago| today.year() - ago);
    }
    let days = chance.below(900) + 3;
    record.reg_date = today.checked_sub_days(Days::new(days));
}

/// The number of a disability certificate: the id number, the kind's digit, the level's.
fn disability_cert(id: &IdNumber, kind: DisabilityKind, level: DisabilityLevel) -> String {
    let digit = |digit: Option<char>| digit.map(String::from).unwrap_or_default();
    format!("{id}{}{}", digit(kind.digit()), digit(level.digit()))
}

/// Most rosters give no dates. The poverty list of the years before 2021 ended then for some.
fn membership(group: Group, core: &Core, today: NaiveDate, chance: &mut Chance) -> Membership {
    let mut membership = Membership::undated(group);
    match group {
        Group::RegisteredPoor | Group::RegisteredPoorHousehold | Group::PoorFamilyChild
            if !plan::is_model(core.plan.index) && chance.percent(60) =>
        {
            membership.from = NaiveDate::from_ymd_opt(2016, 1, 1);
            membership.to = NaiveDate::from_ymd_opt(2020, 12, 31);
        }
        Group::RegisteredUnemployed | Group::LowIncome | Group::HardToEmploy
            if chance.percent(40) =>
        {
            membership.from = today.checked_sub_days(Days::new(chance.below(500)));
        }
        Group::YouthNotInSchool if chance.percent(30) => {
            membership.from =
                Some(dates::months_after(core.birth, 15 * 12 + 6)).filter(|d| *d <= today);
        }
        _ => {}
    }
    if chance.percent(8) {
        membership.evidence = Some("镇街名单".to_owned());
    }
    membership
}

/// What is wrong with the files that people are made from.
pub(in crate::seed) fn problems() -> Vec<super::super::Problem> {
    [cast::problems(), wishes::problems()].concat()
}
