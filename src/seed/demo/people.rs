//! The people, each made from its position alone.

use crate::domain::{id_number::IdNumber, person::PersonRecord};
use chrono::NaiveDate;
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
pub fn person(index: u64, _today: NaiveDate) -> PersonRecord {
    let body = format!(
        "4499{:02}19880{}15{:03}",
        1 + index % 99,
        1 + index % 9,
        index / 99 % 996
    );
    let id_number = IdNumber::from_body(&body).ok();
    PersonRecord {
        reference: format!("P{:08}", index + 1),
        name: "陈志明".to_owned(),
        sex: id_number.map(|id| id.sex()),
        birth_date: id_number.map(|id| id.birth_date()),
        id_number,
        ..PersonRecord::default()
    }
}
