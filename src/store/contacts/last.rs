//! The days of last contacts, whole or as far as the journal says that they changed.

use crate::domain::{failure::Failure, ids::PersonId};
use crate::store::{Mark, Store, cells::Cells, error::Result, journal::read_stamp, since};
use chrono::NaiveDate;
use rusqlite::{Connection, Row};

/// A person, and the day of their last valid contact.
type Last = (PersonId, Option<NaiveDate>);

/// The last contacts of people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastContacts {
    /// The place of the journal up to which they are right.
    pub upto: Mark,
    /// True where everybody who ever had a contact is in the list; else those for whom it changed.
    pub whole: bool,
    /// The person, and the day of their last valid contact.
    pub days: Vec<Last>,
}

/// So many changed contacts are read one by one; more are read as a whole.
const MANY: usize = 2_000;

impl Store {
    /// The days of last contacts that changed after a place of the journal; all of them where none is
    /// named.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn last_contacts(&self, after: Option<Mark>) -> std::result::Result<LastContacts, Failure> {
        self.read(|conn| {
            // Read first: what is written meanwhile is then read again by the next question.
            let upto = since::mark(conn)?;
            let changed = match after {
                Some(after) if after == upto => Some(Vec::new()),
                Some(after) => changed(conn, after)?,
                None => None,
            };
            Ok(LastContacts {
                upto,
                whole: changed.is_none(),
                days: changed.map_or_else(|| everybody(conn), Ok)?,
            })
        })
    }
}

/// Those of whose contacts entries after `mark` speak; none where these are too many.
fn changed(conn: &Connection, mark: Mark) -> Result<Option<Vec<Last>>> {
    let mut statement = conn.prepare_cached(include_str!("last_changed.sql"))?;
    let mut rows = statement.query([i64::try_from(mark.entry()).unwrap_or(i64::MAX)])?;
    let mut days = Vec::new();
    while let Some(row) = rows.next()? {
        if days.len() == MANY {
            return Ok(None);
        }
        days.push(read(row)?);
    }
    Ok(Some(days))
}

fn everybody(conn: &Connection) -> Result<Vec<Last>> {
    let mut statement = conn.prepare_cached(
        "SELECT p.uid, c.at FROM latest l JOIN person p ON p.id = l.person
         JOIN contact c ON c.id = l.contact",
    )?;
    let mut rows = statement.query([])?;
    let mut days = Vec::new();
    while let Some(row) = rows.next()? {
        days.push(read(row)?);
    }
    Ok(days)
}

fn read(row: &Row<'_>) -> Result<Last> {
    let c = &mut Cells::of(row);
    let person = PersonId(c.uid()?);
    let day = match c.str()? {
        "" => None,
        at => Some(read_stamp(at)?.date_naive()),
    };
    Ok((person, day))
}
