//! Invented people and offers for the tests of screens.

use crate::{
    domain::{
        contact::{
            Channel, Contact, ContactRecord, ContactState, ContactWith, Outcome, Party, Purpose,
        },
        draft::Draft,
        fit::{Fit, FitLevel, FitReason, OfferFit, RuleRef, Verdict},
        group::{Group, Membership},
        hit::{Hit, HitBy, HitField, HitMatch},
        id_number::IdNumber,
        ids::{ContactId, CourseId, DraftId, OperatorId, PersonId, StationId, VacancyId},
        offer::OfferId,
        person::{Person, PersonRecord, PersonState, PersonSummary, Sex, WorkStatus},
        phone::Phone,
        written::Written,
    },
    effect::{DueContact, Found, PersonFile, PersonOffers, TodayBoard},
};
use chrono::{DateTime, FixedOffset, NaiveDate};
use uuid::Uuid;

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn time(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap()
}

pub(crate) fn person_id(n: u128) -> PersonId {
    PersonId(Uuid::from_u128(n))
}

/// A line of a list: 李明朗 for 1, namesakes and others after.
pub(crate) fn summary(n: u128) -> PersonSummary {
    let names = ["李明朗", "李敏丽", "欧阳小敏", "阿依古丽·买买提", "林美"];
    let name = names[usize::try_from(n - 1).unwrap() % names.len()];
    let groups = match n % 3 {
        1 => vec![Group::YouthNotInSchool, Group::Disabled],
        2 => vec![Group::RegisteredUnemployed],
        _ => vec![],
    };
    PersonSummary {
        id: person_id(n),
        reference: format!("P{n:04}"),
        name: name.to_owned(),
        sex: Some(if n % 2 == 1 { Sex::Male } else { Sex::Female }),
        age: Some(18 + i32::try_from(n).unwrap()),
        id_masked: format!("**************{:04}", 3200 + n * 17),
        phone_masked: format!("169****{:04}", 5600 + n),
        town: "石岐街道".to_owned(),
        village: "岐头社区".to_owned(),
        wishes: "想找份家政或月嫂".to_owned(),
        groups,
        state: PersonState::Active,
        last_contact: Some((time("2026-11-12T15:00:00+08:00"), Outcome::Interested)),
        next_due: (n % 2 == 1).then(|| day("2026-11-24")),
    }
}

/// A hit by initials with the first letters of the name marked.
pub(crate) fn found(n: u128, field: HitField, by: HitBy, spans: Vec<(usize, usize)>) -> Found {
    Found {
        hit: Hit {
            person: person_id(n),
            score: 10,
            matched: vec![HitMatch {
                field,
                by,
                spans,
                heard: None,
            }],
        },
        summary: summary(n),
    }
}

pub(crate) fn contact(n: u128) -> Contact {
    let at = time("2026-11-12T15:00:00+08:00");
    Contact {
        id: ContactId(Uuid::from_u128(900 + n)),
        reference: format!("C{n:04}"),
        record: ContactRecord {
            with: ContactWith::Person(person_id(1)),
            at,
            channel: Channel::CallOut,
            party: Some(Party::Themself),
            place: String::new(),
            purposes: vec![Purpose::Vacancy],
            outcome: Outcome::Interested,
            reason: None,
            note: "想要双休，路远不去".to_owned(),
            next_due: Some(day("2026-11-24")),
        },
        entered_at: at,
        operator: OperatorId(Uuid::from_u128(1)),
        operator_name: "陈婉仪".to_owned(),
        state: if n == 2 {
            ContactState::Cancelled
        } else {
            ContactState::Valid
        },
        corrects: None,
        state_reason: String::new(),
        with_name: "李明朗".to_owned(),
        journal: (StationId(Uuid::from_u128(2)), 10),
    }
}

pub(crate) fn file() -> PersonFile {
    let id_number = IdNumber::from_body("44990119920314321").unwrap();
    PersonFile {
        person: Person {
            id: person_id(1),
            record: PersonRecord {
                reference: "P0001".to_owned(),
                name: "李明朗".to_owned(),
                sex: Some(Sex::Male),
                birth_date: Some(id_number.birth_date()),
                id_number: Some(id_number),
                phone: Phone::parse("16912345601"),
                town: "石岐街道".to_owned(),
                village: "岐头社区".to_owned(),
                groups: vec![
                    Membership::undated(Group::YouthNotInSchool),
                    Membership::undated(Group::Disabled),
                ],
                work_status: Written::read("登记失业", WorkStatus::RegisteredUnemployed),
                health: "左腿残疾".to_owned(),
                ..PersonRecord::default()
            },
        },
        summary: summary(1),
        contacts: vec![contact(1), contact(2)],
        recommendations: Vec::new(),
    }
}

fn reason(verdict: Verdict, what: &str, because: &str) -> FitReason {
    FitReason {
        verdict,
        what: what.to_owned(),
        because: because.to_owned(),
        rule: (verdict != Verdict::Unknown).then(|| RuleRef {
            rule: "R-GEN-02".to_owned(),
            clause: "招聘条件原文".to_owned(),
        }),
        ask: (verdict == Verdict::Unknown).then(|| "最高学历是什么？".to_owned()),
        soft: false,
        sensitive: false,
    }
}

fn fit(level: FitLevel) -> Fit {
    let mut reasons = vec![
        reason(Verdict::Met, "年龄 18–45 岁", "19 岁"),
        reason(Verdict::Met, "意向：家政", "想找份家政或月嫂"),
    ];
    match level {
        FitLevel::Unknown => reasons.insert(0, reason(Verdict::Unknown, "学历 初中以上", "未登记")),
        FitLevel::No => reasons.insert(0, reason(Verdict::Failed, "限女性", "性别 男")),
        FitLevel::Yes => {}
    }
    Fit {
        level,
        score: 50,
        reasons,
        not_checked: vec!["能吃苦".to_owned()],
    }
}

fn offer(n: u128, course: bool, level: FitLevel) -> OfferFit {
    let titles = ["家政服务员(双休)", "住家保姆", "月嫂", "收银员", "电工学徒"];
    let at = usize::try_from(n).unwrap() % titles.len();
    OfferFit {
        offer: if course {
            OfferId::Course(CourseId(Uuid::from_u128(300 + n)))
        } else {
            OfferId::Vacancy(VacancyId(Uuid::from_u128(400 + n)))
        },
        reference: format!("V{n:04}"),
        title: titles[at].to_owned(),
        by: if course {
            "岐江技工学校"
        } else {
            "好帮手家政有限公司"
        }
        .to_owned(),
        place: "石岐".to_owned(),
        terms: if course { "2026-12-01" } else { "4500-6000" }.to_owned(),
        fit: fit(level),
    }
}

pub(crate) fn offers() -> PersonOffers {
    let levels = [
        FitLevel::Yes,
        FitLevel::Yes,
        FitLevel::Unknown,
        FitLevel::Unknown,
        FitLevel::No,
    ];
    let many = |course: bool, count: usize| {
        (0..count)
            .map(|n| offer(n as u128, course, levels[n * levels.len() / count]))
            .collect()
    };
    PersonOffers {
        person: person_id(1),
        understood: vec!["家政服务员（家政）".to_owned()],
        courses: many(true, 4),
        vacancies: many(false, 12),
        ask: vec![("最高学历是什么？".to_owned(), 6)],
    }
}

pub(crate) fn board() -> TodayBoard {
    TodayBoard {
        due: (1..=3)
            .map(|n| DueContact {
                summary: summary(n),
                due: day(
                    ["2026-11-14", "2026-11-20", "2026-11-20"][usize::try_from(n - 1).unwrap()]
                ),
                last_note: "说下周面试后回话，路远不想去火炬区".to_owned(),
            })
            .collect(),
        due_total: 3,
        drafts: vec![Draft {
            id: DraftId(Uuid::from_u128(5)),
            form: "contact".to_owned(),
            person: Some(person_id(2)),
            title: "李敏丽(尾号3234) 记联系".to_owned(),
            fields: vec![("note".to_owned(), "问社保".to_owned())],
            saved_at: time("2026-11-19T17:20:00+08:00"),
        }],
        logged_today: 4,
        people: 600,
        vacancies: 312,
        courses: 64,
    }
}
