//! The made-up people are possible people, and no real ones.

use super::{super::super::*, *};
use crate::domain::group::Group;
use std::collections::{BTreeMap, BTreeSet, HashSet};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-11-21")
}

#[test]
fn no_id_number_can_be_a_real_one_and_none_is_twice() {
    let mut seen = HashSet::new();
    for index in (0..50_000).chain((60_000..10_000_000).step_by(99_991)) {
        let person = person(index, today());
        let Some(id) = person.id_number else {
            assert_eq!(person.state, Some(PersonState::IdPending), "{index}");
            continue;
        };
        let origin: u32 = id.origin().parse().unwrap();
        assert!((449_901..=449_999).contains(&origin), "{index}");
        assert_eq!(origins::full_name(id.origin(), 2020), None);
        assert_eq!(IdNumber::parse(id.as_str()), Ok(id), "{index}");
        assert_eq!(Some(id.birth_date()), person.birth_date, "{index}");
        assert_eq!(Some(id.sex()), person.sex, "{index}");
        assert!(seen.insert(id), "{index}: a number twice");
    }
}

/// Whoever shares the slot of an id number (every 49,203rd) has another birthday.
#[test]
fn ten_million_people_have_as_many_id_numbers() {
    for slot in [0, 1, 17, 4_711, 49_202] {
        let mut seen = HashSet::new();
        for index in (slot..10_000_000).step_by(49_203) {
            let birth = numbers::birthday(index, 40, today());
            let id = numbers::id_number(index, Sex::Male, birth).unwrap();
            assert!(seen.insert(id.as_str()[10..].to_owned()), "{index}");
        }
    }
}

#[test]
fn phones_have_prefixes_that_no_carrier_has() {
    let mut first = HashSet::new();
    let mut shared = 0;
    for index in 0..20_000 {
        let person = person(index, today());
        for phone in [&person.phone, &person.phone2].into_iter().flatten() {
            let prefix = &phone.as_str()[..3];
            assert!(
                ["154", "160", "161", "163", "164", "168", "169", "194"].contains(&prefix),
                "{phone}"
            );
        }
        if let Some(phone) = person.phone {
            shared += u32::from(!first.insert(phone.as_str().to_owned()));
        }
    }
    assert!(
        (20..2_000).contains(&shared),
        "some families share a phone: {shared}"
    );
}

#[test]
fn the_same_people_every_time_in_an_office_of_any_size() {
    let few: Vec<_> = People::new(300, today()).collect();
    let many = People::new(10_000_000, today());
    assert_eq!(many.size_hint(), (10_000_000, Some(10_000_000)));
    assert!(many.take(300).eq(few.iter().cloned()));
    assert_eq!(People::new(300, today()).nth(123).as_ref(), few.get(123));
    let references: BTreeSet<_> = few.iter().map(|p| p.reference.as_str()).collect();
    assert_eq!(references.first(), Some(&"P00000001"));
    assert_eq!(references.len(), 300);
}

#[test]
fn every_group_is_met_among_the_first_two_hundred() {
    for today in [
        today(),
        day("2027-02-28"),
        day("2028-02-29"),
        day("2031-01-01"),
    ] {
        let met: BTreeSet<Group> = People::new(200, today)
            .flat_map(|person| person.groups_on(today))
            .collect();
        let missing: Vec<_> = Group::ALL.iter().filter(|g| !met.contains(g)).collect();
        assert!(missing.is_empty(), "{missing:?} on {today}");
    }
}

#[test]
fn ages_go_with_groups() {
    for today in [today(), day("2028-02-29")] {
        for (index, person) in (0..).zip(People::new(5_000, today)) {
            let Some(age) = person.age_on(today) else {
                continue;
            };
            let name = &person.name;
            let in_group = |group| person.in_group(group, today);
            assert!((15..=75).contains(&age), "{index} {name} {age}");
            assert!(
                age >= 16 || in_group(Group::YouthNotInSchool),
                "{index} {name}"
            );
            if in_group(Group::YouthNotInSchool) {
                assert!((15..=20).contains(&age), "{index} {name} {age}");
                assert!(
                    person
                        .schooling
                        .value
                        .is_none_or(|s| matches!(s.rank(), 2 | 3))
                );
            }
            if in_group(Group::Veteran) {
                let since = today.year() - person.veteran_year.unwrap();
                assert!((0..=age - 18).contains(&since), "{index} {name}");
            }
            assert_eq!(
                person.disability_kind.is_some(),
                in_group(Group::Disabled),
                "{index} {name}"
            );
            if let (Some(id), Some(_)) = (person.id_number, person.disability_kind) {
                assert_eq!(person.disability_cert.len(), 20);
                assert!(person.disability_cert.starts_with(id.as_str()));
            }
            assert!(age >= 18 || !person.guardian.is_empty(), "{index} {name}");
        }
    }
}

#[test]
fn words_are_read_as_an_import_reads_them() {
    for (text, value) in [
        words::TEENS,
        words::YOUNG,
        words::MIDDLE,
        words::OLD,
        words::GRADUATES,
    ]
    .concat()
    {
        assert_eq!(schooling::alias(text), Some(value), "{text}");
    }
    for (text, value) in [
        words::AT_WORK,
        words::REGISTERED,
        words::OUT,
        words::MIXED,
        words::LEARNING,
    ]
    .concat()
    {
        assert_eq!(work_status::alias(text), Some(value), "{text}");
    }
}

#[test]
fn the_hand_written_are_who_they_should_be() {
    let all: Vec<_> = People::new(cast::size(), today()).collect();
    let by_name = |name: &str| all.iter().find(|p| p.name == name).unwrap();
    assert_eq!(by_name("李明朗").reference, "P00000001");
    assert_eq!(by_name("李明朗").id_number.unwrap().tail(), "3217");
    assert_eq!(by_name("钟天佑").age_on(today()), Some(15));
    assert_eq!(by_name("谢嘉铭").phone, by_name("谢国强").phone);
    assert_eq!(by_name("单伟杰").veteran_year, Some(2026));
    assert_eq!(
        by_name("仇少华").disability_kind,
        Some(DisabilityKind::Sight)
    );
    assert!(!by_name("蓝梓豪").in_group(Group::RegisteredPoorHousehold, today()));
    assert_eq!(all.iter().filter(|p| p.name == "陈美玲").count(), 2);
    assert_eq!(by_name("梁水妹").id_number, None);
    for today in (0..800)
        .step_by(11)
        .filter_map(|n| today().checked_add_days(Days::new(n)))
    {
        for index in 0..cast::size() {
            assert!(cast::person(index, today).is_some(), "{index} on {today}");
        }
    }
}

#[test]
fn the_office_has_what_counters_meet() {
    let mut count: BTreeMap<&str, u32> = BTreeMap::new();
    for person in People::new(20_000, today()) {
        let mut met = |what, yes| *count.entry(what).or_default() += u32::from(yes);
        met("a wish", !person.wishes.is_empty());
        met("no wish", person.wishes.is_empty());
        met("no phone", person.phone.is_none());
        met("no schooling", person.schooling.is_blank());
        met("two groups", person.groups.len() > 1);
        met("no group", person.groups.is_empty());
        met("a certificate", !person.certs.is_empty());
        met("veteran of the year", person.veteran_year == Some(2026));
        met("a dot in the name", person.name.contains('·'));
        met(
            "a rare character",
            person.name.chars().any(|c| u32::from(c) > 0xffff),
        );
        met("another city", person.city != "中山市");
        met("sixteen", person.age_on(today()) == Some(16));
        met("over sixty", person.age_on(today()).is_some_and(|a| a > 60));
        met(
            "to be verified",
            person.state == Some(PersonState::Unverified),
        );
        assert!(
            !person.certs.iter().any(|c| c.contains('{')),
            "{:?}",
            person.certs
        );
        assert!(!person.name.is_empty() && !person.reference.is_empty());
    }
    for (what, n) in &count {
        assert!(*n >= 5, "{what}: {n}");
    }
    assert!(count["a wish"] > 15_000, "{count:?}");
}
