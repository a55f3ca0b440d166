//! Promises that are due.

use crate::domain::{failure::Failure, ids::PersonId};
use crate::store::{Due, Store, cells::Cells, error::Error};
use chrono::NaiveDate;
use rusqlite::params;

impl Store {
    /// Promises due on a day or before, longest overdue first. Only a person's last valid contact
    /// promises something: a later one settles what an earlier one promised.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn due(&self, today: NaiveDate, limit: usize) -> std::result::Result<Due, Failure> {
        self.read(|conn| {
            let today = today.to_string();
            let total: i64 = conn
                .prepare_cached(include_str!("due_total.sql"))?
                .query_row([&today], |row| row.get(0))?;
            let mut statement = conn.prepare_cached(include_str!("due.sql"))?;
            let mut rows =
                statement.query(params![today, i64::try_from(limit).unwrap_or(i64::MAX)])?;
            let mut promises = Vec::new();
            while let Some(row) = rows.next()? {
                let mut c = Cells::of(row);
                let person = PersonId(c.uid()?);
                let day = c
                    .date()?
                    .ok_or_else(|| Error::Content("a day is missing".to_owned()))?;
                promises.push((person, day, c.text()?));
            }
            Ok(Due {
                promises,
                total: usize::try_from(total).unwrap_or(0),
            })
        })
    }
}
