//! The contacts of the last weeks are ones that two clerks could have had.

use super::{super::*, *};
use crate::domain::dates::days_after;
use std::collections::BTreeSet;

fn beijing() -> FixedOffset {
    FixedOffset::east_opt(8 * 3600).unwrap()
}

fn office_of(people: u64, today: &str) -> DemoOffice {
    office(people, today.parse().unwrap(), beijing())
}

#[test]
fn every_answer_and_every_kind_of_promise_is_met() {
    let today: NaiveDate = "2026-11-25".parse().unwrap();
    let contacts = office_of(200, "2026-11-25").contacts;
    assert!((120..400).contains(&contacts.len()), "{}", contacts.len());
    for channel in Channel::ALL {
        assert!(
            contacts.iter().any(|c| c.channel == *channel),
            "{channel:?}"
        );
    }
    for outcome in Outcome::ALL {
        assert!(
            contacts.iter().any(|c| c.outcome == *outcome),
            "{outcome:?}"
        );
    }
    for operator in 0..operators().len() {
        assert!(contacts.iter().filter(|c| c.operator == operator).count() > 20);
    }
    let last_promise = |wanted: &dyn Fn(NaiveDate) -> bool| {
        let people: BTreeSet<_> = contacts.iter().filter_map(|c| c.person).collect();
        people
            .into_iter()
            .filter_map(|index| contacts.iter().rfind(|c| c.person == Some(index)))
            .filter_map(|contact| contact.next_due)
            .filter(|due| wanted(*due))
            .count()
    };
    let (overdue, due, later) = (
        last_promise(&|day| day < today),
        last_promise(&|day| day == today),
        last_promise(&|day| day > today),
    );
    assert!((5..40).contains(&overdue), "{overdue} overdue");
    assert!((2..20).contains(&due), "{due} due today");
    assert!(later > 20, "{later} later");
    assert!(contacts.iter().any(|c| c.person.is_none()), "不留名咨询");
    assert!(
        contacts
            .iter()
            .any(|c| c.entered_at.date_naive() > c.at.date_naive()),
        "补录"
    );
}

#[test]
fn nothing_is_of_today_and_nothing_before_it_happened() {
    for (people, today) in [
        (200, "2026-11-21"),
        (200, "2028-02-29"),
        (5_000, "2031-01-01"),
    ] {
        let office = office_of(people, today);
        let today: NaiveDate = today.parse().unwrap();
        let mut before = None;
        for contact in &office.contacts {
            let day = contact.at.date_naive();
            assert!(day < today && day > days_after(today, 0) - Days::new(60));
            assert!(day.weekday().num_days_from_monday() < 5, "{day}");
            assert!(contact.entered_at > contact.at && contact.entered_at.date_naive() < today);
            assert!(before <= Some(contact.entered_at), "in the order of entry");
            before = Some(contact.entered_at);
            assert!(contact.next_due.is_none_or(|due| due > day), "{contact:?}");
            assert!(contact.person.is_none_or(|index| index < people));
            assert!(!contact.note.contains('{') && !contact.purposes.is_empty());
            assert_eq!(
                contact.reason.is_some(),
                contact.outcome == Outcome::Declined,
                "{contact:?}"
            );
        }
    }
}

#[test]
fn recommendations_point_at_something() {
    let office = office_of(200, "2026-11-21");
    let all: Vec<_> = office
        .contacts
        .iter()
        .flat_map(|c| &c.recommended)
        .collect();
    assert!(all.len() >= 30, "{}", all.len());
    for recommendation in all {
        match recommendation.offer {
            DemoOffer::Course(at) => assert!(at < office.courses.len()),
            DemoOffer::Vacancy(at) => assert!(at < office.vacancies.len()),
        }
    }
}

#[test]
fn an_office_of_few_or_none_is_one_too() {
    assert!(
        office_of(0, "2026-11-21")
            .contacts
            .iter()
            .all(|c| c.person.is_none())
    );
    assert!(
        office_of(3, "2026-11-21")
            .contacts
            .iter()
            .all(|c| c.person.is_none_or(|i| i < 3))
    );
    assert_eq!(
        office_of(1_000, "2026-11-21").contacts,
        office_of(1_000_000, "2026-11-21").contacts
    );
}
