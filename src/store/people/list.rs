//! The line that lists show of a person, and the people met last.

use super::membership;
use crate::domain::{
    contact::Outcome,
    dates,
    failure::Failure,
    id_number::IdNumber,
    ids::PersonId,
    person::{PersonState, PersonSummary, Sex},
};
use crate::store::{Store, cells::Cells, error::Result};
use chrono::NaiveDate;
use rusqlite::Connection;
use std::collections::HashSet;

/// How many of the newest entries are looked through for people met last.
const LOOKED_THROUGH: usize = 400;

impl Store {
    /// The lines that a list shows, in the order given; who is not on the register is left out.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn summaries(
        &self,
        ids: &[PersonId],
        today: NaiveDate,
    ) -> std::result::Result<Vec<PersonSummary>, Failure> {
        self.read(|conn| {
            let mut out = Vec::with_capacity(ids.len());
            for id in ids {
                out.extend(summary(conn, *id, today)?);
            }
            Ok(out)
        })
    }

    /// The people whose files were opened or who were contacted last, newest first.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn recent_people(&self, limit: usize) -> std::result::Result<Vec<PersonId>, Failure> {
        self.read(|conn| {
            let mut statement = conn.prepare_cached(include_str!("recent.sql"))?;
            let mut rows = statement.query([LOOKED_THROUGH as i64])?;
            let mut seen = HashSet::new();
            let mut people = Vec::new();
            while let Some(row) = rows.next()? {
                let id = PersonId(Cells::of(row).uid()?);
                if people.len() < limit && seen.insert(id) {
                    people.push(id);
                }
            }
            Ok(people)
        })
    }
}

fn summary(conn: &Connection, id: PersonId, today: NaiveDate) -> Result<Option<PersonSummary>> {
    let mut statement = conn.prepare_cached(include_str!("summary.sql"))?;
    let mut rows = statement.query([id.0.as_bytes().as_slice()])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    let c = &mut Cells::of(row);
    let place = c.number()?;
    let reference = c.text()?;
    let name = c.text()?;
    let sex = c.code(Sex::ALL, Sex::code)?;
    let birth = c.date()?;
    let id_masked = IdNumber::parse(c.str()?).map_or_else(|_| String::new(), |n| n.masked());
    let phone_masked = super::phone(c.str()?).map_or_else(String::new, |p| p.masked());
    let (town, village, wishes) = (c.text()?, c.text()?, c.text()?);
    let state = c
        .code(PersonState::ALL, PersonState::code)?
        .unwrap_or(PersonState::Active);
    let last_contact = match c.str()? {
        "" => {
            c.skip();
            None
        }
        at => Some((
            crate::store::journal::read_stamp(at)?,
            c.must_code(Outcome::ALL, Outcome::code)?,
        )),
    };
    let next_due = c.date()?;

    let mut statement = conn.prepare_cached(&format!(
        "SELECT {} FROM person_group WHERE person = ? AND void = 0",
        membership::COLUMNS
    ))?;
    let mut rows = statement.query([place])?;
    let mut groups = Vec::new();
    while let Some(row) = rows.next()? {
        groups.extend(
            membership::read(&mut Cells::of(row))?
                .filter(|m| m.is_valid_on(today))
                .map(|m| m.group),
        );
    }
    groups.sort_unstable();
    groups.dedup();
    Ok(Some(PersonSummary {
        id,
        reference,
        name,
        sex,
        age: birth.map(|birth| dates::age_on(birth, today)),
        id_masked,
        phone_masked,
        town,
        village,
        wishes,
        groups,
        state,
        last_contact,
        next_due,
    }))
}
