//! The store as the office uses it, in memory: an invented office with two people and two posts.

mod contacts;
mod history;
mod imports;
mod ledgers;
mod register;
mod since;
mod undoing;

use super::*;
use crate::domain::{
    contact::{Channel, ContactRecord, ContactWith, Outcome, Party, Purpose},
    group::{Group, Membership},
    id_number::IdNumber,
    ids::{ContactId, OperatorId, PersonId},
    offer::{CourseRecord, OfferId, VacancyRecord},
    operator::Role,
    person::{PersonRecord, Sex},
    phone::Phone,
    recommendation::Response,
    written::Written,
};
use chrono::{DateTime, FixedOffset, NaiveDate};

pub(super) fn time(text: &str) -> DateTime<FixedOffset> {
    text.parse().unwrap()
}

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(super) fn founding() -> Founding {
    Founding {
        station: "一号窗".to_owned(),
        operator: "林经办".to_owned(),
        role: Role::Supervisor,
        at: time("2026-11-20T08:30:00+08:00"),
    }
}

pub(super) fn invented(name: &str, sequence: u32) -> PersonRecord {
    let id = IdNumber::from_body(&format!("44990119900101{sequence:03}")).unwrap();
    PersonRecord {
        name: name.to_owned(),
        sex: Some(id.sex()),
        birth_date: Some(id.birth_date()),
        id_number: Some(id),
        phone: Phone::parse("16912345678"),
        town: "石岐街道".to_owned(),
        schooling: Written::unread("读到初二"),
        groups: vec![Membership::undated(Group::RuralLabour)],
        certs: vec!["叉车证".to_owned()],
        wishes: "开叉车".to_owned(),
        extra: [("自编列".to_owned(), "甲".to_owned())].into(),
        ..PersonRecord::default()
    }
}

/// An office with two people, a course and a vacancy.
pub(super) struct Office {
    pub(super) store: Store,
    pub(super) operator: OperatorId,
    pub(super) people: Vec<PersonId>,
    pub(super) offers: Vec<OfferId>,
}

impl Office {
    pub(super) fn new() -> Self {
        Self::with(Store::in_memory(&founding(), Ids::seeded(1)).unwrap())
    }

    pub(super) fn with(mut store: Store) -> Self {
        let operator = store.operators().unwrap()[0].id;
        let act = Act {
            operator,
            at: time("2026-11-20T09:00:00+08:00"),
        };
        let batch = ImportBatch {
            file: "名册.csv".to_owned(),
            people: vec![invented("张三", 997), invented("李小花", 998)],
            courses: vec![CourseRecord {
                title: "叉车司机".to_owned(),
                ..CourseRecord::default()
            }],
            vacancies: vec![VacancyRecord {
                reference: "G-7".to_owned(),
                title: "仓管".to_owned(),
                employer: "明华电子".to_owned(),
                headcount: Written::read("3人", 3),
                ..VacancyRecord::default()
            }],
            ..ImportBatch::default()
        };
        let receipt = store.commit_import(&act, &batch).unwrap();
        Self {
            store,
            operator,
            people: receipt.people.iter().map(|l| l.id).collect(),
            offers: vec![
                OfferId::Course(receipt.courses[0].id),
                OfferId::Vacancy(receipt.vacancies[0].id),
            ],
        }
    }

    pub(super) fn act(&self, at: &str) -> Act {
        Act {
            operator: self.operator,
            at: time(at),
        }
    }

    /// A contact id that repeats from run to run.
    pub(super) fn id(n: u8) -> ContactId {
        ContactId(crate::domain::ids::uuid_v7(1, [n; 10]))
    }

    pub(super) fn record(&self, person: usize, at: &str) -> ContactRecord {
        ContactRecord {
            with: ContactWith::Person(self.people[person]),
            at: time(at),
            channel: Channel::Counter,
            party: Some(Party::Themself),
            place: String::new(),
            purposes: vec![Purpose::Vacancy, Purpose::Policy],
            outcome: Outcome::Interested,
            reason: None,
            note: "想找近一点的".to_owned(),
            next_due: None,
        }
    }

    pub(super) fn recommended(&self, offer: usize) -> RecommendationDetails {
        RecommendationDetails {
            offer: self.offers[offer],
            title: "仓管".to_owned(),
            by: "明华电子".to_owned(),
            response: Response::Willing,
            reasons: "年龄符合".to_owned(),
            override_reason: String::new(),
        }
    }

    /// Logs a contact on the day of its own time.
    pub(super) fn log(
        &mut self,
        n: u8,
        person: usize,
        at: &str,
    ) -> crate::domain::contact::Contact {
        let (act, record) = (self.act(at), self.record(person, at));
        self.store
            .log_contact(&act, Self::id(n), &record, None, None)
            .unwrap()
    }
}

#[test]
fn what_is_written_is_read_back() {
    let office = Office::new();
    let store = &office.store;
    let person = store.person(office.people[0]).unwrap().unwrap();
    let want = PersonRecord {
        reference: "P000001".to_owned(),
        ..invented("张三", 997)
    };
    assert_eq!(person.record, want);
    assert_eq!(person.record.sex, Some(Sex::Male));

    let mut streamed = Vec::new();
    store
        .for_each_person(|id, record| streamed.push((id, record)))
        .unwrap();
    assert_eq!(streamed.len(), 2);
    assert_eq!(streamed[0], (office.people[0], want));
    assert_eq!(streamed[1].1.groups.len(), 1);

    let id_number = person.record.id_number.unwrap().to_string();
    let short = format!("{}{}", &id_number[..6], &id_number[8..17]);
    let program_id = office.people[0].to_string();
    for text in ["P000001", &id_number, &short, &program_id] {
        assert_eq!(
            store.find_person(text).unwrap(),
            Some(office.people[0]),
            "{text}"
        );
    }
    assert_eq!(store.find_person("P999999").unwrap(), None);

    let vacancy = store.find_vacancy("G-7").unwrap().unwrap();
    assert_eq!(vacancy.record.headcount, Written::read("3人", 3));
    assert_eq!(
        store.find_enterprise("明华电子").unwrap(),
        vacancy.enterprise
    );
    assert_eq!(store.find_offer("K0001").unwrap(), Some(office.offers[0]));
    assert_eq!(store.courses().unwrap()[0].record.title, "叉车司机");

    let known = store.known_people().unwrap();
    assert_eq!(known.by_reference["P000002"], office.people[1]);
    assert_eq!(known.by_id_number.len(), 2);
    assert_eq!(
        store.counts().unwrap(),
        Counts {
            people: 2,
            courses: 1,
            vacancies: 1,
            contacts: 0
        }
    );
}

#[test]
fn operators_are_told_apart() {
    let mut office = Office::new();
    let act = office.act("2026-11-21T09:00:00+08:00");
    let chen = office
        .store
        .add_operator(&act, " 陈大文 ", Role::Clerk)
        .unwrap();
    assert_eq!(office.store.operator_by_name("陈大文").unwrap(), Some(chen));
    assert!(matches!(
        office.store.add_operator(&act, "陈大文", Role::Admin),
        Err(Failure::OperatorExists { .. })
    ));
    assert_eq!(office.store.operators().unwrap().len(), 2);
    let nobody = Act {
        operator: OperatorId(uuid::Uuid::nil()),
        ..act
    };
    let record = office.record(0, "2026-11-21T09:00:00+08:00");
    assert!(matches!(
        office
            .store
            .log_contact(&nobody, Office::id(1), &record, None, None),
        Err(Failure::OperatorNotFound { .. })
    ));
    assert_eq!(office.store.counts().unwrap().contacts, 0);
}
