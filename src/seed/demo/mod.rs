//! A made-up office: people, courses, vacancies, and the contacts of the last weeks.
//!
//! It is the same for the same number of people and the same day, and alive on any day: nothing in
//! it bears a fixed date, but for the poverty lists that ended in 2020. Every person, phone number, firm and training body is invented; id numbers
//! have an origin (449901–449999) that was never assigned.
//!
//! Absent on purpose: identities and the journal. `office` commits what stands here through the store
//! like any clerk's work.

mod contacts;
mod offers;
mod people;
mod random;

pub use people::{People, person};

use crate::domain::{
    contact::{Channel, ContactRecord, ContactWith, Outcome, Party, Purpose, Reason},
    offer::{CourseRecord, VacancyRecord},
    operator::Role,
    recommendation::Response,
};
use chrono::{DateTime, FixedOffset, NaiveDate};

/// The made-up office. Put it on the books in the order of the fields.
#[derive(Debug, Clone)]
pub struct DemoOffice {
    /// Who works there; [`DemoContact::operator`] counts in this list.
    pub operators: Vec<DemoOperator>,
    /// The people, one by one: there may be ten million.
    pub people: People,
    /// The courses; [`DemoOffer::Course`] counts in this list.
    pub courses: Vec<CourseRecord>,
    /// The vacancies; [`DemoOffer::Vacancy`] counts in this list.
    pub vacancies: Vec<VacancyRecord>,
    /// The contacts, in the order in which they were entered.
    pub contacts: Vec<DemoContact>,
}

/// Somebody who works in the made-up office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoOperator {
    /// Name.
    pub name: &'static str,
    /// Role.
    pub role: Role,
}

/// One contact of the made-up office, its references still positions in lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoContact {
    /// With whom: position among the people, from 0; `None` gave no name.
    pub person: Option<u64>,
    /// Position of the operator.
    pub operator: usize,
    /// When it took place.
    pub at: DateTime<FixedOffset>,
    /// When it was entered; a later day for 补录.
    pub entered_at: DateTime<FixedOffset>,
    /// How.
    pub channel: Channel,
    /// Who answered.
    pub party: Option<Party>,
    /// Where.
    pub place: String,
    /// About what.
    pub purposes: Vec<Purpose>,
    /// What came of it.
    pub outcome: Outcome,
    /// Why not now.
    pub reason: Option<Reason>,
    /// What was said.
    pub note: String,
    /// Day promised for the next contact.
    pub next_due: Option<NaiveDate>,
    /// What was recommended in it.
    pub recommended: Vec<DemoRecommendation>,
}

impl DemoContact {
    /// What a clerk says of it, once it is known with whom it was.
    pub fn record(&self, with: ContactWith) -> ContactRecord {
        ContactRecord {
            with,
            at: self.at,
            channel: self.channel,
            party: self.party,
            place: self.place.clone(),
            purposes: self.purposes.clone(),
            outcome: self.outcome,
            reason: self.reason,
            note: self.note.clone(),
            next_due: self.next_due,
        }
    }
}

/// A recommendation made in a contact of the made-up office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DemoRecommendation {
    /// What was recommended.
    pub offer: DemoOffer,
    /// What the person said.
    pub response: Response,
}

/// A course or vacancy of the made-up office by its position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DemoOffer {
    /// Position among the courses.
    Course(usize),
    /// Position among the vacancies.
    Vacancy(usize),
}

/// The two who work there: a clerk and a supervisor.
pub fn operators() -> Vec<DemoOperator> {
    vec![
        DemoOperator {
            name: "陈秀英",
            role: Role::Clerk,
        },
        DemoOperator {
            name: "黄伟文",
            role: Role::Supervisor,
        },
    ]
}

/// The office with so many people on a day. `offset` is the counter's time zone.
pub fn office(people: u64, today: NaiveDate, offset: FixedOffset) -> DemoOffice {
    let (courses, vacancies) = (offers::courses(today), offers::vacancies(today));
    DemoOffice {
        operators: operators(),
        contacts: contacts::contacts(&contacts::Setting {
            people,
            today,
            offset,
            courses: &courses,
            vacancies: &vacancies,
        }),
        people: People::new(people, today),
        courses,
        vacancies,
    }
}

/// What is wrong with the shipped courses and vacancies.
pub(super) fn problems() -> Vec<super::Problem> {
    [offers::problems(), people::problems(), contacts::problems()].concat()
}
