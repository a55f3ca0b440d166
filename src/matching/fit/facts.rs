//! What decides about a person, taken off the record once: no name, no number.

use crate::domain::{
    dates,
    group::{Group, Membership},
    person::{
        DisabilityKind, DisabilityLevel, PersonRecord, PersonState, Schooling, Sex, Wish,
        WorkStatus,
    },
};
use crate::matching::{places::Home, requirement::certificate};
use chrono::NaiveDate;

/// A disability on record, as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Disability {
    /// Kind.
    pub kind: Option<DisabilityKind>,
    /// Level, 1 the gravest.
    pub level: Option<u8>,
}

/// What a record says of health.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Health {
    /// Nothing, or nothing that could be read.
    Unknown,
    /// Good.
    Good,
    /// Something to the contrary.
    Poor,
}

/// The facts.
#[derive(Debug, Clone, PartialEq)]
pub struct Facts {
    pub(crate) state: PersonState,
    pub(crate) birth: Option<NaiveDate>,
    pub(crate) sex: Option<Sex>,
    pub(crate) schooling: Option<Schooling>,
    pub(crate) groups: Box<[Membership]>,
    pub(crate) disability: Option<Disability>,
    pub(crate) certificates: Box<[Box<str>]>,
    /// Somebody asked and there is none (无), or others are on record.
    pub(crate) certificates_asked: bool,
    pub(crate) status: Option<WorkStatus>,
    pub(crate) wish_known: bool,
    pub(crate) training_wish: Option<Wish>,
    pub(crate) expected: Option<u32>,
    pub(crate) health: Health,
    pub(crate) unable: bool,
    pub(crate) home: Home,
    /// So little is known that nothing can be offered.
    pub(crate) empty: bool,
}

/// Words in a health column that speak against good health.
const POOR: [&str; 10] = [
    "差",
    "病",
    "残",
    "弱",
    "高血压",
    "糖尿",
    "手术",
    "癌",
    "重症",
    "不好",
];
const GOOD: [&str; 5] = ["健康", "良好", "正常", "好", "无"];

impl Facts {
    /// Takes the facts off a record.
    pub fn of(person: &PersonRecord, home: Home) -> Self {
        let kind = person
            .disability_kind
            .or_else(|| from_certificate(person).0);
        let level = person.disability_level.map(|level| match level {
            DisabilityLevel::One => 1,
            DisabilityLevel::Two => 2,
            DisabilityLevel::Three => 3,
            DisabilityLevel::Four => 4,
        });
        let in_disabled = |m: &Membership| m.group.is_within(Group::Disabled);
        let blind = person.groups.iter().any(|m| m.group == Group::Blind);
        let disabled = kind.is_some()
            || level.is_some()
            || !person.disability_cert.is_empty()
            || person.groups.iter().any(in_disabled);
        let certificates: Box<[Box<str>]> = person
            .certs
            .iter()
            .filter(|c| !is_none(c))
            .map(|c| c.as_str().into())
            .collect();
        let vocational = |c: &str| !certificate::is_paper(c) && certificate::licence(c).is_none();
        let words = person.health.as_str();
        let health = if POOR.iter().any(|w| words.contains(w)) && !words.contains("无病") {
            Health::Poor
        } else if GOOD.iter().any(|w| words.contains(w)) {
            Health::Good
        } else {
            Health::Unknown
        };
        let unable = ["无劳动", "丧失劳动", "无劳动能力"]
            .iter()
            .any(|w| person.labour_ability.contains(w))
            || person.work_status.value == Some(WorkStatus::Unable);
        Self {
            state: person.state.unwrap_or(PersonState::Active),
            birth: person.birth_date,
            sex: person.sex,
            schooling: person.schooling.value,
            disability: disabled.then_some(Disability {
                kind: kind.or(blind.then_some(DisabilityKind::Sight)),
                level: level.or_else(|| from_certificate(person).1),
            }),
            certificates_asked: person.certs.iter().any(|c| is_none(c) || vocational(c)),
            certificates,
            status: person.work_status.value,
            wish_known: !person.wishes.trim().is_empty(),
            training_wish: person.training_wish.value,
            expected: person.expected_pay.value,
            health,
            unable,
            home,
            empty: person.wishes.trim().is_empty()
                && person.schooling.value.is_none()
                && person.groups.is_empty()
                && person.certs.is_empty()
                && person.training_wish.value.is_none(),
            groups: groups(person),
        }
    }

    /// Completed years on a day.
    pub(crate) fn age(&self, today: NaiveDate) -> Option<i32> {
        self.birth.map(|birth| dates::age_on(birth, today))
    }
}

fn is_none(certificate: &str) -> bool {
    matches!(certificate.trim(), "无" | "没有" | "無" | "none")
}

/// Groups as recorded, and those that other columns state.
fn groups(person: &PersonRecord) -> Box<[Membership]> {
    let mut groups = person.groups.clone();
    let mut add = |group: Group, stated: bool| {
        if stated && !groups.iter().any(|m| m.group.is_within(group)) {
            groups.push(Membership::undated(group));
        }
    };
    add(Group::Veteran, person.veteran_year.is_some());
    let disabled = person.disability_kind.is_some() || !person.disability_cert.is_empty();
    add(Group::Disabled, disabled);
    let status = person.work_status.value;
    add(
        Group::RegisteredUnemployed,
        status == Some(WorkStatus::RegisteredUnemployed),
    );
    add(Group::Unemployed, status == Some(WorkStatus::NotWorking));
    add(
        Group::EnterpriseWorker,
        status == Some(WorkStatus::Employed),
    );
    groups.into()
}

/// A disability certificate's number ends in kind and level.
fn from_certificate(person: &PersonRecord) -> (Option<DisabilityKind>, Option<u8>) {
    let number = person.disability_cert.trim();
    let mut end = number.chars().skip(18);
    if number.chars().count() < 20 {
        return (None, None);
    }
    let kind = end.next().and_then(DisabilityKind::from_digit);
    let level = end
        .next()
        .and_then(|c| c.to_digit(10))
        .filter(|n| (1..=4).contains(n));
    (kind, level.and_then(|n| u8::try_from(n).ok()))
}
